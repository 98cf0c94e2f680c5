"""Reads the session often enough for the eye, and shows the stage what it reads."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from matside.core.durations import SECOND
from matside.core.session.estimate import ends
from matside.core.session.reading import Reading
from matside.core.session.values import Idle
from matside.ui.session.player import Player
from matside.ui.stage.stage import Stage

REHEARSED_AFTER = 200
"""So many ms after a change the stage prepares for the next; any flood then stands still."""

APART = 20
"""So many ms lie between two rehearsals: each holds the window up for a moment."""


class StageRefresher(QObject):
    """Repaints the stage when the digits change, and as often as it asks while a band moves.

    Soon after each change the stage rehearses what the next press would show, and what comes by
    itself: then that finds its pictures painted. So does the press that starts a session.
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
        self._rehearsed: set[tuple[object, ...]] = set()
        self._rehearsal = QTimer(self, singleShot=True)
        self._rehearsal.timeout.connect(self._rehearse)
        player.changed.connect(self.rehearse_soon)

    def move_to(self, stage: Stage) -> None:
        """Show on `stage` from now on what the session reads."""
        self._stage = stage
        self._rehearsed.clear()
        self.rehearse_soon()

    def rehearse_soon(self) -> None:
        """Let the stage rehearse in a moment what it has not rehearsed yet."""
        self._rehearsal.start(REHEARSED_AFTER)

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
        """Let the stage rehearse one moment that may come, and another one soon after."""
        if not self._is_awaited():
            return
        moments = {self._moment(reading): reading for reading in self._player.foreseen()}
        self._rehearsed &= moments.keys()
        for moment, reading in moments.items():
            if moment not in self._rehearsed:
                self._rehearsed.add(moment)
                self._stage.rehearse(reading, self._ends(reading))
                self._rehearsal.start(APART)
                return

    def _moment(self, reading: Reading) -> tuple[object, ...]:
        """Return what readings have in common whose pictures are the same."""
        return reading.step, reading.shown, reading.look, reading.flooded, self._stage.size()

    def _is_awaited(self) -> bool:
        """Return whether the stage is seen, or would be after a press that starts a session."""
        starts = isinstance(self._player.phase, Idle) and self._stage.window().isVisible()
        return starts or self._stage.isVisible()
