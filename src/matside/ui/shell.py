"""The window itself: on the screen at once, and furnished when the rest is loaded."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from matside.core.settings import ThemeChoice
from matside.override import override

DARK_GROUND = QColor("#0E1116")
LIGHT_GROUND = QColor("#F3F5F8")

LEAST_WIDTH, LEAST_HEIGHT = 600, 450
"""The smallest window, in px; below it the rows of the settings would touch."""


def is_light(choice: ThemeChoice, scheme: Qt.ColorScheme) -> bool:
    """Return whether `choice` is light on a desktop of `scheme`; if neither says so, it is not."""
    if choice is ThemeChoice.SYSTEM:
        return scheme is Qt.ColorScheme.Light
    return choice is ThemeChoice.LIGHT


class Shell(QWidget):
    """An empty ground until it is filled; then its content alone decides.

    Loading takes the content twice as long as a window takes to open, so this one opens first.
    """

    painted = Signal()
    """The ground is on the screen for the first time."""

    def __init__(self, ground: QColor) -> None:
        super().__init__()
        # The title counts seconds, which a screen reader must not.
        self.setAccessibleName("Matside")
        self._ground = ground
        self._content: QWidget | None = None
        self._is_painted = False
        self._early_keys: list[QKeyEvent] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)

    def fill(self, content: QWidget) -> None:
        """Show `content` instead of the ground, and let it have the keys."""
        self._content = content
        self.setWindowTitle(content.windowTitle())
        self._layout.addWidget(content)
        content.show()
        content.setFocus()
        for event in self._early_keys:
            QCoreApplication.postEvent(QApplication.focusWidget() or content, event)
        self._early_keys.clear()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground where nothing covers it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ground)
        painter.end()
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep a key that is pressed too early for what will fill the window."""
        if self._content is None:
            self._early_keys.append(event.clone())
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close if the content closes."""
        if self._content is not None and not self._content.close():
            event.ignore()
