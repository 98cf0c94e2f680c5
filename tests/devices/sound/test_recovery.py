"""Chimes come back whatever becomes of the sound server, its devices and the sound process."""

import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from matside.core.ports.devices import Chime
from tests.support.desktop import let_others_work, wait_until
from tests.support.holds import HOLD, REST, chimes_expected, chimes_in, holding, seconds_of
from tests.support.processes import PROGRAMS, is_running
from tests.support.sound import SoundServer, read_tape, sound_processes

pytestmark = pytest.mark.real_time

PLAYER = PROGRAMS / "chimes_player.py"

PATIENCE = 30.0
"""How long anything may take to be heard, in seconds."""

BACK = 3.0
"""The maximum time until chimes are heard again, in seconds."""

HOLDS = 5


@pytest.fixture(scope="module", autouse=True)
def tape(sound_server: SoundServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Tape a whole workout in real time, while the other tests here pass."""
    data = tmp_path_factory.mktemp("holds")
    tape = data / "tape"
    with sound_server.taping(tape), holding(sound_server.environ, data, HOLDS):
        yield tape


@contextmanager
def held_up(process: int) -> Iterator[None]:
    """Let `process` stand still."""
    os.kill(process, signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(process, signal.SIGCONT)


@contextmanager
def playing(server: SoundServer, chime: str = "go") -> Iterator[Popen[str]]:
    """Play `chime` over and over, as a window would."""
    command = [sys.executable, str(PLAYER), "--again", chime]
    with Popen(command, env=server.environ, stdout=PIPE, text=True) as player:
        try:
            yield player
        finally:
            player.kill()


def seconds_until_heard(server: SoundServer, name: str = "mat") -> float:
    """Return how long it takes until the device `name` is heard, recorder included."""
    began = time.monotonic()
    with server.listening(name) as listener:
        while time.monotonic() - began < PATIENCE:
            if listener.hear(0.1).bursts(gap=50):
                return time.monotonic() - began
    raise AssertionError("nothing was heard")


@pytest.fixture
def server(bare_sound_server: SoundServer) -> SoundServer:
    """Give a sound server of one's own with a device, to be killed."""
    bare_sound_server.plug_in()
    return bare_sound_server


def test_chimes_come_back_with_the_server(server: SoundServer) -> None:
    """They are heard within 3 s of the return of a server that died, without a restart."""
    with playing(server):
        seconds_until_heard(server)
        server.die()
        server.start()
        server.plug_in()
        assert seconds_until_heard(server) < BACK


def test_chimes_are_heard_when_the_first_server_starts(server: SoundServer) -> None:
    """A window that was opened without any sound server is heard as soon as there is one."""
    server.die()
    with playing(server) as player:
        assert player.stdout is not None
        assert "checked NO_DEVICE\n" == player.stdout.readline()
        server.start()
        server.plug_in()
        assert seconds_until_heard(server) < BACK


def test_chimes_follow_the_device_that_is_chosen(server: SoundServer) -> None:
    """Another default device is heard within 3 s, and goes on when the first is pulled out."""
    with playing(server):
        seconds_until_heard(server)
        server.plug_in("other")
        server.choose("other")
        assert seconds_until_heard(server, "other") < BACK
        server.pull_out()
        assert seconds_until_heard(server, "other") < BACK


def test_chimes_leave_a_device_that_goes(server: SoundServer) -> None:
    """Where the one that played is pulled out the other one is heard within 3 s."""
    server.plug_in("other")
    with playing(server):
        seconds_until_heard(server)
        server.pull_out()
        assert seconds_until_heard(server, "other") < BACK


def test_nothing_is_heard_late_or_twice(server: SoundServer) -> None:
    """Held up for more than a second, then killed, the process plays in time or not at all."""
    with server.listening() as listener:
        heard = listener.hear(0.5)
        with playing(server, "tick") as player:
            heard += listener.hear(2)
            (process,) = sound_processes(player.pid)
            asked = asked_until_silence(player)
            with held_up(process):
                let_others_work(1.3)
            heard += listener.hear(2.5)
            os.kill(process, signal.SIGKILL)
            heard += listener.hear(2)
            player.kill()
            asked += [ms_of(line) for line in player.stdout or () if "played" in line]

    onsets = [start for start, _ in heard.bursts(gap=50)]
    nearest = [
        min(asked, key=lambda ms: abs((ms - asked[0]) - (onset - onsets[0]))) for onset in onsets
    ]
    late = [
        (onset - onsets[0]) - (ms - asked[0]) for onset, ms in zip(onsets, nearest, strict=True)
    ]
    assert [0] * len(late) == pytest.approx(late, abs=150)
    assert len(set(nearest)) == len(nearest)
    assert len(asked) - 6 <= len(nearest) <= len(asked) - 2


def asked_until_silence(player: Popen[str]) -> list[float]:
    """Return when `player` played so far, in ms, at an instant when it does not."""
    assert player.stdout is not None
    asked: list[float] = []
    while not asked or 1000 * time.monotonic() - asked[-1] > 100:
        line = player.stdout.readline()
        asked += [ms_of(line)] if "played" in line else []
    let_others_work(0.3)
    return asked


def ms_of(line: str) -> float:
    """Return when the player played what it tells in `line`."""
    return 1000 * float(line.split()[2])


def test_a_killed_window_leaves_no_process_behind(server: SoundServer) -> None:
    """The sound process ends within 2 s of the window, however that ends."""
    with playing(server) as player:
        assert player.stdout is not None
        player.stdout.readline()
        (process,) = sound_processes(player.pid)
        player.kill()
        wait_until(lambda: not is_running(process), "the end of the sound process", 2)


def test_every_go_and_stop_of_a_workout_is_heard_in_order_and_none_twice(tape: Path) -> None:
    """Holds of 3 s with a second between: go, one tick and stop of each, each in time."""
    heard = chimes_in(read_tape(tape, seconds_of(HOLDS)))

    assert chimes_expected(HOLDS) == [chime for _, chime in heard]
    changes = [start for start, chime in heard if chime is not Chime.TICK]
    between = [after - before for before, after in pairwise(changes)]
    expected = [1000 * HOLD, *([1000 * REST, 1000 * HOLD] * (HOLDS - 1))]
    assert expected == pytest.approx(between, abs=60)
