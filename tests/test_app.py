"""What a session reaches beside the screen follows the settings, and the speed of its clock."""

from pytestqt.qtbot import QtBot

from fakes import FakeChimes, FakeHistory, FakeTicks, FakeVoice, fake_wall
from matside.app import Outlets
from matside.core.recorder import Recorder
from matside.core.session import Command
from matside.core.settings import Settings
from matside.core.workout import Exercise, Hold
from matside.ui.player import Player, Program
from tests.core.samples import block, plan_of, workout_of

HOLD = Exercise("Plank", Hold(40))
PLAN = plan_of(HOLD)


class Session:
    """A session that has started; its outlets are the program's, on other devices."""

    def __init__(self, speed: float = 1.0, **settings: bool | int) -> None:
        self.chimes = FakeChimes()
        self.voice = FakeVoice()
        self.ticks = FakeTicks(speed)
        self.settings = Settings(**{"keep_awake": False, "media_keys": False, **settings})
        outlets = Outlets(self.chimes, self.voice, self.settings, speed, lambda: self.player)
        self.outlets = outlets
        recorder = Recorder(FakeHistory())
        self.player = Player(self.ticks.clock, fake_wall, recorder, outlets.listeners)
        outlets.speaker.wanted.connect(self.player.beat)
        outlets.speaker.prepare(PLAN)
        self.player.load(Program("plank", workout_of(block(HOLD)), PLAN))
        self.player.command(Command.START)

    def go_on(self, ms: int) -> "Session":
        """Let `ms` of unscaled time go by, with a beat at each 20 of them."""
        for _ in range(0, ms, 20):
            self.ticks.go_on(20)
            self.player.beat()
        return self

    def follow(self, settings: Settings) -> "Session":
        """Let `settings` hold."""
        self.outlets.follow(settings)
        return self


def test_the_first_session_begins_as_every_other(qtbot: QtBot) -> None:
    """That the voice is allowed to speak, at the start of the program, asks for nothing again."""
    del qtbot
    session = Session()
    first = session.go_on(3_000).voice.said[:]
    session.player.command(Command.STOP)
    session.player.leave()
    session.go_on(1_000).voice.said.clear()
    session.player.command(Command.START)
    assert "Get ready." == first[0]
    assert first == session.go_on(3_000).voice.said


def test_a_voice_that_is_turned_off_and_on_before_a_session_begins_as_every_other(
    qtbot: QtBot,
) -> None:
    """Nobody is in a step that could be told again."""
    del qtbot
    quiet, loud = Settings(keep_awake=False, voice=False), Settings(keep_awake=False)
    session = Session().go_on(100)
    session.player.command(Command.STOP)
    session.player.leave()
    session.follow(quiet).follow(loud).voice.said.clear()
    session.player.command(Command.START)
    assert "Get ready." == session.go_on(100).voice.said[0]
