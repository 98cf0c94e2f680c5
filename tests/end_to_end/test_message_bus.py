"""Without a message bus, or with one that says nothing, the workout runs all the same."""

import socket
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.support.desktop import Matside, open_desktop, welcomed


@pytest.mark.parametrize("bus", ["deaf", "gone"])
def test_the_window_opens_and_closes(tmp_path: Path, bus: str) -> None:
    """Nothing waits for the bus, neither at the start nor in a session nor at the end."""
    with TemporaryDirectory(prefix="matside-") as folder, socket.socket(socket.AF_UNIX) as deaf:
        deaf.bind(f"{folder}/deaf")
        deaf.listen()
        with open_desktop(Path(folder)) as desktop:
            desktop.environ["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={folder}/{bus}"
            program = Matside(desktop, welcomed(tmp_path), ("--start", "--speed", "20"))
            program.wait_for_window()
            program.wait_for_title(lambda title: "Work" in title, "the first hold")
            program.key("Escape")
            program.key("ctrl+q")
            assert 0 == program.close()
