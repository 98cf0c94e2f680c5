"""What the screen shows at an instant, as meanings without words."""

from enum import Enum
from typing import TypeGuard

from matside.core.durations import SECOND, whole_seconds
from matside.core.session.block_clock import time_over
from matside.core.session.cues import tells_last_seconds
from matside.core.session.looks import Look, PauseReason, Press
from matside.core.session.moves import is_adjustable
from matside.core.session.progress import elapsed, rep_of, time_behind, time_left, waits
from matside.core.session.record import LastSet, RoundsBefore, SetOutcome, SetRecord
from matside.core.session.sequencer import handle, meaning
from matside.core.session.values import Command, Entry, Idle, Paused, Phase, Running
from matside.core.workout.model import Every, MaxHold
from matside.core.workout.plan import Plan
from matside.core.workout.rests import RestKind
from matside.core.workout.steps import (
    Prepare,
    Rest,
    Step,
    Work,
    clock_of,
    is_switch,
    minute_of,
    takes_lead_in,
)
from matside.core.workout.weight_change import WeightChange, weight_change
from matside.frozen import frozen

CONFIRMED_FOR = 2 * SECOND
"""How long the screen says what a press has made of a set."""


class Layout(Enum):
    """How the stage is laid out: WORK for sets and switches, CHANGE_OVER for what comes next."""

    WORK = "work"
    CHANGE_OVER = "change-over"


@frozen
class PauseReading:
    """A pause: why, and for how many whole seconds so far."""

    why: PauseReason
    seconds: int


@frozen
class ClockReading:
    """The clock of a minute, or of a block that lasts for a time.

    `seconds` are the whole seconds left of it. `number` is the minute, from 1, of `total`; or it
    is how many rounds have been done, and nobody knows their total, which is None.
    """

    seconds: int
    number: int
    total: int | None


@frozen
class Reading:
    """What the stage shows of a session that is running or paused.

    `shown` is the set under way, else the one that comes next; `weights` is what the hands do
    before it, and `following` the set after it.
    `step` is the running step and `place` its place on a timeline, from 0; `share` is the part
    of it that has gone by, 0 to 1 (of a counted set by its reps, its clock, or its estimate),
    and `whole` the ms of which that is the part.
    `seconds` are the countdown's digits: what is left, of a lead-in while one runs, counted up
    in overtime and in a hold to failure, or of a clock in a set that is not timed; None in a
    counted set that is neither paced nor has a clock. `taken` are the whole seconds that such a
    set has taken, None elsewhere.
    `rep` is the rep under way of a paced set, from 1, also while it waits; None elsewhere.
    `held_back` are the seconds of a set that wait behind its lead-in, None without lead-in.
    `flooded` is true in the last seconds before a go, when the whole window is yellow.
    `confirmed` is what a press has just made of a set, for as long as the screen says so, and
    `given` the whole seconds that it has given instead to get set for what comes next.
    `left` are the whole seconds left of the workout, and `behind` the ms of the plan that lie
    behind by its estimates.
    `clock` is that which runs beside the step, None where none does.
    `resume` are the whole seconds that RESUME, or the press, gives here to get set, 0 for none.
    `correctable` is the last set as it is recorded, while that may be corrected; else None.
    `last_time` is the set that is shown as it was done the last time, and `is_first_time` is true
    where it was never done; neither is known before the history is read. `rounds_before` are those
    of its block, where that lasts for a time and any were done.
    `is_empty` is true before a set was done or skipped: to end now leaves nothing to keep.
    """

    look: Look
    layout: Layout
    press: Press
    step: Step
    place: int
    share: float
    whole: int
    shown: Work
    following: Work | None
    weights: WeightChange
    seconds: int | None
    taken: int | None
    rep: int | None
    held_back: int | None
    overtime: bool
    flooded: bool
    adjustable: bool
    confirmed: SetOutcome | None
    given: int | None
    pause: PauseReading | None
    left: int
    behind: int
    clock: ClockReading | None
    resume: int
    correctable: SetRecord | None = None
    last_time: LastSet | None = None
    is_first_time: bool = False
    rounds_before: RoundsBefore | None = None
    is_empty: bool = False


