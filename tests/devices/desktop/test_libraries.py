"""The libraries of the system are known by the packages that have them."""

import runpy
import sys
from pathlib import Path

import pytest

from matside.devices.desktop.libraries import FOR_SOUND, FOR_WINDOW, lacking

SETUP = Path(__file__).parents[3] / "tools" / "setup.py"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux is looked at")


def test_what_is_missing_is_told_with_its_package() -> None:
    """What loads is not told."""
    libraries = {"libc.so.6": "libc6", "libabacus.so.1": "libabacus1"}

    assert {"libabacus.so.1": "libabacus1"} == lacking(libraries)


def test_the_set_up_installs_the_same_libraries() -> None:
    """What it installs is all that the program may find lacking."""
    assert runpy.run_path(str(SETUP))["LIBRARIES"] == {**FOR_WINDOW, **FOR_SOUND}
