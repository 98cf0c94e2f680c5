"""One workout of the rail: its title, its time and rounds, or its first fault."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.ports.devices import Listed
from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD, wrapped
from matside.ui.drawing.painting import (
    LEAST_SHRINKING,
    Ink,
    fill_rounded,
    paint_word,
)
from matside.ui.drawing.theme import WORK, Theme
from matside.ui.kit.controls import Option
from matside.ui.words.start_words import rounds_words
from matside.ui.words.workout_names import first_fault, title_of

PITCH = 1.8
"""The line spacing of an entry, in heights of capitals."""


class WorkoutEntry(Option):
    """One workout of the rail: its title, its time and rounds, or its first fault.

    `mark` distinguishes it from others with the same title, and is empty if there are none.
    """

    def __init__(self, parent: QWidget, theme: Theme, listed: Listed, mark: str) -> None:
        super().__init__(parent, theme)
        self.listed = listed
        self.mark = mark
        self.cap = 13.0
        self.small = 11.0
        self._seconds: int | None = None
        self._rounds: int | None = None
        self.setAccessibleName(f"{title_of(listed)}, {mark}" if mark else title_of(listed))
        self.setAccessibleDescription(self.subtitle)

    def show_length(self, seconds: int | None, rounds: int | None) -> None:
        """Show the length in whole `seconds` and the number of `rounds`, where known."""
        self._seconds, self._rounds = seconds, rounds
        self.setAccessibleDescription(self.subtitle)
        self.update()

    @property
    def subtitle(self) -> str:
        """The text below the title."""
        if self.listed.workout is None:
            return first_fault(self.listed)
        parts = [] if self._seconds is None else [clock(self._seconds)]
        parts += [] if self._rounds is None else [rounds_words(self._rounds)]
        return "   ".join(parts)

    def needed_height(self, width: float) -> float:
        """Return the height in px that the entry needs at `width` px."""
        rows = len(self._title_lines(width))
        below = 2 if self.mark else 1
        return rows * PITCH * self.cap + below * PITCH * self.small + 3 * self.u

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the entry, on a plate with a tab where it is chosen."""
        if self.isChecked() or self.lit:
            fill_rounded(painter, rect, 1.75 * self.u, self.theme.surface2)
        if self.isChecked():
            tab = QRectF(
                rect.x(), rect.y() + 2 * self.u, 0.65 * self.u, rect.height() - 4 * self.u
            )
            fill_rounded(painter, tab, tab.width() / 2, WORK)
        inner = rect.adjusted(2.25 * self.u, 0, -1.5 * self.u, 0)
        y = rect.y() + 1.5 * self.u
        for line in self._title_lines(rect.width()):
            row = QRectF(inner.x(), y, inner.width(), PITCH * self.cap)
            paint_word(painter, row, line, Ink(self.cap, self.theme.text, SEMIBOLD))
            y += row.height()
        below = QRectF(inner.x(), y, inner.width(), PITCH * self.small)
        if self.mark:
            paint_word(painter, below, self.mark, Ink(self.small, self.theme.mute))
            below.moveTop(below.bottom())
        self._paint_subtitle(painter, below)

    def _paint_subtitle(self, painter: QPainter, row: QRectF) -> None:
        if self.listed.workout is None:
            side = min(row.height(), 1.5 * self.small)
            sign = QRectF(row.x(), row.center().y() - side / 2, side, side)
            paint_icon(painter, Icon.WARNING, sign, self.theme.text)
            row.setLeft(sign.right() + self.u)
        least = LEAST_SHRINKING if self.listed.workout is None else 0
        paint_word(painter, row, self.subtitle, Ink(self.small, self.theme.mute), least=least)

    def _title_lines(self, width: float) -> tuple[str, ...]:
        inner = width - 3.75 * self.u
        return wrapped(title_of(self.listed), inner, self.cap, SEMIBOLD, lines=2)
