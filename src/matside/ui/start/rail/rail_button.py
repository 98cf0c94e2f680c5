"""A button of the rail that opens another page or makes a sound."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD, width_of
from matside.ui.drawing.painting import Ink, fill_rounded, paint_keycap, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Control

PITCH, SLIM_PITCH = 4.6, 8.2
"""From one button to the next, in units: of the wide rail and of the slim one."""


class RailButton(Control):
    """An icon, its words, and its key or its state; where it is `slim`, without the words."""

    def __init__(self, parent: QWidget, theme: Theme, icon: Icon, words: str, key: str) -> None:
        super().__init__(parent, theme)
        self.setText(words)
        self.setAccessibleName(words)
        self._icon = icon
        self.setAccessibleDescription(key)
        self._key = key
        self._state = ""
        self.slim = False
        self.cap = 13.0
        self.small = 11.0

    @property
    def width_needed(self) -> float:
        """The width in px that icon, words, state and keycap need."""
        if self.slim:
            return width_of(self._key or self._state, self.small, SEMIBOLD) + 1.4 * self.u
        words = width_of(self.text(), self.cap) + 1
        state = width_of(self._state, self.small) + self.u if self._state else 0
        key = self._key_width + self.u if self._key else 0
        return 8.2 * self.u + words + state + key

    @property
    def height_needed(self) -> float:
        """The height in px from one button to the next."""
        if self.slim:
            return max(SLIM_PITCH * self.u, 4.4 * self.u + 1.6 * self.small)
        return max(PITCH * self.u, 2.1 * self.cap)

    @property
    def _key_width(self) -> float:
        return max(2.1 * self.small, width_of(self._key, self.small, SEMIBOLD) + 1.2 * self.small)

    def show_key(self, key: str) -> None:
        """Show `key` on the keycap."""
        self._key = key
        self.setAccessibleDescription(key)
        self.update()

    def show_state(self, icon: Icon, words: str, state: str) -> None:
        """Show `icon` and `words`, and `state` at the right."""
        self._icon, self._state = icon, state
        self.setText(words)
        self.setAccessibleName(f"{words} {state}".rstrip())
        self.update()

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the icon with the words beside it, or with the key below it."""
        if self.lit:
            fill_rounded(painter, rect, 1.25 * self.u, self.theme.surface2)
        if self.slim:
            self._paint_slim(painter, rect)
        else:
            self._paint_wide(painter, rect)

    def _paint_slim(self, painter: QPainter, rect: QRectF) -> None:
        side, below = 3.2 * self.u, Ink(self.small, self.theme.mute, SEMIBOLD)
        high = side + self.u + 1.2 * self.small
        top = rect.center().y() - high / 2
        icon = QRectF(rect.center().x() - side / 2, top, side, side)
        paint_icon(painter, self._icon, icon, self.theme.text)
        row = QRectF(rect.x(), icon.bottom() + self.u, rect.width(), 1.2 * self.small)
        words, middle = self._key or self._state, Qt.AlignmentFlag.AlignHCenter
        paint_word(painter, row, words, below, middle, least=0)

    def _paint_wide(self, painter: QPainter, rect: QRectF) -> None:
        side = 2.6 * self.u
        icon = QRectF(rect.x() + 1.75 * self.u, rect.center().y() - side / 2, side, side)
        paint_icon(painter, self._icon, icon, self.theme.mute)
        words = QRectF(icon.right() + 2 * self.u, rect.y(), 0, rect.height())
        words.setRight(rect.right() - self.u)
        if self._state:
            state = Ink(self.small, self.theme.mute)
            paint_word(painter, words, self._state, state, Qt.AlignmentFlag.AlignRight)
            words.setRight(words.right() - state.width(self._state) - self.u)
        if self._key:
            words.setRight(self._paint_key(painter, rect) - self.u)
        paint_word(painter, words, self.text(), Ink(self.cap, self.theme.text, SEMIBOLD))

    def _paint_key(self, painter: QPainter, rect: QRectF) -> float:
        height, width = 2.3 * self.small, self._key_width
        cap = QRectF(rect.right() - self.u - width, 0, width, height)
        cap.moveTop(rect.center().y() - height / 2)
        ink = Ink(self.small, self.theme.text, SEMIBOLD)
        paint_keycap(painter, cap, self._key, ink, self.theme.surface2)
        return cap.left()
