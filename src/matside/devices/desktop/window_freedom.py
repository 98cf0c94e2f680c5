"""What the desktop lets a window do: Wayland places windows itself, and so do some others."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager

from matside.core.window_place import Freedom

_SUPPORTED, _ABOVE = b"_NET_SUPPORTED", b"_NET_WM_STATE_ABOVE"
_ATOM = 4
"""The type of a property that lists atoms."""

_MOST_ATOMS = 4096


def freedom_on(platform: str, display: str | None) -> Freedom:
    """Return what windows of Qt's `platform` may do; `display` names the X server, None its usual.

    On X the window manager says what it supports; where there is none, nothing stays on top.
    """
    if platform.startswith("wayland"):
        return Freedom(stays_on_top=False, is_placed=False)
    return Freedom(stays_on_top=platform != "xcb" or _keeps_windows_above(display))


def _keeps_windows_above(display: str | None) -> bool:
    try:
        x11 = _x11()
    except OSError:
        return True  # Qt has its own way to X
    with _connected(x11, display) as connection:
        if connection is None:
            return True
        atoms = {name: x11.XInternAtom(connection, name, False) for name in (_SUPPORTED, _ABOVE)}
        return atoms[_ABOVE] in _supported(x11, connection, atoms[_SUPPORTED])


def _x11() -> ctypes.CDLL:
    """Return the library of X, with the types of what is called here."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XCloseDisplay.argtypes = (ctypes.c_void_p,)
    x11.XDefaultRootWindow.argtypes = (ctypes.c_void_p,)
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
    x11.XInternAtom.restype = ctypes.c_ulong
    x11.XFree.argtypes = (ctypes.c_void_p,)
    x11.XGetWindowProperty.argtypes = (
        ctypes.c_void_p,
        ctypes.c_ulong,
        ctypes.c_ulong,
        ctypes.c_long,
        ctypes.c_long,
        ctypes.c_int,
        ctypes.c_ulong,
        ctypes.POINTER(ctypes.c_ulong),
        ctypes.POINTER(ctypes.c_int),
        ctypes.POINTER(ctypes.c_ulong),
        ctypes.POINTER(ctypes.c_ulong),
        ctypes.POINTER(ctypes.POINTER(ctypes.c_ulong)),
    )
    return x11


@contextmanager
def _connected(x11: ctypes.CDLL, display: str | None) -> Iterator[int | None]:
    """Give a connection to the X server `display`, None if there is none."""
    connection: int | None = x11.XOpenDisplay(None if display is None else display.encode())
    try:
        yield connection
    finally:
        if connection is not None:
            x11.XCloseDisplay(connection)


def _supported(x11: ctypes.CDLL, connection: int, supported: int) -> frozenset[int]:
    """Return the atoms that the root window lists as `supported`; none without a manager."""
    kind, form = ctypes.c_ulong(), ctypes.c_int()
    count, rest = ctypes.c_ulong(), ctypes.c_ulong()
    atoms = ctypes.POINTER(ctypes.c_ulong)()
    x11.XGetWindowProperty(
        connection,
        x11.XDefaultRootWindow(connection),
        supported,
        0,
        _MOST_ATOMS,
        False,
        _ATOM,
        ctypes.byref(kind),
        ctypes.byref(form),
        ctypes.byref(count),
        ctypes.byref(rest),
        ctypes.byref(atoms),
    )
    if not atoms:
        return frozenset()
    found = frozenset(atoms[place] for place in range(count.value))
    x11.XFree(atoms)
    return found
