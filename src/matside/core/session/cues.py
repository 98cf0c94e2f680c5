"""The cues of a step: its ticks, its half-way signal, or the reps of a paced set."""

from collections.abc import Iterator
from itertools import accumulate

from matside.core.durations import SECOND
from matside.core.session.block_clock import time_over
from matside.core.session.progress import elapsed, waits
from matside.core.session.values import Cue, CueKind, Paused, Running, StepProgress
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Work, clock_of, is_rest_of_minute, is_switch
from matside.core.workout.tempo import Parts

HALF_WAY_FROM = 30 * SECOND
"""The length from which a hold has a half-way signal."""

FULL_TICKS_FROM = 8 * SECOND
ONE_TICK_FROM = 3 * SECOND

LAST_SECONDS = 3 * SECOND
"""The end of a step that is counted down."""

COUNT_OF_THREE = (LAST_SECONDS, 2 * SECOND, SECOND)
"""What is left of a step, or of a lead-in, at its ticks."""


def cues(plan: Plan, progress: StepProgress) -> tuple[Cue, ...]:
    """Return the cues of the step by its present length, in order.

    3-2-1 before the end of a timed step of 8 s or more, one tick from 3 s to under 8 s; a
    shortened rest has as many of 3-2-1 as fit, a rest that waits has none. A hold of 30 s or
    more has a half-way signal. A paced set has its reps and the parts of each, and no ticks
    among them.
    Where its minute, or the time of its block, is over sooner, the step ends there.
    """
    step, length = plan[progress.key], progress.length
    end = end_of_step(plan, progress)
    if end is None:
        return ()
    if isinstance(step, Work) and step.reps and step.pace and length is not None:
        every = _reps(step.reps, step.pace, step.exercise.rep_parts, length)
        return tuple(cue for cue in every if cue.offset < end)
    ticks = tuple(Cue(end - left, CueKind.TICK) for left in _ticks(plan, progress, end))
    if isinstance(step, Work) and length is not None and HALF_WAY_FROM <= length < 2 * end:
        return (Cue(length // 2, CueKind.HALF_WAY), *ticks)
    return ticks


def end_of_step(plan: Plan, progress: StepProgress) -> int | None:
    """Return the offset at which the step ends by its length or its clock, None without both."""
    over = time_over(plan, progress)
    if over is None or progress.length is None:
        return progress.length if over is None else over
    return min(over, progress.length)


def _reps(reps: int, pace: int, parts: Parts, length: int) -> Iterator[Cue]:
    """Yield the reps of a paced set, and the parts of each, whatever it takes, to scale.

    They are placed by what is left, for the pace may have been another before.
    """
    whole = sum(parts)
    for rep in range(1, reps + 1):
        left = (reps + 1 - rep) * pace
        if left <= length:
            yield Cue(length - left, CueKind.REP, rep)
        for place, before in enumerate(accumulate(parts[:-1]), start=1):
            left_then = (left * whole - before * pace) // whole
            if parts[place] and before and left_then <= length:
                yield Cue(length - left_then, CueKind.MOVE if place % 2 == 0 else CueKind.STILL)


def _ticks(plan: Plan, progress: StepProgress, end: int) -> tuple[int, ...]:
    """Return what is left of the step at its ticks; its end is that of its clock, or its own."""
    step = plan[progress.key]
    clock, ends_by_clock = clock_of(step), end == time_over(plan, progress)
    if waits(plan, progress) and not ends_by_clock:
        return ()
    length = clock.seconds * SECOND if clock and ends_by_clock else end
    if is_rest_of_minute(step) and not isinstance(plan.after(step.key), Work):
        return ()
    if progress.shortened or length >= FULL_TICKS_FROM:
        return tuple(left for left in COUNT_OF_THREE if left <= end)
    return (SECOND,) if length >= ONE_TICK_FROM and end >= SECOND else ()


def tells_last_seconds(plan: Plan, phase: Running | Paused, now: int) -> bool:
    """Return whether get ready or a rest, but no switch, is in the last 3 s before its go."""
    step, progress = plan[phase.progress.key], phase.progress
    if isinstance(phase, Paused) or progress.length is None or waits(plan, progress):
        return False
    if isinstance(step, Work) or is_switch(step):
        return False
    is_announced = COUNT_OF_THREE[-1] in _ticks(plan, progress, progress.length)
    is_counted_down = progress.shortened or progress.length >= FULL_TICKS_FROM
    is_near = progress.length - elapsed(phase, now) <= LAST_SECONDS
    return is_near and is_announced and (is_counted_down or is_rest_of_minute(step))


def next_cue(plan: Plan, progress: StepProgress) -> Cue | None:
    """Return the first cue that is still to come, None after the last."""
    ahead = max(progress.cues_fired_before, progress.elapsed)
    return next((cue for cue in cues(plan, progress) if cue.offset >= ahead), None)
