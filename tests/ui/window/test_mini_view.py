"""The window is small beside other work, above all windows, and loses nothing by that."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QHoverEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from matside.core.session.record import OpenSession
from matside.core.session.values import Paused, Running
from matside.core.settings import Settings
from matside.core.window_place import USUAL_MINI
from matside.core.workout.plan import compile_plan
from matside.ui.drawing.theme import LIGHT
from matside.ui.keyboard.keys_page import KeysPage
from matside.ui.settings.settings_page import SettingsPage
from matside.ui.stage.mini_start import MiniStart
from matside.ui.stage.stage import Stage
from matside.ui.start.start_page import StartPage
from matside.ui.summary.finish_page import FinishPage
from matside.ui.summary.resume_page import ResumePage
from matside.ui.window.frame.mini_button import MiniButton
from tests.support.fakes import fake_wall
from tests.support.house import SETTINGS, WORKOUT, House
from tests.support.stages import alike

pytestmark = pytest.mark.qt_log_ignore("does not support propagateSizeHints")
"""The platform of the tests says that it hands no least size on, where a real one does."""

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ON_TOP = Qt.WindowType.WindowStaysOnTopHint
USUAL = QSize(800, 600)
MINI = QSize(*USUAL_MINI)


@pytest.fixture
def house(qtbot: QtBot) -> House:
    """Return a window on its start page."""
    return House(qtbot)


def toggle(house: House) -> None:
    """Press the key of the mini view."""
    house.key(Key.Key_M, CONTROL)


def looks(house: House) -> tuple[type[object], QSize, bool]:
    """Return which page is shown, in which size, and whether it stays on top."""
    shell = house.shell
    return type(house.page()), shell.size(), bool(shell.windowFlags() & ON_TOP)


def test_one_key_makes_the_window_small_and_large_again(house: House) -> None:
    """In a session, which goes on all the while; it is on top only while it is small."""
    house.key(Key.Key_Space)
    place = house.shell.geometry()
    toggle(house)
    assert (Stage, MINI, True) == looks(house)
    assert isinstance(house.player.phase, Running)
    toggle(house)
    assert (Stage, USUAL, False) == looks(house)
    assert (place, True) == (house.shell.geometry(), isinstance(house.player.phase, Running))


def test_before_a_session_title_and_length_are_small(house: House) -> None:
    """Space starts the workout from there."""
    toggle(house)
    assert (MiniStart, MINI, True) == looks(house)
    assert "Short" == house.page().accessibleName()
    house.key(Key.Key_Space)
    assert (Stage, MINI, True) == looks(house)
    assert isinstance(house.player.phase, Running)


def test_a_click_starts_and_pauses_a_small_window(house: House, qtbot: QtBot) -> None:
    """As it does in a large one, where it has not only brought the window forward."""
    toggle(house)

    def clicked(kind: type[object]) -> bool:
        house.ticks.go_on(1000)
        QTest.mouseClick(house.page(), Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
        return isinstance(house.player.phase, kind)

    qtbot.waitUntil(lambda: clicked(Running))
    qtbot.waitUntil(lambda: clicked(Paused))


def test_the_stage_shows_its_block_alone_while_it_is_small(house: House) -> None:
    """And all of it again afterwards, in another theme too."""
    house.key(Key.Key_Space)
    house.key(Key.Key_P)
    whole = house.page().grab().toImage()
    toggle(house)
    house.shell.resize(USUAL)
    small = house.page().grab().toImage()
    assert not alike(whole, small)
    house.window.set_theme(LIGHT)
    assert alike(small, house.page().grab().toImage())
    toggle(house)
    assert not alike(small, house.page().grab().toImage())


def test_the_mini_view_comes_back_where_it_was(house: House) -> None:
    """In its size; the usual window does so in its own."""
    house.key(Key.Key_Space)
    toggle(house)
    moved = QRect(100, 120, 320, 180)
    house.shell.setGeometry(moved)
    toggle(house)
    assert USUAL == house.shell.size()
    toggle(house)
    assert moved == house.shell.geometry()


def test_a_window_whose_screen_is_gone_by_then_comes_back_on_another(house: House) -> None:
    """As large as it was, and whole."""
    house.shell.move(5000, 5000)
    toggle(house)
    toggle(house)
    assert USUAL == house.shell.size()
    assert house.shell.screen().availableGeometry().contains(house.shell.geometry())


def test_both_places_are_kept_for_the_next_start(house: House, qtbot: QtBot) -> None:
    """That of the mini view, and the size of the usual window, also where it is closed small."""
    toggle(house)
    house.shell.setGeometry(QRect(90, 110, 400, 225))
    house.key(Key.Key_Q, CONTROL)
    kept = house.preferences.settings
    assert (90, 110, 400, 225) == (kept.mini_x, kept.mini_y, kept.mini_width, kept.mini_height)
    assert (800, 600) == (kept.window_width, kept.window_height)
    again = House(qtbot, settings=kept)
    assert (StartPage, USUAL, False) == looks(again)
    toggle(again)
    assert QRect(90, 110, 400, 225) == again.shell.geometry()


def test_without_a_mini_view_none_is_kept(house: House) -> None:
    """The first one then comes to its corner."""
    house.key(Key.Key_Q, CONTROL)
    assert 0 == house.preferences.settings.mini_width


def test_a_mini_view_may_be_smaller_than_any_other_window(house: House) -> None:
    """Down to 320x180, and the usual window no smaller than before."""
    least = house.shell.minimumSize()
    toggle(house)
    house.shell.resize(10, 10)
    assert QSize(320, 180) == house.shell.size()
    toggle(house)
    assert least == house.shell.minimumSize()


@pytest.mark.parametrize(
    "state", [Qt.WindowState.WindowFullScreen, Qt.WindowState.WindowMaximized]
)
def test_a_window_that_filled_its_screen_does_so_again(
    house: House, state: Qt.WindowState
) -> None:
    """Its mini view does not."""
    house.shell.setWindowState(state)
    toggle(house)
    assert (MINI, False) == (house.shell.size(), bool(house.shell.windowState() & state))
    toggle(house)
    assert bool(house.shell.windowState() & state)


def test_a_mini_view_after_full_screen_insists_on_its_size(house: House, qtbot: QtBot) -> None:
    """A desktop may give the window the size that it had before it filled the screen."""
    house.key(Key.Key_F)
    toggle(house)
    house.shell.resize(USUAL)
    qtbot.waitUntil(lambda: MINI == house.shell.size())


def test_full_screen_leaves_the_mini_view(house: House) -> None:
    """And after full screen the window is as it was before."""
    toggle(house)
    house.key(Key.Key_F)
    assert (StartPage, True) == (type(house.page()), house.shell.isFullScreen())
    house.key(Key.Key_F)
    assert (StartPage, USUAL, False) == looks(house)


def test_full_screen_after_the_mini_view_of_a_window_that_filled_the_screen(house: House) -> None:
    """F means full screen there, whatever the window was before."""
    house.key(Key.Key_F)
    toggle(house)
    house.key(Key.Key_F)
    assert (StartPage, True) == (type(house.page()), house.shell.isFullScreen())


@pytest.mark.parametrize(
    ("key", "modifiers", "page"),
    [
        (Key.Key_Comma, CONTROL, SettingsPage),
        (Key.Key_Question, Qt.KeyboardModifier.NoModifier, KeysPage),
    ],
)
def test_a_page_without_a_small_form_opens_the_window(
    house: House, key: Key, modifiers: Qt.KeyboardModifier, page: type[object]
) -> None:
    """The session pauses as ever, and behind the page the mini view waits."""
    house.key(Key.Key_Space)
    toggle(house)
    house.key(key, modifiers)
    assert (page, USUAL, False) == looks(house)
    house.key(Key.Key_Escape)
    assert (Stage, MINI, True) == looks(house)
    assert isinstance(house.player.phase, Paused)


def test_the_key_makes_the_window_small_from_an_opened_page_too(house: House) -> None:
    """The page is closed by that."""
    house.key(Key.Key_Comma, CONTROL)
    toggle(house)
    assert (MiniStart, MINI, True) == looks(house)


def test_the_finish_page_opens_the_window_and_the_start_page_is_small_again(
    house: House,
) -> None:
    """What was done is worth the whole window."""
    toggle(house)
    house.finish()
    assert (FinishPage, USUAL, False) == looks(house)
    toggle(house)
    assert (FinishPage, USUAL, False) == looks(house)
    house.key(Key.Key_Space)
    assert (MiniStart, MINI, True) == looks(house)


def test_an_offered_session_is_no_mini_view(house: House, qtbot: QtBot) -> None:
    """The key does nothing there; what is taken up has one."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Right)
    house.key(Key.Key_Space)
    program = house.player.program
    assert program is not None
    left_open = OpenSession(
        3,
        program.name,
        program.workout,
        compile_plan(WORKOUT, SETTINGS),
        fake_wall(),
        house.history.positions[-1],
        tuple(house.player.sets.values()),
    )
    again = House(qtbot, left_open)
    toggle(again)
    assert (ResumePage, USUAL, False) == looks(again)
    again.key(Key.Key_Space)
    assert (Stage, USUAL, False) == looks(again)
    toggle(again)
    assert (Stage, MINI, True) == looks(again)


