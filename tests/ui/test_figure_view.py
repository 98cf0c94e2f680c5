"""A figure takes the place of the panel, and moves by itself or is led."""

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from figure.figures import catalogue
from matside.core.plan import Step
from matside.figure.palette import DARK
from matside.ui.figure_panel import FigureInks
from matside.ui.figure_view import FigureView
from matside.ui.loops import Figures, Loops, no_figure
from ui.stages import all_situations

bundled = catalogue().figure

ROOM = QRect(0, 0, 480, 320)
INKS = FigureInks(QColor("#F4F6F8"), QColor("#D55E00"))


def step_of(name: str) -> Step:
    """Return the set that is shown in the situation `name`."""
    return all_situations()[name].reading.shown


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


def test_a_figure_that_is_led_does_not_move_by_itself(qtbot: QtBot) -> None:
    """It stands where it is led to, from the beginning of the loop to its end."""
    view = view_of(qtbot, bundled)
    view.show_set(step_of("reps-side"), ROOM, 768, INKS)
    places = []
    for share in (0.0, 0.25, 0.5, 0.99):
        view.lead(share)
        places.append(view.place)
    assert [0, 15, 30, 59] == places
    assert view.is_led
    timer = view.findChild(QTimer)
    assert timer is not None
    assert not timer.isActive()
    view.lead(None)
    qtbot.waitUntil(lambda: view.place != 59, timeout=20_000)


def test_key_poses_are_not_led(qtbot: QtBot) -> None:
    """With reduced motion they take turns, however quick the reps are."""
    view = view_of(qtbot, bundled, still=True)
    view.show_set(step_of("reps-side"), ROOM, 768, INKS)
    view.lead(0.9)
    assert not view.is_led
    assert 0 == view.place
    qtbot.waitUntil(lambda: view.place == 1, timeout=20_000)
