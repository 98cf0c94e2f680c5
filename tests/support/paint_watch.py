"""Watches when a widget is painted."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from matside.override import override


class PaintWatch(QObject):
    """Tells each time `widget` has been asked to paint itself."""

    def __init__(self, widget: QWidget, tell: Callable[[], None]) -> None:
        super().__init__(widget)
        self._tell = tell
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell of a paint."""
        if event.type() == QEvent.Type.Paint:
            self._tell()
        return super().eventFilter(watched, event)
