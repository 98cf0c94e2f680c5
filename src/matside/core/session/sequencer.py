"""The rules by which a session goes through its plan.

A session is a value, a `Phase`, and every function here takes the instant as an argument and
returns a `Transition`: the phase that follows, and the facts that led to it. Nothing reads a
clock. Instants and lengths are integer milliseconds of one steady clock.

How time goes by (`deadlines`). A phase changes only at events: a cue, the end of a lead-in, the
end of a step, overtime, a set left alone. `next_deadline` names the instant of the next event
and `advance` goes through all that are due, each at its own instant, however late somebody
looks. Between two events the phase stays the very same value, and what the clock shows is worked
out from the instant. That is why reading often or seldom gives the same session.

How far a step has got (`progress`). `StepProgress` holds how much of a step has been done, in
the step's own time. `Running` adds the instant `clock_starts_at` at which that time runs on: in
the past for a running step, in the future for a lead-in. Pausing works out the elapsed time and
drops the instant; resuming gives it a new one. So elapsed time never goes down and a lead-in
costs nothing.

What is asked. A command is first brought to the instant it came at, then looked up by phase:
`_obey` is the table of commands. Where each of them leads, running or paused, is in `moves`.
"""

from dataclasses import replace
from typing import assert_never

from matside.core.session.block_clock import at_start_of
from matside.core.session.deadlines import advance
from matside.core.session.looks import PauseReason, Press
from matside.core.session.moves import (
    StepMove,
    adjusted,
    back,
    back_from_end,
    forward,
    lead_on,
    pause,
    press_on,
    run_on,
    running_from,
    shortened,
    skip,
    stay,
)
from matside.core.session.progress import elapsed, in_overtime, is_over, times, waits
from matside.core.session.record import Position
from matside.core.session.values import (
    Command,
    Entry,
    Idle,
    Over,
    Paused,
    Phase,
    Running,
    SessionReopened,
    SessionResumed,
    SessionStarted,
    SessionStopped,
    StepBegan,
    StepProgress,
    Times,
    Transition,
)
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Step, Work, is_rest_of_minute, takes_lead_in

GUARD = 700
"""How long no press counts after one that did, or after a step that began by itself, in ms."""


def handle(plan: Plan, phase: Phase, command: Command, now: int, *, by: int = 0) -> Transition:
    """Bring `phase` to `now`, then do `command`; one that means nothing here changes nothing.

    `by` is what ADJUST adds to the running step, in ms; a minus takes away.
    """
    transition = advance(plan, phase, now)
    then = _obey(plan, transition.phase, command, now, by)
    return Transition(then.phase, transition.facts + then.facts)


def press(plan: Plan, phase: Phase, now: int) -> Transition:
    """Bring `phase` to `now`, then do what Space means there, if the press counts.

    On the finish page it changes nothing here: what is done there is the page's to say.
    """
    transition = advance(plan, phase, now)
    if not accepts(transition.phase, now):
        return transition
    command = _COMMAND_OF.get(meaning(plan, transition.phase, now))
    if command is None:
        return transition
    then = _obey(plan, transition.phase, command, now, 0)
    return Transition(replace(then.phase, pressed=now), transition.facts + then.facts)


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
        case Running(progress):
            step = plan[progress.key]
            if _is_held(phase, step):
                return Press.PAUSE
            if isinstance(step, Work):
                return Press.SET_DONE
            so_far = replace(progress, elapsed=elapsed(phase, now))
            if not _gets_ready(plan, so_far):
                return Press.START_NOW
            return Press.START_SOON if in_overtime(plan, so_far) else Press.CUT
        case _:
            assert_never(phase)


def _is_held(phase: Running, step: Step) -> bool:
    """Return whether NEXT does not end the step: a hold, a lead-in, or the rest of a minute."""
    is_hold = isinstance(step, Work) and step.is_hold
    return is_hold or is_rest_of_minute(step) or phase.lead_in_from is not None


_COMMAND_OF = {
    Press.START: Command.START,
    Press.SET_DONE: Command.NEXT,
    Press.START_NOW: Command.NEXT,
    Press.START_SOON: Command.NEXT,
    Press.CUT: Command.NEXT,
    Press.PAUSE: Command.PAUSE,
    Press.RESUME: Command.RESUME,
}


def fall_asleep(plan: Plan, phase: Phase, at: int) -> Transition:
    """Pause a running session at the instant `at`, the last before the machine slept."""
    transition = advance(plan, phase, at)
    if not isinstance(transition.phase, Running):
        return transition
    then = pause(transition.phase, at, PauseReason.SLEPT)
    return Transition(then.phase, transition.facts + then.facts)


def take_up(position: Position, now: int) -> Paused:
    """Return the phase of a session that was read back from history: paused where it stood."""
    progress = StepProgress(
        position.key,
        position.elapsed,
        position.length,
        shortened=position.shortened,
        cues_fired_before=position.elapsed + 1,
        clock=position.clock,
    )
    so_far = Times(position.ran, position.paused, position.pauses)
    return Paused(progress, PauseReason.ASKED, now, so_far, None)


