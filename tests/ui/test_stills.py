"""Still pictures are painted while nobody waits for them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from figure.figures import catalogue
from matside.core.workout import Exercise
from matside.figure.palette import DARK
from matside.ui.stills import Stills

SIZE = QSize(120, 90)


@pytest.fixture
def stills(qtbot: QtBot) -> Stills:
    """Stills of the bundled exercises."""
    del qtbot
    made = Stills(catalogue().figure, DARK)
    made.wake()
    return made


def exercise(identity: str) -> Exercise:
    """Return the bundled exercise of that id."""
    found = catalogue().exercise(identity)
    assert isinstance(found, Exercise)
    return found


def test_a_picture_gets_ready_later(qtbot: QtBot, stills: Stills) -> None:
    """Who asks first is told when the picture is there, and finds it then."""
    assert stills.picture(exercise("chest-fly"), SIZE) is None
    with qtbot.waitSignal(stills.grown, timeout=20_000):
        assert not stills.is_ready
    picture = stills.picture(exercise("chest-fly"), SIZE)
    assert picture is not None
    assert SIZE == picture.size()
    assert stills.is_ready


def test_all_pictures_that_are_wanted_get_ready(qtbot: QtBot, stills: Stills) -> None:
    """Several wait in line, each is its own."""
    names = ("chest-fly", "hammer-curl")
    for name in names:
        stills.picture(exercise(name), SIZE)
    qtbot.waitUntil(lambda: stills.is_ready, timeout=20_000)
    first, second = (stills.picture(exercise(name), SIZE) for name in names)
    assert first is not None
    assert second is not None
    assert first.toImage() != second.toImage()


def test_without_a_figure_there_is_no_picture(stills: Stills) -> None:
    """A move that a workout writes out is not waited for."""
    bare = replace(exercise("chest-fly"), id=None)
    assert not stills.has(bare)
    assert stills.picture(bare, SIZE) is None
    assert stills.is_ready
