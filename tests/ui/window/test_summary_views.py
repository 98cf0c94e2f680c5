"""The finish page compares a session with those before it, as soon as they are known."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from matside.core.history.past import Past
from matside.core.history.weeks import TrainedDay
from matside.core.session.record import LastSet, OpenSession, Position
from matside.core.settings import WeekBegins
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Block, BlockKind, Exercise, Reps, Within, Workout
from matside.core.workout.plan import compile_plan
from matside.core.workout.steps import StepKey, StepKind
from matside.ui.start.athlete.history_line import HistoryLine
from matside.ui.start.equipment_list import EquipmentList
from matside.ui.window.summary_views import finish_view, resume_view
from tests.support.core_samples import bare
from tests.support.fakes import fake_wall
from tests.support.house import House

Key = Qt.Key
FOUR = Load(4_000, Unit.KILOGRAM)
CURL = Exercise("Curl", Reps(10), weight=Weight(Level.LIGHT, 2))
WORKOUT = Workout("Curls", (Block("Pair", BlockKind.SUPERSET, (CURL,), rounds=2),))
SETTINGS = replace(
    bare(),
    weights={Implement.DUMBBELL: {Level.LIGHT: FOUR}},
    week_begins=WeekBegins.MONDAY,
    weekly_goal=2,
)


def texts(house: House) -> set[str]:
    """Return all that labels say which are seen."""
    return {label.text() for label in house.page().findChildren(QLabel) if label.isVisible()}


def finished(qtbot: QtBot) -> House:
    """Return a window on the finish page of two sets that were done."""
    house = House(qtbot, settings=SETTINGS, workout=WORKOUT)
    while house.player.ending is None:
        house.key(Key.Key_Space)
    return house


def test_page_is_there_before_the_past_is_known(qtbot: QtBot) -> None:
    """And says what that tells as soon as it is, by the settings of the week."""
    house = finished(qtbot)
    assert "1 of 2 this week" not in texts(house)
    house.known_past.learn(Past(), {})
    assert {"1 of 2 this week", "160 kg", "2 × 4 kg", "Your first session."} <= texts(house)


def test_figures_follow_a_correction(qtbot: QtBot) -> None:
    """Of the reps and of the weight of the last set."""
    house = finished(qtbot)
    house.known_past.learn(Past(), {})
    house.key(Key.Key_Comma)
    assert "152 kg" in texts(house)
    house.key(Key.Key_W)
    assert "2 × 5 kg" in texts(house)


def test_session_that_was_taken_back_and_done_again_is_told_anew(qtbot: QtBot) -> None:
    """What BACK drops is moved no more."""
    house = finished(qtbot)
    house.known_past.learn(Past(), {})
    house.key(Key.Key_Backspace)
    while house.player.ending is None:
        house.key(Key.Key_Right)
    assert "80 kg" in texts(house)


def test_weight_of_the_last_time_is_shown_until_the_settings_say_another(qtbot: QtBot) -> None:
    """On the start page and on the stage, for it is what will be kept."""
    six, weight = Load(6_000, Unit.KILOGRAM), Weight(Level.LIGHT, 2)
    for level_load, shown in ((FOUR, six), (six, FOUR)):
        house = House(qtbot, settings=SETTINGS, workout=WORKOUT)
        last = LastSet(None, "Curl", None, 10, 30, six, weight, level_load)
        before = {"Curl": (last,)}
        house.player.record.remember(before, {}, {})
        house.known_past.learn(Past(), before)
        (needed,) = house.page().findChildren(EquipmentList)
        assert f"Light pair, {shown.written}" == needed.accessibleName()
        house.key(Key.Key_Space)
        reading = house.player.reading()
        assert reading is not None
        assert shown == reading.shown.load
        house.key(Key.Key_Space)
        assert [shown] == [each.load for each in house.player.sets.values()]


def test_stopped_session_for_a_time_stands_where_it_was_stopped(qtbot: QtBot) -> None:
    """Its bar is as full as its time has gone by, and what was done is told without a total."""
    timed = Block("Rounds", BlockKind.CIRCUIT, (Exercise("Squat", Reps(10)),), clock=Within(300))
    house = House(qtbot, settings=bare(), workout=Workout("For a time", (timed,)))
    house.key(Key.Key_Space)
    for _ in range(3):
        house.ticks.go_on(4_000)
        house.key(Key.Key_Space)
    house.ticks.go_on(3_000)
    house.key(Key.Key_Escape)
    house.key(Key.Key_E)
    view = finish_view(house.services)
    assert view is not None
    assert ((0, house.player.times().ran), (3, None)) == (view.reached, view.counts)
    assert {"STOPPED", "3 sets done"} <= texts(house)


def test_start_page_knows_the_athlete_once_the_past_is_read(qtbot: QtBot) -> None:
    """A first-timer is told nothing, and neither is anybody before that."""
    house = House(qtbot, settings=SETTINGS, workout=WORKOUT)
    house.known_past.learn(Past(), {})
    assert [] == house.page().findChildren(HistoryLine)
    day = TrainedDay(fake_wall().date(), 1, 60)
    house.known_past.learn(Past(days=(day,)), {})
    (line,) = house.page().findChildren(HistoryLine)
    assert "Not done yet. 1 of 2 this week. Open the history" == line.accessibleName()


def test_session_left_in_a_later_round_for_a_time_goes_on_there() -> None:
    """The set that it names is not the one at which the bar of the block begins."""
    moves = (Exercise("Squat", Reps(10)), Exercise("Push-up", Reps(8)))
    block = Block("Rounds", BlockKind.CIRCUIT, moves, rounds=1, clock=Within(300))
    workout = Workout("For a time", (block,))
    left = Position(StepKey(0, 2, 1, None, StepKind.WORK), 4_000, None, 60_000, 0, clock=56_000)
    plan = compile_plan(workout, SETTINGS)
    session = OpenSession(1, "rounds", workout, plan, fake_wall(), left, ())

    assert "Push-up" == resume_view(session).following.exercise.name
