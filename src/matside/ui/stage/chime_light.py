"""The light of the stage's frame: it shows a chime to those who cannot hear it."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from matside.override import override

LIT_FOR = 200
"""How long the frame is lit, in ms."""

APART = 500
"""The minimum time between two lights in ms: with one flood there are three flashes a second."""

WIDTH, FOOT = 0.03, 0.018
"""How wide the frame is, and at its foot, where words stand lowest: shares of the stage's unit."""


class FrameLight(QWidget):
    """Lies over the edges of its parent, and is seen while it is lit. Nothing of it moves."""

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
        """Light the frame in `colour`, unless it was lit a moment ago."""
        if self._apart.isActive():
            return
        self._colour = colour
        self._apart.start()
        self._lit.start()
        self.raise_()
        self.show()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave all but the edges to what lies below."""
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
