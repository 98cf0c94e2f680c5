"""Looks for the session that was left open, where history could not be read at the start."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from matside.core.ports.devices import Ask, ask_at_once
from matside.core.session.record import OpenSession

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
        ask: Ask = ask_at_once,
        parent: QObject | None = None,
    ) -> None:
        """Begin to look; `unfinished` reads history and raises HistoryError where it cannot.

        `ask` has it done, for it waits for the disk.
        """
        super().__init__(parent)
        self._unfinished = unfinished
        self._ask = ask
        self._again = QTimer(self, interval=again_after, singleShot=True)
        self._again.timeout.connect(self._look)
        self._again.start()

    def _look(self) -> None:
        self._ask(self._unfinished, self._hear)

    def _hear(self, found: OpenSession | Exception | None) -> None:
        if isinstance(found, Exception):
            self._again.start()
        else:
            self.settled.emit(found)
