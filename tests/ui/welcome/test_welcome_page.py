"""The welcome says what is needed before the first workout, and asks for nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import DARK
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.figures.film_view import FilmView
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.welcome.welcome_page import WelcomePage
from tests.support.page_situations import NO_SOUND
from tests.support.pages import SIZES, Window, in_sizes, overlaps, show
from tests.support.situations import runners_workout

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


def with_film(decoder: FilmDecoder) -> WelcomePage:
    """Return the page with sound, and with the film of an exercise."""
    page = WelcomePage(DARK, decoder=decoder)
    page.show_exercise(runners_workout().blocks[1].exercises[0], still=False)
    page.show_sound(80, muted=False, silent=None)
    return page


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

    heard = page.focusWidget()
    assert "Test the sound" == heard.accessibleName()
    assert heard.accessibleDescription().startswith("80 %")
    assert not page.main_control_has_focus()


def test_space_goes_on_after_a_click_on_the_sound(qtbot: QtBot) -> None:
    """As the page says: only Tab gives the sound the focus."""
    page, window = page_in(qtbot)

    qtbot.mouseClick(button(page, "Test the sound"), Qt.MouseButton.LeftButton)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)

    assert [Qt.Key.Key_Space] == window.keys
    assert page.main_control_has_focus()


def test_all_keys_can_be_asked_for(qtbot: QtBot) -> None:
    """By a click, as by their key."""
    page, _ = page_in(qtbot)

    with qtbot.waitSignal(page.keys_pressed):
        qtbot.mouseClick(button(page, "All keys, at any time"), Qt.MouseButton.LeftButton)


def test_it_says_that_nothing_can_sound(qtbot: QtBot) -> None:
    """A warning takes the place of the button that would be silent."""
    page, _ = page_in(qtbot)
    heard = button(page, "Test the sound")

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


@pytest.mark.parametrize("silent", [None, NO_SOUND])
def test_nothing_lies_on_anything(qtbot: QtBot, silent: str | None) -> None:
    """In windows of every shape, with and without sound."""
    page = WelcomePage(DARK)
    page.show_sound(100, muted=False, silent=silent)
    for size in in_sizes(qtbot, page, SIZES + HALVES):
        assert [] == overlaps(page), size


def test_a_film_moves_beside_what_is_said(qtbot: QtBot, decoder: FilmDecoder) -> None:
    """How it is shown needs no words, at any size; and it is large."""
    page = with_film(decoder)
    film = page.findChildren(FilmView)[0]

    for size in in_sizes(qtbot, page, ((640, 480), *SIZES, *HALVES)):
        first = film.place
        qtbot.waitUntil(lambda first=first: film.shown is not None and film.place != first)
        assert film.height() >= 0.2 * size[1], size
        assert [] == overlaps(page), size


def test_with_reduced_motion_it_shows_key_poses(qtbot: QtBot, decoder: FilmDecoder) -> None:
    """As everywhere; the first of them is shown at once."""
    page = WelcomePage(DARK, decoder=decoder)
    page.show_exercise(runners_workout().blocks[1].exercises[0], still=True)
    qtbot.addWidget(page)
    film = page.findChildren(FilmView)[0]
    assert film.film is not None
    assert film.place == film.film.first(slow=True)


@pytest.mark.parametrize("size", HALVES)
def test_a_film_fills_its_plate_on_a_tall_page(
    qtbot: QtBot, decoder: FilmDecoder, size: tuple[int, int]
) -> None:
    """It gets more of the width than on a wide one, and its plate is not nearly empty."""
    page = with_film(decoder)
    show(qtbot, page, *size)

    film = page.findChildren(FilmView)[0]

    assert film.width() >= 0.33 * size[0]
    assert film.height() <= 1.7 * film.width()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1280, 800), (2560, 1080)])
def test_a_film_is_as_high_as_all_that_is_said(
    qtbot: QtBot, decoder: FilmDecoder, size: tuple[int, int]
) -> None:
    """It is what one sees first, and no small picture in a corner."""
    page = with_film(decoder)
    show(qtbot, page, *size)

    assert page.findChildren(FilmView)[0].height() >= 0.6 * size[1]
