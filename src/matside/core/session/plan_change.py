"""What becomes of a session whose plan changes: its rep pace, or whether its rests wait.

A paced set is a timed set whose length is that of its reps, and each rep is a cue. Its reps are
counted from its end, so a pace that changes under way changes only what is left.
"""

from dataclasses import replace
from typing import assert_never

from matside.core.durations import SECOND
from matside.core.session.block_clock import on_clock_of
from matside.core.session.moves import begun_again, restored
from matside.core.session.progress import elapsed, is_over, waits
from matside.core.session.values import (
    EndedStep,
    Entry,
    Idle,
    Over,
    Paused,
    Phase,
    Running,
    StepProgress,
)
from matside.core.workout.plan import Plan
from matside.core.workout.steps import StepKey, Work

PACE_LEAD_IN = 3 * SECOND
"""The lead-in of a set that begins again because rep pace was switched on."""


def follow(before: Plan, after: Plan, phase: Phase, now: int) -> Phase:
    """Return `phase`, advanced to `now` by the plan `before`, as it goes on by `after`.

    A counted set that becomes paced begins again, after a lead-in where the session runs; one
    that is paced no more goes on from where it is. Where the pace of a set is another, its rep
    goes on from where it is, and what is left takes that much longer or shorter.
    A rest that is over and waits no more ends now; while paused it ends at RESUME.
    So does all that BACK may lead to, also in a session that is over.
    """
    match phase:
        case Idle():
            return phase
        case Running():
            return _run_on(before, after, phase, now)
        case Paused(progress=progress):
            return replace(phase, progress=_followed(before, after, progress))
        case Over(stopped=StepProgress() as progress):
            return replace(phase, stopped=_followed(before, after, progress))
        case Over():
            return replace(phase, undo=_restored(before, after, phase.undo))
        case _:
            assert_never(phase)


def _run_on(before: Plan, after: Plan, phase: Running, now: int) -> Running:
    old, new = _pace(before, phase.progress.key), _pace(after, phase.progress.key)
    here = replace(phase.progress, elapsed=elapsed(phase, now))
    progress = _followed(before, after, here)
    going_on = replace(phase, progress=progress, clock_starts_at=max(phase.clock_starts_at, now))
    if progress.length is not None and is_over(progress) and not waits(after, progress):
        over = on_clock_of(progress, replace(progress, elapsed=progress.length))
        return replace(going_on, progress=over)
    if old == new:
        return replace(phase, progress=replace(phase.progress, undo=progress.undo))
    if old and new:
        return going_on
    anew = replace(going_on, began=now, entry=Entry.AGAIN)
    if new:
        return replace(anew, clock_starts_at=now + PACE_LEAD_IN, lead_in_from=now)
    return replace(anew, clock_starts_at=now, lead_in_from=None)


def _followed(before: Plan, after: Plan, progress: StepProgress) -> StepProgress:
    """Return `progress`, which is of the plan `before`, by `after`, with all that it undoes."""
    return replace(_repaced(before, after, progress), undo=_restored(before, after, progress.undo))


def _restored(before: Plan, after: Plan, undo: tuple[EndedStep, ...]) -> tuple[EndedStep, ...]:
    return tuple(
        replace(left, progress=restored(after, _repaced(before, after, left.progress)))
        for left in undo
    )


def _repaced(before: Plan, after: Plan, progress: StepProgress) -> StepProgress:
    """Return `progress`, which is of the plan `before`, by the rep pace of `after`."""
    old, new = _pace(before, progress.key), _pace(after, progress.key)
    if old == new:
        return progress
    if new is None:
        return replace(progress, length=None)
    if old is None or progress.length is None:
        return begun_again(after, progress)
    left = progress.length - progress.elapsed
    return replace(progress, length=progress.elapsed + left * new // old)


def _pace(plan: Plan, key: StepKey) -> int | None:
    step = plan[key]
    return step.pace if isinstance(step, Work) else None
