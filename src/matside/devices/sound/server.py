"""Finds out whether a sound server of Linux answers, and when it hangs up.

On other systems there is no such server: one is taken to be there, and never hangs up.
"""

import os
import select
import socket
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

BY_PULSEAUDIO: Mapping[str, str] = {"QT_AUDIO_BACKEND": "pulseaudio"}
"""The environment that makes Qt use PulseAudio; from 6.12 on it tries PipeWire first.

PipeWire's library ends its process if it is installed without its settings.
"""

_DESCRIPTORS = Path("/proc/self/fd")


def has_servers() -> bool:
    """Return whether this system has sound servers that can be checked."""
    return _DESCRIPTORS.exists()


def may_answer(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether a sound server listens, or may listen where that cannot be checked.

    Never blocks. It connects, since some systems start the server only at the first connection.
    """
    if not has_servers():
        return True
    addresses = tuple(_addresses(environ))
    return not addresses or any(map(_listens, addresses))


def open_sockets() -> frozenset[int]:
    """Return the file descriptors of this process's open sockets, none if they are hidden."""
    if not has_servers():
        return frozenset()
    return frozenset(filter(_is_socket, [int(entry.name) for entry in _DESCRIPTORS.iterdir()]))


class ServerConnection:
    """The connection to a sound server: its sockets, kept open to notice when they close."""

    def __init__(self, sockets: Iterable[int]) -> None:
        """Duplicate `sockets`, so that they stay open if others close them."""
        self._kept = [os.dup(number) for number in sockets]

    def wait_for_end(self) -> None:
        """Block until the server has hung up; for ever if there is no socket."""
        ends = select.poll()
        for number in self._kept:
            # Polled for no event, a socket still reports that its other end has closed.
            ends.register(number, 0)
        ends.poll()


def _addresses(environ: Mapping[str, str]) -> Iterator[str]:
    """Yield the paths on which a server may listen; none if it is on another machine."""
    told = environ.get("PULSE_SERVER", "")
    if told:
        paths = (word for word in told.split() if word.startswith(("unix:", "/")))
        yield from (word.removeprefix("unix:") for word in paths)
        return
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    yield f"{environ.get('PULSE_RUNTIME_PATH', f'{runtime}/pulse')}/native"
    yield f"{environ.get('PIPEWIRE_RUNTIME_DIR', runtime)}/pipewire-0"
    yield "/run/pulse/native"


def _listens(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as caller:
        caller.setblocking(False)
        try:
            caller.connect(path)
        except BlockingIOError:  # the server's queue of connections is full: it is there
            return True
        except OSError:
            return False
    return True


def _is_socket(number: int) -> bool:
    with suppress(OSError):
        return stat.S_ISSOCK(os.fstat(number).st_mode)
    return False
