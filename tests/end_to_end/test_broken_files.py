"""The real program with a folder full of files that nobody can read."""

import json
import os
import shutil
from contextlib import suppress
from pathlib import Path

from tests.support.desktop import Desktop, TookTooLong, run_matside, running, wait_until, welcomed
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


def fill(data: Path) -> None:
    """Put every sample, and everything else that may be called a workout, into `data`."""
    workouts, exercises = data / "workouts", data / "exercises"
    shutil.copytree(DATA / "bad", workouts)
    shutil.copytree(DATA / "good", workouts, dirs_exist_ok=True)
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

    def is_below() -> bool:
        """Go down once; until all files are read there is nothing to go down to."""
        program.key("Down")
        with suppress(TookTooLong):
            wait_until(lambda: is_chosen("python-tag"), "the next file", patience=3)
        return is_chosen("python-tag")

    with running(desktop, data, "plain-texts", "--speed", "1000") as program:
        wait_until(is_below, "the choice of a broken file", patience=90)
        program.key("space", "Up")
        wait_until(lambda: is_chosen("plain-texts"), "the choice of another file")
        assert "Matside" == program.title()
        program.key("space")
        program.wait_for_title(lambda title: "Done" in title, "the end of the workout")
        program.key("ctrl+q")
        out, err = program.process.communicate()

    assert (0, "", "") == (program.process.returncode, out, err)
    log = data / "log.txt"
    assert not log.exists() or "Traceback" not in log.read_text()
    (session,) = json.loads(run_matside(data, "history", "--json").stdout)
    assert "<h1>Hi</h1> &amp; {side.__class__} {0} %s %n" == session["title"]
    assert ["<b>{side.__class__.__mro__}</b>"] * 2 == [done["name"] for done in session["sets"]]
