"""What the real program does with disks and folders that fail in the middle of a workout."""

import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from subprocess import PIPE

import pytest
from PySide6.QtGui import QImage

from matside.ui.drawing.theme import DARK
from tests.support.desktop import (
    PATIENCE,
    Desktop,
    Matside,
    let_others_work,
    running,
    sessions_in,
    wait_until,
)
from tests.support.disks import Disk, small_disk

SETTINGS = "welcomed: true\nget_ready: 0\nbetween_exercises: 0\n"

SPEED = 4

GUARD = 0.7 / SPEED
"""How long after a press no other one counts, in seconds."""

LOCKER = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute(f"PRAGMA locking_mode = {sys.argv[2]}")
connection.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def workout(tmp_path: Path) -> Path:
    """Return a workout of counted sets that meet without rests, each with a number."""
    sets = ", ".join(f"{{name: Curl {number}, reps: 8}}" for number in range(1, 50))
    path = tmp_path / "counted.yaml"
    path.write_text(f"title: Counted\nblocks: [{{kind: circuit, exercises: [{sets}]}}]\n")
    return path


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder."""
    folder = tmp_path / "data"
    folder.mkdir()
    return furnished(folder)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Return a small disk that is a data folder."""
    with small_disk(tmp_path / "disk") as disk:
        furnished(disk.path)
        yield disk


def furnished(data: Path) -> Path:
    """Return the folder `data` of somebody who has seen the welcome."""
    (data / "settings.yaml").write_text(SETTINGS)
    return data


class Athlete:
    """Somebody who marks sets done by the real keyboard, and looks at the real screen."""

    def __init__(self, desktop: Desktop, program: Matside, picture: Path) -> None:
        self.program = program
        self._desktop = desktop
        self._picture = picture

    @property
    def sets_done(self) -> list[str]:
        """The sets before the one that is shown."""
        found = re.search(r"Curl (\d+)", self.program.title())
        return [f"Curl {number}" for number in range(1, int(found[1]))] if found else []

    def do_sets(self, count: int) -> None:
        """Mark `count` sets done."""
        for _ in range(count):
            before = self.program.title()
            let_others_work(1.5 * GUARD)
            self.program.key("space")
            self.program.wait_for_title(lambda title, old=before: title != old, "the next set")

    def do_and_save_sets(self, count: int) -> None:
        """Mark `count` sets done, and wait until they are kept."""
        self.do_sets(count)
        wait_until(lambda: sets_in(self.program.data) == self.sets_done, "the sets to be kept")

    def wait_for_warning(self) -> None:
        """Return when the window warns."""
        wait_until(self._is_warned, "the warning")

    def wait_for_no_warning(self) -> None:
        """Return when the window warns no more."""
        wait_until(lambda: not self._is_warned(), "the end of the warning")

    def _is_warned(self) -> bool:
        self._desktop.screenshot(self._picture)
        picture = QImage(str(self._picture))
        every = [
            picture.pixelColor(x, y)
            for x in range(0, picture.width(), 8)
            for y in range(0, picture.height(), 8)
        ]
        return every.count(DARK.warning) > 50


@contextmanager
def training(desktop: Desktop, data: Path, workout: Path) -> Iterator[Athlete]:
    """Give somebody in the first set of a session, before whom there is no warning."""
    with running(desktop, data, str(workout), "--start", "--speed", str(SPEED)) as program:
        athlete = Athlete(desktop, program, workout.with_name("screen.png"))
        program.wait_for_title(lambda title: "Curl 1 " in title, "the first set")
        yield athlete


@contextmanager
def locked(history: Path, *, against_readers: bool = False) -> Iterator[None]:
    """Let another program hold the lock of `history`."""
    mode = "EXCLUSIVE" if against_readers else "NORMAL"
    command = [sys.executable, "-c", LOCKER, str(history), mode]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True) as locker:
        assert locker.stdout is not None
        assert "locked\n" == locker.stdout.readline()
        yield
        locker.communicate("")


def sets_in(data: Path) -> list[str]:
    """Return the names of the sets of the newest session in history, none before there is one."""
    return [done["name"] for session in sessions_in(data)[:1] for done in session["sets"]]


def end(program: Matside) -> int:
    """End the session in the window and the program; return the exit code."""
    program.key("Escape", "e")
    program.wait_for_title(is_over, "the finish page")
    program.key("ctrl+q")
    return program.close()


def is_over(title: str) -> bool:
    """Return whether `title` is that of the finish page."""
    return title.startswith(("Stopped", "Not saved"))