def test_escape_means_what_it_always_does(house: House) -> None:
    """It pauses and asks in the small window; E there ends the workout."""
    house.key(Key.Key_Space)
    house.key(Key.Key_Right)
    toggle(house)
    house.key(Key.Key_Escape)
    assert (Stage, MINI, True) == looks(house)
    assert isinstance(house.player.phase, Paused)
    house.key(Key.Key_E)
    assert (FinishPage, USUAL, False) == looks(house)


def test_closing_a_small_window_asks_in_it(house: House) -> None:
    """The first close pauses and asks, the second closes."""
    house.key(Key.Key_Space)
    toggle(house)
    house.shell.close()
    assert (Stage, MINI, True) == looks(house)
    assert isinstance(house.player.phase, Paused)
    house.shell.close()
    assert not house.shell.isVisible()


def test_a_window_that_is_always_on_top_stays_there(qtbot: QtBot) -> None:
    """Small or not; and one that no longer is stays there only while it is small."""
    house = House(qtbot, settings=replace(SETTINGS, always_on_top=True))
    toggle(house)
    house.preferences.change(replace(house.preferences.settings, always_on_top=False))
    assert (MiniStart, MINI, True) == looks(house)
    house.preferences.change(replace(house.preferences.settings, always_on_top=True))
    toggle(house)
    assert (StartPage, USUAL, True) == looks(house)


