"""Checks whether a saved session is possible, before it is taken up."""

from dataclasses import replace

from matside.core.durations import HOUR, SECOND
from matside.core.session.record import Position
from matside.core.settings import LONGEST_REST, PACE, Settings
from matside.core.workout.model import Workout
from matside.core.workout.plan import Plan, compile_plan
from matside.core.workout.rests import RestKind
from matside.core.workout.sizes import is_too_long
from matside.core.workout.steps import (
    Prepare,
    Rest,
    Step,
    StepKey,
    StepKind,
    Work,
    clock_of,
    is_rest_of_minute,
)


def is_plan_of(plan: Plan, workout: Workout) -> bool:
    """Return whether `plan` is one of `workout`, by whatever settings.

    It has all sets and only they, in order, and rests nowhere but between them.
    """
    if is_too_long(workout):
        return False
    as_written = compile_plan(workout, Settings())
    sets, written = plan.sets, as_written.sets
    around = (None, *plan.steps, None)
    return (
        len(sets) == len(written)
        and all(map(_is_set_of, sets, written))
        and _rests_on_a_clock(plan) == _rests_on_a_clock(as_written)
        and all(map(_is_in_place, around, plan.steps, around[2:]))
    )


def can_stand(plan: Plan, position: Position) -> bool:
    """Return whether a session that goes through `plan` can stand at `position`.

    That is in a step of the plan, for no longer than it lasts; but a rest may have waited.
    """
    if position.key not in plan:
        return False
    step = plan[position.key]
    if not _may_show(step, position):
        return False
    if position.shortened and isinstance(step, Work):
        return False
    if step.length is None or position.length is None:
        return step.length is position.length
    if not 0 < position.length <= max(HOUR, step.length):
        return False
    return position.elapsed <= position.length or isinstance(step, Rest)


def _is_set_of(step: Work, as_written: Work) -> bool:
    """Return whether `step` is the set `as_written`, or that at some rep pace and load."""
    may_be_paced = step.pace is None or (step.reps is not None and PACE.holds(step.pace))
    return may_be_paced and replace(step, pace=None, load=as_written.load) == as_written


def _is_in_place(before: Step | None, step: Step, after: Step | None) -> bool:
    """Return whether `step` is a set, or get ready or a rest where one may be."""
    match before, step, after:
        case _, Work(), _:
            return True
        case None, Prepare(), _:
            return _may_last(step)
        case Work(), Rest(), _ if clock_of(step) is not None:
            return step.key == before.key._replace(kind=StepKind.REST)
        case Work() | Rest(), Rest(), Work() if step.key.kind is StepKind.AFTER:
            key = before.key._replace(kind=StepKind.AFTER), RestKind.BLOCK
            leads_on = clock_of(before) is not None and after.key.block != before.key.block
            return _may_last(step) and leads_on and (step.key, step.kind) == key
        case Work(), Rest(), Work():
            key = before.key._replace(kind=StepKind.REST), _lies_between(before.key, after.key)
            return _may_last(step) and (step.key, step.kind) == key
        case _:
            return False


def _rests_on_a_clock(plan: Plan) -> tuple[Step, ...]:
    """Return the rests that no setting changes: those in which a clock runs."""
    return tuple(step for step in plan.steps if isinstance(step, Rest) and clock_of(step))


def _may_show(step: Step, position: Position) -> bool:
    """Return whether the clock that runs in `step` can show what it does at `position`."""
    clock = clock_of(step)
    if clock is None or position.clock is None:
        return clock is None and position.clock is None
    whole = clock.seconds * SECOND
    if is_rest_of_minute(step) and position.length != whole - position.clock:
        return False
    return position.clock + position.elapsed <= whole


def _may_last(step: Prepare | Rest) -> bool:
    return 0 < step.length <= LONGEST_REST * SECOND


def _lies_between(before: StepKey, after: StepKey) -> RestKind:
    """Return what a rest between the sets of these names lies between."""
    if before.block != after.block:
        return RestKind.BLOCK
    if before.round != after.round:
        return RestKind.ROUND
    return RestKind.SWITCH if before.place == after.place else RestKind.EXERCISE
