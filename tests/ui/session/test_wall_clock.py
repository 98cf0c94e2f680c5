"""The clock on the wall may be set as anybody likes: only what people read follows it."""

from datetime import datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from matside.core.durations import SECOND, ends
from matside.core.history.recorder import Recorder
from matside.core.session.values import Over
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Workout
from matside.core.workout.plan import compile_plan
from matside.ui.session.player import Player
from matside.ui.session.program import Program
from tests.support.fakes import FakeHistory, FakeTicks, fake_wall

WORKOUT = Workout(
    "Holds", (Block("Circuit", BlockKind.CIRCUIT, (Exercise("Plank", Hold(30)),), rounds=3),)
)

CHANGES = {
    "set back": timedelta(hours=-1),
    "set on": timedelta(hours=1),
    "set back by years": timedelta(days=-9999),
}


class Wall:
    """A clock that goes with the ticks until somebody sets it."""

    def __init__(self, ticks: FakeTicks) -> None:
        self.set_by = timedelta()
        self._ticks = ticks
        self._began = ticks.nanoseconds

    def read(self) -> datetime:
        """Return what the clock shows."""
        gone = timedelta(microseconds=(self._ticks.nanoseconds - self._began) // 1000)
        return fake_wall() + gone + self.set_by


@pytest.mark.parametrize("change", CHANGES)
def test_a_session_does_not_notice_that_the_clock_is_set(qtbot: QtBot, change: str) -> None:
    """Steps, sets and times are the same to the ms, and the hour of the end is told anew."""
    del qtbot
    ticks, history = FakeTicks(), FakeHistory()
    wall = Wall(ticks)
    player = Player(ticks.clock, wall.read, Recorder(history))
    plan = compile_plan(WORKOUT, Settings())
    player.load(Program("holds", WORKOUT, plan))
    player.press()
    reading = player.reading()
    assert reading is not None
    before = ends(wall.read(), reading.left * SECOND)
    seconds = 0
    while not isinstance(player.phase, Over):
        if seconds == 25:
            wall.set_by = CHANGES[change]
            reading = player.reading()
            assert reading is not None
            assert before + CHANGES[change] == ends(wall.read(), reading.left * SECOND)
        ticks.go_on(SECOND)
        seconds += 1
        player.beat()

    assert plan.estimate == seconds * SECOND
    assert (plan.estimate, 0, 0) == (
        player.times().ran,
        player.times().paused,
        player.times().pauses,
    )
    assert [30, 30, 30] == [record.seconds for record in player.sets.values()]
    assert ([fake_wall()], {1: ["finished"]}) == (
        [opening.started for opening in history.openings],
        history.outcomes,
    )
