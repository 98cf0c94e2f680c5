"""How far a session has got at an instant, and what can be asked of it there."""

from dataclasses import replace
from typing import assert_never

from matside.core.durations import MINUTE, SECOND
from matside.core.session.block_clock import time_over
from matside.core.session.record import Position
from matside.core.session.values import Idle, Over, Paused, Phase, Running, StepProgress, Times
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Rest, Step, StepKey, Work, is_rest_of_minute, is_switch

LONGEST_PAUSE = 10 * MINUTE
"""How long a pause keeps the screen awake, in ms."""


def progress_of(phase: Phase) -> StepProgress | None:
    """Return the progress of a session under way, or that at which it was stopped."""
    match phase:
        case Running(progress=progress) | Paused(progress=progress) | Over(stopped=progress):
            return progress
        case _:
            return None


def reached(plan: Plan, phase: Phase) -> StepKey | None:
    """Return the last step that the session has reached, None before it has begun."""
    if isinstance(phase, Over) and phase.finished:
        return plan.steps[-1].key
    progress = progress_of(phase)
    return None if progress is None else progress.key


def elapsed(phase: Running | Paused, now: int) -> int:
    """Return how much of the step has gone by at `now`, in ms; a lead-in does not count."""
    if isinstance(phase, Paused):
        return phase.progress.elapsed
    return phase.progress.elapsed + max(0, now - phase.clock_starts_at)


def time_left(plan: Plan, phase: Running | Paused, now: int) -> int:
    """Return the ms left of the session: of this step, and the estimates of all later ones.

    A counted set has its estimate less what has elapsed, never below 0. Where a clock runs, what
    it leaves of the minute or the block counts, but the last minute of all ends with its set.
    """
    progress = phase.progress
    length = plan[progress.key].estimate if progress.length is None else progress.length
    if (over := time_over(plan, progress)) is not None:
        length = min(length, over) if plan.after(progress.key) is None else over
    return max(0, length - elapsed(phase, now)) + plan.estimate_after(progress.key)


def time_behind(plan: Plan, phase: Running | Paused, now: int, share: float) -> int:
    """Return the ms of `plan` that lie behind by its estimates; `share` of the step has gone.

    Where a clock runs it says how far its minute, or its block, has got.
    """
    progress = phase.progress
    if progress.clock is not None:
        return plan.clock_begins(progress.key) + progress.clock + elapsed(phase, now)
    place = plan.place_of(progress.key)
    begins, ends = plan.begins[place : place + 2]
    return begins + int(share * (ends - begins))


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


def rep_of(step: Step, length: int | None, elapsed: int) -> int | None:
    """Return the rep under way of a paced set, from 1; None elsewhere.

    It is counted from the end of the set, which is `length` ms long.
    """
    if not isinstance(step, Work) or not (step.pace and step.reps) or length is None:
        return None
    return step.reps - max(0, length - elapsed - 1) // step.pace


def position(phase: Running | Paused, now: int) -> Position:
    """Return the position of the session at `now`, as history keeps it."""
    so_far = times(phase, now)
    return Position(
        key=phase.progress.key,
        elapsed=elapsed(phase, now),
        length=phase.progress.length,
        ran=so_far.ran,
        paused=so_far.paused,
        pauses=so_far.pauses,
        shortened=phase.progress.shortened,
        clock=phase.progress.clock,
    )


def until_next_second(phase: Running, now: int) -> int:
    """Return the ms until another second is shown, at least 1.

    It is one of the countdown, or of the time that a set without length has taken.
    """
    end = phase.clock_starts_at
    if now >= end:
        end += (phase.progress.length or 0) - phase.progress.elapsed
    return (end - now - 1) % SECOND + 1


def waits(plan: Plan, progress: StepProgress) -> bool:
    """Return whether the step is a rest that does not end by itself."""
    step = plan[progress.key]
    may_wait = isinstance(step, Rest) and not (is_switch(step) or is_rest_of_minute(step))
    return may_wait and plan.wait and not progress.shortened


def in_overtime(plan: Plan, progress: StepProgress) -> bool:
    """Return whether the step is a rest that is over and waits."""
    return waits(plan, progress) and is_over(progress)


def is_over(progress: StepProgress) -> bool:
    """Return whether the step has run for its length."""
    return progress.length is not None and progress.elapsed >= progress.length


def needs_screen(phase: Phase, now: int) -> bool:
    """Return whether the screen must stay awake: from start to finish, but no long pause."""
    if isinstance(phase, Paused):
        return now - phase.since < LONGEST_PAUSE
    return isinstance(phase, Running)
