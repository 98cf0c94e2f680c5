"""The machines that are examined: each is an environment for programs."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.bus import Bus
from tests.support.sound import SoundServer


@pytest.fixture
def bare() -> dict[str, str]:
    """Return the environment of a machine without desktop, bus and sound server."""
    return {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}


@pytest.fixture
def runtime() -> Iterator[Path]:
    """Give a folder with a path that is short enough for sockets."""
    with TemporaryDirectory(prefix="matside-") as folder:
        yield Path(folder)


@pytest.fixture
def bus(runtime: Path) -> Iterator[Bus]:
    """Give a message bus on which there is nothing yet."""
    with Bus(runtime) as bus:
        yield bus


@pytest.fixture
def sound_server() -> Iterator[SoundServer]:
    """Give a sound server without a device."""
    with TemporaryDirectory(prefix="matside-") as folder, SoundServer(Path(folder)) as server:
        yield server
