"""The stage is shown the session in time, and the film that comes is prepared."""

from datetime import datetime

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from matside.core.durations import SECOND
from matside.core.history.recorder import Recorder
from matside.core.session.reading import Reading
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Every, Exercise, Reps, Workout
from matside.core.workout.plan import compile_plan
from matside.override import override
from matside.ui.drawing.theme import DARK
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.session.player import Player
from matside.ui.session.program import Program
from matside.ui.stage.stage import Stage
from matside.ui.stage.stage_refresher import CALM_AFTER, StageRefresher
from tests.support.core_samples import SHORT
from tests.support.fakes import FakeHistory, FakeTicks, fake_wall
from tests.support.films import bundled


class ListeningStage(Stage):
    """A stage that remembers what it prepared the film of."""

    def __init__(self) -> None:
        super().__init__(DARK)
        self.prepared: list[str] = []

    @override
    def prepare_film(self, reading: Reading, ends: datetime) -> None:
        super().prepare_film(reading, ends)
        assert reading.shown.exercise is not None
        self.prepared.append(reading.shown.exercise.name)


class Evening:
    """A session in its first set, shown on a stage that listens."""

    def __init__(self, qtbot: QtBot) -> None:
        self.ticks = FakeTicks()
        self.player = Player(self.ticks.clock, fake_wall, Recorder(FakeHistory()))
        plan = compile_plan(SHORT, Settings(get_ready=0))
        self.stage = ListeningStage()
        qtbot.addWidget(self.stage)
        self.stage.show_plan(plan, SHORT.title)
        self.frames = StageRefresher(self.player, fake_wall, self.stage)
        self.frames.show_on(self.stage)
        self.player.changed.connect(self.frames.show_now)
        self.player.load(Program("short", SHORT, plan))

    def press(self) -> None:
        """Press Space a second later than last time."""
        self.ticks.go_on(SECOND)
        self.player.press()


@pytest.fixture
def evening(qtbot: QtBot) -> Evening:
    """Return a session that is about to begin."""
    return Evening(qtbot)


def wait_for(evening: Evening, qtbot: QtBot, expected: str) -> None:
    """Wait until the stage has prepared the film of the `expected` exercise, and forget it."""
    prepared = evening.stage.prepared
    qtbot.waitUntil(lambda: len(prepared) > 0, timeout=30_000)
    assert [expected] == prepared
    prepared.clear()


def test_next_film_is_prepared_after_each_change(evening: Evening, qtbot: QtBot) -> None:
    """In a set it is that of the next one, and so it is in the rest between them."""
    evening.stage.show()
    evening.press()
    wait_for(evening, qtbot, "Stretch")
    evening.press()
    wait_for(evening, qtbot, "Stretch")


def test_first_film_is_prepared(evening: Evening, qtbot: QtBot) -> None:
    """Before a session it is that of the first step."""
    evening.stage.show()
    wait_for(evening, qtbot, "Curl")


def test_nothing_is_prepared_out_of_sight(evening: Evening, qtbot: QtBot) -> None:
    """A stage that is hidden in a session prepares nothing."""
    evening.press()
    evening.frames.prepare_film_soon()
    calm = QTimer(singleShot=True, interval=2 * CALM_AFTER)
    calm.start()
    qtbot.waitUntil(lambda: not calm.isActive(), timeout=30_000)
    assert [] == evening.stage.prepared


def test_film_of_a_paced_set_keeps_to_its_reps(qtbot: QtBot, decoder: FilmDecoder) -> None:
    """At the instant at which a rep is due its lift begins, also at a pace of one's own."""
    curl = Exercise("Curl", Reps(8), id="hammer-curl", rep_seconds=3)
    settings = Settings(get_ready=0, rep_pace=True, paces={"hammer-curl": 2500})
    workout = Workout("Paced", (Block("Only", BlockKind.SUPERSET, (curl,)),))
    plan = compile_plan(workout, settings)
    ticks = FakeTicks()
    player = Player(ticks.clock, fake_wall, Recorder(FakeHistory()))
    stage = Stage(DARK, decoder=decoder)
    qtbot.addWidget(stage)
    stage.show_plan(plan, workout.title)
    frames = StageRefresher(player, fake_wall, stage)
    frames.show_on(stage)
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


def test_rest_of_a_minute_is_shown_however_long_its_set_was_thought(qtbot: QtBot) -> None:
    """A set that fills its minute by its estimate is done sooner, and the rest is on the stage."""
    swings = Exercise("Swing", Reps(30))
    minutes = Block("Minutes", BlockKind.CIRCUIT, (swings,), rounds=2, clock=Every(20))
    workout = Workout("Swings", (minutes,))
    ticks = FakeTicks()
    player = Player(ticks.clock, fake_wall, Recorder(FakeHistory()))
    stage = Stage(DARK)
    qtbot.addWidget(stage)
    plan = compile_plan(workout, Settings(get_ready=0))
    stage.show_plan(plan, workout.title)
    frames = StageRefresher(player, fake_wall, stage)
    frames.show_on(stage)
    stage.show()
    player.load(Program("swings", workout, plan))
    player.press()
    for _ in range(8):
        ticks.go_on(SECOND)
        player.beat()
    player.press()
    frames.show_now()

    assert stage.accessibleDescription().startswith("Rest")
