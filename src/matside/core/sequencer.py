"""The rules by which a session goes through its plan: the only file that changes a phase.

A session is a value, a `Phase`, and every function here takes the instant as an argument and
returns a `Turn`: the phase that follows, and the facts that led to it. Nothing reads a clock.
Instants and lengths are integer milliseconds of one steady clock.

How time goes by. A phase changes only at events: a cue, the end of a lead-in, the end of a
step, overtime, a set left alone. `next_deadline` names the instant of the next event and
`advance` goes through all that are due, each at its own instant, however late somebody looks.
Between two events the phase stays the very same value, and what the clock shows is worked out
from the instant. That is why reading often or seldom gives the same session.

Where a step stands. `Stand` holds how far a step has been done, in the step's own time.
`Running` adds the instant `runs_from` at which that time runs on: in the past for a running
step, in the future for a lead-in. Pausing works out the elapsed time and drops the instant;
resuming gives it a new one. So elapsed time never goes down and a lead-in costs nothing.

What is asked. A command is first brought to the instant it came at, then looked up by phase.
Running and Paused share the rules that lead from one stand to another (`_forward`, `_back`,
`_adjusted`); they differ in what becomes of the new one: it runs (`_go`) or waits (`_wait`).

Rep pace. A paced set is a timed set whose length is that of its reps, and each rep is a cue.
Its reps are counted from its end, so a pace that changes under way changes only what is left.
`follow` takes a phase over to the plan that another pace has made of its own.

What a press undoes. Each step that NEXT or SKIP ends is laid on the stack `Stand.undo` of the
step after it, as it stood; BACK takes it up again. A step that begins by itself, or that is
entered by BACK, starts with an empty stack.
"""

from dataclasses import dataclass, replace
from typing import assert_never

from matside.core.duration import HOUR, MINUTE, SECOND
from matside.core.plan import Plan, RestKind, Step, StepKind
from matside.core.record import Position, SetOutcome
from matside.core.session import (
    Command,
    Cue,
    CueCame,
    Entry,
    Fact,
    Idle,
    LeadInEnded,
    Left,
    LengthChanged,
    Over,
    OvertimeBegan,
    Paused,
    Phase,
    Press,
    Running,
    SessionFinished,
    SessionPaused,
    SessionReopened,
    SessionResumed,
    SessionStarted,
    SessionStopped,
    SetEnded,
    Sign,
    Stand,
    StepBegan,
    Times,
    Turn,
    WentBack,
    Why,
)

LAST_SECONDS = 3 * SECOND
"""The end of a step that is counted down."""

GUARD = 700
"""For so many ms after a press that counted, or a step that began by itself, none counts."""

ADJUSTMENT = 15 * SECOND
"""What one ADJUST adds or takes."""

LEAST_LEFT = 3 * SECOND
"""What ADJUST always leaves of a step."""

LONGEST = HOUR
"""The length that ADJUST never passes."""

PACE_LEAD_IN = 3 * SECOND
"""The lead-in of a set that begins again because rep pace was switched on."""

AGAIN_AFTER = 3 * SECOND
"""A set that has run longer than this begins again at BACK; else BACK goes further back."""

HALF_WAY_FROM = 30 * SECOND
"""The length from which a hold has a half-way signal."""

FULL_TICKS_FROM = 8 * SECOND
ONE_TICK_FROM = 3 * SECOND

FORGOTTEN_FACTOR = 5
FORGOTTEN_LEAST = 3 * MINUTE


# What is asked


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
    command = _COMMAND_OF.get(meaning(plan, turn.phase))
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


def meaning(plan: Plan, phase: Phase) -> Press:
    """Return what Space does in `phase`."""
    match phase:
        case Idle():
            return Press.START
        case Paused():
            return Press.RESUME
        case Over():
            return Press.DONE
        case Running(stand):
            step = plan[stand.key]
            if not step.is_set:
                return Press.START_NOW
            return Press.PAUSE if _is_held(phase, step) else Press.SET_DONE
        case _:
            assert_never(phase)


