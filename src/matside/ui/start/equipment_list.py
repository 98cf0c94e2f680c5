"""The list of equipment for a session."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.core.workout.overview import Equipment
from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.painting import Ink, paint_word, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.words.start_words import equipment_word, nothing_needed, weight_needed

PITCH, MOST_PITCH = 1.6, 2.6
"""The minimum and maximum line spacing, in heights of capitals."""

LEAST = 0.7
"""How far a line that is too long may shrink, as a share."""

SIGN = 2.2
"""The maximum size of a sign, in heights of capitals."""


class EquipmentList(QWidget):
    """The equipment: a sign and a word per line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[tuple[Icon | None, str], ...] = ()
        self._cap = 12.0

    def show_equipment(self, equipment: Equipment) -> None:
        """Show `equipment`, dumbbells first; if none is needed, say so."""
        weights = [(Icon.DUMBBELL, weight_needed(weight)) for weight in equipment.weights]
        others = [
            (Icon.MAT if word == "mat" else None, equipment_word(word))
            for word in equipment.others
        ]
        self._lines = (*weights, *others) or ((None, nothing_needed()),)
        self.setAccessibleName(", ".join(words for _, words in self._lines))
        self.update()

    def put(self, rect: QRectF, cap: float) -> None:
        """Place the list on `rect`, written with capitals of `cap` px."""
        self._cap = cap
        self.setGeometry(pixels(rect))
        self.update()

    def width_needed(self, height: float, cap: float) -> float:
        """Return the width in px at which all fits in `height` px, in capitals of `cap` px."""
        ink, lines = Ink(cap, self._theme.text), self._lines_in(height, cap)
        return self._indent(cap) + max((ink.width(words) for _, words in lines), default=0) + 1

    def _lines_in(self, height: float, cap: float) -> tuple[tuple[Icon | None, str], ...]:
        """Return the lines that `height` px hold; the last of them says all that is left."""
        fitting = max(1, int(height / (PITCH * cap) + 0.01))
        if len(self._lines) <= fitting:
            return self._lines
        rest = ", ".join(words for _, words in self._lines[fitting - 1 :])
        return (*self._lines[: fitting - 1], (None, rest))

    def _indent(self, cap: float) -> float:
        """Return how far the words stand behind the signs, in px; 0 where there are none."""
        signed = any(sign is not None for sign, _ in self._lines)
        return (SIGN + 0.6) * cap if signed else 0.0

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines as far as they fit; the last that fits says that there are more."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines = self._lines_in(self.height(), self._cap)
        pitch = min(MOST_PITCH * self._cap, self.height() / max(1, len(lines)))
        for row, (icon, words) in enumerate(lines):
            self._paint_line(painter, QRectF(0, row * pitch, self.width(), pitch), icon, words)
        painter.end()

    def _paint_line(self, painter: QPainter, row: QRectF, icon: Icon | None, words: str) -> None:
        side = min(SIGN * self._cap, row.height() - 2)
        if icon is not None:
            sign = QRectF(0, row.center().y() - side / 2, side, side)
            paint_icon(painter, icon, sign, self._theme.mute)
        row.setLeft(self._indent(self._cap))
        paint_word(painter, row, words, Ink(self._cap, self._theme.text), least=LEAST)
