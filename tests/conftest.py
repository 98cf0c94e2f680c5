"""What every test stands on: no screen, no sound, no bus and no home of the athlete's."""

import gc
import logging
import os
from collections.abc import Generator, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.bus import Bus
from tests.support.processes import COVERAGE
from tests.support.sound import SoundServer

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
    folder = TemporaryDirectory(prefix="matside-")
    config.add_cleanup(folder.cleanup)
    for name in _DESKTOP:
        os.environ.pop(name, None)
    os.environ.update(
        HOME=folder.name,
        LC_ALL="C.UTF-8",
        QT_QPA_PLATFORM="offscreen",
        XDG_RUNTIME_DIR=folder.name,
    )


def pytest_collection_finish() -> None:
    """Let the collector of garbage look no more at what is there before the first test."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None]:
    """Let garbage be collected, and what a test without coverage starts be without it too."""
    # A disk that never answered in the test before has kept the collector waiting.
    gc.enable()
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


@pytest.fixture
def runtime() -> Iterator[Path]:
    """Give a folder with a path that is short enough for sockets."""
    with TemporaryDirectory(prefix="matside-") as folder:
        yield Path(folder)


@pytest.fixture
def bus() -> Iterator[Bus]:
    """Give a message bus on which there is nothing yet."""
    with TemporaryDirectory(prefix="matside-") as folder, Bus(Path(folder)) as bus:
        yield bus


@pytest.fixture
def bare_sound_server() -> Iterator[SoundServer]:
    """Give a sound server without a device."""
    with TemporaryDirectory(prefix="matside-") as folder, SoundServer(Path(folder)) as server:
        yield server
