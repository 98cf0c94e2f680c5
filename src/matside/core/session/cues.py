"""The cues of a step: its ticks, its half-way signal, or the reps of a paced set."""

from matside.core.durations import SECOND
from matside.core.session.progress import elapsed, waits
from matside.core.session.values import Cue, CueKind, Paused, Running, StepProgress
from matside.core.workout.plan import Plan, Work, is_switch

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
    more has a half-way signal. A paced set has its reps, and no ticks among them.
    """
    step, length = plan[progress.key], progress.length
    if length is None:
        return ()
    if isinstance(step, Work) and step.reps and step.pace:
        return _reps(step.reps, step.pace, length)
    ticks = tuple(Cue(length - left, CueKind.TICK) for left in _ticks(plan, progress, length))
    if isinstance(step, Work) and length >= HALF_WAY_FROM:
        return (Cue(length // 2, CueKind.HALF_WAY), *ticks)
    return ticks


def _reps(reps: int, pace: int, length: int) -> tuple[Cue, ...]:
    """Return the reps of a paced set, by what is left: its pace may have been another before."""
    left = enumerate(range(reps * pace, 0, -pace), start=1)
    return tuple(Cue(length - ms, CueKind.REP, rep) for rep, ms in left if ms <= length)


def _ticks(plan: Plan, progress: StepProgress, length: int) -> tuple[int, ...]:
    if waits(plan, progress):
        return ()
    if progress.shortened or length >= FULL_TICKS_FROM:
        return tuple(left for left in COUNT_OF_THREE if left <= length)
    return (SECOND,) if length >= ONE_TICK_FROM else ()


def tells_last_seconds(plan: Plan, phase: Running | Paused, now: int) -> bool:
    """Return whether get ready or a rest, but no switch, is in the last 3 s before its go."""
    step, progress = plan[phase.progress.key], phase.progress
    if isinstance(phase, Paused) or progress.length is None or waits(plan, progress):
        return False
    if isinstance(step, Work) or is_switch(step):
        return False
    announced = progress.shortened or progress.length >= FULL_TICKS_FROM
    return announced and progress.length - elapsed(phase, now) <= LAST_SECONDS


def next_cue(plan: Plan, progress: StepProgress) -> Cue | None:
    """Return the first cue that is still to come, None after the last."""
    ahead = max(progress.cues_fired_before, progress.elapsed)
    return next((cue for cue in cues(plan, progress) if cue.offset >= ahead), None)
