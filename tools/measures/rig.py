"""The real window with everything that belongs to it, for benchmarks to listen in."""

import gc
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from time import perf_counter_ns

from PySide6.QtCore import QEvent, QEventLoop, QSize
from PySide6.QtWidgets import QApplication, QWidget

from matside.app.disk import Disk
from matside.app.furnishing.outputs import SessionOutputs
from matside.core.history.recorder import Recorder
from matside.core.ports.history import History
from matside.core.session.clock import Clock
from matside.core.settings import Settings
from matside.devices.sound.chimes import QtChimes
from matside.devices.sound.clips import Clips
from matside.devices.voice.casting import Finder
from matside.devices.voice.engine import find_engine
from matside.devices.voice.recordings import VoicePack
from matside.devices.voice.voice import ClipVoice
from matside.files import settings as settings_file
from matside.files.films import FilmLibrary
from matside.files.folders import DataFolder
from matside.files.history.archive import SqliteArchive
from matside.files.history.store import SqliteHistory
from matside.files.resources import bundled_exercises, bundled_films, resources
from matside.files.workouts.catalogue import Catalogue
from matside.files.workouts.library import library_of
from matside.override import override
from matside.ui.drawing.ground import DARK_GROUND
from matside.ui.drawing.lettering import load_fonts
from matside.ui.drawing.theme import DARK
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.session.outputs import Outputs
from matside.ui.session.player import Listener, Player
from matside.ui.session.preferences import Preferences
from matside.ui.start.preparation import Preparation
from matside.ui.window.frame.shell import Shell
from matside.ui.window.main_window import MainWindow
from matside.ui.window.services import Services


class Watched(QWidget):
    """A window that notes when it handled a key and when it painted, in nanoseconds."""

    def __init__(self, *arguments: object) -> None:
        super().__init__(*arguments)
        self.keyed = 0
        self.paint_began = 0
        self.painted = 0

    @override
    def event(self, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.UpdateRequest:
            self.paint_began = perf_counter_ns()
        done = super().event(event)
        if kind is QEvent.Type.UpdateRequest:
            self.painted = perf_counter_ns()
        elif kind is QEvent.Type.KeyPress:
            self.keyed = perf_counter_ns()
        return done


class WatchedWindow(Watched, MainWindow):
    """The window of Matside, watched."""


class Rig:
    """The window on the data folder `data`, with its real files and devices.

    The session runs by `clock`; `ears` are its last listeners; `find` finds the speech engine.
    """

    def __init__(
        self,
        data: Path,
        clock: Clock,
        history: History,
        ears: Sequence[Listener],
        settings: Settings,
        *,
        find: Finder = find_engine,
    ) -> None:
        folder = DataFolder(data)
        folder.make()
        preferences = Preferences(settings, lambda kept: settings_file.save(folder.settings, kept))
        clips = Clips(time.monotonic_ns)
        chimes = QtChimes(resources() / "sounds", clips)
        pack = VoicePack(resources() / "voice")
        self.voice = ClipVoice(
            folder.cache / "voice", clips, settings.chosen_voice_rate, find, pack=pack
        )
        outputs = SessionOutputs(chimes, self.voice, settings, 1.0, lambda: self.player)
        self.speaker = outputs.speaker
        self._disk = Disk()
        recorder = Recorder(history, ask=self._disk.ask)
        self.player = Player(clock, _wall, recorder, (*outputs.listeners, *ears))
        self.speaker.wanted.connect(self.player.beat)
        preparation = Preparation(library_of(folder), preferences)
        reached = Outputs()
        reached.connect_to(chimes, outputs.awake, self.speaker)
        self.services = Services(
            preparation,
            preferences,
            reached,
            _wall,
            make_decoder=lambda: _decoder(folder),
            ask=self._disk.ask,
        )
        self.services.player = self.player
        self.services.archive = SqliteArchive(SqliteHistory(folder.history))
        self.window = WatchedWindow(DARK, self.services, Shell(DARK_GROUND))
        outputs.connect_to(self.window, folder.log)
        if self.player.program is not None:
            self.speaker.prepare(self.player.program.plan)

    def show(self, size: QSize) -> None:
        """Show the window in `size` and give it the keyboard."""
        self.window.resize(size)
        self.window.show()
        self.window.activateWindow()
        let_run_until(self.window.isActiveWindow)
        self.window.load_stage()  # as the program does, once the first page is seen
        gc.freeze()  # as the program does


def application() -> QApplication:
    """Return the application, with Matside's fonts."""
    made = QApplication(["matside"])
    load_fonts(resources() / "fonts")
    return made


def let_run_until(happened: Callable[[], object]) -> None:
    """Run the event loop until `happened()` is true."""
    while not happened():
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _decoder(folder: DataFolder) -> FilmDecoder:
    """Return the decoder for the films of the bundled exercises and of those in `folder`."""
    shelf = FilmLibrary(bundled_films(), Catalogue([folder.exercises, bundled_exercises()]))
    return FilmDecoder(lambda identity: shelf.reel(identity, Settings().body))


def _wall() -> datetime:
    return datetime.now().astimezone()  # noqa: TID251 - the rig is the composition root
