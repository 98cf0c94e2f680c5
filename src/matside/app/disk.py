"""Reaches the disk without blocking the window."""

from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal

from matside.core.ports.devices import Told
from matside.files.disk_thread import DiskThread

AT_START = 0.25
"""The maximum wait for the disk at the start, in seconds."""

AT_END = 10.0
"""The maximum wait for each answer of the disk at the end, in seconds."""


class Disk(QObject):
    """Runs slow work in the disk thread; the answers are delivered by the event loop."""

    _answered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread = DiskThread(self._wake)
        self._answered.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def ask(self, work: Callable[[], Told], answer: Callable[[Told | Exception], None]) -> None:
        """Run `work` after everything asked before; `answer` gets its result or exception."""
        self._thread.ask(work, answer)

    def finish(self, seconds: float) -> bool:
        """Wait until all is answered; return False once `seconds` pass without an answer."""
        return self._thread.finish(seconds)

    def _wake(self) -> None:
        """Wake the window's thread; RuntimeError means that its objects are gone already."""
        with suppress(RuntimeError):
            self._answered.emit()

    def _hear(self) -> None:
        self._thread.hear()
