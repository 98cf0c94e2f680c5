"""Labels: plain text that is placed by its baseline and never exceeds its width."""

import math

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from matside.override import override
from matside.ui.drawing.lettering import (
    CAP,
    DESCENT,
    MEDIUM,
    elided,
    fitting_cap,
    font,
    paint_line,
    width_of,
    wrapped,
)

ASCENT = 1.35
"""The room above a baseline, in heights of capitals: accents reach above capitals."""

PITCH = 1.3 / CAP
"""From baseline to baseline, in heights of capitals."""


class Label(QLabel):
    """A text of up to `lines` lines.

    A single line that is too long shrinks, to `least` of its size at most, then ends in an
    ellipsis. With a `least` of 0 it is never cut, as for numbers that matter.
    """

    def __init__(
        self,
        parent: QWidget,
        colour: QColor,
        weight: QFont.Weight = MEDIUM,
        *,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        tabular: bool = False,
        lines: int = 1,
        least: float = 1.0,
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Shown before it is placed it would be measured, in a font of the system.
        self.resize(0, 0)
        self._colour = colour
        self._weight = weight
        self._align = align
        self._tabular = tabular
        self._lines = lines
        self._least = least
        self._cap = 10.0
        self._baseline = 0.0

    def put(self, x: float, baseline: float, width: float, cap: float) -> None:
        """Place the text between `x` and `x + width`, the first line on `baseline`, in px."""
        top = math.floor(baseline - ASCENT * cap)
        rows = len(self.lines_in(width, cap))
        bottom = baseline + cap * (PITCH * max(0, rows - 1) + DESCENT)
        self._cap = cap
        self._baseline = baseline - top
        self.setGeometry(QRect(round(x), top, max(0, round(width)), math.ceil(bottom) - top))
        self.update()

    def set_colour(self, colour: QColor) -> None:
        """Write the text in `colour`."""
        self._colour = colour
        self.update()

    def lines_in(self, width: float, cap: float) -> tuple[str, ...]:
        """Return the text broken into lines of `width` px, with capitals `cap` px high."""
        if self._lines > 1:
            return wrapped(self.text(), width, cap, self._weight, lines=self._lines)
        return (elided(self.text(), width, cap, self._weight, tabular=self._tabular),)

    @property
    def shown(self) -> tuple[str, ...]:
        """The lines as they are painted, shrunk and cut where they do not fit."""
        return self.lines_in(self.width(), self._fitted_cap())

    def width_at(self, cap: float) -> float:
        """Return the width of the text on one line, with capitals `cap` px high."""
        return width_of(self.text(), cap, self._weight, tabular=self._tabular)

    def _fitted_cap(self) -> float:
        if self._lines > 1 or not self.text():
            return self._cap
        fitting = fitting_cap(
            self.text(), self.width(), self._cap, self._weight, tabular=self._tabular
        )
        return max(fitting, self._least * self._cap)

    def _left_of(self, line: str, cap: float) -> float:
        spare = self.width() - width_of(line, cap, self._weight, tabular=self._tabular)
        if self._align & Qt.AlignmentFlag.AlignRight:
            return spare
        return spare / 2 if self._align & Qt.AlignmentFlag.AlignHCenter else 0.0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines as far as they fit."""
        cap = self._fitted_cap()
        painter = QPainter(self)
        set_in = font(cap, self._weight, tabular=self._tabular)
        for row, line in enumerate(self.shown):
            at = QPointF(self._left_of(line, cap), self._baseline + row * PITCH * cap)
            paint_line(painter, line, at, set_in, self._colour)
        painter.end()
