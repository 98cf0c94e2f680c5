"""What waits for the disk is answered by the event loop, and the start knows what is there."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from pytestqt.qtbot import QtBot

from matside.app.disk import Disk
from matside.app.furnishing.beginning import Beginning, begin_with
from matside.core.session.record import SetKept, SetOutcome, SetRecord
from matside.files.history.store import SqliteHistory
from matside.files.history.tables import VERSION
from tests.files.history.test_holder import LATER, OPENING, PLAN, STOPPED
from tests.support.patience import PATIENCE


def test_the_event_loop_answers(qtbot: QtBot) -> None:
    """Nothing is heard before it turns, and then in its own thread."""
    disk, done = Disk(), Event()
    heard: list[object] = []

    def work() -> str:
        done.set()
        return threading.current_thread().name

    disk.ask(work, lambda name: heard.extend((name, threading.current_thread().name)))
    assert done.wait(20)
    assert [] == heard
    qtbot.waitUntil(lambda: bool(heard), timeout=PATIENCE)
    assert ["disk", threading.current_thread().name] == heard


def test_who_ends_is_answered_without_the_event_loop(qtbot: QtBot) -> None:
    """It has ended by then."""
    del qtbot
    disk = Disk()
    heard: list[object] = []
    disk.ask(lambda: 1, heard.append)
    assert (True, [1]) == (disk.finish(20.0), heard)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where a history is kept."""
    return tmp_path / "history.sqlite3"


def begun(path: Path) -> Beginning:
    """Return what the window begins with."""
    with closing(SqliteHistory(path)) as history:
        return begin_with(history, looks_for_all=True)


def test_nothing_is_no_fault(path: Path) -> None:
    """The first start finds no session, and that nobody has trained."""
    assert Beginning(trained=False) == begun(path)
    with closing(SqliteHistory(path)) as history:
        assert Beginning() == begin_with(history, looks_for_all=False)


def test_what_was_left_open_is_offered(path: Path) -> None:
    """The session comes with what is known of it."""
    with closing(SqliteHistory(path)) as history:
        session = history.open(OPENING)
    beginning = begun(path)
    assert beginning.offered is not None
    assert (session, None, True) == (beginning.offered.id, beginning.unread, beginning.trained)


def test_who_has_trained_is_known(path: Path) -> None:
    """A session that is over is not offered, but shows that this is not the first start."""
    step = PLAN.sets[0]
    done = SetRecord(step.key, "Block", None, "Curl", step.side, 8, 24, SetOutcome.DONE)
    with closing(SqliteHistory(path)) as history:
        history.write(history.open(OPENING), [SetKept(done), STOPPED], LATER)
    assert Beginning(trained=True) == begun(path)


def test_a_damaged_history_is_a_new_one(path: Path) -> None:
    """It has been set aside, so nothing is in the way and nobody has trained."""
    path.write_bytes(b"no history at all")
    assert Beginning(trained=False) == begun(path)


def test_what_cannot_be_read_is_told(path: Path) -> None:
    """A history that another window has is looked at again later."""
    path.touch()
    with closing(SqliteHistory(path, lambda: False)) as history:
        found = begin_with(history, looks_for_all=True)
    assert found.unread is not None
    assert (None, None) == (found.offered, found.trained)


def test_a_history_of_a_newer_matside_is_told_at_the_start(path: Path) -> None:
    """It is left alone, and the window says why nothing is saved; one beyond all is damage."""
    with closing(SqliteHistory(path)) as history:
        history.open(OPENING)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    assert "newer Matside" in (begun(path).unread or "")
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1001")
    assert Beginning(trained=False) == begun(path)
    assert path.with_name("history.sqlite3.bad").exists()
