"""Reaches the disk without blocking the window, and reads what the window starts with."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from matside.core.ports.devices import HistoryError, Told
from matside.core.session.record import OpenSession
from matside.files.disk_thread import DiskThread
from matside.files.history.store import SqliteHistory

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


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the history holds for the start of the window.

    `offered` is the session that was left open, `unread` why history could not be read, and
    `trained` whether there are sessions at all, None if that was not looked up.
    """

    offered: OpenSession | None = None
    unread: str | None = None
    trained: bool | None = None


UNANSWERED = Beginning(unread="the disk does not answer")
"""The beginning if the disk does not answer in time."""


def begin_with(history: SqliteHistory, *, looks_for_all: bool) -> Beginning:
    """Return what `history` holds for the start; `trained` only with `looks_for_all`.

    A damaged history is no failure: it has been set aside, and the next one is empty.
    """
    try:
        offered = history.unfinished()
    except HistoryError as error:
        if not history.set_aside:
            return Beginning(unread=str(error))
        offered = None
    if not looks_for_all:
        return Beginning(offered)
    try:
        return Beginning(offered, trained=bool(history.sessions()))
    except HistoryError:
        return Beginning(offered)
