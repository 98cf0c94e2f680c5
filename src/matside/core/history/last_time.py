"""What was done of an exercise the last time, and what that says of its weight today."""

from collections.abc import Mapping, Sequence

from matside.core.session.record import LastSet, SetOutcome, SetRecord
from matside.core.weights import Load
from matside.core.workout.steps import StepKey, Work

Today = Mapping[StepKey, SetRecord]
"""The sets of the session so far, in the order done."""

LastSets = Mapping[str, tuple[LastSet, ...]]
"""The sets of the last time of each exercise, in order, by its id, or its name without one."""


def last_time(step: Work, sets: Today, before: LastSets) -> LastSet | None:
    """Return the set of the last time that is like `step`, where `sets` are those of today.

    That is the one of the same side that came after as many; where fewer were done, the last.
    """
    move = step.exercise.id or step.exercise.name
    return _like(_done(move, sets), step, before.get(move, ()))


def load_today(step: Work, sets: Today, before: LastSets) -> Load | None:
    """Return what each piece weighs in the set `step`, as far as anybody knows.

    That is what was held today, if it was not as the last time; else what was held the last time;
    else what the plan says. Another weight in the plan is another exercise.
    """
    weight = step.exercise.weight
    if weight is None:
        return step.load
    move = step.exercise.id or step.exercise.name
    sides, today = before.get(move, ()), _done(move, sets)
    alike = [each for each in today if each.planned and each.planned.weight == weight]
    if alike and alike[-1].load is not None:
        earlier = today[: today.index(alike[-1])]
        if alike[-1].load != (_load_of(_like(earlier, alike[-1], sides), step) or step.load):
            return alike[-1].load
    return _load_of(_like(today, step, sides), step) or step.load


def _done(move: str, sets: Today) -> Sequence[SetRecord]:
    """Return the sets of an exercise that were done today."""
    return [
        record
        for record in sets.values()
        if (record.exercise or record.name) == move and record.outcome is SetOutcome.DONE
    ]


def _like(
    today: Sequence[SetRecord], one: Work | SetRecord, before: Sequence[LastSet]
) -> LastSet | None:
    of_side = [each for each in before if each.side is one.side]
    place = sum(record.side is one.side for record in today)
    return of_side[min(place, len(of_side) - 1)] if of_side else None


def _load_of(last: LastSet | None, step: Work) -> Load | None:
    return last.load if last is not None and last.weight == step.exercise.weight else None
