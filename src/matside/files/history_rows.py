"""Knows the tables of the history, and how sessions and sets become rows and come back."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, assert_never

from matside.core.duration import rounded_seconds
from matside.core.plan import Key, StepKind
from matside.core.ports import HistoryError, SessionGone
from matside.core.record import (
    Change,
    Opening,
    OpenSession,
    OutcomeChanged,
    Position,
    Replanned,
    SessionOutcome,
    SessionRecord,
    SetKept,
    SetOutcome,
    SetRecord,
    SetsDropped,
)
from matside.core.workout import Side
from matside.files.archive import (
    plan_from_text,
    plan_to_text,
    workout_from_text,
    workout_to_text,
)

VERSION = 1
"""The version of the tables below; a history of a later version is left alone."""

_TABLES = """
CREATE TABLE IF NOT EXISTS session (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    workout TEXT NOT NULL,
    title TEXT NOT NULL,
    started TEXT NOT NULL,
    outcome TEXT NOT NULL,
    block INTEGER NOT NULL,
    round INTEGER NOT NULL,
    place INTEGER NOT NULL,
    side TEXT NOT NULL,
    kind TEXT NOT NULL,
    elapsed INTEGER NOT NULL,
    length INTEGER,
    ran INTEGER NOT NULL,
    paused INTEGER NOT NULL,
    pauses INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS saved (
    session INTEGER PRIMARY KEY REFERENCES session ON DELETE CASCADE,
    workout TEXT NOT NULL,
    plan TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS set_done (
    number INTEGER PRIMARY KEY,
    session INTEGER NOT NULL REFERENCES session ON DELETE CASCADE,
    block INTEGER NOT NULL,
    round INTEGER NOT NULL,
    place INTEGER NOT NULL,
    side TEXT NOT NULL,
    block_name TEXT NOT NULL,
    exercise TEXT,
    name TEXT NOT NULL,
    reps INTEGER,
    seconds INTEGER NOT NULL,
    kilograms REAL,
    outcome TEXT NOT NULL,
    UNIQUE (session, block, round, place, side)
);
"""

_OPEN = """
INSERT INTO session (
    workout, title, started, outcome, block, round, place, side, kind, elapsed, length,
    ran, paused, pauses
) VALUES (
    :workout, :title, :started, 'open',
    :block, :round, :place, :side, :kind, :elapsed, :length, :ran, :paused, :pauses
)
"""

_MOVE = """
UPDATE session SET
    block = :block, round = :round, place = :place, side = :side, kind = :kind,
    elapsed = :elapsed, length = :length, ran = :ran, paused = :paused, pauses = :pauses
WHERE id = :session
"""

_KEEP = """
INSERT OR REPLACE INTO set_done (
    session, block, round, place, side,
    block_name, exercise, name, reps, seconds, kilograms, outcome
) VALUES (
    :session, :block, :round, :place, :side,
    :block_name, :exercise, :name, :reps, :seconds, :kilograms, :outcome
)
"""

_DROP = """
DELETE FROM set_done
WHERE session = :session AND block = :block AND round = :round AND place = :place AND side = :side
"""

_FORGET_SESSIONS = """
DELETE FROM session WHERE outcome != 'open' AND id NOT IN (SELECT session FROM set_done)
"""

_FORGET_PLANS = """
DELETE FROM saved WHERE session IN (SELECT id FROM session WHERE outcome != 'open')
"""

_UNFINISHED = """
SELECT session.*, saved.workout AS saved_workout, saved.plan AS saved_plan
FROM session JOIN saved ON saved.session = session.id
WHERE outcome = 'open' ORDER BY id DESC LIMIT 1
"""

_SESSIONS = """
SELECT * FROM session
WHERE outcome = 'open' OR id IN (SELECT session FROM set_done) ORDER BY id DESC
"""

_SETS = "SELECT * FROM set_done WHERE session = ? ORDER BY number"

_BEGUN = "SELECT id FROM session WHERE started = ? AND workout = ?"


class NoHistory(ValueError):
    """A file that is no history at all."""


@dataclass(frozen=True, slots=True)
class LostSession:
    """A session that is open and cannot be taken up: what was saved of it is damaged."""

    id: int
    title: str


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version of the tables, 0 where there are none at all.

    Raises HistoryError where a newer Matside has written the history, and NoHistory.
    """
    version = _version(connection)
    if version > VERSION:
        raise HistoryError("the history was written by a newer Matside; start that one")
    if version == 0 and not _is_empty(connection):
        raise NoHistory("this is a database of another program")
    return version


def prepare(connection: sqlite3.Connection) -> None:
    """Make `connection` ready: rows by name, writing ahead with full sync, and the tables.

    Changes nothing where it raises what `version_of` does.
    """
    connection.row_factory = sqlite3.Row
    version = version_of(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    if version < VERSION:
        _make_tables(connection)


def session_of(connection: sqlite3.Connection, opening: Opening) -> int:
    """Return the id of the session that began as `opening` says; it begins now if there is none.

    Then sessions that have ended lose their saved plans, and are deleted if they have no sets.
    """
    begun = (opening.started.isoformat(), opening.name)
    row = connection.execute(_BEGUN, begun).fetchone()
    if row is not None:
        return int(row["id"])
    connection.execute(_FORGET_SESSIONS)
    connection.execute(_FORGET_PLANS)
    return _insert_session(connection, opening)


def store(
    connection: sqlite3.Connection, session: int, changes: Sequence[Change], position: Position
) -> None:
    """Apply `changes` to `session` in order, and store `position`; SessionGone if it is not."""
    columns = {"session": session, **_position_columns(position)}
    if connection.execute(_MOVE, columns).rowcount == 0:
        raise SessionGone(f"the history has no session {session}")
    for change in changes:
        _apply(connection, session, change)


def open_session(connection: sqlite3.Connection) -> OpenSession | LostSession | None:
    """Return the newest session that is open, None where there is none."""
    row = connection.execute(_UNFINISHED).fetchone()
    if row is None:
        return None
    try:
        return _open_session(row, _sets_of(connection, row))
    except (ValueError, TypeError, LookupError, RecursionError):
        return LostSession(row["id"], str(row["title"]))


def stop(connection: sqlite3.Connection, session: int) -> None:
    """Let `session` have ended where it stands."""
    _apply(connection, session, OutcomeChanged(SessionOutcome.STOPPED))


def session_records(connection: sqlite3.Connection) -> tuple[SessionRecord, ...]:
    """Return all sessions that have sets or are open, newest first."""
    rows = connection.execute(_SESSIONS).fetchall()
    return tuple(_session_record(row, _sets_of(connection, row)) for row in rows)


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _make_tables(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for statement in _TABLES.split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {VERSION}")
    connection.execute("COMMIT")


def _insert_session(connection: sqlite3.Connection, opening: Opening) -> int:
    columns = {
        "workout": opening.name,
        "title": opening.workout.title,
        "started": opening.started.isoformat(),
        **_position_columns(opening.position),
    }
    session = connection.execute(_OPEN, columns).lastrowid
    assert session is not None
    saved = (session, workout_to_text(opening.workout), plan_to_text(opening.plan))
    connection.execute("INSERT INTO saved VALUES (?, ?, ?)", saved)
    return session


def _apply(connection: sqlite3.Connection, session: int, change: Change) -> None:
    match change:
        case SetKept(record):
            connection.execute(_KEEP, {"session": session, **_set_columns(record)})
        case SetsDropped(keys):
            for key in keys:
                connection.execute(_DROP, {"session": session, **_key_columns(key)})
        case Replanned(plan):
            statement = "UPDATE saved SET plan = ? WHERE session = ?"
            connection.execute(statement, (plan_to_text(plan), session))
        case OutcomeChanged(outcome):
            statement = "UPDATE session SET outcome = ? WHERE id = ?"
            connection.execute(statement, (outcome.value, session))
        case _:
            assert_never(change)


def _key_columns(key: Key) -> dict[str, Any]:
    side = "" if key.side is None else key.side.value  # no two NULLs are the same to UNIQUE
    return {"block": key.block, "round": key.round, "place": key.place, "side": side}


def _key(row: sqlite3.Row, kind: StepKind) -> Key:
    side = Side(row["side"]) if row["side"] else None
    return Key(row["block"], row["round"], row["place"], side, kind)


def _position_columns(position: Position) -> dict[str, Any]:
    return {
        **_key_columns(position.key),
        "kind": position.key.kind.value,
        "elapsed": position.elapsed,
        "length": position.length,
        "ran": position.ran,
        "paused": position.paused,
        "pauses": position.pauses,
    }


def _position(row: sqlite3.Row) -> Position:
    """Return where the session stands; ValueError where a number is none, for SQLite minds not."""
    length = row["length"]
    return Position(
        key=_key(row, StepKind(row["kind"])),
        elapsed=int(row["elapsed"]),
        length=None if length is None else int(length),
        ran=int(row["ran"]),
        paused=int(row["paused"]),
        pauses=int(row["pauses"]),
    )


def _set_columns(record: SetRecord) -> dict[str, Any]:
    return {
        **_key_columns(record.key),
        "block_name": record.block,
        "exercise": record.exercise,
        "name": record.name,
        "reps": record.reps,
        "seconds": record.seconds,
        "kilograms": record.kilograms,
        "outcome": record.outcome.value,
    }


def _sets_of(connection: sqlite3.Connection, session: sqlite3.Row) -> tuple[SetRecord, ...]:
    return tuple(_set_record(row) for row in connection.execute(_SETS, (session["id"],)))


def _set_record(row: sqlite3.Row) -> SetRecord:
    key = _key(row, StepKind.WORK)
    return SetRecord(
        key=key,
        block=row["block_name"],
        exercise=row["exercise"],
        name=row["name"],
        side=key.side,
        reps=row["reps"],
        seconds=row["seconds"],
        outcome=SetOutcome(row["outcome"]),
        kilograms=row["kilograms"],
    )


def _open_session(row: sqlite3.Row, sets: tuple[SetRecord, ...]) -> OpenSession:
    workout = workout_from_text(row["saved_workout"])
    plan = plan_from_text(row["saved_plan"], workout)
    position = _position(row)
    if position.key not in plan:
        raise LookupError("the plan has no such step")
    return OpenSession(
        id=row["id"],
        name=row["workout"],
        workout=workout,
        plan=plan,
        started=datetime.fromisoformat(row["started"]),
        position=position,
        sets=sets,
    )


def _session_record(row: sqlite3.Row, sets: tuple[SetRecord, ...]) -> SessionRecord:
    return SessionRecord(
        id=row["id"],
        workout=row["workout"],
        title=row["title"],
        started=datetime.fromisoformat(row["started"]),
        seconds=rounded_seconds(row["ran"]),
        outcome=SessionOutcome(row["outcome"]),
        sets=sets,
    )
