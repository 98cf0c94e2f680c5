"""The commands that print history and hand it to other programs."""

import sqlite3
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from enum import Enum
from pathlib import Path
from typing import TypeVar, assert_never

from matside.app.parsing import LAST
from matside.app.terminal import CommandRefused, aligned, counted, print_json, print_lines
from matside.core.durations import clock
from matside.core.history.totals import SessionTotals, totals_of
from matside.core.ports.history import HistoryError
from matside.core.session.record import SessionRecord, SetOutcome, SetRecord
from matside.files import settings as settings_file
from matside.files.fit.fit_files import fit_of, is_estimated, names_of
from matside.files.folders import DataFolder
from matside.files.history.records import SessionListing, sessions_in
from matside.files.history.store import SqliteHistory
from matside.files.history.totals import TotalsListing, all_totals
from matside.files.new_file import write_new
from matside.files.tables.own_export import session_row, table_of
from matside.files.tables.strong import strong_table
from matside.files.workouts.catalogue import Catalogue
from matside.files.workouts.library import catalogue_of

_BEFORE_THE_FIRST = (
    "Before your first export: a session that a watch recorded too will be there twice, and no"
    " service was tried with these files."
)

_ESTIMATED = "nobody kept when its sets ended, so their times are estimated"

_CUT = "cut by the time"
"""What is said of a set that its clock has ended: nobody has skipped it."""

_NOTHING_YET = "No session has been done yet."

_SET_HEADINGS = ("Exercise", "Side", "Done", "Weight", "Block", "Round", "Note")

_Found = TypeVar("_Found")
_Listing = TypeVar("_Listing", SessionListing, TotalsListing)


class Form(Enum):
    """How sessions are printed: in lines for people, or for other programs."""

    LINES = "lines"
    JSON = "json"
    CSV = "csv"
    STRONG = "strong"


def history(data: DataFolder, form: Form, word: str | None = None) -> None:
    """Print the sessions that were done, or the sets of the one that `word` names.

    Raises CommandRefused if they cannot be read, or there is no such session.
    """

    def sessions() -> tuple[SessionRecord, ...]:
        return _sessions(data) if word is None else (_session(data, word),)

    match form:
        case Form.LINES if word is not None:
            print_lines(_session_lines(_session(data, word)), sys.stdout)
        case Form.LINES:
            lines = [
                _session_line(each) for each in _listed(data, all_totals, TotalsListing()).sessions
            ]
            print_lines(lines or [_NOTHING_YET], sys.stdout)
        case Form.JSON:
            print_json([session_row(session) for session in sessions()])
        case Form.CSV:
            print(table_of(sessions()), end="")
        case Form.STRONG:
            print(strong_table(sessions()), end="")
        case _:
            assert_never(form)


def export(data: DataFolder, word: str, path: Path, *, replaces: bool) -> None:
    """Write the session that `word` names to the FIT file at `path`, and print its path."""
    session = _session(data, word)
    _say_once(data)
    _write_fit(catalogue_of(data), session, path, replaces=replaces)


def export_all(data: DataFolder, folder: Path, *, replaces: bool) -> bool:
    """Write a FIT file of every session into `folder`; return whether all are there anew.

    The folder is made if it is missing; a file that is there already is left as it is, unless
    `replaces`.
    """
    sessions = _sessions(data)
    if not sessions:
        print_lines([_NOTHING_YET], sys.stdout)
        return True
    written(folder, lambda: folder.mkdir(exist_ok=True))
    names, catalogue = names_of(sessions), catalogue_of(data)
    _say_once(data)
    refused: list[str] = []
    for session in reversed(sessions):
        try:
            _write_fit(catalogue, session, folder / names[session.id], replaces=replaces)
        except CommandRefused as refusal:
            refused += refusal.lines
            print_lines(refusal.lines, sys.stderr)
    return not refused


def _write_fit(
    catalogue: Catalogue, session: SessionRecord, path: Path, *, replaces: bool
) -> None:
    content = fit_of(session, catalogue.fit)
    written(path, lambda: write_new(path, content, replaces=replaces))
    if is_estimated(session):
        print_lines([f"{path}: {_ESTIMATED}"], sys.stderr)
    print_lines([f"{path}: session {session.id}, {session.title}"], sys.stdout)


