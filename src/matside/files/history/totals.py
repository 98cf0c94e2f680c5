"""Asks the history for sums, so that nobody reads thousands of sessions to show one number.

Each function takes a connection, as `SqliteHistory.read` gives it. A session counts where at
least one of its sets was done. Rows that cannot be read are left out.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from typing import TypeVar

from matside.core.durations import rounded_seconds
from matside.core.history.last_time import IN_A_ROW
from matside.core.history.past import Past
from matside.core.history.totals import SessionTotals, totals_of
from matside.core.history.weeks import TrainedDay
from matside.core.session.record import LastSet, SessionOutcome, SetRecord
from matside.files.history.checked import (
    MOST,
    any_text,
    any_text_or_none,
    day,
    hour,
    whole,
    whole_or_none,
)
from matside.files.history.damage import is_trouble
from matside.files.history.records import (
    BAD,
    level_load_in,
    load_in,
    sessions_in,
    set_record_in,
    side_in,
    weight_in,
)
from matside.frozen import frozen

LOOKED_BACK = 500
"""How many sessions are looked through for the last time of an exercise: some years."""

HELD = "grams * coalesce(count, 1)"
"""The grams of all that was held together in a set, in SQL."""

MOVE = "coalesce(exercise, set_done.name)"
"""What an exercise is found by in SQL: its id, or its name where it has none."""

# The order is that of `newest_first`.
_TOTALS = f"""
SELECT session.id, workout, title, started, session.outcome, ran, pauses, effort,
    count(number) FILTER (WHERE set_done.outcome = 'done') AS done,
    count(number) FILTER (WHERE set_done.outcome = 'skipped' AND cut IS NOT 1) AS skipped,
    count(number) FILTER (WHERE set_done.outcome = 'skipped' AND cut = 1) AS cut,
    total(reps * {HELD}) FILTER (WHERE set_done.outcome = 'done') AS grams
FROM (
    SELECT *, CASE
        WHEN origin IS NULL
        THEN max(julianday(started)) OVER (PARTITION BY origin IS NULL ORDER BY id)
        ELSE julianday(started)
    END AS begun
    FROM session
) AS session LEFT JOIN set_done ON set_done.session = session.id
GROUP BY session.id HAVING count(number) OR session.outcome = 'open'
ORDER BY begun DESC, session.id DESC
"""  # noqa: S608 - names of our own columns

_BETWEEN = "substr(started, 1, 10) BETWEEN :first AND :last"

_PAUSED = """
SELECT session, count(*), sum(round(86400000 * (julianday(ended) - julianday(began))))
FROM pause WHERE ended NOT NULL GROUP BY session
"""

# One session that cannot have run so long does not take the others of its day with it.
_DAYS = f"""
SELECT substr(started, 1, 10) AS day, count(*) AS sessions, total(ran) AS ran
FROM session WHERE session.outcome != 'open' AND coalesce(ran, 0) BETWEEN 0 AND {MOST}
AND EXISTS (
    SELECT 1 FROM set_done WHERE session = session.id AND outcome = 'done'
) GROUP BY day ORDER BY day
"""  # noqa: S608 - a number of our own

_DONE_LAST = """
SELECT id, workout, started FROM (
    SELECT *, max(julianday(started)) FROM session WHERE outcome != 'open' AND EXISTS (
        SELECT 1 FROM set_done WHERE session = session.id AND outcome = 'done'
    ) GROUP BY workout
)
"""

_LAST_FINISHED = f"""
SELECT id FROM ({_DONE_LAST.replace("!= 'open'", "= 'finished'")})
"""  # noqa: S608 - a query of our own

_HEAVIEST = f"""
SELECT {MOVE} AS move, max({HELD}) AS held
FROM set_done WHERE outcome = 'done' AND grams > 0
    AND session NOT IN (SELECT id FROM session WHERE outcome = 'open')
