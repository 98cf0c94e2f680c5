"""The stage is shown the session in time, and made ready for the next press."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from matside.core.durations import SECOND
from matside.core.history.recorder import Recorder
from matside.core.session.reading import Look, Reading
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Reps, Workout
from matside.core.workout.plan import compile_plan
from matside.override import override
from matside.ui.drawing.theme import DARK
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.session.player import Player, Program
from matside.ui.stage.stage import Stage
from matside.ui.stage.stage_refresher import StageRefresher
from tests.support.fakes import FakeHistory, FakeTicks, fake_wall
from tests.support.films import bundled

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


WORK, REST = (Look.WORK, False), (Look.REST, False)
LAST_SECONDS = Look.READY, True
"""A look, and whether the whole window is yellow."""


class ListeningStage(Stage):
    """A stage that remembers what it rehearsed."""

    def __init__(self) -> None:
        super().__init__(DARK)
        self.rehearsed: list[tuple[Look, bool]] = []

    @override
    def rehearse(self, reading: Reading, ends: datetime) -> None:
        super().rehearse(reading, ends)
        self.rehearsed.append((reading.look, reading.flooded))


class Evening:
    """A session in its first set, shown on a stage that listens."""

    def __init__(self, qtbot: QtBot) -> None:
        self.ticks = FakeTicks()
        self.player = Player(self.ticks.clock, fake_wall, Recorder(FakeHistory()))
        plan = compile_plan(WORKOUT, Settings(get_ready=0))
        self.stage = ListeningStage()
        qtbot.addWidget(self.stage)
        self.stage.show_plan(plan, WORKOUT.title)
        self.frames = StageRefresher(self.player, self.stage, fake_wall, self.stage)
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


def wait_for(evening: Evening, qtbot: QtBot, *expected: tuple[Look, bool]) -> None:
    """Wait until the stage has rehearsed what is `expected`, in that order, and forget it."""
    rehearsed = evening.stage.rehearsed
    qtbot.waitUntil(lambda: len(rehearsed) >= len(expected), timeout=5000)
    assert list(expected) == rehearsed
    rehearsed.clear()


def test_next_press_is_rehearsed_after_each_change(evening: Evening, qtbot: QtBot) -> None:
    """In a set the rest behind it is made ready, and in a rest the set after that.

    What a rest shows in its last seconds is made ready too, for it comes by itself.
    """
    evening.stage.show()
    evening.press()
    wait_for(evening, qtbot, REST)
    evening.press()
    wait_for(evening, qtbot, LAST_SECONDS, WORK)


def test_start_is_rehearsed(evening: Evening, qtbot: QtBot) -> None:
    """Before a session it is the first step that a press would show."""
    evening.stage.show()
    wait_for(evening, qtbot, WORK)


def test_same_moment_is_rehearsed_once(evening: Evening, qtbot: QtBot) -> None:
    """Other news changes nothing in what comes; another size of the window does."""
    evening.stage.show()
    evening.press()
    wait_for(evening, qtbot, REST)
    evening.player.changed.emit()
    evening.stage.resize(700, 500)
    evening.frames.rehearse_soon()
    wait_for(evening, qtbot, REST)


def test_nothing_is_rehearsed_out_of_sight(evening: Evening, qtbot: QtBot) -> None:
    """A stage that is hidden in a session makes nothing ready."""
    evening.press()
    reads: list[Reading] = []
    evening.frames.read.connect(reads.append)
    qtbot.waitUntil(lambda: len(reads) > 0, timeout=5000)
    assert [] == evening.stage.rehearsed


def test_film_of_a_paced_set_keeps_to_its_reps(qtbot: QtBot, projector: FilmDecoder) -> None:
    """At the instant at which a rep is due its lift begins, also at a pace of one's own."""
    curl = Exercise("Curl", Reps(8), id="hammer-curl", rep_seconds=3)
    settings = Settings(get_ready=0, rep_pace=True, paces={"hammer-curl": 2500})
    workout = Workout("Paced", (Block("Only", BlockKind.SUPERSET, (curl,)),))
    plan = compile_plan(workout, settings)
    ticks = FakeTicks()
    player = Player(ticks.clock, fake_wall, Recorder(FakeHistory()))
    stage = Stage(DARK, projector=projector)
    qtbot.addWidget(stage)
    stage.show_plan(plan, workout.title)
    frames = StageRefresher(player, stage, fake_wall, stage)
    player.load(Program("paced", workout, plan))
    stage.show()
    player.press()
    places = []
    for wait in (0, 1250, 1250, 2500, 625):
        ticks.go_on(wait)
        player.beat()
        frames.show_now()
        places.append(stage.film.place)
    film = bundled("hammer-curl").film
    assert [film.place_in_rep(share) for share in (0, 0.5, 0, 0, 0.25)] == places
