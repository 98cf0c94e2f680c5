"""How many steps a plan has, and how long it takes, without making its steps."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from typing import NamedTuple

from matside.core.durations import SECOND
from matside.core.settings import Settings
from matside.core.workout.model import Block, Within, Workout
from matside.core.workout.steps import Rest, Step, clock_of, spans
from matside.core.workout.stretches import Steps, Stretch, stretches

MOST_STEPS = 20_000
"""The most steps that a plan may have."""


class PlanSize(NamedTuple):
    """The number of steps of a plan, and the estimates in ms of all of them and of its rests."""

    steps: int
    estimate: int
    rest: int

    def plus(self, other: "PlanSize", times: int = 1) -> "PlanSize":
        """Return this size with the `other` added that many `times`."""
        return PlanSize(*(own + times * added for own, added in zip(self, other, strict=True)))


def size_of(workout: Workout, settings: Settings) -> PlanSize:
    """Return the size that the plan of `workout` would have, without making its steps.

    The number of rounds does not make it slower.
    """
    return sizes_of(workout, settings, (None,))[None]


def sizes_of(
    workout: Workout, settings: Settings, chosen: Iterable[int | None]
) -> Mapping[int | None, PlanSize]:
    """Return the size for each of the `chosen` rounds, None for those of the file.

    Blocks of 0 rounds stay left out. Each round is measured once, for all choices.
    """
    blocks = tuple(measured(workout, settings))
    return {choice: size_from(blocks, settings, choice) for choice in chosen}


def measured(workout: Workout, settings: Settings) -> Iterator["MeasuredBlock"]:
    """Yield the blocks of `workout` that are done; each is measured when it is asked for."""
    return map(_measured, stretches(workout, settings))


def size_from(
    blocks: Sequence["MeasuredBlock"], settings: Settings, chosen: int | None
) -> PlanSize:
    """Return the size of a workout of these `blocks` with the `chosen` rounds."""
    if not blocks:
        return PlanSize(0, 0, 0)
    total = PlanSize(int(settings.get_ready > 0), settings.get_ready * SECOND, 0)
    for measured_block in blocks:
        total = total.plus(measured_block.of(measured_block.block.rounds_for(chosen)))
    return total


def rest_in(steps: Sequence[Step]) -> int:
    """Return how many ms of `steps` are rests.

    Of a block that lasts for a time that is as much of its time as of its first round.
    """
    rest = 0
    for (_, clock), group in groupby(steps, key=lambda step: (step.key.block, clock_of(step))):
        part = tuple(group)
        resting = sum(step.length for step in part if isinstance(step, Rest))
        if isinstance(clock, Within):
            resting = clock.seconds * SECOND * resting // sum(step.estimate for step in part)
        rest += resting
    return rest


def is_too_long(workout: Workout) -> bool:
    """Return whether the plan of `workout` may have more than MOST_STEPS steps.

    Counted with the default settings, which leave out no rest but those that the file puts at 0.
    """
    # Each set has one rest at most, so there is seldom a need to count them.
    most = 2 * sets_of(workout)
    return most > MOST_STEPS and size_of(workout, Settings()).steps > MOST_STEPS


def sets_of(workout: Workout) -> int:
    """Return the number of sets of `workout`."""
    return sum(
        block.rounds * sum(len(exercise.order_of_sides) for exercise in block.exercises)
        for block in workout.blocks
    )


class MeasuredBlock(NamedTuple):
    """The sizes of a block by its rounds; all but the first ones are alike.

    `first` has those of the first 0, 1, 2, ... rounds, each with what follows it, `later` that
    of each round after them. `last` has those of the first, the second, ... round if it is the
    last one, with what follows the block.
    """

    block: Block
    first: Sequence[PlanSize]
    later: PlanSize
    last: Sequence[PlanSize]

    def of(self, rounds: int) -> PlanSize:
        """Return the size of the block if it is done for `rounds` rounds, at least 1."""
        unlike = min(rounds, len(self.first)) - 1
        return self.first[unlike].plus(self.later, rounds - 1 - unlike).plus(self.last[unlike])


def _measured(stretch: Stretch) -> MeasuredBlock:
    each_round, between, after = stretch.parts

    def sizes(steps: Steps) -> list[PlanSize]:
        rounds = range(1, stretch.differing + 1)
        of_rounds = [[step.in_round(round_) for step in steps] for round_ in rounds]
        return [PlanSize(len(each), sum(spans(each)), rest_in(each)) for each in of_rounds]

    *unlike, later = sizes((*each_round, *between))
    first = list(accumulate(unlike, PlanSize.plus, initial=PlanSize(0, 0, 0)))
    return MeasuredBlock(stretch.block, first, later, sizes((*each_round, *after)))
