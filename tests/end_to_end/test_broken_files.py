"""The real program with a folder full of files that nobody can read."""

import os
import shutil
from pathlib import Path

from tests.support.desktop import (
    Desktop,
    let_others_work,
    running,
    sessions_in,
    wait_until,
    welcomed,
)
from tests.support.file_samples import DATA

NAMES = (
    "a\x1b[31m\r",
    "\u202elamron",
    "jos\udce9",
    "<b>x",
    "-",
    "--help",
    "line\nbreak",
    "x" * 250,
)
"""What else a file may be called."""

BROKEN, WHOLE = "1-broken", "2-whole"
"""The names of the first two workouts in the list."""


def fill(data: Path) -> None:
    """Put every sample, and everything else that may be called a workout, into `data`."""
    workouts, exercises = data / "workouts", data / "exercises"
    shutil.copytree(DATA / "bad", workouts)
    shutil.copytree(DATA / "good", workouts, dirs_exist_ok=True)
    shutil.copyfile(DATA / "bad" / "python-tag.yaml", workouts / f"{BROKEN}.yaml")
    shutil.copyfile(DATA / "good" / "plain-texts.yaml", workouts / f"{WHOLE}.yaml")
    for name in NAMES:
        (workouts / f"{name}.yaml").write_text("title: [")
    os.mkfifo(workouts / "pipe.yaml")
    (workouts / "loop.yaml").symlink_to("loop.yaml")
    (workouts / "zero.yaml").symlink_to("/dev/zero")
    (workouts / "folder.yaml").mkdir()
    exercises.mkdir()
    os.mkfifo(exercises / "dead-bug.yaml")
    (exercises / "chest-fly.yaml").write_text("id: chest-fly\nname: <b>Fly\n")


def test_broken_files_stop_nobody(desktop: Desktop, tmp_path: Path) -> None:
    """Beside them a workout is chosen and done, whatever it says, and nothing is complained of."""
    data = welcomed(tmp_path / "data")
    fill(data)

    def is_chosen(name: str) -> bool:
        return f"last_workout: {name}\n" in (data / "settings.yaml").read_text()

    def is_at_top() -> bool:
        """Go up; until all files are read nothing is above, and above the first is nothing."""
        program.key("Up")
        let_others_work(0.2)
        return is_chosen(BROKEN)

    with running(desktop, data, WHOLE, "--speed", "1000") as program:
        wait_until(is_at_top, "the choice of a broken file")
        program.key("space", "Down")
        wait_until(lambda: is_chosen(WHOLE), "the choice of another file")
        assert "Matside" == program.title()
        program.key("space")
        program.wait_for_title(lambda title: "Done" in title, "the end of the workout")
        program.key("ctrl+q")
        out, err = program.process.communicate()

    assert (0, "", "") == (program.process.returncode, out, err)
    log = data / "log.txt"
    assert not log.exists() or "Traceback" not in log.read_text()
    (session,) = sessions_in(data)
    assert "<h1>Hi</h1> &amp; {side.__class__} {0} %s %n" == session["title"]
    assert ["<b>{side.__class__.__mro__}</b>"] * 2 == [done["name"] for done in session["sets"]]
