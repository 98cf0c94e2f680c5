"""The composition root: builds everything that fills the window, and connects it."""

import logging
import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from matside.app import log
from matside.app.disk import AT_END, AT_START, UNANSWERED, Beginning, Disk, begin_with
from matside.app.outputs import SILENT_FROM, SessionOutputs
from matside.app.request import DEFAULT_WORKOUT, WindowRequest
from matside.core.history.recorder import Recorder
from matside.core.keymap import Act
from matside.core.ports.devices import NOBODY, Chimes, Speaks, Voice, VoiceFault
from matside.core.session.clock import Clock
from matside.core.settings import Settings
from matside.core.workout.plan import Plan
from matside.devices.desktop.instance import Instance
from matside.devices.desktop.local_zone import LocalZone
from matside.devices.sound.chimes import QtChimes, SilentChimes
from matside.devices.sound.clips import Clips
from matside.devices.voice.recordings import VoicePack
from matside.devices.voice.voice import ClipVoice, SilentVoice
from matside.doctor.apart import examine_apart
from matside.files.films import FilmLibrary
from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from matside.files.resources import bundled_exercises, bundled_films, resources
from matside.files.settings import SettingsFile
from matside.files.slices import Steps
from matside.files.workouts.catalogue import Catalogue
from matside.files.workouts.library import WorkoutLibrary, library_of
from matside.ui.checkup.checkup import Checkup
from matside.ui.drawing.lettering import load_fonts
from matside.ui.drawing.theme import Theme, theme_of
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.keyboard.key_faces import key_name
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.session.session_saver import SessionSaver
from matside.ui.start.preparation import Preparation
from matside.ui.start.workout_reader import Reader
from matside.ui.summary.late_offer import LateOffer
from matside.ui.window.main_window import MainWindow
from matside.ui.window.notices import Notice
from matside.ui.window.services import Services
from matside.ui.window.shell import Shell

_OF_THE_STAGE = (
    "matside.ui.kit.rows",
    "matside.ui.stage.layout.frame",
    "matside.ui.stage.layout.block",
    "matside.ui.stage.layout.layout",
    "matside.ui.stage.screen_reader",
    "matside.ui.stage.stage",
)
"""What the first press needs, in pieces of which none holds up the event loop for long."""

_VOICE_NOTICES = {
    (None, VoiceFault.NO_ENGINE): Notice.NO_VOICE,
    (None, VoiceFault.FAILS): Notice.VOICE_FAILS,
    (Speaks.RECORDED, VoiceFault.PARTLY): Notice.VOICE_LACKS_WORDS,
    (Speaks.RECORDED, VoiceFault.FAILS): Notice.ENGINE_FAILS,
}
"""The notice for each combination of who speaks and what is wrong."""


def furnish(
    shell: Shell,
    request: WindowRequest,
    settings: Settings,
    problems: tuple[tuple[str, ...], str | None],
    instance: Instance,
    until_closed: ExitStack,
) -> Steps[None]:
    """Fill `shell` with everything, and do what `request` asks for.

    The workouts that are shown first are read in short steps; then everything is built at once.
    `problems` are the warnings of the settings, and why the data folder could not be made.
    Cleanup is registered with `until_closed`.
    """
    application = QGuiApplication.instance()
    assert isinstance(application, QApplication)
    application.setWindowIcon(QIcon(str(resources() / "icons" / "matside.svg")))
    load_fonts(resources() / "fonts")
    data = DataFolder(request.data)
    warnings, unmade = problems
    faults = UncaughtFaults()
    until_closed.callback(log.install(data.log, faults.found.emit).close)
    library = library_of(data)
    for word in filter(None, (settings.last_workout, request.workout)):
        yield from library.finding(word)
    try:
        window = _window(
            request, settings, (data, unmade, library), application, instance.keeps_folder
        )
    except Exception:
        logging.getLogger(__name__).exception("The window could not be furnished")
        raise
    faults.found.connect(lambda: window.warn(Notice.WENT_WRONG, str(data.log)))
    faults.setParent(window)
    window.warn(Notice.SETTINGS_READ_IN_PART, _in_folder(data, warnings))
    shell.fill(window)
    if request.start:
        window.begin()
    _listen(instance, window)
    yield from _load_stage(window)


