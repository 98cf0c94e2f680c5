"""The list of what lies ready before a session."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.core.overview import Equipment
from matside.override import override
from matside.ui.icons import Icon, paint_icon
from matside.ui.painting import Ink, paint_word, pixels
from matside.ui.start_words import equipment_word, nothing_needed, weight_needed
from matside.ui.theme import Theme


class EquipmentList(QWidget):
    """What lies ready: a sign and a word each, one below the other."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: tuple[tuple[Icon | None, str], ...] = ()
        self._cap = 12.0

    def show_equipment(self, equipment: Equipment) -> None:
        """Show `equipment`, the dumbbells first; where there is none, say so."""
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

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lines as far as they fit; the last that fits says that there are more."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pitch = max(
            2.1 * self._cap, min(2.6 * self._cap, self.height() / max(1, len(self._lines)))
        )
        fitting = max(1, int(self.height() / pitch + 0.01))
        lines = self._lines[:fitting]
        if len(self._lines) > fitting:
            rest = ", ".join(words for _, words in self._lines[fitting - 1 :])
            lines = (*lines[:-1], (None, rest))
        for row, (icon, words) in enumerate(lines):
            self._paint_line(painter, QRectF(0, row * pitch, self.width(), pitch), icon, words)
        painter.end()

    def _paint_line(self, painter: QPainter, row: QRectF, icon: Icon | None, words: str) -> None:
        side = 2.2 * self._cap
        if icon is not None:
            sign = QRectF(0, row.center().y() - side / 2, side, side)
            paint_icon(painter, icon, sign, self._theme.mute)
        if any(sign is not None for sign, _ in self._lines):
            row.setLeft(side + 0.6 * self._cap)
        paint_word(painter, row, words, Ink(self._cap, self._theme.text))
