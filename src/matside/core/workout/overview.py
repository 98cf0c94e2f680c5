"""What is said of a whole plan: what it needs, how long its blocks take, what was done of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from matside.core.durations import rounded_seconds
from matside.core.workout.model import Block, Level, Weight
from matside.core.workout.plan import Plan, Prepare, Rest, RestKind, Work

DUMBBELLS = frozenset({"dumbbell", "dumbbells"})
"""Equipment that the weights of a plan name better."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """What lies ready before the start.

    `weights` go from light to heavy, each with the most dumbbells that one exercise holds.
    `others` are the catalogue's own words, in the order of their first use.
    """

    weights: tuple[Weight, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many sets of one block were done and skipped, of how many planned."""

    block: Block
    done: int
    skipped: int
    planned: int


def equipment_for(plan: Plan) -> Equipment:
    """Return what the sets of `plan` need."""
    exercises = [step.exercise for step in plan.sets]
    held = [exercise.weight for exercise in exercises if exercise.weight is not None]
    named = dict.fromkeys(word for exercise in exercises for word in exercise.equipment)
    return Equipment(
        weights=tuple(_most_of(level, held) for level in Level if _holds(level, held)),
        others=tuple(word for word in named if word not in DUMBBELLS),
    )


def seconds_of_blocks(plan: Plan) -> Mapping[int, int]:
    """Return the seconds of each block by its place, its sets and the rests among them.

    Neither get ready nor the rest after a block counts to it; a block left out is missing.
    """
    lengths: dict[int, int] = {}
    for step in plan.steps:
        is_between_blocks = isinstance(step, Rest) and step.kind is RestKind.BLOCK
        if not isinstance(step, Prepare) and not is_between_blocks:
            place = step.key.block
            lengths[place] = lengths.get(place, 0) + step.estimate
    return {place: rounded_seconds(length) for place, length in lengths.items()}


def percent_of_rest(plan: Plan) -> int:
    """Return how many percent of `plan` by its estimates are rests, 0 for an empty plan."""
    rest = sum(step.estimate for step in plan.steps if isinstance(step, Rest))
    return percent_of(rest, plan.estimate)


def percent_of(part: int, whole: int) -> int:
    """Return how many percent `part` is of `whole`, 0 of nothing."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def tallies(plan: Plan, *, done: Collection[int], skipped: Collection[int]) -> tuple[Tally, ...]:
    """Return what was made of each block of `plan`; the sets are named by place, from 0."""
    found: dict[int, Tally] = {}
    for place, step in enumerate(plan.steps):
        if isinstance(step, Work):
            so_far = found.get(step.key.block, Tally(step.block, 0, 0, 0))
            found[step.key.block] = Tally(
                step.block,
                so_far.done + (place in done),
                so_far.skipped + (place in skipped),
                so_far.planned + 1,
            )
    return tuple(found.values())


def _holds(level: Level, weights: list[Weight]) -> bool:
    return any(weight.level is level for weight in weights)


def _most_of(level: Level, weights: list[Weight]) -> Weight:
    return Weight(level, max(weight.count for weight in weights if weight.level is level))
