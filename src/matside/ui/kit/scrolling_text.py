"""A text of many lines on a plate of its own, which the first page does without."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from matside.override import override
from matside.ui.drawing.theme import Theme
from matside.ui.kit.scrolling import ThinBar


class ScrollingText(QPlainTextEdit):
    """Lines on a plate of `ground`; `focus_changed` tells when they have got or lost the focus."""

    focus_changed = Signal()

    def __init__(self, theme: Theme, ground: QColor, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBar(ThinBar(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, ground)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        palette.setColor(QPalette.ColorRole.PlaceholderText, theme.mute)
        self.setPalette(palette)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focus_changed.emit()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focus_changed.emit()
