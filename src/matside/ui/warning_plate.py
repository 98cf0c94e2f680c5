"""A warning of one line: black on a yellow plate, with a triangle."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.icons import Icon, paint_icon
from matside.ui.lettering import SEMIBOLD
from matside.ui.painting import Ink, fill_rounded, paint_word, pixels
from matside.ui.theme import Theme


class WarningPlate(QWidget):
    """A plate that is hidden while there is nothing to warn of."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self._cap = 12.0
        self._u = 8.0
        self.hide()

    def show_words(self, words: str) -> None:
        """Warn with `words`; nothing hides the plate."""
        self._words = words
        self.setAccessibleName(words)
        self.setHidden(not words)
        self.update()

    def put(self, rect: QRectF, cap: float, u: float) -> None:
        """Place the plate on `rect`, written with capitals of `cap` px."""
        self._cap, self._u = cap, u
        self.setGeometry(pixels(rect))
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plate, the triangle and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        fill_rounded(painter, rect, self._u, self._theme.warning)
        side = 2 * self._cap
        sign = QRectF(1.5 * self._u, rect.center().y() - side / 2, side, side)
        paint_icon(painter, Icon.WARNING, sign, self._theme.warning_text)
        words = rect.adjusted(sign.right() + self._u, 0, -1.5 * self._u, 0)
        paint_word(painter, words, self._words, Ink(self._cap, self._theme.warning_text, SEMIBOLD))
        painter.end()
