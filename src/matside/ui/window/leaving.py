"""Keeps a closing window open until everything is saved."""

from PySide6.QtCore import QObject, QTimer, Signal

from matside.ui.session.session_saver import SessionSaver

PATIENCE = 10_000
"""The maximum wait for the disk before the window warns, in ms."""


class Leaving(QObject):
    """Waits, when asked, until history holds everything that happened, then emits `saved`.

    `failed` is emitted if history fails, or has not answered for PATIENCE ms.
    """

    saved = Signal()
    failed = Signal()

    def __init__(
        self, recording: SessionSaver, parent: QObject | None = None, *, patience: int = PATIENCE
    ) -> None:
        super().__init__(parent)
        self._recording = recording
        self._patience = QTimer(self, interval=patience, singleShot=True)
        self._patience.timeout.connect(self.failed)
        recording.answered.connect(self._look)

    def is_free(self) -> bool:
        """Try to write what history lacks; return whether there is nothing to wait for."""
        if self._patience.isActive():
            return False
        if self._recording.is_behind:
            self._recording.rescue()
        if self._recording.is_behind:
            self._patience.start()
            self._look()
        return not self._recording.is_behind

    def _look(self) -> None:
        if not self._patience.isActive() or self._recording.is_writing:
            return
        self._patience.stop()
        if self._recording.is_behind:
            self.failed.emit()
        else:
            self.saved.emit()
