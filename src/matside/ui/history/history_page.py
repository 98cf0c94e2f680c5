"""The history page: the year as days and weeks, and the sessions with their sets."""

from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
)
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.painting import pixels
from matside.ui.drawing.theme import Theme
from matside.ui.history.figure_row import FigureRow
from matside.ui.history.history_model import HistoryView
from matside.ui.history.history_sheet import HistorySheet
from matside.ui.history.history_words import back_words, deleted_words, figures
from matside.ui.keyboard.key_events import digit_of
from matside.ui.kit.effort_row import MOST
from matside.ui.kit.opened_page import OpenedPage
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.words.screen_words import undo_key
from matside.ui.words.translation import translate

GOING = (Qt.Key.Key_Up, Qt.Key.Key_Down)
"""The keys that lead to the sessions from all that is beside them."""


class HistoryPage(OpenedPage):
    """What was done: a year, and its sessions, one of them with its sets.

    Left and Right lead to other years, F2 to the sets; 1 to 5 say how hard a session was, Delete
    deletes it, and Ctrl+Z brings it back; Esc closes the page. `sheet` signals what is asked of
    its parts, `left` that the page is seen no more, and `said` what a screen reader is to say.
    """

    left = Signal()
    said = Signal(str)
    deleted = Signal()
    put_back = Signal()
    turned = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, translate("History", "History"), back_words())
        self._view: HistoryView | None = None
        self._figures = FigureRow(self, theme)
        self.sheet = HistorySheet(theme)
        self._scroll = self._scrolling(self.sheet, theme.ground)
        self._warning = WarningPlate(theme, self)
        self.sheet.sessions.detail.delete_pressed.connect(self.deleted)
        self.sheet.undo.clicked.connect(self.put_back)
        self.sheet.folded.connect(self.arrange)
        self.sheet.earlier.clicked.connect(lambda: self.turned.emit(1))
        self.sheet.later.clicked.connect(lambda: self.turned.emit(-1))
        self.sheet.chart.day_pressed.connect(self._choose_day)

    @property
    @override
    def home(self) -> QWidget:
        """The selected session where it is seen at once, else the way back."""
        entry = self.sheet.sessions.selected_entry
        return super().home if entry is None or not self.sheet.is_wide else entry

    def show_view(self, view: HistoryView) -> None:
        """Show `view`; the first time the selected session gets the focus."""
        is_first = self._view is None or self._view.sessions is None
        if view.deleted is not None and (self._view is None or view.deleted != self._view.deleted):
            words = f"{deleted_words(view.deleted)}, {undo_key()}"
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
            self.said.emit(words)
        self._view = view
        told = (
            ()
            if view.is_empty
            else tuple(figures(view.year, view.sessions or (), view.settings.unit))
        )
        self._figures.show_figures(told)
        self._figures.setVisible(bool(told) and view.sessions is not None)
        self.setAccessibleDescription(self._figures.accessibleName())
        self.sheet.show_view(view)
        self._warning.show_words(view.fault or "")
        self.arrange()
        if is_first and view.sessions and (self.hasFocus() or self._back.hasFocus()):
            self.home.setFocus()

    @override
    def arrange(self) -> None:
        """Place title, figures and way back, and below them what scrolls where it has to."""
        u, title = self.u, self.cap(3.8)
        room = QRectF(self.margin, 0, self.width() - 2 * self.margin, self.height() - 4.5 * u)
        words = self._title.width_at(title) + 1
        self._title.put(room.x() - 0.04 * title, 10.2 * u, words, title)
        top = self._place_figures(room, words, self._put_back(top=5.4) - 2 * u)
        warning = self._place_warning(room)
        self._scroll.setGeometry(
            pixels(QRectF(room.x(), top, self.width() - room.x(), warning - top))
        )
        self._lay_out_sheet(room.width())

    def _place_figures(self, room: QRectF, words: float, right: float) -> float:
        """Place the figures beside the title, else below it; return where they end."""
        u, cap = self.u, self.cap(2.4)
        left = room.x() + words + 3 * u
        one_row = self._figures.needed_height(1e6, cap)
        if self._figures.needed_height(right - left, cap) <= one_row:
            self._figures.put(
                QRectF(left, 10.2 * u - cap / 2 - one_row / 2, right - left, one_row), cap
            )
            return 13 * u
        height = self._figures.needed_height(room.width(), cap)
        self._figures.put(QRectF(room.x(), 12.5 * u, room.width(), height), cap)
        return 12.5 * u + (height + u if not self._figures.isHidden() else 0.5 * u)

    def _place_warning(self, room: QRectF) -> float:
        """Place the warning at the foot, if there is one; return where it begins."""
        if self._warning.isHidden():
            return room.bottom()
        cap = self.cap(1.7)
        height = self._warning.needed_height(room.width(), cap, self.u)
        top = self.height() - 2 * self.u - height
        self._warning.put(QRectF(room.x(), top, room.width(), height), cap, self.u)
        return top - self.u

    def _lay_out_sheet(self, width: float) -> None:
        """Fit the sheet into what is seen of it, narrower if it has to scroll."""
        height, cap = self._scroll.height(), self.cap(1.45)
        needed = self.sheet.lay_out(width, height, cap, self.u)
        self._scroll.fit(needed)

    def _choose_day(self, day: date) -> None:
        """Select the newest session of `day`, if there is one."""
        sessions = () if self._view is None else self._view.sessions or ()
        found = next((each for each in sessions if each.started.date() == day), None)
        if found is not None:
            self.sheet.sessions.selected.emit(found.id)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was written last."""
        super().hideEvent(event)
        self.sheet.sessions.detail.settle()
        self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key asks of the year or its sessions; leave other keys to the window."""
        key, effort = Qt.Key(event.key()), digit_of(event)
        if event.matches(QKeySequence.StandardKey.Undo):
            self.put_back.emit()
        elif effort is not None and effort <= MOST:
            self.sheet.sessions.detail.effort_pressed.emit(effort)
        elif key == Qt.Key.Key_F2:
            self.sheet.sessions.detail.edit()
        elif key == Qt.Key.Key_Delete:
            self.deleted.emit()
        elif not self._goes(key):
            super().keyPressEvent(event)

    def _goes(self, key: Qt.Key) -> bool:
        """Go to another year, or to the sessions; return whether `key` means one of these."""
        turns = {Qt.Key.Key_Left: self.sheet.earlier, Qt.Key.Key_Right: self.sheet.later}
        if key in turns and not turns[key].isHidden():
            turns[key].click()
        elif key in GOING and self.sheet.sessions.selected_entry is not None:
            self.sheet.sessions.focus_selected()
        else:
            return key in turns
        return True
