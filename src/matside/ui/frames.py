"""Reads the session often enough for the eye, and shows the stage what it reads."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from matside.core.duration import SECOND
from matside.core.estimate import ends
from matside.core.reading import Reading
from matside.ui.player import Player
from matside.ui.stage import Stage


class Frames(QObject):
    """Repaints the stage when the digits change, and as often as it asks while a band moves.

    Nothing of the session depends on it. `read` tells every reading, for the window's title.
    """

    read = Signal(object)

    def __init__(
        self,
        player: Player,
        stage: Stage,
        wall: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._stage = stage
        self._wall = wall
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.show_now)

    def move_to(self, stage: Stage) -> None:
        """Show on `stage` from now on what the session reads."""
        self._stage = stage

    def show_now(self) -> None:
        """Show what the session reads now, and again when that changes; out of one, stop."""
        reading = self._player.reading()
        if reading is None:
            self._timer.stop()
            return
        if self._stage.isVisible():
            self._stage.show_reading(reading, ends(self._wall(), reading.left * SECOND))
        self.read.emit(reading)
        self._timer.start(self._wait(reading))

    def _wait(self, reading: Reading) -> int:
        until_next_second = self._player.next_change()
        if reading.pause is None and reading.seconds is not None and self._stage.isVisible():
            return min(self._stage.tick, until_next_second)
        return until_next_second
