"""Knows how sessions, sets and pauses become rows of the history."""

import sqlite3
import time
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, assert_never

from matside.core.ports.history import SessionGone
from matside.core.session.record import (
    Change,
    EffortChanged,
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
from matside.core.workout.model import written_clock
from matside.core.workout.steps import StepKey
from matside.files.history.plan_json import plan_to_text, workout_to_text

LONG, HEAD_START = 1_000, 0.1
"""A plan of more steps than this is written so many seconds later.

It takes the interpreter for as long as the beginning of the session takes to be painted, which
would be seen twice as late; no set can be done so soon.
"""

KEEP = "INSERT OR REPLACE"
"""How a row is inserted that may be there already."""

OF_SET = """
session = :session AND block = :block AND round = :round AND place = :place AND side = :side
"""
"""The condition by which the row of a set is found, with its `key_columns`."""

_DROP = f"DELETE FROM set_done WHERE {OF_SET}"  # noqa: S608 - names of our own columns

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

_RATE = "UPDATE session SET effort = ? WHERE id = ?"

_STAND_STILL_NO_MORE = """
UPDATE pause SET ended = (SELECT seen FROM session WHERE id = pause.session)
WHERE session = ? AND ended IS NULL
"""

_BEGUN = "SELECT id FROM session WHERE started = ? AND workout = ?"


def insertion(table: str, columns: Iterable[str], begin: str = "INSERT") -> str:
    """Return the statement that inserts a row with `columns`, each given by its name."""
    names = tuple(columns)
    return f"{begin} INTO {table} ({', '.join(names)}) VALUES (:{', :'.join(names)})"


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
    columns = _position_columns(position)
    moved = ", ".join(f"{name} = :{name}" for name in columns)
    statement = f"UPDATE session SET {moved} WHERE id = :session"  # noqa: S608 - likewise
    if connection.execute(statement, {"session": session, **columns}).rowcount == 0:
        raise SessionGone(f"the history has no session {session}")
    for change in changes:
        _apply(connection, session, change)


def stop(connection: sqlite3.Connection, session: int) -> None:
    """Mark `session` as stopped at the time it was last seen."""
    connection.execute(_END, (SessionOutcome.STOPPED.value, session))
    connection.execute(_STAND_STILL_NO_MORE, (session,))


def key_columns(key: StepKey) -> dict[str, Any]:
    """Return the columns that name a step."""
    side = "" if key.side is None else key.side.value  # no two NULLs are the same to UNIQUE
    return {"block": key.block, "round": key.round, "place": key.place, "side": side}


def _insert_session(connection: sqlite3.Connection, opening: Opening) -> int:
    columns = {
        "workout": opening.name,
        "title": opening.workout.title,
        "started": opening.started.isoformat(),
        "outcome": SessionOutcome.OPEN.value,
        **_position_columns(opening.position),
    }
    session = connection.execute(insertion("session", columns), columns).lastrowid
    assert session is not None  # a row was just inserted
    if len(opening.plan.steps) > LONG:
        time.sleep(HEAD_START)  # noqa: TID251 - nothing tells here that the stage is painted
    saved = (session, workout_to_text(opening.workout), plan_to_text(opening.plan))
    connection.execute("INSERT OR REPLACE INTO saved VALUES (?, ?, ?)", saved)
    return session


def _apply(connection: sqlite3.Connection, session: int, change: Change) -> None:
    match change:
        case SetKept(record):
            columns = {"session": session, **set_columns(record)}
            connection.execute(insertion("set_done", columns, KEEP), columns)
        case SetsDropped(keys):
            dropped = ({"session": session, **key_columns(key)} for key in keys)
            connection.executemany(_DROP, dropped)
        case Replanned(plan):
            statement = "UPDATE saved SET plan = ? WHERE session = ?"
            connection.execute(statement, (plan_to_text(plan), session))
        case OutcomeChanged(outcome, at):
            _let_be(connection, session, outcome, at)
        case EffortChanged(effort):
            connection.execute(_RATE, (effort, session))
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


def _position_columns(position: Position) -> dict[str, Any]:
    return {
        **key_columns(position.key),
        "kind": position.key.kind.value,
        "elapsed": position.elapsed,
        "length": position.length,
        "ran": position.ran,
        "paused": position.paused,
        "pauses": position.pauses,
        "shortened": position.shortened,
        "seen": _written(position.seen),
        "clock": position.clock,
    }


def _written(hour: datetime | None) -> str | None:
    return None if hour is None else hour.isoformat()


def set_columns(record: SetRecord) -> dict[str, Any]:
    """Return the columns of a set, but the one that says whose it is."""
    return {
        **key_columns(record.key),
        "block_name": record.block,
        "exercise": record.exercise,
        "name": record.name,
        **_planned_columns(record.planned),
        "reps": record.reps,
        "seconds": record.seconds,
        "grams": record.load and record.load.grams,
        "unit": record.load and record.load.unit.value,
        "ended": _written(record.ended),
        "note": record.note,
        "outcome": record.outcome.value,
        "cut": record.is_cut,
    }


def _planned_columns(planned: Planned | None) -> dict[str, Any]:
    every, within = written_clock(None if planned is None else planned.clock)
    return {
        "planned": planned and planned.dose,
        "planned_reps": planned and planned.reps,
        "planned_reps_to": planned and planned.reps_to,
        "planned_seconds": planned and planned.seconds,
        "every": every,
        "within": within,
        **_weight_columns(planned),
    }


def _weight_columns(planned: Planned | None) -> dict[str, Any]:
    weight = None if planned is None else planned.weight
    load = planned and (planned.load or (weight and weight.load))
    return {
        "planned_grams": load and load.grams,
        "planned_unit": load and load.unit.value,
        "level": weight and weight.level and weight.level.value,
        "count": weight and weight.count,
        "thing": weight and weight.of.value,
    }
