"""What is wrong in a row, or on a page, hides nothing else."""

import dataclasses
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from matside.core.session.record import (
    Opening,
    OutcomeChanged,
    Pause,
    PauseBegan,
    PauseEnded,
    Planned,
    Position,
    SessionOutcome,
    SetKept,
    SetOutcome,
    SetRecord,
)
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.files.history.records import sessions_in
from matside.files.history.store import SqliteHistory
from matside.files.history.tables import ready
from matside.files.tables.own_export import session_row
from tests.support.file_samples import runners_plan, runners_workout
from tests.support.kept_sessions import copy_session

PLAN = runners_plan()
STARTED = datetime.fromisoformat("2026-03-01T07:30:15+01:00")
START = Position(PLAN.steps[0].key, elapsed=0, length=10_000, ran=0, paused=0, seen=STARTED)
WORKOUT = runners_workout()
SETS = [
    SetRecord(step.key, "Block", "id", "Name", step.side, None, 30, SetOutcome.DONE)
    for step in PLAN.sets
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the history is kept."""
    return tmp_path / "history.sqlite3"


@pytest.fixture
def history(path: Path) -> Iterator[SqliteHistory]:
    """Return a history of two finished sessions of three sets, and two pauses in each."""
    with closing(SqliteHistory(path)) as history:
        write(history)
        history.close()
        yield history


def write(history: SqliteHistory) -> None:
    """Write two sessions."""
    for number in range(2):
        opening = Opening("runners", WORKOUT, PLAN, later(number), START)
        stood = [PauseBegan(later(1)), PauseEnded(later(2)), PauseBegan(later(3))]
        ended = OutcomeChanged(SessionOutcome.FINISHED, later(4))
        position = dataclasses.replace(START, ran=90_000, pauses=2, seen=later(4))
        kept = [SetKept(record) for record in SETS[:3]]
        history.write(history.open(opening), [*kept, *stood, ended], position)


def later(minutes: int) -> datetime:
    """Return the time `minutes` after the start."""
    return STARTED + timedelta(minutes=minutes)


def change(path: Path, statement: str) -> None:
    """Carry out `statement` in the database at `path`."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize(
    "weight",
    [
        Weight(Level.MEDIUM, 2),
        Weight(Level.HEAVY, 1, Implement.BAND),
        Weight(Load(16_000, Unit.KILOGRAM), 1, Implement.KETTLEBELL),
        None,
    ],
)
def test_all_that_is_kept_of_a_set_comes_back(
    history: SqliteHistory, weight: Weight | None
) -> None:
    """What was asked, what was done, and when it ended."""
    load = Load(5_443, Unit.POUND)
    level_load = load if weight is not None and weight.level is not None else None
    planned = Planned("8-12 reps", reps=8, reps_to=12, weight=weight, load=level_load)
    record = dataclasses.replace(SETS[0], reps=7, load=load, planned=planned, ended=later(3))
    opening = Opening("another", WORKOUT, PLAN, later(9), START)
    history.write(history.open(opening), [SetKept(record)], START)

    assert (record,) == history.sessions()[0].sets
    left = history.unfinished()
    assert left is not None
    assert (record,) == left.sets


def test_pauses_come_back_with_their_hours(history: SqliteHistory) -> None:
    """The end of a session ends the pause that it finds."""
    pauses = (Pause(later(1), later(2)), Pause(later(3), later(4)))
    assert [pauses, pauses] == [found.pauses for found in history.sessions()]


def test_a_pause_goes_on_in_a_session_that_is_left_open(history: SqliteHistory) -> None:
    """It is taken up with its pauses, and with what was cut short and when it was seen."""
    opening = Opening("another", WORKOUT, PLAN, later(9), START)
    session = history.open(opening)
    position = dataclasses.replace(START, shortened=True, seen=later(12))
    history.write(session, [PauseBegan(later(11))], position)

    left = history.unfinished()
    assert left is not None
    assert ((Pause(later(11)),), position) == (left.pauses, left.position)


def test_pauses_that_are_told_again_are_the_same(history: SqliteHistory) -> None:
    """Who writes all changes once more leaves no pause twice, and none open."""
    opening = Opening("another", WORKOUT, PLAN, later(9), START)
    session = history.open(opening)
    told = [PauseBegan(later(1)), PauseEnded(later(2)), PauseBegan(later(3)), PauseEnded(later(5))]
    history.write(session, told[:3], START)
    history.write(session, told, START)

    left = history.unfinished()
    assert left is not None
    assert (Pause(later(1), later(2)), Pause(later(3), later(5))) == left.pauses


