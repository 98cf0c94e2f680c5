"""How a session gets from one stand to another, whether it runs or is paused.

What a press undoes. Each step that NEXT or SKIP ends is laid on the stack `Stand.undo` of the
step after it, as it stood; BACK takes it up again. A step that begins by itself, or that is
entered by BACK, starts with an empty stack.
"""

from dataclasses import dataclass, replace

from matside.core.durations import HOUR, SECOND
from matside.core.session.progress import is_over, waits
from matside.core.session.record import SetOutcome
from matside.core.session.values import (
    EndedStep,
    Fact,
    LengthChanged,
    SessionFinished,
    SetEnded,
    StepBegan,
    StepProgress,
    WentBack,
)
from matside.core.workout.plan import Plan, Prepare, Step, Work

ADJUSTMENT = 15 * SECOND
"""What one ADJUST adds or takes."""

LEAST_LEFT = 3 * SECOND
"""What ADJUST always leaves of a step."""

LONGEST = HOUR
"""The length that ADJUST never passes."""

AGAIN_AFTER = 3 * SECOND
"""A set that has run longer than this begins again at BACK; else BACK goes further back."""


@dataclass(frozen=True, slots=True)
class PlanEnd:
    """The place behind the last step; `undo` is the stack of the presses that led there."""

    undo: tuple[EndedStep, ...]


Move = tuple[StepProgress | PlanEnd, tuple[Fact, ...]]
"""Where a rule leads, and the facts on the way."""


def at_start_of(step: Step) -> StepProgress:
    """Return the stand of a step that begins."""
    return StepProgress(step.key, 0, step.length)


def forward(
    plan: Plan,
    progress: StepProgress,
    now: int,
    outcome: SetOutcome | None,
    *,
    undo: tuple[EndedStep, ...],
    silent: bool = False,
) -> Move:
    """Leave the step, a set with its `outcome`, for the next one."""
    ended: tuple[Fact, ...] = ()
    if outcome is not None:
        ended = (SetEnded(now, progress.key, progress.elapsed, outcome),)
    following = plan.after(progress.key)
    if following is None:
        return PlanEnd(undo), (*ended, SessionFinished(now, silent))
    to = replace(at_start_of(following), undo=undo)
    return to, (*ended, StepBegan(now, following.key, silent))


def skip(plan: Plan, progress: StepProgress, now: int, *, silent: bool = False) -> Move:
    """Leave the step for the next one; a hold of which 80 % have run is done."""
    outcome = _outcome_of_skip(plan[progress.key], progress)
    undo = pushed(plan, progress, outcome)
    return forward(plan, progress, now, outcome, undo=undo, silent=silent)


def _outcome_of_skip(step: Step, progress: StepProgress) -> SetOutcome | None:
    if not isinstance(step, Work):
        return None
    if not step.is_hold or progress.length is None:
        return SetOutcome.SKIPPED
    return SetOutcome.DONE if progress.elapsed * 5 >= progress.length * 4 else SetOutcome.SKIPPED


def pushed(
    plan: Plan, progress: StepProgress, outcome: SetOutcome | None
) -> tuple[EndedStep, ...]:
    """Return the stack of the step after `stand`, whose step a press ends with `outcome`."""
    return (*progress.undo, EndedStep(replace(restored(plan, progress), undo=()), outcome))


def restored(plan: Plan, progress: StepProgress) -> StepProgress:
    """Return `stand` as BACK may lead to it: a rest that waited, and does no more, begins again.

    It is over, and would end in the very instant in which it is back.
    """
    if is_over(progress) and not waits(plan, progress):
        return replace(at_start_of(plan[progress.key]), undo=progress.undo)
    return progress


def undone(undo: tuple[EndedStep, ...]) -> StepProgress:
    """Return the step that the last press ended, as it stood."""
    return replace(undo[-1].progress, undo=undo[:-1])


def back(plan: Plan, progress: StepProgress, now: int) -> Move:
    """Take back the press that led here; else begin the set again, or go to the one before."""
    to = undone(progress.undo) if progress.undo else at_start_of(_step_back(plan, progress))
    return to, (WentBack(now, to.key),)


def _step_back(plan: Plan, progress: StepProgress) -> Step:
    step = plan[progress.key]
    if isinstance(step, Prepare) or (isinstance(step, Work) and progress.elapsed > AGAIN_AFTER):
        return step
    return plan.set_before(progress.key) or step


def is_adjustable(step: Step) -> bool:
    """Return whether the length of the step may be another: a hold's, a rest's, get ready's."""
    return not isinstance(step, Work) or step.is_hold


def adjusted(step: Step, progress: StepProgress, by: int) -> StepProgress | None:
    """Return the stand with its length changed by `by` ms, None where nothing changes.

    The length of a counted set is that of its reps, and not to be adjusted.
    """
    if progress.length is None or not is_adjustable(step):
        return None
    if by > 0:
        length = min(max(progress.length, progress.elapsed) + by, LONGEST)
    else:
        length = min(progress.length, max(progress.length + by, progress.elapsed + LEAST_LEFT))
    if length == progress.length or length <= progress.elapsed:
        return None
    return replace(progress, length=length, cues_fired_before=0)


def length_changed(progress: StepProgress, now: int) -> LengthChanged:
    """Return the fact that the timed step has the length that it has in `stand`."""
    assert progress.length is not None
    return LengthChanged(now, progress.key, progress.length)