def _load_stage(window: MainWindow) -> Steps[None]:
    """Have the first page painted, then load the stage a little at a time, before it is wanted."""
    yield
    for module in _OF_THE_STAGE:
        import_module(module)
        yield
    window.load_stage()


class UncaughtFaults(QObject):
    """Signals uncaught exceptions of any thread to the window's thread."""

    found = Signal()


def _in_folder(data: DataFolder, warnings: tuple[str, ...]) -> str | None:
    """Return `warnings` as one text, without the data folder before the names of files."""
    folder = f"{data.root}{os.sep}"
    return "; ".join(warning.removeprefix(folder) for warning in warnings) or None


def _listen(instance: Instance, window: MainWindow) -> None:
    def come_forward(token: str) -> None:
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        window.come_forward()

    instance.raised.connect(come_forward)
    instance.listen()


def _window(
    request: WindowRequest,
    settings: Settings,
    folder: tuple[DataFolder, str | None, WorkoutLibrary],
    application: QApplication,
    keeps_folder: Callable[[], bool],
) -> MainWindow:
    data, unmade, library = folder
    disk = Disk(application)
    history = SqliteHistory(data.history, keeps_folder)
    begun = _begin(disk, history, looks_for_all=_may_be_first(request, settings))
    settings_file = SettingsFile(data, is_made=unmade is None)
    preferences = Preferences(settings, settings_file.save, fault=unmade, ask=disk.ask)
    chimes, voice = _sound(request, settings, data, application)
    clock = Clock(_ticks(), request.speed)

    outputs = SessionOutputs(chimes, voice, settings, request.speed, lambda: player)
    speaker = outputs.speaker
    player = Player(clock, _wall, Recorder(history, begun.unread, disk.ask), outputs.listeners)
    speaker.wanted.connect(player.beat)
    player.changed.connect(lambda: speaker.prepare(_plan_of(player)))
    given = None if request.workout is None else library.find(request.workout)
    reader = Reader(
        library, settings.last_workout, time.monotonic_ns, application, usual=DEFAULT_WORKOUT
    )
    preparation = Preparation(reader, preferences, given=given, rounds=request.rounds)
    reader.completed.connect(preparation.look_again)

    preferences.changed.connect(lambda: outputs.follow(preferences.settings))
    catalogue = Catalogue([data.exercises, bundled_exercises()])
    services = Services(
        player,
        preparation,
        preferences,
        chimes,
        outputs.awake,
        speaker,
        _wall,
        checkup=Checkup(lambda: examine_apart(data, os.environ)),
        projector=_projector(catalogue, preferences, application),
        advice=catalogue.advice,
    )
    desktop = application.styleHints()

    def theme() -> Theme:
        return theme_of(preferences.settings.theme, desktop.colorScheme())

    if begun.trained:
        preferences.change(replace(settings, welcomed=True))
    welcomes = begun.offered is None and begun.trained is False
    window = MainWindow(theme(), services, begun.offered, welcomes=welcomes)
    outputs.connect_to(window, data.log)
    preferences.changed.connect(lambda: window.set_theme(theme()))
    desktop.colorSchemeChanged.connect(lambda _: window.set_theme(theme()))
    _warn_of_silence(chimes, voice, preferences, window)
    if isinstance(voice, ClipVoice):
        voice.cast.connect(speaker.voice_changed)
    window.warn(Notice.NOT_SAVED, preferences.fault)
    window.warn(Notice.NOT_RECORDED, begun.unread)

    def warn_of_damage() -> None:
        kept = history.set_aside
        window.warn(Notice.HISTORY_SET_ASIDE, None if kept is None else kept.name)
        window.warn(Notice.SESSION_LOST, history.lost)

    if begun.unread is not None:
        late = LateOffer(history.unfinished, ask=disk.ask, parent=window)
        late.settled.connect(window.offer)
        late.settled.connect(warn_of_damage)

    warn_of_damage()
    player.recording.failing_changed.connect(warn_of_damage)
    application.aboutToQuit.connect(lambda: _end(preferences, player.recording, disk, history))
    application.commitDataRequest.connect(lambda _: window.close_at_once())
    if request.start and request.rounds is None:
        preparation.start_as_written()
    return window


def _may_be_first(request: WindowRequest, settings: Settings) -> bool:
    """Return whether this may be the first start, without a workout on the command line.

    The history then has to be searched; the result is remembered in the settings.
    """
    return not (settings.welcomed or request.start or request.workout is not None)


