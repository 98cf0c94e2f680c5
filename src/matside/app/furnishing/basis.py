"""Builds what the start page needs, upon which everything else is built."""

import os
import time
from datetime import datetime
from functools import cache, partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from matside.app.disk import Disk
from matside.app.request import DEFAULT_WORKOUT, WindowRequest
from matside.core.settings import Settings
from matside.core.window_place import Freedom
from matside.devices.desktop.local_zone import LocalZone
from matside.files.folders import DataFolder
from matside.files.resources import bundled_films
from matside.files.settings import SettingsFile
from matside.files.slices import Steps
from matside.files.workouts.catalogue import Catalogue
from matside.files.workouts.library import WorkoutLibrary, library_of
from matside.frozen import frozen
from matside.ui.drawing.theme import Theme, theme_of
from matside.ui.session.outputs import Outputs
from matside.ui.session.preferences import Preferences
from matside.ui.start.preparation import Preparation
from matside.ui.start.workout_reader import Reader
from matside.ui.window.services import Services

if TYPE_CHECKING:
    from matside.core.ports.findings import Finding
    from matside.ui.figures.film_decoder import FilmDecoder


@frozen
class Basis:
    """What was asked for, where it is kept, and the services without the session's player."""

    application: QApplication
    request: WindowRequest
    data: DataFolder
    disk: Disk
    services: Services

    @property
    def preferences(self) -> Preferences:
        """What the athlete prefers."""
        return self.services.preferences

    def theme(self) -> Theme:
        """Return the theme that is preferred, on the desktop as it is now."""
        scheme = self.application.styleHints().colorScheme()
        return theme_of(self.preferences.settings.theme, scheme)

    def may_be_first_start(self) -> bool:
        """Return whether this may be the first start, without a workout on the command line.

        The history then has to be searched; the result is remembered in the settings.
        """
        request, settings = self.request, self.preferences.settings
        return not (settings.welcomed or request.start or request.workout is not None)


def lay_basis(
    application: QApplication, request: WindowRequest, settings: Settings, unmade: str | None
) -> Steps[Basis]:
    """Build the basis in short steps, with the workouts that are shown first.

    `unmade` is why the data folder could not be made, None if it is there.
    """
    data, disk = DataFolder(request.data), Disk(application)
    settings_file = SettingsFile(data, is_made=unmade is None)
    preferences = Preferences(settings, settings_file.save, fault=unmade, ask=disk.ask)
    library = library_of(data)
    preparation = yield from _preparation(application, request, library, preferences)
    catalogue = library.catalogue()
    services = Services(
        preparation,
        preferences,
        Outputs(application),
        _wall,
        examine=partial(_examine, data),
        make_decoder=lambda: _decoder(catalogue, preferences, application),
        advice=catalogue.advice,
        freedom=cache(partial(_freedom, application.platformName())),
        ask=disk.ask,
    )
    return Basis(application, request, data, disk, services)


def _preparation(
    application: QApplication,
    request: WindowRequest,
    library: WorkoutLibrary,
    preferences: Preferences,
) -> Steps[Preparation]:
    """Return what can be chosen, with the plan of what is chosen."""
    last = preferences.settings.last_workout
    reader = Reader(library, last, time.monotonic_ns, application, usual=DEFAULT_WORKOUT)
    yield from reader.begin()
    given = None if request.workout is None else (yield from library.finding(request.workout))
    preparation = Preparation(reader, preferences, given=given, rounds=request.rounds)
    if request.start and request.rounds is None:
        preparation.start_as_written()
    yield from preparation.make()
    reader.completed.connect(preparation.look_again)
    return preparation


def _examine(data: DataFolder) -> tuple["Finding", ...]:
    """Return what is found out about the machine; this blocks."""
    from matside.doctor.apart import examine_apart

    return examine_apart(data, os.environ)


def _freedom(platform: str) -> Freedom:
    """Return what the desktop lets windows do, which is asked when somebody wants to know."""
    from matside.devices.desktop.window_freedom import freedom_on

    return freedom_on(platform, os.environ.get("DISPLAY"))


def _decoder(
    catalogue: Catalogue, preferences: Preferences, application: QApplication
) -> "FilmDecoder":
    """Return the decoder for the films of `catalogue`, which follows the preferred body."""
    from matside.files.films import FilmLibrary
    from matside.ui.figures.film_decoder import FilmDecoder

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


def _wall() -> datetime:
    return datetime.now(LocalZone())  # noqa: TID251 - all other modules are given this clock
