"""Sections of text, in one column or in two."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from matside.override import override
from matside.ui.about.about_words import Section
from matside.ui.drawing.lettering import SEMIBOLD, wrapped
from matside.ui.drawing.painting import Ink, Part, fill_rounded, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import PITCH

MOST_LINES = 12
"""The maximum number of lines of a paragraph."""

PAD, GAP = 2.5, 2.0
"""The margin inside of a plate, and the gap between two, in units."""

APART, BELOW = 1.4, 0.7
"""The gaps between two sections, and between two paragraphs, in heights of a line."""


class AboutText(Part):
    """Columns of sections, each column on a plate of its own."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._columns: tuple[tuple[Section, ...], ...] = ()
        self._lines: tuple[tuple[str, Ink, QPointF], ...] = ()
        self._plates: tuple[QRectF, ...] = ()

    def show_columns(self, columns: Sequence[Sequence[Section]]) -> None:
        """Show `columns` of sections; `set_in` lays them out."""
        self._columns = tuple(map(tuple, columns))
        sections = (section for column in self._columns for section in column)
        told = (line for section in sections for line in (section.heading, *section.paragraphs))
        self.setAccessibleName("\n".join(told))

    def set_in(self, width: float, cap: float, u: float, *, stacked: bool) -> float:
        """Lay the columns side by side in `width` px, or `stacked`; return the height in px."""
        self._u = u
        count = 1 if stacked else len(self._columns)
        each = (width - GAP * u * (count - 1)) / count
        lines: list[tuple[str, Ink, QPointF]] = []
        plates: list[QRectF] = []
        x = y = 0.0
        for column in self._columns:
            inner = QRectF(x + PAD * u, y + PAD * u, each - 2 * PAD * u, 0)
            end = inner.y()
            for line, ink, baseline in self._lines_of(column, inner.width(), cap):
                end = inner.y() + baseline
                lines.append((line, ink, QPointF(inner.x(), end)))
            plates.append(QRectF(x, y, each, end + 0.4 * cap + PAD * u - y))
            if stacked:
                y = plates[-1].bottom() + GAP * u
            else:
                x += each + GAP * u
        needed = max((plate.bottom() for plate in plates), default=0.0)
        if not stacked:
            for plate in plates:
                plate.setBottom(needed)
        self._lines, self._plates = tuple(lines), tuple(plates)
        self.update()
        return needed

    def _lines_of(
        self, sections: Sequence[Section], width: float, cap: float
    ) -> Iterator[tuple[str, Ink, float]]:
        heading = Ink(cap, self._theme.text, SEMIBOLD)
        text = Ink(cap, self._theme.mute)
        baseline = 1.35 * cap - PITCH * cap
        for place, section in enumerate(sections):
            baseline += APART * PITCH * cap if place else 0.0
            for line in wrapped(section.heading, width, cap, SEMIBOLD, lines=3):
                baseline += PITCH * cap
                yield line, heading, baseline
            for number, paragraph in enumerate(section.paragraphs):
                baseline += (BELOW if number else 0.25) * PITCH * cap
                for line in wrapped(paragraph, width, cap, lines=MOST_LINES):
                    baseline += PITCH * cap
                    yield line, text, baseline

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the plates, and the lines on them."""
        for plate in self._plates:
            fill_rounded(painter, plate, 2 * self._u, self._theme.surface)
        for line, ink, at in self._lines:
            row = QRectF(at.x(), at.y() - ink.cap, self.width() - at.x(), ink.cap)
            paint_word(painter, row, line, ink)
