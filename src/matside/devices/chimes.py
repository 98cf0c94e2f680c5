"""Knows how the chimes are heard: by Qt's sound effects, or not at all."""

import logging
from collections.abc import Mapping
from contextlib import suppress
from enum import Enum
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, QUrl, Signal

from matside.core.ports import Chime

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QSoundEffect

_logger = logging.getLogger(__name__)

SETTLE = 200
"""How long the window is left alone before a device is looked for, in ms.

Loading Qt's part for sound keeps Python busy, and the window is to be seen first.
"""

CALM = 200
"""How long the devices must have been the same before they are looked at again, in ms."""


class SoundFault(Enum):
    """Why no chime is heard: the system's sound library is missing, or a sound device is."""

    NO_LIBRARY = "no library"
    NO_DEVICE = "no device"


class SilentChimes:
    """The chimes of a session that makes no sound."""

    def play(self, chime: Chime) -> None:
        """Make no sound."""

    def set_volume(self, percent: int) -> None:
        """Leave everything silent."""


class QtChimes(QObject):
    """The chimes as sound effects, loaded before the first is asked for.

    The device is looked for in a thread of its own, because a sound server that never answers
    holds Qt up for 30 s. Until it is found, and without one, `play` is silent.
    """

    checked = Signal()
    """Whether anything can be heard is known anew; `fault` says it."""

    _looked = Signal(object)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        """Look for a sound device soon; `folder` holds one WAV file for each chime."""
        super().__init__(parent)
        self._folder = folder
        self._fault: SoundFault | None = None
        self._volume = 1.0
        self._effects: Mapping[Chime, QSoundEffect] = {}
        self._looked.connect(self._open)
        settled = QTimer(self, singleShot=True, interval=SETTLE)
        settled.timeout.connect(self._begin_to_look)
        settled.start()

    @property
    def fault(self) -> SoundFault | None:
        """Why no chime is heard, None where they are and before it is known."""
        return self._fault

    def play(self, chime: Chime) -> None:
        """Start `chime` and return at once."""
        if effect := self._effects.get(chime):
            effect.play()

    def set_volume(self, percent: int) -> None:
        """Play what follows at `percent`, 0 to 100, of the loudness that is felt.

        A chime that starts within 40 ms of the call may still have the volume before.
        """
        self._volume = percent / 100
        self._apply_volume()

    def _begin_to_look(self) -> None:
        Thread(target=self._look, name="sound device", daemon=True).start()

    def _look(self) -> None:
        fault = _find_fault()
        # The window may have been closed in the meantime, and this object with it.
        with suppress(RuntimeError):
            self._looked.emit(fault)

    def _open(self, fault: SoundFault | None) -> None:
        if fault is not SoundFault.NO_LIBRARY:
            self._watch_devices()
        self._settle(fault)

    def _watch_devices(self) -> None:
        from PySide6.QtMultimedia import QMediaDevices

        devices = QMediaDevices(self)
        # One change of the devices is told several times.
        calm = QTimer(self, singleShot=True, interval=CALM)
        calm.timeout.connect(self._look_again)
        devices.audioOutputsChanged.connect(calm.start)

    def _look_again(self) -> None:
        """Load everything anew: Qt's effects stay mute where their device went and came back."""
        self._settle(_find_fault())

    def _settle(self, fault: SoundFault | None) -> None:
        self._fault = fault
        if fault is None:
            self._load()
        else:
            _logger.warning("No chime can be heard: %s", fault.value)
        self.checked.emit()

    def _load(self) -> None:
        # Effects share their way to the device: the old ones must be gone before the new come.
        self._effects = {}
        self._effects = {chime: self._effect(chime) for chime in Chime}
        self._apply_volume()

    def _effect(self, chime: Chime) -> "QSoundEffect":
        from PySide6.QtMultimedia import QSoundEffect

        effect = QSoundEffect()
        effect.setSource(QUrl.fromLocalFile(self._folder / f"{chime.value}.wav"))
        return effect

    def _apply_volume(self) -> None:
        if not self._effects:
            return
        from PySide6.QtMultimedia import QAudio

        scale = QAudio.VolumeScale
        linear = QAudio.convertVolume(
            self._volume, scale.LogarithmicVolumeScale, scale.LinearVolumeScale
        )
        for effect in self._effects.values():
            effect.setVolume(linear)


def _find_fault() -> SoundFault | None:
    """Return why nothing can be heard; the first call starts Qt's part for sound."""
    try:
        from PySide6.QtMultimedia import QMediaDevices
    except ImportError:
        _logger.warning("Qt's part for sound cannot be loaded", exc_info=True)
        return SoundFault.NO_LIBRARY
    return SoundFault.NO_DEVICE if QMediaDevices.defaultAudioOutput().isNull() else None
