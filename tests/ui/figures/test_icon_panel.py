"""The panel beside the block shows the exercise's icon and its first cues."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor

from matside.core.workout.steps import Work
from matside.ui.drawing.marks import IconMark, Text
from matside.ui.figures.icon_panel import FigureInks, figure_marks
from tests.support.stages import all_situations, ink

INKS = FigureInks(QColor("#F4F6F8"), QColor("#D55E00"))


def step_of(name: str) -> Work:
    """Return the set that is shown in the situation `name`."""
    return all_situations()[name].reading.shown


def said(step: Work, size: QSizeF, unit: float = 768) -> str:
    """Return the words that a panel of `size` shows of `step`."""
    marks = figure_marks(step, size, unit, INKS)
    return " ".join(mark.text for mark in marks if isinstance(mark, Text))


def test_large_panel_shows_two_cues() -> None:
    """The first two cues are there, the others are not, and sides are filled in."""
    step = step_of("hold-side")
    shown = said(step, QSizeF(700, 500))
    assert step.exercise.cues[0] in shown
    assert "Slide your right arm" in shown
    assert step.exercise.cues[2] not in shown


def test_small_panel_shows_whole_cues_only() -> None:
    """A cue without room is left out; none is cut."""
    assert "" == said(step_of("reps"), QSizeF(200, 160))
    assert "…" not in said(step_of("reps"), QSizeF(300, 300))


@pytest.mark.parametrize("size", [(300, 250), (480, 320), (700, 300), (1600, 400), (760, 200)])
@pytest.mark.parametrize("name", ["hold-side", "reps", "reps-bare", "last-set"])
def test_panel_keeps_to_its_room(name: str, size: tuple[int, int]) -> None:
    """Whatever the shape of the panel nothing leaves it, and the icon is there."""
    marks = figure_marks(step_of(name), QSizeF(*size), 768, INKS)
    room = QRectF(-1, -1, size[0] + 2, size[1] + 2)
    assert [] == [mark.rect for mark in marks if not room.contains(ink(mark))]
    assert 1 == sum(isinstance(mark, IconMark) for mark in marks)


def test_exercise_without_cues_shows_its_icon() -> None:
    """A move that an author wrote out has perhaps no cues."""
    step = step_of("reps")
    bare = replace(step, exercise=replace(step.exercise, cues=()))
    assert "" == said(bare, QSizeF(480, 320))


def test_what_the_caption_says_stands_there_only() -> None:
    """A cue that is also read at a glance makes room for the one after it."""
    step = step_of("reps")
    cues = ("Elbows stay still.", "Wrists straight.", "Lower slowly.")
    exercise = replace(step.exercise, cues=cues, glance="Elbows stay still")
    shown = said(replace(step, exercise=exercise), QSizeF(700, 500))
    assert "Wrists straight. Lower slowly." == shown
