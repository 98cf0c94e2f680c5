"""A page that is opened over another one: its title, its way back, and what scrolls below."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import Label
from matside.ui.kit.page import Page
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.scrolling import Scroll
from matside.ui.words.screen_words import escape_key


class OpenedPage(Page):
    """A page with a title at the left, and at the right the `back` button, which says so.

    Each of `closing_keys` asks to close it; with `arrows_go` Up and Down go from part to part.
    """

    tall_span = 0.9
    closing_keys = frozenset({Qt.Key.Key_Escape})
    arrows_go = False

    closed = Signal()

    def __init__(self, theme: Theme, title: str, back: str, *, least: float = 1.0) -> None:
        super().__init__(theme)
        self._title = Label(self, theme.text, BOLD, least=least)
        self._title.setText(title)
        self.setAccessibleName(title)
        self._back = PageButton(self, theme, escape_key(), back)
        self._back.clicked.connect(self.closed)
        self._take_step: Callable[[int], bool] = lambda _: False
        self.set_home(self._back)

    def _scrolling(self, sheet: QWidget, ground: QColor) -> Scroll:
        """Return a new area with `sheet` on `ground`, which the keys of the page scroll."""
        scroll = Scroll(self.theme, sheet, self, ground)
        self._take_step = scroll.take_step
        return scroll

    def _put_back(self, cap: float = 1.9, top: float = 5.6, height: float = 5.6) -> float:
        """Place the way back, in units and percent of the span; return where it begins, in px."""
        self._back.cap, self._back.u = self.cap(cap), self.u
        width = self._back.width_needed
        left = self.width() - self.margin + self.u - width
        self._back.put(QRectF(left, top * self.u, width, height * self.u), self.u)
        return left

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close or scroll, or go from part to part; leave other keys to the window."""
        key = Qt.Key(event.key())
        if key in self.closing_keys:
            self.closed.emit()
        elif self.arrows_go and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        elif not self._take_step(key):
            event.ignore()
