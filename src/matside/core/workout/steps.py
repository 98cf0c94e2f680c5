"""The steps of a plan: the time to get ready, the sets, and the rests between them."""

from collections.abc import Iterator, Sequence
from enum import Enum
from typing import ClassVar, NamedTuple, assert_never

from matside.core.durations import SECOND
from matside.core.weights import Load
from matside.core.workout.model import (
    Block,
    BlockClock,
    Every,
    Exercise,
    Hold,
    MaxHold,
    MaxReps,
    Reps,
    Side,
    Within,
)
from matside.core.workout.rests import RestKind
from matside.frozen import frozen


class StepKind(Enum):
    """The word for what a step is, in its key and in files.

    AFTER is the rest behind a block with a clock: its last set has another rest of its own.
    """

    PREPARE = "prepare"
    WORK = "work"
    REST = "rest"
    AFTER = "after"

    __hash__ = object.__hash__  # Python's own is computed from the name, at every look-up of a key


class StepKey(NamedTuple):
    """The name of a step, the same in every plan of its workout.

    `block` and `place` (the exercise's in its block) count from 0, `round` from 1.
    A rest bears the block, round, place and side of the set before it.
    """

    block: int
    round: int
    place: int
    side: Side | None
    kind: StepKind


PREPARE_KEY = StepKey(0, 0, 0, None, StepKind.PREPARE)


@frozen
class Prepare:
    """The time to get ready, once before the first set; `length` is in ms."""

    key: ClassVar[StepKey] = PREPARE_KEY
    length: int

    @property
    def estimate(self) -> int:
        """How long it takes, in ms."""
        return self.length

    @property
    def share(self) -> int:
        """What it adds to the length of its plan, in ms."""
        return self.length


@frozen
class Work:
    """A set: one exercise of `block`, called as on its side, in one round.

    `pace` is the time of each rep in ms, None where the athlete says when the set is over, and
    in a hold. `load` is what each piece of its weight weighs, None where nobody knows.
    """

    key: StepKey
    exercise: Exercise
    block: Block
    pace: int | None = None
    load: Load | None = None

    def in_round(self, round_: int) -> "Work":
        """Return the same set in the round `round_`, with the dose of that round."""
        block, _, place, side, kind = self.key
        key = StepKey(block, round_, place, side, kind)
        of_block = self.block.exercises[place]
        exercise = of_block.in_round(round_).on(side) if of_block.later else self.exercise
        pace = self.pace if isinstance(exercise.dose, Reps) else None
        return Work(key, exercise, self.block, pace, self.load)

    @property
    def length(self) -> int | None:
        """How long the set lasts, in ms; None where it lasts until the athlete says so."""
        return self.estimate if self.is_hold or self.pace is not None else None

    @property
    def estimate(self) -> int:
        """How long the set is expected to take, in ms; the length of a timed set."""
        match self.exercise.dose:
            case Hold(seconds) | MaxHold(estimate=seconds):
                return seconds * SECOND
            case Reps() as reps if self.pace is not None:
                return reps.most * self.pace
            case Reps(count) | MaxReps(estimate=count):
                return count * self.exercise.rep_length
            case _:
                assert_never(self.exercise.dose)

    @property
    def first_of_block(self) -> StepKey:
        """The name of the first set of its block."""
        return self.key._replace(round=1, place=0, side=self.block.exercises[0].order_of_sides[0])

    @property
    def share(self) -> int:
        """What it adds to the length of its plan, in ms.

        That is its minute, and the first set of a block that lasts for a time adds all of it.
        """
        match self.block.clock:
            case None:
                return self.estimate
            case Every(seconds=seconds):
                return seconds * SECOND
            case Within(seconds=seconds):
                return seconds * SECOND if self.key == self.first_of_block else 0
            case _:
                assert_never(self.block.clock)

    @property
    def side(self) -> Side | None:
        """The side that the set works."""
        return self.key.side

    @property
    def written(self) -> Exercise:
        """The exercise as its workout has it in this round, whatever it is called on this side."""
        return self.block.exercises[self.key.place].in_round(self.key.round)

    @property
    def is_hold(self) -> bool:
        """Whether the set lasts a given time."""
        return isinstance(self.exercise.dose, Hold)

    @property
    def reps(self) -> int | None:
        """How many reps the set has at most, on each side; None in a hold and to failure."""
        return self.exercise.dose.most if isinstance(self.exercise.dose, Reps) else None

    @property
    def is_to_failure(self) -> bool:
        """Whether the set asks for as much as the athlete can do."""
        return isinstance(self.exercise.dose, MaxHold | MaxReps)


