"""What the screen shows at an instant, as meanings without words."""

from dataclasses import dataclass
from enum import Enum
from typing import TypeGuard

from matside.core.durations import SECOND, whole_seconds
from matside.core.session.cues import tells_last_seconds
from matside.core.session.estimate import time_left
from matside.core.session.moves import is_adjustable
from matside.core.session.progress import elapsed, waits
from matside.core.session.record import SetOutcome
from matside.core.session.sequencer import handle, meaning
from matside.core.session.values import (
    Command,
    Entry,
    Idle,
    Paused,
    PauseReason,
    Phase,
    Press,
    Running,
)
from matside.core.workout.plan import Plan, Rest, RestKind, Step, Work, is_switch, takes_lead_in

__all__ = [
    "Layout",
    "Look",
    "PauseReading",
    "PauseReason",
    "Press",
    "Reading",
    "read",
    "read_next",
]

CONFIRMED_FOR = 2 * SECOND
"""How long the screen says what a press has made of a set."""


class Look(Enum):
    """The colour and the word of the moment."""

    WORK = "work"
    READY = "ready"
    SWITCH = "switch"
    REST = "rest"
    PAUSED = "paused"
    DONE = "done"


class Layout(Enum):
    """How the stage is laid out: WORK for sets and switches, CHANGE_OVER for what comes next."""

    WORK = "work"
    CHANGE_OVER = "change-over"


@dataclass(frozen=True, slots=True)
class PauseReading:
    """A pause: why, and for how many whole seconds so far."""

    why: PauseReason
    seconds: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the stage shows of a session that is running or paused.

    `shown` is the set under way, else the one that comes next; `following` the set after it.
    `step` is the running step and `place` its place in the plan, from 0; `share` is the part
    of it that has gone by, 0 to 1 (of a counted set by its reps, or by its estimate).
    `seconds` are the countdown's digits: what is left, of a lead-in while one runs, counted up
    in overtime; None in a counted set that is not paced.
    `rep` is the rep under way of a paced set, from 1, also while it waits; None elsewhere.
    `held_back` are the seconds of a set that wait behind its lead-in, None without lead-in.
    `flooded` is true in the last seconds before a go, when the whole window is yellow.
    `confirmed` is what a press has just made of a set, for as long as the screen says so, and
    `given` the whole seconds that it has given instead to get set for what comes next.
    `left` are the whole seconds left of the workout.
    `resume` are the whole seconds that RESUME, or the press, gives here to get set, 0 for none.
    """

    look: Look
    layout: Layout
    press: Press
    step: Step
    place: int
    share: float
    shown: Work
    following: Work | None
    seconds: int | None
    rep: int | None
    held_back: int | None
    overtime: bool
    flooded: bool
    adjustable: bool
    confirmed: SetOutcome | None
    given: int | None
    pause: PauseReading | None
    left: int
    resume: int


def read(plan: Plan, phase: Running | Paused, now: int) -> Reading:
    """Return what the stage shows of `phase`, which has been advanced to `now`."""
    progress, step = phase.progress, plan[phase.progress.key]
    shown = plan.set_from(step.key)
    look, press_means = _look(plan, phase, now), meaning(plan, phase, now)
    gives = takes_lead_in(step) or press_means is Press.START_SOON
    return Reading(
        look=look,
        layout=_layout(step),
        press=press_means,
        step=step,
        place=plan.place_of(step.key),
        share=_share(phase, step, now),
        shown=shown,
        following=_set_after(plan, shown),
        seconds=_seconds(phase, now),
        rep=_rep(phase, step, now),
        held_back=_held_back(phase, now),
        overtime=_is_in_overtime(plan, phase, now),
        flooded=tells_last_seconds(plan, phase, now),
        adjustable=progress.length is not None and is_adjustable(step),
        confirmed=_confirmed(phase, now),
        pause=_pause(phase, now),
        left=whole_seconds(time_left(plan, phase, now)),
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


def _share(phase: Running | Paused, step: Step, now: int) -> float:
    if (left := _left_of_reps(phase, step, now)) is not None:
        return 1 - left / step.estimate
    length = step.estimate if phase.progress.length is None else phase.progress.length
    return min(1.0, elapsed(phase, now) / length)


def _left_of_reps(phase: Running | Paused, step: Step, now: int) -> int | None:
    """Return the ms that the reps still take at their present pace; None without a pace."""
    is_paced = isinstance(step, Work) and step.pace is not None
    length = phase.progress.length
    return length - elapsed(phase, now) if is_paced and length is not None else None


def _rep(phase: Running | Paused, step: Step, now: int) -> int | None:
    left = _left_of_reps(phase, step, now)
    if left is None or not isinstance(step, Work) or not step.reps or not step.pace:
        return None
    return step.reps - max(0, left - 1) // step.pace


def _seconds(phase: Running | Paused, now: int) -> int | None:
    if _is_led_in(phase, now):
        return whole_seconds(phase.clock_starts_at - now)
    if phase.progress.length is None:
        return None
    left = phase.progress.length - elapsed(phase, now)
    return whole_seconds(left) if left > 0 else max(1, whole_seconds(-left))


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
