"""A data folder that does nothing, and remembers what it was asked for."""

from collections.abc import Mapping
from datetime import UTC, datetime

from matside.core.history.imports import Imported, Known, Origin
from matside.core.history.keeping import (
    ExportForm,
    Handed,
    ImportPreview,
    KeepingRefused,
    Portions,
    UnitUnknown,
    preview_of,
)
from matside.core.session.record import SessionOutcome, SessionRecord, SetOutcome, SetRecord
from matside.core.settings import Settings
from matside.core.weights import Unit
from matside.core.workout.steps import StepKey, StepKind
from matside.ui.words.keeping_words import restored_over

NAMES = ("Hammer Curl (Dumbbell)", "Overhead Press (Barbell)", "Plank")
EXERCISES = {"chest-fly": "Chest Fly", "hammer-curl": "Hammer Curl"}


def imported(sessions: int = 2, names: tuple[str, ...] = NAMES) -> tuple[Imported, ...]:
    """Return so many sessions of a table, a day after the other, with a set of each name."""
    return tuple(
        Imported(
            SessionRecord(
                id=0,
                workout="",
                title="Push",
                started=datetime(2026, 11, 1 + day, 18, 5, tzinfo=UTC),
                seconds=1800,
                outcome=SessionOutcome.FINISHED,
                sets=tuple(_set(place, name) for place, name in enumerate(names)),
            ),
            Origin.STRONG,
            19,
        )
        for day in range(sessions)
    )


def _set(place: int, name: str) -> SetRecord:
    return SetRecord(
        key=StepKey(0, 1, place, None, StepKind.WORK),
        block="Push",
        exercise=None,
        name=name,
        side=None,
        reps=8,
        seconds=None,
        outcome=SetOutcome.DONE,
    )


class FakeKeeping:
    """Answers at once; while `refused` is a reason, nothing can be done.

    `asked` has what was asked for, in order. A table tells no unit while `lacks_unit`, and no
    backup comes back while there `is_history`.
    """

    folder = "/data/matside"

    def __init__(self) -> None:
        self.asked: list[tuple[object, ...]] = []
        self.refused: str | None = None
        self.is_history = False
        self.lacks_unit = False
        self.known = Known()
        self.found = imported()
        self.notes: tuple[str, ...] = ()
        self.settings: Settings | None = None

    def back_up(self, path: str) -> Portions[Handed]:
        """Hand out twelve sessions."""
        yield from self._note("back up", path)
        return Handed(12, 5, self.notes)

    def before_restoring(self) -> None:
        """Refuse while there `is_history`."""
        if self.is_history:
            raise KeepingRefused(restored_over())

    def restore(self, path: str) -> Portions[Handed]:
        """Bring back twelve sessions."""
        yield from self._note("restore", path)
        return Handed(12, 1, self.notes, self.settings)

    def name_for(self, title: str, started: datetime) -> str:
        """Return a name of both."""
        return f"{started:%d} {title}.fit"

    def export_session(self, session: int, path: str) -> Portions[Handed]:
        """Hand out one session."""
        yield from self._note("export session", session, path)
        return Handed(1, 1, self.notes)

    def export_all(self, form: ExportForm, path: str) -> Portions[Handed]:
        """Hand out twelve sessions."""
        yield from self._note("export all", form, path)
        return Handed(12, 12, self.notes)

    def reading(self, path: str, unit: Unit | None) -> Portions[ImportPreview]:
        """Read what is to be found."""
        yield from self._note("read", path, unit)
        if self.lacks_unit and unit is None:
            raise UnitUnknown
        return preview_of(
            Origin.STRONG, self.found, self.known, EXERCISES, faults=self.notes, left_out=3
        )

    def adding(self, preview: ImportPreview, names: Mapping[str, str | None]) -> Portions[int]:
        """Add all that is new."""
        yield from self._note("add", names)
        return len(preview.new)

    def delete_all(self) -> Portions[tuple[str, ...]]:
        """Delete nothing."""
        yield from self._note("delete")
        return self.notes

    def _note(self, *asked: object) -> Portions[None]:
        self.asked.append(asked)
        yield 0.0
        if self.refused is not None:
            raise KeepingRefused(self.refused)
        yield 0.5
