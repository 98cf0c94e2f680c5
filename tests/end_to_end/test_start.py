"""How the program starts: with a window, beside another, without a display, with a broken file."""

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from matside.files.folders import DataFolder
from matside.files.resources import bundled_workouts
from matside.files.yaml.known_trees import KnownTrees
from tests.support.desktop import (
    PATIENCE,
    Desktop,
    let_others_work,
    run_matside,
    running,
    wait_until,
)

GUARD = 0.7
"""How long after a press no other one counts, in seconds."""


def start(environ: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    """Run the program to its end in `environ`."""
    return subprocess.run(
        [sys.executable, "-m", "matside", *words],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def environ_without_display() -> dict[str, str]:
    """Return the environment of somebody who is logged in without a desktop."""
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in hidden}


def test_a_second_start_raises_the_window_that_is_there(desktop: Desktop, tmp_path: Path) -> None:
    """Two windows never write one history: the second start says one line and ends well."""
    with running(desktop, tmp_path, "--speed", "4") as program:
        second = start(desktop.environ, "--data", str(tmp_path))
        assert (0, "") == (second.returncode, second.stderr)
        assert 1 == len(second.stdout.splitlines())
        program.key("ctrl+q")
        assert 0 == program.close()


def test_what_was_read_is_known_at_the_next_start(desktop: Desktop, tmp_path: Path) -> None:
    """A window that is closed keeps the trees of the workouts, and of the settings as they are."""
    with running(desktop, tmp_path) as program:
        program.key("ctrl+q")
        assert 0 == program.close()
    trees = KnownTrees()
    trees.open(DataFolder(tmp_path).trees)
    files = (DataFolder(tmp_path).settings, bundled_workouts() / "upper-body-for-runners.yaml")
    assert [] == [file.name for file in files if trees.get(file.read_text()) is None]


def test_a_window_that_hangs_is_told_of(desktop: Desktop, tmp_path: Path) -> None:
    """The second start does not claim to have raised it, and names its folder and its process."""
    with running(desktop, tmp_path) as program:
        program.process.send_signal(signal.SIGSTOP)
        second = start(desktop.environ, "--data", str(tmp_path))
        assert (1, "") == (second.returncode, second.stdout)
        assert 1 == len(second.stderr.splitlines())
        assert str(tmp_path) in second.stderr
        assert f"end its process {program.process.pid}," in second.stderr
        program.kill()


def test_a_killed_window_does_not_bar_the_next(desktop: Desktop, tmp_path: Path) -> None:
    """What a kill leaves behind keeps nobody out."""
    with running(desktop, tmp_path) as program:
        program.kill()
    with running(desktop, tmp_path) as program:
        assert "Matside" in program.title()


def test_without_a_display_it_says_so(tmp_path: Path) -> None:
    """One sentence and the exit code 2, instead of an abort."""
    done = start(environ_without_display(), "--data", str(tmp_path))
    assert (2, "") == (done.returncode, done.stdout)
    assert 1 == len(done.stderr.splitlines())
    assert "DISPLAY" in done.stderr


def test_a_display_that_refuses_is_said(tmp_path: Path) -> None:
    """A DISPLAY that leads nowhere aborts no process."""
    with socket.socket() as unheard:
        unheard.bind(("127.0.0.1", 0))
        number = unheard.getsockname()[1] - 6000
        environ = {**environ_without_display(), "DISPLAY": f"127.0.0.1:{number}"}
        done = start(environ, "--data", str(tmp_path))
    assert 2 == done.returncode
    assert 1 == len(done.stderr.splitlines())


def test_a_bare_server_is_there_until_the_window_is(tmp_path: Path) -> None:
    """An X server that ends with its last client outlives the look for it."""
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp", "-terminate"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:
        assert server.stdout is not None
        display = f":{int(server.stdout.readline())}"
        environ = {**environ_without_display(), "DISPLAY": display}
        words = [sys.executable, "-m", "matside", "--data", str(tmp_path)]
        with subprocess.Popen(words, env=environ, stderr=subprocess.DEVNULL) as program:
            wait_until((tmp_path / "lock").exists, "the window")
            wait_until(lambda: 0 == start(environ, *words[3:]).returncode, "the window raised")
            program.terminate()
            program.wait(PATIENCE)
        assert 0 == server.wait(PATIENCE)


@pytest.mark.parametrize("has_xcb_cursor", [True, False])
def test_what_qt_says_of_xcb_cursor_is_told_where_it_is_so(
    tmp_path: Path, *, has_xcb_cursor: bool
) -> None:
    """It says so whatever is wrong; that Qt shows no window is one sentence and no abort."""
    environ = {**environ_without_display(), "QT_QPA_PLATFORM": "xcb;abacus"}
    if not has_xcb_cursor:
        (tmp_path / "libxcb-cursor.so.0").write_bytes(b"no library")
        environ["LD_LIBRARY_PATH"] = str(tmp_path)

    done = start(environ, "--data", str(tmp_path))

    assert (2, "") == (done.returncode, done.stdout)
    assert "Matside cannot open its window" in done.stderr
    assert has_xcb_cursor is ("xcb-cursor" not in done.stderr)


def test_a_broken_workout_opens_no_window(tmp_path: Path) -> None:
    """Its faults are printed, each with its place, and nothing else happens."""
    broken = tmp_path / "broken.yaml"
    broken.write_text("title: Broken\nblocks: 3\n")
    done = run_matside(tmp_path / "data", str(broken))
    assert (1, "") == (done.returncode, done.stdout)
    assert done.stderr.startswith(f"{broken}:2:9: ")


@pytest.mark.real_time
def test_a_key_counts_that_is_pressed_before_the_window_is_filled(
    desktop: Desktop, tmp_path: Path
) -> None:
    """It is kept for the page that comes, and needs no other event to be heard."""
    (tmp_path / "settings.yaml").write_text("welcomed: true\n")
    workout = tmp_path / "one.yaml"
    workout.write_text(
        "title: One\nblocks: [{kind: circuit, exercises: [{name: Curl, reps: 8}]}]\n"
    )
    with running(desktop, tmp_path, str(workout), "--speed", "20") as program:
        program.key("space")
        wait_until(lambda: "Curl" in program.title(), "the first set", patience=8)


def test_start_begins_at_once(desktop: Desktop, tmp_path: Path) -> None:
    """With --start no key is needed for the first step."""
    with running(desktop, tmp_path, "--start", "--speed", "4") as program:
        program.wait_for_title(lambda title: "Get ready" in title, "get ready")


def test_the_stage_is_whole_before_its_first_second_is_over(
    desktop: Desktop, tmp_path: Path
) -> None:
    """What --start begins is seen at once: here a second takes ten."""
    picture = tmp_path / "picture.png"

    def is_whole() -> bool:
        desktop.screenshot(picture)
        seen = QImage(str(picture))
        middle = seen.height() // 2
        return len({seen.pixel(x, middle) for x in range(300, seen.width() - 300)}) > 2

    with running(desktop, tmp_path, "--start", "--speed", "0.1") as program:
        program.wait_for_title(lambda title: "Get ready" in title, "get ready")
        wait_until(is_whole, "the stage", patience=8)


def test_an_offered_session_goes_before_a_start(desktop: Desktop, tmp_path: Path) -> None:
    """After a kill the offer comes first; when it is put away, --start acts."""
    with running(desktop, tmp_path, "--start", "--speed", "20") as program:
        program.wait_for_title(lambda title: "Work" in title, "the first hold")
        program.wait_for_title(lambda title: "Work" not in title, "the end of the first hold")
        program.kill()
    with running(desktop, tmp_path, "--start", "--speed", "4") as program:
        assert "Matside" == program.title()
        program.key("Escape")
        program.wait_for_title(lambda title: "Get ready" in title, "get ready")
    kept = run_matside(tmp_path, "history")
    assert "stopped" in kept.stdout


def test_the_very_first_start_welcomes_once(desktop: Desktop, tmp_path: Path) -> None:
    """Space leaves the welcome for the start page, the next starts; later starts skip it."""
    kept = tmp_path / "settings.yaml"
    with running(desktop, tmp_path, "--speed", "4") as program:
        program.key("space")
        wait_until(lambda: kept.exists() and "welcomed: true" in kept.read_text(), "the welcome")
        let_others_work(2 * GUARD)
        assert "Matside" == program.title()
        program.key("space")
        program.wait_for_title(lambda title: "Get ready" in title, "get ready")
        program.key("Escape", "e")
        program.wait_for_title(lambda title: "Matside" == title, "the start page")
        program.key("ctrl+q")
        assert 0 == program.close()
    with running(desktop, tmp_path, "--speed", "4") as program:
        program.key("space")
        program.wait_for_title(lambda title: "Get ready" in title, "get ready")


def test_whoever_has_trained_is_not_welcomed(desktop: Desktop, tmp_path: Path) -> None:
    """A history without the settings that remember it is enough."""
    with running(desktop, tmp_path, "--start", "--speed", "20") as program:
        program.wait_for_title(lambda title: "Work" in title, "the first hold")
        program.wait_for_title(lambda title: "Work" not in title, "the end of the first hold")
        program.key("Escape", "e")
        program.wait_for_title(lambda title: "Stopped" in title, "the finish page")
        program.kill()
    (tmp_path / "settings.yaml").unlink(missing_ok=True)
    with running(desktop, tmp_path, "--speed", "4") as program:
        program.key("space")
        program.wait_for_title(lambda title: "Get ready" in title, "get ready")


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_a_session_outlives_every_ending(
    desktop: Desktop, tmp_path: Path, ending: signal.Signals
) -> None:
    """Ended from outside, a session stays open for the next start."""
    with running(desktop, tmp_path, "--start", "--speed", "20") as program:
        program.wait_for_title(lambda title: "Work" in title, "the first hold")
        program.process.send_signal(ending)
        program.process.communicate(timeout=PATIENCE)
    assert "open" in run_matside(tmp_path, "history").stdout