def _is_held(phase: Running, step: Step) -> bool:
    """Return whether the set is not to be ended by NEXT: a hold, or in its lead-in."""
    return step.is_hold or phase.lead is not None


_COMMAND_OF = {
    Press.START: Command.START,
    Press.SET_DONE: Command.NEXT,
    Press.START_NOW: Command.NEXT,
    Press.PAUSE: Command.PAUSE,
    Press.RESUME: Command.RESUME,
}


def fall_asleep(plan: Plan, phase: Phase, at: int) -> Turn:
    """Pause a running session at the instant `at`, the last before the machine slept."""
    turn = advance(plan, phase, at)
    if not isinstance(turn.phase, Running):
        return turn
    then = _pause(turn.phase, at, Why.SLEPT)
    return Turn(then.phase, turn.facts + then.facts)


def take_up(position: Position, now: int) -> Paused:
    """Return the phase of a session that was read back from history: paused where it stood."""
    stand = Stand(position.key, position.elapsed, position.length, heard=position.elapsed + 1)
    so_far = Times(position.ran, position.paused, position.pauses)
    return Paused(stand, Why.ASKED, now, so_far, None)


# How time goes by


def advance(plan: Plan, phase: Phase, now: int) -> Turn:
    """Go through all events of `phase` up to `now`, each at the instant it was due.

    `advance(p, b)` equals `advance(advance(p, a).phase, b)` for every a up to b, with the
    facts of both in order. An instant before the last event changes nothing.
    """
    facts: list[Fact] = []
    while (due := next_deadline(plan, phase)) is not None and due <= now:
        turn = _pass(plan, phase, due)
        phase = turn.phase
        facts += turn.facts
    return Turn(phase, tuple(facts))


def next_deadline(plan: Plan, phase: Phase) -> int | None:
    """Return the instant of the next event, None where only a command changes anything."""
    if not isinstance(phase, Running):
        return None
    if phase.lead is not None:
        return _next_of_lead_in(phase, phase.lead)
    cue = _next_cue(plan, phase.stand)
    return _ending(plan, phase) if cue is None else _instant(phase, cue.offset)


def run_out(plan: Plan, phase: Running) -> tuple[Phase, int] | None:
    """Return the phase that follows when the step runs out, and the instant at which it does.

    None says that the step waits for the athlete. Its cues are not gone through.
    """
    if phase.stand.length is None or waits(plan, phase.stand):
        return None
    end = _instant(phase, phase.stand.length)
    silent = replace(phase.stand, heard=phase.stand.length + 1)
    return advance(plan, replace(phase, stand=silent, lead=None), end).phase, end


def _pass(plan: Plan, phase: Phase, at: int) -> Turn:
    assert isinstance(phase, Running)
    stand = phase.stand
    if phase.lead is not None:
        return _pass_in_lead_in(phase, at)
    if (cue := _next_cue(plan, stand)) is not None:
        heard = replace(phase, stand=replace(stand, heard=cue.offset + 1))
        return Turn(heard, (CueCame(at, stand.key, cue.sign, cue.rep),))
    if stand.length is None:
        return _pause(phase, at, Why.FORGOTTEN)
    if waits(plan, stand):
        waiting = replace(phase, stand=replace(stand, heard=stand.length + 1))
        return Turn(waiting, (OvertimeBegan(at, stand.key),))
    ended = replace(stand, elapsed=stand.length)
    outcome = SetOutcome.DONE if plan[stand.key].is_set else None
    return _go(phase, _forward(plan, ended, at, outcome, undo=()), at, Entry.ITSELF)


def _pass_in_lead_in(phase: Running, at: int) -> Turn:
    key = phase.stand.key
    if at == phase.runs_from:
        return Turn(replace(phase, lead=None), (LeadInEnded(at, key),))
    return Turn(replace(phase, lead=at + 1), (CueCame(at, key, Sign.TICK),))


