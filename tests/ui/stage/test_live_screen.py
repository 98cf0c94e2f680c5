"""A screen on which films move is at every moment what a full repaint would show."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from matside.core.workout.model import Side
from matside.ui.drawing.theme import DARK
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.figures.film_view import FilmView
from matside.ui.stage.stage import Stage
from tests.support.films import IDS, let_develop
from tests.support.situations import Situation
from tests.support.stages import all_situations, altered

# They paint the same again and again, and other tests paint it too.
pytestmark = pytest.mark.no_cover

SIZES = ((1366, 768), (800, 600), (683, 768))

CHANGES = ("rest-side", "reps-side", "paused-rest", "reps-side")
"""Through these situations each exercise goes on each side."""


class LiveScreen:
    """A stage on a screen whose pixels can be looked at as they are, painted or left."""

    def __init__(self, stage: Stage, decoder: FilmDecoder) -> None:
        self.stage = stage
        self._decoder = decoder

    @property
    def timer(self) -> QTimer:
        """What moves the film."""
        timer = self.stage.film.findChild(QTimer)
        assert timer is not None
        return timer

    def move(self, places: int) -> None:
        """Move the film on by `places` places, decoded or not, and paint what it asks for."""
        for _ in range(places):
            self.timer.stop()
            self.timer.timeout.emit()
            QApplication.processEvents()

    def stop(self) -> None:
        """Decode all that is due, and let nothing move."""
        self.timer.stop()
        let_develop(self._decoder)
        self.timer.stop()
        QApplication.processEvents()

    def pixels(self) -> QImage:
        """Return what the screen has."""
        screen = QGuiApplication.primaryScreen()
        image = screen.grabWindow(self.stage.winId()).toImage()
        return image.convertToFormat(QImage.Format.Format_RGB32)

    def repainted(self) -> QImage:
        """Return what it has after everything was painted once more."""
        for widget in (self.stage, *self.stage.findChildren(FilmView)):
            widget.update()
        QApplication.processEvents()
        return self.pixels()


@pytest.fixture
def screen(qtbot: QtBot, decoder: FilmDecoder) -> Iterator[LiveScreen]:
    """Return a stage of all films that is seen."""
    stage = Stage(DARK, decoder=decoder)
    stage.set_motion(floods=False, still=False)
    qtbot.addWidget(stage)
    stage.show()
    yield LiveScreen(stage, decoder)
    stage.hide()


def on_side(name: str, identity: str, side: Side) -> Situation:
    """Return the situation `name` with another exercise, on another side."""
    found = altered(all_situations()[name], id=identity, glance="Ribs down")
    shown = found.reading.shown
    turned = replace(shown, key=shown.key._replace(side=side))
    return replace(found, reading=replace(found.reading, shown=turned))


@pytest.mark.parametrize("place", range(len(SIZES)))
def test_nothing_stays_on_the_screen(screen: LiveScreen, place: int) -> None:
    """Through all exercises, on both sides, no px differs from a full repaint.

    Each size is tried with its share of the exercises.
    """
    screen.stage.resize(*SIZES[place])
    differing = []
    for identity in IDS[place :: len(SIZES)]:
        for side in (Side.LEFT, Side.RIGHT):
            for name in CHANGES:
                on_side(name, identity, side).tell(screen.stage)
                screen.move(5)
                screen.stop()
                if screen.pixels() != screen.repainted():
                    differing.append((identity, side, name))
    assert [] == differing


def test_nothing_stays_where_the_window_is_resized(screen: LiveScreen) -> None:
    """From size to size a film is scaled for a moment, then decoded anew, and leaves nothing."""
    on_side("reps-side", "chest-fly", Side.LEFT).tell(screen.stage)
    differing = []
    for size in (*SIZES, (1100, 640), *SIZES):
        screen.stage.resize(*size)
        screen.move(2)
        screen.stop()
        if screen.pixels() != screen.repainted():
            differing.append(size)
    assert [] == differing


def test_what_is_seen_is_the_film(screen: LiveScreen) -> None:
    """The pictures that are compared show something: each of its places looks otherwise."""
    screen.stage.resize(800, 600)
    on_side("reps-side", "chest-fly", Side.LEFT).tell(screen.stage)
    looks = []
    for _ in range(4):
        screen.stop()
        looks.append(screen.pixels())
        screen.move(3)
    assert all(one != other for place, one in enumerate(looks) for other in looks[:place])
