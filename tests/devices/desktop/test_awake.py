"""The awake lock, on a private bus with a screen saver, a deaf one, and none."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory

import pytest

from tests.support.bus import Bus
from tests.support.processes import PROGRAMS

ATHLETE = PROGRAMS / "awake_athlete.py"


class Athlete:
    """Somebody who works the awake lock of a process of its own."""

    def __init__(self, process: Popen[str]) -> None:
        """Know the process."""
        self.process = process

    def ask(self, word: str) -> str:
        """Say `word` to it and return its answer."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{word}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()


@contextmanager
def athlete(environ: Mapping[str, str]) -> Iterator[Athlete]:
    """Start an athlete in `environ`; it ends when nobody talks to it any more."""
    command = [sys.executable, str(ATHLETE)]
    with Popen(command, env=dict(environ), stdin=PIPE, stdout=PIPE, text=True) as process:
        yield Athlete(process)


def test_the_screen_saver_is_held_back_and_let_go(bus: Bus) -> None:
    """Hold is one Inhibit and makes the lock held; release is its UnInhibit and ends it."""
    saver = bus.screen_saver()
    with athlete(bus.environ) as someone:
        assert "False" == someone.ask("held")
        someone.ask("hold")
        inhibit, client = saver.told().split()
        assert "Inhibit" == inhibit
        assert "True" == someone.ask("wait")
        assert "False" == someone.ask("release")
        assert f"UnInhibit {client}" == saver.told()


def test_what_is_made_ready_asks_for_nothing(bus: Bus) -> None:
    """The desktop is not asked before the first hold."""
    saver = bus.screen_saver()
    with athlete(bus.environ) as someone:
        assert "True" == someone.ask("make ready")
        assert "False" == someone.ask("held")
        someone.ask("hold")
        assert "True" == someone.ask("wait")
        assert "Inhibit" == saver.told().split()[0]
        someone.ask("release")
        assert "UnInhibit" == saver.told().split()[0]


def test_hold_and_release_twice_ask_once(bus: Bus) -> None:
    """A second hold and a second release change nothing, and a new hold asks anew."""
    saver = bus.screen_saver()
    with athlete(bus.environ) as someone:
        for word in ("release", "hold", "wait", "hold", "release", "release", "hold"):
            someone.ask(word)
        told = [saver.told().split()[0] for _ in range(4)]

    assert ["Inhibit", "UnInhibit", "gone", "Inhibit"] == told


def test_the_desktop_sees_a_killed_program_go(bus: Bus) -> None:
    """A program that is killed leaves the bus, which ends its hold."""
    saver = bus.screen_saver()
    with athlete(bus.environ) as someone:
        someone.ask("hold")
        client = saver.told().split()[1]
        someone.ask("wait")
        someone.process.kill()
        assert f"gone {client}" == saver.told()


def test_without_a_bus_nothing_is_held() -> None:
    """Where there is no desktop to ask, hold is quiet and the lock is not held."""
    with athlete(os.environ) as someone:
        someone.ask("hold")
        assert "False" == someone.ask("watch")


def test_a_broken_wakepy_is_no_fault(tmp_path: Path) -> None:
    """Where wakepy cannot be imported, hold raises nothing and the lock is not held."""
    (tmp_path / "wakepy.py").write_text("raise RuntimeError('broken')")
    paths = (str(tmp_path), os.environ.get("PYTHONPATH", ""))
    with athlete({**os.environ, "PYTHONPATH": os.pathsep.join(paths)}) as someone:
        someone.ask("hold")
        assert "False" == someone.ask("watch")
        someone.ask("hold")
        assert "False" == someone.ask("release")


@pytest.mark.real_time
def test_a_deaf_screen_saver_holds_nobody_up(bus: Bus) -> None:
    """Hold and release return at once though the desktop answers nothing."""
    saver = bus.screen_saver("--deaf")
    with athlete(bus.environ) as someone:
        assert float(someone.ask("hold")) < 0.5
        assert "Inhibit" == saver.told().split()[0]
        assert "False" == someone.ask("held")
        assert "False" == someone.ask("release")


def test_a_dead_bus_holds_nobody_up() -> None:
    """A bus that takes the connection and says nothing does not keep the program from ending."""
    with TemporaryDirectory(prefix="matside-") as folder, socket.socket(socket.AF_UNIX) as dead:
        dead.bind(f"{folder}/bus")
        dead.listen()
        address = {"DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus"}
        done = subprocess.run(
            [sys.executable, str(ATHLETE)],
            env={**os.environ, **address},
            input="hold\nheld\nrelease\n",
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )

    assert "False" == done.stdout.split()[1]
    assert "" == done.stderr
