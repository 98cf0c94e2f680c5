"""Runs a module as Python does, in a process that dies if it, or a child, opens a socket.

Local sockets, which lead to other programs of the machine, are the only ones that it may open.
"""

import ctypes
import platform
import runpy
import socket
import struct
import sys

CALLS = {"x86_64": 41, "aarch64": 198}
"""The number by which a program asks Linux for a socket, for each kind of processor."""

NO_NEW_PRIVILEGES, SET_FILTER, FILTER_MODE = 38, 22, 2
LOAD, EQUAL, RETURN = 0x20, 0x15, 0x06
ALLOW, KILL = 0x7FFF0000, 0x80000000
CALL, FIRST_ARGUMENT = 0, 16
"""Where the number of the call and its first argument lie in what the filter is shown."""


class Program(ctypes.Structure):
    """A filter as the kernel takes it."""

    _fields_ = (("length", ctypes.c_ushort), ("rules", ctypes.c_void_p))


def forbid_sockets() -> None:
    """Let the kernel kill this process when it asks for a socket that is not local."""
    call = CALLS[platform.machine()]
    rules = (
        (LOAD, 0, 0, CALL),
        (EQUAL, 0, 3, call),
        (LOAD, 0, 0, FIRST_ARGUMENT),
        (EQUAL, 1, 0, socket.AF_UNIX),
        (RETURN, 0, 0, KILL),
        (RETURN, 0, 0, ALLOW),
    )
    content = b"".join(struct.pack("<HBBI", *rule) for rule in rules)
    kept = ctypes.create_string_buffer(content, len(content))
    program = Program(len(rules), ctypes.cast(kept, ctypes.c_void_p))
    system = ctypes.CDLL(None, use_errno=True)
    for words in (
        (NO_NEW_PRIVILEGES, 1, 0, 0, 0),
        (SET_FILTER, FILTER_MODE, ctypes.byref(program), 0, 0),
    ):
        if system.prctl(*words) != 0:
            raise OSError(ctypes.get_errno(), "the kernel takes no filter")


def main() -> None:
    """Forbid sockets, then run the module that the first word names with the other words."""
    forbid_sockets()
    sys.argv = sys.argv[1:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


main()
