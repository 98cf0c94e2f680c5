"""The page about Matside tells its care, its credits and its licences."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from matside.core.workout.model import Workout
from matside.ui.about.about_page import AboutPage
from matside.ui.drawing.theme import DARK
from tests.support.pages import in_sizes, overlaps, show
from tests.support.situations import runners_workout

Key = Qt.Key


def page_of(
    qtbot: QtBot, workout: Workout | None, width: int = 1366, height: int = 768
) -> AboutPage:
    """Return the page in a window, where `workout` is chosen."""
    page = AboutPage(DARK, "1.2.3")
    page.show_workout(workout)
    show(qtbot, page, width, height)
    return page


def test_it_tells_the_version(qtbot: QtBot) -> None:
    """Whoever reports a fault finds it there."""
    said = [label.text() for label in page_of(qtbot, None).findChildren(QLabel)]

    assert "Version 1.2.3" in said


@pytest.mark.parametrize(
    "words", ["not medical advice", "MIT licence", "Open Font", "MakeHuman", "Kokoro", "LGPL"]
)
def test_care_and_licences_are_told_once(qtbot: QtBot, words: str) -> None:
    """A screen reader is told what is painted."""
    assert 1 == page_of(qtbot, runners_workout()).accessibleDescription().count(words)


def test_the_credit_is_that_of_the_chosen_workout(qtbot: QtBot) -> None:
    """It stands below its title; a workout without one is not named."""
    workout = runners_workout()
    credited = page_of(qtbot, workout).accessibleDescription()
    bare = page_of(qtbot, replace(workout, credit="")).accessibleDescription()

    assert f"{workout.title}\n{workout.credit}" in credited
    assert workout.title not in bare


@pytest.mark.parametrize("close", ["key", "mouse"])
def test_it_closes_by_key_and_by_mouse(qtbot: QtBot, close: str) -> None:
    """Esc leads out, as everywhere."""
    page = page_of(qtbot, None)

    with qtbot.waitSignal(page.closed):
        if close == "key":
            qtbot.keyClick(page, Key.Key_Escape)
        else:
            qtbot.mouseClick(page.findChildren(QAbstractButton)[0], Qt.MouseButton.LeftButton)


def test_its_parts_lie_apart(qtbot: QtBot) -> None:
    """In every shape of window."""
    page = AboutPage(DARK, "1.2.3")
    page.show_workout(runners_workout())

    for size in in_sizes(qtbot, page):
        assert [] == overlaps(page), size


def test_what_does_not_fit_scrolls_by_key(qtbot: QtBot) -> None:
    """On a small window the licences are below."""
    page = page_of(qtbot, runners_workout(), 640, 480)
    before = page.grab().toImage()

    qtbot.keyClick(page, Key.Key_End)

    assert before != page.grab().toImage()
