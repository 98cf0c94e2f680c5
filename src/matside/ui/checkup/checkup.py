"""The latest findings about the machine, and how to examine it again."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal

from matside.core.ports.findings import Finding

Findings = tuple[Finding, ...]


class Checkup(QObject):
    """The findings of the last examination; each examination runs in a thread of its own."""

    changed = Signal()
    """An examination has begun, or its findings are there."""

    _examined = Signal(object)

    def __init__(self, examine: Callable[[], Findings]) -> None:
        """Start without findings; `examine` may take long, and must not raise."""
        super().__init__()
        self._examine = examine
        self._findings: Findings = ()
        self._is_running = False
        self._examined.connect(self._take)

    @property
    def findings(self) -> Findings:
        """The latest findings, empty before the first examination is over."""
        return self._findings

    @property
    def is_running(self) -> bool:
        """Whether an examination is under way."""
        return self._is_running

    def begin(self) -> None:
        """Start an examination, unless one is under way."""
        if self._is_running:
            return
        self._is_running = True
        Thread(target=self._work, name="checkup", daemon=True).start()
        self.changed.emit()

    def _work(self) -> None:
        findings = self._examine()
        # The window may have been closed in the meantime, and this object with it.
        with suppress(RuntimeError):
            self._examined.emit(findings)

    def _take(self, findings: Findings) -> None:
        self._is_running = False
        self._findings = findings
        self.changed.emit()
