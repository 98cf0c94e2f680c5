"""What every test stands on: no screen, no sound, no bus and no home of the athlete's."""

import os
import tempfile

import pytest

# Where a program finds the desktop of whoever runs the tests.
_DESKTOP = (
    "DBUS_SESSION_BUS_ADDRESS",
    "DISPLAY",
    "PULSE_SERVER",
    "WAYLAND_DISPLAY",
    "XAUTHORITY",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "XDG_STATE_HOME",
)


def pytest_configure(config: pytest.Config) -> None:
    """Give the tests, and what they start, an environment that is the same everywhere."""
    folder = tempfile.TemporaryDirectory(prefix="matside-")
    config.add_cleanup(folder.cleanup)
    for name in _DESKTOP:
        os.environ.pop(name, None)
    os.environ.update(
        HOME=folder.name,
        LC_ALL="C.UTF-8",
        QT_QPA_PLATFORM="offscreen",
        XDG_RUNTIME_DIR=folder.name,
    )
