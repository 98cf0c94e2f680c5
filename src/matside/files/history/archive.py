"""The sessions of a history, as pages ask for them and change them."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from matside.core.history.totals import ExerciseDay, ExerciseDone, SessionTotals
from matside.core.history.weeks import TrainedDay
from matside.core.ports.history import SessionGone
from matside.core.session.record import SessionRecord
from matside.core.weights import Load
from matside.core.workout.steps import StepKey
from matside.files.history.copying import TABLES
from matside.files.history.records import session_in
from matside.files.history.rows import OF_SET, insertion, key_columns
from matside.files.history.store import SqliteHistory
from matside.files.history.sums.exercises import exercise_days, exercises_done, last_exercise
from matside.files.history.totals import totals_between, trained_days

_COLUMN_OF_SESSION = {"session": "id"}

Row = Mapping[str, Any]


class SqliteArchive:
    """The `Archive` of a history; what it has deleted it can put back.

    Each change is one transaction.
    """

    def __init__(self, history: SqliteHistory) -> None:
        self._history = history
        self._deleted: dict[int, Sequence[tuple[str, Row]]] = {}

    def days(self) -> tuple[TrainedDay, ...]:
        """Return all days on which something was done, the first one first."""
        return self._history.read(trained_days, ())

    def sessions(self, first: date, last: date) -> tuple[SessionTotals, ...]:
        """Return the sessions from the day `first` to the day `last`, the newest first."""
        return self._history.read(partial(totals_between, first=first, last=last), ())

    def session(self, session: int) -> SessionRecord | None:
        """Return `session` with its sets, None if it is not there, or cannot be read."""
        return self._history.read(partial(session_in, number=session), None)

    def exercises(self) -> tuple[ExerciseDone, ...]:
        """Return all exercises that were done, in order of their names."""
        return self._history.read(exercises_done, ())

    def last_exercise(self) -> str | None:
        """Return by what the exercise is found that was done last, None if none ever was."""
        return self._history.read(last_exercise, None)

    def exercise_days(self, move: str) -> tuple[ExerciseDay, ...]:
        """Return what was done in each session of the exercise that is found by `move`."""
        return self._history.read(partial(exercise_days, move=move), ())

    def change_reps(self, session: int, key: StepKey, reps: int | None) -> None:
        """Change the reps that were done in a set."""
        self._change_set(session, key, reps=reps)

    def change_load(self, session: int, key: StepKey, load: Load | None) -> None:
        """Change what each piece weighed that was held in a set."""
        self._change_set(session, key, grams=load and load.grams, unit=load and load.unit.value)

    def change_note(self, session: int, note: str) -> None:
        """Change the note on `session`; "" takes it away."""
        self._change("session", "id = :session", {"session": session}, note=note or None)

    def change_effort(self, session: int, effort: int | None) -> None:
        """Change how hard `session` was, from 1 to 5."""
        self._change("session", "id = :session", {"session": session}, effort=effort)

    def delete(self, session: int) -> None:
        """Delete `session` with all that is kept of it."""
        with self._history.writing() as connection:
            rows = [
                (table, dict(row)) for table in TABLES for row in _rows(connection, table, session)
            ]
            if connection.execute("DELETE FROM session WHERE id = ?", (session,)).rowcount == 0:
                raise _gone(session)
        self._deleted[session] = rows

    def put_back(self, session: int) -> None:
        """Put `session` back under its id, which was deleted through this archive."""
        if session not in self._deleted:
            raise SessionGone(f"session {session} was not deleted here")
        with self._history.writing() as connection:
            for table, row in self._deleted[session]:
                # The numbers of its sets may be given to others by now.
                columns = {name: value for name, value in row.items() if name != "number"}
                connection.execute(insertion(table, columns), columns)
        del self._deleted[session]

    def _change_set(self, session: int, key: StepKey, **values: object) -> None:
        self._change("set_done", OF_SET, {"session": session, **key_columns(key)}, **values)

    def _change(self, table: str, found_by: str, columns: Row, **values: object) -> None:
        """Change `values` in the row of `table` that is `found_by` these `columns`."""
        changed = ", ".join(f"{name} = :new_{name}" for name in values)
        new = {f"new_{name}": value for name, value in values.items()}
        with self._history.writing() as connection:
            statement = f"UPDATE {table} SET {changed} WHERE {found_by}"  # noqa: S608 - names of our own columns
            if not connection.execute(statement, {**columns, **new}).rowcount:
                raise _gone(columns["session"])


def _rows(connection: sqlite3.Connection, table: str, session: int) -> list[sqlite3.Row]:
    column = _COLUMN_OF_SESSION.get(table, "session")
    query = f"SELECT * FROM {table} WHERE {column} = ? ORDER BY rowid"  # noqa: S608 - names of our own tables
    return connection.execute(query, (session,)).fetchall()


def _gone(session: int) -> SessionGone:
    return SessionGone(f"the history has no such part of session {session}")
