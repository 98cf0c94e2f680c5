"""The welcome says what is needed before the first workout, and asks for nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import DARK
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.welcome.welcome_page import WelcomePage
from tests.support.pages import SIZES, Window, overlaps, show

HALVES = ((683, 768), (960, 1080))
"""Windows of half a screen."""


def page_in(qtbot: QtBot, width: int = 1366, height: int = 768) -> tuple[WelcomePage, Window]:
    """Return the page with sound at 80 %, and its window."""
    page = WelcomePage(DARK)
    page.show_sound(80, muted=False, silent=None)
    return page, show(qtbot, page, width, height)


def button(page: WelcomePage, name: str) -> QAbstractButton:
    """Return the button of this name."""
    return next(
        found for found in page.findChildren(QAbstractButton) if found.accessibleName() == name
    )


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_its_keys_are_the_windows(qtbot: QtBot, key: Qt.Key) -> None:
    """Space and Esc go on there, where the guard against double presses is."""
    page, window = page_in(qtbot)

    qtbot.keyClick(page.focusWidget(), key)

    assert [key] == window.keys
    assert page.main_control_has_focus()


def test_a_click_goes_on(qtbot: QtBot) -> None:
    """The way on is a button too."""
    page, _ = page_in(qtbot)

    with qtbot.waitSignal(page.done_pressed):
        qtbot.mouseClick(page.main, Qt.MouseButton.LeftButton)


def test_one_press_hears_the_go_sound(qtbot: QtBot) -> None:
    """After Tab Space belongs to the sound, and the button says how loud it is."""
    page, _ = page_in(qtbot)

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.sound_pressed):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)

    assert "Hear the go sound  80 %" == page.focusWidget().accessibleName()
    assert not page.main_control_has_focus()


def test_all_keys_can_be_asked_for(qtbot: QtBot) -> None:
    """By a click, as by their key."""
    page, _ = page_in(qtbot)

    with qtbot.waitSignal(page.keys_pressed):
        qtbot.mouseClick(button(page, "All keys, at any time"), Qt.MouseButton.LeftButton)


def test_it_says_that_nothing_can_sound(qtbot: QtBot) -> None:
    """A warning takes the place of the button that would be silent."""
    page, _ = page_in(qtbot)
    heard = button(page, "Hear the go sound  80 %")

    page.show_sound(80, muted=False, silent="No sound device")

    warning = page.findChildren(WarningPlate)[0]
    assert "No sound device" == warning.accessibleName()
    assert (True, False) == (warning.isVisible(), heard.isVisible())


def test_it_says_that_the_sound_is_off(qtbot: QtBot) -> None:
    """Muted, the button says how to hear something."""
    page, _ = page_in(qtbot)

    page.show_sound(80, muted=True, silent=None)

    assert button(page, "Sound is off: M turns it on").isVisible()


def test_every_meaning_of_space_is_told(qtbot: QtBot) -> None:
    """In a counted set, a hold, a rest and a pause; and the advice for the body."""
    page, _ = page_in(qtbot)

    said = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}

    assert {"Set done", "Pause", "Start now", "Resume"} <= said
    assert any(words.startswith("Move without pain.") for words in said)


@pytest.mark.parametrize("size", SIZES + HALVES)
@pytest.mark.parametrize("silent", [None, "No sound device: the workout runs without chimes"])
def test_nothing_lies_on_anything(qtbot: QtBot, size: tuple[int, int], silent: str | None) -> None:
    """In windows of every shape, with and without sound."""
    page, _ = page_in(qtbot, *size)
    page.show_sound(100, muted=False, silent=silent)
    assert [] == overlaps(page)
