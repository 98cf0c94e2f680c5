"""Still pictures of exercises get ready while nobody waits for them."""

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from matside.core.workout.model import Exercise, Hold
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.figures.thumbnails import Thumbnails
from tests.support.films import let_develop

SIZE = QSizeF(120, 90)
CURL = Exercise("Curl", Hold(30), id="hammer-curl")
FLY = Exercise("Fly", Hold(30), id="chest-fly")


def painted(pictures: Thumbnails, exercise: Exercise) -> int:
    """Return how many px of the picture of `exercise` are covered."""
    image = QImage(SIZE.toSize(), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    pictures.paint(painter, exercise, SIZE, 1.0)
    painter.end()
    across, down = range(image.width()), range(image.height())
    return sum(image.pixelColor(x, y).alpha() > 0 for x in across for y in down)


def test_a_picture_gets_ready_later(qtbot: QtBot, decoder: FilmDecoder) -> None:
    """At first its place is empty; it is told when it can be painted."""
    pictures = Thumbnails(decoder)
    assert 0 == painted(pictures, CURL)
    with qtbot.waitSignal(pictures.grown, timeout=20_000):
        assert not pictures.is_ready
    assert pictures.is_ready
    assert painted(pictures, CURL) > 500


def test_all_pictures_that_are_wanted_get_ready(decoder: FilmDecoder) -> None:
    """Who asks for two gets both."""
    pictures = Thumbnails(decoder)
    for exercise in (CURL, FLY):
        painted(pictures, exercise)
    let_develop(decoder)
    assert pictures.is_ready
    assert painted(pictures, CURL) != painted(pictures, FLY)


def test_pictures_that_nobody_sees_are_not_decoded(decoder: FilmDecoder) -> None:
    """A page that is hidden asks for nothing until it is seen again."""
    pictures = Thumbnails(decoder)
    for exercise in (CURL, FLY):
        painted(pictures, exercise)
    pictures.rest()
    let_develop(decoder)
    assert 0 == painted(pictures, FLY)


def test_without_a_film_there_is_no_picture(decoder: FilmDecoder) -> None:
    """A move that a workout writes out, or the catalogue does not know, has none."""
    pictures = Thumbnails(decoder)
    for identity in (None, "plunk"):
        bare = Exercise("Plank", Hold(30), id=identity)
        assert not pictures.has(bare)
        assert 0 == painted(pictures, bare)
    assert pictures.has(CURL)
    assert pictures.is_ready
