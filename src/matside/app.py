"""The composition root: builds everything that fills the window, and knows everybody."""

import logging
import os
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from matside import log
from matside.core.clock import Clock
from matside.core.keys import Act
from matside.core.plan import Plan
from matside.core.ports import Chimes, HistoryError, Voice, VoiceFault
from matside.core.record import OpenSession
from matside.core.recorder import Recorder
from matside.core.settings import Settings
from matside.core.sounding import Timing
from matside.devices.awake import WakepyAwake
from matside.devices.chimes import QtChimes, SilentChimes
from matside.devices.clips import Clips
from matside.devices.instance import Instance
from matside.devices.media_keys import MprisMediaKeys
from matside.devices.voice import ClipVoice, SilentVoice
from matside.files import settings as settings_file
from matside.files.folders import DataFolder
from matside.files.history import SqliteHistory
from matside.files.resources import resources
from matside.files.workouts import library_of
from matside.request import WindowRequest
from matside.ui.broadcaster import Broadcaster
from matside.ui.crew import Crew
from matside.ui.key_faces import key_name
from matside.ui.lettering import load_fonts
from matside.ui.listeners import AwakeListener, LightingListener, SoundingListener
from matside.ui.main_window import MainWindow
from matside.ui.notices import Notice
from matside.ui.player import Player
from matside.ui.preferences import Preferences
from matside.ui.preparation import Preparation
from matside.ui.shell import Shell
from matside.ui.speaker import Speaker
from matside.ui.theme import Theme, theme_of

SILENT_FROM = 4.0
"""At this speed and above nothing sounds."""


def furnish(
    shell: Shell,
    request: WindowRequest,
    settings: Settings,
    problems: tuple[tuple[str, ...], str | None],
    instance: Instance,
    until_closed: ExitStack,
) -> None:
    """Fill `shell` with everything, and run what `request` asks for.

    `problems` are the warnings of the settings, and why the data folder could not be made.
    `until_closed` takes what is to be done at the end.
    """
    application = QGuiApplication.instance()
    assert isinstance(application, QApplication)
    application.setWindowIcon(QIcon(str(resources() / "icons" / "matside.svg")))
    load_fonts(resources() / "fonts")
    data = DataFolder(request.data)
    faults = Faults()
    until_closed.callback(log.install(data.log, faults.found.emit).close)
    try:
        window = _window(request, settings, data, application)
    except Exception:
        logging.getLogger(__name__).exception("The window could not be furnished")
        raise
    faults.found.connect(lambda: window.warn(Notice.WENT_WRONG, str(data.log)))
    faults.setParent(window)
    warnings, unmade = problems
    window.warn(Notice.SETTINGS_READ_IN_PART, "; ".join(warnings) or None)
    window.warn(Notice.NOT_SAVED, unmade)
    shell.fill(window)
    _listen(instance, window)


class Faults(QObject):
    """Tells the window's thread of a fault that nobody caught, whichever thread it was in."""

    found = Signal()


def _listen(instance: Instance, window: MainWindow) -> None:
    def come_forward(token: str) -> None:
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        window.come_forward()

    instance.raised.connect(come_forward)
    instance.listen()


def _window(
    request: WindowRequest, settings: Settings, data: DataFolder, application: QApplication
) -> MainWindow:
    preferences = Preferences(settings, lambda kept: settings_file.save(data.settings, kept))
    history = SqliteHistory(data.history)
    offered, unread = _unfinished(history)
    chimes, voice = _sound(request, settings, data, application)
    sounding = SoundingListener(
        chimes, muted=settings.muted, timing=_timing(settings, request.speed)
    )
    lighting = LightingListener(allowed=_lights(settings, request.speed))
    awake = AwakeListener(WakepyAwake(), allowed=settings.keep_awake)
    clock = Clock(_ticks(), request.speed)
    speaker = Speaker(
        voice,
        request.speed,
        allowed=_speaks(settings),
        timing=_timing(settings, request.speed),
    )

    def position() -> int:
        return player.elapsed()

    media = MprisMediaKeys(position)
    broadcaster = Broadcaster(
        media, lambda: _title_of(player), allowed=_takes_media_keys(settings)
    )
    listeners = (sounding, speaker, lighting, awake, broadcaster)
    player = Player(clock, _wall, Recorder(history, unread), listeners)
    speaker.wanted.connect(player.beat)
    player.changed.connect(lambda: speaker.prepare(_plan_of(player)))
    library = library_of(data)
    given = None if request.workout is None else library.find(request.workout)
    preparation = Preparation(library, preferences, given=given, rounds=request.rounds)

    def follow() -> None:
        now = preferences.settings
        chimes.set_volume(now.volume)
        voice.set_volume(now.voice_volume)
        voice.set_rate(now.voice_rate)
        sounding.muted = now.muted
        speaker.allow(_speaks(now))
        for listener in (sounding, speaker):
            listener.set_timing(_timing(now, request.speed))
        lighting.allowed = _lights(now, request.speed)
        awake.allowed = now.keep_awake
        broadcaster.set_allowed(allowed=_takes_media_keys(now))

    preferences.changed.connect(follow)
    crew = Crew(player, preparation, preferences, chimes, awake, speaker, _wall)
    desktop = application.styleHints()

    def theme() -> Theme:
        return theme_of(preferences.settings.theme, desktop.colorScheme())

    welcomes = offered is None and _is_first(request, preferences, history)
    window = MainWindow(theme(), crew, offered, welcomes=welcomes)
    lighting.lit.connect(window.light_frame)
    _follow_media_keys(media, window)
    preferences.changed.connect(lambda: window.set_theme(theme()))
    desktop.colorSchemeChanged.connect(lambda _: window.set_theme(theme()))
    _warn_of_silence(chimes, voice, preferences, window)
    window.warn(Notice.NOT_RECORDED, unread)
    application.commitDataRequest.connect(lambda _: window.close_at_once())
    if request.start:
        if request.rounds is None:
            preparation.start_as_written()
        window.begin()
    return window


