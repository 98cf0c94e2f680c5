"""One session of the list: its day, its title and how long it ran."""

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.core.history.totals import SessionTotals
from matside.core.session.record import SessionOutcome
from matside.override import override
from matside.ui.drawing.lettering import MEDIUM, SEMIBOLD, width_of
from matside.ui.drawing.painting import Ink, fill_rounded, paint_word
from matside.ui.drawing.theme import WORK, Theme
from matside.ui.history.history_words import length_of, spoken_session
from matside.ui.kit.controls import Option

PITCH = 3.3
"""The height of an entry, in heights of capitals."""

LEFT, GAP = 1.9, 1.4
"""The margin at both ends, and the gaps between day, title and length, likewise."""


class SessionEntry(Option):
    """One session of the list; the selected one has a plate, and is the stop of the Tab key."""

    def __init__(self, parent: QWidget, theme: Theme, totals: SessionTotals) -> None:
        super().__init__(parent, theme)
        self.cap = 11.0
        self._when, self._days = "", 0.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.show_totals(totals)

    def show_totals(self, totals: SessionTotals) -> None:
        """Show the sums of the session."""
        self.totals = totals
        self.setAccessibleName(spoken_session(totals))
        self.update()

    def mark(self, *, selected: bool) -> None:
        """Mark the session as the selected one, or as one of the others."""
        self.setChecked(selected)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if selected else Qt.FocusPolicy.NoFocus)
        self.update()

    def measure(self, cap: float, when: str, days: float) -> None:
        """Write at `cap`, with `days` px for `when` it was."""
        self.cap, self._when, self._days = cap, when, days

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint day, title and length; the selected one on a plate with a tab."""
        theme, cap, chosen = self.theme, self.cap, self.isChecked()
        if chosen or self.lit:
            fill_rounded(painter, rect, 1.5 * self.u, theme.surface2)
        if chosen:
            tab = QRectF(rect.x(), 0, 0.6 * self.u, 0.6 * rect.height())
            tab.moveTop(rect.center().y() - tab.height() / 2)
            fill_rounded(painter, tab, tab.width() / 2, WORK)
        inner = rect.adjusted(LEFT * cap, 0, -LEFT * cap, 0)
        length, ink = length_of(self.totals), Ink(cap, theme.text, SEMIBOLD)
        is_length = self.totals.outcome is SessionOutcome.FINISHED
        told = ink if is_length else Ink(cap, theme.mute, MEDIUM)
        paint_word(painter, inner, length, told, Qt.AlignmentFlag.AlignRight)
        day = QRectF(inner.x(), inner.y(), self._days + 1, inner.height())
        paint_word(painter, day, self._when, ink)
        title = QRectF(inner)
        title.setLeft(day.right() + GAP * cap)
        title.setRight(inner.right() - told.width(length) - GAP * cap)
        named = Ink(cap, theme.text if chosen else theme.mute, MEDIUM)
        paint_word(painter, title, self.totals.title, named)


@lru_cache(maxsize=2048)
def when_width(when: str, cap: float) -> float:
    """Return how wide it is when a session was, in px."""
    return width_of(when, cap, SEMIBOLD)
