"""The keys page shows every key and closes by its own."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import DARK
from matside.ui.keyboard.keys_page import KeysPage
from matside.ui.kit.scrolling import ThinBar
from tests.support.pages import SIZES, cut_texts, overlaps, show

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

    assert {"P: Pause", "Esc: End workout", "Left: Back", "Ctrl, Q: Quit"} <= set(
        page.accessibleDescription().splitlines()
    )


def test_the_keys_of_the_start_page_are_told(qtbot: QtBot) -> None:
    """What starts, and what chooses a workout, its rounds and its blocks."""
    page = KeysPage(DARK)
    qtbot.addWidget(page)

    said = page.accessibleDescription().splitlines()
    assert {"Up, Down: Workout", "Left, Right: Rounds", "1-9: Leave out"} <= set(said)
    assert said[0].startswith("SPACE: Start page: start.")


@pytest.mark.parametrize("size", SIZES)
def test_parts_lie_apart_and_inside(qtbot: QtBot, size: tuple[int, int]) -> None:
    """In every shape of window."""
    page = KeysPage(DARK)
    page.show_in_session(True)
    show(qtbot, page, *size)

    assert [] == overlaps(page)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_is_cut(qtbot: QtBot, size: tuple[int, int]) -> None:
    """Every key is explained whole, in every shape of window."""
    page = KeysPage(DARK)
    page.show_in_session(True)
    show(qtbot, page, *size)

    assert [] == [line for line in (*page.shown, *cut_texts(page)) if line.endswith("…")]


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
