"""The frame of the stage lights up for a moment, and not too often."""

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from matside.ui.stage.chime_light import FrameLight
from tests.support.pages import show

WHITE, BLACK = QColor("#FFFFFF"), QColor("#000000")
IN_FRAME, INSIDE = QPoint(400, 4), QPoint(400, 300)


class Lit:
    """A black page of 800x600 with a light around it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page = QWidget()
        self.page.setStyleSheet("background: black")
        self.page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.light = FrameLight(self.page)
        show(qtbot, self.page, 800, 600)
        self.light.resize(self.page.size())

    def at(self, point: QPoint) -> QColor:
        """Return the colour that is seen at `point`."""
        return self.page.grab().toImage().pixelColor(point)


@pytest.fixture
def lit(qtbot: QtBot) -> Lit:
    """Return a light in a window."""
    return Lit(qtbot)


def test_only_the_edges_light_up(lit: Lit) -> None:
    """What is shown inside stays as it was."""
    assert BLACK == lit.at(IN_FRAME)
    lit.light.light(WHITE)
    assert (WHITE, BLACK) == (lit.at(IN_FRAME), lit.at(INSIDE))


def test_the_light_goes_out_by_itself(lit: Lit, qtbot: QtBot) -> None:
    """After a moment."""
    lit.light.light(WHITE)
    qtbot.waitUntil(lambda: not lit.light.isVisible())
    assert BLACK == lit.at(IN_FRAME)


@pytest.mark.real_time
def test_it_does_not_light_up_twice_in_half_a_second(lit: Lit, qtbot: QtBot) -> None:
    """With the flood of a change there are three flashes a second at most."""
    before = time.monotonic()
    lit.light.light(WHITE)
    qtbot.waitUntil(lambda: not lit.light.isVisible())
    lit.light.light(WHITE)
    assert not lit.light.isVisible()

    def lights() -> bool:
        lit.light.light(WHITE)
        return lit.light.isVisible()

    qtbot.waitUntil(lights)
    # A precise timer of Qt may be early by a part of a millisecond.
    assert time.monotonic() - before > 0.498


def test_clicks_go_through_the_light(lit: Lit) -> None:
    """A click on the edge of the stage is a press."""
    lit.light.light(WHITE)
    assert lit.page.childAt(IN_FRAME) is None