@frozen
class Rest:
    """The `length` ms between two sets; key and block are those of the set before it.

    What is left of a minute is as long as its set is shorter; here by the estimate.
    """

    key: StepKey
    length: int
    kind: RestKind
    block: Block

    def in_round(self, round_: int) -> "Rest":
        """Return the same rest in the round `round_`."""
        block, _, place, side, kind = self.key
        key = StepKey(block, round_, place, side, kind)
        clock, length = self.block.clock, self.length
        differs = self.kind is RestKind.MINUTE and self.block.exercises[place].later
        if differs and isinstance(clock, Every):
            length = left_of_minute(key, self.block, clock)
        return Rest(key, length, self.kind, self.block)

    @property
    def estimate(self) -> int:
        """How long it takes, in ms."""
        return self.length

    @property
    def share(self) -> int:
        """What it adds to the length of its plan, in ms; nothing where a clock holds it."""
        return self.length if clock_of(self) is None else 0


Step = Prepare | Work | Rest


def clock_of(step: Step) -> BlockClock | None:
    """Return the clock that runs in `step`: that of its minute, or of its whole block."""
    if isinstance(step, Prepare) or step.key.kind is StepKind.AFTER:
        return None
    return step.block.clock


def estimate_by_clock(step: Step) -> int:
    """Return the ms that `step` is expected to take, and no more than its clock gives it."""
    clock = clock_of(step)
    return step.estimate if clock is None else min(step.estimate, clock.seconds * SECOND)


def left_of_minute(key: StepKey, block: Block, clock: Every) -> int:
    """Return the ms of its minute of `clock` that the set before the rest named `key` leaves."""
    work = Work(key, block.exercises[key.place].in_round(key.round), block)
    return max(0, clock.seconds * SECOND - work.estimate)


def is_rest_of_minute(step: Step | None) -> bool:
    """Return whether `step` is what is left of a minute behind its set."""
    return isinstance(step, Rest) and step.kind is RestKind.MINUTE


def spans(steps: Sequence[Step]) -> Iterator[int]:
    """Yield the estimated ms of each of `steps`: a minute is divided among its set and its rest.

    The last one of all ends with its set.
    """
    for step, following in zip(steps, (*steps[1:], None), strict=False):
        if isinstance(step, Rest) and step.kind is RestKind.MINUTE:
            yield step.length
        elif isinstance(following, Rest) and following.kind is RestKind.MINUTE:
            yield step.share - following.length
        elif following is None and isinstance(clock_of(step), Every):
            yield estimate_by_clock(step)
        else:
            yield step.share


def set_of_round(step: Work | Rest) -> tuple[int, int]:
    """Return which set of its round `step` is, or lies behind, from 1, and how many there are."""
    sets = [
        (place, side)
        for place, exercise in enumerate(step.block.exercises)
        for side in exercise.order_of_sides
    ]
    return sets.index((step.key.place, step.key.side)) + 1, len(sets)


def minute_of(step: Work | Rest) -> tuple[int, int]:
    """Return which minute of its block `step` lies in, from 1, and how many there are."""
    number, total = set_of_round(step)
    return (step.key.round - 1) * total + number, step.block.rounds * total


def is_switch(step: Step) -> bool:
    """Return whether `step` is the rest between the two sides of one exercise."""
    return isinstance(step, Rest) and step.kind is RestKind.SWITCH


def takes_lead_in(step: Step | None) -> bool:
    """Return whether `step` is a set before which one gets set: a hold, or a paced set."""
    if not isinstance(step, Work):
        return False
    return step.pace is not None or isinstance(step.exercise.dose, Hold | MaxHold)
