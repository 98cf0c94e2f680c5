"""Knows whether the desktop's message bus answers, before Qt waits for it without end."""

import os
from collections.abc import Iterator, Mapping, MutableMapping
from enum import Enum

PATIENCE = 1.0
"""How long the bus may take to answer, in seconds."""

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"

NO_BUS = "disabled:"
"""An address that every client of a bus gives up at once."""


class _Answer(Enum):
    """What a bus says when it is greeted; a deaf one takes the greeting and says nothing."""

    GIVEN = "given"
    REFUSED = "refused"
    DEAF = "deaf"


def bus_answers(environ: Mapping[str, str], *, patience: float = PATIENCE) -> bool:
    """Return whether the bus of `environ` answers at a socket of this machine."""
    return any(_greeted(path, patience) is _Answer.GIVEN for path in _sockets(environ))


def leave_deaf_bus(environ: MutableMapping[str, str], *, patience: float = PATIENCE) -> None:
    """Let nobody talk to the bus of `environ` where it takes connections and says nothing.

    A bus that refuses, that answers or that is reached otherwise than by a socket of this
    machine is left alone: everybody finds out about it at once.
    """
    if any(_greeted(path, patience) is _Answer.DEAF for path in _sockets(environ)):
        environ[ADDRESS] = NO_BUS


def _sockets(environ: Mapping[str, str]) -> Iterator[str]:
    """Give the paths of the bus's sockets; an abstract one begins with a NUL."""
    address = environ.get(ADDRESS, "")
    folder = environ.get("XDG_RUNTIME_DIR", "")
    if not address and folder:
        yield f"{folder}/bus"
    for way in address.split(";"):
        transport, _, rest = way.partition(":")
        keys = dict(pair.partition("=")[::2] for pair in rest.split(","))
        if transport == "unix" and "path" in keys:
            yield keys["path"]
        elif transport == "unix" and "abstract" in keys:
            yield f"\0{keys['abstract']}"


def _greeted(path: str, patience: float) -> _Answer:
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as bus:
        bus.settimeout(patience)
        try:
            bus.connect(path)
            bus.sendall(b"\0AUTH EXTERNAL %s\r\n" % str(os.getuid()).encode().hex().encode())
            return _Answer.GIVEN if bus.recv(1) else _Answer.REFUSED
        except TimeoutError:
            return _Answer.DEAF
        except OSError:
            return _Answer.REFUSED
