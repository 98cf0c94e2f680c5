"""The rules by which a session goes through its plan.

A session is a value, a `Phase`, and every function here takes the instant as an argument and
returns a `Turn`: the phase that follows, and the facts that led to it. Nothing reads a clock.
Instants and lengths are integer milliseconds of one steady clock.

How time goes by (`deadlines`). A phase changes only at events: a cue, the end of a lead-in, the
end of a step, overtime, a set left alone. `next_deadline` names the instant of the next event
and `advance` goes through all that are due, each at its own instant, however late somebody
looks. Between two events the phase stays the very same value, and what the clock shows is worked
out from the instant. That is why reading often or seldom gives the same session.

Where a step stands (`standing`). `Stand` holds how far a step has been done, in the step's own
time. `Running` adds the instant `runs_from` at which that time runs on: in the past for a
running step, in the future for a lead-in. Pausing works out the elapsed time and drops the
instant; resuming gives it a new one. So elapsed time never goes down and a lead-in costs nothing.

What is asked. A command is first brought to the instant it came at, then looked up by phase.
Running and Paused share the rules that lead from one stand to another (`moves`); they differ in
what becomes of the new one (`turns`): it runs (`run_on`) or waits (`stay`).
"""

from dataclasses import replace
from typing import assert_never

from matside.core.session.deadlines import advance
from matside.core.session.moves import (
    Move,
    adjusted,
    at_start_of,
    back,
    forward,
    length_changed,
    pushed,
    skip,
    undone,
)
from matside.core.session.progress import elapsed, in_overtime, is_over, times, waits
from matside.core.session.record import Position, SetOutcome
from matside.core.session.turns import pause, run_on, running_from, stay, with_lead_in
from matside.core.session.values import (
    Command,
    Entry,
    Idle,
    Over,
    Paused,
    Phase,
    Press,
    Running,
    SessionReopened,
    SessionResumed,
    SessionStarted,
    SessionStopped,
    Stand,
    StepBegan,
    Times,
    Turn,
    WentBack,
    Why,
)
from matside.core.workout.plan import Plan, Step

GUARD = 700
"""For so many ms after a press that counted, or a step that began by itself, none counts."""


def handle(plan: Plan, phase: Phase, command: Command, now: int, *, by: int = 0) -> Turn:
    """Bring `phase` to `now`, then do `command`; one that means nothing here changes nothing.

    `by` is what ADJUST adds to the running step, in ms; a minus takes away.
    """
    turn = advance(plan, phase, now)
    then = _obey(plan, turn.phase, command, now, by)
    return Turn(then.phase, turn.facts + then.facts)


def press(plan: Plan, phase: Phase, now: int) -> Turn:
    """Bring `phase` to `now`, then do what Space means there, if the press counts.

    On the finish page it changes nothing here: what is done there is the page's to say.
    """
    turn = advance(plan, phase, now)
    if not accepts(turn.phase, now):
        return turn
    command = _COMMAND_OF.get(meaning(plan, turn.phase, now))
    if command is None:
        return turn
    then = _obey(plan, turn.phase, command, now, 0)
    return Turn(replace(then.phase, pressed=now), turn.facts + then.facts)


def accepts(phase: Phase, now: int) -> bool:
    """Return whether a press at `now` counts.

    It does not within `GUARD` of the last that did, or of a step, or the end, that came by
    itself, whatever other keys did since.
    """
    by_itself = None if isinstance(phase, Idle) else phase.by_itself
    return all(at is None or now - at >= GUARD for at in (phase.pressed, by_itself))


def meaning(plan: Plan, phase: Phase, now: int) -> Press:
    """Return what Space does in `phase`, which has been advanced to `now`."""
    match phase:
        case Idle():
            return Press.START
        case Paused():
            return Press.RESUME
        case Over():
            return Press.DONE
        case Running(stand):
            step = plan[stand.key]
            if step.is_set:
                return Press.PAUSE if _is_held(phase, step) else Press.SET_DONE
            soon = _gets_ready(plan, replace(stand, elapsed=elapsed(phase, now)))
            return Press.START_SOON if soon else Press.START_NOW
        case _:
            assert_never(phase)


def _is_held(phase: Running, step: Step) -> bool:
    """Return whether the set is not to be ended by NEXT: a hold, or in its lead-in."""
    return step.is_hold or phase.lead is not None


_COMMAND_OF = {
    Press.START: Command.START,
    Press.SET_DONE: Command.NEXT,
    Press.START_NOW: Command.NEXT,
    Press.START_SOON: Command.NEXT,
    Press.PAUSE: Command.PAUSE,
    Press.RESUME: Command.RESUME,
}


def fall_asleep(plan: Plan, phase: Phase, at: int) -> Turn:
    """Pause a running session at the instant `at`, the last before the machine slept."""
    turn = advance(plan, phase, at)
    if not isinstance(turn.phase, Running):
        return turn
    then = pause(turn.phase, at, Why.SLEPT)
    return Turn(then.phase, turn.facts + then.facts)


def take_up(position: Position, now: int) -> Paused:
    """Return the phase of a session that was read back from history: paused where it stood."""
    stand = Stand(
        position.key,
        position.elapsed,
        position.length,
        shortened=position.shortened,
        heard=position.elapsed + 1,
    )
    so_far = Times(position.ran, position.paused, position.pauses)
    return Paused(stand, Why.ASKED, now, so_far, None)


