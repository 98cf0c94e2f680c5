"""Plays sound files by their paths, in a process that is replaced when it or its server fails."""

import logging
from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from matside.devices.sound.messages import (
    Ended,
    Load,
    Message,
    Play,
    Ready,
    Silent,
    SoundFault,
    Stop,
)
from matside.devices.sound.supervisor import SoundSupervisor

_logger = logging.getLogger(__name__)

SETTLE = 200
"""How long the start of the sound process is delayed, in ms, so that the window comes first."""


class Clips(QObject):
    """Plays WAV files, each with a volume of its own, and never waits.

    As long as there is no sound device nothing is played, or played later: a sound that would be
    more than 100 ms late is dropped.
    """

    checked = Signal()
    """Emitted when it is known whether anything can be heard; see `fault`."""

    finished = Signal(int)
    """A clip has ended: played, stopped, or lost with its device; the int is its number."""

    def __init__(
        self, instant: Callable[[], int], supervisor: SoundSupervisor | None = None
    ) -> None:
        """Look for a device soon; `instant` is `time.monotonic_ns`, which all processes share."""
        super().__init__()
        self._instant = instant
        self._supervisor = supervisor or SoundSupervisor(self)
        self._numbers = count(1)
        self._volumes: dict[Path, float] = {}
        self._playing: set[int] = set()
        self._ready = False
        self._fault: SoundFault | None = None
        self._supervisor.told.connect(self._take)
        self._supervisor.lost.connect(self._forget)
        settled = QTimer(self, singleShot=True, interval=SETTLE)
        settled.timeout.connect(self._supervisor.start)
        settled.start()

    @property
    def fault(self) -> SoundFault | None:
        """Why nothing can be heard; None if it can, or before it is known."""
        return self._fault

    def load(self, path: Path, *, volume: float = 1.0) -> None:
        """Load the file `path`; from now on it is played at `volume`, 0 to 1, as perceived.

        A clip that starts within 40 ms of the call may still have the old volume.
        """
        self._volumes[path] = volume
        if self._ready:
            self._supervisor.say(Load(str(path), volume))

    def play(self, path: Path, *, volume: float = 1.0) -> int | None:
        """Start the file `path`; return the number of the clip, None if it cannot be heard.

        A file that is still playing starts again. One that is not loaded starts a little later,
        at `volume`, and is unloaded afterwards.
        """
        if not self._ready:
            return None
        clip = next(self._numbers)
        self._playing.add(clip)
        self._supervisor.say(Play(clip, str(path), self._instant(), volume))
        return clip

    def stop(self, clip: int) -> None:
        """Stop `clip`, if it is still playing."""
        if clip in self._playing:
            self._supervisor.say(Stop(clip))

    def close(self) -> None:
        """End the sound process; nothing is heard after that."""
        self._ready = False
        self._supervisor.stop()

    def _take(self, message: Message) -> None:
        match message:
            case Ready():
                self._be_ready()
            case Silent(fault, why):
                self._be_silent(SoundFault(fault), why)
            case Ended(clip):
                self._end(clip)
            case _:
                pass

    def _be_ready(self) -> None:
        self._ready = True
        self._fault = None
        for path, volume in self._volumes.items():
            self._supervisor.say(Load(str(path), volume))
        self.checked.emit()

    def _be_silent(self, fault: SoundFault, why: str) -> None:
        self._forget()
        if fault is SoundFault.NO_LIBRARY:
            self._supervisor.stop()
        if fault is not self._fault:
            _logger.warning("Nothing can be heard: %s", why)
        self._fault = fault
        self.checked.emit()

    def _forget(self) -> None:
        self._ready = False
        for clip in sorted(self._playing):
            self._end(clip)

    def _end(self, clip: int) -> None:
        if clip in self._playing:
            self._playing.discard(clip)
            self.finished.emit(clip)
