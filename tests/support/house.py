"""A whole window on a desktop of its own, with a world that a test moves by hand."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from matside.core.durations import SECOND
from matside.core.history.recorder import Recorder
from matside.core.ports.devices import Listed, ask_at_once
from matside.core.ports.findings import Finding, What
from matside.core.session.record import OpenSession
from matside.core.session.values import Over
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Reps, Workout
from matside.ui.drawing.ground import DARK_GROUND
from matside.ui.drawing.theme import DARK
from matside.ui.session.listeners import AwakeListener
from matside.ui.session.outputs import Outputs
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.session.speaker import Speaker
from matside.ui.start.preparation import Preparation
from matside.ui.window.frame.shell import Shell
from matside.ui.window.main_window import MainWindow
from matside.ui.window.making.page_makers import make_first_page
from matside.ui.window.services import Services
from tests.support.archive import FakeArchive
from tests.support.fakes import (
    FakeAwake,
    FakeChimes,
    FakeDisk,
    FakeHistory,
    FakeTicks,
    FakeVoice,
    fake_wall,
)
from tests.support.keeping import FakeKeeping

Key = Qt.Key

WORKOUT = Workout(
    "Short",
    (
        Block("Warm-up", BlockKind.WARMUP, (Exercise("Stretch", Hold(30)),)),
        Block("Superset 1", BlockKind.SUPERSET, (Exercise("Curl", Reps(8)),), rounds=2),
    ),
)
SETTINGS = Settings(get_ready=0)


class Shelf:
    """A library with one `workout`, and a broken one."""

    def __init__(self, workout: Workout) -> None:
        self._workout = workout

    def listing(self) -> tuple[Listed, ...]:
        """Return both."""
        return (
            Listed("short", self._workout),
            Listed("broken", None, ("broken.yaml:1:1: empty",)),
        )


class House:
    """A window with everything it needs, and the means to move its world."""

    def __init__(
        self,
        qtbot: QtBot,
        offered: OpenSession | None = None,
        *,
        welcomes: bool = False,
        disk: FakeDisk | None = None,
        settings: Settings = SETTINGS,
        workout: Workout = WORKOUT,
        archive: FakeArchive | None = None,
    ) -> None:
        self._qtbot = qtbot
        self.ticks = FakeTicks()
        self.history = FakeHistory()
        self.chimes = FakeChimes()
        self.awake = FakeAwake()
        listener = AwakeListener(self.awake, allowed=True)
        self.saved: list[Settings] = []
        self.preferences = Preferences(settings, self.saved.append)
        self.voice = FakeVoice()
        self.speaker = Speaker(self.voice, allowed=True)
        listeners = (self.speaker, listener)
        recorder = Recorder(self.history, ask=ask_at_once if disk is None else disk.ask)
        self.player = Player(self.ticks.clock, fake_wall, recorder, listeners)
        self.speaker.wanted.connect(self.player.beat)
        self.preparation = Preparation(Shelf(workout), self.preferences)
        outputs = Outputs()
        outputs.connect_to(self.chimes, listener, self.speaker)
        self.services = services = Services(
            self.preparation,
            self.preferences,
            outputs,
            fake_wall,
            examine=lambda: (Finding(What.NO_VOICE),),
        )
        self.known_past = services.known_past
        self.shell = Shell(DARK_GROUND)
        qtbot.addWidget(self.shell, before_close_func=lambda _: self.window.close_at_once())
        self.shell.resize(800, 600)
        with qtbot.waitExposed(self.shell):
            self.shell.show()
            self.shell.activateWindow()
        qtbot.waitUntil(self.shell.isActiveWindow)
        self.first = make_first_page(DARK, services)
        first = None if welcomes or offered is not None else self.first
        if first is not None:  # as the program does: it is seen before there is a player
            self.shell.preview(first.page.widget)
            first.page.refresh()
            QApplication.processEvents()
        services.player, services.archive = self.player, archive or FakeArchive()
        self.keeping = FakeKeeping()
        services.make_keeping = lambda: self.keeping
        self.folders: list[str] = []
        services.show_folder = self.folders.append
        self.window = MainWindow(
            DARK, services, self.shell, offered, welcomes=welcomes, first=first
        )
        self.shell.fill(self.window)
        self.window.load_stage()  # as the program does, once the first page is seen

    def page(self) -> QWidget:
        """Return the page that is shown."""
        pages = self.window.findChild(QStackedWidget)
        assert pages is not None
        page = pages.currentWidget()
        assert page is not None
        return page

    def key(
        self, key: Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press and release a key, as the desktop does, a second after the last."""
        self.ticks.go_on(SECOND)
        focused = QApplication.focusWidget() or self.window
        QTest.keyClick(focused, key, modifiers)

    def open_history(self) -> None:
        """Open the history page, and wait until its sessions are read, after it is seen."""
        self.key(Key.Key_H)
        self._qtbot.waitUntil(lambda: self.services.history.sessions is not None)

    def finish(self) -> None:
        """Start and skip through to the finish page."""
        if not self.player.in_session:
            self.key(Key.Key_Space)
        while not isinstance(self.player.phase, Over):
            self.key(Key.Key_Right)
