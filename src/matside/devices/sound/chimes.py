"""The chimes as sound files, or as silence."""

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
        """Do nothing."""


class QtChimes(QObject):
    """The chimes as sound files, which are all loaded in advance.

    As long as there is no sound device, `play` is silent.
    """

    checked = Signal()
    """Emitted when it is known whether anything can be heard; see `fault`."""

    def __init__(self, folder: Path, clips: Clips) -> None:
        """Play by `clips`; `folder` holds one WAV file for each chime."""
        super().__init__()
        self._files = {chime: folder / f"{chime.value}.wav" for chime in Chime}
        self._clips = clips
        clips.checked.connect(self.checked)
        self.set_volume(100)

    @property
    def fault(self) -> SoundFault | None:
        """Why chimes cannot be heard; None if they can, or before it is known."""
        return self._clips.fault

    def play(self, chime: Chime) -> None:
        """Start `chime` and return at once."""
        self._clips.play(self._files[chime])

    def set_volume(self, percent: int) -> None:
        """Play later chimes at `percent`, 0 to 100, of perceived loudness.

        A chime that starts within 40 ms of the call may still have the old volume.
        """
        for path in self._files.values():
            self._clips.load(path, volume=percent / 100)
