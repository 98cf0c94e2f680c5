"""The libraries of the system are known by the packages that have them."""

import sys

import pytest

from matside.devices.desktop.libraries import lacking

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux is looked at")


def test_what_is_missing_is_told_with_its_package() -> None:
    """What loads is not told."""
    libraries = {"libc.so.6": "libc6", "libabacus.so.1": "libabacus1"}

    assert {"libabacus.so.1": "libabacus1"} == lacking(libraries)
