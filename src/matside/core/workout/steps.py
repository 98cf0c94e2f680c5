"""The steps of a plan: the time to get ready, the sets, and the rests between them."""

from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, NamedTuple

from matside.core.durations import SECOND
from matside.core.workout.model import Block, Exercise, Hold, Reps, Side
from matside.core.workout.rests import RestKind


class StepKind(Enum):
    """The word for what a step is, in its key and in files."""

    PREPARE = "prepare"
    WORK = "work"
    REST = "rest"


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


@dataclass(frozen=True, slots=True)
class Prepare:
    """The time to get ready, once before the first set; `length` is in ms."""

    key: ClassVar[StepKey] = PREPARE_KEY
    length: int

    @property
    def estimate(self) -> int:
        """How long it takes, in ms."""
        return self.length


@dataclass(frozen=True, slots=True)
class Work:
    """A set: one exercise of `block`, called as on its side, in one round.

    `pace` is the time of each rep in ms, None where the athlete says when the set is over, and
    in a hold.
    """

    key: StepKey
    exercise: Exercise
    block: Block
    pace: int | None = None

    @property
    def length(self) -> int | None:
        """How long the set lasts, in ms; None where it lasts until the athlete says so."""
        return self.estimate if takes_lead_in(self) else None

    @property
    def estimate(self) -> int:
        """How long the set is expected to take, in ms; the length of a timed set."""
        dose, rep = self.exercise.dose, self.pace or self.exercise.rep_seconds * SECOND
        return dose.seconds * SECOND if isinstance(dose, Hold) else dose.count * rep

    @property
    def side(self) -> Side | None:
        """The side that the set works."""
        return self.key.side

    @property
    def written(self) -> Exercise:
        """The exercise as its workout has it, whatever it is called on this side."""
        return self.block.exercises[self.key.place]

    @property
    def is_hold(self) -> bool:
        """Whether the set lasts a given time."""
        return isinstance(self.exercise.dose, Hold)

    @property
    def reps(self) -> int | None:
        """How many reps the set has, on each side; None in a hold."""
        return self.exercise.dose.count if isinstance(self.exercise.dose, Reps) else None


@dataclass(frozen=True, slots=True)
class Rest:
    """The `length` ms between two sets; key and block are those of the set before it."""

    key: StepKey
    length: int
    kind: RestKind
    block: Block

    @property
    def estimate(self) -> int:
        """How long it takes, in ms."""
        return self.length


Step = Prepare | Work | Rest


def is_switch(step: Step) -> bool:
    """Return whether `step` is the rest between the two sides of one exercise."""
    return isinstance(step, Rest) and step.kind is RestKind.SWITCH


def takes_lead_in(step: Step | None) -> bool:
    """Return whether `step` is a set that runs by the clock: a hold, or a paced set."""
    return isinstance(step, Work) and (step.is_hold or step.pace is not None)
