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

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from matside.app import log
from matside.app.disk import AT_END, AT_START, UNANSWERED, Beginning, Disk, begin_with
from matside.app.loading import load
from matside.app.request import DEFAULT_WORKOUT, WindowRequest
from matside.core.history.recorder import Recorder
from matside.core.ports.devices import Listed
from matside.core.ports.findings import Finding
from matside.core.session.clock import Clock
from matside.core.settings import Settings
from matside.devices.desktop.instance import Instance
from matside.devices.desktop.local_zone import LocalZone
from matside.files.films import FilmLibrary
from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from matside.files.resources import bundled_exercises, bundled_films, resources
from matside.files.settings import SettingsFile
from matside.files.slices import Steps
from matside.files.workouts.catalogue import Catalogue
from matside.files.workouts.library import library_of
from matside.ui.checkup.checkup import Checkup
from matside.ui.drawing.lettering import load_fonts
from matside.ui.drawing.theme import Theme, theme_of
from matside.ui.figures.film_decoder import FilmDecoder
from matside.ui.session.outputs import Outputs
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.session.session_saver import SessionSaver
from matside.ui.start.preparation import Preparation
from matside.ui.start.workout_reader import Reader
from matside.ui.window.main_window import MainWindow
from matside.ui.window.notices import Notice
from matside.ui.window.services import Services
from matside.ui.window.shell import Shell

_OF_THE_OUTPUTS = (
    "matside.core.speech.schedule",
    "matside.devices.voice.recordings",
    "matside.devices.voice.voice",
    "matside.app.sounding",
)
"""What is heard and said, in pieces."""

_OF_THE_STAGE = (
    "matside.ui.kit.rows",
    "matside.ui.stage.layout.frame",
    "matside.ui.stage.layout.block",
    "matside.ui.stage.layout.layout",
    "matside.ui.stage.screen_reader",
    "matside.ui.stage.stage",
)
"""What the first press shows, in pieces."""


def furnish(
    shell: Shell,
    request: WindowRequest,
    settings: Settings,
    problems: tuple[tuple[str, ...], str | None],
    instance: Instance,
    until_closed: ExitStack,
) -> Steps[None]:
    """Fill `shell` with everything, and do what `request` asks for.

    The workouts that are shown first are read in short steps; then the first page is built,
    and when that is painted everything that is not seen, before any key counts.
    `problems` are the warnings of the settings, and why the data folder could not be made.
    Cleanup is registered with `until_closed`.
    """
    application = QGuiApplication.instance()
    assert isinstance(application, QApplication)  # made before there was a shell
    application.setWindowIcon(QIcon(str(resources() / "icons" / "matside.svg")))
    load_fonts(resources() / "fonts")
    data = DataFolder(request.data)
    warnings, unmade = problems
    faults = UncaughtFaults()
    until_closed.callback(log.install(data.log, faults.found.emit).close)
    library = library_of(data)
    for word in filter(None, (settings.last_workout, request.workout)):
        yield from library.finding(word)
    reader = Reader(
        library, settings.last_workout, time.monotonic_ns, application, usual=DEFAULT_WORKOUT
    )
    yield from reader.begin()
    given = None if request.workout is None else library.find(request.workout)
    try:
        window, services = _window(
            request, settings, (data, unmade, reader), application, instance.keeps_folder, given
        )
    except Exception:
        logging.getLogger(__name__).exception("The window could not be furnished")
        raise
    faults.found.connect(lambda: window.warn(Notice.WENT_WRONG, str(data.log)))
    faults.setParent(window)
    window.warn(Notice.SETTINGS_READ_IN_PART, _in_folder(data, warnings))
    if not request.start:
        shell.fill(window)
        yield  # it is painted
        yield  # and on the screen
    yield from load(_OF_THE_OUTPUTS)
    from matside.app.sounding import connect_outputs

    connect_outputs(window, services, request, data, application)
    if request.start:
        window.begin()
        shell.fill(window)
    yield
    _listen(instance, window)
    yield from load(_OF_THE_STAGE)
    window.load_stage()
    shell.hand_over_keys()


