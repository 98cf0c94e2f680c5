"""What history keeps of a session: its sets, its outcome and its position."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from matside.core.workout.model import Level, Side, Workout
from matside.core.workout.plan import Plan, StepKey


class SetOutcome(Enum):
    """How a set was left."""

    DONE = "done"
    SKIPPED = "skipped"


class SessionOutcome(Enum):
    """How a session ended; OPEN where it has not."""

    FINISHED = "finished"
    STOPPED = "stopped"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Planned:
    """What was asked of a set: its dose as it is written, and the numbers of which it is made.

    `reps` are None in a hold, `seconds` in a counted set; `level` and `count` without a weight.
    """

    dose: str
    reps: int | None = None
    seconds: int | None = None
    level: Level | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class SetRecord:
    """One set that was done or skipped.

    `exercise` is the id, None where written out. `reps` are per side, None in a hold.
    `seconds` are those its clock ran. `grams` are those of each dumbbell.
    `ended` is the hour at which it was left. What is not known is None.
    """

    key: StepKey
    block: str
    exercise: str | None
    name: str
    side: Side | None
    reps: int | None
    seconds: int | None
    outcome: SetOutcome
    grams: int | None = None
    planned: Planned | None = None
    ended: datetime | None = None

    @property
    def round(self) -> int:
        """The round the set belongs to, from 1."""
        return self.key.round


@dataclass(frozen=True, slots=True)
class Position:
    """How far a session has got, as written at every beat.

    `elapsed` and `length` are those of the step, in ms; `length` is None in a counted set
    that is not paced.
    `ran` and `paused` are how long the session has been running and paused so far, in ms, and
    `pauses` is how often it was paused.
    `shortened` says that NEXT has cut a rest down to its lead-in.
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


@dataclass(frozen=True, slots=True)
class Pause:
    """A time in which a session stood still; `ended` is None where it still does.

    It was paused, or nobody had it open, or it was over and was taken up again.
    """

    began: datetime
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """What is known of a session when it starts.

    `name` is what the workout is listed under; `workout` has the chosen rounds and blocks.
    """

    name: str
    workout: Workout
    plan: Plan
    started: datetime
    position: Position


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class SessionRecord:
    """A session as history shows it; `seconds` are those it was running.

    `pauses` are None where it was paused and nobody kept when. `effort` is 1 to 5.
    What is not known is None.
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


@dataclass(frozen=True, slots=True)
class SetKept:
    """A set was done or skipped; it replaces an earlier one with the same key."""

    record: SetRecord


@dataclass(frozen=True, slots=True)
class SetsDropped:
    """Sets are neither done nor skipped any more."""

    keys: tuple[StepKey, ...]


@dataclass(frozen=True, slots=True)
class Replanned:
    """The rest of the session follows another plan."""

    plan: Plan


@dataclass(frozen=True, slots=True)
class OutcomeChanged:
    """The session was finished or stopped at the hour `at`, or taken up again from its end (OPEN).

    A pause that goes on ends at that hour, which is None where it is not known or nothing ends.
    """

    outcome: SessionOutcome
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class PauseBegan:
    """The session stands still since the hour `at`."""

    at: datetime


@dataclass(frozen=True, slots=True)
class PauseEnded:
    """The session that stood still goes on since the hour `at`."""

    at: datetime


Change = SetKept | SetsDropped | Replanned | OutcomeChanged | PauseBegan | PauseEnded
"""What one transaction changes in history, beside the position."""
