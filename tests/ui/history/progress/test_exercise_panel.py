"""The panel of one exercise: chosen by keyboard, told in words, and whole at every size."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from matside.core.history.totals import ExerciseDay, ExerciseDone
from matside.core.weights import Unit
from matside.ui.drawing.theme import DARK
from matside.ui.history.progress.exercise_panel import Calendar, ExercisePanel
from matside.ui.history.progress.exercise_plot import ExercisePlot
from matside.ui.history.progress.progress_model import Progress
from tests.support.exercise_days import EXERCISES, HOLDS, LIFTS, ONE, REPS, TODAY
from tests.support.pages import Window, show
from tests.support.painted import faults_of, painted, said

CALENDAR = Calendar(TODAY)
WIDTHS = ((320, 5.0), (420, 6.25), (560, 6.25), (820, 8.0), (1100, 11.25), (2300, 22.5))
"""The width of a panel in px, and the unit of its page."""


def panel(
    qtbot: QtBot,
    days: Sequence[ExerciseDay] = LIFTS,
    exercises: Sequence[ExerciseDone] = EXERCISES,
    calendar: Calendar = CALENDAR,
) -> ExercisePanel:
    """Return a panel that shows `days` of the chest fly."""
    made = ExercisePanel(DARK)
    qtbot.addWidget(made)
    made.show_progress(Progress(exercises, "chest-fly" if exercises else None, days), calendar)
    made.put(QRectF(0, 0, 820, 340), 8)
    return made


def words_of(shown: QWidget) -> str:
    """Return all words on the panel."""
    return " ".join(said(painted(shown)))


def focused_chooser(qtbot: QtBot) -> tuple[QComboBox, Window, list[str]]:
    """Return the chooser of a panel, which has the focus, its window, and what is asked for."""
    made = panel(qtbot)
    asked: list[str] = []
    made.asked.connect(asked.append)
    window = show(qtbot, made)
    made.chooser.setFocus(Qt.FocusReason.TabFocusReason)
    return made.chooser, window, asked


def test_the_exercise_beside_is_chosen_by_an_arrow(qtbot: QtBot) -> None:
    """From the first to the last one; the panel asks for it, and shows it once it is told."""
    chooser, window, asked = focused_chooser(qtbot)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up):
        qtbot.keyClick(chooser, key)
    assert ["bent-over-wide-row", "chest-fly"] == asked
    assert "Chest Fly" == chooser.currentText()
    assert [Qt.Key.Key_Up] == window.keys


# The list is a window of its own, which the platform without a screen cannot put in front.
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_letters_lead_to_names_in_the_list(qtbot: QtBot) -> None:
    """Space opens it, Enter chooses; other letters stay the page's."""
    chooser, window, asked = focused_chooser(qtbot)
    qtbot.keyClick(chooser, Qt.Key.Key_H)
    assert [Qt.Key.Key_H] == window.keys
    qtbot.keyClick(chooser, Qt.Key.Key_Space)
    qtbot.keyClicks(chooser.view(), "Ham")
    qtbot.keyClick(chooser.view(), Qt.Key.Key_Return)
    assert ["hammer-curl"] == asked
    assert not chooser.view().isVisible()


def test_showing_an_exercise_asks_for_none(qtbot: QtBot) -> None:
    """Only who chooses one asks; one that is shown again changes nothing."""
    made = panel(qtbot)
    progress = Progress(EXERCISES, "hammer-curl", REPS)
    with qtbot.assertNotEmitted(made.asked):
        made.show_progress(progress, CALENDAR)
        assert "Hammer Curl" == made.chooser.currentText()
        made.chooser.setCurrentIndex(0)
        made.show_progress(progress, CALENDAR)
        assert 0 == made.chooser.currentIndex()


def test_a_screen_reader_is_told_of_the_plot(qtbot: QtBot) -> None:
    """The chooser is a list with a name and a value, and the plot a description in words."""
    made = panel(qtbot)
    show(qtbot, made)
    found = QAccessible.queryAccessibleInterface(made.chooser)
    assert QAccessible.Role.ComboBox is found.role()
    assert "Exercise" == found.text(QAccessible.Text.Description)
    assert "Chest Fly" == found.text(QAccessible.Text.Value)
    [plot] = made.findChildren(ExercisePlot)
    assert plot.accessibleDescription().startswith("Volume a week, kg: last 336 kg")


def test_other_days_replace_what_was_shown(qtbot: QtBot) -> None:
    """Records and the plot are those of the last that were told."""
    made = panel(qtbot)
    assert "Heaviest" in words_of(made)
    made.show_progress(Progress(EXERCISES, "hammer-curl", HOLDS), CALENDAR)
    said_then = words_of(made)
    assert "Heaviest" not in said_then
    assert "Longest" in said_then
    made.show_progress(None, CALENDAR)
    assert "" == words_of(made)


def test_what_was_never_done_is_explained(qtbot: QtBot) -> None:
    """Nothing is invented, and nothing is there to choose."""
    made = panel(qtbot, (), ())
    assert "seen here" in words_of(made)
    assert made.chooser.isHidden()


@pytest.mark.parametrize("days", [LIFTS, REPS, HOLDS, ONE, ()])
@pytest.mark.parametrize(("width", "u"), WIDTHS)
def test_all_words_are_whole(
    qtbot: QtBot, days: Sequence[ExerciseDay], width: int, u: float
) -> None:
    """Inside, apart and uncovered, where the panel is as high as it says it must be."""
    made = panel(qtbot, days, calendar=Calendar(TODAY, 6, Unit.POUND))
    made.put(QRectF(0, 0, width, made.needed_height(width, u)), u)
    found = [fault for sheet in painted(made) for fault in faults_of(sheet)]
    assert [] == found


def test_a_long_name_may_be_cut(qtbot: QtBot) -> None:
    """But pushes nothing out."""
    name = "Half-Kneeling Rainbow with a Pause and a Very Slow Lowering"
    made = panel(qtbot, LIFTS, [ExerciseDone("chest-fly", name)])
    for width, u in WIDTHS:
        made.put(QRectF(0, 0, width, made.needed_height(width, u)), u)
        found = [fault for sheet in painted(made) for fault in faults_of(sheet, [name])]
        assert [] == found


def test_the_ring_is_seen_where_the_focus_came_by_a_key(qtbot: QtBot) -> None:
    """A click shows none."""
    made = panel(qtbot)
    show(qtbot, made)
    chooser = made.chooser
    rings = []
    for reason in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
        chooser.clearFocus()
        chooser.setFocus(reason)
        QApplication.processEvents()
        image = chooser.grab().toImage()
        rings.append(image.pixelColor(image.width() // 2, 1) == DARK.focus)
    assert [False, True] == rings