def written(path: Path, write: Callable[[], _Found]) -> _Found:
    """Return what `write` does; raise CommandRefused if the file at `path` cannot be written."""
    try:
        return write()
    except FileExistsError as error:
        raise CommandRefused(
            f"{path}: there is a file already; choose another name, or add --replace"
        ) from error
    except OSError as error:
        raise CommandRefused(f"{path}: {error.strerror or error}") from error


def _say_once(data: DataFolder) -> None:
    """Say what is to be known before the first export, and remember that it was said."""
    chosen, warnings = settings_file.load(data.settings)
    if chosen.told_of_export:
        return
    print_lines([_BEFORE_THE_FIRST], sys.stderr)
    if not warnings:
        told = replace(chosen, told_of_export=True)
        written(data.settings, lambda: settings_file.SettingsFile(data, is_made=False).save(told))


def _listed(
    data: DataFolder, read: Callable[[sqlite3.Connection], _Listing], nothing: _Listing
) -> _Listing:
    """Return what `read` lists of history, and print its faults; raise CommandRefused."""
    try:
        found = SqliteHistory(data.history).read(read, nothing)
    except HistoryError as error:
        raise CommandRefused(str(error)) from error
    print_lines(found.faults, sys.stderr)
    return found


def _sessions(data: DataFolder) -> tuple[SessionRecord, ...]:
    return _listed(data, sessions_in, SessionListing()).sessions


def _session(data: DataFolder, word: str) -> SessionRecord:
    """Return the session that `word` names, a number or LAST; raise CommandRefused."""
    sessions = _sessions(data)
    if not sessions:
        raise CommandRefused(_NOTHING_YET)
    session = next((each for each in sessions if word in (str(each.id), LAST)), None)
    if session is None:
        raise CommandRefused(f'there is no session {word}; "matside history" lists them all')
    return session


def _session_lines(session: SessionRecord) -> Iterator[str]:
    """Yield what was done in `session`, set by set, and what is noted of it."""
    yield _session_line(totals_of(session)).strip()
    if session.effort is not None:
        yield f"effort: {session.effort} of 5"
    if session.note:
        yield f"note: {session.note}"
    yield ""
    yield from aligned([_SET_HEADINGS, *map(_set_cells, session.sets)], to_right=0)


def _set_cells(record: SetRecord) -> tuple[str, ...]:
    side = record.side.value if record.side else ""
    return (
        record.name,
        side,
        _done(record),
        _held(record),
        record.block,
        str(record.round),
        record.note or "",
    )


def _done(record: SetRecord) -> str:
    """Return how much was done, or why nothing was; of a set that was cut both may be known."""
    if record.outcome is SetOutcome.DONE:
        return _amount(record)
    if not record.is_cut:
        return "skipped"
    reps = "" if record.reps is None else f"{counted(record.reps, 'rep')}, "
    return f"{reps}{_CUT}"


def _amount(record: SetRecord) -> str:
    """Return how much was done: reps, `? reps` if nobody said how many, or the seconds of a hold.

    Nothing where nobody knows.
    """
    if record.is_counted:
        return "? reps" if record.reps is None else counted(record.reps, "rep")
    return "" if record.seconds is None else f"{record.seconds} s"


def _held(record: SetRecord) -> str:
    """Return what was held: `2 x 6 kg`."""
    weight = record.planned and record.planned.weight
    if record.load is None:
        return ""
    return f"{weight.count if weight else 1} x {record.load.written}"


def _session_line(session: SessionTotals) -> str:
    skipped = f", {session.skipped} skipped" if session.skipped else ""
    cut = f", {session.cut} {_CUT}" if session.cut else ""
    sets = f"{counted(session.done, 'set')} done{skipped}{cut}"
    started = f"{session.started:%Y-%m-%d %H:%M}"
    length = "" if session.seconds is None else clock(session.seconds)
    about = f"{started}  {length:>7}  {session.outcome.value:<8}  {session.title} ({sets})"
    return f"{session.id:>5}  {about}"
