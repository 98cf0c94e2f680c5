"""The display that windows are asked about."""

from collections.abc import Iterator
from subprocess import DEVNULL, PIPE, Popen

import pytest


@pytest.fixture(scope="module")
def x_display() -> Iterator[str]:
    """Give the name of an X server without a window manager."""
    command = ["Xvfb", "-displayfd", "1", "-nolisten", "tcp"]
    with Popen(command, stdout=PIPE, stderr=DEVNULL) as server:
        assert server.stdout is not None
        yield f":{int(server.stdout.readline())}"
        server.terminate()
