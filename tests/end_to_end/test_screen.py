"""A screen that vanishes takes the window with it, and nothing else."""

from pathlib import Path

from tests.support.desktop import (
    Desktop,
    Matside,
    open_desktop,
    running,
    sessions_in,
    wait_until,
    welcomed,
)


def test_a_session_outlives_the_screen(desktop: Desktop, tmp_path: Path) -> None:
    """The program ends with its display and without a traceback; the next start goes on."""
    data = welcomed(tmp_path / "data")
    (tmp_path / "runtime").mkdir()
    with open_desktop(tmp_path / "runtime") as vanishing:
        program = Matside(vanishing, data, ("--start", "--speed", "20"))
        program.wait_for_window()
        program.wait_for_title(lambda title: "Work" in title, "the first hold")
        program.wait_for_title(lambda title: "Work" not in title, "the end of the first hold")
        wait_until(
            lambda: any(session["sets"] for session in sessions_in(data)), "the set to be kept"
        )
    assert program.close() == 1
    (left,) = sessions_in(data)
    assert "open" == left["outcome"]
    assert left["sets"]
    with running(desktop, data, "--speed", "20") as program:
        program.key("space")
        program.wait_for_title(lambda title: "Paused" in title, "the session taken up")
