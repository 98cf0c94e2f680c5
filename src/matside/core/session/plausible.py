"""Checks whether a saved session is possible, before it is taken up."""

from dataclasses import replace

from matside.core.durations import HOUR, SECOND
from matside.core.session.record import Position
from matside.core.settings import LONGEST_REST, PACE, Settings
from matside.core.workout.model import Workout
from matside.core.workout.plan import (
    Plan,
    Prepare,
    Rest,
    RestKind,
    Step,
    StepKey,
    StepKind,
    Work,
    compile_plan,
    is_too_long,
)


def is_plan_of(plan: Plan, workout: Workout) -> bool:
    """Return whether `plan` is one of `workout`, by whatever settings.

    It has all sets and only they, in order, and rests nowhere but between them.
    """
    if is_too_long(workout):
        return False
    sets, written = plan.sets, compile_plan(workout, Settings()).sets
    around = (None, *plan.steps, None)
    return (
        len(sets) == len(written)
        and all(map(_is_set_of, sets, written))
        and all(map(_is_in_place, around, plan.steps, around[2:]))
    )


def can_stand(plan: Plan, position: Position) -> bool:
    """Return whether a session that goes through `plan` can stand at `position`.

    That is in a step of the plan, for no longer than it lasts; but a rest may have waited.
    """
    if position.key not in plan:
        return False
    step = plan[position.key]
    if position.shortened and isinstance(step, Work):
        return False
    if step.length is None or position.length is None:
        return step.length is position.length
    if not 0 < position.length <= max(HOUR, step.length):
        return False
    return position.elapsed <= position.length or isinstance(step, Rest)


def _is_set_of(step: Work, as_written: Work) -> bool:
    """Return whether `step` is the set `as_written`, or that at some rep pace."""
    may_be_paced = step.pace is None or (not step.is_hold and PACE.holds(step.pace))
    return may_be_paced and replace(step, pace=None) == as_written


def _is_in_place(before: Step | None, step: Step, after: Step | None) -> bool:
    """Return whether `step` is a set, or get ready or a rest where one may be."""
    match before, step, after:
        case _, Work(), _:
            return True
        case None, Prepare(), _:
            return _may_last(step)
        case Work(), Rest(), Work():
            key = before.key._replace(kind=StepKind.REST), _lies_between(before.key, after.key)
            return _may_last(step) and (step.key, step.kind) == key
        case _:
            return False


def _may_last(step: Prepare | Rest) -> bool:
    return 0 < step.length <= LONGEST_REST * SECOND


def _lies_between(before: StepKey, after: StepKey) -> RestKind:
    """Return what a rest between the sets of these names lies between."""
    if before.block != after.block:
        return RestKind.BLOCK
    if before.round != after.round:
        return RestKind.ROUND
    return RestKind.SWITCH if before.place == after.place else RestKind.EXERCISE
