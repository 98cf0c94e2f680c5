"""Whether a sound server answers, and when it hangs up."""

import socket
from pathlib import Path
from threading import Thread

import pytest

from matside.devices.sound.server import ServerConnection, may_answer, open_sockets
from tests.support.desktop import PATIENCE


def listen(path: Path) -> socket.socket:
    """Return a server that listens at `path`, where callers queue up."""
    path.parent.mkdir(exist_ok=True)
    server = socket.socket(socket.AF_UNIX)
    server.bind(str(path))
    server.listen(1)
    return server


@pytest.mark.parametrize("name", ["pulse/native", "pipewire-0"])
def test_a_server_that_listens_may_answer(runtime: Path, name: str) -> None:
    """PulseAudio and PipeWire are found in the runtime runtime."""
    environ = {"XDG_RUNTIME_DIR": str(runtime)}
    assert not may_answer(environ)
    with listen(runtime / name):
        assert may_answer(environ)


def test_a_socket_that_was_left_behind_is_no_server(runtime: Path) -> None:
    """A server that has crashed leaves its socket, and nobody answers there."""
    listen(runtime / "pipewire-0").close()

    assert (runtime / "pipewire-0").exists()
    assert not may_answer({"XDG_RUNTIME_DIR": str(runtime)})


def test_a_server_is_where_it_was_told_to_be(runtime: Path) -> None:
    """PULSE_SERVER names the place, whatever is listening elsewhere."""
    environ = {"XDG_RUNTIME_DIR": str(runtime), "PULSE_SERVER": f"unix:{runtime}/other"}
    with listen(runtime / "pipewire-0"):
        assert not may_answer(environ)
    with listen(runtime / "other"):
        assert may_answer(environ)


def test_a_server_on_another_machine_may_always_answer() -> None:
    """Nobody can look there without waiting."""
    assert may_answer({"PULSE_SERVER": "tcp:studio.example:4713"})


def test_a_server_that_is_too_busy_is_there(runtime: Path) -> None:
    """Looking at a server with a long queue of callers does not wait for it."""
    with listen(runtime / "pipewire-0"):
        assert all(may_answer({"XDG_RUNTIME_DIR": str(runtime)}) for _ in range(5))
        callers = [socket.socket(socket.AF_UNIX) for _ in range(5)]
        for caller in callers:
            caller.setblocking(False)
            caller.connect_ex(str(runtime / "pipewire-0"))
        assert may_answer({"XDG_RUNTIME_DIR": str(runtime)})
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
