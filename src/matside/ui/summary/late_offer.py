"""Looks for an open session later, if history could not be read at the start."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from matside.core.ports.devices import Ask, ask_at_once
from matside.core.session.record import OpenSession

AGAIN_AFTER = 1_000
"""The interval between two tries, in ms."""


class LateOffer(QObject):
    """Tries until history can be read; then `settled` carries the open session, or None."""

    settled = Signal(object)

    def __init__(
        self,
        unfinished: Callable[[], OpenSession | None],
        *,
        again_after: int = AGAIN_AFTER,
        ask: Ask = ask_at_once,
        parent: QObject | None = None,
    ) -> None:
        """Start trying; `unfinished` reads history and raises HistoryError if it cannot.

        `ask` runs it in the disk thread.
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
