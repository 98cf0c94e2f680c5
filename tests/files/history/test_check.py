"""A history is looked at as it lies there, and left as it is."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from matside.core.ports.history import HistoryError
from matside.core.session.record import Opening, Position
from matside.files.history.check import HistoryState, check_history
from matside.files.history.store import SqliteHistory
from tests.support.disks import small_disk
from tests.support.file_samples import runners_plan, runners_workout

PLAN = runners_plan()
STARTED = datetime.fromisoformat("2026-03-01T07:30:15+01:00")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the history is kept."""
    return tmp_path / "history ?#.sqlite3"


def write_history(path: Path) -> None:
    """Write a history with one session."""
    start = Position(PLAN.steps[0].key, elapsed=0, length=10_000, ran=0, paused=0)
    with closing(SqliteHistory(path)) as history:
        history.open(Opening("runners", runners_workout(), PLAN, STARTED, start))


def change(path: Path, statement: str) -> None:
    """Carry out `statement` in the database at `path`."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(statement)
        connection.commit()


@pytest.mark.parametrize("is_there", [False, True])
def test_before_the_first_session_there_is_none(path: Path, *, is_there: bool) -> None:
    """A file that is empty is no history either."""
    if is_there:
        path.touch()

    assert HistoryState.NONE is check_history(path).state


def test_a_sound_history_tells_its_sessions(path: Path) -> None:
    """And the version of its tables."""
    write_history(path)

    found = check_history(path)

    assert (HistoryState.SOUND, 1, 4) == (found.state, found.sessions, found.version)
    assert path.stat().st_size == found.size


def test_a_history_that_a_session_writes_is_sound(path: Path) -> None:
    """The window that has it open is no obstacle, nor is the look at it one for the window."""
    write_history(path)
    with closing(SqliteHistory(path)) as history:
        assert history.unfinished() is not None

        assert HistoryState.SOUND is check_history(path).state
        assert 1 == len(history.sessions())


def test_a_history_that_can_only_be_read_is_sound(tmp_path: Path) -> None:
    """Its sessions can be told all the same."""
    with small_disk(tmp_path / "disk") as disk:
        path = disk.path / "history.sqlite3"
        write_history(path)
        disk.make_read_only()

        found = check_history(path)

    assert (HistoryState.SOUND, 1) == (found.state, found.sessions)


def test_a_history_that_another_program_holds_is_locked(path: Path) -> None:
    """It could not be written now."""
    write_history(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")

        assert HistoryState.LOCKED is check_history(path).state


def cut_the_middle(path: Path) -> None:
    """Write nonsense over all pages but the first."""
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xa5" * (size - 4096))


def write_a_letter(path: Path) -> None:
    """Put a text in place of the database."""
    path.write_text("Dear diary, today I did three rounds.\n" * 200)


def write_a_strange_hour(path: Path) -> None:
    """Let a session have started at no time at all."""
    change(path, "UPDATE session SET started = 'yesterday'")


_SET = """
INSERT INTO set_done (session, block, round, place, side, block_name, name, outcome)
VALUES (1, 0, 1, 0, 'left', '', '', 'done')
"""


def lose_an_index(path: Path) -> None:
    """Let an index of the sets know less than there is."""
    change(path, _SET)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        connection.execute("UPDATE sqlite_master SET rootpage = 2 WHERE type = 'index'")
        connection.commit()


def take_a_table_away(path: Path) -> None:
    """Lose all sets."""
    change(path, "DROP TABLE set_done")


def become_another_program(path: Path) -> None:
    """Be the database of a program that counts no versions."""
    change(path, "PRAGMA user_version = 0")


@pytest.mark.parametrize(
    "damage",
    [
        cut_the_middle,
        write_a_letter,
        write_a_strange_hour,
        lose_an_index,
        take_a_table_away,
        become_another_program,
    ],
)
def test_a_damaged_history_is_recognised_and_stays(
    path: Path, damage: Callable[[Path], None]
) -> None:
    """However it was damaged, there is a reason, and its bytes are as before."""
    write_history(path)
    damage(path)
    before = path.read_bytes()

    found = check_history(path)

    assert HistoryState.DAMAGED is found.state
    assert found.reason
    assert before == path.read_bytes()


def test_a_history_of_a_newer_matside_is_recognised(path: Path) -> None:
    """It is none that is damaged."""
    write_history(path)
    change(path, "PRAGMA user_version = 99")

    found = check_history(path)

    assert (HistoryState.NEWER, 99) == (found.state, found.version)


@pytest.mark.parametrize("make", [os.mkdir, os.mkfifo])
def test_what_is_no_file_is_not_opened(path: Path, make: Callable[[Path], None]) -> None:
    """Nobody waits for a pipe."""
    make(path)

    assert HistoryState.UNREADABLE is check_history(path).state


def test_a_path_that_leads_nowhere_is_told(tmp_path: Path) -> None:
    """A link that leads back to itself has a reason of the system's."""
    path = tmp_path / "history.sqlite3"
    path.symlink_to(path)

    found = check_history(path)

    assert HistoryState.UNREADABLE is found.state
    assert "symbolic links" in found.reason


def test_a_history_whose_log_cannot_be_opened_is_unreadable(path: Path) -> None:
    """A folder lies where its log belongs."""
    write_history(path)
    path.with_name(f"{path.name}-wal").mkdir()

    assert HistoryState.UNREADABLE is check_history(path).state


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_a_pipe_beside_a_history_is_not_waited_for(ending: str, path: Path) -> None:
    """It is told what is in the way, and nothing is opened; so it is as something is written."""
    write_history(path)
    os.mkfifo(f"{path}{ending}")
    told = f"{path.name}{ending} is a device or a pipe"
    check = check_history(path)
    assert (HistoryState.UNREADABLE, told) == (check.state, check.reason)
    with closing(SqliteHistory(path)) as history:
        with pytest.raises(HistoryError, match="is a device or a pipe"):
            history.unfinished()
        with pytest.raises(HistoryError, match="is a device or a pipe"):
            history.sessions()
        assert history.set_aside is None
