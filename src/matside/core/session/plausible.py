"""Tells whether what was saved of a session can be what it says, before it is taken up."""

from matside.core.durations import HOUR, SECOND
from matside.core.session.record import Position
from matside.core.settings import LONGEST_REST, PACE, Settings
from matside.core.workout.model import Workout
from matside.core.workout.plan import (
    PREPARE_KEY,
    Plan,
    RestKind,
    Step,
    StepKey,
    StepKind,
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
    return (
        len(sets) == len(written)
        and all(map(_is_set_of, sets, written))
        and all(s.is_set or _is_between(plan.steps, at) for at, s in enumerate(plan.steps))
    )


def can_stand(plan: Plan, position: Position) -> bool:
    """Return whether a session that goes through `plan` can stand at `position`.

    That is in a step of the plan, for no longer than it lasts; but a rest may have waited.
    """
    if position.key not in plan:
        return False
    step = plan[position.key]
    if position.shortened and step.is_set:
        return False
    if step.length is None or position.length is None:
        return step.length is position.length
    if not 0 < position.length <= max(HOUR, step.length):
        return False
    return position.elapsed <= position.length or step.kind is StepKind.REST


def _is_set_of(step: Step, as_written: Step) -> bool:
    """Return whether `step` is the set `as_written`, or that at some rep pace."""
    if not step.is_counted or step.length is None:
        return step == as_written
    same = (step.key, step.exercise, step.rest) == (as_written.key, as_written.exercise, None)
    return same and step.length == step.estimate and PACE.holds(step.pace or 0)


def _is_between(steps: tuple[Step, ...], place: int) -> bool:
    """Return whether the step at `place` is a get ready, or a rest, where one may be."""
    step, around = steps[place], steps[max(0, place - 1) : place + 2]
    if step.length != step.estimate or not 0 < step.estimate <= LONGEST_REST * SECOND:
        return False
    if step.kind is StepKind.PREPARE:
        return (place, step.key, step.rest) == (0, PREPARE_KEY, None)
    if [each.is_set for each in around] != [True, False, True]:
        return False
    before, _, after = around
    name = before.key._replace(kind=StepKind.REST)
    return (step.key, step.rest) == (name, _lies_between(before.key, after.key))


def _lies_between(before: StepKey, after: StepKey) -> RestKind:
    """Return what a rest between the sets of these names lies between."""
    if before.block != after.block:
        return RestKind.BLOCK
    if before.round != after.round:
        return RestKind.ROUND
    return RestKind.SWITCH if before.place == after.place else RestKind.EXERCISE
