"""The sets of a session as lines: one for each exercise and side, with its numbers."""

from collections.abc import Collection, Iterable, Iterator
from enum import Enum, auto

from matside.core.session.record import SetOutcome, SetRecord
from matside.core.weights import Unit
from matside.core.workout.model import MaxReps
from matside.core.workout.steps import StepKey
from matside.frozen import frozen


class Part(Enum):
    """What of a set a number tells."""

    DONE = auto()
    LOAD = auto()


@frozen
class Cell:
    """A number that can be chosen, of the set at `place`; one load may be that of all sets."""

    part: Part
    place: int
    is_of_all: bool = False


@frozen
class SetGroup:
    """The sets of one exercise on one side, in the order in which they were done."""

    records: tuple[SetRecord, ...]

    @property
    def first(self) -> SetRecord:
        """The first of them, which has name and side of all."""
        return self.records[0]

    @property
    def is_weighted(self) -> bool:
        """Whether something was held, or was to be held."""
        return any(map(has_weight, self.records))

    @property
    def unit(self) -> Unit | None:
        """The unit of the first load that is known."""
        return next((each.load.unit for each in self.records if each.load is not None), None)

    @property
    def pieces(self) -> int:
        """How many pieces are held together."""
        weights = (each.planned.weight for each in self.records if each.planned is not None)
        return max((weight.count for weight in weights if weight is not None), default=1)


def grouped(records: Iterable[SetRecord]) -> tuple[SetGroup, ...]:
    """Return `records` by exercise and side, in the order in which each was first done."""
    found: dict[tuple[object, ...], list[SetRecord]] = {}
    for each in records:
        alike = each.key.block, each.key.place, each.side, each.exercise, each.name
        found.setdefault(alike, []).append(each)
    return tuple(SetGroup(tuple(records)) for records in found.values())


def has_weight(record: SetRecord) -> bool:
    """Return whether something was held in a set, or was to be held."""
    planned = record.planned
    return record.load is not None or (planned is not None and planned.weight is not None)


def weighted_sets(group: SetGroup) -> frozenset[StepKey]:
    """Return the keys of the sets that were done, and in which something was held, or to be."""
    done = (each for each in group.records if each.outcome is SetOutcome.DONE)
    return frozenset(each.key for each in done if has_weight(each))


def cells_of(group: SetGroup, weighted: Collection[StepKey]) -> Iterator[Cell]:
    """Yield the numbers that can be chosen, in order; `weighted` sets have loads among them.

    One load is that of all these sets where they have the same, or nobody knows any.
    """
    yield from (Cell(Part.DONE, place) for place in range(len(group.records)))
    held = [place for place, each in enumerate(group.records) if each.key in weighted]
    if len({group.records[place].load for place in held}) == 1:
        yield Cell(Part.LOAD, held[0], is_of_all=True)
    else:
        yield from (Cell(Part.LOAD, place) for place in held)


def may_change(group: SetGroup, cell: Cell) -> bool:
    """Return whether a number can be changed: that of a hold and of a skipped set cannot."""
    record = group.records[cell.place]
    is_done = record.outcome is SetOutcome.DONE
    return is_done and (cell.part is Part.LOAD or record.is_counted)


def first_changeable(group: SetGroup, cells: Iterable[Cell]) -> int | None:
    """Return the place among `cells` of the first that can be changed; None without one."""
    places = (at for at, cell in enumerate(cells) if may_change(group, cell))
    return next(places, None)


def usual_reps(record: SetRecord) -> int:
    """Return where the reps begin of a set of which nobody knows any."""
    planned = None if record.planned is None else record.planned.reps
    return planned or MaxReps.estimate
