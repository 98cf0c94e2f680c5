"""The keys page shows every key and closes by its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from matside.core.keymap import USUAL_KEYS
from matside.ui.drawing.painting import Ink
from matside.ui.drawing.theme import DARK
from matside.ui.keyboard.key_meanings import keys
from matside.ui.keyboard.key_plates import height_of
from matside.ui.keyboard.keys_page import KeysPage
from matside.ui.kit.scrolling import ThinBar
from tests.support.pages import cut_texts, in_sizes, overlaps, show
from tests.support.painted import Plate, painted

NOTE = "Workout is paused while this is open"


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Question, Qt.Key.Key_F1])
def test_its_keys_close_it(qtbot: QtBot, key: Qt.Key) -> None:
    """Esc, and the keys that opened it."""
    page = KeysPage(DARK)
    show(qtbot, page)

    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page.focusWidget(), key)


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_space_belongs_to_its_only_control(qtbot: QtBot, key: Qt.Key) -> None:
    """Close has the focus."""
    page = KeysPage(DARK)
    show(qtbot, page)

    with qtbot.waitSignal(page.closed):
        qtbot.keyClick(page.focusWidget(), key)


def test_other_keys_are_left_to_the_window(qtbot: QtBot) -> None:
    """Full screen holds everywhere."""
    page = KeysPage(DARK)
    window = show(qtbot, page)

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F)

    assert [Qt.Key.Key_F] == window.keys


@pytest.mark.parametrize("in_session", [False, True])
def test_the_pause_is_told_only_in_a_session(
    qtbot: QtBot,
    *,
    in_session: bool,
) -> None:
    """On the start page nothing is paused."""
    page = KeysPage(DARK)
    page.show_in_session(in_session)
    show(qtbot, page)

    said = {label.text() for label in page.findChildren(QLabel) if label.isVisible()}

    assert in_session is (NOTE in said)


def test_the_keys_are_told_to_those_who_do_not_see_them(qtbot: QtBot) -> None:
    """What is painted is also the page's description."""
    page = KeysPage(DARK)
    qtbot.addWidget(page)

    assert {
        "P: Pause, At any time, and resume",
        "Esc: End workout, Leaves full screen first",
        "Ctrl, Q: Quit",
    } <= set(page.accessibleDescription().splitlines())


def test_the_keys_of_the_start_page_are_told(qtbot: QtBot) -> None:
    """What starts, and what chooses a workout, its rounds and its blocks."""
    page = KeysPage(DARK)
    qtbot.addWidget(page)

    said = page.accessibleDescription().splitlines()
    fixed = {
        "Up, Down: Workout, Before the start",
        "Left, Right: Rounds, Before the start",
        "1-9: Leave out a block, At the end 1-5: how hard",
    }
    assert fixed <= set(said)
    assert said[0].startswith("SPACE: Start page: start.")


def test_parts_lie_apart_and_inside_and_whole(qtbot: QtBot) -> None:
    """Every key is explained whole, in every shape of window."""
    page = KeysPage(DARK)
    page.show_in_session(True)

    for size in in_sizes(qtbot, page):
        cut = [line for line in (*page.shown, *cut_texts(page)) if line.endswith("…")]
        assert ([], []) == (overlaps(page), cut), size


@pytest.mark.parametrize("size", [(1366, 768), (2560, 1080)])
def test_a_wide_page_shows_all_keys_at_once(qtbot: QtBot, size: tuple[int, int]) -> None:
    """In more columns, so that nothing has to be scrolled."""
    page = KeysPage(DARK)
    show(qtbot, page, *size)
    (bar,) = page.findChildren(ThinBar)
    assert 0 == bar.maximum()


def test_keys_without_room_are_scrolled_by_keys(qtbot: QtBot) -> None:
    """In a low window the usual keys reach the last key and come back."""
    page = KeysPage(DARK)
    show(qtbot, page, 683, 384)
    (bar,) = page.findChildren(ThinBar)

    places = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_Home):
        qtbot.keyClick(page.focusWidget(), key)
        places.append(bar.value())

    assert 0 < places[0] < places[1] == bar.maximum()
    assert 0 == places[2]


@pytest.mark.parametrize("width", range(640, 1400, 40))
def test_no_line_parts_a_situation_from_what_space_does_there(qtbot: QtBot, width: int) -> None:
    """`Hold: pause.` stands in one line, however wide the window is."""
    page = KeysPage(DARK)
    show(qtbot, page, width, 768)
    situations = ("Start page: start.", "Reps: set done.", "Hold: pause.", "Paused: resume.")
    lines = [line.replace("\u00a0", " ") for line in page.shown]
    assert all(any(words in line for line in lines) for words in situations)


@pytest.mark.parametrize("width", range(640, 1400, 40))
def test_words_stand_on_their_plates(qtbot: QtBot, width: int) -> None:
    """Also where keycaps that grow with their plates leave less room, and words break."""
    page = KeysPage(DARK)
    show(qtbot, page, width, 600)
    sheet = painted(page)[-1]
    sizes = [each.rect for each in sheet.painted if isinstance(each, Plate)]
    plates = [rect for rect in sizes if rect.width() > 0.9 * max(each.width() for each in sizes)]
    room = [word.rect.adjusted(0, -2, 0, 2) for word in sheet.words]
    assert len(keys(USUAL_KEYS)) == len(plates)
    assert all(any(plate.contains(rect) for plate in plates) for rect in room)


def test_smaller_letters_stand_off_from_larger_ones() -> None:
    """As far below two lines as below one."""
    large, small = Ink(29, DARK.key_text), Ink(20, DARK.key_text)
    below_two = height_of((large, large, small)) - height_of((large, large))
    assert height_of((large, small)) - height_of((large,)) == pytest.approx(below_two)
