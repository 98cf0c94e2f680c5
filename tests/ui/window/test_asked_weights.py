"""What weights weigh is asked where it is missed: the start page leads to its settings."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import LIGHT
from matside.ui.settings.rows.load_row import LoadRow
from matside.ui.settings.rows.setting_slides import LengthSlide
from matside.ui.settings.rows.turn_row import TurnRow
from matside.ui.settings.settings_page import SettingsPage
from matside.ui.start.equipment_list import SetWeight
from tests.support.house import House
from tests.support.pages import WORKOUT
from tests.support.painted import painted

Key = Qt.Key


@pytest.fixture
def house(qtbot: QtBot) -> House:
    """Return a window on the start page of a workout with weights."""
    return House(qtbot, workout=WORKOUT)


def press(house: House, place: int) -> None:
    """Press *set weight* on the start page."""
    QTest.mouseClick(house.page().findChildren(SetWeight)[place], Qt.MouseButton.LeftButton)


def test_a_weight_is_said_where_it_is_missed(house: House) -> None:
    """From the start page to its line of the settings, and back with what it weighs."""
    start = house.page()
    press(house, 1)
    assert isinstance(house.page(), SettingsPage)
    line = QApplication.focusWidget()
    assert isinstance(line, LoadRow)
    assert "Medium: not set" == line.accessibleName()
    house.key(Key.Key_6)
    house.key(Key.Key_Escape)
    assert start is house.page()
    assert "2 × 6 kg" in {word.text for sheet in painted(start) for word in sheet.words}


@pytest.mark.parametrize("size", [(1366, 768), (1120, 630), (800, 600)])
def test_the_weight_that_is_missed_is_seen(house: House, size: tuple[int, int]) -> None:
    """The first time too, when the page is made for it: no line has the focus unseen."""
    house.shell.resize(*size)
    press(house, 0)
    line = QApplication.focusWidget()
    assert isinstance(line, LoadRow)
    assert line.visibleRegion().boundingRect().height() == line.height()
    assert line.visibleRegion().boundingRect().width() > line.width() // 2


def test_the_settings_begin_with_the_rests_again(house: House) -> None:
    """Nobody asks twice for the weight that was missed."""
    press(house, 0)
    house.key(Key.Key_Escape)
    house.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(QApplication.focusWidget(), LengthSlide)


def test_another_theme_shows_what_the_settings_were_turned_to(house: House) -> None:
    """The page is made anew, and tells of the same kind of thing as before."""

    def things() -> TurnRow:
        rows = house.page().findChildren(TurnRow)
        return next(row for row in rows if row.text() == "Weight of")

    house.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    old = things()
    QTest.keyClick(old, Key.Key_Right)
    house.window.set_theme(LIGHT)
    assert things() is not old
    assert "Weight of: Kettlebells" == things().accessibleName()


def test_the_stage_follows_at_once(house: House) -> None:
    """What is said in a pause stands on the weights of the set."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    page = house.page()
    line = next(
        each for each in page.findChildren(LoadRow) if each.accessibleName().startswith("Medium")
    )
    QTest.keyClicks(line, "7.5")
    program = house.player.program
    assert program is not None
    loads = {step.load and step.load.written for step in program.plan.sets}
    assert {None, "7.5 kg"} == loads
