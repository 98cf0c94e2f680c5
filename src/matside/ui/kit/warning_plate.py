"""A warning of a few lines: black on a yellow plate, with a triangle."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD, fitting_cap, wrapped
from matside.ui.drawing.painting import Ink, PlacedPart, fill_rounded, paint_word
from matside.ui.drawing.theme import Theme

LINES = 2
PITCH = 1.85
"""From line to line, in heights of capitals."""

LEAST = 0.85
"""The share of its size to which a warning may shrink to stay on one line."""


class WarningPlate(PlacedPart):
    """A plate that is hidden while there is no warning; its words take at most `lines`."""

    def __init__(self, theme: Theme, parent: QWidget, lines: int = LINES) -> None:
        super().__init__(theme, parent)
        self._most = lines
        self._words = ""
        self.hide()

    def show_words(self, words: str) -> None:
        """Show the warning `words`; "" hides the plate."""
        self._words = words
        self.setAccessibleName(words)
        self.setHidden(not words)
        self.update()

    def needed_height(self, width: float, cap: float, u: float) -> float:
        """Return the height in px of the warning on `width` px, with capitals `cap` px high."""
        rows = len(self._lines(width - _sides(cap, u), cap))
        return (3 + PITCH * (rows - 1)) * cap

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines as they are painted, cut where they do not fit."""
        return self._lines(self.width() - _sides(self._cap, self._u), self._cap)

    def _lines(self, width: float, cap: float) -> tuple[str, ...]:
        """Return the warning on one line if it fits, perhaps shrunk, else on more."""
        if fitting_cap(self._words, width, cap, SEMIBOLD) >= LEAST * cap:
            return (self._words,)
        return wrapped(self._words, width, cap, SEMIBOLD, lines=self._most)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the plate, the triangle and the words."""
        rect = QRectF(self.rect())
        fill_rounded(painter, rect, self._u, self._theme.warning)
        side = 2 * self._cap
        sign = QRectF(1.5 * self._u, rect.center().y() - side / 2, side, side)
        paint_icon(painter, Icon.WARNING, sign, self._theme.warning_text)
        ink = Ink(self._cap, self._theme.warning_text, SEMIBOLD)
        left, pitch = sign.right() + self._u, PITCH * self._cap
        lines = self.shown
        top = rect.center().y() - pitch * len(lines) / 2
        for row, line in enumerate(lines):
            where = QRectF(left, top + row * pitch, rect.right() - 1.5 * self._u - left, pitch)
            paint_word(painter, where, line, ink)


def _sides(cap: float, u: float) -> float:
    """Return the width in px of the triangle and the margins of a plate."""
    return 4 * u + 2 * cap
