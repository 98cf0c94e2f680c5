"""The page of a task: what it does, what it asks, how far it is, and how it went."""

import math
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.painting import fill_rounded, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.opened_page import OpenedPage
from matside.ui.kit.page_button import PageButton
from matside.ui.settings.data.data_sheet import MOST_LINE, DataSheet
from matside.ui.settings.data.data_view import DataView, FileWish
from matside.ui.settings.data.file_choice import ask_for_file
from matside.ui.words.translation import translate

CAPS, ROOMY = (2.9, 2.6, 2.3), 0.55
"""The heights of capitals in percent of the span, and the share of the room that the parts may
take for all but the smallest."""

_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class DataPage(OpenedPage):
    """Enter does what the main button says; Esc stops what runs, else closes the page.

    Tab, Up and Down go from part to part. `chosen` has the place of a choice, `meant` that of a
    name and of what it means now.
    """

    arrows_go = True

    main_pressed = Signal()
    chosen = Signal(int)
    meant = Signal(int, int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", "", least=0.6)
        self._view = DataView("")
        self._typed = ""
        self._plate = QRectF()
        self._sheet = DataSheet(theme)
        self._scroll = self._scrolling(self._sheet, theme.surface)
        self._main = PageButton(self, theme, translate("Key", "Enter"), "", main=True)
        self._sheet.chosen.connect(self.chosen)
        self._sheet.meant.connect(self.meant)
        self._sheet.typed.connect(self._take_word)
        self._back.raise_()  # a screen reader finds it last
        self._main.clicked.connect(self.main_pressed)

    def show_view(self, view: DataView) -> None:
        """Show `view`; where it is another one, its first part gets the focus."""
        self._view = view
        self._title.setText(view.title)
        self.setAccessibleName(view.title)
        self.setAccessibleDescription("\n".join(view.says))
        self._main.show_words(view.main)
        self._main.setVisible(bool(view.main))
        runs = view.part is not None
        cancel, back = translate("Data", "Cancel"), translate("Data", "Back")
        self._back.show_words(cancel if runs else back)
        if self._sheet.show_view(view):
            self._typed = ""
            self._set_stops()
        self._enable_main()
        self.arrange()

    def ask_for_file(self, wish: FileWish) -> None:
        """Ask for the file of a task, in a dialog over the window."""
        ask_for_file(wish, self.window())

    def _set_stops(self) -> None:
        """Let Tab go down the parts, and give the focus to the first one."""
        stops = (*self._sheet.stops, self._main, self._back)
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)
        first = self._sheet.stops[0] if self._view.word or self._view.choices else self._main
        self.set_home(first if self._view.main or self._view.choices else self._back)
        if self.isVisible():
            self.home.setFocus()

    def _enable_main(self) -> None:
        """Let the main button be pressed once the word was typed, if there is one."""
        self._main.setEnabled(self._typed.casefold() == self._view.word.casefold())

    def _take_word(self, text: str) -> None:
        self._typed = text.strip()
        self._enable_main()

    @override
    def arrange(self) -> None:
        """Place title and way out, the plate with all parts, and right below it the way on."""
        u = self.u
        room = QRectF(self.margin, 0, self.width() - 2 * self.margin, self.height())
        width = self._put_back() - 2 * u - room.x()
        self._title.put(room.x() - 0.2 * u, 10 * u, width, self.cap(4.4))
        self._place_sheet(QRectF(room.x(), 14 * u, room.width(), self.height() - 26 * u))
        self._main.cap, self._main.u = self.cap(3.2), u
        needed = min(self._main.width_needed, room.width() + 2 * u)
        self._main.put(QRectF(room.x() - u, self._plate.bottom() + 2 * u, needed, 8 * u), u)
        self.update()

    def _place_sheet(self, room: QRectF) -> None:
        """Place the parts on a plate that is as high as they need, and fits into `room`.

        Where they are few they are larger.
        """
        u = self.u
        room.setWidth(min(room.width(), (MOST_LINE + 2) * u))
        inner = room.adjusted(u, 2 * u, -u, -2 * u)
        self._scroll.setGeometry(pixels(inner))
        for cap in map(self.cap, CAPS):
            height = self._sheet.set_in(self._scroll.width(), u, cap)
            if height <= ROOMY * inner.height():
                break
        height = self._sheet.set_in(self._scroll.width_for(height), u, cap)
        inner.setHeight(min(inner.height(), math.ceil(height)))
        self._scroll.setGeometry(pixels(inner))
        self._scroll.fit(height)
        self._plate = inner.adjusted(-u, -2 * u, u, 2 * u)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the ground, and the plate below the parts."""
        super().paint(painter)
        fill_rounded(painter, self._plate, 2 * self.u, self.theme.surface)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self._main.click()
        else:
            super().keyPressEvent(event)
