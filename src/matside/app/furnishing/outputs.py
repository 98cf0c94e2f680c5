"""What a session reaches beside the screen, such as sound and voice, as the settings say."""

import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from matside.core.ports.devices import Chimes, Voice
from matside.core.settings import Settings
from matside.core.sound.chime_timing import Timing
from matside.devices.desktop.awake import WakepyAwake
from matside.devices.desktop.media_keys import MprisMediaKeys
from matside.ui.session.audience import Listener
from matside.ui.session.broadcaster import Broadcaster
from matside.ui.session.listeners import AwakeListener, LightingListener, SoundingListener
from matside.ui.session.player import Player
from matside.ui.session.speaker import Speaker
from matside.ui.window.main_window import MainWindow
from matside.ui.window.notices import Notice

SILENT_FROM = 4.0
"""The speed from which on there is no sound."""


class SessionOutputs:
    """What a session reaches beside the screen: sounds, voice, light, awake lock, desktop.

    They follow the settings at once; `speed` is that of the session's clock.
    """

    def __init__(
        self,
        chimes: Chimes,
        voice: Voice,
        settings: Settings,
        speed: float,
        playing: Callable[[], Player],
    ) -> None:
        """Listen to the player that `playing` returns, which is made after this."""
        self._chimes = chimes
        self._voice = voice
        self._speed = speed
        self._playing = playing
        self._sounding = SoundingListener(chimes, muted=settings.muted)
        self.speaker = Speaker(voice, speed, allowed=False)
        self._lighting = LightingListener(allowed=False)
        self._lock = WakepyAwake()
        self.awake = AwakeListener(self._lock, allowed=settings.keep_awake)
        self._media = MprisMediaKeys(lambda: playing().elapsed())
        self._broadcaster = Broadcaster(self._media, lambda: _title_of(playing()), allowed=False)
        self._notices: Mapping[Listener, Notice] = {
            self._sounding: Notice.CHIMES_FAILED,
            self.speaker: Notice.VOICE_FAILED,
            self._lighting: Notice.LIGHT_FAILED,
            self.awake: Notice.AWAKE_FAILED,
            self._broadcaster: Notice.MEDIA_KEYS_FAILED,
        }
        self.follow(settings)

    @property
    def listeners(self) -> tuple[Listener, ...]:
        """All listeners of the session."""
        return tuple(self._notices)

    def follow(self, settings: Settings) -> None:
        """Apply `settings` from now on."""
        self._chimes.set_volume(settings.volume)
        self._sounding.muted = settings.muted
        # A speaker needs its offset in unscaled time, whatever the session's speed.
        offset = round(settings.sound_offset * self._speed)
        timing = Timing(offset, settings.wake_speaker)
        self._sounding.set_timing(timing)
        self._voice.set_volume(settings.voice_volume)
        self._voice.set_rate(settings.chosen_voice_rate)
        self.speaker.set_timing(timing)
        self.speaker.allow(settings.voice and not settings.muted)
        self._lighting.allowed = settings.lights_frame and self._speed < SILENT_FROM
        self.awake.allowed = settings.keep_awake
        # On other systems media keys arrive as ordinary keys while the window has the focus.
        takes = settings.media_keys and sys.platform.startswith("linux")
        self._broadcaster.set_allowed(allowed=takes)

    def connect_to(self, window: MainWindow, log: Path) -> None:
        """Show the chime light and failures in `window`, and let media keys control it.

        The warning of a failure names `log`, which has the reason.
        """
        self._lock.make_ready()
        media = self._media
        self._playing().listener_failed.connect(
            lambda listener: window.warn(self._notices[listener], str(log))
        )
        self._lighting.lit.connect(window.light_frame)
        media.setParent(window)
        media.asked.connect(window.take_act)
        media.raised.connect(window.come_forward)
        media.checked.connect(
            lambda: window.warn(Notice.NO_MEDIA_KEYS, media.fault and media.fault.value)
        )


def _title_of(player: Player) -> str:
    return "" if player.program is None else player.program.workout.title
