"""Knows how the chimes are heard: as sound files, or not at all."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from matside.core.ports.devices import Chime
from matside.devices.sound.clips import Clips
from matside.devices.sound.messages import SoundFault


class SilentChimes:
    """The chimes of a session that makes no sound."""

    def play(self, chime: Chime) -> None:
        """Make no sound."""

    def set_volume(self, percent: int) -> None:
        """Leave everything silent."""


class QtChimes(QObject):
    """The chimes as sound files, loaded before the first is asked for.

    Until a device is found, and without one, `play` is silent.
    """

    checked = Signal()
    """Whether anything can be heard is known anew; `fault` says it."""

    def __init__(self, folder: Path, clips: Clips, parent: QObject | None = None) -> None:
        """Play by `clips`; `folder` holds one WAV file for each chime."""
        super().__init__(parent)
        self._files = {chime: folder / f"{chime.value}.wav" for chime in Chime}
        self._clips = clips
        clips.checked.connect(self.checked)
        self.set_volume(100)

    @property
    def fault(self) -> SoundFault | None:
        """Why no chime is heard, None where they are and before it is known."""
        return self._clips.fault

    def play(self, chime: Chime) -> None:
        """Start `chime` and return at once."""
        self._clips.play(self._files[chime])

    def set_volume(self, percent: int) -> None:
        """Play what follows at `percent`, 0 to 100, of the loudness that is felt.

        A chime that starts within 40 ms of the call may still have the volume before.
        """
        for path in self._files.values():
            self._clips.load(path, volume=percent / 100)
