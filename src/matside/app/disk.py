"""How the window reaches the disk without waiting for it, and what it finds there at the start."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal

from matside.core.ports.devices import HistoryError, Told
from matside.core.session.record import OpenSession
from matside.files.disk_thread import DiskThread
from matside.files.history.store import SqliteHistory

AT_START = 0.25
"""For so many seconds the window waits for what it begins with."""

AT_END = 10.0
"""For so many seconds the program waits for an answer before it ends."""


class Disk(QObject):
    """Has done what waits for the disk; whoever asks is answered by the event loop."""

    _answered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scribe = DiskThread(self._wake)
        self._answered.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    def ask(self, work: Callable[[], Told], answer: Callable[[Told | Exception], None]) -> None:
        """Have `work` done after all that was asked before; `answer` gets what it gives."""
        self._scribe.ask(work, answer)

    def finish(self, seconds: float) -> bool:
        """Wait until all is answered; return False as soon as no answer comes in `seconds`."""
        return self._scribe.finish(seconds)

    def _wake(self) -> None:
        """Have the window's thread hear; an answer after its end is nobody's any more."""
        with suppress(RuntimeError):
            self._answered.emit()

    def _hear(self) -> None:
        self._scribe.hear()


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the window begins with.

    `offered` is the session that was left open, `unread` why history could not be read, and
    `trained` whether there are sessions at all, None where nobody has looked.
    """

    offered: OpenSession | None = None
    unread: str | None = None
    trained: bool | None = None


UNANSWERED = Beginning(unread="the disk does not answer")
"""What is known where nothing is known in time."""


def begin_with(history: SqliteHistory, *, looks_for_all: bool) -> Beginning:
    """Return what `history` has for the start; all of its sessions are looked for if asked.

    A damaged history is no fault: it has been set aside, and the next one is empty.
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