def test_a_full_disk_costs_no_set(desktop: Desktop, disk: Disk, workout: Path) -> None:
    """The workout goes on under a warning, and when there is room all sets are saved."""
    with training(desktop, disk.path, workout) as athlete:
        athlete.wait_for_no_warning()
        athlete.do_and_save_sets(2)
        disk.fill()
        athlete.do_sets(3)
        athlete.wait_for_warning()
        assert ["Curl 1", "Curl 2"] == sets_in(disk.path)[:2]
        athlete.program.key("m")
        disk.make_room()
        athlete.wait_for_no_warning()
        assert athlete.sets_done == sets_in(disk.path)
        assert 0 == end(athlete.program)
    assert "muted: true" in (disk.path / "settings.yaml").read_text()


def test_a_disk_that_is_full_from_the_start_holds_nobody_up(
    desktop: Desktop, disk: Disk, workout: Path
) -> None:
    """Not even the history can be made; the workout runs, and is saved whole in the end."""
    disk.fill()
    with training(desktop, disk.path, workout) as athlete:
        athlete.do_sets(2)
        athlete.wait_for_warning()
        disk.make_room()
        athlete.wait_for_no_warning()
        assert athlete.sets_done == sets_in(disk.path)


def test_a_read_only_disk_is_left_as_it_is(desktop: Desktop, disk: Disk, workout: Path) -> None:
    """Nothing on it changes while the workout goes on; once it can be written all is saved."""
    before = (disk.path / "settings.yaml").read_bytes()
    disk.make_read_only()
    with training(desktop, disk.path, workout) as athlete:
        athlete.do_sets(2)
        athlete.program.key("m")
        athlete.wait_for_warning()
        assert ["settings.yaml"] == [file.name for file in disk.path.iterdir()]
        assert before == (disk.path / "settings.yaml").read_bytes()
        disk.make_writable()
        athlete.wait_for_no_warning()
        assert athlete.sets_done == sets_in(disk.path)


def test_a_read_only_disk_keeps_no_window_open_that_has_done_nothing(
    desktop: Desktop, disk: Disk, workout: Path
) -> None:
    """One press closes it, before a workout and after one that was ended at once."""
    del workout
    disk.make_read_only()
    with running(desktop, disk.path) as program:
        program.key("ctrl+q")
        assert 0 == program.close()
    with running(desktop, disk.path, "--start") as program:
        program.wait_for_title(lambda title: " – " in title, "the session")
        program.key("Escape", "e")
        program.wait_for_title(lambda title: title == "Matside", "the start page")
        program.key("ctrl+q")
        assert 0 == program.close()


def test_a_locked_history_is_waited_for(desktop: Desktop, data: Path, workout: Path) -> None:
    """The window stays quick under the warning, and writes what it owes when it is let in."""
    with training(desktop, data, workout) as athlete:
        athlete.do_and_save_sets(1)
        with locked(data / "history.sqlite3"):
            athlete.do_sets(3)
            athlete.wait_for_warning()
            assert sets_in(data) == athlete.sets_done[:1]
        athlete.wait_for_no_warning()
        assert athlete.sets_done == sets_in(data)


def test_a_session_behind_a_lock_is_offered_late(
    desktop: Desktop, data: Path, workout: Path
) -> None:
    """Where history is locked at the start, the session left open is offered after that."""
    with training(desktop, data, workout) as athlete:
        athlete.do_and_save_sets(2)
        left = athlete.sets_done
        athlete.program.kill()
    with ExitStack() as until_done:
        with locked(data / "history.sqlite3", against_readers=True):
            program = until_done.enter_context(running(desktop, data, "--speed", str(SPEED)))
            athlete = Athlete(desktop, program, workout.with_name("screen.png"))
            athlete.wait_for_warning()
        athlete.wait_for_no_warning()
        program.key("space")
        program.wait_for_title(lambda title: "Paused" in title, "the session taken up")
        assert left == athlete.sets_done


def test_a_folder_that_is_taken_away_comes_back(
    desktop: Desktop, data: Path, workout: Path
) -> None:
    """Meanwhile nothing is put in its place; then all sets are in it, beside what it held."""
    away = data.with_name("away")
    with training(desktop, data, workout) as athlete:
        athlete.do_and_save_sets(2)
        data.rename(away)
        athlete.do_sets(2)
        athlete.program.key("m")
        athlete.wait_for_warning()
        assert not data.exists()
        away.rename(data)
        athlete.wait_for_no_warning()
        assert athlete.sets_done == sets_in(data)
        assert 0 == end(athlete.program)
    assert "muted: true" in (data / "settings.yaml").read_text()


def test_a_folder_that_is_deleted_is_made_anew_at_the_end(
    desktop: Desktop, data: Path, workout: Path
) -> None:
    """What waited for it to come back is not lost when the window closes."""
    with training(desktop, data, workout) as athlete:
        athlete.do_and_save_sets(2)
        shutil.rmtree(data)
        athlete.do_sets(2)
        athlete.wait_for_warning()
        done = athlete.sets_done
        assert 0 == end(athlete.program)
    assert done == sets_in(data)
    assert not (data / "history.sqlite3-wal").exists()


