"""What every test of the window stands on: the letters that the screens are set in."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from matside.files.resources import resources
from matside.ui.drawing.lettering import load_fonts
from matside.ui.figures.film_decoder import FilmDecoder
from tests.support.films import decoding
from tests.support.patience import PatientQtBot


@pytest.fixture(scope="session", autouse=True)
def _letters(qapp: QApplication) -> None:  # noqa: ARG001 - Qt knows fonts from then on only
    """Make Barlow known to Qt."""
    load_fonts(resources() / "fonts")


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:  # noqa: ARG001 - it needs one
    """Return a bot that waits as long as it takes on a busy machine."""
    return PatientQtBot(request)


@pytest.fixture
def decoder(qtbot: QtBot) -> Iterator[FilmDecoder]:
    """Return a projector of the bundled films."""
    del qtbot
    with decoding() as made:
        yield made
