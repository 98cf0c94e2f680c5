"""A part that scrolls says that it goes on below, until its end is seen."""

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import DARK
from matside.ui.kit.lines import ActionRow
from matside.ui.kit.scrolling import FADE, Scroll
from tests.support.pages import show

WRITTEN = QColor("white")


class Written(QWidget):
    """Something that is white all over."""

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all of it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), WRITTEN)
        painter.end()


def scroll_of(qtbot: QtBot, height: int) -> Scroll:
    """Return a part 300 px high, on a dark ground, that holds `height` px."""
    page = QWidget()
    scroll = Scroll(DARK, Written(), page, DARK.ground)
    scroll.resize(400, 300)
    show(qtbot, page, 400, 300)
    scroll.fit(height)
    return scroll


def at_foot(scroll: Scroll) -> QColor:
    """Return the colour in the lowest px of what is seen."""
    return scroll.grab().toImage().pixelColor(QPoint(20, scroll.height() - 1))


def test_a_part_that_is_shown_too_early_is_not_measured(qtbot: QtBot) -> None:
    """It takes no room before it has a place, as labels do."""
    page = QWidget()
    qtbot.addWidget(page)
    scroll = Scroll(DARK, Written(), page)

    scroll.show()

    assert scroll.size().isEmpty()


@pytest.mark.parametrize(
    ("height", "to", "goes_on"), [(600, 0, True), (600, 200, True), (600, 300, False)]
)
def test_the_foot_fades_until_the_end_is_seen(
    qtbot: QtBot, height: int, to: int, *, goes_on: bool
) -> None:
    """It is the ground there, and what is written once nothing follows."""
    scroll = scroll_of(qtbot, height)
    scroll.verticalScrollBar().setValue(to)

    foot = at_foot(scroll).lightness()
    assert (abs(foot - DARK.ground.lightness()) < 16) is goes_on
    assert (foot == WRITTEN.lightness()) is not goes_on
    above = scroll.grab().toImage().pixelColor(20, scroll.height() - FADE - 2)
    assert above.name() == WRITTEN.name()


def test_what_fits_does_not_fade(qtbot: QtBot) -> None:
    """Nothing goes on there."""
    assert at_foot(scroll_of(qtbot, 300)).name() == WRITTEN.name()


def line_in_foot(scroll: Scroll) -> ActionRow:
    """Return a line that is wholly seen, but where the foot fades."""
    line = ActionRow(scroll.widget(), DARK, "Restore", Icon.RIGHT)
    line.put(QRectF(0, 300 - FADE, 380, FADE - 2), 8)
    line.show()
    return line


def test_the_focus_is_clear_of_the_foot(qtbot: QtBot) -> None:
    """A ring that fades would not be seen."""
    scroll = scroll_of(qtbot, 600)
    line = line_in_foot(scroll)

    line.setFocus(Qt.FocusReason.TabFocusReason)

    lowest = line.mapTo(scroll, line.rect().bottomLeft()).y()
    assert lowest < scroll.height() - FADE


def test_a_click_where_the_foot_fades_presses(qtbot: QtBot) -> None:
    """What is pressed does not move away before the button of the mouse is let go."""
    scroll = scroll_of(qtbot, 600)
    line = line_in_foot(scroll)
    window = scroll.window()
    place = line.mapTo(window, line.rect().center())
    mouse = window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier

    with qtbot.waitSignal(line.clicked):
        QTest.mousePress(*mouse, place)
        QTest.mouseRelease(*mouse, place)
