"""Reads the session often enough for smooth display, and passes the readings to the stage."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from matside.core.durations import SECOND, ends
from matside.core.session.reading import Reading
from matside.core.session.values import Idle
from matside.ui.session.player import Player

if TYPE_CHECKING:
    from matside.ui.stage.stage import Stage

CALM_AFTER = 200
"""How long after a change the next film is prepared, in ms; any flood then stands still."""


class StageRefresher(QObject):
    """Repaints the stage when the digits change, and at the stage's tick while a band moves.

    Soon after each change the film of the next step is prepared; before a session, that of the
    first step. The session does not depend on it. `read` carries every reading, for the title
    of the window.
    """

    read = Signal(object)

    def __init__(
        self, player: Player, wall: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._stage: Stage | None = None
        self._wall = wall
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.show_now)
        self._calm = QTimer(self, singleShot=True, interval=CALM_AFTER)
        self._calm.timeout.connect(self._prepare_film)
        player.changed.connect(self.prepare_film_soon)

    def show_on(self, stage: "Stage") -> None:
        """Show the session's readings on `stage` from now on."""
        self._stage = stage
        self.prepare_film_soon()

    def prepare_film_soon(self) -> None:
        """Schedule the preparation of the next film, at the size of the stage."""
        self._calm.start()

    def show_now(self) -> None:
        """Show the current reading and schedule the next; stop when there is no session."""
        reading = self._player.reading()
        if reading is None:
            self._timer.stop()
            return
        if self._stage is not None and self._stage.isVisible():
            self._stage.show_reading(reading, self._ends(reading))
        self.read.emit(reading)
        self._timer.start(self._wait(reading))

    def _wait(self, reading: Reading) -> int:
        until_next_second = self._player.next_change()
        stage = self._stage
        if stage is None or not stage.isVisible():
            return until_next_second
        moves = reading.pause is None and reading.seconds is not None
        return min(stage.tick, until_next_second) if moves else until_next_second

    def _ends(self, reading: Reading) -> datetime:
        return ends(self._wall(), reading.left * SECOND)

    def _prepare_film(self) -> None:
        stage = self._stage
        if stage is None or not self._is_awaited(stage):
            return
        coming = self._player.coming()
        if coming is not None:
            stage.prepare_film(coming, self._ends(coming))

    def _is_awaited(self, stage: "Stage") -> bool:
        """Return whether `stage` is visible, or will be after a press that starts a session."""
        starts = isinstance(self._player.phase, Idle) and stage.window().isVisible()
        return starts or stage.isVisible()