def _obey(plan: Plan, phase: Phase, command: Command, now: int, by: int) -> Transition:
    match phase:
        case Idle():
            return _start(plan, phase, now) if command is Command.START else Transition(phase)
        case Running():
            return _obey_running(plan, phase, command, now, by)
        case Paused():
            return _obey_paused(plan, phase, command, now, by)
        case Over():
            return _reopen(plan, phase, now) if command is Command.BACK else Transition(phase)
        case _:
            assert_never(phase)


def _obey_running(plan: Plan, phase: Running, command: Command, now: int, by: int) -> Transition:
    progress = replace(phase.progress, elapsed=elapsed(phase, now))
    step = plan[progress.key]
    match command:
        case Command.NEXT if not _is_held(phase, step):
            return _next(plan, phase, progress, now)
        case Command.SKIP if not (isinstance(step, Work) or is_rest_of_minute(step)):
            return _next(plan, phase, progress, now)
        case Command.SKIP:
            return lead_on(plan, phase, skip(plan, progress, now), now, Entry.ONWARDS)
        case Command.BACK:
            return lead_on(plan, phase, back(plan, progress, now), now, Entry.AGAIN)
        case Command.ADJUST if (move := adjusted(plan, progress, by, now)) is not None:
            return _alter(phase, move, now)
        case Command.PAUSE:
            return pause(phase, now, PauseReason.ASKED)
        case Command.STOP:
            return _stop(phase, progress, now)
        case _:
            return Transition(phase)


def _obey_paused(plan: Plan, phase: Paused, command: Command, now: int, by: int) -> Transition:
    progress = phase.progress
    match command:
        case Command.RESUME:
            return _resume(plan, phase, now)
        case Command.SKIP:
            return stay(phase, skip(plan, progress, now, silent=True), now)
        case Command.BACK:
            return stay(phase, back(plan, progress, now), now)
        case Command.ADJUST if (move := adjusted(plan, progress, by, now)) is not None:
            return stay(phase, move, now)
        case Command.STOP:
            return _stop(phase, progress, now)
        case _:
            return Transition(phase)


def _start(plan: Plan, phase: Idle, now: int) -> Transition:
    progress = at_start_of(plan.steps[0])
    facts = (SessionStarted(now), StepBegan(now, progress.key, silent=False))
    return Transition(running_from(phase, progress, now, Entry.ONWARDS), facts)


def _next(plan: Plan, phase: Running, progress: StepProgress, now: int) -> Transition:
    if _gets_ready(plan, progress) and not in_overtime(plan, progress):
        return _alter(phase, shortened(progress, plan.resume, now), now)
    move = press_on(plan, progress, now)
    if isinstance(plan[progress.key], Work) or in_overtime(plan, progress):
        return lead_on(plan, phase, move, now, Entry.ONWARDS)
    return run_on(phase, move, now, Entry.ONWARDS)


def _gets_ready(plan: Plan, progress: StepProgress) -> bool:
    """Return whether NEXT gives *resume* seconds before the hold or paced set that comes next.

    That is in get ready and in rests: what is left is shortened, or overtime has a lead-in.
    """
    following = plan.after(progress.key)
    if progress.length is None or isinstance(plan[progress.key], Work):
        return False
    if not takes_lead_in(following) or not plan.resume:
        return False
    return in_overtime(plan, progress) or plan.resume < progress.length - progress.elapsed


def _alter(phase: Running, move: StepMove, now: int) -> Transition:
    """Let the step that runs go on with another length."""
    progress, facts = move
    started = max(phase.clock_starts_at, now)
    return Transition(replace(phase, progress=progress, clock_starts_at=started), facts)


def _resume(plan: Plan, phase: Paused, now: int) -> Transition:
    progress, running = phase.progress, running_from(phase, phase.progress, now, Entry.AGAIN)
    is_left = is_over(progress) and not waits(plan, progress)
    move = forward(plan, progress, now, None, undo=()) if is_left else (progress, ())
    then = lead_on(plan, running, move, now, Entry.AGAIN)
    return Transition(then.phase, (SessionResumed(now), *then.facts))


def _stop(phase: Running | Paused, progress: StepProgress, now: int) -> Transition:
    over = Over(now, progress, (), times(phase, now), phase.pressed, phase.by_itself)
    return Transition(over, (SessionStopped(now),))


def _reopen(plan: Plan, phase: Over, now: int) -> Transition:
    """Undo a STOP, which leaves the session paused, or go back from the end.

    A block that lasts for a time is over for good, so from its end nothing leads back.
    """
    if phase.stopped is not None:
        running = running_from(phase, phase.stopped, now, Entry.AGAIN)
        then = pause(running, now, PauseReason.ASKED)
    elif (move := back_from_end(plan, phase.undo, now)) is None:
        return Transition(phase)
    else:
        running = running_from(phase, move[0], now, Entry.AGAIN)
        then = lead_on(plan, running, move, now, Entry.AGAIN)
    return Transition(then.phase, (SessionReopened(now, phase.at), *then.facts))
