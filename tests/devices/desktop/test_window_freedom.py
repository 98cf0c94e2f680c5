"""What the desktop lets a window do is asked of the desktop."""

import sys
from pathlib import Path

import pytest

from matside.core.window_place import ALL_FREE, Freedom
from matside.devices.desktop.window_freedom import freedom_on
from tests.support.desktop import open_desktop, wait_until

linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has X and Wayland")


@linux
def test_a_window_manager_that_keeps_windows_on_top_says_so(tmp_path: Path) -> None:
    """Most do."""
    with open_desktop(tmp_path) as desktop:
        display = desktop.environ["DISPLAY"]
        wait_until(lambda: freedom_on("xcb", display) == ALL_FREE, "the window manager")


@linux
def test_without_a_window_manager_nothing_stays_on_top(x_display: str) -> None:
    """Yet every window is where it wants to be."""
    assert Freedom(stays_on_top=False) == freedom_on("xcb", x_display)


@pytest.mark.parametrize("platform", ["wayland", "wayland-egl"])
def test_wayland_does_all_of_it_itself(platform: str) -> None:
    """A program there cannot say where it is to be."""
    assert Freedom(stays_on_top=False, is_placed=False) == freedom_on(platform, None)


@pytest.mark.parametrize("platform", ["windows", "cocoa", "offscreen"])
def test_other_desktops_let_windows_do_everything(platform: str) -> None:
    """They need not be asked."""
    assert ALL_FREE == freedom_on(platform, None)


@linux
def test_a_server_that_does_not_answer_forbids_nothing() -> None:
    """Qt has its own way to it, or there would be no window."""
    assert ALL_FREE == freedom_on("xcb", "nowhere:17")
