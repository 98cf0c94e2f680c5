"""The chimes, on a real sound server and without one."""

import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from subprocess import PIPE, Popen
from tempfile import TemporaryDirectory

import pytest

from matside.core.ports.devices import Chime
from matside.core.speech.schedule import CHIME_LENGTHS
from matside.devices.sound.chimes import SilentChimes
from tests.support.processes import PROGRAMS
from tests.support.sound import Recording, SoundServer, read_recording

SOUNDS = Path(__file__).parents[3] / "resources" / "sounds"
PLAYER = PROGRAMS / "chimes_player.py"
ERRANDS = ("go", "tick", "stop", "30", "go")
"""What the player plays: at the end a go again, at 30 % of the volume."""


class Played:
    """What a player told, and what was heard of it."""

    def __init__(self, lines: list[str], recording: Recording) -> None:
        """Know both."""
        self.recording = recording
        self.starts = [1000 * float(line.split()[2]) for line in lines if "played" in line]
        self.bursts = recording.bursts(gap=50)

    def heard(self, place: int) -> Recording:
        """Return what was heard of the chime played at `place`."""
        return self.recording.between(*self.bursts[place])


@pytest.fixture(scope="module")
def played(sound_server: SoundServer) -> Played:
    """Play the errands on a real sound server, and listen from 2 s before the first."""
    with sound_server.listening() as listener:
        listener.hear(2)
        command = [sys.executable, PLAYER, *ERRANDS]
        with Popen(command, env=sound_server.environ, stdout=PIPE, text=True) as player:
            recording = listener.hear_until(lambda: player.poll() is not None)
            lines, _ = player.communicate(timeout=60)
    assert 0 == player.returncode
    return Played(lines.splitlines(), recording)


@pytest.mark.real_time
def test_every_chime_is_heard_once_in_order(played: Played) -> None:
    """What is played is heard: as many sounds, each with its length and frequency."""
    assert [400, 120, 400, 400] == pytest.approx([b - a for a, b in played.bursts], abs=40)
    assert [1320, 660, 1320] == pytest.approx(
        [played.heard(place).frequency() for place in (0, 1, 3)], abs=10
    )


@pytest.mark.real_time
def test_stop_is_heard_falling(played: Played) -> None:
    """The stop sound begins high and ends low."""
    stop = played.heard(2)

    assert [1320, 660] == pytest.approx(
        [stop.between(20, 130).frequency(), stop.between(180, 380).frequency()], abs=10
    )


@pytest.mark.real_time
def test_chimes_are_heard_when_they_are_played(played: Played) -> None:
    """The times between two onsets are those between the calls."""
    asked = [b - a for a, b in pairwise(played.starts)]
    heard = [b[0] - a[0] for a, b in pairwise(played.bursts)]

    assert asked == pytest.approx(heard, abs=60)


@pytest.mark.real_time
def test_a_lower_volume_is_heard_softer(played: Played) -> None:
    """At 30 % a chime still sounds, at least 12 dB below full volume, once the change is heard."""
    full, low = (played.heard(place).between(100, 380).peak for place in (0, 3))

    assert -9 == pytest.approx(full, abs=1)
    assert full - 40 < low < full - 12


def run_player(environ: Mapping[str, str], *prelude: str) -> list[str]:
    """Let the player play a go without a recorder; return what it told."""
    command = [sys.executable, *prelude, str(PLAYER), "go"]
    done = subprocess.run(
        command, env=dict(environ), capture_output=True, text=True, timeout=60, check=True
    )
    return done.stdout.splitlines()


@pytest.fixture
def lonely(sound_server: SoundServer) -> Iterator[dict[str, str]]:
    """Give an environment whose sound server is not there."""
    with TemporaryDirectory(prefix="matside-") as folder:
        yield {
            **sound_server.environ,
            "PULSE_SERVER": f"unix:{folder}/native",
            "XDG_RUNTIME_DIR": folder,
        }


@pytest.mark.real_time
def test_without_a_device_chimes_are_silent_and_say_so(lonely: dict[str, str]) -> None:
    """No sound server is no fault of the program: play returns at once, the reason is known."""
    told = run_player(lonely)

    (played,) = (line for line in told if line.startswith("played"))
    assert {"checked NO_DEVICE"} == {*told} - {played}
    assert float(played.split()[3]) < 0.1


def test_without_the_sound_library_chimes_are_silent_and_say_so(
    lonely: dict[str, str], tmp_path: Path
) -> None:
    """Where Qt's part for sound cannot be imported the rest of the program goes on."""
    blocker = "import sys; sys.modules['PySide6.QtMultimedia'] = None"
    (tmp_path / "sitecustomize.py").write_text(blocker)
    paths = [str(tmp_path), *sys.path]

    told = run_player({**lonely, "PYTHONPATH": ":".join(filter(None, paths))})

    assert "checked NO_LIBRARY" == told[0]


@pytest.mark.real_time
def test_a_device_that_is_plugged_in_later_is_heard(bare_sound_server: SoundServer) -> None:
    """Chimes are heard from when there is a device, and again when it was away for a while."""
    server = bare_sound_server
    command = [sys.executable, str(PLAYER), "--again", "go"]
    with Popen(command, env=server.environ, stdout=PIPE, text=True) as player:
        try:
            assert player.stdout is not None
            assert "checked NO_DEVICE\n" == player.stdout.readline()
            server.plug_in()
            assert is_heard(server)
            server.pull_out()
            server.plug_in()
            assert is_heard(server)
        finally:
            player.kill()


def is_heard(server: SoundServer) -> bool:
    """Return whether anything is played within 10 s."""
    with server.listening() as listener:
        return any(listener.hear(0.5).bursts(gap=50) for _ in range(20))


HASTY = """
import time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from matside.core.ports.devices import Chime
from matside.devices.sound.chimes import QtChimes
from matside.devices.sound.clips import Clips

app = QGuiApplication([])
before = time.monotonic()
chimes = QtChimes(Path("."), Clips(time.monotonic_ns))
chimes.play(Chime.GO)
chimes.set_volume(50)
QTimer.singleShot(300, app.quit)
app.exec()
print(time.monotonic() - before, chimes.fault)
"""


def test_a_sound_server_that_never_answers_holds_nobody_up(lonely: dict[str, str]) -> None:
    """The window opens, plays silence and closes as if there were no such server."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(lonely["PULSE_SERVER"].removeprefix("unix:"))
        server.listen()
        done = subprocess.run(
            [sys.executable, "-c", HASTY],
            env=lonely,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )

    seconds, fault = done.stdout.split()
    assert float(seconds) < 20
    assert "None" == fault


def test_silent_chimes_take_every_call() -> None:
    """The silent twin plays any chime at any volume, and nothing happens."""
    chimes = SilentChimes()

    for chime in Chime:
        chimes.set_volume(100)
        chimes.play(chime)


def test_the_core_knows_how_long_each_chime_is_heard() -> None:
    """The voice waits for the end of a chime, which is that of its file."""
    for chime, length in CHIME_LENGTHS.items():
        if length:
            assert length == round(read_recording(SOUNDS / f"{chime.value}.wav").ms)
    assert set(Chime) == set(CHIME_LENGTHS)
