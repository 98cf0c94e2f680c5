"""Changes what history keeps of a session that is over, each time in one transaction.

All functions raise HistoryError if nothing can be written, and SessionGone if what is to be
changed is not there.
"""

import sqlite3
from collections.abc import Mapping
from typing import Any

from matside.core.ports.history import SessionGone
from matside.core.weights import Load
from matside.core.workout.steps import StepKey
from matside.files.history.copying import TABLES
from matside.files.history.rows import key_columns
from matside.files.history.store import SqliteHistory
from matside.frozen import frozen

_SET = """
session = :session AND block = :block AND round = :round AND place = :place AND side = :side
"""

_COLUMN_OF_SESSION = {"session": "id"}

Row = Mapping[str, Any]


@frozen
class DeletedSession:
    """A session that was deleted, with all its rows by their table, so that it can come back."""

    id: int
    rows: tuple[tuple[str, Row], ...]


def change_reps(history: SqliteHistory, session: int, key: StepKey, reps: int | None) -> None:
    """Change the reps that were done in a set of `session`."""
    _change_set(history, session, key, {"reps": reps})


def change_weight(history: SqliteHistory, session: int, key: StepKey, load: Load | None) -> None:
    """Change what each piece weighed that was held in a set."""
    values = {"grams": load and load.grams, "unit": load and load.unit.value}
    _change_set(history, session, key, values)


def change_note(history: SqliteHistory, session: int, note: str | None) -> None:
    """Change the note on `session`."""
    _change_session(history, session, "note", note or None)


def change_effort(history: SqliteHistory, session: int, effort: int | None) -> None:
    """Change how hard `session` was, from 1 to 5."""
    _change_session(history, session, "effort", effort)


def delete_session(history: SqliteHistory, session: int) -> DeletedSession:
    """Delete `session` with its sets and pauses; `put_back` undoes that."""
    with history.writing() as connection:
        rows = tuple(
            (table, dict(row)) for table in TABLES for row in _rows(connection, table, session)
        )
        if connection.execute("DELETE FROM session WHERE id = ?", (session,)).rowcount == 0:
            raise _gone(session)
    return DeletedSession(session, rows)


def put_back(history: SqliteHistory, deleted: DeletedSession) -> None:
    """Put a deleted session back under its id, with all that was kept of it."""
    with history.writing() as connection:
        for table, row in deleted.rows:
            # The numbers of its sets may be given to others by now.
            columns = {name: value for name, value in row.items() if name != "number"}
            names = ", ".join(columns)
            places = ", ".join(f":{name}" for name in columns)
            connection.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", columns)  # noqa: S608 - names of our own columns


def _rows(connection: sqlite3.Connection, table: str, session: int) -> list[sqlite3.Row]:
    column = _COLUMN_OF_SESSION.get(table, "session")
    query = f"SELECT * FROM {table} WHERE {column} = ? ORDER BY rowid"  # noqa: S608 - names of our own tables
    return connection.execute(query, (session,)).fetchall()


def _change_set(
    history: SqliteHistory, session: int, key: StepKey, values: Mapping[str, Any]
) -> None:
    changed = ", ".join(f"{name} = :new_{name}" for name in values)
    columns = {f"new_{name}": value for name, value in values.items()}
    with history.writing() as connection:
        statement = f"UPDATE set_done SET {changed} WHERE {_SET}"  # noqa: S608 - names of our own columns
        found = connection.execute(
            statement, {"session": session, **key_columns(key), **columns}
        ).rowcount
        if not found:
            raise _gone(session)


def _change_session(
    history: SqliteHistory, session: int, column: str, value: str | int | None
) -> None:
    with history.writing() as connection:
        statement = f"UPDATE session SET {column} = ? WHERE id = ?"  # noqa: S608 - names of our own columns
        if not connection.execute(statement, (value, session)).rowcount:
            raise _gone(session)


def _gone(session: int) -> SessionGone:
    return SessionGone(f"the history has no such part of session {session}")
