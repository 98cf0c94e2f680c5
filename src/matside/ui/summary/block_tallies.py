"""The blocks of a session with how many of their sets were done."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.core.workout.overview import Tally
from matside.override import override
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Ink, fill_rounded, outline, paint_word, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.scrolling import Scroll
from matside.ui.summary.summary_words import done_of

LEAST_PITCH = 7.2
MOST_PITCH = 11.7
"""The maximum pitch of two blocks, in hundredths of the span."""


class _Sheet(QWidget):
    """All the lines, as high as they need."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.tallies: tuple[Tally, ...] = ()
        self.pitch = 80.0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a line for each block."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, tally in enumerate(self.tallies):
            row = QRectF(0, place * self.pitch, self.width(), self.pitch)
            self._paint_row(painter, row, tally)
        painter.end()

    def _paint_row(self, painter: QPainter, row: QRectF, tally: Tally) -> None:
        cap = 0.31 * self.pitch
        words = QRectF(row.x(), row.y() + 0.12 * self.pitch, row.width(), 1.1 * cap)
        count = Ink(cap, self._theme.text, SEMIBOLD)
        figure = done_of(tally.done, tally.planned)
        width = count.width(figure) + 1
        paint_word(painter, words, figure, count, Qt.AlignmentFlag.AlignRight)
        words.setRight(words.right() - width - cap)
        paint_word(painter, words, tally.block.name, Ink(cap, self._theme.text))
        bar = QRectF(row.x(), words.bottom() + 0.17 * self.pitch, row.width(), 0.17 * self.pitch)
        self._paint_bar(painter, bar, tally)

    def _paint_bar(self, painter: QPainter, bar: QRectF, tally: Tally) -> None:
        """Done in the colour of text, then skipped as its outline, on a thin track."""
        radius = min(4.0, bar.height() / 2)
        fill_rounded(painter, bar, radius, self._theme.surface2)
        each, gap = bar.width() / tally.planned, 0.2 * bar.height()
        done = QRectF(bar.x(), bar.y(), each * tally.done, bar.height())
        if tally.done:
            fill_rounded(painter, done, radius, self._theme.done)
        if tally.skipped:
            left = done.right() + (gap if tally.done else 0)
            right = bar.x() + each * (tally.done + tally.skipped)
            skipped = QRectF(left, bar.y(), right - left, bar.height())
            outline(painter, skipped, radius, self._theme.done, max(1.0, gap))


class BlockTallies(QWidget):
    """One line for each block, with a bar; they scroll where there are many."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._sheet = _Sheet(theme)
        self._scroll = Scroll(theme, self._sheet, self)
        self._span = 768.0
        self._most = MOST_PITCH

    def show_tallies(self, tallies: Sequence[Tally]) -> None:
        """Show `tallies` from top to bottom."""
        self._sheet.tallies = tuple(tallies)
        self.setAccessibleName(
            "; ".join(
                f"{tally.block.name} {done_of(tally.done, tally.planned)}" for tally in tallies
            )
        )
        self._arrange()

    def put(self, rect: QRectF, span: float, most: float = MOST_PITCH) -> None:
        """Place the lines on `rect`, up to `most` hundredths of `span` px apart."""
        self._span, self._most = span, most
        self.setGeometry(pixels(rect))
        self._arrange()

    def _arrange(self) -> None:
        count = max(1, len(self._sheet.tallies))
        pitch = min(self._most * self._span / 100, self.height() / count)
        self._sheet.pitch = max(LEAST_PITCH * self._span / 100, pitch)
        self._scroll.setGeometry(self.rect())
        self._scroll.fit(self._sheet.pitch * count)
        self._sheet.update()
