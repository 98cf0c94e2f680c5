"""A desktop for the tests that use the program as an athlete does."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.desktop import Desktop, open_desktop
from tests.support.sound import SoundServer


@pytest.fixture(scope="session")
def desktop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desktop]:
    """Return a desktop of 1366x768."""
    with open_desktop(tmp_path_factory.mktemp("runtime")) as opened:
        yield opened


@pytest.fixture
def sounding(desktop: Desktop) -> Iterator[SoundServer]:
    """Give a sound server that the programs on the desktop play to."""
    with TemporaryDirectory(prefix="matside-") as folder, SoundServer(Path(folder)) as server:
        server.plug_in()
        desktop.environ["PULSE_SERVER"] = server.environ["PULSE_SERVER"]
        yield server
        del desktop.environ["PULSE_SERVER"]
