"""What every test stands on: no screen, no sound, no bus and no home of the athlete's."""

import logging
import os
import tempfile
from collections.abc import Generator, Iterator

import pytest

from tests.support.processes import COVERAGE

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


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Let what a test without coverage starts be without it too."""
    told = os.environ.get(COVERAGE)
    if told is None or item.get_closest_marker("no_cover") is None:
        return (yield)
    del os.environ[COVERAGE]
    try:
        return (yield)
    finally:
        os.environ[COVERAGE] = told


class _Notes(logging.Handler):
    """Keeps which laws of a session a player has found broken."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.laws: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the law that `record` names, if it does."""
        if str(record.msg).startswith("The session breaks a law"):
            self.laws.append(str((record.args or ("",))[0]))


@pytest.fixture(autouse=True)
def broken_laws() -> Iterator[list[str]]:
    """Fail where a session has broken a law in the window; who breaks one takes it out again."""
    notes, player = _Notes(), logging.getLogger("matside.ui.session.player")
    player.addHandler(notes)
    yield notes.laws
    player.removeHandler(notes)
    assert [] == notes.laws
