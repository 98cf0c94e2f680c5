"""The media keys, on a real bus, on none, and on one that never answers."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from subprocess import DEVNULL, PIPE, Popen
from tempfile import TemporaryDirectory

import pytest

from tests.support.bus import Bus
from tests.support.desktop import wait_until
from tests.support.media import Remote
from tests.support.processes import PROGRAMS, Lines

SCRIPT = PROGRAMS / "media_player.py"


class Player:
    """A process that takes the media keys."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._process = Popen(
            [sys.executable, SCRIPT], env=dict(environ), stdin=PIPE, stdout=PIPE, text=True
        )
        self._lines = Lines(self._process)

    def do(self, errand: str) -> float:
        """Have `errand` done; return how many seconds it took."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{errand}\n")
        self._process.stdin.flush()
        return float(self.told(f"did {errand} in").split()[-1])

    def told(self, part: str) -> str:
        """Return the next line that contains `part`, when it is told."""
        return self._lines.next_with(part)

    def end(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()


@contextmanager
def player(environ: Mapping[str, str]) -> Iterator[Player]:
    """Give a process that takes the media keys once it is told to."""
    started = Player(environ)
    try:
        yield started
    finally:
        started.end()


@pytest.mark.parametrize(
    ("word", "act"),
    [
        ("play-pause", "PRESS"),
        ("play", "RESUME"),
        ("pause", "PAUSE"),
        ("stop", "ASK"),
        ("next", "NEXT"),
        ("previous", "BACK"),
    ],
)
def test_each_key_asks_for_its_act(bus: Bus, word: str, act: str) -> None:
    """What a media key means is what it means with the window in front."""
    with player(bus.environ) as playing:
        playing.do("tell Playing Curl")
        playing.do("listen")
        assert "checked None" == playing.told("checked")
        Remote(bus.environ).ask(word)
        assert f"asked {act}" == playing.told("asked")


def test_the_desktop_is_told_of_every_change(bus: Bus) -> None:
    """Who follows the player hears of it without asking again."""
    with player(bus.environ) as playing:
        playing.do("tell Playing Curl")
        playing.do("listen")
        playing.told("checked")
        command = ["playerctl", "--follow", "metadata", "--format", "{{status}} {{title}}"]
        with Popen(command, env=bus.environ, stdout=PIPE, stderr=DEVNULL, text=True) as follower:
            lines = Lines(follower)
            try:
                assert "Playing Curl" == lines.next_with()
                playing.do("tell Paused Curl")
                assert "Paused Curl" == lines.next_with()
                playing.do("tell Paused Fly")
                assert "Paused Fly" == lines.next_with()
            finally:
                follower.kill()


@pytest.mark.parametrize(("length", "position"), [(30_000, 7_000_000), (5_000, 5_000_000)])
def test_a_jump_is_told_with_the_position(bus: Bus, length: int, position: int) -> None:
    """Seven seconds, in microseconds; of a shorter track its end."""
    with player(bus.environ) as playing:
        playing.do(f"tell Playing Curl {length}")
        playing.do("listen")
        playing.told("checked")
        watching = ["dbus-monitor", "--session", "member='Seeked'"]
        with Popen(watching, env=bus.environ, stdout=PIPE, text=True) as monitor:
            lines = Lines(monitor)
            try:
                lines.next_with("NameLost")
                playing.do("jump")
                assert f"int64 {position}" == lines.next_with("int64")
            finally:
                monitor.kill()


def test_what_cannot_be_done_is_done_by_nobody(bus: Bus) -> None:
    """No media key seeks, opens or ends anything, and the window can be asked forward."""
    with player(bus.environ) as playing:
        playing.do("tell Playing Curl")
        playing.do("listen")
        playing.told("checked")
        calls = {
            "Player.Seek": ["int64:5"],
            "Player.SetPosition": ["objpath:/matside/step/3", "int64:5"],
            "Player.OpenUri": ["string:file:///x"],
            "Quit": [],
            "Raise": [],
        }
        for method, arguments in calls.items():
            call(bus, f"org.mpris.MediaPlayer2.{method}", *arguments)
        assert "raised" == playing.told("raised")


def call(bus: Bus, method: str, *arguments: str) -> None:
    """Call `method` of the player; raise where it is refused."""
    where = ("--dest=org.mpris.MediaPlayer2.matside", "/org/mpris/MediaPlayer2")
    subprocess.run(
        ["dbus-send", "--session", "--print-reply", *where, method, *arguments],
        env=bus.environ,
        check=True,
        capture_output=True,
        timeout=60,
    )


def test_keys_that_are_let_go_are_others(bus: Bus) -> None:
    """The name leaves the bus, and comes back when the keys are wanted again."""
    remote = Remote(bus.environ)
    with player(bus.environ) as playing:
        playing.do("listen")
        playing.told("checked")
        for _ in range(2):
            assert "Stopped" == remote.ask("status")
            playing.do("let go")
            assert [] == remote.players()
            playing.do("listen")
            wait_until(remote.players, "the name again")
            playing.do("tell Stopped")


def test_keys_are_had_as_soon_as_the_bus_gives_a_name() -> None:
    """A refusal leaves nothing behind that would keep the next try from them."""
    with TemporaryDirectory(prefix="matside-") as folder:
        names = "org.mpris.MediaPlayer2.matside"
        with Bus(Path(folder), refused=names) as bus, player(bus.environ) as playing:
            playing.do("listen")
            assert "checked NO_BUS" == playing.told("checked")
            bus.refuse_no_name()
            playing.do("let go")
            playing.do("listen")
            assert "checked None" == playing.told("checked")
            assert [names] == Remote(bus.environ).players()


def test_keys_are_had_again_on_a_bus_that_began_anew() -> None:
    """What is asked for anew is asked of the bus that is there, and not of the dead one."""
    with TemporaryDirectory(prefix="matside-") as folder, ExitStack() as running:
        with Bus(Path(folder)) as bus:
            playing = running.enter_context(player(bus.environ))
            playing.do("listen")
            assert "checked None" == playing.told("checked")
        with Bus(Path(folder)) as bus:
            playing.do("let go")
            playing.do("listen")
            wait_until(Remote(bus.environ).players, "the name again")


def test_without_a_bus_no_key_is_taken_and_it_says_so() -> None:
    """The program runs as without media keys; let go, it has nothing to say any more."""
    with TemporaryDirectory(prefix="matside-") as folder:
        environ = {**os.environ, "XDG_RUNTIME_DIR": folder}
        with player(environ) as playing:
            playing.do("listen")
            assert "checked NO_BUS" == playing.told("checked")
            playing.do("tell Playing Curl")
            playing.do("jump")
            playing.do("let go")


@pytest.mark.real_time
def test_a_bus_that_never_answers_holds_nobody_up() -> None:
    """The event loop goes on while the bus is waited for."""
    with TemporaryDirectory(prefix="matside-") as folder, socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(f"{folder}/bus")
        deaf.listen()
        environ = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={folder}/bus"}
        with player(environ) as playing:
            took = [playing.do("listen"), playing.do("jump")]
            assert "checked NO_BUS" == playing.told("checked")
    assert max(took) < 0.05


def test_without_qt_s_part_for_the_bus_no_key_is_taken(bus: Bus, tmp_path: Path) -> None:
    """Where it cannot be imported the rest of the program goes on."""
    blocker = "import sys; sys.modules['PySide6.QtDBus'] = None"
    (tmp_path / "sitecustomize.py").write_text(blocker)
    paths = ":".join(filter(None, [str(tmp_path), *sys.path]))
    with player({**bus.environ, "PYTHONPATH": paths}) as playing:
        playing.do("listen")
        assert "checked NO_LIBRARY" == playing.told("checked")
