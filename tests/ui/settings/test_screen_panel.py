"""The panel of the screen says which screens there are, and what the desktop forbids."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from matside.core.settings import Settings
from matside.core.window_place import Freedom
from matside.ui.drawing.theme import DARK
from matside.ui.settings.settings_page import SettingsPage, SettingsView
from tests.support.page_situations import ENDS
from tests.support.pages import SIZES, show
from tests.support.painted import painted

Key = Qt.Key
VIEW = SettingsView(
    Settings(), 1456, {}, 31, 3, ENDS, in_session=False, screens=("eDP-1", "HDMI-1")
)


def row_of(page: SettingsPage, name: str) -> QAbstractButton:
    """Return the line whose name begins with `name`."""
    lines = page.findChildren(QAbstractButton)
    return next(line for line in lines if line.accessibleName().startswith(name))


def opened(qtbot: QtBot, view: SettingsView) -> SettingsPage:
    """Return the settings page with `view`, in a window; it keeps what is chosen."""
    page = SettingsPage(DARK)
    page.show_view(view)
    page.changed.connect(lambda settings: page.show_view(replace(view, settings=settings)))
    show(qtbot, page)
    return page


def test_right_and_left_choose_the_screen_beside(qtbot: QtBot) -> None:
    """From any screen on to the last, and no further."""
    page = opened(qtbot, VIEW)
    chosen: list[str] = []
    page.changed.connect(lambda settings: chosen.append(settings.screen))
    row = row_of(page, "Show on")
    names = [row.accessibleName()]
    for key in (Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Left):
        qtbot.keyClick(row, key)
        names.append(row.accessibleName())
    assert ["eDP-1", "HDMI-1", "eDP-1"] == chosen
    assert ["Any screen", "eDP-1", "HDMI-1", "HDMI-1", "eDP-1"] == [
        name.removeprefix("Show on: ") for name in names
    ]


@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, None])
def test_a_press_turns_to_the_next_screen(qtbot: QtBot, key: Key | None) -> None:
    """By Space, Enter or a click; after the last comes any."""
    page = opened(qtbot, VIEW)
    chosen: list[str] = []
    page.changed.connect(lambda settings: chosen.append(settings.screen))
    row = row_of(page, "Show on")
    for _ in range(3):
        if key is None:
            qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        else:
            qtbot.keyClick(row, key)
    assert ["eDP-1", "HDMI-1", ""] == chosen


def test_up_and_down_leave_the_row(qtbot: QtBot) -> None:
    """They go from row to row, as on every other one."""
    page = opened(qtbot, VIEW)
    row = row_of(page, "Show on")
    row.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(row, Key.Key_Up)
    assert row_of(page, "Always on top") is page.focusWidget()


def test_a_screen_that_is_gone_stays_chosen(qtbot: QtBot) -> None:
    """It is used when it is connected again, and the row says what happens until then."""
    page = opened(qtbot, replace(VIEW, settings=Settings(screen="DP-3")))
    row = row_of(page, "Show on")
    assert ("Show on: DP-3", "not connected now") == (
        row.accessibleName(),
        row.accessibleDescription(),
    )
    page.show_view(replace(VIEW, settings=Settings(screen="DP-3"), screens=("DP-3",)))
    assert ("Show on: DP-3", "where it opens") == (
        row.accessibleName(),
        row.accessibleDescription(),
    )


def test_a_screen_of_windows_has_a_name_that_can_be_read(qtbot: QtBot) -> None:
    """Without the backslashes that programs know it by."""
    page = opened(qtbot, replace(VIEW, settings=Settings(screen="\\\\.\\DISPLAY2")))
    assert "Show on: DISPLAY2" == row_of(page, "Show on").accessibleName()


def test_what_the_desktop_forbids_is_said(qtbot: QtBot) -> None:
    """In plain words on the rows that would have no effect, and nowhere else."""
    page = opened(qtbot, VIEW)
    rows = row_of(page, "Always on top"), row_of(page, "Show on")
    assert ["above all other windows", "where it opens"] == [
        row.accessibleDescription() for row in rows
    ]
    page.show_view(replace(VIEW, freedom=Freedom(stays_on_top=False, is_placed=False)))
    assert ["not on this desktop", "the desktop decides"] == [
        row.accessibleDescription() for row in rows
    ]


def test_a_long_name_of_a_screen_leaves_room_for_what_is_said_of_it(qtbot: QtBot) -> None:
    """It ends in an ellipsis if it must, and the words beside it are whole."""
    page = SettingsPage(DARK)
    qtbot.addWidget(page)
    page.show_view(replace(VIEW, settings=Settings(screen="Built-in Retina Display 14 inch")))
    for size in SIZES:
        page.resize(*size)
        words = [word.text for sheet in painted(page) for word in sheet.words]
        assert {"Show on", "not connected now"} <= set(words), size
