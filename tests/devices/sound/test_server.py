"""Whether a sound server answers, and when it hangs up."""

import socket
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Thread

import pytest

from matside.devices.sound.server import ServerConnection, may_answer, open_sockets
from tests.support.desktop import PATIENCE


@pytest.fixture
def folder() -> Iterator[Path]:
    """Give a folder with a path that is short enough for sockets."""
    with TemporaryDirectory(prefix="matside-") as folder:
        yield Path(folder)


def listen(path: Path) -> socket.socket:
    """Return a server that listens at `path`, where callers queue up."""
    path.parent.mkdir(exist_ok=True)
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(path))
    server.listen(1)
    return server


@pytest.mark.parametrize("name", ["pulse/native", "pipewire-0"])
def test_a_server_that_listens_may_answer(folder: Path, name: str) -> None:
    """PulseAudio and PipeWire are found in the runtime folder."""
    environ = {"XDG_RUNTIME_DIR": str(folder)}
    assert not may_answer(environ)
    with listen(folder / name):
        assert may_answer(environ)


def test_a_socket_that_was_left_behind_is_no_server(folder: Path) -> None:
    """A server that has crashed leaves its socket, and nobody answers there."""
    listen(folder / "pipewire-0").close()

    assert (folder / "pipewire-0").exists()
    assert not may_answer({"XDG_RUNTIME_DIR": str(folder)})


def test_a_server_is_where_it_was_told_to_be(folder: Path) -> None:
    """PULSE_SERVER names the place, whatever is listening elsewhere."""
    environ = {"XDG_RUNTIME_DIR": str(folder), "PULSE_SERVER": f"unix:{folder}/other"}
    with listen(folder / "pipewire-0"):
        assert not may_answer(environ)
    with listen(folder / "other"):
        assert may_answer(environ)


def test_a_server_on_another_machine_may_always_answer() -> None:
    """Nobody can look there without waiting."""
    assert may_answer({"PULSE_SERVER": "tcp:studio.example:4713"})


def test_a_server_that_is_too_busy_is_there(folder: Path) -> None:
    """Looking at a server with a long queue of callers does not wait for it."""
    with listen(folder / "pipewire-0"):
        assert all(may_answer({"XDG_RUNTIME_DIR": str(folder)}) for _ in range(5))
        callers = [socket.socket(socket.AF_UNIX) for _ in range(5)]
        for caller in callers:
            caller.setblocking(False)
            caller.connect_ex(str(folder / "pipewire-0"))
        assert may_answer({"XDG_RUNTIME_DIR": str(folder)})
        for caller in callers:
            caller.close()


def test_a_line_ends_when_the_other_side_hangs_up() -> None:
    """It does not end before, even where this side has closed its socket."""
    before = open_sockets()
    ours, theirs = socket.socketpair()
    line = ServerConnection(open_sockets() - before - {theirs.fileno()})
    waiting = Thread(target=line.wait_for_end)
    waiting.start()
    ours.close()
    assert waiting.is_alive()

    theirs.close()
    waiting.join(PATIENCE)
    assert not waiting.is_alive()
