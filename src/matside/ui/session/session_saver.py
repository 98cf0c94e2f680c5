"""Saves a session without blocking: knows what is saved, what is late and what fails."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from matside.core.history.recorder import Recorder
from matside.core.session.record import Change, Opening, OpenSession, Position

SLOW = 250
"""The time from which on a write counts as slow, in ms."""

_log = logging.getLogger(__name__)


class SessionSaver(QObject):
    """Passes a session to history without waiting, and signals the answers.

    `recorder` knows what history holds, and what it lacks.
    Signals: `kept_changed` when what history holds has changed: only that may be called done;
    `failing_changed` when history begins to fail (with its reason) or is written again (None);
    `slow_changed` when a change of the session has waited for long (True), or that is over
    (False); `answered` after these, whenever history has answered.
    """

    kept_changed = Signal()
    failing_changed = Signal(object)
    slow_changed = Signal(bool)
    answered = Signal()

    def __init__(self, recorder: Recorder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.recorder = recorder
        self._told_fault = recorder.fault
        self._told_kept = recorder.kept, recorder.is_written
        self._is_slow = False
        self._slow = QTimer(self, interval=SLOW, singleShot=True)
        self._slow.timeout.connect(lambda: self._say_if_slow(is_slow=True))
        recorder.tell(self._hear)

    def open(self, opening: Opening) -> None:
        """Begin a new session in history."""
        self.recorder.open(opening)
        self._watch()

    def take_up(self, session: OpenSession) -> None:
        """Continue a session that history holds already."""
        self.recorder.take_up(session)
        self._tell_of_kept()

    def write(self, changes: Sequence[Change], position: Position) -> None:
        """Write `changes` and `position` of the session."""
        self.recorder.write(changes, position)
        self._watch()

    def forget(self) -> None:
        """Know of no session any more: nothing that has happened so far is written again."""
        self.recorder.forget()
        self._hear()

    def let_go(self, session: int) -> None:
        """Know no more of `session`, which somebody deletes: it is not written again."""
        self.recorder.let_go(session)
        self._hear()

    def _watch(self) -> None:
        """Wait for the answer; that something is to be kept at all is the player's to tell."""
        self._told_kept = self.recorder.kept, self.recorder.is_written
        waits = self.recorder.is_behind and self.recorder.fault is None
        if waits and not (self._is_slow or self._slow.isActive()):
            self._slow.start()

    def _hear(self) -> None:
        self._say_if_failing()
        if not self.recorder.is_behind or self.recorder.fault is not None:
            self._say_if_slow(is_slow=False)
        self._tell_of_kept()
        self.answered.emit()

    def _tell_of_kept(self) -> None:
        told, now = self._told_kept, (self.recorder.kept, self.recorder.is_written)
        self._told_kept = now
        if now[0] is not told[0] or now[1] != told[1]:
            self.kept_changed.emit()

    def _say_if_failing(self) -> None:
        if self.recorder.fault == self._told_fault:
            return
        self._told_fault = self.recorder.fault
        if self.recorder.fault is not None:
            _log.warning("History fails: %s", self.recorder.fault)
        self.failing_changed.emit(self.recorder.fault)

    def _say_if_slow(self, *, is_slow: bool) -> None:
        self._slow.stop()
        if is_slow != self._is_slow:
            self._is_slow = is_slow
            self.slow_changed.emit(is_slow)