GROUP BY move
"""  # noqa: S608 - likewise

_LAST_SETS = f"""
WITH recent AS (
        SELECT id, julianday(started) AS at FROM session WHERE outcome != 'open'
        ORDER BY at DESC LIMIT ?
    ),
    latest AS (
        SELECT {MOVE} AS move, session, max(at)
        FROM recent JOIN set_done ON session = id WHERE outcome = 'done' GROUP BY move
    )
SELECT exercise, name, side, reps, seconds, grams, unit,
    level, count, thing, planned_grams, planned_unit
FROM latest JOIN set_done ON set_done.session = latest.session AND {MOVE} = move
WHERE outcome = 'done' ORDER BY number
"""  # noqa: S608 - likewise

_LAST_SESSIONS = f"""
WITH recent AS (
        SELECT id, julianday(started) AS at FROM session WHERE outcome != 'open'
        ORDER BY at DESC LIMIT ?
    ),
    ranged AS (
        SELECT DISTINCT {MOVE} AS move
        FROM recent JOIN set_done ON session = id WHERE planned_reps_to NOT NULL
    ),
    times AS (
        SELECT move, session, row_number() OVER (PARTITION BY move ORDER BY at DESC) AS back
        FROM recent JOIN set_done ON session = id JOIN ranged ON move = {MOVE}
        GROUP BY move, session
    )