def test_a_folder_that_is_made_anew_is_locked_by_the_window_that_runs(
    desktop: Desktop, data: Path, workout: Path
) -> None:
    """Renamed and made anew it gets the whole session, and a second start raises the window."""
    with training(desktop, data, workout) as athlete:
        athlete.do_and_save_sets(2)
        data.rename(data.with_name("away"))
        data.mkdir()
        athlete.do_and_save_sets(1)
        second = subprocess.run(
            [sys.executable, "-m", "matside", "--data", str(data)],
            env=desktop.environ,
            capture_output=True,
            text=True,
            check=True,
            timeout=PATIENCE,
        )
        assert "its window has been asked to come forward" in second.stdout
        athlete.do_and_save_sets(1)
    assert ["Curl 1", "Curl 2", "Curl 3", "Curl 4"] == sets_in(data)


def test_a_disk_that_is_pulled_out_and_put_back_has_all_sets(
    desktop: Desktop, tmp_path: Path, workout: Path
) -> None:
    """What was done meanwhile is on it in the end, though another folder lay under it."""
    where = tmp_path / "stick"
    with small_disk(tmp_path / "disk") as disk:
        furnished(disk.path)
        with disk.seen_at(where), training(desktop, where, workout) as athlete:
            athlete.do_and_save_sets(2)
            disk.hide(where)
            athlete.do_sets(2)
            disk.show(where)
            athlete.do_sets(1)
            wait_until(lambda: athlete.sets_done == sets_in(disk.path), "all sets")
            assert 0 == end(athlete.program)
        (session,) = sessions_in(disk.path)
        assert "stopped" == session["outcome"]


def test_a_damaged_history_is_kept_beside_a_new_one(
    desktop: Desktop, data: Path, workout: Path
) -> None:
    """The workout is saved as ever, and the window says where the damaged file is."""
    rubbish = b"no history at all\n" * 500
    (data / "history.sqlite3").write_bytes(rubbish)
    with training(desktop, data, workout) as athlete:
        athlete.do_and_save_sets(2)
        athlete.wait_for_no_warning()
        assert athlete.sets_done == sets_in(data)
        assert 0 == end(athlete.program)
    assert rubbish == (data / "history.sqlite3.bad").read_bytes()


def test_a_damaged_session_bars_no_other(desktop: Desktop, data: Path, workout: Path) -> None:
    """Where its plan cannot be read the window says so, and the next workout is saved as ever."""
    with training(desktop, data, workout) as athlete:
        athlete.do_and_save_sets(2)
        athlete.program.kill()
    with closing(sqlite3.connect(data / "history.sqlite3")) as connection:
        connection.execute("UPDATE saved SET plan = '{}'")
        connection.commit()
    with running(desktop, data, str(workout), "--speed", str(SPEED)) as program:
        athlete = Athlete(desktop, program, workout.with_name("screen.png"))
        athlete.wait_for_warning()
        program.key("space")
        program.wait_for_title(lambda title: "Curl 1 " in title, "the first set")
        athlete.wait_for_no_warning()
        athlete.do_and_save_sets(1)
        assert athlete.sets_done == sets_in(data)
    older = sessions_in(data)[1]
    assert ("stopped", 2) == (older["outcome"], len(older["sets"]))


def test_a_history_of_a_newer_version_stays_as_it_is(
    desktop: Desktop, data: Path, workout: Path
) -> None:
    """The workout goes on under a warning; who closes the window is warned once more."""
    with closing(sqlite3.connect(data / "history.sqlite3")) as connection:
        connection.execute("PRAGMA user_version = 99")
    before = (data / "history.sqlite3").read_bytes()
    with training(desktop, data, workout) as athlete:
        athlete.do_sets(2)
        athlete.wait_for_warning()
        assert athlete.program.process.poll() is None
        program = athlete.program
        program.key("Escape", "e")
        program.wait_for_title(lambda title: "Not saved" in title, "the finish page")
        program.key("ctrl+q")
        let_others_work(1)
        assert program.process.poll() is None
        program.key("ctrl+q")
        assert 0 == program.close()
    assert before == (data / "history.sqlite3").read_bytes()


def test_settings_that_cannot_be_read_are_kept_beside_new_ones(
    desktop: Desktop, data: Path
) -> None:
    """The window opens with the defaults, and what is changed in it is saved.

    It says as what they will be kept; what is wrong with them is in the log.
    """
    (data / "settings.yaml").write_text("volume: [")
    (data / "settings.yaml.bad").write_text("volume: [[")
    with running(desktop, data, "--speed", str(SPEED)) as program:
        program.key("space", "m", "ctrl+q")
        assert 0 == program.close()
    assert "volume: [" == (data / "settings.yaml.bad2").read_text()
    assert "welcomed: true" in (data / "settings.yaml").read_text()
    told = (data / "log.txt").read_text()
    assert "a change keeps the old file as settings.yaml.bad2" in told
    assert f"{data / 'settings.yaml'}:1:" in told
