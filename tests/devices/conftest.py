"""The private servers that the devices are tried on."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.patience import PatientQtBot
from tests.support.sound import SoundServer


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:  # noqa: ARG001 - it needs one
    """Return a bot that waits as long as it takes on a busy machine."""
    return PatientQtBot(request)


@pytest.fixture(scope="module")
def sound_server() -> Iterator[SoundServer]:
    """Give a sound server with a device that nobody hears but the test."""
    with (
        TemporaryDirectory(prefix="matside-") as folder,
        SoundServer(Path(folder)) as server,
    ):
        server.plug_in()
        yield server
