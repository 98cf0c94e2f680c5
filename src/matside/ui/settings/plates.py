"""The plates of a page: each has an icon, a heading and lines."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Ink, Part, fill_rounded, paint_word
from matside.ui.drawing.theme import Theme


@frozen
class Plate:
    """A plate with its heading."""

    icon: Icon
    words: str
    rect: QRectF


class PlateSheet(Part):
    """Paints plates; the rows on them are its children."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._plates: tuple[Plate, ...] = ()

    def show_plates(self, plates: Sequence[Plate], u: float, cap: float) -> None:
        """Show `plates`, with headings in capitals of `cap` px; `u` is the unit in px."""
        self._plates, self._u, self._cap = tuple(plates), u, cap
        self.update()

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the plates with their headings."""
        for plate in self._plates:
            self._paint_plate(painter, plate)

    def _paint_plate(self, painter: QPainter, plate: Plate) -> None:
        u = self._u
        fill_rounded(painter, plate.rect, 2 * u, self._theme.surface)
        side = 2.8 * u
        icon = QRectF(plate.rect.x() + 3.2 * u, plate.rect.y() + 2.6 * u, side, side)
        paint_icon(painter, plate.icon, icon, self._theme.mute)
        words = QRectF(icon.right() + 1.2 * u, icon.y(), 0, side)
        words.setRight(plate.rect.right() - 2 * u)
        paint_word(painter, words, plate.words, Ink(self._cap, self._theme.text, SEMIBOLD))
