"""Sessions of tables come into history once, whole, and beside all that is there."""

import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from matside.core.history.imports import Imported, Known, Origin, named
from matside.core.ports.history import HistoryError
from matside.core.session.record import SessionRecord
from matside.files.history.imports import adding, known_in
from matside.files.history.store import SqliteHistory
from matside.files.slices import finished
from matside.files.tables.own_export import table_of
from matside.files.tables.reading import reading_table
from matside.files.tables.strong import strong_table
from tests.support.file_samples import DATA
from tests.support.kept_sessions import keep_sessions, sessions_of
from tests.support.kills import killed_copies
from tests.support.random_histories import random_session

SECOND = 19


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a history of three sessions lies."""
    found = tmp_path / "data" / "history.sqlite3"
    keep_sessions(found)
    return found


def tables() -> list[Imported]:
    """Return 20 sessions as from a table of Matside."""
    sessions = (random_session(number) for number in range(40))
    return [Imported(each, Origin.MATSIDE, SECOND) for each in sessions if each.sets][:20]


def add(path: Path, found: list[Imported]) -> int:
    """Add `found` to the history at `path`."""
    with closing(SqliteHistory(path)) as history:
        return finished(adding(history, found))


def known(path: Path) -> Known:
    """Return what the history at `path` knows."""
    with closing(SqliteHistory(path)) as history:
        return known_in(history)


def without_ids(sessions: tuple[SessionRecord, ...]) -> list[SessionRecord]:
    """Return `sessions` as they are told, whatever number they have, the oldest first."""
    return [replace(session, id=0) for session in reversed(sessions)]


def test_all_of_a_session_is_kept(path: Path) -> None:
    """Sets, pauses, note and effort, and where it came from; what was there stays, in order."""
    before = sessions_of(path)
    found = tables()
    assert 20 == add(path, found)
    after = sessions_of(path)
    assert before == after[:3]
    expected = [
        replace(each.session, id=0, workout=each.session.workout, origin="matside")
        for each in found
    ]
    assert expected == without_ids(after[3:])


def test_the_same_table_a_second_time_changes_nothing(path: Path) -> None:
    """Neither from the same program nor as another one tells it."""
    found = tables()
    add(path, found)
    before = path.read_bytes()
    assert 0 == add(path, found)
    assert 0 == add(path, [replace(each, origin=Origin.STRONG) for each in found])
    assert sessions_of(path) == sessions_of(path)
    assert before == path.read_bytes()


def test_what_was_done_here_does_not_come_back(path: Path, tmp_path: Path) -> None:
    """Exported to Strong or to our own table and imported again, each session is there once."""
    before = sessions_of(path)
    for write in (strong_table, table_of):
        table = tmp_path / "table.csv"
        table.write_text(write(before), encoding="utf-8")
        reading = finished(reading_table(table, lambda moment: moment.astimezone()))
        assert 3 == len(reading.sessions)
        assert 0 == add(path, list(reading.sessions))
    assert before == sessions_of(path)


def test_a_session_without_sets_stands_nowhere(path: Path) -> None:
    """It is added, and not listed, as one of our own without sets is not."""
    (each, *_) = tables()
    bare = replace(each, session=replace(each.session, sets=(), seconds=None, pauses=None))
    assert 1 == add(path, [bare])
    assert 3 == len(sessions_of(path))


def test_names_are_remembered(path: Path) -> None:
    """A name that was mapped, or kept, means that the next time, and so does one of our own."""
    (first,) = finished(
        reading_table(DATA / "tables" / "hevy-english.csv", lambda moment: moment.astimezone())
    ).sessions
    add(path, list(named([first], {"Chest Fly (Dumbbell)": "chest-fly"})))
    names = known(path).names
    assert ("chest-fly", None) == (names["Chest Fly (Dumbbell)"], names["Plank"])
    assert "thread-the-needle" in names.values()


def test_a_history_that_is_not_there_knows_nothing(tmp_path: Path) -> None:
    """It is made by the first import."""
    path = tmp_path / "data" / "history.sqlite3"
    assert Known() == known(path)
    assert 20 == add(path, tables())
    assert 20 == len(sessions_of(path))


def test_an_earlier_history_is_known_as_it_is() -> None:
    """A preview converts nothing."""
    stored = DATA / "histories" / "schema-1.sqlite3"
    before = stored.read_bytes()
    assert 3 <= len(known(stored).sessions)
    assert before == stored.read_bytes()


def test_a_history_that_cannot_be_read_is_told(path: Path) -> None:
    """As a reason for people."""
    path.write_text("no database " * 100)
    with pytest.raises(HistoryError, match="damaged"):
        known(path)


def test_who_has_enough_adds_nothing(path: Path) -> None:
    """A window that cancels closes the steps, and the history is as it was."""
    before = sessions_of(path)
    with closing(SqliteHistory(path)) as history:
        steps = adding(history, [*tables(), *_many(30)])
        assert 0 < next(steps) < 1
        steps.close()
        assert before == sessions_of(path)
        assert 20 == finished(adding(history, tables()))


def _many(number: int) -> Iterator[Imported]:
    """Yield sessions of one set, an hour apart."""
    base = next(each for each in tables() if each.session.sets)
    started = datetime(2030, 1, 1, tzinfo=UTC)
    for place in range(number):
        hour = started + timedelta(hours=place)
        yield replace(
            base, session=replace(base.session, started=hour, sets=base.session.sets[:1])
        )


@pytest.mark.real_time
def test_fifty_thousand_rows_take_seconds(tmp_path: Path) -> None:
    """Reading and adding as many rows as a table may have takes less than 10 s."""
    started = datetime(2010, 1, 1, 7, tzinfo=UTC)
    rows = (
        f"{started + timedelta(days=place // 20):%Y-%m-%d %H:%M:%S},Legs,30m,"
        f"Move {place % 20},1,20,8,0,0"
        for place in range(50_000)
    )
    heading = (
        "Date,Workout Name,Duration,Exercise Name,Set Order,Weight (kg),Reps,Distance,Seconds"
    )
    table = tmp_path / "strong.csv"
    table.write_text("\n".join([heading, *rows]))
    began = time.process_time()
    reading = finished(reading_table(table, lambda moment: moment.astimezone()))
    added = add(tmp_path / "data" / "history.sqlite3", list(reading.sessions))
    assert time.process_time() - began < 10
    assert 50_000 == sum(len(each.session.sets) for each in reading.sessions)
    assert added == len(reading.sessions)


_IMPORT = """
from matside.files.history.imports import adding
from matside.files.history.store import SqliteHistory
from matside.files.slices import finished
from matside.files.tables.reading import reading_table

def work(folder):
    reading = finished(reading_table(folder / "table.csv", lambda moment: moment.astimezone()))
    finished(adding(SqliteHistory(folder / "history.sqlite3"), reading.sessions))
"""


@pytest.mark.no_cover
def test_a_kill_while_a_table_is_added_loses_nothing(path: Path, tmp_path: Path) -> None:
    """All of the table is there or nothing, and what was there is; then it can be added."""
    before = sessions_of(path)
    sessions = [random_session(number, most_sets=4) for number in range(6)]
    template = path.parent
    (template / "table.csv").write_text(
        table_of([each for each in sessions if each.sets]), encoding="utf-8"
    )
    numbers = [
        len(sessions_of(copy / path.name))
        for copy in killed_copies(_IMPORT, template, tmp_path / "killed")
    ]
    assert {3, numbers[-1]} == set(numbers)
    assert sorted(numbers) == numbers
    assert numbers[-1] > 3
    assert len(numbers) > 15
    for copy in (tmp_path / "killed").iterdir():
        assert before == sessions_of(copy / path.name)[:3]
