"""Divides the screen of an X server into monitors, as if several were connected to it.

Each argument is a name and a place, `left=0,0,683,768`; a name without a place is unplugged.
"""

import ctypes
import sys


class Monitor(ctypes.Structure):
    """A monitor, as RandR 1.5 knows it."""

    _fields_ = (
        ("name", ctypes.c_ulong),
        ("primary", ctypes.c_int),
        ("automatic", ctypes.c_int),
        ("outputs_count", ctypes.c_int),
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("width_in_mm", ctypes.c_int),
        ("height_in_mm", ctypes.c_int),
        ("outputs", ctypes.c_void_p),
    )


class Resources(ctypes.Structure):
    """What RandR has, as far as the outputs."""

    _fields_ = (
        ("timestamp", ctypes.c_ulong),
        ("config_timestamp", ctypes.c_ulong),
        ("controllers_count", ctypes.c_int),
        ("controllers", ctypes.c_void_p),
        ("outputs_count", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


def main(words: list[str]) -> None:
    """Connect and unplug the monitors that `words` name; the first one has the real output."""
    x11, randr = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXrandr.so.2")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = x11.XInternAtom.restype = ctypes.c_ulong
    randr.XRRGetScreenResources.restype = ctypes.POINTER(Resources)
    display = ctypes.c_void_p(x11.XOpenDisplay(None))
    root = ctypes.c_ulong(x11.XDefaultRootWindow(display))
    resources = randr.XRRGetScreenResources(display, root).contents
    for word in words:
        name, _, place = word.partition("=")
        atom = ctypes.c_ulong(x11.XInternAtom(display, name.encode(), 0))
        if not place:
            randr.XRRDeleteMonitor(display, root, atom)
            continue
        first = place.startswith("0,")
        count = int(first)
        measures = map(int, place.split(","))
        monitor = Monitor(atom, count, 0, count, *measures, 300, 200)
        if first:
            monitor.outputs = ctypes.cast(resources.outputs, ctypes.c_void_p)
        randr.XRRSetMonitor(display, root, ctypes.byref(monitor))
    x11.XSync(display, 0)


if __name__ == "__main__":
    main(sys.argv[1:])
