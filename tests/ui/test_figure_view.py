"""The panel beside the block shows the exercise's icon and its first cues."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, QRectF, QSizeF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from figure.figures import catalogue
from matside.core.plan import Step
from matside.figure.palette import DARK
from matside.ui.figure_view import FigureInks, FigureView, figure_marks, set_icon
from matside.ui.icons import Icon
from matside.ui.loops import Figures, Loops, no_figure
from matside.ui.marks import Sign, Text
from ui.stages import all_situations, ink

bundled = catalogue().figure

ROOM = QRect(0, 0, 480, 320)
INKS = FigureInks(QColor("#F4F6F8"), QColor("#D55E00"))


def step_of(name: str) -> Step:
    """Return the set that is shown in the situation `name`."""
    return all_situations()[name].reading.shown


def said(step: Step, size: QSizeF, unit: float = 768) -> str:
    """Return the words that a panel of `size` shows of `step`."""
    marks = figure_marks(step, size, unit, INKS)
    return " ".join(mark.text for mark in marks if isinstance(mark, Text))


@pytest.mark.parametrize(
    ("name", "icon"),
    [("reps", Icon.WORK), ("hold", Icon.MOBILITY), ("reps-bare", Icon.MOBILITY)],
)
def test_icon_tells_what_is_needed(name: str, icon: Icon) -> None:
    """Weights, moving and holding still have each their icon."""
    assert icon is set_icon(step_of(name))


def test_large_panel_shows_two_cues() -> None:
    """The first two cues are there, the others are not, and sides are filled in."""
    step = step_of("hold-side")
    assert step.exercise is not None
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
    assert 1 == sum(isinstance(mark, Sign) for mark in marks)


def test_exercise_without_cues_shows_its_icon() -> None:
    """A move that an author wrote out has perhaps no cues."""
    step = step_of("reps")
    assert step.exercise is not None
    bare = replace(step, exercise=replace(step.exercise, cues=()))
    assert "" == said(bare, QSizeF(480, 320))


def view_of(qtbot: QtBot, figures: Figures = no_figure, *, still: bool = False) -> FigureView:
    """Return a view of 480x320 px that finds figures by `figures`, and is seen."""
    loops = Loops(figures, DARK)
    loops.set_still(still=still)
    view = FigureView(loops)
    loops.setParent(view)
    qtbot.addWidget(view)
    view.resize(480, 320)
    view.show()
    return view


def colours_of(view: FigureView) -> set[str]:
    """Return the names of the colours that are seen on `view`."""
    image = view.grab().toImage()
    return {image.pixelColor(x, y).name() for x in range(0, 480, 3) for y in range(0, 320, 3)}


def test_panel_paints_its_icon(qtbot: QtBot) -> None:
    """Without a figure the icon is seen in its colour."""
    view = view_of(qtbot)
    view.show_set(step_of("reps"), ROOM, 768, INKS)
    assert INKS.accent.name() in colours_of(view)


def test_a_figure_takes_the_place_of_the_icon(qtbot: QtBot) -> None:
    """Where there is a figure it is seen at once, and the icon is not."""
    view = view_of(qtbot, bundled)
    view.show_set(step_of("reps"), ROOM, 768, INKS)
    assert INKS.accent.name() not in colours_of(view)
    assert len(colours_of(view)) > 200


def test_a_figure_moves_while_it_is_seen(qtbot: QtBot) -> None:
    """Its picture changes by itself, and stands still while the view is hidden."""
    view = view_of(qtbot, bundled)
    view.show_set(step_of("reps"), ROOM, 768, INKS)
    first = view.grab().toImage()
    qtbot.waitUntil(lambda: view.grab().toImage() != first, timeout=20_000)
    view.hide()
    hidden = view.place
    view.show()
    assert hidden == view.place


def test_a_figure_begins_with_its_set(qtbot: QtBot) -> None:
    """Another set, and the beginning of the set itself, begin the loop."""
    view = view_of(qtbot, bundled)
    view.show_set(step_of("reps"), ROOM, 768, INKS)
    qtbot.waitUntil(lambda: view.place > 1, timeout=20_000)
    view.begin_again()
    assert 0 == view.place


def test_reduced_motion_shows_key_poses(qtbot: QtBot) -> None:
    """Where motion is reduced two key poses are shown in turn, and nothing between."""
    view = view_of(qtbot, bundled, still=True)
    view.show_set(step_of("reps"), ROOM, 768, INKS)
    first = view.grab().toImage()
    qtbot.waitUntil(lambda: view.place == 1, timeout=20_000)
    second = view.grab().toImage()
    assert first != second
    qtbot.waitUntil(lambda: view.place == 0, timeout=20_000)
    assert first == view.grab().toImage()
