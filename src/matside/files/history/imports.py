"""Puts sessions from tables into history, and says what history knows already."""

import sqlite3
from collections.abc import Sequence
from typing import Any

from matside.core.durations import SECOND
from matside.core.history.imports import Imported, Known, new_of
from matside.core.history.keeping import Portions
from matside.core.workout.steps import StepKey
from matside.files.history.rows import KEEP, insertion, key_columns, set_columns
from matside.files.history.store import SqliteHistory

AT_ONCE = 20
"""How many sessions are written in one step."""

_ADD_PAUSE = "INSERT OR IGNORE INTO pause (session, began, ended) VALUES (?, ?, ?)"

_SESSIONS = "SELECT substr(started, 1, 19), title FROM session"

_NAMES = """
SELECT name, exercise FROM set_done
WHERE number IN (SELECT max(number) FROM set_done GROUP BY name)
"""


def known_in(history: SqliteHistory) -> Known:
    """Return what `history` knows; a name means what it meant when it came last.

    Raises HistoryError.
    """
    return history.read(_known, Known())


def adding(history: SqliteHistory, found: Sequence[Imported]) -> Portions[int]:
    """Write those of `found` that history does not have; return how many they were.

    All are there at the end, or none if anything fails in between, or the generator is closed.
    Raises HistoryError.
    """
    with history.writing(makes_folder=True) as connection:
        new = new_of(found, _known(connection))
        for place, each in enumerate(new, 1):
            _add(connection, each)
            if place % AT_ONCE == 0:
                yield place / len(new)
    return len(new)


def _known(connection: sqlite3.Connection) -> Known:
    sessions = frozenset((row[0], row[1]) for row in connection.execute(_SESSIONS))
    return Known(sessions, {row[0]: row[1] for row in connection.execute(_NAMES)})


def _add(connection: sqlite3.Connection, imported: Imported) -> None:
    session = imported.session
    last = session.sets[-1].key if session.sets else None
    columns = {
        "workout": session.workout,
        "title": session.title,
        "started": session.started.isoformat(),
        "outcome": session.outcome.value,
        **_place(last),
        "ran": None if session.seconds is None else session.seconds * SECOND,
        "pauses": None if session.pauses is None else len(session.pauses),
        "effort": session.effort,
        "note": session.note,
        "origin": imported.origin.value,
        "identity": imported.identity,
    }
    number = connection.execute(insertion("session", columns), columns).lastrowid
    assert number is not None  # a row was just inserted
    for pause in session.pauses or ():
        ended = pause.ended and pause.ended.isoformat()
        connection.execute(_ADD_PAUSE, (number, pause.began.isoformat(), ended))
    rows = [{"session": number, **set_columns(record)} for record in session.sets]
    if rows:
        connection.executemany(insertion("set_done", rows[0], KEEP), rows)


def _place(last: StepKey | None) -> dict[str, Any]:
    """Return the columns of where a session stands, which an imported one does nowhere."""
    if last is None:
        return dict.fromkeys(("block", "round", "place", "side", "kind"))
    return {**key_columns(last), "kind": last.kind.value}
