"""What can be done with all that is kept: it is handed out, taken in, and deleted."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from enum import Enum
from typing import Protocol, TypeVar

from matside.core.history.imports import (
    Imported,
    Known,
    Origin,
    likely,
    meanings,
    names_in,
    new_of,
)
from matside.core.settings import Settings
from matside.core.weights import Unit
from matside.frozen import frozen

_Value = TypeVar("_Value")

Portions = Generator[float, None, _Value]
"""Steps, each of which tells how much is done, from 0 to 1, and the value at the end.

Whoever has enough closes it: nothing is left of what was done in part.
"""


class KeepingRefused(Exception):
    """Something cannot be done; the text says why, in one line for people."""


class UnitUnknown(Exception):
    """A table does not say whether its weights are kilograms or pounds."""


class ExportForm(Enum):
    """As what all sessions are handed out: as files for sports services, or as tables."""

    FIT = "fit"
    STRONG = "strong"
    CSV = "csv"
    JSON = "json"


@frozen
class Handed:
    """What was handed out or has come back: how many sessions, and how many other files.

    `notes` has a line for each thing that was left out, or left as it was. `settings` are those
    that have come back, None where none have.
    """

    sessions: int
    files: int = 0
    notes: tuple[str, ...] = ()
    settings: Settings | None = None


@frozen
class ImportPreview:
    """What a table holds, and what of it would be added.

    Of `found` sessions those in `new` are not there yet; `left_out` rows tell no set. `faults`
    has a line for each row that cannot be read. `meaning` gives the exercises of those names
    that are clear; `unclear` has the other names, each with its number of sets. `exercises` has
    the names of all exercises by their ids.
    """

    origin: Origin
    found: int
    new: tuple[Imported, ...]
    left_out: int = 0
    faults: tuple[str, ...] = ()
    meaning: Mapping[str, str | None] = field(default_factory=dict)
    unclear: Mapping[str, int] = field(default_factory=dict)
    exercises: Mapping[str, str] = field(default_factory=dict)

    @property
    def sets(self) -> int:
        """How many sets would be added."""
        return sum(len(each.session.sets) for each in self.new)

    def likely(self, name: str) -> str | None:
        """Return the id of the exercise that an unclear `name` may well mean, None without one."""
        return likely(name, self.exercises)


def preview_of(
    origin: Origin,
    sessions: Sequence[Imported],
    known: Known,
    exercises: Mapping[str, str],
    *,
    faults: tuple[str, ...] = (),
    left_out: int = 0,
) -> ImportPreview:
    """Return what would be added of `sessions` to a history that has what is `known`."""
    new = new_of(sessions, known)
    names = names_in(new)
    meaning = meanings(names, exercises, known)
    unclear = dict.fromkeys((name for name in names if name not in meaning), 0)
    for each in new:
        for record in each.session.sets:
            if record.exercise is None and record.name in unclear:
                unclear[record.name] += 1
    return ImportPreview(origin, len(sessions), new, left_out, faults, meaning, unclear, exercises)


class Keeping(Protocol):
    """The data folder, as pages have things done with it.

    What takes long comes in portions, which wait for the disk; they raise KeepingRefused where
    something cannot be done.
    """

    @property
    def folder(self) -> str:
        """Where all of it lies."""

    def back_up(self, path: str) -> Portions[Handed]:
        """Write all of it to the file at `path`, in place of any that is there."""

    def before_restoring(self) -> None:
        """Do nothing, but raise KeepingRefused where no backup at all can come back."""

    def restore(self, path: str) -> Portions[Handed]:
        """Bring back what the backup at `path` holds; what is there stays."""

    def name_for(self, title: str, started: datetime) -> str:
        """Return what the FIT file of a session is called: date and title."""

    def export_session(self, session: int, path: str) -> Portions[Handed]:
        """Write `session` as FIT to the file at `path`, in place of any that is there."""

    def export_all(self, form: ExportForm, path: str) -> Portions[Handed]:
        """Write all sessions to the file at `path`, in place of any that is there.

        As FIT each gets a file in the folder at `path`; those that are there stay.
        """

    def reading(self, path: str, unit: Unit | None) -> Portions[ImportPreview]:
        """Read the table at `path`; `unit` is that of weights which name none.

        Raises UnitUnknown where they have none, and `unit` is None.
        """

    def adding(self, preview: ImportPreview, names: Mapping[str, str | None]) -> Portions[int]:
        """Add what is new; `names` gives unclear names their exercises. Return how many."""

    def delete_all(self) -> Portions[tuple[str, ...]]:
        """Delete all of it; return a line for each file that could not be deleted."""
