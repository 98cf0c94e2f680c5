"""The window tells what of a session's outlets has failed."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from matside.app.furnishing.outputs import SessionOutputs
from matside.core.history.recorder import Recorder
from matside.core.ports.devices import Chime, Chimes, Listed, Voice
from matside.core.session.values import Command
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Reps, Workout
from matside.override import override
from matside.ui.drawing.ground import DARK_GROUND
from matside.ui.drawing.theme import DARK
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.session.outputs import Outputs
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.start.preparation import Preparation
from matside.ui.summary.finish_page import FinishPage
from matside.ui.window.frame.shell import Shell
from matside.ui.window.main_window import MainWindow
from matside.ui.window.services import Services
from tests.support.fakes import FakeChimes, FakeHistory, FakeTicks, FakeVoice, fake_wall

SETTINGS = Settings(get_ready=0, keep_awake=False, media_keys=False)
WORKOUT = Workout("Short", (Block("Pair", BlockKind.SUPERSET, (Exercise("Curl", Reps(8)),)),))


class Shelf:
    """A library with one workout."""

    def listing(self) -> tuple[Listed, ...]:
        """Return it."""
        return (Listed("short", WORKOUT),)


class BrokenChimes(FakeChimes):
    """Chimes that fail as soon as they are to sound."""

    @override
    def play(self, chime: Chime) -> None:
        raise RuntimeError("chimes that fail")


class BrokenVoice(FakeVoice):
    """A voice that fails as soon as there is something to say."""

    @override
    def length(self, text: str) -> int | None:
        raise RuntimeError("a voice that fails")


@dataclass(frozen=True, slots=True)
class Room:
    """A window whose outlets sound by real listeners."""

    player: Player
    window: MainWindow

    @property
    def warning(self) -> str:
        """Return what is warned of on the page after a session, as it was in it."""
        page = self.window.findChild(FinishPage)
        assert isinstance(page, FinishPage)
        (plate,) = page.findChildren(WarningPlate)
        return plate.accessibleName()


Opened = Callable[[Chimes, Voice], Room]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Give what opens a window with its chimes and voice."""
    yield lambda chimes, voice: room(qtbot, chimes, voice)
    # The outlets and their player know each other, and end best in the thread of their timers.
    gc.collect()


def room(qtbot: QtBot, chimes: Chimes, voice: Voice) -> Room:
    """Return a window with `chimes` and `voice`, on its start page."""
    preferences = Preferences(SETTINGS, lambda _: None)
    outputs = SessionOutputs(chimes, voice, SETTINGS, 1.0, lambda: player)
    recorder = Recorder(FakeHistory())
    player = Player(FakeTicks().clock, fake_wall, recorder, outputs.listeners)
    preparation = Preparation(Shelf(), preferences)
    services = Services(preparation, preferences, Outputs(), fake_wall)
    services.player = player
    window = MainWindow(DARK, services, Shell(DARK_GROUND))
    qtbot.addWidget(window, before_close_func=lambda _: window.close_at_once())
    outputs.connect_to(window, Path("log.txt"))
    return Room(player, window)


@pytest.mark.parametrize(
    ("chimes", "voice", "warning"),
    [
        (FakeChimes(), FakeVoice(), ""),
        (
            BrokenChimes(),
            FakeVoice(),
            "The chimes failed and are off; the workout goes on. More in log.txt",
        ),
        (
            FakeChimes(),
            BrokenVoice(),
            "The voice failed and is off; the workout goes on. More in log.txt",
        ),
    ],
    ids=["nothing", "chimes", "voice"],
)
def test_what_failed_and_is_switched_off_is_said(
    opened: Opened, chimes: Chimes, voice: Voice, warning: str
) -> None:
    """By its name, while the workout goes on."""
    session = opened(chimes, voice)

    session.player.command(Command.START)
    went_on = session.player.in_session
    session.player.command(Command.SKIP)
    session.player.command(Command.STOP)

    assert (True, warning) == (went_on, session.warning)
