"""Asks the history which exercises were done, and for each of them session by session.

Each function takes a connection, as `SqliteHistory.read` gives it. Only sets that were done count,
and rows that cannot be read are left out. Each takes some tens of ms where there are many years.
"""

import sqlite3

from matside.core.history.totals import ExerciseDay, ExerciseDone
from matside.core.workout.model import MaxReps
from matside.files.history.checked import any_text, day, whole, whole_or_none
from matside.files.history.totals import HELD, MOVE, read

_PIECES = 4
"""More pieces than anybody holds."""

_IS_HELD = f"reps IS NULL AND planned_reps IS NULL AND planned IS NOT '{MaxReps.written}'"
"""Whether a set was a hold, in SQL: `SetRecord.is_counted` is the opposite."""

_DONE = """
SELECT DISTINCT exercise, name FROM set_done WHERE outcome = 'done'
"""

# SQLite takes what stands beside the only max() of a query from its row.
_LATEST_NAMES = """
SELECT exercise, name, max(julianday(started)) FROM set_done
    JOIN (SELECT id, started FROM session) ON id = session
WHERE outcome = 'done' AND exercise NOT NULL GROUP BY exercise
"""

_LAST = f"""
SELECT {MOVE} AS move FROM set_done WHERE outcome = 'done' AND session = (
    SELECT id FROM session WHERE outcome != 'open' AND EXISTS (
        SELECT 1 FROM set_done WHERE session = session.id AND outcome = 'done'
    ) ORDER BY julianday(started) DESC LIMIT 1
) ORDER BY grams IS NULL, number LIMIT 1
"""  # noqa: S608 - names of our own columns

# The heaviest load and in how many pieces it was held are one number: SQLite knows the row of a
# max() only where a query has no other, and asking twice takes twice as long.
_DAYS = f"""
SELECT session.id AS session, substr(started, 1, 10) AS day, count(*) AS sets,
    total(reps) AS reps, total(reps * {HELD}) AS grams,
    max({HELD} * {_PIECES} + coalesce(count, 1)) AS heaviest, max(reps) AS most_reps,
    total(seconds) FILTER (WHERE {_IS_HELD}) AS seconds,
    max(seconds) FILTER (WHERE {_IS_HELD}) AS longest
FROM set_done JOIN session ON session.id = set_done.session
WHERE set_done.outcome = 'done' AND {MOVE} = ?
GROUP BY session.id ORDER BY julianday(started)
"""  # noqa: S608 - likewise


def exercises_done(connection: sqlite3.Connection) -> tuple[ExerciseDone, ...]:
    """Return all exercises that were done, in order of their names."""
    found = list(read(connection.execute(_DONE), _exercise_done))
    ids = [each.exercise for each in found if each.exercise is not None]
    if len(set(ids)) < len(ids):  # one has had several names, which takes longer
        latest = list(read(connection.execute(_LATEST_NAMES), _exercise_done))
        found = latest + [each for each in found if each.exercise is None]
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.move)))


def last_exercise(connection: sqlite3.Connection) -> str | None:
    """Return by what the exercise is found that was done last, one with a weight if there is."""
    return next(read(connection.execute(_LAST), lambda row: any_text(row["move"])), None)


def exercise_days(connection: sqlite3.Connection, move: str) -> tuple[ExerciseDay, ...]:
    """Return what was done of an exercise in each session, the first one first.

    `move` is its id, or its name where it has none.
    """
    return tuple(read(connection.execute(_DAYS, (move,)), _exercise_day))


def _exercise_done(row: sqlite3.Row) -> ExerciseDone:
    exercise = row["exercise"]
    return ExerciseDone(None if exercise is None else any_text(exercise), any_text(row["name"]))


def _exercise_day(row: sqlite3.Row) -> ExerciseDay:
    heaviest = whole_or_none(row["heaviest"])
    return ExerciseDay(
        session=whole(row["session"]),
        day=day(row["day"]),
        sets=whole(row["sets"]),
        reps=round(row["reps"]),
        grams=round(row["grams"]),
        heaviest=None if heaviest is None else heaviest // _PIECES,
        pieces=1 if heaviest is None else heaviest % _PIECES,
        most_reps=whole_or_none(row["most_reps"]),
        seconds=round(row["seconds"]),
        longest=whole_or_none(row["longest"]),
    )
