"""Keeps a closing window open until everything is saved."""

from PySide6.QtCore import QObject, QTimer, Signal

from matside.ui.session.session_saver import SessionSaver

PATIENCE = 10_000
"""The maximum wait for the disk before the window warns, in ms."""


class Leaving(QObject):
    """Waits, when asked, until history holds everything that happened, then emits `saved`.

    `failed` is emitted if history fails, or has not answered for PATIENCE ms; what was begun
    only, without a set, is no loss.
    """

    saved = Signal()
    failed = Signal()

    def __init__(
        self, recording: SessionSaver, parent: QObject | None = None, *, patience: int = PATIENCE
    ) -> None:
        super().__init__(parent)
        self._recording = recording
        self._has_tried = False
        self._patience = QTimer(self, interval=patience, singleShot=True)
        self._patience.timeout.connect(self._give_up)
        recording.answered.connect(self._look)

    def is_free(self) -> bool:
        """Try to write what history lacks; return whether there is nothing to wait for."""
        if self._patience.isActive():
            return False
        if self._has_tried and not self._recording.recorder.lacks_sets:
            return True
        if self._recording.recorder.is_behind:
            self._recording.recorder.rescue()
        owed = self._recording.recorder.is_writing or self._recording.recorder.lacks_sets
        if self._recording.recorder.is_behind and owed:
            self._patience.start()
            self._look()
            return not self._recording.recorder.is_behind
        return True

    def _look(self) -> None:
        if not self._patience.isActive() or self._recording.recorder.is_writing:
            return
        self._patience.stop()
        self._give_up()

    def _give_up(self) -> None:
        self._has_tried = True
        if self._recording.recorder.lacks_sets:
            self.failed.emit()
        else:
            self.saved.emit()
