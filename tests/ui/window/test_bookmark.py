"""A place on one page is found again on another of its kind."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import DARK
from matside.ui.kit.page_button import PageButton
from matside.ui.window.bookmark import Bookmark
from tests.support.pages import show


class Buttons(QWidget):
    """A page of buttons, below them something that scrolls."""

    def __init__(self, qtbot: QtBot, *names: str) -> None:
        super().__init__()
        self.buttons = [PageButton(self, DARK, "K", name) for name in names]
        self.area = QScrollArea(self)
        content = QWidget()
        content.setMinimumHeight(2000)
        self.area.setWidget(content)
        self.area.setGeometry(0, 100, 200, 100)
        self.window_around = show(qtbot, self, 300, 300)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_the_same_control_has_the_focus(qtbot: QtBot, place: int) -> None:
    """It is found by its name, and among equals by its place."""
    page, other = Buttons(qtbot, "A", "B", "B"), Buttons(qtbot, "A", "B", "B")
    page.buttons[place].setFocus()

    Bookmark.of(page).open(other)

    assert other.buttons[place] is other.focusWidget()


def test_the_page_has_the_focus_where_the_control_is_missing(qtbot: QtBot) -> None:
    """Keys are then understood as on a page that was just opened."""
    page, other = Buttons(qtbot, "A", "B"), Buttons(qtbot, "A", "C")
    page.buttons[1].setFocus()

    Bookmark.of(page).open(other)

    assert other is other.focusWidget()


@pytest.mark.parametrize(
    ("reason", "again"),
    [
        (Qt.FocusReason.TabFocusReason, Qt.FocusReason.TabFocusReason),
        (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.OtherFocusReason),
    ],
)
def test_a_ring_is_shown_again_and_none_where_there_was_none(
    qtbot: QtBot, reason: Qt.FocusReason, again: Qt.FocusReason
) -> None:
    """Who came by key sees the focus, who came by mouse does not."""
    page = Buttons(qtbot, "A")
    page.setFocus()
    page.buttons[0].setFocus(reason)

    assert again is Bookmark.of(page).reason


def test_it_is_scrolled_as_far(qtbot: QtBot) -> None:
    """Nobody has to look for their line again."""
    page, other = Buttons(qtbot, "A"), Buttons(qtbot, "A")
    page.area.verticalScrollBar().setValue(77)

    Bookmark.of(page).open(other)

    assert 77 == other.area.verticalScrollBar().value()
