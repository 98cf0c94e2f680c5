"""A field in which a word is typed."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from matside.override import override
from matside.ui.drawing.lettering import SEMIBOLD, font
from matside.ui.drawing.painting import fill_rounded, paint_ring, pixels
from matside.ui.drawing.theme import Theme


class WordField(QLineEdit):
    """A line to type on, on a plate of its own, with a ring while it has the focus."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u = 8.0
        self.setFrame(False)
        palette, role = self.palette(), QPalette.ColorRole
        palette.setColor(role.Base, QColor(Qt.GlobalColor.transparent))
        palette.setColor(role.Text, theme.text)
        palette.setColor(role.Highlight, theme.key)
        palette.setColor(role.HighlightedText, theme.key_text)
        self.setPalette(palette)

    def put(self, rect: QRectF, u: float, cap: float) -> None:
        """Place the field on `rect`, its letters with capitals of `cap` px."""
        self._u = u
        self.setFont(font(cap, SEMIBOLD))
        self.setTextMargins(round(1.5 * u), 0, round(1.5 * u), 0)
        self.setGeometry(pixels(rect))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plate and the ring, and what is typed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        fill_rounded(painter, rect, 1.5 * self._u, self._theme.surface2)
        if self.hasFocus():
            paint_ring(painter, rect, self._theme.focus, self._u)
        painter.end()
        super().paintEvent(event)
