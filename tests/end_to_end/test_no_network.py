"""Matside never goes over the network: the kernel would end it at the first attempt."""

import ast
import platform
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import matside
from tests.end_to_end.test_whole_workout import press_through
from tests.support.bus import Bus
from tests.support.desktop import Desktop, running, sessions_in, welcomed
from tests.support.sound import SoundServer

UNCONNECTED = str(Path(__file__).parents[1] / "support" / "programs" / "unconnected.py")

LOCAL = {"QLocalServer", "QLocalSocket"}
"""What is used of Qt's network: the two ends of a local socket, for the one window of a folder."""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in ("x86_64", "aarch64"),
    reason="only Linux lets a process forbid itself something for good",
)


SHORT = """\
title: Short
blocks: [{kind: circuit, exercises: [{name: Plank, hold: 1}, {name: Jump, reps: 2}]}]
"""
"""A workout of two sets, one of them a hold."""


@pytest.fixture
def connected(desktop: Desktop, sounding: SoundServer, bus: Bus) -> Iterator[Desktop]:
    """Give the desktop with a sound server and a message bus."""
    del sounding
    name = "DBUS_SESSION_BUS_ADDRESS"
    desktop.environ[name] = bus.environ[name]
    yield desktop
    desktop.environ.pop(name)


def train(desktop: Desktop, data: Path, *words: str) -> int:
    """Do a workout in a process without a network; return how many sets were done."""
    program = (UNCONNECTED, "matside")
    with running(desktop, welcomed(data), *words, program=program) as window:
        window.key("space")
        press_through(window)
        window.key("ctrl+q")
        assert 0 == window.close()
    (session,) = sessions_in(data)
    return len(session["sets"])


def test_a_whole_workout_needs_no_network(connected: Desktop, tmp_path: Path) -> None:
    """All 33 sets are done with local sockets alone; as fast as this it is silent."""
    assert 33 == train(connected, tmp_path / "data", "--speed", "60")


def test_sound_and_voice_need_no_network(connected: Desktop, tmp_path: Path) -> None:
    """Two sets are done at their own speed, with chimes, the voice and the message bus."""
    data = tmp_path / "data"
    data.mkdir()
    lengths = ("get_ready", "between_exercises", "resume")
    settings = "".join(f"{name}: 3\n" for name in lengths)
    (data / "settings.yaml").write_text(f"welcomed: true\nmedia_keys: true\n{settings}")
    workout = tmp_path / "short.yaml"
    workout.write_text(SHORT)
    assert 2 == train(connected, data, str(workout))


@pytest.mark.parametrize("words", [("doctor",), ("history",), ("export", "--all", ".")])
def test_no_command_needs_the_network(words: tuple[str, ...], tmp_path: Path) -> None:
    """Not even the one that looks at the whole machine."""
    command = [sys.executable, UNCONNECTED, "matside", *words, "--data", str(tmp_path / "data")]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert 0 == done.returncode, done


@pytest.mark.parametrize(
    ("family", "code"), [("AF_INET", -signal.SIGSYS), ("AF_INET6", -signal.SIGSYS), ("AF_UNIX", 0)]
)
def test_the_kernel_ends_whoever_tries(tmp_path: Path, family: str, code: int) -> None:
    """The test of the workout would fail if a socket of the network were opened."""
    (tmp_path / "attempt.py").write_text(f"import socket\nsocket.socket(socket.{family})\n")
    done = subprocess.run(
        [sys.executable, UNCONNECTED, "attempt"],
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        check=False,
    )
    assert code == done.returncode


def used_of_network(folder: Path) -> Iterator[str]:
    """Yield what the modules in `folder` import of those of Qt that reach a network."""
    for module in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6."):
                part = str(node.module).removeprefix("PySide6.")
                if part.startswith(("QtNetwork", "QtWeb", "QtHttp", "QtRemote", "QtMqtt")):
                    yield from (name.name for name in node.names)


def test_nothing_is_used_of_qt_that_reaches_a_network() -> None:
    """The import contract sees no parts of Qt, so they are looked at here."""
    assert LOCAL == set(used_of_network(Path(matside.__file__).parent))
