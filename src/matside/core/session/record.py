"""What history keeps of a session: its sets, its outcome and its position."""

from datetime import datetime
from enum import Enum

from matside.core.weights import Load, Weight
from matside.core.workout.model import BlockClock, MaxReps, Side, Workout
from matside.core.workout.plan import Plan
from matside.core.workout.steps import StepKey
from matside.frozen import frozen


class SetOutcome(Enum):
    """How a set was left."""

    DONE = "done"
    SKIPPED = "skipped"


class SessionOutcome(Enum):
    """How a session ended; OPEN where it has not."""

    FINISHED = "finished"
    STOPPED = "stopped"
    OPEN = "open"


@frozen
class Planned:
    """What was asked of a set: its dose as it is written, and the numbers of which it is made.

    `reps` are None in a hold, `seconds` in a counted set, and both in a set to failure;
    `reps_to` is the upper end of a range. `clock` is that of its block. `load` is what the level
    of its weight weighed by the settings then, None where nobody knows, or a load is written.
    """

    dose: str
    reps: int | None = None
    seconds: int | None = None
    weight: Weight | None = None
    reps_to: int | None = None
    clock: BlockClock | None = None
    load: Load | None = None


@frozen
class SetRecord:
    """One set that was done or skipped.

    `exercise` is the id, None where written out. `reps` are per side, None in a hold.
    `seconds` are those its clock ran. `load` is that of each piece of its weight.
    `ended` is the hour at which it was left. What is not known is None.
    One that `is_cut` was skipped by the end of its minute, or of the time of its block.
    """

    key: StepKey
    block: str
    exercise: str | None
    name: str
    side: Side | None
    reps: int | None
    seconds: int | None
    outcome: SetOutcome
    load: Load | None = None
    planned: Planned | None = None
    ended: datetime | None = None
    note: str | None = None
    is_cut: bool = False

    @property
    def round(self) -> int:
        """The round the set belongs to, from 1."""
        return self.key.round

    @property
    def is_counted(self) -> bool:
        """Whether reps were done or asked for, known or not: else its seconds are those of a hold.

        Where nobody knows what was asked, a set without reps was held.
        """
        planned = self.planned
        if self.reps is not None or planned is None:
            return self.reps is not None
        return planned.reps is not None or planned.dose == MaxReps.written

    @property
    def held(self) -> int | None:
        """The grams of all that is held together; each piece counts."""
        weight = None if self.planned is None else self.planned.weight
        return None if self.load is None else self.load.grams * (weight.count if weight else 1)


@frozen
class LastSet:
    """A set as it was done the last time: reps or seconds, and the load of each piece.

    `weight` is what was to be held, and `level_load` what its level weighed by the settings then,
    None where nobody knows, or a load is written.
    """

    exercise: str | None
    name: str
    side: Side | None
    reps: int | None
    seconds: int | None
    load: Load | None
    weight: Weight | None = None
    level_load: Load | None = None


@frozen
class RoundsBefore:
    """How many whole rounds of a block for a time were done the `last` time, and at `best`.

    `ends` are the seconds of its clock at which each of the last time was done; none where nobody
    knows.
    """

    last: int
    ends: tuple[int, ...]
    best: int


@frozen
class Position:
    """How far a session has got, as written at every beat.

    `elapsed` and `length` are those of the step, in ms; `length` is None in a counted set
    that is not paced.
    `ran` and `paused` are how long the session has been running and paused so far, in ms, and
    `pauses` is how often it was paused.
    `shortened` says that NEXT has cut a rest down to its lead-in.
    `clock` is what the clock of its minute, or of its block, showed when nothing of the step had
    run, in ms; None where none runs.
    `seen` is the hour at which it was there, None where it was not kept.
    """

    key: StepKey
    elapsed: int
    length: int | None
    ran: int
    paused: int
    pauses: int = 0
    shortened: bool = False
    seen: datetime | None = None
    clock: int | None = None


@frozen
class Pause:
    """A time in which a session stood still; `ended` is None where it still does.

    It was paused, or nobody had it open, or it was over and was taken up again.
    """

    began: datetime
    ended: datetime | None = None


@frozen
class Opening:
    """What is known of a session when it starts.

    `name` is what the workout is listed under; `workout` has the chosen rounds and blocks.
    """

    name: str
    workout: Workout
    plan: Plan
    started: datetime
    position: Position


@frozen
class OpenSession:
    """A session that was neither finished nor stopped, as read back from history."""

    id: int
    name: str
    workout: Workout
    plan: Plan
    started: datetime
    position: Position
    sets: tuple[SetRecord, ...]
    pauses: tuple[Pause, ...] = ()


@frozen
class SessionRecord:
    """A session as history shows it; `seconds` are those it was running.

    `pauses` are None where it was paused and nobody kept when. `effort` is 1 to 5.
    `origin` is the program from which it was imported. What is not known is None.
    """

    id: int
    workout: str
    title: str
    started: datetime
    seconds: int | None
    outcome: SessionOutcome
    sets: tuple[SetRecord, ...]
    pauses: tuple[Pause, ...] | None = ()
    effort: int | None = None
    note: str | None = None
    origin: str | None = None


@frozen
class SetKept:
    """A set was done or skipped; it replaces an earlier one with the same key."""

    record: SetRecord


@frozen
class SetsDropped:
    """Sets are neither done nor skipped any more."""

    keys: tuple[StepKey, ...]


@frozen
class Replanned:
    """The rest of the session follows another plan."""

    plan: Plan


@frozen
class OutcomeChanged:
    """The session was finished or stopped at the hour `at`, or taken up again from its end (OPEN).

    A pause that goes on ends at that hour, which is None where it is not known or nothing ends.
    """

    outcome: SessionOutcome
    at: datetime | None = None


@frozen
class EffortChanged:
    """The session was so hard, 1 to 5; None where nobody says."""

    effort: int | None


@frozen
class PauseBegan:
    """The session stands still since the hour `at`."""

    at: datetime


@frozen
class PauseEnded:
    """The session that stood still goes on since the hour `at`."""

    at: datetime


Change = (
    SetKept | SetsDropped | Replanned | OutcomeChanged | EffortChanged | PauseBegan | PauseEnded
)
"""What one transaction changes in history, beside the position."""
