"""Knows where sound servers of Linux listen, whether one answers, and when it hangs up.

Elsewhere there is no such server: it always may be there, and never hangs up.
"""

import os
import select
import socket
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

BY_PULSEAUDIO: Mapping[str, str] = {"QT_AUDIO_BACKEND": "pulseaudio"}
"""What has Qt play without PipeWire, which it asks first from 6.12 on.

PipeWire's library ends the process that asks it, where it came without its settings.
"""

_DESCRIPTORS = Path("/proc/self/fd")


def has_servers() -> bool:
    """Return whether this is a system whose sound servers are known here."""
    return _DESCRIPTORS.exists()


def may_answer(environ: Mapping[str, str] = os.environ) -> bool:
    """Return whether a sound server listens, or may do so where nobody can look.

    Never waits. Systems start a server that is asked for only when somebody connects; so
    this does, as every program does that is to be heard.
    """
    if not has_servers():
        return True
    addresses = tuple(_addresses(environ))
    return not addresses or any(map(_listens, addresses))


def open_sockets() -> frozenset[int]:
    """Return the numbers of the sockets that this process has open, none where they are hidden."""
    if not has_servers():
        return frozenset()
    return frozenset(filter(_is_socket, [int(entry.name) for entry in _DESCRIPTORS.iterdir()]))


class ServerConnection:
    """The connection to a sound server: some sockets, kept open to learn of their end."""

    def __init__(self, sockets: Iterable[int]) -> None:
        """Hold on to `sockets`, whoever closes them."""
        self._kept = [os.dup(number) for number in sockets]

    def wait_for_end(self) -> None:
        """Return when the server has hung up; never, where there is no socket."""
        ends = select.poll()
        for number in self._kept:
            # Asked for nothing, a socket still tells that its other end is closed.
            ends.register(number, 0)
        ends.poll()


def _addresses(environ: Mapping[str, str]) -> Iterator[str]:
    """Give the paths on which a server may listen; none where it is on another machine."""
    told = environ.get("PULSE_SERVER", "")
    if told:
        yield from (word.removeprefix("unix:") for word in told.split() if _is_path(word))
        return
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    yield f"{environ.get('PULSE_RUNTIME_PATH', f'{runtime}/pulse')}/native"
    yield f"{environ.get('PIPEWIRE_RUNTIME_DIR', runtime)}/pipewire-0"
    yield "/run/pulse/native"


def _is_path(word: str) -> bool:
    return word.startswith(("unix:", "/"))


def _listens(path: str) -> bool:
    with socket.socket(socket.AF_UNIX) as caller:
        caller.setblocking(False)
        try:
            caller.connect(path)
        except BlockingIOError:  # so many callers wait that the server has yet to look at us
            return True
        except OSError:
            return False
    return True


def _is_socket(number: int) -> bool:
    with suppress(OSError):
        return stat.S_ISSOCK(os.fstat(number).st_mode)
    return False
