"""On a real desktop the mini view is the same window: it keeps its keys and the session."""

import subprocess
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
import yaml

from tests.support.desktop import (
    PATIENCE,
    Desktop,
    Matside,
    TookTooLong,
    folder_with,
    running,
    wait_until,
)

WIDTH = 1366
MINI = (480, 270)
"""The width of the screen, and the size of the first mini view."""


def measures(desktop: Desktop, program: Matside) -> tuple[int, int]:
    """Return the width and the height of the window of `program`, without its frame."""
    told = desktop.xdotool("getwindowgeometry", "--shell", program.window)
    values = dict(line.split("=") for line in told.splitlines())
    return int(values["WIDTH"]), int(values["HEIGHT"])


def wait_for(desktop: Desktop, program: Matside, size: tuple[int, int]) -> None:
    """Return as soon as the window of `program` has that size."""
    wait_until(lambda: measures(desktop, program) == size, f"a window of {size}")


def wait_for_a_second(program: Matside) -> None:
    """Return as soon as the countdown shows another one."""
    before = program.title()
    program.wait_for_title(lambda title: title != before, "another second")


def is_changed_by_click(
    desktop: Desktop, program: Matside, size: tuple[int, int], other: tuple[int, int]
) -> bool:
    """Move the mouse over the window of `size`, click the button, return whether it is `other`.

    The button may have vanished by then; where nothing is seen a click does nothing.
    """
    for share in (0.5, 0.28):
        y = str(round(share * size[1]))
        desktop.xdotool("mousemove", "--window", program.window, str(size[0] - 30), y)
        wait_for_a_second(program)  # by then it has heard of the mouse
    desktop.xdotool("click", "1")
    with suppress(TookTooLong):
        wait_until(lambda: measures(desktop, program) == other, "the other size", patience=5)
    return measures(desktop, program) == other


def is_on_top(desktop: Desktop, program: Matside) -> bool:
    """Return whether the window manager keeps the window of `program` above all others."""
    said = subprocess.run(
        ["xprop", "-id", program.window, "_NET_WM_STATE"],
        env=desktop.environ,
        capture_output=True,
        text=True,
        check=True,
        timeout=PATIENCE,
    )
    return "_NET_WM_STATE_ABOVE" in said.stdout


@pytest.mark.parametrize("state", ["", "fullscreen", "maximised"])
def test_the_window_is_small_and_large_again_in_a_session(
    desktop: Desktop, tmp_path: Path, state: str
) -> None:
    """Without a moment in which it is not there: each key after the other reaches it."""
    data = folder_with(tmp_path, **({state: True} if state else {}))
    with running(desktop, data, "--start") as program:
        program.wait_for_title(lambda title: "Get ready" in title, "the session")
        usual = measures(desktop, program)
        assert bool(state) is (usual[0] > WIDTH - 8)
        program.key("ctrl+m", "p")
        wait_for(desktop, program, MINI)
        program.wait_for_title(lambda title: "Paused" in title, "the pause")
        assert is_on_top(desktop, program)
        program.key("ctrl+m", "p")
        wait_for(desktop, program, usual)
        program.wait_for_title(lambda title: "Paused" not in title, "the session going on")
        assert not is_on_top(desktop, program)
        assert program.window in desktop.xdotool("search", "--onlyvisible", "--name", "Matside")


def test_the_mini_view_keeps_the_place_that_it_is_given(desktop: Desktop, tmp_path: Path) -> None:
    """By whoever drags it and its edges, until the next start; the window keeps its own size."""
    data = folder_with(tmp_path)
    with running(desktop, data, "--start") as program:
        program.wait_for_title(lambda title: "Get ready" in title, "the session")
        usual = measures(desktop, program)
        program.key("ctrl+m")
        wait_for(desktop, program, MINI)
        desktop.xdotool("windowsize", program.window, "320", "180")
        desktop.xdotool("windowmove", program.window, "40", "50")
        wait_for(desktop, program, (320, 180))
        program.key("ctrl+m")
        wait_for(desktop, program, usual)
        program.key("ctrl+m")
        wait_for(desktop, program, (320, 180))
        program.key("Escape", "ctrl+q")
        assert 0 == program.close()
    kept = yaml.safe_load((data / "settings.yaml").read_text(encoding="utf-8"))
    assert (320, 180) == (kept["mini_width"], kept["mini_height"])
    assert abs(kept["mini_x"] - 40) < 8
    assert abs(kept["mini_y"] - 50) < 32
    assert usual == (kept["window_width"], kept["window_height"])


def test_the_mouse_makes_the_window_small_and_large_again(
    desktop: Desktop, tmp_path: Path
) -> None:
    """The button appears at the right when the mouse moves, and is no press."""
    with running(desktop, folder_with(tmp_path), "--start") as program:
        program.wait_for_title(lambda title: "Get ready" in title, "the session")
        usual = measures(desktop, program)
        for size, other in ((usual, MINI), (MINI, usual)):
            wait_until(partial(is_changed_by_click, desktop, program, size, other), "the click")
        assert "Paused" not in program.title()


def test_a_whole_workout_is_done_in_the_mini_view(desktop: Desktop, tmp_path: Path) -> None:
    """From the small start page to the finish page, which is large."""
    data = folder_with(tmp_path, rep_pace=True)
    with running(desktop, data, "--speed", "200") as program:
        usual = measures(desktop, program)
        program.key("ctrl+m")
        wait_for(desktop, program, MINI)
        program.key("space")
        program.wait_for_title(lambda title: "Done" in title, "the end of the workout")
        wait_for(desktop, program, usual)
