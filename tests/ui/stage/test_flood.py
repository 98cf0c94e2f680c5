"""A flood covers everything for a moment and draws back, at most once a second."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from matside.ui.stage.flood import SETTLING, WHOLE, Flooding, spread

BLOCK = QRectF(0, 100, 400, 300)
ROOM = QRectF(0, 100, 1000, 500)


@pytest.fixture
def flooding(qtbot: QtBot) -> Flooding:
    """Return a flood that has not begun."""
    del qtbot  # it makes the application
    return Flooding()


@pytest.mark.parametrize(
    ("ms", "expected"), [(0, 1), (WHOLE, 1), (WHOLE + SETTLING, 0), (10_000, 0)]
)
def test_it_covers_everything_and_then_nothing(ms: int, expected: float) -> None:
    """All for 350 ms, its block alone 220 ms later."""
    assert (350, 220, expected) == (WHOLE, SETTLING, spread(ms))


@given(st.integers(0, 1000))
def test_it_only_draws_back_and_ever_more_slowly(ms: int) -> None:
    """Nothing swings back and forth, and it comes to rest softly."""
    now, soon, later = spread(ms), spread(ms + 10), spread(ms + 20)
    assert 1 >= now >= soon >= later >= 0
    if ms >= WHOLE:
        assert now - soon >= soon - later


def test_it_reaches_from_its_room_to_its_block(flooding: Flooding) -> None:
    """At first it fills the room, at last the block, in between it lies between them."""
    flooding.begin()
    flooding.pause()
    assert ROOM == flooding.reach(BLOCK, ROOM)
    flooding.setCurrentTime(WHOLE + SETTLING // 4)
    between = flooding.reach(BLOCK, ROOM)
    assert ROOM.contains(between)
    assert between.contains(BLOCK)
    assert BLOCK != between != ROOM
    flooding.setCurrentTime(WHOLE + SETTLING)
    assert BLOCK == flooding.reach(BLOCK, ROOM)


def test_it_is_whole_then_settling_then_over(flooding: Flooding) -> None:
    """One after the other, and before it begins neither."""
    assert (False, False) == (flooding.is_whole, flooding.is_settling)
    flooding.begin()
    flooding.pause()
    assert (True, False) == (flooding.is_whole, flooding.is_settling)
    flooding.setCurrentTime(WHOLE)
    assert (False, True) == (flooding.is_whole, flooding.is_settling)
    flooding.stop()
    assert (False, False) == (flooding.is_whole, flooding.is_settling)


def test_it_ends_by_itself_and_says_so(flooding: Flooding, qtbot: QtBot) -> None:
    """What it has covered can be shown again as usual."""
    over = []
    flooding.moved.connect(
        lambda: over.append(not (flooding.is_whole or flooding.is_settling)),
    )
    flooding.begin()
    qtbot.waitUntil(lambda: over[-1:] == [True], timeout=30_000)


def test_there_is_one_flash_a_second(flooding: Flooding, qtbot: QtBot) -> None:
    """A second change right after the first ends it; a second later there is a flood again."""
    flooding.begin()
    flooding.begin()
    assert not flooding.is_whole

    def floods() -> bool:
        flooding.begin()
        return flooding.is_whole

    assert not floods()
    qtbot.waitUntil(floods, timeout=30_000)


def test_another_flash_counts_too(flooding: Flooding) -> None:
    """Right after the stage has changed its colour otherwise nothing floods it."""
    spy = QSignalSpy(flooding.moved)
    flooding.note_flash()
    flooding.begin()
    assert (False, 0) == (flooding.is_whole, spy.count())