def _begin(disk: Disk, history: SqliteHistory, *, looks_for_all: bool) -> Beginning:
    """Return what `history` has for the start, or UNANSWERED if the disk is too slow."""
    found: list[Beginning | Exception] = []
    disk.ask(partial(begin_with, history, looks_for_all=looks_for_all), found.append)
    disk.finish(AT_START)
    match found:
        case [Beginning() as beginning]:
            return beginning
        case [Exception() as error]:
            return Beginning(unread=str(error))
        case _:
            return UNANSWERED


def _end(
    preferences: Preferences, recording: SessionSaver, disk: Disk, history: SqliteHistory
) -> None:
    """Write everything and close `history`, if the disk still answers."""
    preferences.settle()
    if recording.is_behind:
        recording.retry()
    if disk.finish(AT_END):
        disk.ask(history.close, lambda _: None)
        disk.finish(AT_END)


def _sound(
    request: WindowRequest, settings: Settings, data: DataFolder, application: QApplication
) -> tuple[Chimes, Voice]:
    """Return the device for chimes and the voice."""
    if request.speed >= SILENT_FROM:
        return SilentChimes(), SilentVoice()
    clips = Clips(time.monotonic_ns)
    voice = ClipVoice(
        data.cache / "voice", clips, settings.chosen_voice_rate, pack=_recorded_voice()
    )
    application.aboutToQuit.connect(voice.close)
    application.aboutToQuit.connect(clips.close)
    return QtChimes(resources() / "sounds", clips), voice


def _projector(
    catalogue: Catalogue, preferences: Preferences, application: QApplication
) -> FilmDecoder:
    """Return the decoder for the films of `catalogue`, which follows the preferred body."""
    library = FilmLibrary(bundled_films(), catalogue)
    projector = FilmDecoder(lambda identity: library.reel(identity, preferences.settings.body))
    shown = preferences.settings.body

    def follow() -> None:
        nonlocal shown
        if preferences.settings.body is not shown:
            shown = preferences.settings.body
            projector.find_others()

    preferences.changed.connect(follow)
    application.aboutToQuit.connect(projector.close)
    return projector


def _recorded_voice() -> VoicePack | None:
    """Return the recorded voice, None if a package left it out."""
    try:
        return VoicePack(resources() / "voice")
    except (OSError, ValueError, LookupError, TypeError) as error:
        logging.getLogger(__name__).info("No recorded voice: %s", error)
        return None


def _plan_of(player: Player) -> Plan | None:
    return None if player.program is None else player.program.plan


def _warn_of_silence(
    chimes: Chimes, voice: Voice, preferences: Preferences, window: MainWindow
) -> None:
    """Let the window warn when chimes cannot be heard, or the voice cannot although it is on."""
    if isinstance(chimes, QtChimes):
        _warn_of_lost_sound(chimes, window)
    if not isinstance(voice, ClipVoice):
        return

    def warn() -> None:
        settings = preferences.settings
        key = key_name(settings.keymap.of(Act.VOICE)[0])
        state = voice.state if settings.voice else NOBODY
        for fault, notice in _VOICE_NOTICES.items():
            window.warn(notice, key if (state.speaks, state.fault) == fault else None)

    voice.checked.connect(warn)
    preferences.changed.connect(warn)


def _warn_of_lost_sound(chimes: QtChimes, window: MainWindow) -> None:
    """Let the window warn when chimes cannot be heard: on the stage too if they once could."""
    holding = Notice.NO_SOUND

    def warn() -> None:
        nonlocal holding
        why = _why_silent(chimes)
        window.warn(holding, why)
        if why is None:
            holding = Notice.SOUND_LOST

    chimes.checked.connect(warn)


def _why_silent(chimes: QtChimes) -> str | None:
    return chimes.fault.value if chimes.fault else None


def _ticks() -> Callable[[], int]:
    """Return a clock in nanoseconds that goes on while the machine sleeps.

    Windows' monotonic clock may stop during sleep; there a session simply goes on afterwards.
    """
    if sys.platform == "darwin":
        return lambda: time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    if hasattr(time, "CLOCK_BOOTTIME"):
        return lambda: time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    return time.monotonic_ns


def _wall() -> datetime:
    return datetime.now(LocalZone())  # noqa: TID251 - all other modules are given this clock