def hover(house: House, at: QPointF) -> None:
    """Tell the window that the mouse is at a place on it."""
    moved = QHoverEvent(QHoverEvent.Type.HoverMove, at, at, at)
    QApplication.sendEvent(house.window, moved)


def move_mouse(house: House) -> MiniButton:
    """Move the mouse over the window; return the button that this may show."""
    for x in (50, 60):
        hover(house, QPointF(x, 50))
    button = house.window.findChild(MiniButton)
    assert isinstance(button, MiniButton)
    return button


def test_the_mouse_finds_a_button(house: House) -> None:
    """On the stage, large and small; a click on it is no press."""
    house.key(Key.Key_Space)
    button = house.window.findChild(MiniButton)
    assert isinstance(button, MiniButton)
    assert not button.isVisible()
    for kind, size in ((Stage, MINI), (Stage, USUAL)):
        QTest.mouseClick(move_mouse(house), Qt.MouseButton.LeftButton)
        assert (kind, size) == looks(house)[:2]
    assert isinstance(house.player.phase, Running)
    assert house.page().hasFocus()


def test_the_button_is_inside_of_the_smallest_window(house: House) -> None:
    """At its right."""
    toggle(house)
    house.shell.resize(320, 180)
    button = move_mouse(house)
    assert button.isVisible()
    assert house.window.rect().contains(button.geometry())


def test_other_pages_have_no_button(house: House) -> None:
    """Nor does it stay where one is opened while it is seen."""
    assert not move_mouse(house).isVisible()
    house.key(Key.Key_Space)
    button = move_mouse(house)
    assert button.isVisible()
    house.key(Key.Key_Comma, CONTROL)
    assert not button.isVisible()
    assert not move_mouse(house).isVisible()


def test_a_mouse_that_rests_shows_nothing(house: House) -> None:
    """Where only what is below it has moved."""
    house.key(Key.Key_Space)
    for _ in range(3):
        hover(house, QPointF(60, 50))
    button = house.window.findChild(MiniButton)
    assert isinstance(button, MiniButton)
    assert not button.isVisible()


def test_the_button_vanishes_with_the_mouse(house: House) -> None:
    """It covers nothing for long."""
    house.key(Key.Key_Space)
    button = move_mouse(house)
    left = QHoverEvent(QHoverEvent.Type.HoverLeave, QPointF(-1, -1), QPointF(-1, -1), QPointF())
    QApplication.sendEvent(house.window, left)
    assert not button.isVisible()


def test_a_broken_workout_has_no_small_form(house: House) -> None:
    """What is wrong with it needs the room."""
    house.preparation.select("broken")
    toggle(house)
    assert (StartPage, USUAL, False) == looks(house)
    house.preparation.select("short")
    toggle(house)
    house.preparation.select("broken")
    assert (StartPage, USUAL, False) == looks(house)
    house.preparation.select("short")
    assert (MiniStart, MINI, True) == looks(house)


def test_settings_of_old_files_remember_no_mini_view() -> None:
    """Nothing is at any place by default."""
    assert (0, 0) == (Settings().mini_width, Settings().mini_height)