def _unfinished(history: SqliteHistory) -> tuple[OpenSession | None, str | None]:
    try:
        return history.unfinished(), None
    except HistoryError as error:
        return None, str(error)


def _is_first(request: WindowRequest, preferences: Preferences, history: SqliteHistory) -> bool:
    """Return whether this is the first start of somebody who has asked for nothing special.

    Whoever has trained before needs no welcome; that is remembered, and not looked up again.
    """
    if preferences.settings.welcomed or request.start or request.workout is not None:
        return False
    try:
        trained = bool(history.sessions())
    except HistoryError:
        return False
    if trained:
        preferences.change(replace(preferences.settings, welcomed=True))
    return not trained


def _sound(
    request: WindowRequest, settings: Settings, data: DataFolder, application: QApplication
) -> tuple[Chimes, Voice]:
    """Return what chimes and what speaks."""
    if request.speed >= SILENT_FROM:
        return SilentChimes(), SilentVoice()
    clips = Clips(time.monotonic_ns)
    voice = ClipVoice(data.cache / "voice", clips, settings.voice_rate)
    chimes = QtChimes(resources() / "sounds", clips)
    application.aboutToQuit.connect(voice.close)
    application.aboutToQuit.connect(clips.close)
    voice.set_volume(settings.voice_volume)
    chimes.set_volume(settings.volume)
    return chimes, voice


def _speaks(settings: Settings) -> bool:
    return settings.voice and not settings.muted


def _plan_of(player: Player) -> Plan | None:
    return None if player.program is None else player.program.plan


def _follow_media_keys(media: MprisMediaKeys, window: MainWindow) -> None:
    media.setParent(window)
    media.asked.connect(window.take_act)
    media.raised.connect(window.come_forward)
    media.checked.connect(
        lambda: window.warn(Notice.NO_MEDIA_KEYS, media.fault and media.fault.value)
    )


def _warn_of_silence(
    chimes: Chimes, voice: Voice, preferences: Preferences, window: MainWindow
) -> None:
    """Have the window say why nothing chimes, and why nobody speaks where somebody is to."""
    if isinstance(chimes, QtChimes):
        chimes.checked.connect(lambda: window.warn(Notice.NO_SOUND, _why_silent(chimes)))
    if not isinstance(voice, ClipVoice):
        return
    notices = {VoiceFault.NO_ENGINE: Notice.NO_VOICE, VoiceFault.FAILS: Notice.VOICE_FAILS}

    def warn() -> None:
        settings = preferences.settings
        key = key_name(settings.keymap.of(Act.VOICE)[0])
        for fault, notice in notices.items():
            window.warn(notice, key if settings.voice and voice.fault is fault else None)

    voice.checked.connect(warn)
    preferences.changed.connect(warn)


def _timing(settings: Settings, speed: float) -> Timing:
    """Return when sounds start, by the session's clock: a speaker knows no speed."""
    return Timing(round(settings.sound_offset * speed), settings.wake_speaker)


def _lights(settings: Settings, speed: float) -> bool:
    return settings.lights_frame and speed < SILENT_FROM


def _takes_media_keys(settings: Settings) -> bool:
    """Return whether the media keys are to be asked for; elsewhere they come as keys."""
    return settings.media_keys and sys.platform.startswith("linux")


def _title_of(player: Player) -> str:
    return "" if player.program is None else player.program.workout.title


def _why_silent(chimes: QtChimes) -> str | None:
    return chimes.fault.value if chimes.fault else None


def _ticks() -> Callable[[], int]:
    """Return the clock in nanoseconds that goes on while the machine sleeps.

    Windows' monotonic clock may stop in sleep; there a session simply goes on after it.
    """
    if sys.platform == "darwin":
        return lambda: time.clock_gettime_ns(time.CLOCK_MONOTONIC)
    if hasattr(time, "CLOCK_BOOTTIME"):
        return lambda: time.clock_gettime_ns(time.CLOCK_BOOTTIME)
    return time.monotonic_ns


def _wall() -> datetime:
    return datetime.now().astimezone()  # noqa: TID251 - everybody else is given this one
