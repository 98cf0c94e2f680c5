"""The button that starts a session."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.session.reading import Press
from matside.override import override
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import Ink, fill_rounded, keycap_width, paint_keycap, paint_word
from matside.ui.drawing.theme import BLACK, WHITE, WORK, Theme
from matside.ui.kit.controls import Control
from matside.ui.words.texts import press_words, space_key

_KEY, _CAP = 5.6, 2.3
"""The height of the keycap and of the capitals on it, in units."""


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

    @property
    def _key_ground(self) -> QColor:
        return BLACK if self.isEnabled() else self.theme.line

    @property
    def _key_ink(self) -> QColor:
        return WHITE if self.isEnabled() else self.theme.mute2

    def width_needed(self, u: float) -> float:
        """Return the minimum width in px at which keycap and word fit, one above the other."""
        widest = max(self._key_width(u), _word(u).width(self.text()))
        return widest + 3 * u

    def _key_width(self, u: float) -> float:
        return keycap_width(self._key, _CAP * u, _KEY * u) - 0.2 * _KEY * u

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the plate, the keycap and the word, one above the other where it is narrow."""
        u = self.u
        ground = WORK.lighter(108) if self.lit else WORK
        fill_rounded(painter, rect, 3 * u, ground if self.isEnabled() else self.theme.surface2)
        word = _word(u, BLACK if self.isEnabled() else self.theme.mute2)
        keycap, words = self._places(rect, word.width(self.text()) + 1)
        align = Qt.AlignmentFlag.AlignHCenter
        paint_word(painter, words, self.text(), word, align, least=0)
        cap = Ink(_CAP * u, self._key_ink, BOLD)
        paint_keycap(painter, keycap, self._key, cap, self._key_ground)

    def _places(self, rect: QRectF, word: float) -> tuple[QRectF, QRectF]:
        """Return where the keycap lies, and the word, which is `word` px wide."""
        u, height = self.u, _KEY * self.u
        width = min(self._key_width(u), rect.width() - 2 * u)
        keycap = QRectF(rect.x() + 3.6 * u, rect.center().y() - height / 2, width, height)
        beside = QRectF(keycap.right() + 2.4 * u, rect.y(), word, rect.height())
        if beside.right() <= rect.right() - 2 * u:
            return keycap, beside
        keycap = QRectF(rect.center().x() - width / 2, rect.y() + 1.6 * u, width, height)
        below = QRectF(rect.x() + u, keycap.bottom(), rect.width() - 2 * u, 0)
        below.setBottom(rect.bottom() - 0.6 * u)
        return keycap, below


def _word(u: float, colour: QColor = BLACK) -> Ink:
    return Ink(3.7 * u, colour, BOLD)
