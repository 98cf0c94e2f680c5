"""Knows how sessions, sets and pauses become rows of the history."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any, assert_never

from matside.core.ports.devices import SessionGone
from matside.core.session.record import (
    Change,
    Opening,
    OutcomeChanged,
    PauseBegan,
    PauseEnded,
    Planned,
    Position,
    Replanned,
    SessionOutcome,
    SetKept,
    SetRecord,
    SetsDropped,
)
from matside.core.workout.plan import StepKey
from matside.files.history.plan_json import (
    plan_to_text,
    workout_to_text,
)

_OPEN = """
INSERT INTO session (
    workout, title, started, outcome, block, round, place, side, kind, elapsed, length, shortened,
    ran, paused, pauses, seen
) VALUES (
    :workout, :title, :started, 'open',
    :block, :round, :place, :side, :kind, :elapsed, :length, :shortened,
    :ran, :paused, :pauses, :seen
)
"""

_MOVE = """
UPDATE session SET
    block = :block, round = :round, place = :place, side = :side, kind = :kind,
    elapsed = :elapsed, length = :length, shortened = :shortened,
    ran = :ran, paused = :paused, pauses = :pauses, seen = :seen
WHERE id = :session
"""

_KEEP = """
INSERT OR REPLACE INTO set_done (
    session, block, round, place, side, block_name, exercise, name,
    planned, planned_reps, planned_seconds, level, count,
    reps, seconds, grams, ended, outcome
) VALUES (
    :session, :block, :round, :place, :side, :block_name, :exercise, :name,
    :planned, :planned_reps, :planned_seconds, :level, :count,
    :reps, :seconds, :grams, :ended, :outcome
)
"""

_DROP = """
DELETE FROM set_done
WHERE session = :session AND block = :block AND round = :round AND place = :place AND side = :side
"""

_FORGET_SESSIONS = """
DELETE FROM session WHERE outcome != 'open'
    AND id NOT IN (SELECT session FROM set_done)
    AND id NOT IN (SELECT +session FROM set_done NOT INDEXED)
"""
"""A damaged index may say that a session has no sets, so the table is asked too.

The plus keeps SQLite from using the index for that.
"""

_FORGET_PLANS = """
DELETE FROM saved WHERE session IN (SELECT id FROM session WHERE outcome != 'open')
"""

_PAUSE = "INSERT OR REPLACE INTO pause (session, began) VALUES (?, ?)"

_GO_ON = "UPDATE pause SET ended = ? WHERE session = ? AND ended IS NULL"

_END = "UPDATE session SET outcome = ? WHERE id = ?"

_STAND_STILL_NO_MORE = """
UPDATE pause SET ended = (SELECT seen FROM session WHERE id = pause.session)
WHERE session = ? AND ended IS NULL
"""

_BEGUN = "SELECT id FROM session WHERE started = ? AND workout = ?"


def session_of(connection: sqlite3.Connection, opening: Opening) -> int:
    """Return the id of the session that began as `opening` says; insert it if there is none.

    Inserting one deletes ended sessions without sets, and the saved plans of all other ended ones.
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
    """Apply `changes` to `session` in order, and store `position`.

    Raises SessionGone if there is no such session.
    """
    columns = {"session": session, **_position_columns(position)}
    if connection.execute(_MOVE, columns).rowcount == 0:
        raise SessionGone(f"the history has no session {session}")
    for change in changes:
        _apply(connection, session, change)


def stop(connection: sqlite3.Connection, session: int) -> None:
    """Mark `session` as stopped at the time it was last seen."""
    connection.execute(_END, (SessionOutcome.STOPPED.value, session))
    connection.execute(_STAND_STILL_NO_MORE, (session,))


def _insert_session(connection: sqlite3.Connection, opening: Opening) -> int:
    columns = {
        "workout": opening.name,
        "title": opening.workout.title,
        "started": opening.started.isoformat(),
        **_position_columns(opening.position),
    }
    session = connection.execute(_OPEN, columns).lastrowid
    assert session is not None  # a row was just inserted
    saved = (session, workout_to_text(opening.workout), plan_to_text(opening.plan))
    connection.execute("INSERT OR REPLACE INTO saved VALUES (?, ?, ?)", saved)
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
        case OutcomeChanged(outcome, at):
            _let_be(connection, session, outcome, at)
        case PauseBegan(at):
            connection.execute(_PAUSE, (session, at.isoformat()))
        case PauseEnded(at):
            connection.execute(_GO_ON, (at.isoformat(), session))
        case _:
            assert_never(change)


def _let_be(
    connection: sqlite3.Connection, session: int, outcome: SessionOutcome, at: datetime | None
) -> None:
    """Set the `outcome` of `session`; a pause that goes on ends at `at`."""
    connection.execute(_END, (outcome.value, session))
    if at is not None:
        connection.execute(_GO_ON, (at.isoformat(), session))


def _key_columns(key: StepKey) -> dict[str, Any]:
    side = "" if key.side is None else key.side.value  # no two NULLs are the same to UNIQUE
    return {"block": key.block, "round": key.round, "place": key.place, "side": side}


def _position_columns(position: Position) -> dict[str, Any]:
    return {
        **_key_columns(position.key),
        "kind": position.key.kind.value,
        "elapsed": position.elapsed,
        "length": position.length,
        "ran": position.ran,
        "paused": position.paused,
        "pauses": position.pauses,
        "shortened": position.shortened,
        "seen": _written(position.seen),
    }


def _written(hour: datetime | None) -> str | None:
    return None if hour is None else hour.isoformat()


def _set_columns(record: SetRecord) -> dict[str, Any]:
    return {
        **_key_columns(record.key),
        "block_name": record.block,
        "exercise": record.exercise,
        "name": record.name,
        **_planned_columns(record.planned),
        "reps": record.reps,
        "seconds": record.seconds,
        "grams": record.grams,
        "ended": _written(record.ended),
        "outcome": record.outcome.value,
    }


def _planned_columns(planned: Planned | None) -> dict[str, Any]:
    return {
        "planned": planned and planned.dose,
        "planned_reps": planned and planned.reps,
        "planned_seconds": planned and planned.seconds,
        "level": planned and planned.level and planned.level.value,
        "count": planned and planned.count,
    }
