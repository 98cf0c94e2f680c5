"""What is said of a whole plan: what it needs, how long its blocks take, what was done of it."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from matside.core.durations import rounded_seconds
from matside.core.weights import Implement, Level, Load, Weight
from matside.core.workout.model import Block, BlockKind, Exercise, Workout
from matside.core.workout.plan import Plan
from matside.core.workout.sizes import rest_in
from matside.core.workout.steps import Work
from matside.frozen import frozen

_MAIN = (BlockKind.SUPERSET, BlockKind.CIRCUIT)


@frozen
class Needed:
    """A weight that lies ready, and what each piece weighs, None where nobody knows."""

    weight: Weight
    load: Load | None = None


@frozen
class Equipment:
    """What lies ready before the start.

    `weights` are one kind of thing after the other, each from light to heavy, then as they are
    written; and each with the most pieces that one exercise holds.
    `others` are the catalogue's own words, in the order of their first use.
    """

    weights: tuple[Needed, ...]
    others: tuple[str, ...]


@frozen
class Tally:
    """How many sets of one block were done and skipped, of how many planned.

    That is None in a block that lasts for a time: nobody knows it.
    """

    block: Block
    done: int
    skipped: int
    planned: int | None


def equipment_for(sets: Sequence[Work]) -> Equipment:
    """Return what `sets` need."""
    needed: dict[tuple[Implement, object, Load | None], Needed] = {}
    for step in sets:
        weight = step.exercise.weight
        if weight is not None:
            sort = weight.of, weight.heaviness, step.load
            if sort not in needed or needed[sort].weight.count < weight.count:
                needed[sort] = Needed(weight, step.load)
    named = dict.fromkeys(word for step in sets for word in step.exercise.equipment)
    held = {Implement.DUMBBELL, *(implement for implement, *_ in needed)}
    better = {word for implement in held for word in (implement.value, f"{implement.value}s")}
    return Equipment(
        weights=tuple(sorted(needed.values(), key=_order)),
        others=tuple(word for word in named if word not in better),
    )


def face_of(workout: Workout) -> tuple[Exercise, BlockKind] | None:
    """Return the exercise that stands for `workout`, with the kind of its block.

    It is the first one of what is not warm-up or cooldown, if there is such a block; None where
    there is no exercise at all.
    """
    blocks = [block for block in workout.blocks if block.exercises]
    main = [block for block in blocks if block.kind in _MAIN]
    faces = ((block.exercises[0], block.kind) for block in (*main, *blocks))
    return next(faces, None)


def implements_of(workouts: Iterable[Workout]) -> tuple[Implement, ...]:
    """Return the kinds of things that are held in `workouts`, as they come."""
    exercises = (
        exercise
        for workout in workouts
        for block in workout.blocks
        for exercise in block.exercises
    )
    held = (exercise.weight.of for exercise in exercises if exercise.weight is not None)
    return tuple(dict.fromkeys(held))


def seconds_of_blocks(plan: Plan) -> Mapping[int, int]:
    """Return the seconds of each block by its place, its sets and the rests among them.

    Neither get ready nor the rest after a block counts to it; a block left out is missing.
    """
    begins = plan.begins
    return {
        block: rounded_seconds(begins[places.stop] - begins[places.start])
        for block, places in plan.blocks.items()
    }


def percent_of_rest(plan: Plan) -> int:
    """Return how many percent of `plan` by its estimates are rests, 0 for an empty plan."""
    return percent_of(rest_in(plan.steps), plan.estimate)


def percent_of(part: int, whole: int) -> int:
    """Return how many percent `part` is of `whole`, 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def tallies(
    plan: Plan,
    *,
    done: Collection[int],
    skipped: Collection[int],
    for_a_time: Mapping[int, tuple[int, int]] = MappingProxyType({}),
) -> tuple[Tally, ...]:
    """Return what was made of each block of `plan`; the sets are named by place, from 0.

    `for_a_time` says by their places how many sets were done and skipped in blocks that last for
    a time.
    """
    found: dict[int, Tally] = {}
    for place, step in enumerate(plan.steps):
        if isinstance(step, Work) and plan.goes_on(step.key):
            counts = for_a_time.get(step.key.block, (0, 0))
            found[step.key.block] = Tally(step.block, *counts, None)
        elif isinstance(step, Work):
            so_far = found.get(step.key.block, Tally(step.block, 0, 0, 0))
            found[step.key.block] = Tally(
                step.block,
                so_far.done + (place in done),
                so_far.skipped + (place in skipped),
                (so_far.planned or 0) + 1,
            )
    return tuple(found.values())


def _order(needed: Needed) -> tuple[int, int, int]:
    """Return what weights are sorted by: the implement, the level, then the load."""
    level, load = needed.weight.level, needed.load
    return (
        tuple(Implement).index(needed.weight.of),
        len(Level) if level is None else tuple(Level).index(level),
        0 if load is None else load.grams,
    )
