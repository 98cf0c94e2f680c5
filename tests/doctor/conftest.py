"""The machines that are examined: each is an environment for programs."""

import os

import pytest


@pytest.fixture
def bare() -> dict[str, str]:
    """Return the environment of a machine without desktop, bus and sound server."""
    return {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
