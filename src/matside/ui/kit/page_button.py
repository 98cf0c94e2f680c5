"""A button that shows a keycap and what its key does."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Ink, fill_rounded, keycap_width, paint_keycap, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Control


class PageButton(Control):
    """A keycap with what the key does, as a button.

    The `main` button has a bright keycap and ignores Space and Enter: those go to the window,
    which guards against double presses. Words begin right of the keycap, but at `words_at` px
    at least, so that several buttons line up.
    """

    def __init__(
        self,
        parent: QWidget | None,
        theme: Theme,
        key: str | Icon,
        words: str,
        *,
        main: bool = False,
    ) -> None:
        super().__init__(parent, theme)
        self.cap = 14.0
        self.words_at = 0.0
        self._main = main
        self.show_key(key)
        self.show_words(words)

    def show_words(self, words: str) -> None:
        """Say `words` from now on."""
        self.setText(words)
        self.setAccessibleName(words)

    def show_key(self, key: str | Icon) -> None:
        """Show `key`, a word or an arrow, on the keycap from now on."""
        self._key = key
        self.setAccessibleDescription(key if isinstance(key, str) else key.name.capitalize())
        self.update()

    @property
    def width_needed(self) -> float:
        """The width in px that the keycap and the words need."""
        return self.words_begin + self.words_width

    @property
    def words_width(self) -> float:
        """The width in px that the words need, including the margin right of them."""
        words = Ink(self.cap, self.theme.text, SEMIBOLD)
        return words.width(self.text()) + self._pad + 1

    @property
    def words_begin(self) -> float:
        """Where the words would begin right of the keycap, in px from the left."""
        return self._pad + self._keycap + self.cap

    @property
    def _keycap(self) -> float:
        if isinstance(self._key, Icon):
            return self._key_height
        return keycap_width(self._key, self._key_cap, self._key_height)

    @property
    def _key_cap(self) -> float:
        return (0.66 if self.cap > 3 * self.u else 0.82) * self.cap

    @property
    def _key_height(self) -> float:
        return (1.34 if self.cap > 3 * self.u else 2.1) * self.cap

    @property
    def _pad(self) -> float:
        return self.u

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Space and Enter, unless this is the main button."""
        if self._main:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the keycap, and the words right of it."""
        theme = self.theme
        keycap = QRectF(self._pad, 0, self._keycap, self._key_height)
        keycap.moveTop(rect.center().y() - keycap.height() / 2)
        ground, ink = (theme.key, theme.key_text) if self._main else (theme.surface2, theme.text)
        colour = theme.text if self._main or self.lit else theme.mute
        if not self.isEnabled():
            ink, colour, ground = theme.future, theme.future, theme.surface2
        self._paint_key(painter, keycap, ink, ground)
        words = rect.adjusted(max(self.words_begin, self.words_at), 0, -self._pad, 0)
        paint_word(painter, words, self.text(), Ink(self.cap, colour, SEMIBOLD))

    def _paint_key(self, painter: QPainter, rect: QRectF, ink: QColor, ground: QColor) -> None:
        if isinstance(self._key, str):
            paint_keycap(painter, rect, self._key, Ink(self._key_cap, ink, SEMIBOLD), ground)
            return
        fill_rounded(painter, rect, rect.height() / 5, ground)
        inset = 0.16 * rect.height()
        paint_icon(painter, self._key, rect.adjusted(inset, inset, -inset, -inset), ink)
