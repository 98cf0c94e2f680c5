"""The flash of the stage's frame, which shows a chime to athletes who cannot hear it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from matside.override import override

LIT_FOR = 200
"""How long the frame stays lit, in ms."""

APART = 500
"""The minimum time between two flashes, in ms: with one flood at most three flashes a second."""

WIDTH, FOOT = 0.03, 0.018
"""The thickness of the frame, and at its foot, where the lowest words are; shares of the unit."""


class FrameLight(QWidget):
    """Covers the edges of its parent, and is visible while it is lit. It is not animated."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._colour = QColor()
        self._lit = QTimer(self, interval=LIT_FOR, singleShot=True)
        self._lit.timeout.connect(self.hide)
        self._apart = QTimer(self, interval=APART, singleShot=True)
        self._apart.setTimerType(Qt.TimerType.PreciseTimer)
        self.hide()

    def light(self, colour: QColor) -> None:
        """Light the frame in `colour`, unless it was lit less than `APART` ms ago."""
        if self._apart.isActive():
            return
        self._colour = colour
        self._apart.start()
        self._lit.start()
        self.raise_()
        self.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Mask out everything but the edges."""
        super().resizeEvent(event)
        unit = min(self.height(), 0.75 * self.width())
        width, foot = round(WIDTH * unit), round(FOOT * unit)
        inner = self.rect().adjusted(width, width, -width, -foot)
        self.setMask(QRegion(self.rect()) - QRegion(inner))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._colour)
        painter.end()
