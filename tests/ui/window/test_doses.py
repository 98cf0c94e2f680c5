"""Doses as people write them are done in the window, with its keys."""

from dataclasses import replace

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from matside.core.durations import SECOND
from matside.core.session.record import SetOutcome
from matside.core.session.values import Running
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Block, BlockKind, Exercise, MaxHold, MaxReps, Reps, Workout
from matside.ui.stage.stage import Stage
from tests.support.core_samples import bare
from tests.support.house import House

FOUR = Load(4_000, Unit.KILOGRAM)
LADDER = Exercise("Press", Reps(10), later=(Reps(8, 9),), weight=Weight(Level.LIGHT, 2))
WORKOUT = Workout(
    "Real",
    (
        Block("Pair", BlockKind.SUPERSET, (LADDER, Exercise("Pull-up", MaxReps())), rounds=2),
        Block("Last", BlockKind.CIRCUIT, (Exercise("Hang", MaxHold()),)),
    ),
)
SETTINGS = replace(bare(), weights={Implement.DUMBBELL: {Level.LIGHT: FOUR}})


def go_on(house: House, seconds: int) -> None:
    """Let `seconds` go by, and the player notice each of them."""
    for _ in range(seconds):
        house.ticks.go_on(SECOND)
        house.player.beat()


def test_a_workout_of_ladders_and_sets_to_failure_is_done_with_space_alone(qtbot: QtBot) -> None:
    """Each round has its dose, Space ends what has no end, and all is kept with its load."""
    house = House(qtbot, settings=SETTINGS, workout=WORKOUT)
    house.key(Qt.Key.Key_Space)
    for _ in range(4):
        go_on(house, 40)
        house.key(Qt.Key.Key_Space)
    go_on(house, 75)  # 5 s of them are the lead-in
    reading = house.player.reading()
    assert reading is not None
    assert 70 == reading.seconds
    house.key(Qt.Key.Key_Space)

    done = SetOutcome.DONE
    assert [
        ("Press", 1, "10 reps", 10, 41, FOUR, done),
        ("Pull-up", 1, "max reps", None, 41, None, done),
        ("Press", 2, "8-9 reps", 8, 41, FOUR, done),
        ("Pull-up", 2, "max reps", None, 41, None, done),
        ("Hang", 1, "max hold", None, 71, None, done),
    ] == [
        (each.name, each.round, each.planned and each.planned.dose, *rest)
        for each in house.player.sets.values()
        for rest in [(each.reps, each.seconds, each.load, each.outcome)]
    ]


def test_what_light_weighs_is_kept_from_the_moment_it_is_said(qtbot: QtBot) -> None:
    """A set under way has the load that the settings have when it ends."""
    house = House(qtbot, settings=bare(), workout=WORKOUT)
    house.key(Qt.Key.Key_Space)
    house.preferences.change(SETTINGS)
    assert isinstance(house.player.phase, Running)
    house.key(Qt.Key.Key_Space)

    (record,) = house.player.sets.values()
    assert FOUR == record.load


def test_what_is_said_of_the_last_set_goes_with_it(qtbot: QtBot) -> None:
    """Back in that set its correction is gone, and in the next one it is over."""
    curls = Block("Curls", BlockKind.SUPERSET, (Exercise("Curl", Reps(8)),), rounds=3)
    house = House(qtbot, workout=Workout("Curls", (curls,)))
    house.key(Qt.Key.Key_Space)
    go_on(house, 10)
    for leaving in (Qt.Key.Key_Backspace, Qt.Key.Key_Space):
        house.key(Qt.Key.Key_Space)
        house.key(Qt.Key.Key_Period)
        assert has_note(house)
        house.key(Qt.Key.Key_Period)
        house.key(leaving)
        assert not has_note(house)


def test_what_is_said_of_the_sound_stays_for_its_moment(qtbot: QtBot) -> None:
    """Whatever step it is."""
    house = House(qtbot, settings=SETTINGS, workout=WORKOUT)
    house.key(Qt.Key.Key_Space)
    house.key(Qt.Key.Key_M)
    house.key(Qt.Key.Key_Space)
    assert has_note(house)


def has_note(house: House) -> bool:
    """Return whether the stage says what a key has changed; it says so no more then."""
    stage = house.page()
    assert isinstance(stage, Stage)
    before = stage.grab().toImage()
    stage.show_note(None)
    return before != stage.grab().toImage()
