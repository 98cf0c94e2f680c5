"""The window and its frame are on the screen, and come back as they were left."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support.desktop import Desktop, Matside, running, wait_until, welcomed

WIDTH, HEIGHT = 1366, 768
"""The screen of the tests, in px of its own."""


class Place(NamedTuple):
    """Where a window lies on the screen, in px of the screen."""

    x: int
    y: int
    width: int
    height: int

    @property
    def is_on_screen(self) -> bool:
        """Whether all of it is seen."""
        across = 0 <= self.x and self.x + self.width <= WIDTH
        return across and 0 <= self.y and self.y + self.height <= HEIGHT

    @property
    def fills_width(self) -> bool:
        """Whether it leaves no room beside it but that of a frame."""
        return self.width >= WIDTH - 8


@pytest.fixture
def scaled(desktop: Desktop) -> Iterator[Desktop]:
    """Give the desktop with everything twice as large: 683x384."""
    desktop.environ["QT_SCALE_FACTOR"] = "2"
    yield desktop
    del desktop.environ["QT_SCALE_FACTOR"]


def place_of(desktop: Desktop, program: Matside) -> Place:
    """Return where the window of `program` lies, without its frame."""
    told = desktop.xdotool("getwindowgeometry", "--shell", program.window)
    values = dict(line.split("=") for line in told.splitlines())
    return Place(*(int(values[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))


def test_the_window_is_on_a_screen_that_is_scaled(scaled: Desktop, tmp_path: Path) -> None:
    """Its first size and its least one are smaller there, so what is at its foot is seen."""
    with running(scaled, welcomed(tmp_path / "data")) as program:
        wait_until(lambda: place_of(scaled, program).is_on_screen, "the window on the screen")


def test_full_screen_fills_a_scaled_screen_and_no_more(scaled: Desktop, tmp_path: Path) -> None:
    """The strip with the space bar is on it; whoever leaves full screen has a window that fits."""
    with running(scaled, welcomed(tmp_path / "data"), "--fullscreen", "--start") as program:
        wait_until(lambda: place_of(scaled, program) == (0, 0, WIDTH, HEIGHT), "the screen filled")
        program.key("f")
        wait_until(lambda: not place_of(scaled, program).fills_width, "full screen left")
        wait_until(lambda: place_of(scaled, program).is_on_screen, "the window on the screen")


def test_a_maximised_window_comes_back_maximised(desktop: Desktop, tmp_path: Path) -> None:
    """Once, and once more after it was closed in that state."""
    data = welcomed(tmp_path / "data")
    with (data / "settings.yaml").open("a", encoding="utf-8") as settings:
        settings.write("maximised: true\n")
    for time in ("maximised", "maximised once more"):
        with running(desktop, data) as program:
            wait_until(lambda: place_of(desktop, program).fills_width, time)
            program.key("ctrl+q")
            assert 0 == program.close()
