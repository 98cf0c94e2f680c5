"""Reads sessions, sets and pauses back out of the rows of the history."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import TypeVar

from matside.core.durations import rounded_seconds
from matside.core.history.imports import newest_first
from matside.core.session.plausible import can_stand
from matside.core.session.record import (
    OpenSession,
    Pause,
    Planned,
    Position,
    SessionOutcome,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from matside.core.weights import Heaviness, Implement, Level, Load, Unit, Weight
from matside.core.workout.model import BlockClock, Side, clock_from
from matside.core.workout.steps import StepKey, StepKind
from matside.files.history.checked import (
    any_text,
    any_text_or_none,
    hour,
    hour_or_none,
    whole,
    whole_or_none,
)
from matside.files.history.damage import is_trouble
from matside.files.history.plan_json import plan_from_text, workout_from_text
from matside.frozen import frozen

_UNFINISHED = """
SELECT session.*, saved.workout AS saved_workout, saved.plan AS saved_plan
FROM session LEFT JOIN saved ON saved.session = session.id
WHERE outcome = 'open' ORDER BY id DESC LIMIT 1
"""

_SESSIONS = ("SELECT * FROM session ORDER BY id DESC", "SELECT * FROM session ORDER BY id")
"""Read from both ends, so that a damaged page hides only the sessions on it."""

_SESSION = "SELECT * FROM session WHERE id = ?"

_SETS = "SELECT * FROM set_done ORDER BY number"
_PAUSES = "SELECT * FROM pause ORDER BY rowid"

_SETS_OF = "SELECT * FROM set_done WHERE session = ? ORDER BY number"
_PAUSES_OF = "SELECT * FROM pause WHERE session = ? ORDER BY rowid"

BAD = (ValueError, TypeError, LookupError, OverflowError, RecursionError)
"""What invalid values raise."""

MOST_KNOWN = 1_000
"""How many weights and loads are kept, so that those of many sets are the same few objects."""

Record = TypeVar("Record")


@frozen
class LostSession:
    """An open session that cannot be resumed because what was saved of it is damaged."""

    id: int
    title: str


@frozen
class SessionListing:
    """All sessions that can be read, newest first, and a line for each row that cannot."""

    sessions: tuple[SessionRecord, ...] = ()
    faults: tuple[str, ...] = ()


def open_session(connection: sqlite3.Connection) -> OpenSession | LostSession | None:
    """Return the newest open session, None if there is none."""
    row = connection.execute(_UNFINISHED).fetchone()
    if row is None:
        return None
    try:
        return _open_session(connection, row)
    except BAD:
        return LostSession(row["id"], str(row["title"]))


def sessions_in(connection: sqlite3.Connection) -> SessionListing:
    """Return all sessions that have sets or are open; a bad row hides no other.

    A damaged page hides only the rows on it.
    """
    faults: list[str] = []
    rows = _session_rows(connection, faults)
    sets = _gathered(connection, (_SETS, _SETS_OF), rows, "sets", faults)
    pauses = _gathered(connection, (_PAUSES, _PAUSES_OF), rows, "pauses", faults)
    sessions: list[SessionRecord] = []
    for number, row in sorted(rows.items(), reverse=True):
        if number not in sets and row["outcome"] != SessionOutcome.OPEN.value:
            continue
        try:
            done = _records(sets.get(number, ()), set_record_in, "a set", faults)
            stood = _records(pauses.get(number, ()), _pause, "a pause", faults)
            sessions.append(_session_record(row, done, stood))
        except BAD as error:
            faults.append(f"session {number} is left out: {error}")
    return SessionListing(newest_first(sessions), tuple(faults))


def session_in(connection: sqlite3.Connection, number: int) -> SessionRecord | None:
    """Return the session `number`, None if it is not there or cannot be read.

    Its rows that cannot be read are left out.
    """
    row = connection.execute(_SESSION, (number,)).fetchone()
    faults: list[str] = []
    try:
        sets = _records(connection.execute(_SETS_OF, (number,)), set_record_in, "a set", faults)
        stood = _records(connection.execute(_PAUSES_OF, (number,)), _pause, "a pause", faults)
        return None if row is None else _session_record(row, sets, stood)
    except BAD:
        return None


def _session_rows(connection: sqlite3.Connection, faults: list[str]) -> dict[int, sqlite3.Row]:
    rows: dict[int, sqlite3.Row] = {}
    for query in _SESSIONS:
        try:
            for row in connection.execute(query):
                rows[row["id"]] = row
        except sqlite3.DatabaseError as error:
            if is_trouble(error):
                raise
            faults.append(f"some sessions cannot be read: {error}")
        else:
            break
    return rows


def _gathered(
    connection: sqlite3.Connection,
    queries: tuple[str, str],
    sessions: Iterable[int],
    what: str,
    faults: list[str],
) -> dict[int, list[sqlite3.Row]]:
    """Return the rows of each of `sessions`, by one query for all, or if that fails one each."""
    of_all, of_one = queries
    found: dict[int, list[sqlite3.Row]] = {}
    try:
        for row in connection.execute(of_all).fetchall():
            found.setdefault(row["session"], []).append(row)
    except sqlite3.DatabaseError as error:
        if is_trouble(error):
            raise
    else:
        return found
    for session in sessions:
        try:
            found[session] = connection.execute(of_one, (session,)).fetchall()
        except sqlite3.DatabaseError as error:
            faults.append(f"the {what} of session {session} cannot be read: {error}")
            found[session] = []
    return found


def _records(
    rows: Iterable[sqlite3.Row],
    record_of: Callable[[sqlite3.Row], Record],
    what: str,
    faults: list[str],
) -> list[Record]:
    """Return the records of `rows`; a bad row becomes a fault instead."""
    found: list[Record] = []
    for row in rows:
        try:
            found.append(record_of(row))
        except BAD as error:
            faults.append(f"{what} of session {row['session']} is left out: {error}")
    return found


def side_in(row: sqlite3.Row) -> Side | None:
    """Return the side that a row tells, None without one."""
    return Side(row["side"]) if row["side"] != "" else None


def _key(row: sqlite3.Row, kind: StepKind) -> StepKey:
    side = side_in(row)
    return StepKey(whole(row["block"]), whole(row["round"]), whole(row["place"]), side, kind)


def _position(row: sqlite3.Row) -> Position:
    return Position(
        key=_key(row, StepKind(row["kind"])),
        elapsed=whole(row["elapsed"]),
        length=whole_or_none(row["length"]),
        ran=whole(row["ran"]),
        paused=whole(row["paused"]),
        pauses=whole(row["pauses"]),
        shortened=whole(row["shortened"], 0, 1) == 1,
        seen=hour_or_none(row["seen"]),
        clock=whole_or_none(row["clock"]),
    )


def _planned(row: sqlite3.Row) -> Planned | None:
    if row["planned"] is None:
        return None
    return Planned(
        any_text(row["planned"]),
        reps=whole_or_none(row["planned_reps"]),
        reps_to=whole_or_none(row["planned_reps_to"]),
        seconds=whole_or_none(row["planned_seconds"]),
        weight=weight_in(row),
        clock=clock_in(row["every"], row["within"]),
        load=level_load_in(row),
    )


def weight_in(row: sqlite3.Row) -> Weight | None:
    """Return what was to be held, None without a weight; once there were dumbbells only."""
    load = load_in(row["planned_grams"], row["planned_unit"])
    heaviness = load if row["level"] is None else Level(row["level"])
    if heaviness is None or row["count"] is None:
        return None
    return _weight(heaviness, whole(row["count"]), row["thing"] or "dumbbell")


@lru_cache(maxsize=MOST_KNOWN)
def _weight(heaviness: Heaviness, count: int, thing: object) -> Weight:
    return Weight(heaviness, count, Implement(thing))


def level_load_in(row: sqlite3.Row) -> Load | None:
    """Return what the level that was to be held weighed by the settings then, None without one."""
    known = row["level"] is not None
    return load_in(row["planned_grams"], row["planned_unit"]) if known else None


def clock_in(every: object, within: object) -> BlockClock | None:
    """Return the clock that two columns tell, None without one."""
    return clock_from(whole_or_none(every, 1, 3600), whole_or_none(within, 1, 3600))


def load_in(grams: object, unit: object) -> Load | None:
    """Return the load that two columns tell, None without one."""
    known = whole_or_none(grams)
    return None if known is None else _load(known, unit or "kg")


@lru_cache(maxsize=MOST_KNOWN)
def _load(grams: int, unit: object) -> Load:
    return Load(grams, Unit(unit))


def is_cut_in(row: sqlite3.Row) -> bool:
    """Return whether a clock has cut the set that a row tells; one that was done was not cut."""
    return whole_or_none(row["cut"], 0, 1) == 1 and row["outcome"] == SetOutcome.SKIPPED.value


def set_record_in(row: sqlite3.Row) -> SetRecord:
    """Return the set that a row tells."""
    key = _key(row, StepKind.WORK)
    return SetRecord(
        key=key,
        block=any_text(row["block_name"]),
        exercise=any_text_or_none(row["exercise"]),
        name=any_text(row["name"]),
        side=key.side,
        reps=whole_or_none(row["reps"]),
        seconds=whole_or_none(row["seconds"]),
        outcome=SetOutcome(row["outcome"]),
        load=load_in(row["grams"], row["unit"]),
        planned=_planned(row),
        ended=hour_or_none(row["ended"]),
        note=any_text_or_none(row["note"]),
        is_cut=is_cut_in(row),
    )


def _pause(row: sqlite3.Row) -> Pause:
    return Pause(hour(row["began"]), hour_or_none(row["ended"]))


def _open_session(connection: sqlite3.Connection, row: sqlite3.Row) -> OpenSession:
    workout = workout_from_text(any_text(row["saved_workout"]))
    plan = plan_from_text(any_text(row["saved_plan"]), workout)
    position = _position(row)
    sets = tuple(map(set_record_in, connection.execute(_SETS_OF, (row["id"],))))
    if not can_stand(plan, position) or any(record.key not in plan for record in sets):
        raise ValueError("the plan has no such place")
    return OpenSession(
        id=row["id"],
        name=any_text(row["workout"]),
        workout=workout,
        plan=plan,
        started=hour(row["started"]),
        position=position,
        sets=sets,
        pauses=tuple(map(_pause, connection.execute(_PAUSES_OF, (row["id"],)))),
    )


def _session_record(
    row: sqlite3.Row, sets: Sequence[SetRecord], pauses: Sequence[Pause]
) -> SessionRecord:
    ran, paused = whole_or_none(row["ran"]), whole_or_none(row["pauses"])
    are_known = paused is not None and len(pauses) >= paused
    return SessionRecord(
        id=row["id"],
        workout=any_text(row["workout"]),
        title=any_text(row["title"]),
        started=hour(row["started"]),
        seconds=None if ran is None else rounded_seconds(ran),
        outcome=SessionOutcome(row["outcome"]),
        sets=tuple(sets),
        pauses=tuple(pauses) if are_known else None,
        effort=whole_or_none(row["effort"], 1, 5),
        note=any_text_or_none(row["note"]),
        origin=any_text_or_none(row["origin"]),
    )
