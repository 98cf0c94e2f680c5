"""The sessions of a year in a list that scrolls; the selected one opens in place."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from matside.core.history.totals import SessionTotals
from matside.override import override
from matside.ui.drawing.painting import pixels
from matside.ui.drawing.theme import Theme
from matside.ui.history.history_model import HistoryView
from matside.ui.history.history_words import day_of, instant_of, sessions_title
from matside.ui.history.session_detail import SessionDetail
from matside.ui.history.session_entry import PITCH, SessionEntry, when_width
from matside.ui.kit.scrolling import Scroll
from matside.ui.kit.turns import Turn

AT_ONCE = 16
"""The number of entries made in one pass of the event loop."""

PAGE = 10
"""How many sessions Page Up and Page Down go on."""

_WAYS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -PAGE,
    Qt.Key.Key_PageDown: PAGE,
}


class SessionList(QWidget):
    """The sessions, newest first; very many are added in several passes.

    What is shown is placed by `put`.

    `selected` has the id of a session. Up and Down, Page Up and Page Down, Home and End go from
    one to the next, and Enter to the sets of the selected one.
    """

    selected = Signal(int)
    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u, self._cap = 8.0, 11.0
        self._sessions: Sequence[SessionTotals] = ()
        self._days: Mapping[date, int] = {}
        self._chosen: int | None = None
        self._is_open = False
        self._is_other = False
        self._lacks_focus = False
        self._entries: list[SessionEntry] = []
        self._sheet = QWidget()
        self._scroll = Scroll(theme, self._sheet, self, theme.surface)
        self.detail = SessionDetail(self._sheet, theme)
        self.detail.hide()
        self.detail.left.connect(self.focus_selected)
        self.setAccessibleName(sessions_title())
        self._turn = Turn(self, self._grow)

    def show_view(self, view: HistoryView) -> None:
        """List the sessions of `view`, with the sets of the selected one below it."""
        sessions = tuple(view.sessions or ())
        if [each.id for each in sessions] != [each.id for each in self._sessions]:
            self._replace(sessions)
        self._sessions = sessions
        self._days = Counter(each.started.date() for each in sessions)
        for entry, each in zip(self._entries, sessions, strict=False):
            if entry.totals != each:
                entry.show_totals(each)
        self._is_other = view.selected != self._chosen
        self._chosen = view.selected
        self._mark()
        totals = view.selected_totals
        self._is_open = view.record is not None and totals is not None
        if view.record is not None and totals is not None:
            self.detail.show_session(view.record, totals, view.settings)
        self.detail.setVisible(self._is_open)
        self._order_stops()

    def put(self, rect: QRectF, cap: float, u: float) -> None:
        """Place the list on `rect`, with capitals `cap` px high."""
        is_other = self._is_other or pixels(rect) != self.geometry()
        self._cap, self._u, self._is_other = cap, u, False
        self.setGeometry(pixels(rect))
        self._scroll.setGeometry(self.rect())
        self._arrange()
        if is_other:
            self._show_selected()

    def needed_height(self, width: float, cap: float) -> float:
        """Return the height in px at which nothing scrolls at `width` px."""
        height = len(self._sessions) * PITCH * cap
        return height + (self.detail.needed_height(width, cap) if self._is_open else 0.0)

    def focus_selected(self) -> None:
        """Give the focus to the selected session, with its ring."""
        entry = self.selected_entry
        if entry is not None:
            entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def selected_entry(self) -> SessionEntry | None:
        """The entry of the selected session, None without one."""
        return next((each for each in self._entries if each.isChecked()), None)

    @property
    def listed(self) -> Sequence[SessionTotals]:
        """The sessions that are listed."""
        return self._sessions

    @property
    def is_whole(self) -> bool:
        """Whether all entries are there by now."""
        return len(self._entries) == len(self._sessions)

    def _replace(self, sessions: Sequence[SessionTotals]) -> None:
        """List `sessions`; entries of sessions that stay are kept."""
        kept = {entry.totals.id: entry for entry in self._entries}
        self._entries = []
        for each in sessions:
            entry = kept.pop(each.id, None)
            if entry is None:
                break
            self._entries.append(entry)
        for entry in kept.values():
            self._lacks_focus = self._lacks_focus or entry.hasFocus()
            entry.hide()
            entry.deleteLater()
        self._sessions = sessions
        self._make_some()

    def _make_some(self) -> None:
        begin = len(self._entries)
        for totals in self._sessions[begin : begin + AT_ONCE]:
            entry = SessionEntry(self._sheet, self._theme, totals)
            entry.clicked.connect(lambda _=False, id_=totals.id: self._press(id_))
            entry.stackUnder(self.detail)  # a screen reader finds it behind them
            self._entries.append(entry)
        if self.is_whole:
            self._turn.stop()
        else:
            self._turn.start()

    def _grow(self) -> None:
        begin = len(self._entries)
        self._make_some()
        self._mark()
        self._place_entries(begin)
        if self.is_whole:
            self._show_selected()
            self._order_stops()
            self.grown.emit()

    def _mark(self) -> None:
        """Mark the selected session."""
        for entry in self._entries:
            self._lacks_focus = self._lacks_focus or entry.hasFocus()
            if entry.isChecked() is not (entry.totals.id == self._chosen):
                entry.mark(selected=entry.totals.id == self._chosen)
        self._hand_over_focus()

    def _hand_over_focus(self) -> None:
        """Give the focus to the selected session where another one had it."""
        entry = self.selected_entry
        if self._lacks_focus and entry is not None and not entry.isHidden():
            self._lacks_focus = False
            self.focus_selected()

    def _press(self, session: int) -> None:
        """Select `session`; one that is selected opens its sets."""
        if session == self._chosen:
            self.detail.edit()
        else:
            self._select(session)

    def _select(self, session: int) -> None:
        self.detail.settle()
        self.selected.emit(session)

    def _go(self, place: int) -> None:
        if self._sessions:
            found = self._sessions[max(0, min(place, len(self._sessions) - 1))]
            if found.id != self._chosen:
                self._select(found.id)

    @property
    def _place(self) -> int:
        ids = [each.id for each in self._sessions]
        return ids.index(self._chosen) if self._chosen in ids else 0

    def _arrange(self) -> None:
        width = float(self._scroll.width())
        width = self._scroll.width_for(self.needed_height(width, self._cap))
        self._scroll.fit(self.needed_height(width, self._cap))
        self._place_entries(0)

    def _place_entries(self, begin: int) -> None:
        """Place the entries from that place on, and the sets below the selected one."""
        cap, width = self._cap, float(self._sheet.width())
        whens = [self._when(each) for each in self._sessions]
        days = max((when_width(when, cap) for when in whens), default=0.0)
        places = [self._place] if self._is_open else []
        for place, entry in enumerate(self._entries[begin:], begin):
            y = PITCH * cap * place
            if places and place > places[0]:
                y += self.detail.needed_height(width, cap)
            entry.measure(cap, whens[place], days)
            entry.put(QRectF(0, y, width, PITCH * cap), self._u)
            entry.show()  # not before, or what is seen already would be painted once more
            if place in places:
                below = QRectF(0, y + PITCH * cap, width, self.detail.needed_height(width, cap))
                self.detail.put(below, cap, self._u)
        self._hand_over_focus()

    def _when(self, totals: SessionTotals) -> str:
        """Return the day of a session, with its time where the day has several."""
        is_alone = self._days[totals.started.date()] == 1
        return day_of(totals) if is_alone else instant_of(totals)

    def _show_selected(self) -> None:
        """Bring the selected session with its sets into sight, its head first."""
        entry = self.selected_entry
        if entry is None:
            return
        if self._is_open:
            self._scroll.ensureVisible(0, self.detail.geometry().bottom(), 0, 0)
        self._scroll.ensureWidgetVisible(entry, 0, 0)

    def _order_stops(self) -> None:
        """Let Tab lead from the selected session to its sets."""
        before: QWidget | None = self.selected_entry
        for stop in self.detail.stops:
            if before is not None:
                QWidget.setTabOrder(before, stop)
            before = stop

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from session to session, and into the selected one."""
        key, place = Qt.Key(event.key()), self._place
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._sessions) - 1}
        if key in _WAYS:
            self._go(place + _WAYS[key])
        elif key in ends:
            self._go(ends[key])
        else:
            event.ignore()
