"""Films, a projector that finds them, and what lets tests wait for their pictures."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from matside.core.figures.film import FindReel, Reel
from matside.core.settings import Body
from matside.files.films import FilmLibrary
from matside.files.resources import bundled_exercises, bundled_films
from matside.files.workouts.catalogue import Catalogue
from matside.ui.figures.film_decoder import ROOM, FilmDecoder

IDS = Catalogue([bundled_exercises()]).ids()
"""The exercises that come with Matside."""


@cache
def shelf() -> FilmLibrary:
    """Return the shelf of the bundled films."""
    return FilmLibrary(bundled_films(), Catalogue([bundled_exercises()]))


def bundled(identity: str) -> Reel:
    """Return the bundled reel of the exercise with an id."""
    reel = find_bundled(identity)
    assert reel is not None
    return reel


def find_bundled(identity: str) -> Reel | None:
    """Return the bundled reel of the exercise with an id, None where there is none."""
    return shelf().reel(identity, Body.MAN)


@contextmanager
def decoding(find: FindReel = find_bundled, room: int = ROOM) -> Iterator[FilmDecoder]:
    """Give a projector of the films that `find` finds, and close it."""
    decoder = FilmDecoder(find, room)
    try:
        yield decoder
    finally:
        decoder.close()


def let_develop(decoder: FilmDecoder) -> None:
    """Let the event loop run until everything that is wanted is decoded."""
    QApplication.processEvents()
    while not decoder.is_idle:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
