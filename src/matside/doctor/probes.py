"""Probes for a process that may crash or hang: `python -m matside.doctor.probes PROBE`.

Qt ends its process if it finds no display, a sound server that never answers blocks it for half
a minute, and libraries may do anything. Each line that is printed is a JSON object with what has
been found so far.
"""

import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack

from matside.devices.desktop.libraries import (
    FOR_SOUND,
    FOR_WINDOW,
    lacking,
    pipewire_lacks_settings,
)


def say(**found: str) -> None:
    """Print what has been found at once, since the next step may crash."""
    print(json.dumps(found), flush=True)


def try_window() -> None:
    """Look for a display as the program does at its start, and connect to it."""
    from matside.devices.desktop.display import missing_display

    held = ExitStack()
    try:
        missing = missing_display(os.environ, held)
        from PySide6.QtWidgets import QApplication
    except ImportError as error:
        say(no_qt=str(error))
        _say_lacking(FOR_WINDOW)
        return
    if missing is not None:
        say(missing=missing.why.value, about=missing.detail)
        _say_lacking(FOR_WINDOW)
        return
    _leaves_deaf_bus()
    application = QApplication(["matside"])
    held.close()
    say(platform=application.platformName(), screens=str(len(application.screens())))


def try_sound() -> None:
    """Look for the device that would play sounds."""
    say(pipewire="bare" if pipewire_lacks_settings(os.environ) else "")
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError as error:
        say(missing=str(error))
        _say_lacking({**FOR_WINDOW, **FOR_SOUND})
        return
    from PySide6.QtCore import QCoreApplication

    from matside.devices.sound.server import may_answer

    application = QCoreApplication(["matside"])
    say(server="yes" if may_answer() else "no")
    say(device=QMediaDevices.defaultAudioOutput().description())
    application.quit()


def try_bus() -> None:
    """Look for the message bus of the desktop session, and keep the screen awake for a moment."""
    if _leaves_deaf_bus():
        say(bus="deaf")
        return
    from PySide6.QtDBus import QDBusConnection

    say(bus="yes" if QDBusConnection.sessionBus().isConnected() else "no")
    from wakepy import keep

    with keep.presenting(on_fail="pass") as lock:
        say(awake=(lock.method.name if lock.method else "") if lock.active else "")


PROBES: Mapping[str, Callable[[], None]] = {
    "window": try_window,
    "sound": try_sound,
    "bus": try_bus,
}


def _leaves_deaf_bus() -> bool:
    """Return whether the bus does not answer; if so, nothing in this process uses it."""
    from matside.devices.desktop.message_bus import ADDRESS, leave_deaf_bus

    before = os.environ.get(ADDRESS)
    leave_deaf_bus(os.environ)
    return os.environ.get(ADDRESS) != before


def _say_lacking(libraries: Mapping[str, str]) -> None:
    found = lacking(libraries)
    say(libraries=", ".join(found), packages=" ".join(sorted(set(found.values()))))


if __name__ == "__main__":
    PROBES[sys.argv[1]]()
