"""The window stays on top, and is on the screen that was chosen, as far as a desktop lets it."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from matside.ui.drawing.theme import DARK
from matside.ui.settings.settings_page import SettingsPage
from tests.support.desktop import (
    PATIENCE,
    Desktop,
    Matside,
    folder_with,
    open_desktop,
    running,
    wait_until,
)
from tests.support.pages import show
from tests.support.programs import monitors

LEFT, RIGHT = "left=0,0,683,768", "right=683,0,683,768"
MIDDLE = 683
"""Where the right one of two screens begins."""


def connect(desktop: Desktop, *screens: str) -> None:
    """Connect and unplug screens."""
    command = [sys.executable, str(monitors.__file__), *screens]
    subprocess.run(command, env=desktop.environ, check=True)


@pytest.fixture
def two_screens(tmp_path: Path) -> Iterator[Desktop]:
    """Give a desktop of two screens, of which the left one is the first."""
    runtime = tmp_path / "runtime"
    runtime.mkdir()
    with open_desktop(runtime) as desktop:
        connect(desktop, LEFT, RIGHT)
        yield desktop


def way_to(qtbot: QtBot, name: str) -> list[str]:
    """Return the keys that open the settings and lead to the row `name`."""
    page = SettingsPage(DARK)
    show(qtbot, page)
    keys = ["ctrl+comma"]
    while not page.focusWidget().accessibleName().startswith(name):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Down)
        keys.append("Down")
    return keys


def setting(program: Matside, name: str) -> object:
    """Return what the file of the settings says of `name`."""
    return yaml.safe_load((program.data / "settings.yaml").read_text(encoding="utf-8"))[name]


def is_on_top(desktop: Desktop, program: Matside) -> bool:
    """Return whether the window manager keeps the window of `program` above all others."""
    command = ["xprop", "-id", program.window, "_NET_WM_STATE"]
    said = subprocess.run(
        command, env=desktop.environ, capture_output=True, text=True, check=True, timeout=PATIENCE
    )
    return "_NET_WM_STATE_ABOVE" in said.stdout


def x_of(desktop: Desktop, program: Matside) -> int:
    """Return how far from the left the window of `program` is, without its frame."""
    told = desktop.xdotool("getwindowgeometry", "--shell", program.window)
    return int(dict(line.split("=") for line in told.splitlines())["X"])


def test_the_window_is_kept_on_top_from_the_start(desktop: Desktop, tmp_path: Path) -> None:
    """It has the keys as well."""
    with running(desktop, folder_with(tmp_path, always_on_top=True), "--start") as program:
        assert is_on_top(desktop, program)
        program.key("p")
        program.wait_for_title(lambda title: "Paused" in title, "the pause")


def test_the_window_is_kept_on_top_as_soon_as_it_is_chosen(
    desktop: Desktop, tmp_path: Path, qtbot: QtBot
) -> None:
    """And no longer than that; the same window has the keys before and after."""
    with running(desktop, folder_with(tmp_path)) as program:
        assert not is_on_top(desktop, program)
        program.key(*way_to(qtbot, "Always on top"), "space")
        wait_until(lambda: is_on_top(desktop, program), "the window on top")
        program.key("space")
        wait_until(lambda: not is_on_top(desktop, program), "the window as any other")
        program.key("Escape", "ctrl+q")
        assert 0 == program.close()
        assert setting(program, "always_on_top") is False


@pytest.mark.parametrize("state", ["", "fullscreen", "maximised"])
def test_the_window_opens_on_the_chosen_screen(
    two_screens: Desktop, tmp_path: Path, state: str
) -> None:
    """In whatever state it is."""
    data = folder_with(tmp_path, screen="right", **({state: True} if state else {}))
    with running(two_screens, data) as program:
        wait_until(lambda: x_of(two_screens, program) >= MIDDLE, "the window on the right")


def test_a_chosen_screen_that_is_gone_is_used_when_it_comes_back(
    two_screens: Desktop, tmp_path: Path
) -> None:
    """Until then the window is where it would be anyway, and nobody else is chosen for it."""
    connect(two_screens, "right")
    with running(two_screens, folder_with(tmp_path, screen="right"), "--start") as program:
        assert x_of(two_screens, program) < MIDDLE
        connect(two_screens, RIGHT)
        wait_until(lambda: x_of(two_screens, program) >= MIDDLE, "the window on the right")
        program.key("p")
        program.wait_for_title(lambda title: "Paused" in title, "the pause")
        assert "right" == setting(program, "screen")


def test_a_window_whose_screen_is_unplugged_is_seen_whole(
    two_screens: Desktop, tmp_path: Path
) -> None:
    """The desktop would leave it half outside."""
    with running(two_screens, folder_with(tmp_path, screen="right"), "--start") as program:
        wait_until(lambda: x_of(two_screens, program) >= MIDDLE, "the window on the right")
        program.wait_for_title(lambda title: "Get ready" in title, "the furnished window")
        connect(two_screens, "right")
        wait_until(lambda: x_of(two_screens, program) < 64, "the window on the left")


@pytest.mark.parametrize("state", ["", "fullscreen", "maximised"])
def test_the_window_goes_to_a_screen_as_soon_as_it_is_chosen(
    two_screens: Desktop, tmp_path: Path, qtbot: QtBot, state: str
) -> None:
    """From one to the other, and it keeps its state and the keys."""
    data = folder_with(tmp_path, **({state: True} if state else {}))
    with running(two_screens, data) as program:
        wait_until(lambda: x_of(two_screens, program) < MIDDLE, "the window on the left")
        program.key(*way_to(qtbot, "Show on"), "Right", "Right")
        wait_until(lambda: x_of(two_screens, program) >= MIDDLE, "the window on the right")
        program.key("Left")
        wait_until(lambda: x_of(two_screens, program) < MIDDLE, "the window on the left again")
