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
    Fact,
    Left,
    LengthChanged,
    SessionFinished,
    SetEnded,
    Stand,
    StepBegan,
    WentBack,
)
from matside.core.workout.plan import Plan, Step, StepKind

ADJUSTMENT = 15 * SECOND
"""What one ADJUST adds or takes."""

LEAST_LEFT = 3 * SECOND
"""What ADJUST always leaves of a step."""

LONGEST = HOUR
"""The length that ADJUST never passes."""

AGAIN_AFTER = 3 * SECOND
"""A set that has run longer than this begins again at BACK; else BACK goes further back."""


@dataclass(frozen=True, slots=True)
class End:
    """The place behind the last step; `undo` is the stack of the presses that led there."""

    undo: tuple[Left, ...]


Move = tuple[Stand | End, tuple[Fact, ...]]
"""Where a rule leads, and the facts on the way."""


def at_start_of(step: Step) -> Stand:
    """Return the stand of a step that begins."""
    return Stand(step.key, 0, step.length)


def forward(
    plan: Plan,
    stand: Stand,
    now: int,
    outcome: SetOutcome | None,
    *,
    undo: tuple[Left, ...],
    silent: bool = False,
) -> Move:
    """Leave the step, a set with its `outcome`, for the next one."""
    ended: tuple[Fact, ...] = ()
    if outcome is not None:
        ended = (SetEnded(now, stand.key, stand.elapsed, outcome),)
    following = plan.after(stand.key)
    if following is None:
        return End(undo), (*ended, SessionFinished(now, silent))
    to = replace(at_start_of(following), undo=undo)
    return to, (*ended, StepBegan(now, following.key, silent))


def skip(plan: Plan, stand: Stand, now: int, *, silent: bool = False) -> Move:
    """Leave the step for the next one; a hold of which 80 % have run is done."""
    outcome = _outcome_of_skip(plan[stand.key], stand)
    undo = pushed(plan, stand, outcome)
    return forward(plan, stand, now, outcome, undo=undo, silent=silent)


def _outcome_of_skip(step: Step, stand: Stand) -> SetOutcome | None:
    if not step.is_set:
        return None
    if step.is_hold and stand.length is not None and stand.elapsed * 5 >= stand.length * 4:
        return SetOutcome.DONE
    return SetOutcome.SKIPPED


def pushed(plan: Plan, stand: Stand, outcome: SetOutcome | None) -> tuple[Left, ...]:
    """Return the stack of the step after `stand`, whose step a press ends with `outcome`."""
    return (*stand.undo, Left(replace(restored(plan, stand), undo=()), outcome))


def restored(plan: Plan, stand: Stand) -> Stand:
    """Return `stand` as BACK may lead to it: a rest that waited, and does no more, begins again.

    It is over, and would end in the very instant in which it is back.
    """
    if is_over(stand) and not waits(plan, stand):
        return replace(at_start_of(plan[stand.key]), undo=stand.undo)
    return stand


def undone(undo: tuple[Left, ...]) -> Stand:
    """Return the step that the last press ended, as it stood."""
    return replace(undo[-1].stand, undo=undo[:-1])


def back(plan: Plan, stand: Stand, now: int) -> Move:
    """Take back the press that led here; else begin the set again, or go to the one before."""
    to = undone(stand.undo) if stand.undo else at_start_of(_step_back(plan, stand))
    return to, (WentBack(now, to.key),)


def _step_back(plan: Plan, stand: Stand) -> Step:
    step = plan[stand.key]
    if step.kind is StepKind.PREPARE or (step.is_set and stand.elapsed > AGAIN_AFTER):
        return step
    return plan.set_before(stand.key) or step


def adjusted(step: Step, stand: Stand, by: int) -> Stand | None:
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


def length_changed(stand: Stand, now: int) -> LengthChanged:
    """Return the fact that the timed step has the length that it has in `stand`."""
    assert stand.length is not None
    return LengthChanged(now, stand.key, stand.length)
