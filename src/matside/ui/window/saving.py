"""The window's warnings about saving, and its waiting for that when it is closed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from matside.ui.session.session_saver import SessionSaver
from matside.ui.window.leaving import Leaving
from matside.ui.window.notices import Notice, unanswering_disk


class Saving(QObject):
    """Warns of what is not saved, and keeps a closing window open until it is.

    `left` is emitted when the window that waited may close.
    """

    left = Signal()

    def __init__(
        self,
        recording: SessionSaver,
        warn: Callable[[Notice, str | None], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._recording = recording
        self._warn = warn
        self._warned_of_loss = False
        self._leaving = Leaving(recording, self)
        self._leaving.saved.connect(self._leave)
        self._leaving.failed.connect(self._warn_of_loss)
        recording.kept_changed.connect(self._follow)
        recording.failing_changed.connect(self._warn_of_fault)
        recording.slow_changed.connect(lambda slow: warn(Notice.SAVING, "" if slow else None))

    def lets_go(self) -> bool:
        """Return whether the window may close; warn if not, and give up the second time."""
        gives_up = self._warned_of_loss
        if self._leaving.is_free() or gives_up:
            return True
        if not self._warned_of_loss:
            self._warn(Notice.CLOSING, "")
        return False

    def _follow(self) -> None:
        if not self._recording.recorder.is_behind:
            self._take_back_warning()

    def _warn_of_fault(self, fault: str | None) -> None:
        self._take_back_warning()
        self._warn(Notice.NOT_RECORDED, fault)

    def _warn_of_loss(self) -> None:
        """Say why the window has not closed; closed again it loses what is not saved."""
        self._warned_of_loss = True
        self._warn(Notice.CLOSING, None)
        self._warn(Notice.WOULD_BE_LOST, self._recording.recorder.fault or unanswering_disk())

    def _take_back_warning(self) -> None:
        self._warned_of_loss = False
        self._warn(Notice.WOULD_BE_LOST, None)

    def _leave(self) -> None:
        self._warn(Notice.CLOSING, None)
        self.left.emit()
