"""Large numbers with their words, side by side, in as many rows as they need."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import Ink, PlacedPart, paint_word
from matside.ui.drawing.theme import Theme

WORDS = 0.74
"""The size of the words, as a share of that of the numbers."""

NEAR, APART = 0.5, 1.7
"""The gaps before words and before the next number, in heights of the numbers' capitals."""

PITCH = 2.0
"""The height of a row, likewise."""


class FigureRow(PlacedPart):
    """Numbers and words, such as `71 sessions`."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(theme, parent)
        self._figures: tuple[tuple[str, str], ...] = ()

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show `figures`, each a number and its words."""
        self._figures = tuple(figures)
        self.setAccessibleName(", ".join(" ".join(each) for each in self._figures))
        self.update()

    def needed_height(self, width: float, cap: float) -> float:
        """Return the height in px at `width` px, with numbers `cap` px high."""
        rows = 1 + max((row for _, row, _ in self._placed(width, cap)), default=0)
        return rows * PITCH * cap

    def _inks(self, cap: float) -> tuple[Ink, Ink]:
        return Ink(cap, self._theme.text, BOLD), Ink(max(10.0, WORDS * cap), self._theme.mute)

    def _placed(self, width: float, cap: float) -> Iterator[tuple[tuple[str, str], int, float]]:
        """Yield each figure with its row and its left edge."""
        number, words = self._inks(cap)
        row, x = 0, 0.0
        for figure in self._figures:
            needed = number.width(figure[0]) + NEAR * cap + words.width(figure[1]) + 2
            if x > 0 and x + needed > width:
                row, x = row + 1, 0.0
            yield figure, row, x
            x += needed + APART * cap

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint all of them, words and numbers on one baseline."""
        number, words = self._inks(self._cap)
        for (digits, told), row, x in self._placed(self.width(), self._cap):
            line = QRectF(x, row * PITCH * self._cap, self.width() - x, PITCH * self._cap)
            paint_word(painter, line, digits, number, least=0)
            beside = line.adjusted(number.width(digits) + NEAR * self._cap, 0, 0, 0)
            beside.translate(0, (number.cap - words.cap) / 2)
            paint_word(painter, beside, told, words, least=0)