def read(plan: Plan, phase: Running | Paused, now: int) -> Reading:
    """Return what the stage shows of `phase`, which has been advanced to `now`."""
    progress, step = phase.progress, plan[phase.progress.key]
    shown, whole = plan.set_from(step.key), _whole(step, progress.length)
    share = _share(plan, phase, now, whole)
    look, press_means = _look(plan, phase, now), meaning(plan, phase, now)
    gives = takes_lead_in(step) or press_means in (Press.START_SOON, Press.CUT)
    return Reading(
        look=look,
        layout=_layout(step),
        press=press_means,
        step=step,
        place=plan.bar_of(step.key),
        share=share,
        whole=whole,
        shown=shown,
        following=_set_after(plan, shown),
        weights=weight_change(plan, shown),
        seconds=_seconds(plan, phase, now),
        taken=_taken(phase, step, now),
        rep=rep_of(step, progress.length, elapsed(phase, now)),
        held_back=_held_back(phase, now),
        overtime=_is_in_overtime(plan, phase, now),
        flooded=tells_last_seconds(plan, phase, now),
        adjustable=progress.length is not None and is_adjustable(step),
        confirmed=_confirmed(phase, now),
        pause=_pause(phase, now),
        left=whole_seconds(time_left(plan, phase, now)),
        behind=time_behind(plan, phase, now, share),
        clock=_clock(plan, phase, now),
        given=_given(plan, phase, now),
        resume=plan.resume // SECOND if gives else 0,
    )


def read_next(plan: Plan, phase: Phase, now: int) -> Reading | None:
    """Return what the stage would show of `phase` if it were skipped on at `now`.

    Behind a set that is the next step, before a session the first one, and in a rest still the
    set that it leads to. None says that it would show no session.
    """
    command = Command.START if isinstance(phase, Idle) else Command.SKIP
    then = handle(plan, phase, command, now).phase
    return read(plan, then, now) if isinstance(then, Running | Paused) else None


def _look(plan: Plan, phase: Running | Paused, now: int) -> Look:
    if isinstance(phase, Paused):
        return Look.PAUSED
    match plan[phase.progress.key]:
        case Work() if not _is_led_in(phase, now):
            return Look.WORK
        case Rest(kind=RestKind.SWITCH):
            return Look.SWITCH
        case Rest() if not tells_last_seconds(plan, phase, now):
            return Look.REST
        case _:
            return Look.READY


def _layout(step: Step) -> Layout:
    works = isinstance(step, Work) or is_switch(step)
    return Layout.WORK if works else Layout.CHANGE_OVER


def _set_after(plan: Plan, shown: Work) -> Work | None:
    following = plan.after(shown.key)
    return None if following is None else plan.set_from(following.key)


def _is_in_overtime(plan: Plan, phase: Running | Paused, now: int) -> bool:
    """Return whether a rest is over and waits, or is paused after it has waited."""
    if phase.progress.length is None or elapsed(phase, now) < phase.progress.length:
        return False
    return isinstance(phase, Paused) or waits(plan, phase.progress)


def _is_led_in(phase: Running | Paused, now: int) -> TypeGuard[Running]:
    return (
        isinstance(phase, Running)
        and phase.lead_in_from is not None
        and now < phase.clock_starts_at
    )


def _share(plan: Plan, phase: Running | Paused, now: int, whole: int) -> float:
    step = plan[phase.progress.key]
    if (left := _left_of_reps(phase, step, now)) is not None:
        return 1 - left / whole
    over = time_over(plan, phase.progress)
    if over is not None and phase.progress.length is None:
        return 1 - max(0, over - elapsed(phase, now)) / whole
    return min(1.0, elapsed(phase, now) / whole)