def _obey(plan: Plan, phase: Phase, command: Command, now: int, by: int) -> Turn:
    match phase:
        case Idle():
            return _start(plan, phase, now) if command is Command.START else Turn(phase)
        case Running():
            return _obey_running(plan, phase, command, now, by)
        case Paused():
            return _obey_paused(plan, phase, command, now, by)
        case Over():
            return _reopen(plan, phase, now) if command is Command.BACK else Turn(phase)
        case _:
            assert_never(phase)


def _obey_running(plan: Plan, phase: Running, command: Command, now: int, by: int) -> Turn:
    stand = replace(phase.stand, elapsed=elapsed(phase, now))
    step = plan[stand.key]
    match command:
        case Command.NEXT if not _is_held(phase, step):
            return _next(plan, phase, stand, now)
        case Command.SKIP if not step.is_set:
            return _next(plan, phase, stand, now)
        case Command.SKIP:
            return with_lead_in(
                plan, run_on(phase, skip(plan, stand, now), now, Entry.ONWARDS), now
            )
        case Command.BACK:
            return with_lead_in(plan, run_on(phase, back(plan, stand, now), now, Entry.AGAIN), now)
        case Command.ADJUST if (other := adjusted(step, stand, by)) is not None:
            return _alter(phase, other, now)
        case Command.PAUSE:
            return pause(phase, now, Why.ASKED)
        case Command.STOP:
            return _stop(phase, stand, now)
        case _:
            return Turn(phase)


def _obey_paused(plan: Plan, phase: Paused, command: Command, now: int, by: int) -> Turn:
    stand = phase.stand
    match command:
        case Command.RESUME:
            return _resume(plan, phase, now)
        case Command.SKIP:
            return stay(phase, skip(plan, stand, now, silent=True), now)
        case Command.BACK:
            return stay(phase, back(plan, stand, now), now)
        case Command.ADJUST if (other := adjusted(plan[stand.key], stand, by)) is not None:
            return stay(phase, (other, (length_changed(other, now),)), now)
        case Command.STOP:
            return _stop(phase, stand, now)
        case _:
            return Turn(phase)


def _start(plan: Plan, phase: Idle, now: int) -> Turn:
    stand = at_start_of(plan.steps[0])
    facts = (SessionStarted(now), StepBegan(now, stand.key, silent=False))
    return Turn(running_from(phase, stand, now, Entry.ONWARDS), facts)


def _next(plan: Plan, phase: Running, stand: Stand, now: int) -> Turn:
    if _gets_ready(plan, stand) and not in_overtime(plan, stand):
        shorter = replace(stand, length=stand.elapsed + plan.resume, shortened=True, heard=0)
        return _alter(phase, shorter, now)
    is_set = plan[stand.key].is_set
    outcome = SetOutcome.DONE if is_set else None
    move = forward(plan, stand, now, outcome, undo=pushed(plan, stand, outcome))
    turn = run_on(phase, move, now, Entry.ONWARDS)
    return with_lead_in(plan, turn, now) if is_set or in_overtime(plan, stand) else turn


def _gets_ready(plan: Plan, stand: Stand) -> bool:
    """Return whether NEXT gives *resume* seconds before the hold or paced set that comes next.

    That is in get ready and in rests: what is left is shortened, or overtime has a lead-in.
    """
    following = plan.after(stand.key)
    if stand.length is None or plan[stand.key].is_set:
        return False
    if following is None or not following.takes_lead_in or not plan.resume:
        return False
    return in_overtime(plan, stand) or plan.resume < stand.length - stand.elapsed


def _alter(phase: Running, stand: Stand, now: int) -> Turn:
    altered = replace(phase, stand=stand, runs_from=max(phase.runs_from, now))
    return Turn(altered, (length_changed(stand, now),))


def _resume(plan: Plan, phase: Paused, now: int) -> Turn:
    running = running_from(phase, phase.stand, now, Entry.AGAIN)
    resumed: Move = phase.stand, (SessionResumed(now),)
    if is_over(phase.stand) and not waits(plan, phase.stand):
        to, facts = forward(plan, phase.stand, now, None, undo=())
        resumed = to, (SessionResumed(now), *facts)
    return with_lead_in(plan, run_on(running, resumed, now, Entry.AGAIN), now)


def _stop(phase: Running | Paused, stand: Stand, now: int) -> Turn:
    over = Over(now, stand, (), times(phase, now), phase.pressed, phase.by_itself)
    return Turn(over, (SessionStopped(now),))


def _reopen(plan: Plan, phase: Over, now: int) -> Turn:
    """Undo a STOP, which leaves the session paused, or go back from the end."""
    if phase.stopped is not None:
        running = running_from(phase, phase.stopped, now, Entry.AGAIN)
        turn = pause(running, now, Why.ASKED)
        return Turn(turn.phase, (SessionReopened(now, phase.at), *turn.facts))
    stand = undone(phase.undo) if phase.undo else at_start_of(plan.sets[-1])
    running = running_from(phase, stand, now, Entry.AGAIN)
    facts = (SessionReopened(now, phase.at), WentBack(now, stand.key))
    return with_lead_in(plan, Turn(running, facts), now)
