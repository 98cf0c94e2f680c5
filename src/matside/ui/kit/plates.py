"""The plates of a page: each has an icon, a heading and rows, as many in a line as fit."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Ink, fill_rounded, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.page import columns


@dataclass(frozen=True, slots=True)
class Plate:
    """A plate with its heading."""

    icon: Icon
    words: str
    rect: QRectF


class PlateSheet(QWidget):
    """Paints plates; the rows on them are its children."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._plates: tuple[Plate, ...] = ()
        self._u = 8.0
        self._cap = 12.0

    def show_plates(self, plates: Sequence[Plate], u: float, cap: float) -> None:
        """Show `plates`, with headings in capitals of `cap` px; `u` is the unit in px."""
        self._plates, self._u, self._cap = tuple(plates), u, cap
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the plates with their headings."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for plate in self._plates:
            self._paint_plate(painter, plate)
        painter.end()

    def _paint_plate(self, painter: QPainter, plate: Plate) -> None:
        u = self._u
        fill_rounded(painter, plate.rect, 2 * u, self._theme.surface)
        side = 2.8 * u
        icon = QRectF(plate.rect.x() + 3.2 * u, plate.rect.y() + 2.6 * u, side, side)
        paint_icon(painter, plate.icon, icon, self._theme.mute)
        words = QRectF(icon.right() + 1.2 * u, icon.y(), 0, side)
        words.setRight(plate.rect.right() - 2 * u)
        paint_word(painter, words, plate.words, Ink(self._cap, self._theme.text, SEMIBOLD))


def abreast(count: int, width: float, least: float, gap: float) -> int:
    """Return how many of `count` plates of at least `least` px fit into `width` px, evenly."""
    fitting = max(1, min(count, int((width + gap) / (least + gap))))
    lines = -(-count // fitting)
    return -(-count // lines)


def grid(room: QRectF, count: int, across: int, gap: float) -> tuple[QRectF, ...]:
    """Divide `room` into `count` plates, `across` of them in a line, `gap` px apart."""
    lines = -(-count // across)
    height = (room.height() - (lines - 1) * gap) / lines
    share = gap / room.width()
    each = (1 - (across - 1) * share) / across
    cut: list[QRectF] = []
    for line in range(lines):
        top = room.y() + line * (height + gap)
        row = QRectF(room.x(), top, room.width(), height)
        cut += columns(row, (each,) * across, share)
    return tuple(cut[:count])