def test_a_pause_ends_with_its_session_however_late_that_is_written(
    history: SqliteHistory,
) -> None:
    """Where a stop is undone before anything is written, or all is told again later."""
    opening = Opening("another", WORKOUT, PLAN, later(9), START)
    told = [
        PauseBegan(later(1)),
        OutcomeChanged(SessionOutcome.STOPPED, later(2)),
        OutcomeChanged(SessionOutcome.OPEN),
        PauseBegan(later(2)),
        PauseEnded(later(5)),
    ]
    history.write(history.open(opening), told, dataclasses.replace(START, seen=later(30)))

    left = history.unfinished()
    assert left is not None
    assert (Pause(later(1), later(2)), Pause(later(2), later(5))) == left.pauses


def test_a_pause_ends_with_a_session_that_is_lost(path: Path, history: SqliteHistory) -> None:
    """Nobody knows when that ended, so it is when it was seen last."""
    session = history.open(Opening("another", WORKOUT, PLAN, later(9), START))
    stood = [SetKept(SETS[0]), PauseBegan(later(11))]
    history.write(session, stood, dataclasses.replace(START, pauses=1, seen=later(12)))
    history.close()
    change(path, f"UPDATE saved SET plan = 'no plan' WHERE session = {session}")

    assert history.unfinished() is None
    assert WORKOUT.title == history.lost
    assert (Pause(later(11), later(12)),) == history.sessions()[0].pauses


BAD_SESSIONS = [
    "UPDATE session SET started = 'yesterday' WHERE id = 1",
    "UPDATE session SET started = '2026-03-01T07:30:15' WHERE id = 1",
    "UPDATE session SET started = x'ff' WHERE id = 1",
    "UPDATE session SET outcome = 'won' WHERE id = 1",
    "UPDATE session SET ran = 9e999 WHERE id = 1",
    "UPDATE session SET title = 5.5, title = x'00' WHERE id = 1",
    "UPDATE session SET pauses = -1 WHERE id = 1",
    "UPDATE session SET effort = 6 WHERE id = 1",
]

BAD_ROWS = [
    *(
        f"UPDATE set_done SET {bad} WHERE number = 1"
        for bad in (
            "outcome = 'half'",
            "side = 'up'",
            "side = x''",
            "reps = 9e999",
            "seconds = -9e999",
            "seconds = 'abc'",
            "grams = 0.5",
            "round = -1",
            "name = x'00'",
            "ended = 'late'",
            "planned = '8 reps', level = 'leaden'",
            "planned = '8 reps', level = 'light', count = 2, thing = 'sofa'",
            "grams = 5000, unit = 'stone'",
        )
    ),
    "UPDATE pause SET began = 'early' WHERE rowid = 1",
    "UPDATE pause SET ended = 5 WHERE rowid = 1",
]


@pytest.mark.parametrize("damage", BAD_SESSIONS)
def test_a_bad_session_is_named_and_left_out(
    history: SqliteHistory, path: Path, damage: str
) -> None:
    """All others are told."""
    change(path, damage)

    assert [2] == [found.id for found in history.sessions()]
    (fault,) = history.faults
    assert fault.startswith("session 1 is left out: ")


@pytest.mark.parametrize("damage", BAD_ROWS)
def test_a_bad_row_leaves_its_session_there(
    history: SqliteHistory, path: Path, damage: str
) -> None:
    """Without it, and with all other rows; what is told holds numbers alone."""
    change(path, damage)

    newest, oldest = history.sessions()
    assert (3, 2) == (len(newest.sets), len(newest.pauses or ()))
    is_pause = "pause" in damage
    assert (3 if is_pause else 2, None if is_pause else newest.pauses) == (
        len(oldest.sets),
        oldest.pauses,
    )
    (fault,) = history.faults
    assert " of session 1 is left out: " in fault
    assert json.dumps(session_row(oldest), allow_nan=False)


def test_texts_that_are_none_are_read_all_the_same(history: SqliteHistory, path: Path) -> None:
    """A byte that UTF-8 does not know becomes the sign for it."""
    change(path, "UPDATE session SET title = CAST(x'41ff42' AS TEXT) WHERE id = 1")

    assert "A\ufffdB" == history.sessions()[1].title
    assert () == history.faults


