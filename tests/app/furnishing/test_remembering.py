"""What was done the last time is read beside the window, and again after every session."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from matside.app.disk import Disk
from matside.app.furnishing.remembering import Memory
from matside.core.durations import SECOND
from matside.core.history.past import Past
from matside.core.history.recorder import Recorder
from matside.core.ports.devices import Told
from matside.core.session.reading import Reading
from matside.core.session.record import OpenSession
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Reps, Workout
from matside.core.workout.plan import compile_plan
from matside.files.history.store import SqliteHistory
from matside.override import override
from matside.ui.session.known_past import KnownPast
from matside.ui.session.player import Player
from matside.ui.session.program import Program
from tests.support.fakes import FakeTicks, fake_wall

WORKOUT = Workout("Short", (Block("Pair", BlockKind.SUPERSET, (Exercise("Curl", Reps(8)),)),))
PROGRAM = Program("short", WORKOUT, compile_plan(WORKOUT, Settings(get_ready=0)))
TWO_ROUNDS = replace(WORKOUT, blocks=(replace(WORKOUT.blocks[0], rounds=2),))
TWICE = Program("twice", TWO_ROUNDS, compile_plan(TWO_ROUNDS, Settings(get_ready=0)))
ANSWERED = 10.0


class CountingHistory(SqliteHistory):
    """A history that counts how often it is read."""

    reads = 0

    @override
    def read(self, read: Callable[[sqlite3.Connection], Told], nothing: Told) -> Told:
        self.reads += 1
        return super().read(read, nothing)


class Mat:
    """A session that is kept on the disk, and remembered from there."""

    def __init__(self, path: Path) -> None:
        self.ticks, self.disk, self.history = FakeTicks(), Disk(), CountingHistory(path)
        recorder = Recorder(self.history, ask=self.disk.ask)
        self.player = Player(self.ticks.clock, fake_wall, recorder)
        self.known = KnownPast()
        self.memory = Memory(self.player, self.known, self.history, self.disk)
        self.player.load(PROGRAM)

    def answer(self) -> None:
        """Wait for all that the disk is asked for."""
        assert self.disk.finish(ANSWERED)
        QCoreApplication.processEvents()
        assert self.disk.finish(ANSWERED)

    def start(self) -> Reading:
        """Begin the set; return what the stage shows of it."""
        self.player.press()
        self.answer()
        reading = self.player.reading()
        assert reading is not None
        return reading

    def do_set(self) -> None:
        """Do the only set, which ends the session, and leave the finish page."""
        self.ticks.go_on(SECOND)
        self.player.press()
        self.answer()
        self.player.leave()
        self.ticks.go_on(SECOND)
        self.answer()


@pytest.fixture
def mat(qtbot: QtBot, tmp_path: Path) -> Iterator[Mat]:
    """Return a session that nobody has done before."""
    del qtbot
    mat = Mat(tmp_path / "history.sqlite3")
    mat.answer()
    yield mat
    mat.disk.ask(mat.history.close, lambda _: None)
    mat.answer()


def test_first_session_is_the_first_time_and_the_second_has_a_last_one(mat: Mat) -> None:
    """The session that goes on is no last time of itself."""
    assert mat.start().is_first_time
    mat.do_set()
    reading = mat.start()
    assert not reading.is_first_time
    assert reading.last_time is not None
    assert 8 == reading.last_time.reps
    assert (reading.last_time,) == mat.known.before["Curl"]


def test_past_is_known_from_the_start_and_grows_with_every_session(mat: Mat) -> None:
    """Not with the one that goes on, though its sets are on the disk already."""
    assert Past() == mat.known.past
    mat.start()
    mat.known.look_again()
    mat.answer()
    assert Past() == mat.known.past
    mat.do_set()
    assert mat.known.past is not None
    assert (1, 1) == (len(mat.known.past.days), mat.known.past.last["short"].done)


def test_session_that_is_saved_late_is_known_then(mat: Mat, tmp_path: Path) -> None:
    """It was left long before: no other session is needed to know of it."""
    mat.start()
    with closing(sqlite3.connect(tmp_path / "history.sqlite3")) as other:
        other.execute("BEGIN IMMEDIATE")  # nobody else can write now
        mat.do_set()
    assert mat.player.recording.recorder.is_behind
    assert Past() == mat.known.past
    mat.player.beat()
    mat.answer()
    assert mat.known.past is not None
    assert 1 == len(mat.known.past.days)
    assert ["Curl"] == list(mat.known.before)


def test_session_that_is_put_away_is_known_at_once(mat: Mat, tmp_path: Path) -> None:
    """What was done of one that was left open counts as soon as it is stopped."""
    mat.player.load(TWICE)
    mat.start()
    mat.ticks.go_on(SECOND)
    mat.player.press()
    mat.answer()
    later = Mat(tmp_path / "history.sqlite3")
    found: list[OpenSession | Exception | None] = []
    later.disk.ask(later.history.unfinished, found.append)
    later.answer()
    (session,) = found
    assert isinstance(session, OpenSession)
    later.player.put_away(session)
    later.answer()
    later.disk.ask(later.history.close, lambda _: None)
    later.answer()
    assert later.known.past is not None
    assert 1 == len(later.known.past.days)


def test_nothing_is_read_of_the_past_when_a_session_is_taken_up(mat: Mat, tmp_path: Path) -> None:
    """It goes on, and its own first write goes first."""
    mat.player.load(TWICE)
    mat.start()
    mat.ticks.go_on(SECOND)
    mat.player.press()
    mat.answer()
    later = Mat(tmp_path / "history.sqlite3")
    later.answer()
    found: list[OpenSession | Exception | None] = []
    later.disk.ask(later.history.unfinished, found.append)
    later.answer()
    (session,) = found
    assert isinstance(session, OpenSession)
    before = later.history.reads
    later.player.take_up(session)
    later.answer()
    assert before == later.history.reads > 0
    later.disk.ask(later.history.close, lambda _: None)
    later.answer()


def test_past_is_read_again_when_somebody_has_changed_the_history(mat: Mat) -> None:
    """Such as by deleting a session; what is the same is not told again."""
    told: list[Past | None] = []
    mat.known.changed.connect(lambda: told.append(mat.known.past))
    mat.start()
    mat.do_set()
    mat.disk.ask(lambda: _delete_all(mat.history), lambda _: None)
    for _ in range(2):
        mat.known.look_again()
        mat.answer()
    assert [True, False] == [bool(past and past.days) for past in told]


def _delete_all(history: SqliteHistory) -> None:
    with history.writing() as connection:
        connection.execute("DELETE FROM session")


def test_history_that_cannot_be_read_is_no_first_time(qtbot: QtBot, tmp_path: Path) -> None:
    """Nobody knows then, and the session goes on all the same."""
    del qtbot
    (tmp_path / "history.sqlite3").mkdir()
    mat = Mat(tmp_path / "history.sqlite3")
    mat.answer()
    reading = mat.start()
    assert (None, False) == (reading.last_time, reading.is_first_time)
    assert mat.known.past is None
