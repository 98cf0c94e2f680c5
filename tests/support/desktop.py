"""A real desktop for tests: an X server, a window manager, and programs in real windows."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from pathlib import Path
from threading import Event
from typing import Any

from matside.app.cli import main
from tests.support.processes import COVERAGE

PATIENCE = 60.0
"""How long anything may take, in seconds; a test that waits longer has failed."""


class TookTooLong(AssertionError):
    """What a test waited for did not happen."""


def wait_until(happened: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Return as soon as `happened()` is true; TookTooLong after `patience` seconds."""
    deadline = time.monotonic() + patience
    while not happened():
        if time.monotonic() > deadline:
            raise TookTooLong(what)
        let_others_work(0.01)


def let_others_work(seconds: float) -> None:
    """Give the processor to other processes for `seconds`."""
    Event().wait(seconds)


class Desktop:
    """An X server with a window manager, and the environment of the programs on it."""

    def __init__(self, display: str, folder: Path) -> None:
        self.environ = {
            **{name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
            "DISPLAY": display,
            "XDG_RUNTIME_DIR": str(folder),
            "PYTHONFAULTHANDLER": "1",
        }

    def xdotool(self, *words: str) -> str:
        """Run xdotool with `words`; return what it printed, empty where it found nothing."""
        done = subprocess.run(
            ["xdotool", *words], env=self.environ, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def screenshot(self, path: Path) -> None:
        """Save a picture of the whole screen."""
        code = (
            "import sys; from PySide6.QtGui import QGuiApplication;"
            "app = QGuiApplication([]);"
            "app.primaryScreen().grabWindow(0).save(sys.argv[1])"
        )
        subprocess.run([sys.executable, "-c", code, str(path)], env=self.environ, check=True)


@contextmanager
def open_desktop(folder: Path, size: str = "1366x768") -> Iterator[Desktop]:
    """Give a desktop of `size`, and end all of it afterwards."""
    reading, writing = os.pipe()
    # Without `-noreset` the server begins anew, and turns others away, after its last client.
    where = ("-displayfd", str(writing), "-screen", "0", f"{size}x24")
    server = subprocess.Popen(
        ["Xvfb", *where, "-nolisten", "tcp", "-noreset"],
        pass_fds=(writing,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        desktop = Desktop(f":{pipe.readline().strip()}", folder)
    manager = subprocess.Popen(["openbox"], env=desktop.environ, stderr=subprocess.DEVNULL)
    try:
        yield desktop
    finally:
        for process in (manager, server):
            process.terminate()
            process.wait(PATIENCE)


class Matside:
    """The real program in a real window."""

    def __init__(
        self,
        desktop: Desktop,
        data: Path,
        words: Sequence[str] = (),
        program: Sequence[str] = ("-m", "matside"),
    ) -> None:
        self._desktop = desktop
        self.data = data
        self.process = subprocess.Popen(
            [sys.executable, *program, "--data", str(data), *words],
            env={**desktop.environ, COVERAGE: os.environ.get(COVERAGE, "")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.window = ""

    def wait_for_window(self) -> None:
        """Return when the window is on the screen and has the keyboard."""
        wait_until(self._has_window, "the window of Matside")
        wait_until(self._has_keyboard, "the keyboard for Matside")

    def title(self) -> str:
        """Return the title of the window."""
        return self._desktop.xdotool("getwindowname", self.window)

    def wait_for_title(self, is_it: Callable[[str], object], what: str) -> None:
        """Return as soon as the title of the window is what it should be."""
        wait_until(lambda: is_it(self.title()), what)

    def key(self, *names: str) -> None:
        """Press and release keys, as xdotool names them, one after the other."""
        self._desktop.xdotool("key", "--delay", "0", *names)

    def kill(self) -> None:
        """End the process at once, as a power cut does."""
        self.process.kill()
        self.process.communicate()

    def close(self) -> int:
        """Wait for the process to end by itself; return its exit code."""
        _, errors = self.process.communicate(timeout=PATIENCE)
        assert "Traceback" not in errors, errors
        return self.process.returncode

    def _has_window(self) -> bool:
        assert self.process.poll() is None, self.process.communicate()
        found = self._desktop.xdotool(
            "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "."
        )
        self.window = found.splitlines()[0] if found else ""
        return bool(self.window)

    def _has_keyboard(self) -> bool:
        self._desktop.xdotool("windowactivate", self.window)
        return self._desktop.xdotool("getactivewindow") == self.window


def shows_reps(title: str) -> bool:
    """Return whether `title` is that of a counted set: `8 reps Curl – Work`, `8 each side ...`."""
    return "Work" in title and any(words in title for words in (" reps ", " each side "))


def welcomed(data: Path) -> Path:
    """Return the folder `data` of somebody who has seen the welcome."""
    data.mkdir(parents=True, exist_ok=True)
    settings = data / "settings.yaml"
    if not settings.exists():
        settings.write_text("welcomed: true\n", encoding="utf-8")
    return data


@contextmanager
def running(
    desktop: Desktop, data: Path, *words: str, program: Sequence[str] = ("-m", "matside")
) -> Iterator[Matside]:
    """Give the program in a window that has the keyboard; kill it at the end if need be.

    `program` is what Python runs.
    """
    window = Matside(desktop, data, words, program)
    try:
        window.wait_for_window()
        yield window
    finally:
        if window.process.poll() is None:
            window.kill()


def run_matside(data: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of Matside to its end."""
    return subprocess.run(
        [sys.executable, "-m", "matside", *words, "--data", str(data)],
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def sessions_in(data: Path) -> Sequence[Mapping[str, Any]]:
    """Return what `history --json` prints of `data`, without a process of its own: tests poll."""
    with redirect_stdout(StringIO()) as printed:
        assert 0 == main(["history", "--json", "--data", str(data)])
    sessions: Sequence[Mapping[str, Any]] = json.loads(printed.getvalue())
    return sessions


def folder_with(tmp_path: Path, **settings: object) -> Path:
    """Return a data folder with `settings`; what JSON writes is YAML too."""
    data = tmp_path / "data"
    data.mkdir()
    text = json.dumps({"welcomed": True, **settings})
    (data / "settings.yaml").write_text(text, encoding="utf-8")
    return data
