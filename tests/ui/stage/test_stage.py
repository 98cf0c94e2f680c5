"""The stage shows what it is told and signals what was pressed."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QMouseEvent, QPaintEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from matside.core.session.looks import Look
from matside.override import override
from matside.ui.drawing.theme import DARK
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.stage.countdown import Countdown
from matside.ui.stage.flood import SETTLING, WHOLE, Flooding
from matside.ui.stage.stage import Stage
from tests.support.films import let_develop
from tests.support.stages import alike, all_situations

WIDTH, HEIGHT = 1366, 768
IN_BLOCK = QPoint(20, 610)
IN_HEAD = QPoint(1350, 180)
IN_STRIP = QPoint(5, 660)
BESIDE_BLOCK = QPoint(850, 640)
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


@pytest.fixture
def stage_of_films(qtbot: QtBot, decoder: FilmDecoder) -> Stage:
    """Return a stage with films that is shown."""
    made = Stage(DARK, decoder=decoder)
    qtbot.addWidget(made)
    made.resize(WIDTH, HEIGHT)
    with qtbot.waitExposed(made):
        made.show()
    return made


def colour_at(stage: Stage, at: QPoint) -> QColor:
    """Return the colour of the stage at `at`."""
    return stage.grab().toImage().pixelColor(at)


def test_block_has_the_colour_of_its_look(stage: Stage) -> None:
    """A large area has the colour of the step, for the edge of the eye."""
    for name, situation in all_situations().items():
        situation.tell(stage)
        assert DARK.tone(situation.reading.look).flood == colour_at(stage, IN_BLOCK), name


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
    """The keycap of Space is dark with what follows, and light again without being told."""
    situation = all_situations()["hold-side"]
    situation.tell(stage)

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
    situation.tell(stage)
    assert bright() < before / 2
    qtbot.waitUntil(lambda: bright() == before, timeout=30_000)


def test_keycap_of_a_hidden_stage_is_as_usual(stage: Stage) -> None:
    """A stage that is shown again shows no old confirmation."""
    rest = all_situations()["rest"]
    rest.tell(stage)
    usual = stage.grab().toImage()
    stage.confirm_press()
    rest.tell(stage)
    stage.hide()
    stage.show()
    assert alike(usual, stage.grab().toImage())


def test_coming_film_is_decoded_ahead(qtbot: QtBot, decoder: FilmDecoder) -> None:
    """Out of sight what a session begins with is made ready, in the size that it will have.

    Then the film is there in the first frame, and the next three pictures of it are too.
    """
    stage = Stage(DARK, decoder=decoder)
    qtbot.addWidget(stage)
    stage.resize(800, 600)
    first = all_situations()["get-ready"]
    stage.prepare_film(first.reading, first.ends)
    let_develop(decoder)
    known = decoder.size_in_bytes
    assert known > 0
    first.tell(stage)
    stage.show()
    assert stage.film.shown is not None
    let_develop(decoder)
    assert known == decoder.size_in_bytes


def test_film_stands_still_and_faint_in_a_pause(stage_of_films: Stage) -> None:
    """It keeps its place, and goes on with the set."""
    stage = stage_of_films
    all_situations()["hold-side"].tell(stage)
    place = stage.film.geometry()
    timer = stage.film.findChild(QTimer)
    assert timer is not None
    assert timer.isActive()
    all_situations()["paused-hold"].tell(stage)
    assert (place, False) == (stage.film.geometry(), timer.isActive())
    all_situations()["hold-side"].tell(stage)
    assert timer.isActive()


def test_question_takes_the_place_of_the_film(stage_of_films: Stage) -> None:
    """While it is asked whether to end, nothing else stands there."""
    all_situations()["question"].tell(stage_of_films)
    assert not stage_of_films.film.isVisible()
    all_situations()["paused-hold"].tell(stage_of_films)
    assert stage_of_films.film.isVisible()


def test_other_films_are_shown_at_once(stage_of_films: Stage, decoder: FilmDecoder) -> None:
    """Who chooses another body sees it on the stage without a further reading."""
    all_situations()["hold-side"].tell(stage_of_films)
    let_develop(decoder)
    assert stage_of_films.film.shown is not None
    decoder.find_others()
    assert stage_of_films.film.shown is not None


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
    assert "Upper Body for Runners" == stage.accessibleName()
    said = stage.accessibleDescription().split(". ")
    assert ["Work", "Half-Kneeling Chop", "Left knee down", "8 reps", "light dumbbell"] == said[:5]
    assert "SPACE: Set done" == said[-1]


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


def change(stage: Stage, before: str, after: str) -> Flooding:
    """Show one situation after the other with floods; return the flood, held where it begins."""
    first, second = all_situations()[before], all_situations()[after]
    stage.set_motion(floods=True, still=False)
    first.tell(stage)
    stage.show_reading(second.reading, second.ends)
    flooding = stage.findChild(Flooding)
    assert flooding is not None
    if flooding.is_whole:
        flooding.pause()
    return flooding


CHANGES = pytest.mark.parametrize(
    ("before", "after"),
    [
        ("get-ready", "hold-side"),
        ("hold-side", "switch"),
        ("hold-side", "rest"),
        ("rest", "reps-side"),
        ("rest-last-3", "reps"),
        ("lead-in", "hold"),
    ],
)


@CHANGES
def test_step_that_begins_floods_the_stage(stage: Stage, before: str, after: str) -> None:
    """All above the strip has the colour of the step, the strip its own."""
    change(stage, before, after)
    flood = DARK.tone(all_situations()[after].reading.look).flood
    seen = [colour_at(stage, at) for at in (IN_HEAD, IN_BLOCK, BESIDE_BLOCK)]
    assert [flood] * 3 == seen
    assert DARK.strip == colour_at(stage, IN_STRIP)


@CHANGES
def test_flood_draws_back_to_the_block(stage: Stage, before: str, after: str) -> None:
    """The head is itself again first, then what lies beside the block."""
    flooding = change(stage, before, after)
    flood = DARK.tone(all_situations()[after].reading.look).flood
    flooding.setCurrentTime(WHOLE)
    assert (True, True) == (
        flood != colour_at(stage, IN_HEAD),
        flood == colour_at(stage, BESIDE_BLOCK),
    )
    flooding.setCurrentTime(WHOLE + SETTLING - 20)
    assert flood != colour_at(stage, BESIDE_BLOCK)


@CHANGES
def test_flood_leaves_no_trace(stage: Stage, qtbot: QtBot, before: str, after: str) -> None:
    """When it is over the stage looks as if there had been none."""
    flooding = change(stage, before, after)
    situation = all_situations()[after]
    flooding.resume()
    with qtbot.waitSignal(flooding.finished, timeout=30_000):
        pass
    seen = stage.grab().toImage()
    stage.set_motion(floods=False, still=False)
    situation.tell(stage)
    stage.resize(WIDTH - 1, HEIGHT)
    stage.resize(WIDTH, HEIGHT)
    assert alike(stage.grab().toImage(), seen)


@CHANGES
@pytest.mark.parametrize("ms", [0, WHOLE - 1, WHOLE, WHOLE + 60, WHOLE + SETTLING - 1])
def test_flood_hides_neither_digits_nor_what_space_does(
    stage: Stage, before: str, after: str, ms: int
) -> None:
    """Both are painted from the first frame on as they are without it."""
    flooding = change(stage, before, after)
    flooding.setCurrentTime(ms)
    digits = stage.findChild(Countdown)
    assert digits is not None
    parts = (digits.geometry(), QRect(0, 652, WIDTH, HEIGHT - 652))
    flooded = stage.grab().toImage()
    stage.set_motion(floods=False, still=False)
    all_situations()[after].tell(stage)
    stage.hide()
    stage.show()
    plain = stage.grab().toImage()
    assert all(alike(plain.copy(part), flooded.copy(part)) for part in parts)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("hold-side", "paused-hold"),
        ("paused-hold", "hold-side"),
        ("rest", "rest-last-3"),
        ("rest", "rest"),
        ("overtime", "rest-weights-plain"),
    ],
)
def test_nothing_else_floods_the_stage(stage: Stage, before: str, after: str) -> None:
    """Neither a pause nor its end, nor the last seconds, nor more of the same rest."""
    flooding = change(stage, before, after)
    assert not flooding.is_whole


def test_no_flood_where_it_is_not_wanted(stage: Stage) -> None:
    """The colour changes, and that at once."""
    first, second = all_situations()["rest"], all_situations()["hold-side"]
    first.tell(stage)
    stage.show_reading(second.reading, second.ends)
    assert DARK.tone(Look.WORK).flood == colour_at(stage, IN_BLOCK)
    assert DARK.tone(Look.WORK).flood != colour_at(stage, IN_HEAD)


def test_a_pause_ends_the_flood(stage: Stage) -> None:
    """Nothing moves while paused."""
    change(stage, "rest", "hold-side")
    situation = all_situations()["paused-hold"]
    stage.show_reading(situation.reading, situation.ends)
    flooding = stage.findChild(Flooding)
    assert flooding is not None
    assert Flooding.State.Stopped == flooding.state()
    assert DARK.tone(Look.PAUSED).flood != colour_at(stage, IN_HEAD)


@pytest.mark.parametrize("ms", [100, WHOLE + 50])
def test_a_press_in_a_flood_is_confirmed_in_it(stage: Stage, ms: int) -> None:
    """The keycap inverts at once, while the colour covers everything and while it draws back."""
    flooding = change(stage, "rest", "hold-side")
    flooding.setCurrentTime(ms)
    before = stage.grab().toImage()
    stage.confirm_press()
    situation = all_situations()["hold-side"]
    stage.show_reading(situation.reading, situation.ends)
    after = stage.grab().toImage()
    assert not alike(before.copy(*KEYCAP), after.copy(*KEYCAP))
    assert before.pixelColor(BESIDE_BLOCK) == after.pixelColor(BESIDE_BLOCK)


@pytest.mark.parametrize("ms", [100, WHOLE + 50])
def test_a_second_in_a_flood_changes_the_digits(stage: Stage, ms: int) -> None:
    """Time is told while the colour covers everything, and while it draws back."""
    flooding = change(stage, "rest", "hold-side")
    flooding.setCurrentTime(ms)
    digits = stage.findChild(Countdown)
    assert digits is not None
    before = stage.grab().toImage()
    situation = all_situations()["hold-side"]
    assert situation.reading.seconds is not None
    later = replace(situation.reading, seconds=situation.reading.seconds - 1)
    stage.show_reading(later, situation.ends)
    after = stage.grab().toImage()
    assert not alike(before.copy(digits.geometry()), after.copy(digits.geometry()))
    assert before.pixelColor(BESIDE_BLOCK) == after.pixelColor(BESIDE_BLOCK)


def test_another_size_ends_the_flood(stage: Stage) -> None:
    """A window that is pulled shows what it shows."""
    flooding = change(stage, "rest", "hold-side")
    stage.resize(WIDTH - 100, HEIGHT)
    assert not flooding.is_whole
    assert DARK.tone(Look.WORK).flood != colour_at(stage, IN_HEAD - QPoint(100, 0))


def test_the_stage_rests_while_it_is_covered(stage: Stage) -> None:
    """Frames of a flood that stands still paint nothing."""
    flooding = change(stage, "rest", "hold-side")
    stage.repaint()
    watch = PaintWatch(stage)
    for ms in range(20, WHOLE, 20):
        flooding.setCurrentTime(ms)
    stage.repaint(0, 0, 1, 1)
    assert 1 == watch.area


def test_a_frame_paints_only_what_it_uncovers(stage: Stage) -> None:
    """The head, the block and the strip are left alone while the flood draws back."""
    flooding = change(stage, "rest", "hold-side")
    flooding.setCurrentTime(WHOLE + 100)
    stage.repaint()
    watch = PaintWatch(stage)
    flooding.setCurrentTime(WHOLE + 116)
    stage.repaint(0, 0, 1, 1)
    assert 1 < watch.area < 0.1 * WIDTH * HEIGHT


def test_flood_draws_down_where_the_film_stands_above(stage: Stage) -> None:
    """In a high window the block is as wide as that, and the colour leaves the film."""
    stage.resize(600, 900)
    flooding = change(stage, "rest", "hold-side")
    block, above = QPoint(590, 790), QPoint(590, 350)
    flood = DARK.tone(Look.WORK).flood
    flooding.setCurrentTime(WHOLE)
    assert [flood, flood] == [colour_at(stage, at) for at in (block, above)]
    flooding.setCurrentTime(WHOLE + SETTLING - 20)
    assert [True, False] == [flood == colour_at(stage, at) for at in (block, above)]


def test_the_band_moves_once_a_second_where_little_is_to_move(stage: Stage) -> None:
    """Half a second further paints nothing, a whole one does."""
    situation = all_situations()["hold-side"]
    stage.set_motion(floods=False, still=True)
    length = situation.reading.step.estimate
    reading = replace(situation.reading, share=10_000 / length)
    stage.show_plan(situation.plan, "Upper body")
    stage.show_reading(reading, situation.ends)
    stage.repaint()
    watch = PaintWatch(stage)
    stage.show_reading(replace(reading, share=10_600 / length), situation.ends)
    stage.repaint(0, 0, 1, 1)
    assert (1000, 1) == (stage.tick, watch.area)
    stage.show_reading(replace(reading, share=11_000 / length), situation.ends)
    stage.repaint(0, 0, 1, 1)
    assert watch.area > 2


@CHANGES
def test_frames_paint_enough(stage: Stage, before: str, after: str) -> None:
    """What is on the screen after every frame is what a whole painting gives."""
    flooding = change(stage, before, after)
    for ms in (100, WHOLE, WHOLE + 16, WHOLE + 100, WHOLE + 160, WHOLE + SETTLING - 1):
        flooding.setCurrentTime(ms)
        QApplication.processEvents()
        seen = stage.screen().grabWindow(stage.winId()).toImage()
        assert alike(stage.grab().toImage(), seen)
    flooding.resume()
    flooding.setCurrentTime(WHOLE + SETTLING)
    QApplication.processEvents()
    assert alike(stage.grab().toImage(), stage.screen().grabWindow(stage.winId()).toImage())


def test_mini_view_is_the_block_alone(stage: Stage) -> None:
    """A small window shows neither film nor timeline; asked back, the stage is as before."""
    all_situations()["hold-side"].tell(stage)
    whole = stage.grab().toImage()
    stage.set_mini(True)
    work = DARK.tone(Look.WORK).flood
    corners = [colour_at(stage, QPoint(x, y)) for x in (2, WIDTH - 3) for y in (2, HEIGHT // 2)]
    assert [work] * 4 == corners
    assert not stage.film.isVisible()
    stage.set_mini(False)
    assert stage.film.isVisible()
    assert whole == stage.grab().toImage()


def test_mini_view_follows_the_session(stage: Stage) -> None:
    """It shows each reading, as the stage does."""
    stage.set_mini(True)
    stage.resize(320, 180)
    for name in ("rest", "hold-side", "paused"):
        situation = all_situations()[name]
        situation.tell(stage)
        assert DARK.tone(situation.reading.look).flood == colour_at(stage, QPoint(2, 2))
    assert (320, 180) == (stage.width(), stage.height())
