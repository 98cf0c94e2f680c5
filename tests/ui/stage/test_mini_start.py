"""The mini view before a session names the workout, and a press starts it."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from matside.core.keymap import USUAL_KEYS
from matside.ui.drawing.marks import Text
from matside.ui.drawing.theme import DARK, LIGHT, Theme
from matside.ui.stage.layout.mini import SmallFrame
from matside.ui.stage.mini_start import MiniStart, start_marks

TITLE = "Upper Body for Runners"
LENGTH = 24 * 60 + 16


def words_in(title: str, seconds: int, size: tuple[int, int], theme: Theme = DARK) -> list[Text]:
    """Return the words that stand in a window of `size`."""
    marks = start_marks(title, seconds, USUAL_KEYS, SmallFrame(*size), theme)
    return [mark for mark in marks if isinstance(mark, Text)]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_it_says_what_a_press_starts(theme: Theme) -> None:
    """The title, how long it takes, and the key."""
    words = [mark.text for mark in words_in(TITLE, LENGTH, (320, 180), theme)]
    assert [TITLE, "24:16", "SPACE", "Start"] == words


@pytest.mark.parametrize("seconds", [65, LENGTH, 3 * 3600])
@pytest.mark.parametrize("title", ["Core", TITLE, "W" * 60, "A long title of a workout " * 4])
@pytest.mark.parametrize("size", [(320, 180), (320, 240), (480, 180), (360, 640)], ids=str)
def test_words_lie_inside_and_apart(size: tuple[int, int], title: str, seconds: int) -> None:
    """Whatever the workout is called, and however long it takes."""
    rects = [
        QRectF(mark.x, mark.baseline - mark.cap, mark.width, mark.cap)
        for mark in words_in(title, seconds, size)
    ]
    window = QRectF(0, 0, *size)
    assert [] == [rect for rect in rects if not window.contains(rect)]
    assert [] == [
        (one, other)
        for place, one in enumerate(rects)
        for other in rects[place + 1 :]
        if one.intersects(other)
    ]


def test_length_fills_two_fifths_of_the_height() -> None:
    """It is as large as the digits of the session that follows."""
    assert 72 == next(mark.cap for mark in words_in(TITLE, LENGTH, (320, 180)) if ":" in mark.text)


def test_a_click_is_a_press(qtbot: QtBot) -> None:
    """The primary button starts, no other does."""
    view = MiniStart(DARK)
    qtbot.addWidget(view)
    view.resize(320, 180)
    spy = QSignalSpy(view.pressed)
    qtbot.mousePress(view, Qt.MouseButton.RightButton)
    assert 0 == spy.count()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton)
    assert 1 == spy.count()


def test_a_screen_reader_tells_the_same(qtbot: QtBot) -> None:
    """It names the workout, its length and the key."""
    view = MiniStart(DARK)
    qtbot.addWidget(view)
    view.show_choice(TITLE, LENGTH)
    view.show_keys(USUAL_KEYS)
    assert (TITLE, "24:16. SPACE: Start") == (view.accessibleName(), view.accessibleDescription())


def test_it_is_painted_in_its_colours(qtbot: QtBot) -> None:
    """The ground is that of all pages, so that nothing seems to run yet."""
    view = MiniStart(LIGHT)
    qtbot.addWidget(view)
    view.resize(320, 180)
    view.show_choice(TITLE, LENGTH)
    assert LIGHT.ground == view.grab().toImage().pixelColor(1, 1)
