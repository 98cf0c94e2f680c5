"""The button that starts a session."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.reading import Press
from matside.override import override
from matside.ui.controls import Control
from matside.ui.lettering import BOLD
from matside.ui.painting import Ink, fill_rounded, keycap_width, paint_keycap, paint_word
from matside.ui.theme import BLACK, WHITE, WORK, Theme
from matside.ui.words import press_words, space_key


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
        """Show `key` on the keycap from now on."""
        self._key = key
        self.setAccessibleDescription(key)
        self.update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the window: Space there is the athlete's press, with its guard."""
        event.ignore()

    @property
    def _key_ground(self) -> QColor:
        return BLACK if self.isEnabled() else self.theme.line

    @property
    def _key_ink(self) -> QColor:
        return WHITE if self.isEnabled() else self.theme.mute2

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the plate, the keycap and the word, one above the other where it is narrow."""
        u = self.u
        ground = WORK.lighter(108) if self.lit else WORK
        fill_rounded(painter, rect, 3 * u, ground if self.isEnabled() else self.theme.surface2)
        colour = BLACK if self.isEnabled() else self.theme.mute2
        word, cap = Ink(3.7 * u, colour, BOLD), Ink(2.3 * u, self._key_ink, BOLD)
        height = 5.6 * u
        width = keycap_width(self._key, cap.cap, height) - height * 0.2
        if rect.width() < width + 18 * u:
            keycap = QRectF(rect.center().x() - width / 2, rect.y() + 1.8 * u, width, height)
            below = QRectF(rect.x() + u, keycap.bottom(), rect.width() - 2 * u, 0)
            below.setBottom(rect.bottom() - 0.6 * u)
            paint_word(painter, below, self.text(), word, Qt.AlignmentFlag.AlignHCenter)
        else:
            keycap = QRectF(rect.x() + 3.6 * u, rect.center().y() - height / 2, width, height)
            beside = QRectF(keycap.right() + 2.4 * u, rect.y(), 0, rect.height())
            beside.setRight(rect.right() - 2 * u)
            paint_word(painter, beside, self.text(), word)
        paint_keycap(painter, keycap, self._key, cap, self._key_ground)
