"""What pages ask of the history, and change of it, is asked of the file and changed in it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from matside.core.history.totals import totals_of
from matside.core.history.weeks import TrainedDay
from matside.core.ports.history import SessionGone
from matside.core.weights import Load, Unit
from matside.files.history.archive import SqliteArchive
from matside.files.history.store import SqliteHistory
from tests.support.exercises_done import exercise_day, exercise_names, exercises_in
from tests.support.kept_sessions import PLAN, STARTED, sessions_of

DAY = STARTED.date()
KEY = PLAN.sets[2].key


def test_the_sessions_of_some_days_come_in_sums(archive: SqliteArchive, path: Path) -> None:
    """The newest first, and those of no other day."""
    expected = tuple(map(totals_of, sessions_of(path)))

    assert expected == archive.sessions(DAY, DAY)
    assert () == archive.sessions(date(2026, 2, 1), date(2026, 2, 28))
    assert [TrainedDay(DAY, 3, 225)] == list(archive.days())


def test_a_session_comes_with_its_sets(archive: SqliteArchive, path: Path) -> None:
    """As in the list of all of them; one that is not there is none."""
    assert sessions_of(path)[1] == archive.session(2)
    assert archive.session(99) is None


def test_a_session_that_cannot_be_read_is_none(archive: SqliteArchive, path: Path) -> None:
    """And hides no other."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE session SET started = 'once' WHERE id = 2")

    assert archive.session(2) is None
    assert archive.session(3) is not None


def test_without_a_history_there_is_nothing(tmp_path: Path) -> None:
    """And nothing is made."""
    with closing(SqliteHistory(tmp_path / "history.sqlite3")) as history:
        archive = SqliteArchive(history)
        assert ((), (), None) == (archive.days(), archive.sessions(DAY, DAY), archive.session(1))
    assert [] == list(tmp_path.iterdir())


def test_a_session_is_corrected(archive: SqliteArchive) -> None:
    """The reps and the weight of a set, the note and the effort."""
    before = archive.session(2)
    assert before is not None

    archive.change_reps(2, KEY, 5)
    archive.change_load(2, KEY, Load(5_000, Unit.KILOGRAM))
    archive.change_note(2, "Too late in the day")
    archive.change_effort(2, 4)

    changed = replace(before.sets[1], reps=5, load=Load(5_000, Unit.KILOGRAM))
    expected = replace(
        before, sets=(before.sets[0], changed), note="Too late in the day", effort=4
    )
    assert expected == archive.session(2)


def test_what_was_deleted_can_be_put_back_once(archive: SqliteArchive) -> None:
    """As it was; what was not deleted here cannot be."""
    before = archive.session(2)

    archive.delete(2)
    assert archive.session(2) is None
    archive.put_back(2)

    assert before == archive.session(2)
    with pytest.raises(SessionGone):
        archive.put_back(2)


def test_exercises_come_with_what_was_done_of_them(archive: SqliteArchive, path: Path) -> None:
    """In sums of each session; which one was done last is known too."""
    sessions = sessions_of(path)
    assert exercise_names(sessions) == list(archive.exercises())
    for move, done in exercises_in(sessions).items():
        assert [exercise_day(*each) for each in done] == list(archive.exercise_days(move))
    assert archive.last_exercise() in exercises_in(sessions)