class UncaughtFaults(QObject):
    """Signals uncaught exceptions of any thread to the window's thread."""

    found = Signal()


def _in_folder(data: DataFolder, warnings: tuple[str, ...]) -> str | None:
    """Return `warnings` as one text, without the data folder before the names of files."""
    folder = f"{data.root}{os.sep}"
    return "; ".join(warning.removeprefix(folder) for warning in warnings) or None


def _examine(data: DataFolder) -> tuple[Finding, ...]:
    """Return what is found out about the machine; this blocks."""
    from matside.doctor.apart import examine_apart

    return examine_apart(data, os.environ)


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
    folder: tuple[DataFolder, str | None, Reader],
    application: QApplication,
    keeps_folder: Callable[[], bool],
    given: Listed | None,
) -> tuple[MainWindow, Services]:
    data, unmade, reader = folder
    disk = Disk(application)
    history = SqliteHistory(data.history, keeps_folder)
    begun = _begin(disk, history, looks_for_all=_may_be_first(request, settings))
    settings_file = SettingsFile(data, is_made=unmade is None)
    preferences = Preferences(settings, settings_file.save, fault=unmade, ask=disk.ask)
    clock = Clock(_ticks(), request.speed)

    player = Player(clock, _wall, Recorder(history, begun.unread, disk.ask))
    preparation = Preparation(reader, preferences, given=given, rounds=request.rounds)
    reader.completed.connect(preparation.look_again)

    catalogue = Catalogue([data.exercises, bundled_exercises()])
    services = Services(
        player,
        preparation,
        preferences,
        Outputs(application),
        _wall,
        checkup=Checkup(partial(_examine, data)),
        decoder=_decoder(catalogue, preferences, application),
        advice=catalogue.advice,
    )
    desktop = application.styleHints()

    def theme() -> Theme:
        return theme_of(preferences.settings.theme, desktop.colorScheme())

    if begun.trained:
        preferences.change(replace(settings, welcomed=True))
    welcomes = begun.offered is None and begun.trained is False
    window = MainWindow(theme(), services, begun.offered, welcomes=welcomes)
    preferences.changed.connect(lambda: window.set_theme(theme()))
    desktop.colorSchemeChanged.connect(lambda _: window.set_theme(theme()))
    window.warn(Notice.NOT_SAVED, preferences.fault)
    window.warn(Notice.NOT_RECORDED, begun.unread)

    def warn_of_damage() -> None:
        kept = history.set_aside
        window.warn(Notice.HISTORY_SET_ASIDE, None if kept is None else kept.name)
        window.warn(Notice.SESSION_LOST, history.lost)

    if begun.unread is not None:
        from matside.ui.summary.late_offer import LateOffer

        late = LateOffer(history.unfinished, ask=disk.ask, parent=window)
        late.settled.connect(window.offer)
        late.settled.connect(warn_of_damage)

    warn_of_damage()
    player.recording.failing_changed.connect(warn_of_damage)
    application.aboutToQuit.connect(lambda: _end(preferences, player.recording, disk, history))
    application.commitDataRequest.connect(lambda _: window.close_at_once())
    if request.start and request.rounds is None:
        preparation.start_as_written()
    return window, services


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


def _decoder(
    catalogue: Catalogue, preferences: Preferences, application: QApplication
) -> FilmDecoder:
    """Return the decoder for the films of `catalogue`, which follows the preferred body."""
    library = FilmLibrary(bundled_films(), catalogue)
    decoder = FilmDecoder(lambda identity: library.reel(identity, preferences.settings.body))
    shown = preferences.settings.body

    def follow() -> None:
        nonlocal shown
        if preferences.settings.body is not shown:
            shown = preferences.settings.body
            decoder.find_others()

    preferences.changed.connect(follow)
    application.aboutToQuit.connect(decoder.close)
    return decoder


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
