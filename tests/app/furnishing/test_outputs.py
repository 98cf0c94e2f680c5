"""What a session reaches beside the screen follows the settings, and the speed of its clock."""

import gc
from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from matside.app.furnishing.outputs import SILENT_FROM, SessionOutputs
from matside.core.history.recorder import Recorder
from matside.core.ports.devices import Chime
from matside.core.session.values import Command
from matside.core.settings import Settings
from matside.core.workout.model import Exercise, Hold
from matside.ui.session.listeners import LightingListener
from matside.ui.session.player import Player
from matside.ui.session.program import Program
from tests.support.core_samples import block, plan_of, workout_of
from tests.support.fakes import FakeChimes, FakeHistory, FakeTicks, FakeVoice, fake_wall

HOLD = Exercise("Plank", Hold(40))
PLAN = plan_of(HOLD)


class Session:
    """A session that has started; its outlets are the program's, on other devices."""

    def __init__(self, speed: float = 1.0, length: int = 500, **settings: bool | int) -> None:
        self.chimes = FakeChimes()
        self.voice = FakeVoice(length)
        self.ticks = FakeTicks(speed)
        self.settings = Settings(**{"keep_awake": False, "media_keys": False, **settings})
        outputs = SessionOutputs(
            self.chimes, self.voice, self.settings, speed, lambda: self.player
        )
        self.outputs = outputs
        recorder = Recorder(FakeHistory())
        self.player = Player(self.ticks.clock, fake_wall, recorder, outputs.listeners)
        outputs.speaker.wanted.connect(self.player.beat)
        outputs.speaker.prepare(PLAN)
        self.player.load(Program("plank", workout_of(block(HOLD)), PLAN))
        self.player.command(Command.START)

    def go_on(self, ms: int) -> "Session":
        """Let `ms` of unscaled time go by, with a beat at each 100 of them and at the end."""
        for gone in range(0, ms, 100):
            self.ticks.go_on(min(100, ms - gone))
            self.player.beat()
        return self

    def follow(self, settings: Settings) -> "Session":
        """Let `settings` hold."""
        self.outputs.follow(settings)
        return self


Started = Callable[..., Session]


@pytest.fixture
def started(qtbot: QtBot) -> Iterator[Started]:
    """Give what starts a session."""
    del qtbot
    yield Session
    # A session and its player know each other. Left to whichever thread looks for garbage next,
    # their timers would be ended in a thread that is not theirs.
    gc.collect()


def test_the_first_session_begins_as_every_other(started: Started) -> None:
    """That the voice is allowed to speak, at the start of the program, asks for nothing again."""
    session = started()
    first = session.go_on(3_000).voice.said[:]
    session.player.command(Command.STOP)
    session.player.leave()
    session.go_on(1_000).voice.said.clear()
    session.player.command(Command.START)
    assert "Get ready." == first[0]
    assert first == session.go_on(3_000).voice.said


def test_a_voice_that_is_turned_off_and_on_before_a_session_begins_as_every_other(
    started: Started,
) -> None:
    """Nobody is in a step that could be told again."""
    quiet, loud = Settings(keep_awake=False, voice=False), Settings(keep_awake=False)
    session = started().go_on(100)
    session.player.command(Command.STOP)
    session.player.leave()
    session.follow(quiet).follow(loud).voice.said.clear()
    session.player.command(Command.START)
    assert "Get ready." == session.go_on(100).voice.said[0]


@pytest.mark.parametrize(
    ("settings", "speaks", "chimes"),
    [
        (Settings(keep_awake=False), True, True),
        (Settings(keep_awake=False, voice=False), False, True),
        (Settings(keep_awake=False, muted=True), False, False),
    ],
)
@pytest.mark.parametrize("from_the_start", [True, False])
def test_muted_nobody_chimes_or_speaks(
    started: Started, settings: Settings, *, speaks: bool, chimes: bool, from_the_start: bool
) -> None:
    """Mute silences the voice too, which has a switch of its own; both from the next beat on."""
    if from_the_start:
        session = started(voice=settings.voice, muted=settings.muted)
    else:
        session = started().follow(settings)
        session.voice.said.clear()
    session.go_on(11_000)
    assert (speaks, chimes) == (bool(session.voice.said), bool(session.chimes.played))


@pytest.mark.parametrize("speed", [1.0, 2.0, 3.0])
def test_the_offset_is_of_the_time_that_people_hear(started: Started, speed: float) -> None:
    """However fast the session's clock goes, its chimes start 200 ms sooner."""
    session = started(speed, sound_offset=-200)
    go = round(10_000 / speed) - 200
    assert Chime.GO not in session.go_on(go - 40).chimes.played
    assert Chime.GO in session.go_on(60).chimes.played


@pytest.mark.parametrize(("offset", "said"), [(0, ["First: Plank."]), (-300, [])])
def test_the_voice_leaves_its_silence_to_chimes_that_come_sooner(
    started: Started, offset: int, said: list[str]
) -> None:
    """What takes 5.9 s fits into get ready, but not if its go is to be heard at 9.7 s."""
    assert said == started(length=5_900, sound_offset=offset).go_on(9_000).voice.said


@pytest.mark.parametrize(("speed", "lights"), [(1.0, True), (3.9, True), (SILENT_FROM, False)])
@pytest.mark.parametrize("reduce_motion", [True, False])
def test_the_frame_lights_up_while_that_can_be_seen(
    started: Started, speed: float, *, lights: bool, reduce_motion: bool
) -> None:
    """Fast sessions would flicker, and who wants less motion wants no light."""
    session = started(speed, flash_with_chimes=True, reduce_motion=reduce_motion)
    listeners = session.outputs.listeners
    (light,) = (one for one in listeners if isinstance(one, LightingListener))
    lit: list[int] = []
    light.lit.connect(lambda: lit.append(1))
    session.go_on(11_000)
    assert (lights and not reduce_motion) is bool(lit)


def test_volumes_and_rate_are_handed_on(started: Started) -> None:
    """Those of the start, and those that are chosen later."""
    session = started(volume=10, voice_volume=20)
    session.follow(
        Settings(keep_awake=False, volume=30, voice_volume=40, as_recorded=False, voice_rate=200)
    )
    assert [10, 30] == session.chimes.volumes
    assert [20, 40] == session.voice.volumes
    assert [None, 200] == session.voice.rates