def _next_of_lead_in(phase: Running, lead: int) -> int:
    ticks = (phase.runs_from - left for left in _COUNT_OF_THREE)
    return next((tick for tick in ticks if tick >= lead), phase.runs_from)


def _ending(plan: Plan, phase: Running) -> int | None:
    stand = phase.stand
    if stand.length is None:
        patience = max(FORGOTTEN_FACTOR * plan[stand.key].estimate, FORGOTTEN_LEAST)
        return phase.began + patience
    if waits(plan, stand) and stand.heard > stand.length:
        return None
    return _instant(phase, stand.length)


def _instant(phase: Running, offset: int) -> int:
    return phase.runs_from + offset - phase.stand.elapsed


# Cues

_COUNT_OF_THREE = (LAST_SECONDS, 2 * SECOND, SECOND)


def cues(plan: Plan, stand: Stand) -> tuple[Cue, ...]:
    """Return the cues of the step by its present length, in order.

    3-2-1 before the end of a timed step of 8 s or more, one tick from 3 s to under 8 s; a
    shortened rest has as many of 3-2-1 as fit, a rest that waits has none. A hold of 30 s or
    more has a half-way signal. A paced set has its reps, and no ticks among them.
    """
    length = stand.length
    if length is None:
        return ()
    if plan[stand.key].is_counted:
        return _reps(plan[stand.key], length)
    ticks = tuple(Cue(length - left, Sign.TICK) for left in _ticks(plan, stand, length))
    if plan[stand.key].is_hold and length >= HALF_WAY_FROM:
        return (Cue(length // 2, Sign.HALF_WAY), *ticks)
    return ticks


def _reps(step: Step, length: int) -> tuple[Cue, ...]:
    """Return the reps of a paced set, by what is left: its pace may have been another before."""
    assert step.reps is not None
    assert step.pace is not None
    left = ((rep, (step.reps + 1 - rep) * step.pace) for rep in range(1, step.reps + 1))
    return tuple(Cue(length - ms, Sign.REP, rep) for rep, ms in left if ms <= length)


def _ticks(plan: Plan, stand: Stand, length: int) -> tuple[int, ...]:
    if waits(plan, stand):
        return ()
    if stand.shortened or length >= FULL_TICKS_FROM:
        return tuple(left for left in _COUNT_OF_THREE if left <= length)
    return (SECOND,) if length >= ONE_TICK_FROM else ()


def tells_last_seconds(plan: Plan, phase: Running | Paused, now: int) -> bool:
    """Return whether get ready or a rest, but no switch, is in the last 3 s before its go."""
    step, stand = plan[phase.stand.key], phase.stand
    if isinstance(phase, Paused) or step.is_set or step.rest is RestKind.SWITCH:
        return False
    if stand.length is None or waits(plan, stand):
        return False
    announced = stand.shortened or stand.length >= FULL_TICKS_FROM
    return announced and stand.length - elapsed(phase, now) <= LAST_SECONDS


def _next_cue(plan: Plan, stand: Stand) -> Cue | None:
    ahead = max(stand.heard, stand.elapsed)
    return next((cue for cue in cues(plan, stand) if cue.offset >= ahead), None)


# What a command does


@dataclass(frozen=True, slots=True)
class _End:
    """The place behind the last step; `undo` is the stack of the presses that led there."""

    undo: tuple[Left, ...]


_Move = tuple[Stand | _End, tuple[Fact, ...]]
"""Where a rule leads, and the facts on the way."""


def _obey(plan: Plan, phase: Phase, command: Command, now: int, by: int) -> Turn:
    match phase:
        case Idle():
            return _start(plan, phase, now) if command is Command.START else Turn(phase)
        case Running():
            return _obey_running(plan, phase, command, now, by)
        case Paused():
            return _obey_paused(plan, phase, command, now, by)
        case Over():
            back = command is Command.BACK and phase.finished
            return _reopen(plan, phase, now) if back else Turn(phase)
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
            return _go(phase, _skip(plan, stand, now), now, Entry.ONWARDS)
        case Command.BACK:
            return _lead_in(plan, _go(phase, _back(plan, stand, now), now, Entry.AGAIN), now)
        case Command.ADJUST if (adjusted := _adjusted(step, stand, by)) is not None:
            return _alter(phase, adjusted, now)
        case Command.PAUSE:
            return _pause(phase, now, Why.ASKED)
        case Command.STOP:
            return _stop(phase, now)
        case _:
            return Turn(phase)


def _obey_paused(plan: Plan, phase: Paused, command: Command, now: int, by: int) -> Turn:
    stand = phase.stand
    match command:
        case Command.RESUME:
            return _resume(plan, phase, now)
        case Command.SKIP:
            return _wait(phase, _skip(plan, stand, now, silent=True), now)
        case Command.BACK:
            return _wait(phase, _back(plan, stand, now), now)
        case Command.ADJUST if (adjusted := _adjusted(plan[stand.key], stand, by)) is not None:
            return _wait(phase, (adjusted, (_length_changed(adjusted, now),)), now)
        case Command.STOP:
            return _stop(phase, now)
        case _:
            return Turn(phase)


def _start(plan: Plan, phase: Idle, now: int) -> Turn:
    stand = _at_start_of(plan.steps[0])
    facts = (SessionStarted(now), StepBegan(now, stand.key, silent=False))
    return Turn(_running(phase, stand, now, Entry.ONWARDS), facts)


def _next(plan: Plan, phase: Running, stand: Stand, now: int) -> Turn:
    if _would_shorten(plan, stand):
        shorter = replace(stand, length=stand.elapsed + plan.resume, shortened=True, heard=0)
        return _alter(phase, shorter, now)
    outcome = SetOutcome.DONE if plan[stand.key].is_set else None
    move = _forward(plan, stand, now, outcome, undo=_pushed(stand, outcome))
    turn = _go(phase, move, now, Entry.ONWARDS)
    return _lead_in(plan, turn, now) if in_overtime(plan, stand) else turn


def _would_shorten(plan: Plan, stand: Stand) -> bool:
    following = plan.after(stand.key)
    if stand.length is None or plan[stand.key].is_set:
        return False
    if following is None or not following.takes_lead_in:
        return False
    return 0 < plan.resume < stand.length - stand.elapsed


def _alter(phase: Running, stand: Stand, now: int) -> Turn:
    altered = replace(phase, stand=stand, runs_from=max(phase.runs_from, now))
    return Turn(altered, (_length_changed(stand, now),))


def _pause(phase: Running, now: int, why: Why) -> Turn:
    stand = replace(phase.stand, elapsed=elapsed(phase, now))
    so_far = times(phase, now)
    counted = replace(so_far, pauses=so_far.pauses + 1)
    paused = Paused(stand, why, now, counted, phase.pressed, phase.by_itself)
    return Turn(paused, (SessionPaused(now, why),))


def _resume(plan: Plan, phase: Paused, now: int) -> Turn:
    running = _running(phase, phase.stand, now, Entry.AGAIN)
    resumed: _Move = phase.stand, (SessionResumed(now),)
    if _is_over(phase.stand) and not waits(plan, phase.stand):
        to, facts = _forward(plan, phase.stand, now, None, undo=())
        resumed = to, (SessionResumed(now), *facts)
    return _lead_in(plan, _go(running, resumed, now, Entry.AGAIN), now)


def _stop(phase: Running | Paused, now: int) -> Turn:
    over = Over(now, False, (), times(phase, now), phase.pressed, phase.by_itself)
    return Turn(over, (SessionStopped(now),))


def _reopen(plan: Plan, phase: Over, now: int) -> Turn:
    stand = _undone(phase.undo) if phase.undo else _at_start_of(plan.sets[-1])
    running = _running(phase, stand, now, Entry.AGAIN)
    facts = (SessionReopened(now), WentBack(now, stand.key))
    return _lead_in(plan, Turn(running, facts), now)


# What becomes of a phase whose plan changes


def follow(before: Plan, after: Plan, phase: Running | Paused, now: int) -> Running | Paused:
    """Return `phase`, advanced to `now` by the plan `before`, as it goes on by `after`.

    A counted set that becomes paced begins again, after a lead-in where the session runs; one
    that is paced no more goes on from where it is. Where the pace of a set is another, its rep
    goes on from where it is, and what is left takes that much longer or shorter.
    """
    undo = tuple(
        replace(left, stand=_repaced(before, after, left.stand)) for left in phase.stand.undo
    )
    phase = replace(phase, stand=replace(phase.stand, undo=undo))
    key = phase.stand.key
    if before[key].pace == after[key].pace:
        return phase
    stand = _repaced(before, after, replace(phase.stand, elapsed=elapsed(phase, now)))
    if isinstance(phase, Paused):
        return replace(phase, stand=stand)
    going_on = replace(phase, stand=stand, runs_from=max(phase.runs_from, now))
    if before[key].pace and after[key].pace:
        return going_on
    anew = replace(going_on, began=now, entry=Entry.AGAIN)
    if after[key].pace:
        return replace(anew, runs_from=now + PACE_LEAD_IN, lead=now)
    return replace(anew, runs_from=now, lead=None)


def _repaced(before: Plan, after: Plan, stand: Stand) -> Stand:
    """Return `stand`, which is of the plan `before`, by the rep pace of `after`."""
    old, new = before[stand.key].pace, after[stand.key].pace
    if old == new:
        return stand
    if new is None:
        return replace(stand, length=None)
    if old is None or stand.length is None:
        return replace(_at_start_of(after[stand.key]), undo=stand.undo)
    left = stand.length - stand.elapsed
    return replace(stand, length=stand.elapsed + left * new // old)


# What becomes of a move


def _running(before: Idle | Paused | Over, stand: Stand, now: int, entry: Entry) -> Running:
    """Return the phase that runs on from `stand`; times and guards are those of `before`."""
    return Running(
        stand,
        runs_from=now,
        lead=None,
        began=now,
        entry=entry,
        since=now,
        times=times(before, now),
        pressed=before.pressed,
        by_itself=None if isinstance(before, Idle) else before.by_itself,
    )


def _go(phase: Running, move: _Move, now: int, entry: Entry) -> Turn:
    to, facts = move
    guarded = replace(phase, by_itself=now) if entry is Entry.ITSELF else phase
    if isinstance(to, _End):
        return Turn(_over(guarded, to, now), facts)
    running = replace(guarded, stand=to, runs_from=now, lead=None, began=now, entry=entry)
    return Turn(running, facts)


def _wait(phase: Paused, move: _Move, now: int) -> Turn:
    to, facts = move
    if isinstance(to, _End):
        return Turn(_over(phase, to, now), facts)
    return Turn(replace(phase, stand=to), facts)


def _over(phase: Running | Paused, end: _End, now: int) -> Over:
    return Over(now, True, end.undo, times(phase, now), phase.pressed, phase.by_itself)


def _lead_in(plan: Plan, turn: Turn, now: int) -> Turn:
    """Give the hold or paced set just entered its lead-in, at whose end its go sounds."""
    phase = turn.phase
    if not isinstance(phase, Running) or not plan.resume:
        return turn
    if not plan[phase.stand.key].takes_lead_in:
        return turn
    facts = (replace(f, silent=True) if isinstance(f, StepBegan) else f for f in turn.facts)
    return Turn(replace(phase, runs_from=now + plan.resume, lead=now), tuple(facts))


# From one stand to another


def _at_start_of(step: Step) -> Stand:
    return Stand(step.key, 0, step.length)


def _forward(
    plan: Plan,
    stand: Stand,
    now: int,
    outcome: SetOutcome | None,
    *,
    undo: tuple[Left, ...],
    silent: bool = False,
) -> _Move:
    """Leave the step, a set with its `outcome`, for the next one."""
    ended: tuple[Fact, ...] = ()
    if outcome is not None:
        ended = (SetEnded(now, stand.key, stand.elapsed, outcome),)
    following = plan.after(stand.key)
    if following is None:
        return _End(undo), (*ended, SessionFinished(now, silent))
    to = replace(_at_start_of(following), undo=undo)
    return to, (*ended, StepBegan(now, following.key, silent))


def _skip(plan: Plan, stand: Stand, now: int, *, silent: bool = False) -> _Move:
    outcome = _outcome_of_skip(plan[stand.key], stand)
    undo = _pushed(stand, outcome)
    return _forward(plan, stand, now, outcome, undo=undo, silent=silent)


def _outcome_of_skip(step: Step, stand: Stand) -> SetOutcome | None:
    if not step.is_set:
        return None
    if step.is_hold and stand.length is not None and stand.elapsed * 5 >= stand.length * 4:
        return SetOutcome.DONE
    return SetOutcome.SKIPPED


def _pushed(stand: Stand, outcome: SetOutcome | None) -> tuple[Left, ...]:
    return (*stand.undo, Left(replace(stand, undo=()), outcome))


def _undone(undo: tuple[Left, ...]) -> Stand:
    return replace(undo[-1].stand, undo=undo[:-1])


def _back(plan: Plan, stand: Stand, now: int) -> _Move:
    to = _undone(stand.undo) if stand.undo else _at_start_of(_step_back(plan, stand))
    return to, (WentBack(now, to.key),)


def _step_back(plan: Plan, stand: Stand) -> Step:
    step = plan[stand.key]
    if step.kind is StepKind.PREPARE or (step.is_set and stand.elapsed > AGAIN_AFTER):
        return step
    return plan.set_before(stand.key) or step


def _adjusted(step: Step, stand: Stand, by: int) -> Stand | None:
    """Return the stand with its length changed by `by` ms, None where nothing changes.

    The length of a counted set is that of its reps, and not to be adjusted.
    """
    if stand.length is None or step.is_counted:
        return None
    if by > 0:
        length = min(max(stand.length, stand.elapsed) + by, LONGEST)
    else:
        length = min(stand.length, max(stand.length + by, stand.elapsed + LEAST_LEFT))
    if length == stand.length or length <= stand.elapsed:
        return None
    return replace(stand, length=length, heard=0)


def _length_changed(stand: Stand, now: int) -> LengthChanged:
    assert stand.length is not None
    return LengthChanged(now, stand.key, stand.length)


# What can be asked of a phase


def elapsed(phase: Running | Paused, now: int) -> int:
    """Return how many ms of the step have gone by at `now`; a lead-in does not count."""
    if isinstance(phase, Paused):
        return phase.stand.elapsed
    return phase.stand.elapsed + max(0, now - phase.runs_from)


def times(phase: Phase, now: int) -> Times:
    """Return how long the session has been running and paused at `now`."""
    match phase:
        case Idle():
            return Times()
        case Running(since=since, times=before):
            return replace(before, ran=before.ran + now - since)
        case Paused(since=since, times=before):
            return replace(before, paused=before.paused + now - since)
        case Over():
            return phase.times
        case _:
            assert_never(phase)


def position(phase: Running | Paused, now: int) -> Position:
    """Return where the session stands at `now`, as history keeps it."""
    so_far = times(phase, now)
    return Position(
        key=phase.stand.key,
        elapsed=elapsed(phase, now),
        length=phase.stand.length,
        ran=so_far.ran,
        paused=so_far.paused,
        pauses=so_far.pauses,
    )


def waits(plan: Plan, stand: Stand) -> bool:
    """Return whether the step is a rest that does not end by itself."""
    step = plan[stand.key]
    if step.kind is not StepKind.REST or step.rest is RestKind.SWITCH:
        return False
    return plan.wait and not stand.shortened


def in_overtime(plan: Plan, stand: Stand) -> bool:
    """Return whether the step is a rest that is over and waits."""
    return waits(plan, stand) and _is_over(stand)


def _is_over(stand: Stand) -> bool:
    return stand.length is not None and stand.elapsed >= stand.length
