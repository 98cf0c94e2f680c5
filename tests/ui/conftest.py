"""What every test of the window stands on: the letters that the screens are set in."""

import pytest
from PySide6.QtWidgets import QApplication

from matside.files.resources import resources
from matside.ui.lettering import load_fonts


@pytest.fixture(scope="session", autouse=True)
def _letters(qapp: QApplication) -> None:  # noqa: ARG001 - Qt knows fonts from then on only
    """Make Barlow known to Qt."""
    load_fonts(resources() / "fonts")
