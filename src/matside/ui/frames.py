"""Reads the session often enough for the eye, and shows the stage what it reads."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from matside.core.duration import SECOND
from matside.core.estimate import ends
from matside.core.reading import Reading
from matside.ui.player import Player
from matside.ui.stage import Stage

REHEARSED_AFTER = 200
"""So many ms after a change the stage prepares for the next; any flood then stands still."""


class Frames(QObject):
    """Repaints the stage when the digits change, and as often as it asks while a band moves.

    Soon after each change the stage rehearses what the next press would show: then the press
    finds its pictures painted. Nothing of the session depends on it. `read` tells every reading,
    for the window's title.
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
        self._rehearsed: tuple[object, ...] = ()
        self._rehearsal = QTimer(self, interval=REHEARSED_AFTER, singleShot=True)
        self._rehearsal.timeout.connect(self._rehearse)
        player.changed.connect(self._rehearsal.start)

    def move_to(self, stage: Stage) -> None:
        """Show on `stage` from now on what the session reads."""
        self._stage = stage
        self._rehearsed = ()

    def show_now(self) -> None:
        """Show what the session reads now, and again when that changes; out of one, stop."""
        reading = self._player.reading()
        if reading is None:
            self._timer.stop()
            return
        if self._stage.isVisible():
            self._stage.show_reading(reading, self._ends(reading))
        self.read.emit(reading)
        self._timer.start(self._wait(reading))

    def _wait(self, reading: Reading) -> int:
        until_next_second = self._player.next_change()
        if reading.pause is None and reading.seconds is not None and self._stage.isVisible():
            return min(self._stage.tick, until_next_second)
        return until_next_second

    def _ends(self, reading: Reading) -> datetime:
        return ends(self._wall(), reading.left * SECOND)

    def _rehearse(self) -> None:
        """Let the stage rehearse what a press would show, once for each moment."""
        foreseen = self._player.foreseen()
        if foreseen is None or not self._stage.isVisible():
            return
        moment = (foreseen.step.key, foreseen.look, foreseen.flooded, self._stage.size())
        if moment != self._rehearsed:
            self._rehearsed = moment
            self._stage.rehearse(foreseen, self._ends(foreseen))
