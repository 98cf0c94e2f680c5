"""A history of many years, written straight into its tables because there is so much of it."""

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path

from matside.files.history.copying import new_database

WEEKS = 52
A_WEEK = 4
SETS = 33

_EXERCISES = tuple(
    (f"move-{number}", f"Move {number}", 4_000 + 500 * number) for number in range(11)
)
_ZONE = timezone(timedelta(hours=1))
BEGINNING = datetime(2006, 1, 2, 7, 30, tzinfo=_ZONE)


def make_long_history(path: Path, years: int = 20, beginning: datetime = BEGINNING) -> None:
    """Write `years` of four sessions a week, each of 33 sets, into a new history at `path`.

    The first one is at `beginning`.
    """
    starts = [
        beginning + timedelta(weeks=week, days=day)
        for week in range(years * WEEKS)
        for day in (0, 2, 4, 5)
    ]
    with closing(new_database(path)) as connection:
        connection.execute("BEGIN")
        connection.executemany(_SESSION, _sessions(starts))
        connection.executemany(_SET, _sets(starts))
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode = WAL")


def _sessions(starts: list[datetime]) -> Iterator[tuple[object, ...]]:
    """Yield the columns of a session for each of `starts`."""
    for number, started in enumerate(starts, 1):
        yield number, f"workout-{number % 3}", f"Workout {number % 3}", started.isoformat()


_SESSION = """
INSERT INTO session (id, workout, title, started, outcome, block, round, place, side, kind,
    elapsed, length, shortened, ran, paused, pauses)
VALUES (?, ?, ?, ?, 'finished', 0, 1, 0, '', 'work', 0, 0, 0, 1800000, 0, 0)
"""

_SET = """
INSERT INTO set_done (session, block, round, place, side, block_name, exercise, name, planned,
    planned_reps, level, count, reps, seconds, grams, unit, ended, outcome)
VALUES (?, 0, ?, ?, '', 'Pair', ?, ?, '8 reps', 8, 'light', 2, ?, 24, ?, 'kg', ?, 'done')
"""


def _sets(starts: list[datetime]) -> Iterator[tuple[object, ...]]:
    for number, started in enumerate(starts, 1):
        for place in range(SETS):
            exercise, name, grams = _EXERCISES[place % len(_EXERCISES)]
            ended = (started + timedelta(seconds=50 * (place + 1))).isoformat()
            heavier = grams + 500 * (number // 500)
            yield (
                number,
                place // 11 + 1,
                place % 11,
                exercise,
                name,
                8 + number % 5,
                heavier,
                ended,
            )
