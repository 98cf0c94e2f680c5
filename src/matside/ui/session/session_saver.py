"""Saves a session without blocking: knows what is saved, what is late and what fails."""

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from matside.core.history.ledger import Sets
from matside.core.history.recorder import Recorder
from matside.core.session.record import Change, Opening, OpenSession, Position

SLOW = 250
"""The time from which on a write counts as slow, in ms."""

_log = logging.getLogger(__name__)


class SessionSaver(QObject):
    """Passes a session to history without waiting, and signals the answers.

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
        self._recorder = recorder
        self._told_fault = recorder.fault
        self._told_kept = recorder.kept, recorder.is_written
        self._is_slow = False
        self._slow = QTimer(self, interval=SLOW, singleShot=True)
        self._slow.timeout.connect(lambda: self._say_if_slow(is_slow=True))
        recorder.tell(self._hear)

    @property
    def kept(self) -> Sets:
        """The sets of the session that history holds."""
        return self._recorder.kept

    @property
    def session(self) -> int | None:
        """The id of the session in history, None before it is there."""
        return self._recorder.session

    @property
    def is_complete(self) -> bool:
        """Whether history holds everything that happened in the session."""
        return self._recorder.is_written

    @property
    def is_behind(self) -> bool:
        """Whether history lacks anything that happened, in this session or one before."""
        return self._recorder.is_behind

    @property
    def lacks_sets(self) -> bool:
        """Whether history lacks anything of a session in which a set was done or skipped."""
        return self._recorder.lacks_sets

    @property
    def is_writing(self) -> bool:
        """Whether history has not answered yet."""
        return self._recorder.is_writing

    @property
    def fault(self) -> str | None:
        """Why the last write failed, None if it did not."""
        return self._recorder.fault

    def open(self, opening: Opening) -> None:
        """Begin a new session in history."""
        self._recorder.open(opening)
        self._watch()

    def take_up(self, session: OpenSession) -> None:
        """Continue a session that history holds already."""
        self._recorder.take_up(session)
        self._tell_of_kept()

    def write(self, changes: Sequence[Change], position: Position) -> None:
        """Write `changes` and `position` of the session."""
        self._recorder.write(changes, position)
        self._watch()

    def retry(self) -> None:
        """Write what history lacks."""
        self._recorder.retry()

    def rescue(self) -> None:
        """Write what history lacks, into a new history if the old one is gone for good."""
        self._recorder.rescue()

    def hold(self, *, on: bool) -> None:
        """Begin no write while `on`; after that write what came up meanwhile."""
        self._recorder.hold(on=on)

    def forget(self) -> None:
        """Know of no session any more: nothing that has happened so far is written again."""
        self._recorder.forget()
        self._hear()

    def let_go(self, session: int) -> None:
        """Know no more of `session`, which somebody deletes: it is not written again."""
        self._recorder.let_go(session)
        self._hear()

    def _watch(self) -> None:
        """Wait for the answer; that something is to be kept at all is the player's to tell."""
        self._told_kept = self.kept, self.is_complete
        waits = self.is_behind and self.fault is None
        if waits and not (self._is_slow or self._slow.isActive()):
            self._slow.start()

    def _hear(self) -> None:
        self._say_if_failing()
        if not self.is_behind or self.fault is not None:
            self._say_if_slow(is_slow=False)
        self._tell_of_kept()
        self.answered.emit()

    def _tell_of_kept(self) -> None:
        (kept, complete), self._told_kept = self._told_kept, (self.kept, self.is_complete)
        if kept is not self.kept or complete != self.is_complete:
            self.kept_changed.emit()

    def _say_if_failing(self) -> None:
        if self.fault == self._told_fault:
            return
        self._told_fault = self.fault
        if self.fault is not None:
            _log.warning("History fails: %s", self.fault)
        self.failing_changed.emit(self.fault)

    def _say_if_slow(self, *, is_slow: bool) -> None:
        self._slow.stop()
        if is_slow != self._is_slow:
            self._is_slow = is_slow
            self.slow_changed.emit(is_slow)
