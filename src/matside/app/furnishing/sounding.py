"""Connects the window with sound, voice and the other outputs, once the first page is seen."""

import logging
import time

from PySide6.QtWidgets import QApplication

from matside.app.furnishing.outputs import SILENT_FROM, SessionOutputs
from matside.app.request import WindowRequest
from matside.core.keymap import Act
from matside.core.ports.devices import NOBODY, Chimes, Speaks, Voice, VoiceFault
from matside.core.settings import Settings
from matside.core.workout.plan import Plan
from matside.devices.sound.chimes import QtChimes, SilentChimes
from matside.devices.sound.clips import Clips
from matside.devices.voice.recordings import VoicePack
from matside.devices.voice.voice import ClipVoice, SilentVoice
from matside.files.folders import DataFolder
from matside.files.resources import resources
from matside.ui.keyboard.key_faces import key_name
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.window.main_window import MainWindow
from matside.ui.window.notices import Notice
from matside.ui.window.services import Services

_VOICE_NOTICES = {
    (None, VoiceFault.NO_ENGINE): Notice.NO_VOICE,
    (None, VoiceFault.FAILS): Notice.VOICE_FAILS,
    (Speaks.RECORDED, VoiceFault.PARTLY): Notice.VOICE_LACKS_WORDS,
    (Speaks.RECORDED, VoiceFault.FAILS): Notice.ENGINE_FAILS,
}
"""The notice for each combination of who speaks and what is wrong."""


def connect_outputs(
    window: MainWindow,
    services: Services,
    request: WindowRequest,
    data: DataFolder,
    application: QApplication,
) -> None:
    """Connect the session of `services` to all outputs, and let `window` warn of their faults."""
    player, preferences = services.player, services.preferences
    settings = preferences.settings
    chimes, voice = _sound(request, settings, data, application)
    outputs = SessionOutputs(chimes, voice, settings, request.speed, lambda: player)
    speaker = outputs.speaker
    player.audience.join(outputs.listeners)
    speaker.wanted.connect(player.beat)
    player.changed.connect(lambda: speaker.prepare(_plan_of(player)))
    preferences.changed.connect(lambda: outputs.follow(preferences.settings))
    services.outputs.connect_to(chimes, outputs.awake, speaker)
    outputs.connect_to(window, data.log)
    _warn_of_silence(chimes, voice, preferences, window)
    if isinstance(voice, ClipVoice):
        voice.cast.connect(speaker.voice_changed)
    speaker.prepare(_plan_of(player))


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
    """Have the window say that nothing chimes: on the stage too, if that was once different."""
    holding = Notice.NO_SOUND

    def warn() -> None:
        nonlocal holding
        window.warn(holding, chimes.fault.value if chimes.fault else None)
        if not chimes.fault:
            holding = Notice.SOUND_LOST

    chimes.checked.connect(warn)
