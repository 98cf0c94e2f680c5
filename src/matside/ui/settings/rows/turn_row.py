"""A line of the settings with one of several words, of which only the chosen one is seen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Ink, fill_rounded, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.lines import ControlLine

ARROW, PAD = 2.2, 0.6
"""The width of an arrow beside the word, and the room around all three, in units."""


class TurnRow(ControlLine):
    """A name at the left, and the chosen word between two arrows at the right.

    Left and Right turn to the word before and after it; a press turns on, from the last to the
    first. `turned` has the place of the new one.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget, theme: Theme, name: str, purpose: str = "") -> None:
        super().__init__(parent, theme, name, purpose)
        self._words: Sequence[str] = ("",)
        self._place = 0
        self.clicked.connect(lambda: self._turn_to((self._place + 1) % len(self._words)))

    def show_words(self, words: Sequence[str], place: int) -> None:
        """Show the word at `place` of `words`, without telling of a change."""
        self._words, self._place = words, place
        self.setAccessibleName(f"{self.text()}: {words[place]}")
        self.update()

    def _turn_to(self, place: int) -> None:
        if place != self._place and 0 <= place < len(self._words):
            self.show_words(self._words, place)
            self.turned.emit(place)

    @property
    def _words_width(self) -> float:
        """The width of the words at the left, which stay whole."""
        name, purpose = Ink(self.cap, self.theme.text), Ink(0.86 * self.cap, self.theme.mute)
        return max(name.width(self.text()), purpose.width(self._purpose))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn by Left and Right; leave all other keys to the button and the page."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None:
            super().keyPressEvent(event)
        else:
            self._turn_to(self._place + by)

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the words, and the chosen one between its arrows on a plate."""
        u, inner = self.u, rect.adjusted(2 * self.u, 0, -1.5 * self.u, 0)
        word, ink = self._words[self._place], Ink(self.cap, self.theme.text, SEMIBOLD)
        around = 2 * (ARROW + PAD) * u
        room = inner.width() - self._words_width - u
        plate = QRectF(0, 0, min(ink.width(word) + around + u, room), 0)
        plate.setHeight(min(4 * u, 0.86 * rect.height()))
        plate.moveCenter(inner.center())
        plate.moveRight(inner.right())
        fill_rounded(painter, plate, u, self.theme.line if self.lit else self.theme.surface2)
        for icon, x in ((Icon.LEFT, PAD * u), (Icon.RIGHT, plate.width() - (PAD + ARROW) * u)):
            arrow = QRectF(plate.x() + x, 0, ARROW * u, ARROW * u)
            arrow.moveTop(plate.center().y() - ARROW * u / 2)
            paint_icon(painter, icon, arrow, self.theme.mute)
        between = plate.adjusted(around / 2, 0, -around / 2, 0)
        paint_word(painter, between, word, ink, Qt.AlignmentFlag.AlignHCenter, least=0.8)
        inner.setRight(plate.left() - u)
        self._paint_words(painter, inner)
