"""Knows whether the desktop's message bus answers, before Qt waits for it without end."""

import os
from collections.abc import Mapping, MutableMapping

PATIENCE = 1.0
"""How long the bus may take to answer, in seconds."""

ADDRESS = "DBUS_SESSION_BUS_ADDRESS"

NO_BUS = "disabled:"
"""An address that every client of a bus gives up at once."""


def leave_deaf_bus(environ: MutableMapping[str, str], *, patience: float = PATIENCE) -> None:
    """Let nobody talk to the bus of `environ` where it takes connections and says nothing.

    A bus that refuses, that answers or that is reached otherwise than by a socket of this
    machine is left alone: everybody finds out about it at once.
    """
    if (path := _socket_of(environ)) and not _answers(path, patience):
        environ[ADDRESS] = NO_BUS


def _socket_of(environ: Mapping[str, str]) -> str | None:
    """Return the path of the bus's socket, which begins with a NUL if it is an abstract one."""
    address = environ.get(ADDRESS, "")
    if not address:
        folder = environ.get("XDG_RUNTIME_DIR", "")
        return f"{folder}/bus" if folder else None
    transport, _, rest = address.partition(";")[0].partition(":")
    keys = dict(part.partition("=")[::2] for part in rest.split(","))
    if transport != "unix":
        return None
    return keys.get("path") or (f"\0{keys['abstract']}" if "abstract" in keys else None)


def _answers(path: str, patience: float) -> bool:
    import socket

    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as bus:
        bus.settimeout(patience)
        try:
            bus.connect(path)
            bus.sendall(b"\0AUTH EXTERNAL %s\r\n" % str(os.getuid()).encode().hex().encode())
            bus.recv(1)
        except TimeoutError:
            return False
        except OSError:
            return True
    return True