def _whole(step: Step, length: int | None) -> int:
    """Return the ms that make the whole of `step`: of its reps, its clock, or the step itself."""
    if isinstance(step, Work) and step.pace is not None:
        return step.estimate
    clock = clock_of(step)
    if clock is not None and length is None:
        return clock.seconds * SECOND
    return step.estimate if length is None else length


def _left_of_reps(phase: Running | Paused, step: Step, now: int) -> int | None:
    """Return the ms that the reps still take at their present pace; None without a pace."""
    is_paced = isinstance(step, Work) and step.pace is not None
    length = phase.progress.length
    return length - elapsed(phase, now) if is_paced and length is not None else None


def _clock(plan: Plan, phase: Running | Paused, now: int) -> ClockReading | None:
    over, step = time_over(plan, phase.progress), plan[phase.progress.key]
    clock = clock_of(step)
    if over is None or clock is None or isinstance(step, Prepare):
        return None
    seconds = whole_seconds(max(0, over - elapsed(phase, now)))
    if isinstance(clock, Every):
        return ClockReading(seconds, *minute_of(step))
    return ClockReading(seconds, plan.set_from(step.key).key.round - 1, None)


def _seconds(plan: Plan, phase: Running | Paused, now: int) -> int | None:
    step = plan[phase.progress.key]
    if _is_led_in(phase, now):
        return whole_seconds(phase.clock_starts_at - now)
    if phase.progress.length is None:
        if (over := time_over(plan, phase.progress)) is not None:
            return whole_seconds(max(0, over - elapsed(phase, now)))
        return elapsed(phase, now) // SECOND if _is_held_to_failure(step) else None
    left = phase.progress.length - elapsed(phase, now)
    return whole_seconds(left) if left > 0 else max(1, whole_seconds(-left))


def _taken(phase: Running | Paused, step: Step, now: int) -> int | None:
    if not isinstance(step, Work) or phase.progress.length is not None:
        return None
    return None if _is_held_to_failure(step) else elapsed(phase, now) // SECOND


def _is_held_to_failure(step: Step) -> bool:
    return isinstance(step, Work) and isinstance(step.exercise.dose, MaxHold)


def _held_back(phase: Running | Paused, now: int) -> int | None:
    if phase.progress.length is None or not _is_led_in(phase, now):
        return None
    return whole_seconds(phase.progress.length - phase.progress.elapsed)


def _confirmed(phase: Running | Paused, now: int) -> SetOutcome | None:
    if not isinstance(phase, Running) or phase.entry is not Entry.ONWARDS:
        return None
    if not phase.progress.undo:
        return None
    return phase.progress.undo[-1].outcome if now - phase.began < CONFIRMED_FOR else None


def _given(plan: Plan, phase: Running | Paused, now: int) -> int | None:
    """Return the seconds that NEXT has just given in get ready or in a rest.

    It has shortened what was left to them, or overtime has led into a lead-in.
    """
    if not isinstance(phase, Running) or now - _pressed_at(phase) >= CONFIRMED_FOR:
        return None
    progress = phase.progress
    if progress.shortened and progress.length is not None:
        given = progress.length - progress.elapsed == plan.resume
    else:
        came_by_press = phase.entry is Entry.ONWARDS and bool(progress.undo)
        given = (
            phase.lead_in_from is not None and came_by_press and progress.undo[-1].outcome is None
        )
    return plan.resume // SECOND if given else None


def _pressed_at(phase: Running) -> int:
    """Return when NEXT shortened the rest, else when the step was entered."""
    return phase.clock_starts_at if phase.progress.shortened else phase.began


def _pause(phase: Running | Paused, now: int) -> PauseReading | None:
    if not isinstance(phase, Paused):
        return None
    return PauseReading(phase.why, (now - phase.since) // SECOND)
