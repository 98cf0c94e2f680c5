"""What the finish page shows."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from matside.core.history.ending import Ending, planned_sets
from matside.core.history.ledger import Sets
from matside.core.history.past import Comparison, Praise, praise
from matside.core.history.rounds import Score, scores
from matside.core.session.moves import leads_back_from_end
from matside.core.session.record import RoundsBefore, SetRecord
from matside.core.weights import Unit
from matside.core.workout.overview import Tally, tallies
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Work
from matside.frozen import frozen


@frozen
class FinishView:
    """What the finish page shows.

    `done`, `skipped` and `unsaved` are indices of sets in `plan`; the last are not on the disk
    yet, so they count as neither done nor skipped. `saved` says that everything is on the disk,
    including the end: nothing is called done before that. `failing` says that saving fails.
    `reached` is the bar of the timeline, and the ms of the plan behind, where it was stopped.
    `for_a_time` has, by the places of blocks that last for a time, how many sets of theirs were
    done and skipped, but for the one that its end has cut. `sets` are those on the disk.
    `correctable` is the last set as it is recorded, if it may be corrected, and `effort` how hard
    the session was, if somebody said so.
    `seconds` is how long the session ran, `planned_seconds` how long the plan takes.
    `comparison` is the session beside those before it, None before the history is read, and
    `rounds_before` are those of blocks for a time, by their places; weights are summed up in
    `unit`. `moves` says that the page may move as it is shown.
    """

    title: str
    date: datetime
    ending: Ending
    plan: Plan
    done: frozenset[int]
    skipped: frozenset[int]
    seconds: int
    planned_seconds: int
    pause_seconds: int
    pauses: int
    unsaved: frozenset[int] = frozenset()
    reached: tuple[int, int] = (0, 0)
    for_a_time: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    saved: bool = True
    failing: bool = False
    correctable: SetRecord | None = None
    effort: int | None = None
    sets: Sets = field(default_factory=dict)
    comparison: Comparison | None = None
    rounds_before: Mapping[int, RoundsBefore] = field(default_factory=dict)
    unit: Unit = Unit.KILOGRAM
    moves: bool = False

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """What was made of each block."""
        return tallies(self.plan, done=self.done, skipped=self.skipped, for_a_time=self.for_a_time)

    @property
    def counts(self) -> tuple[int, int | None]:
        """How many sets were done, and how many there were to do, None where nobody knows."""
        return sum(tally.done for tally in self.tallies), planned_sets(self.plan)

    @property
    def cut(self) -> int:
        """How many sets were not done in their minute."""
        keys = (key for key, record in self.sets.items() if record.is_cut)
        return sum(not self.plan.goes_on(key) for key in keys)

    @property
    def scores(self) -> tuple[Score, ...]:
        """How far each block that lasts for a time has come."""
        return scores(self.plan, self.sets)

    @property
    def praise(self) -> Praise | None:
        """What is worth saying of the session, None before everything is known and saved."""
        if self.comparison is None or not self.saved:
            return None
        has_all = not any(tally.skipped for tally in self.tallies)
        return praise(self.comparison, self.ending, has_all=has_all)

    @property
    def shown_set(self) -> Work | None:
        """The set whose exercise stands for the session: the last one with a weight, else any."""
        done = [step for place, step in enumerate(self.plan.steps) if place in self.done]
        sets = [step for step in done if isinstance(step, Work)] or list(self.plan.sets)
        weighted = [step for step in sets if step.exercise.weight is not None]
        return next(reversed(weighted or sets), None)

    @property
    def leads_back(self) -> bool:
        """Whether BACK takes the session up again."""
        return self.ending is Ending.STOPPED or leads_back_from_end(self.plan)
