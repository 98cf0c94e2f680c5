"""The real program, in a real window, leads through the runner's workout by real keys."""

from pathlib import Path

from PySide6.QtGui import QColor, QImage

from tests.support.desktop import (
    Desktop,
    Matside,
    running,
    sessions_in,
    shows_reps,
    wait_until,
    welcomed,
)


def press_through(program: Matside) -> None:
    """Press Space whenever a counted set is shown, until the workout is over.

    A press that a busy program answers late may pause the hold behind the set; the next resumes.
    """

    def over() -> bool:
        title = program.title()
        if shows_reps(title) or "Paused" in title:
            program.key("space")
        return "Done" in title

    wait_until(over, "the end of the workout", patience=120)


def test_space_leads_from_the_start_page_to_the_finish_page(
    desktop: Desktop, tmp_path: Path
) -> None:
    """One key, pressed when a set is done, takes 33 sets to the finish page and into history."""
    data = tmp_path / "data"
    with running(desktop, welcomed(data), "--speed", "60", "--fullscreen") as program:
        program.key("space")
        press_through(program)
        desktop.screenshot(tmp_path / "finish.png")
        program.key("ctrl+q")
        assert 0 == program.close()

    (session,) = sessions_in(data)
    assert "finished" == session["outcome"]
    assert ["done"] * 33 == [done["outcome"] for done in session["sets"]]
    assert 12 == sum(done["reps"] is None for done in session["sets"])
    assert all(30 == done["seconds"] for done in session["sets"] if done["reps"] is None)
    picture = QImage(str(tmp_path / "finish.png"))
    assert QColor("#F4F6F8") == picture.pixelColor(4, picture.height() // 2)