def pages_of(path: Path, table: str) -> list[int]:
    """Return where the pages with the rows of `table` lie, in bytes; its root is left out."""
    size = 4096
    content = path.read_bytes()
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = ?"
        (root,) = connection.execute(query, (table,)).fetchone()
    start = (root - 1) * size
    assert 5 == content[start], "the table has one page only"
    cells = int.from_bytes(content[start + 3 : start + 5])
    pointers = (start + 12 + 2 * cell for cell in range(cells))
    places = (start + int.from_bytes(content[at : at + 2]) for at in pointers)
    return [(int.from_bytes(content[at : at + 4]) - 1) * size for at in places]


@pytest.mark.parametrize("table", ["session", "set_done", "pause"])
def test_a_damaged_page_hides_what_stands_on_it(
    history: SqliteHistory, path: Path, table: str
) -> None:
    """What stands on other pages is told, and that something is missing."""
    copy_session(path, 1, range(3, 201))
    pages = pages_of(path, table)
    with path.open("r+b") as file:
        file.seek(pages[len(pages) // 2])
        file.write(b"\xa5" * 4096)

    found = history.sessions()

    assert history.faults
    assert "cannot be read" in history.faults[0]
    assert 100 < sum((len(each.sets), len(each.pauses or ())) == (3, 2) for each in found) < 200
    ids = [session.id for session in found]
    assert [200, 1] == [ids[0], ids[-1]]
    assert sorted(ids, reverse=True) == ids


class FailingDisk:
    """A history whose pages with rows of one table cannot be read at the moment."""

    def __init__(self, connection: sqlite3.Connection, table: str) -> None:
        self._connection = connection
        self._table = table

    def execute(self, query: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        """Carry out `query` unless it asks for that table."""
        if f"FROM {self._table}" in query:
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return self._connection.execute(query, values)


@pytest.mark.parametrize("table", ["session", "set_done"])
def test_a_disk_that_fails_is_no_damage(history: SqliteHistory, path: Path, table: str) -> None:
    """Who cannot read at all takes no part of it for the whole."""
    assert 2 == len(history.sessions())
    with closing(sqlite3.connect(path)) as connection:
        ready(connection)
        with pytest.raises(sqlite3.OperationalError, match="disk I/O error"):
            sessions_in(FailingDisk(connection, table))


SAVED = [
    "UPDATE session SET elapsed = 9e999",
    "UPDATE session SET elapsed = -1",
    "UPDATE session SET elapsed = 10001",
    "UPDATE session SET length = 0",
    "UPDATE session SET length = 9e999",
    "UPDATE session SET ran = 'abc'",
    "UPDATE session SET ran = 9223372036854775807",
    "UPDATE session SET paused = NULL",
    "UPDATE session SET shortened = 2",
    "UPDATE session SET seen = 'now'",
    "UPDATE session SET started = 'then'",
    "UPDATE session SET workout = x'00'",
    "UPDATE session SET side = 'up'",
    "UPDATE session SET kind = 'rest'",
    "UPDATE set_done SET round = 7",
    "UPDATE set_done SET seconds = 9e999",
    "UPDATE pause SET began = 'early'",
    "UPDATE saved SET plan = replace(plan, '30000', '1e999')",
    "UPDATE saved SET plan = replace(plan, '30000', '0')",
    'UPDATE saved SET workout = replace(workout, \'"title":\', \'"title":5,"x":\')',
    "UPDATE saved SET workout = x'00'",
    "DELETE FROM saved",
    "UPDATE saved SET session = 99",
]


@pytest.mark.parametrize("damage", SAVED)
def test_what_cannot_be_taken_up_is_lost_and_told_once(path: Path, damage: str) -> None:
    """Whatever was saved, the window gets a session that it can show, or none."""
    with closing(SqliteHistory(path)) as history:
        opening = Opening("runners", WORKOUT, PLAN, STARTED, START)
        history.write(history.open(opening), [SetKept(SETS[0]), PauseBegan(later(1))], START)
        history.close()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA foreign_keys = OFF")
            connection.execute(damage)
            connection.commit()

        assert history.unfinished() is None
        assert WORKOUT.title == history.lost
        assert history.set_aside is None
    with closing(SqliteHistory(path)) as again:
        assert again.unfinished() is None
        assert again.lost is None
