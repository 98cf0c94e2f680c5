"""The stage is shown the session in time, and made ready for the next press."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from fakes import FakeHistory, FakeTicks, fake_wall
from matside.core.duration import SECOND
from matside.core.plan import compile_plan
from matside.core.reading import Look, Reading
from matside.core.recorder import Recorder
from matside.core.settings import Settings
from matside.core.workout import Block, BlockKind, Exercise, Hold, Reps, Workout
from matside.override import override
from matside.ui.frames import Frames
from matside.ui.player import Player, Program
from matside.ui.stage import Stage
from matside.ui.theme import DARK

WORKOUT = Workout(
    "Short",
    (
        Block(
            "Superset 1",
            BlockKind.SUPERSET,
            (Exercise("Curl", Reps(8)), Exercise("Stretch", Hold(30))),
        ),
    ),
)


class ListeningStage(Stage):
    """A stage that remembers what it rehearsed."""

    def __init__(self) -> None:
        super().__init__(DARK)
        self.rehearsed: list[Look] = []

    @override
    def rehearse(self, reading: Reading, ends: datetime) -> None:
        super().rehearse(reading, ends)
        self.rehearsed.append(reading.look)


class Evening:
    """A session in its first set, shown on a stage that listens."""

    def __init__(self, qtbot: QtBot) -> None:
        self.ticks = FakeTicks()
        self.player = Player(self.ticks.clock, fake_wall, Recorder(FakeHistory()))
        plan = compile_plan(WORKOUT, Settings(get_ready=0))
        self.stage = ListeningStage()
        qtbot.addWidget(self.stage)
        self.stage.show_plan(plan, WORKOUT.title)
        self.frames = Frames(self.player, self.stage, fake_wall, self.stage)
        self.player.changed.connect(self.frames.show_now)
        self.player.load(Program("short", WORKOUT, plan))

    def press(self) -> None:
        """Press Space a second later than last time."""
        self.ticks.go_on(SECOND)
        self.player.press()


@pytest.fixture
def evening(qtbot: QtBot) -> Evening:
    """Return a session that is about to begin."""
    return Evening(qtbot)


def test_next_press_is_rehearsed_after_each_change(evening: Evening, qtbot: QtBot) -> None:
    """In a set the rest behind it is made ready, and in the last seconds of a rest its end."""
    evening.stage.show()
    evening.press()
    qtbot.waitUntil(lambda: evening.stage.rehearsed == [Look.REST], timeout=5000)
    evening.press()
    evening.press()
    qtbot.waitUntil(lambda: evening.stage.rehearsed == [Look.REST, Look.WORK], timeout=5000)


def test_nothing_is_rehearsed_out_of_sight(evening: Evening, qtbot: QtBot) -> None:
    """A stage that is hidden makes nothing ready."""
    evening.press()
    reads: list[Reading] = []
    evening.frames.read.connect(reads.append)
    qtbot.waitUntil(lambda: len(reads) > 0, timeout=5000)
    assert [] == evening.stage.rehearsed
