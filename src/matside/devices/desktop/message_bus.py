"""Checks whether the desktop's message bus answers, since Qt would wait for it for ever."""

import os
from collections.abc import Iterator, Mapping, MutableMapping
from enum import Enum

PATIENCE = 1.0
"""The maximum wait for the bus to answer, in seconds."""

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"

NO_BUS = "disabled:"
"""A bus address that every client rejects at once."""


class _Answer(Enum):
    """How a bus answers a greeting; a deaf one accepts the connection and stays silent."""

    GIVEN = "given"
    REFUSED = "refused"
    DEAF = "deaf"


def bus_answers(environ: Mapping[str, str], *, patience: float = PATIENCE) -> bool:
    """Return whether the bus of `environ` answers at a socket of this machine."""
    return any(_greeted(path, patience) is _Answer.GIVEN for path in _sockets(environ))


def leave_deaf_bus(environ: MutableMapping[str, str], *, patience: float = PATIENCE) -> None:
    """Replace the bus address in `environ` if the bus accepts connections but stays silent.

    A bus that refuses, answers, or is not reached through a local socket is left in place:
    clients notice at once whether it works.
    """
    if any(_greeted(path, patience) is _Answer.DEAF for path in _sockets(environ)):
        environ[ADDRESS] = NO_BUS


def _sockets(environ: Mapping[str, str]) -> Iterator[str]:
    """Yield the paths of the bus's sockets; an abstract one begins with a NUL."""
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
    if not path.startswith("\0") and not os.path.exists(path):  # noqa: PTH110 - as plain a look
        return _Answer.REFUSED
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
