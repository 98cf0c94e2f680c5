"""The stage shows what it is told and signals what was pressed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPaintEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from matside.core.reading import Look
from matside.override import override
from matside.ui.stage import Stage
from matside.ui.theme import DARK
from ui.stages import NAMES, alike, all_situations

WIDTH, HEIGHT = 1366, 768
IN_BLOCK = QPoint(20, 610)
IN_HEAD = QPoint(1350, 180)
IN_STRIP = QPoint(5, 660)
KEYCAP = (470, 690, 160, 75)


class PaintWatch(QObject):
    """Remembers how much of a widget was painted."""

    def __init__(self, watched: QObject) -> None:
        super().__init__()
        self.area = 0
        watched.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.area += sum(rect.width() * rect.height() for rect in event.region())
        return super().eventFilter(watched, event)


@pytest.fixture
def stage(qtbot: QtBot) -> Stage:
    """Return a stage that is shown."""
    made = Stage(DARK)
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    with qtbot.waitExposed(made):
        made.show()
    return made


def colour_at(stage: Stage, at: QPoint) -> QColor:
    """Return the colour of the stage at `at`."""
    return stage.grab().toImage().pixelColor(at)


@pytest.mark.parametrize("name", NAMES)
def test_block_has_the_colour_of_its_look(stage: Stage, name: str) -> None:
    """A large area has the colour of the step, for the edge of the eye."""
    situation = all_situations()[name]
    situation.tell(stage)
    assert DARK.tone(situation.reading.look).flood == colour_at(stage, IN_BLOCK)


@pytest.mark.parametrize(
    ("name", "flooded"), [("rest", False), ("rest-last-3", True), ("get-ready-last-3", True)]
)
def test_last_seconds_flood_the_window(stage: Stage, name: str, flooded: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """In the last 3 s of a rest the whole window but the strip is yellow."""
    all_situations()[name].tell(stage)
    yellow = DARK.tone(Look.READY).flood
    assert flooded is (yellow == colour_at(stage, IN_HEAD))
    assert DARK.strip == colour_at(stage, IN_STRIP)


def test_click_is_a_press(stage: Stage, qtbot: QtBot) -> None:
    """The primary button presses, as soon as it goes down."""
    all_situations()["rest"].tell(stage)
    spy = QSignalSpy(stage.pressed)
    qtbot.mousePress(stage, Qt.MouseButton.LeftButton, pos=IN_BLOCK)
    assert 1 == spy.count()
    qtbot.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=IN_BLOCK)
    assert 1 == spy.count()


@pytest.mark.parametrize("at", [QPoint(300, 450), QPoint(1100, 400), QPoint(700, 687)], ids=str)
def test_click_counts_wherever_it_lands(stage: Stage, at: QPoint) -> None:
    """The digits, the figure and the timeline let clicks through."""
    all_situations()["hold-side"].tell(stage)
    spy = QSignalSpy(stage.pressed)
    window = stage.windowHandle()
    assert window is not None
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=at)
    assert 1 == spy.count()


def test_second_half_of_a_double_click_is_no_press(stage: Stage) -> None:
    """A hasty hand presses once: Qt sends the second press of two as a double click."""
    spy = QSignalSpy(stage.pressed)
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
        at = QPointF(IN_BLOCK)
        left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, at, stage.mapToGlobal(at), left, left, none)
        QApplication.sendEvent(stage, event)
    assert 1 == spy.count()


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_do_nothing(stage: Stage, qtbot: QtBot, button: Qt.MouseButton) -> None:
    """Only the primary button presses."""
    spy = QSignalSpy(stage.pressed)
    qtbot.mouseClick(stage, button)
    assert 0 == spy.count()


def test_click_that_brings_the_keys_back_is_no_press(stage: Stage, qtbot: QtBot) -> None:
    """While the keys go to another window a click only comes back."""
    all_situations()["elsewhere"].tell(stage)
    spy = QSignalSpy(stage.pressed)
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton)
    assert 0 == spy.count()
    stage.show_elsewhere(False)
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton)
    assert 1 == spy.count()


def test_press_that_counts_inverts_the_keycap_for_a_moment(stage: Stage, qtbot: QtBot) -> None:
    """The keycap of Space is dark at once, and light again without being told."""
    all_situations()["hold-side"].tell(stage)

    def bright() -> int:
        image = stage.grab().toImage()
        left, top, width, height = KEYCAP
        return sum(
            image.pixelColor(x, y).lightness() > 200
            for x in range(left, left + width, 4)
            for y in range(top, top + height, 4)
        )

    before = bright()
    stage.confirm_press()
    assert bright() < before / 2
    qtbot.waitUntil(lambda: bright() == before, timeout=5000)


def test_keycap_of_a_hidden_stage_is_as_usual(stage: Stage) -> None:
    """A stage that is shown again shows no old confirmation."""
    all_situations()["rest"].tell(stage)
    usual = stage.grab().toImage()
    stage.confirm_press()
    stage.hide()
    stage.show()
    assert alike(usual, stage.grab().toImage())


def test_same_reading_repaints_nothing(stage: Stage) -> None:
    """Telling the stage what it shows already costs nothing."""
    situation = all_situations()["hold-side"]
    situation.tell(stage)
    stage.repaint()
    watch = PaintWatch(stage)
    stage.show_reading(situation.reading, situation.ends)
    soon = replace(situation.reading, share=situation.reading.share + 0.0001)
    stage.show_reading(soon, situation.ends)
    stage.repaint(0, 0, 1, 1)
    assert 1 == watch.area


def test_second_repaints_little(stage: Stage) -> None:
    """Another second repaints the digits, the band and the time left, not the whole window."""
    situation = all_situations()["hold-side"]
    situation.tell(stage)
    stage.repaint()
    watch = PaintWatch(stage)
    reading = situation.reading
    assert reading.seconds is not None
    later = replace(reading, seconds=reading.seconds - 1, left=reading.left - 1, share=0.26)
    stage.show_reading(later, situation.ends)
    stage.repaint(0, 0, 1, 1)
    assert 1 < watch.area < 0.35 * WIDTH * HEIGHT


def test_question_replaces_the_choices(stage: Stage) -> None:
    """The question is drawn where the choices were, and gone when it is answered."""
    situation = all_situations()["paused"]
    situation.tell(stage)
    choices = stage.grab().toImage()
    stage.show_question(True)
    asked = stage.grab().toImage()
    stage.show_question(False)
    assert not alike(asked, choices)
    assert alike(choices, stage.grab().toImage())


def test_signs_told_before_the_first_reading_are_shown(qtbot: QtBot) -> None:
    """It does not matter what the stage is told first."""
    situation = all_situations()["notice"]
    pictures = []
    for signs_first in (True, False):
        made = Stage(DARK)
        qtbot.addWidget(made)
        made.resize(WIDTH, HEIGHT)
        made.show_plan(situation.plan, "Runners")
        if signs_first:
            made.show_notice("No sound")
        made.show_reading(situation.reading, situation.ends)
        made.show_notice("No sound")
        pictures.append(made.grab().toImage())
    assert alike(*pictures)


def test_stage_is_told_in_words(stage: Stage) -> None:
    """Who does not see the stage hears the exercise, its side, its dose and what Space does."""
    all_situations()["reps-side"].tell(stage)
    assert "Upper Body for Runners: Half-Kneeling Chop" == stage.accessibleName()
    said = stage.accessibleDescription()
    parts = ("WORK", "LEFT knee down", "8 reps", "light dumbbell", "SPACE: Set done")
    assert [] == [part for part in parts if part not in said]


def test_stage_without_a_reading_is_empty(stage: Stage) -> None:
    """Before it is told anything the stage has its ground and nothing else."""
    assert DARK.ground == colour_at(stage, IN_BLOCK)
    assert DARK.ground == colour_at(stage, IN_HEAD)


def test_shape_may_change_at_any_time(stage: Stage) -> None:
    """A window that is made small and large again looks as before."""
    all_situations()["rest-side"].tell(stage)
    before = stage.grab().toImage()
    stage.resize(800, 600)
    small = stage.grab().toImage()
    stage.resize(WIDTH, HEIGHT)
    assert small.size() != before.size()
    assert alike(before, stage.grab().toImage())
