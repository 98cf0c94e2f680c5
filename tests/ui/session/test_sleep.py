"""A machine that sleeps pauses the session where it stood, in every situation there is."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from matside.core.durations import HOUR, SECOND
from matside.core.history.recorder import Recorder
from matside.core.session import progress
from matside.core.session.looks import PauseReason
from matside.core.session.record import Position
from matside.core.session.values import Command, Idle, Over, Paused, Running, SessionPaused
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Reps, Sides, Workout
from matside.core.workout.plan import compile_plan
from matside.core.workout.rests import RestKind
from matside.core.workout.steps import Rest, StepKind
from matside.ui.session.player import Player
from matside.ui.session.program import Program
from tests.support.fakes import FakeHistory, FakeListener, FakeTicks, fake_wall

WORKOUT = Workout(
    "Everything",
    (
        Block(
            "Superset 1",
            BlockKind.SUPERSET,
            (Exercise("Curl", Reps(8), sides=Sides.EACH), Exercise("Plank", Hold(60))),
            rounds=2,
        ),
        Block("Cooldown", BlockKind.COOLDOWN, (Exercise("Breathe", Hold(60)),)),
    ),
)


class Laptop:
    """A laptop with a session on it that can be closed."""

    def __init__(self) -> None:
        self.ticks = FakeTicks()
        self.history = FakeHistory()
        self.listener = FakeListener()
        recorder = Recorder(self.history)
        self.player = Player(self.ticks.clock, fake_wall, recorder, (self.listener,))

    def load(self, *, wait: bool = False) -> "Laptop":
        """Take up the workout; with `wait` its rests wait."""
        plan = compile_plan(WORKOUT, Settings(wait=wait))
        self.player.load(Program("everything", WORKOUT, plan))
        return self

    def do(self, *commands: Command) -> "Laptop":
        """Send `commands`, each two seconds after the one before."""
        for command in commands:
            self.player.command(command)
            self.wait(2)
        return self

    def wait(self, seconds: int) -> "Laptop":
        """Let `seconds` go by with a beat every second."""
        for _ in range(seconds):
            self.ticks.go_on(SECOND)
            self.player.beat()
        return self

    def sleep(self) -> "Laptop":
        """Close the laptop for an hour and a bit, in which nothing looks at the clock."""
        self.ticks.go_on(HOUR + 345)
        return self


START, NEXT, SKIP = Command.START, Command.NEXT, Command.SKIP
TO_REST = (START, SKIP, NEXT, SKIP, NEXT)
PAUSE, RESUME = Command.PAUSE, Command.RESUME

EXERCISE, ROUND, SWITCH = RestKind.EXERCISE, RestKind.ROUND, RestKind.SWITCH
PREPARE, REST, WORK = StepKind.PREPARE, StepKind.REST, StepKind.WORK

RUNNING: dict[str, tuple[Callable[[Laptop], object], tuple[object, ...]]] = {
    "get ready": (lambda laptop: laptop.load().do(START), (PREPARE, None, 8)),
    "counted set": (lambda laptop: laptop.load().do(START, SKIP), (WORK, None, None)),
    "switch": (lambda laptop: laptop.load().do(START, SKIP, NEXT), (REST, SWITCH, 3)),
    "rest": (lambda laptop: laptop.load().do(*TO_REST), (REST, EXERCISE, 8)),
    "shortened rest": (lambda laptop: laptop.load().do(*TO_REST, NEXT), (REST, EXERCISE, 3)),
    "hold": (lambda laptop: laptop.load().do(*TO_REST).wait(20), (WORK, None, 48)),
    "lead-in": (
        lambda laptop: laptop.load().do(*TO_REST).wait(20).do(PAUSE, RESUME),
        (WORK, None, 3),
    ),
    "rest between rounds": (
        lambda laptop: laptop.load().do(*TO_REST).wait(75),
        (REST, ROUND, 13),
    ),
    "rest in overtime": (
        lambda laptop: laptop.load(wait=True).do(*TO_REST).wait(20),
        (REST, EXERCISE, 12),
    ),
}
"""Each situation with its kind of step and of rest, and the digits on the stage."""

NOT_RUNNING: dict[str, Callable[[Laptop], object]] = {
    "idle": lambda laptop: laptop.load(),
    "paused": lambda laptop: laptop.load().do(START, SKIP, PAUSE),
    "stopped": lambda laptop: laptop.load().do(START, SKIP, NEXT, Command.STOP),
    "finished": lambda laptop: laptop.load().do(START, SKIP, PAUSE, *[SKIP] * 13),
}

FINDERS: dict[str, Callable[[Player], object]] = {
    "timer": lambda player: player.beat(),
    "Space": lambda player: player.press(),
    "settings": lambda player: player.replan(Settings(between_exercises=99)),
    **{
        command.name: lambda player, command=command: player.command(command, by=15 * SECOND)
        for command in Command
    },
}
"""Whatever may be the first to look at the clock after the sleep."""


@pytest.fixture
def laptop(qtbot: QtBot) -> Laptop:
    """Return a laptop."""
    del qtbot
    return Laptop()


def shown(player: Player) -> tuple[object, ...]:
    """Return the kinds of the running step, and the digits on the stage."""
    reading = player.reading()
    assert reading is not None
    step = reading.step
    return step.key.kind, step.kind if isinstance(step, Rest) else None, reading.seconds


def now_at(laptop: Laptop) -> Position:
    """Return where the session stands."""
    phase = laptop.player.phase
    assert isinstance(phase, Running | Paused)
    return progress.position(phase, laptop.ticks.clock.session())


@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize("situation", RUNNING)
def test_sleep_pauses_where_the_session_stood(laptop: Laptop, situation: str, finder: str) -> None:
    """In the step, at the time and with the length of the last beat; what found it is dropped."""
    come_there, expected = RUNNING[situation]
    come_there(laptop)
    assert expected == shown(laptop.player)
    before, sets = now_at(laptop), dict(laptop.player.sets)
    heard = len(laptop.listener.facts)

    laptop.sleep()
    assert expected == shown(laptop.player)
    FINDERS[finder](laptop.player)

    phase = laptop.player.phase
    assert isinstance(phase, Paused)
    paused = progress.position(phase, phase.since)
    assert (PauseReason.SLEPT, replace(before, pauses=before.pauses + 1)) == (phase.why, paused)
    assert [SessionPaused] == [type(fact) for fact in laptop.listener.facts[heard:]]
    assert sets == laptop.player.sets
    assert before.elapsed == laptop.history.positions[-1].elapsed


@pytest.mark.parametrize("situation", NOT_RUNNING)
def test_what_does_not_run_sleeps_through(laptop: Laptop, situation: str) -> None:
    """Only what runs is paused; a key after the sleep counts as ever."""
    NOT_RUNNING[situation](laptop)
    before = laptop.player.phase
    assert isinstance(before, Idle | Paused | Over)

    laptop.sleep().player.beat()

    assert before == laptop.player.phase
    assert laptop.player.take_press()


@pytest.mark.parametrize("situation", RUNNING)
def test_a_session_goes_on_after_the_sleep(laptop: Laptop, situation: str) -> None:
    """Space, pressed once more, resumes, and no second of the sleep has gone by for it."""
    RUNNING[situation][0](laptop)
    before = now_at(laptop)

    laptop.sleep().player.press()
    laptop.wait(1).player.press()

    assert isinstance(laptop.player.phase, Running)
    assert (before.elapsed, before.ran) == (now_at(laptop).elapsed, now_at(laptop).ran)