SELECT set_done.*, move, back
FROM times JOIN set_done ON set_done.session = times.session AND {MOVE} = move
WHERE back <= ? ORDER BY back, number
"""  # noqa: S608 - likewise

_Value = TypeVar("_Value")


@frozen
class TotalsListing:
    """All sessions in sums, newest first, and a line for each that cannot be read."""

    sessions: tuple[SessionTotals, ...] = ()
    faults: tuple[str, ...] = ()


def all_totals(connection: sqlite3.Connection) -> TotalsListing:
    """Return the sessions that have sets or are open, in sums.

    Where a part of the file is damaged they are read one by one, which takes longer.
    """
    try:
        return _summed(connection)
    except sqlite3.DatabaseError as error:
        if is_trouble(error):
            raise
    found = sessions_in(connection)
    return TotalsListing(tuple(map(totals_of, found.sessions)), found.faults)


def _summed(connection: sqlite3.Connection) -> TotalsListing:
    paused = _paused(connection)
    sessions: list[SessionTotals] = []
    faults: list[str] = []
    for row in connection.execute(_TOTALS):
        try:
            sessions.append(_totals(row, paused))
        except BAD as error:
            faults.append(f"session {row['id']} is left out: {error}")
    return TotalsListing(tuple(sessions), tuple(faults))


def totals_between(
    connection: sqlite3.Connection, first: date, last: date
) -> tuple[SessionTotals, ...]:
    """Return the sessions from the day `first` to the day `last` in sums, newest first."""
    days = {"first": first.isoformat(), "last": last.isoformat()}
    paused = _paused(connection)
    rows = connection.execute(_totals_where(_BETWEEN), days)
    return tuple(read(rows, lambda row: _totals(row, paused)))


def trained_days(connection: sqlite3.Connection) -> tuple[TrainedDay, ...]:
    """Return all days on which something was done, the first one first.

    A session that is open is not over, so it does not count.
    """
    return tuple(read(connection.execute(_DAYS), _day))


def last_totals(connection: sqlite3.Connection) -> dict[str, SessionTotals]:
    """Return the last session of each workout in sums, by the name that it is listed under.

    One that is open, or was stopped, is no last session.
    """
    paused = _paused(connection)
    rows = connection.execute(_totals_where(f"id IN ({_LAST_FINISHED})"))
    return {each.workout: each for each in read(rows, lambda row: _totals(row, paused))}


def done_last(connection: sqlite3.Connection) -> dict[str, datetime]:
    """Return when each workout was done last, by the name that it is listed under.

    A session that is open does not count, one that was stopped does.
    """
    rows = connection.execute(_DONE_LAST)
    return dict(read(rows, lambda row: (any_text(row["workout"]), hour(row["started"]))))


def past_in(connection: sqlite3.Connection) -> Past:
    """Return what later sessions are compared with: what all come to that are over."""
    return Past(
        days=trained_days(connection),
        done=done_last(connection),
        last=last_totals(connection),
        heaviest=heaviest(connection),
    )


def heaviest(connection: sqlite3.Connection) -> dict[str, int]:
    """Return the most grams that were held in each exercise, by its id, or its name without one.

    A session that is open does not count, likewise.
    """
    rows = connection.execute(_HEAVIEST)
    return dict(read(rows, lambda row: (any_text(row["move"]), whole(row["held"]))))


def last_sets(connection: sqlite3.Connection) -> dict[str, tuple[LastSet, ...]]:
    """Return the sets of each exercise as they were done the last time, in order.

    They are found by its id, or its name where it has none. A session that is open is not over,
    so it is no last time. An exercise that was not done in the
    last sessions, of which many are looked through, is not there.
    """
    found: dict[str, list[LastSet]] = {}
    for each in read(connection.execute(_LAST_SETS, (LOOKED_BACK,)), _last_set):
        found.setdefault(each.exercise or each.name, []).append(each)
    return {move: tuple(sets) for move, sets in found.items()}


def last_sessions(connection: sqlite3.Connection) -> dict[str, list[list[SetRecord]]]:
    """Return all sets of the last sessions of each exercise for which a range was asked for.

    They are found as those of `last_sets`, the newest session first.
    """
    found: dict[str, dict[int, list[SetRecord]]] = {}
    rows = connection.execute(_LAST_SESSIONS, (LOOKED_BACK, IN_A_ROW))
    for move, back, record in read(rows, _of_session):
        found.setdefault(move, {}).setdefault(back, []).append(record)
    return {move: list(sessions.values()) for move, sessions in found.items()}


def _of_session(row: sqlite3.Row) -> tuple[str, int, SetRecord]:
    return any_text(row["move"]), whole(row["back"], 1), set_record_in(row)


def read(
    rows: Iterable[sqlite3.Row], value_of: Callable[[sqlite3.Row], _Value]
) -> Iterator[_Value]:
    """Yield the values of `rows`, without those that cannot be read."""
    for row in rows:
        try:
            yield value_of(row)
        except BAD:
            continue


def _totals_where(condition: str) -> str:
    """Return the query for the sums of those sessions of which `condition` is true."""
    return _TOTALS.replace("FROM session\n", f"FROM session WHERE {condition}\n", 1)


def _paused(connection: sqlite3.Connection) -> dict[int, tuple[int, int]]:
    """Return how many pauses each session had that are known, and how long they were in ms."""
    return {row[0]: (row[1], round(row[2] or 0)) for row in connection.execute(_PAUSED)}


def _totals(row: sqlite3.Row, paused: dict[int, tuple[int, int]]) -> SessionTotals:
    ran, pauses = whole_or_none(row["ran"]), whole_or_none(row["pauses"])
    known, length = paused.get(row["id"], (0, 0))
    return SessionTotals(
        id=whole(row["id"], 1),
        workout=any_text(row["workout"]),
        title=any_text(row["title"]),
        started=hour(row["started"]),
        outcome=SessionOutcome(row["outcome"]),
        seconds=None if ran is None else rounded_seconds(ran),
        paused=rounded_seconds(length) if pauses is not None and known >= pauses else None,
        done=whole(row["done"]),
        skipped=whole(row["skipped"]),
        grams=round(row["grams"]),
        effort=whole_or_none(row["effort"], 1, 5),
        cut=whole(row["cut"]),
    )


def _day(row: sqlite3.Row) -> TrainedDay:
    return TrainedDay(day(row["day"]), row["sessions"], rounded_seconds(round(row["ran"])))


def _last_set(row: sqlite3.Row) -> LastSet:
    return LastSet(
        exercise=any_text_or_none(row["exercise"]),
        name=any_text(row["name"]),
        side=side_in(row),
        reps=whole_or_none(row["reps"]),
        seconds=whole_or_none(row["seconds"]),
        load=load_in(row["grams"], row["unit"]),
        weight=weight_in(row),
        level_load=level_load_in(row),
    )
