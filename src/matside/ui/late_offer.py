"""Looks for the session that was left open, where history could not be read at the start."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from matside.core.ports import HistoryError
from matside.core.record import OpenSession

AGAIN_AFTER = 1_000
"""The ms from one look to the next."""


class LateOffer(QObject):
    """Looks until history can be read; then `settled` tells the open session, None if none is."""

    settled = Signal(object)

    def __init__(
        self,
        unfinished: Callable[[], OpenSession | None],
        *,
        again_after: int = AGAIN_AFTER,
        parent: QObject | None = None,
    ) -> None:
        """Begin to look; `unfinished` reads history and raises HistoryError where it cannot."""
        super().__init__(parent)
        self._unfinished = unfinished
        self._again = QTimer(self, interval=again_after)
        self._again.timeout.connect(self._look)
        self._again.start()

    def _look(self) -> None:
        try:
            session = self._unfinished()
        except HistoryError:
            return
        self._again.stop()
        self.settled.emit(session)
