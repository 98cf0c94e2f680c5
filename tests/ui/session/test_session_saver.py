"""The window hears what is kept, what is late and what fails, and never waits for it."""

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from matside.core.history.recorder import Recorder
from matside.core.session.record import Position, SetKept
from matside.ui.session.session_saver import SLOW, SessionSaver
from matside.ui.window.leaving import Leaving
from tests.core.history.test_recorder import OPENING, RECORD, STOPPED
from tests.support.fakes import FakeDisk, FakeHistory

AT = OPENING.position


class Desk:
    """A recording on a disk that takes its time, and what it has told."""

    def __init__(self) -> None:
        self.history = FakeHistory()
        self.disk = FakeDisk()
        self.recording = SessionSaver(Recorder(self.history, ask=self.disk.ask))
        self.told: list[object] = []
        self.recording.kept_changed.connect(lambda: self.told.append("kept"))
        self.recording.slow_changed.connect(lambda slow: self.told.append(f"slow {slow}"))
        self.recording.failing_changed.connect(self.told.append)
        self.recording.answered.connect(lambda: self.told.append("answered"))

    def begin(self) -> None:
        """Begin a session, and have it in history."""
        self.recording.open(OPENING)
        self.disk.catch_up()
        self.told.clear()

    def begin_with_a_set(self) -> None:
        """Begin a session of which something would be lost."""
        self.recording.open(OPENING)
        self.recording.write((SetKept(RECORD),), AT)
        self.disk.catch_up()
        self.told.clear()

    def fail(self, reason: str) -> None:
        """Try in vain to write that the session was stopped."""
        self.history.broken = reason
        self.recording.write((STOPPED,), AT)
        self.disk.catch_up()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    """Return a recording of which nothing is written."""
    del qtbot
    return Desk()


def test_what_is_kept_is_told_with_the_answer(desk: Desk) -> None:
    """Not when it is asked for, and not where a position alone was written."""
    desk.begin()
    desk.recording.write((SetKept(RECORD),), AT)
    assert ([], False) == (desk.told, desk.recording.recorder.is_written)
    desk.disk.catch_up()
    assert (["kept", "answered"], True) == (desk.told, desk.recording.recorder.is_written)
    desk.recording.write((), Position(AT.key, 9_000, 10_000, 9_000, 0))
    desk.disk.catch_up()
    assert ["kept", "answered", "answered"] == desk.told


def test_what_is_kept_is_told_though_more_is_to_come(desk: Desk) -> None:
    """A set is called done as soon as it is written, and does not wait for the next."""
    desk.begin()
    desk.recording.write((SetKept(RECORD),), AT)
    desk.recording.write((STOPPED,), AT)
    desk.disk.go_on()
    assert (["kept", "answered"], False) == (desk.told, desk.recording.recorder.is_written)


def test_what_is_forgotten_neither_fails_nor_waits_any_more(desk: Desk) -> None:
    """Nothing is kept either."""
    desk.begin_with_a_set()
    desk.fail("the disk is full")
    desk.told.clear()
    desk.recording.forget()
    assert ([None, "kept", "answered"], {}) == (desk.told, desk.recording.recorder.kept)


def test_a_change_that_waits_for_long_is_told_until_it_is_written(
    desk: Desk, qtbot: QtBot
) -> None:
    """After 250 ms without an answer; no change, no matter how long a position takes."""
    desk.begin()
    (timer,) = desk.recording.findChildren(QTimer)
    desk.recording.write((), AT)
    assert not timer.isActive()
    desk.disk.catch_up()
    desk.told.clear()
    desk.recording.write((STOPPED,), AT)
    assert (250, True) == (SLOW, timer.isActive())
    assert SLOW == timer.interval()
    qtbot.waitUntil(lambda: desk.told == ["slow True"])
    desk.recording.write((), AT)
    assert not timer.isActive()
    desk.disk.catch_up()
    assert ["slow True", "slow False", "kept"] == desk.told[:3]


def test_a_failure_is_told_once_and_is_not_slow(desk: Desk, qtbot: QtBot) -> None:
    """What fails does not wait any more; it is said again only when it is over."""
    desk.begin()
    desk.recording.write((STOPPED,), AT)
    qtbot.waitUntil(lambda: desk.told == ["slow True"])
    desk.fail("the disk is full")
    desk.recording.recorder.retry()
    desk.disk.catch_up()
    assert ["slow True", "the disk is full", "slow False"] == desk.told[:3]
    desk.history.broken = None
    desk.recording.recorder.retry()
    desk.disk.catch_up()
    assert [told for told in desk.told[3:] if told != "answered"] == [None, "kept"]


class Door:
    """Somebody who closes the window of a recording, and what came of it."""

    def __init__(self, desk: Desk, patience: int = 60_000) -> None:
        self.leaving = Leaving(desk.recording, patience=patience)
        self.told: list[str] = []
        self.leaving.saved.connect(lambda: self.told.append("saved"))
        self.leaving.failed.connect(lambda: self.told.append("failed"))


def test_who_has_saved_all_may_leave(desk: Desk) -> None:
    """There is nothing to wait for, and nothing is told."""
    desk.begin()
    door = Door(desk)
    assert (True, []) == (door.leaving.is_free(), door.told)


def test_who_leaves_waits_for_the_disk(desk: Desk) -> None:
    """Asked again it still waits; when all is written it tells so, once."""
    desk.begin()
    door = Door(desk)
    desk.recording.write((STOPPED,), AT)
    assert (False, False, []) == (door.leaving.is_free(), door.leaving.is_free(), door.told)
    desk.disk.catch_up()
    assert ["saved"] == door.told
    desk.recording.write((), AT)
    desk.disk.catch_up()
    assert (["saved"], True) == (door.told, door.leaving.is_free())


def test_a_last_attempt_that_fails_is_told_at_once(desk: Desk) -> None:
    """Nobody waits for 10 s where the disk has answered that it cannot."""
    desk.begin_with_a_set()
    door = Door(desk)
    desk.fail("the disk is full")
    assert not door.leaving.is_free()
    desk.disk.catch_up()
    assert ["failed"] == door.told


def test_a_disk_that_does_not_answer_is_given_up(desk: Desk, qtbot: QtBot) -> None:
    """After so long as anybody waits it is told, and what comes later is told no more."""
    desk.begin_with_a_set()
    door = Door(desk, patience=1)
    desk.recording.write((STOPPED,), AT)
    assert not door.leaving.is_free()
    qtbot.waitUntil(lambda: door.told == ["failed"])
    desk.disk.catch_up()
    assert ["failed"] == door.told


def test_who_has_done_nothing_leaves_without_a_word(desk: Desk) -> None:
    """The last attempt is made and fails, and then the window may close."""
    desk.begin()
    door = Door(desk)
    desk.fail("the disk is full")
    assert not door.leaving.is_free()
    desk.disk.catch_up()
    assert (["saved"], True) == (door.told, door.leaving.is_free())
