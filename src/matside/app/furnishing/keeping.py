"""Does what pages ask of the data folder, with the files and the history of the window."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from os.path import realpath
from pathlib import Path

from matside.app.terminal import json_of
from matside.core.history.imports import named
from matside.core.history.keeping import (
    ExportForm,
    Handed,
    ImportPreview,
    KeepingRefused,
    Portions,
    UnitUnknown,
    preview_of,
)
from matside.core.ports.history import HistoryError
from matside.core.session.record import SessionRecord
from matside.core.settings import Settings
from matside.core.weights import Unit
from matside.files import settings as settings_file
from matside.files.backup import NoBackup, Restored, back_up, refuse_over, restore
from matside.files.deletion import delete_all
from matside.files.fit.fit_files import fit_of, is_estimated, name_for, names_of
from matside.files.folders import DataFolder
from matside.files.history.damage import reason_of
from matside.files.history.imports import adding, known_in
from matside.files.history.records import SessionListing, session_in, sessions_in
from matside.files.history.store import SqliteHistory
from matside.files.new_file import write_new
from matside.files.tables.own_export import session_row, table_of
from matside.files.tables.reading import UnitWanted, reading_table
from matside.files.tables.sheet import StrangeTable
from matside.files.tables.strong import strong_table
from matside.files.workouts.library import catalogue_of
from matside.files.yaml.known_trees import known_trees
from matside.ui.words.keeping_words import (
    another_window,
    estimated_words,
    gone_words,
    nothing_yet,
    own_folder_words,
    restored_over,
    stays_words,
)

_TABLES: Mapping[ExportForm, Callable[[tuple[SessionRecord, ...]], str]] = {
    ExportForm.STRONG: strong_table,
    ExportForm.CSV: table_of,
    ExportForm.JSON: lambda sessions: json_of([*map(session_row, sessions)]) + "\n",
}


class FolderKeeping:
    """The `Keeping` of a data folder whose history a window has open."""

    def __init__(self, data: DataFolder, history: SqliteHistory) -> None:
        self._data = data
        self._history = history

    @property
    def folder(self) -> str:
        """Where all of it lies."""
        return str(self._data.root)

    def back_up(self, path: str) -> Portions[Handed]:
        """Write all of it to the file at `path`, in place of any that is there."""
        yield 0.0
        self._refuse_own(path)
        with _refusing(path):
            done = yield from back_up(self._data, Path(path), replaces=True)
        return _handed(done)

    def before_restoring(self) -> None:
        """Do nothing, but raise KeepingRefused where no backup at all can come back."""
        self._refuse_theirs()
        with _refusing_over():
            refuse_over(self._data)

    def restore(self, path: str) -> Portions[Handed]:
        """Bring back what the backup at `path` holds; what is there stays."""
        yield 0.0
        self._refuse_theirs()
        with _refusing_over(), _refusing(path):
            done = yield from restore(Path(path), self._data)
        return replace(_handed(done), settings=self._settings_of(done))

    def name_for(self, title: str, started: datetime) -> str:
        """Return what the FIT file of a session is called: date and title."""
        return f"{name_for(title, started)}.fit"

    def export_session(self, session: int, path: str) -> Portions[Handed]:
        """Write `session` as FIT to the file at `path`, in place of any that is there."""
        yield 0.0
        self._refuse_own(path)
        with _refusing(path):
            found = self._history.read(lambda held: session_in(held, session), None)
            if found is None:
                raise KeepingRefused(gone_words())
            content = fit_of(found, catalogue_of(self._data).fit)
            write_new(Path(path), content, replaces=True)
        return Handed(1, 1, (estimated_words(1),) if is_estimated(found) else ())

    def export_all(self, form: ExportForm, path: str) -> Portions[Handed]:
        """Write all sessions to the file, or as FIT into the folder, at `path`."""
        yield 0.0
        with _refusing(path):
            listing = self._history.read(sessions_in, SessionListing())
            if not listing.sessions:
                raise KeepingRefused(nothing_yet())
            if form is ExportForm.FIT:
                return (yield from self._export_each(listing, Path(path)))
            self._refuse_own(path)
            text = _TABLES[form](listing.sessions)
            write_new(Path(path), text.encode("utf-8", "replace"), replaces=True)
        return Handed(len(listing.sessions), 1, listing.faults)

    def _export_each(self, listing: SessionListing, folder: Path) -> Portions[Handed]:
        names, naming = names_of(listing.sessions), catalogue_of(self._data).fit
        notes, estimated = [*listing.faults], 0
        with _undoing() as written:
            for place, session in enumerate(reversed(listing.sessions)):
                yield place / len(names)
                path = folder / names[session.id]
                try:
                    write_new(path, fit_of(session, naming))
                except FileExistsError:
                    notes.append(stays_words(path.name))
                else:
                    written.append(path)
                    estimated += is_estimated(session)
        if estimated:
            notes.append(estimated_words(estimated))
        return Handed(len(written), len(written), tuple(notes))

    def reading(self, path: str, unit: Unit | None) -> Portions[ImportPreview]:
        """Read the table at `path`; `unit` is that of weights which name none."""
        try:
            with _refusing(path):
                reading = yield from reading_table(Path(path), datetime.astimezone, unit)
        except UnitWanted as error:
            raise UnitUnknown from error
        with _refusing(self.folder):
            known = known_in(self._history)
            return preview_of(
                reading.origin,
                reading.sessions,
                known,
                self._exercises(),
                faults=reading.faults,
                left_out=reading.left_out,
            )

    def adding(self, preview: ImportPreview, names: Mapping[str, str | None]) -> Portions[int]:
        """Add what is new; `names` gives unclear names their exercises. Return how many."""
        found = named(preview.new, {**preview.meaning, **names})
        with _refusing(self.folder):
            return (yield from adding(self._history, found))

    def delete_all(self) -> Portions[tuple[str, ...]]:
        """Delete all of it; return a line for each file that could not be deleted."""
        yield 0.0
        self._refuse_theirs()
        self._history.forget()
        # At its end the program would write anew what it has read of own workouts.
        known_trees.forget()
        faults = delete_all(self._data)
        self._data.try_to_make()
        return faults

    def _refuse_theirs(self) -> None:
        """Raise KeepingRefused if another window has the data folder by now."""
        if not self._history.is_ours():
            raise KeepingRefused(another_window())

    def _refuse_own(self, path: str) -> None:
        """Raise KeepingRefused if `path` is in the data folder: all in it is to stay."""
        if Path(realpath(path)).is_relative_to(realpath(self._data.root)):
            raise KeepingRefused(own_folder_words())

    def _settings_of(self, done: Restored) -> Settings | None:
        """Return the settings that have come back, before the window writes its own."""
        if self._data.settings.name not in done.files:
            return None
        settings, _ = settings_file.load(self._data.settings)
        return settings

    def _exercises(self) -> dict[str, str]:
        """Return the names of all exercises by their ids."""
        catalogue = catalogue_of(self._data)
        found = {identity: catalogue.exercise(identity) for identity in catalogue.ids()}
        return {
            identity: exercise.plain_name
            for identity, exercise in found.items()
            if not isinstance(exercise, str)
        }


@contextmanager
def _undoing() -> Iterator[list[Path]]:
    """Delete the new files that are in the list again where not all of them come about."""
    written: list[Path] = []
    try:
        yield written
    except BaseException:
        for path in written:
            path.unlink(missing_ok=True)
        raise


@contextmanager
def _refusing_over() -> Iterator[None]:
    """Raise KeepingRefused where a backup would come over a history."""
    try:
        yield
    except FileExistsError as error:
        raise KeepingRefused(restored_over()) from error


@contextmanager
def _refusing(path: str) -> Iterator[None]:
    """Raise KeepingRefused where a file or the history at `path` fails in any way.

    FileExistsError tells that something is there that must stay.
    """
    try:
        yield
    except FileExistsError:
        raise
    except (HistoryError, NoBackup, StrangeTable) as error:
        raise KeepingRefused(str(error)) from error
    except (OSError, ValueError, sqlite3.Error) as error:
        raise KeepingRefused(f"{path}: {reason_of(error)}") from error


def _handed(done: Restored) -> Handed:
    notes = (*done.faults, *map(stays_words, done.kept))
    return Handed(done.sessions, len(done.files), notes)
