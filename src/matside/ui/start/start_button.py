"""The button that starts a session."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.session.looks import Press
from matside.override import override
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import Ink, fill_rounded, keycap_width, paint_keycap, paint_word
from matside.ui.drawing.theme import BLACK, WHITE, WORK, Theme
from matside.ui.kit.controls import Control
from matside.ui.words.screen_words import press_words, space_key

_KEY, _CAP, _WORD = 5.6, 2.3, 4.1
"""The heights of the keycap, of the capitals on it and of those of the word, in units."""

_KEY_LEFT, _GAP, _MARGIN = 2.4, 2.4, 2.4
"""The room beside keycap and word, and between them, in units."""

_HIGH, _HIGH_STACKED = 7.6, 12.4
"""The height that they need side by side, and one above the other, in units."""

LEAST_UNIT = 0.7
"""How far both shrink before they stand one above the other, as a share."""


class StartButton(Control):
    """The main control of the page: the keycap of Space and what it does."""

    ring_apart = True

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self.setText(press_words(Press.START))
        self.setAccessibleName(self.text())
        self._key = space_key()
        self.setAccessibleDescription(self._key)

    def show_key(self, key: str) -> None:
        """Show `key` on the keycap."""
        self._key = key
        self.setAccessibleDescription(key)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the window, which handles Space as a press, with its guard."""
        event.ignore()

    def width_needed(self, u: float) -> float:
        """Return the minimum width in px at which keycap and word fit side by side."""
        return LEAST_UNIT * self._wide * u

    @property
    def _wide(self) -> float:
        """The width of keycap and word side by side with their margins, in units."""
        return _KEY_LEFT + self._key_width(1.0) + _GAP + _word(1.0).width(self.text()) + _MARGIN

    def _key_width(self, u: float) -> float:
        return keycap_width(self._key, _CAP * u, _KEY * u) - 0.2 * _KEY * u

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the plate, the keycap and the word, one above the other where it is narrow."""
        ground = WORK.lighter(108) if self.lit else WORK
        plate = ground if self.isEnabled() else self.theme.surface2
        fill_rounded(painter, rect, 2.5 * self.u, plate)
        u = min(self.u, rect.width() / self._wide, rect.height() / _HIGH)
        if u >= LEAST_UNIT * min(self.u, rect.height() / _HIGH):
            keycap, words = self._beside(rect, u)
        else:
            u = min(self.u, rect.height() / _HIGH_STACKED)
            keycap, words = self._stacked(rect, u)
        key, ink = (BLACK, WHITE) if self.isEnabled() else (self.theme.line, self.theme.mute2)
        word = _word(u, BLACK if self.isEnabled() else self.theme.mute2)
        align = Qt.AlignmentFlag.AlignHCenter
        paint_word(painter, words, self.text(), word, align, least=0)
        paint_keycap(painter, keycap, self._key, Ink(_CAP * u, ink, BOLD), key)

    def _beside(self, rect: QRectF, u: float) -> tuple[QRectF, QRectF]:
        """Return where the keycap lies, and the word at its right, both in the middle."""
        key, word = self._key_width(u), _word(u).width(self.text()) + 1
        left = rect.center().x() - (key + _GAP * u + word) / 2
        keycap = QRectF(left, rect.center().y() - _KEY * u / 2, key, _KEY * u)
        return keycap, QRectF(keycap.right() + _GAP * u, rect.y(), word, rect.height())

    def _stacked(self, rect: QRectF, u: float) -> tuple[QRectF, QRectF]:
        """Return where the keycap lies, and the word below it."""
        width = min(self._key_width(u), rect.width() - 2 * u)
        top = rect.center().y() - (_HIGH_STACKED - 1.6) * u / 2
        keycap = QRectF(rect.center().x() - width / 2, top, width, _KEY * u)
        below = QRectF(rect.x() + u, keycap.bottom() + 1.2 * u, rect.width() - 2 * u, _WORD * u)
        return keycap, below


def _word(u: float, colour: QColor = BLACK) -> Ink:
    return Ink(_WORD * u, colour, BOLD)
