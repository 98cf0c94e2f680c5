"""The plates of the history page: the year, and the sessions beside or below it."""

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QPainter

from matside.core.history.totals import SessionTotals
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Part, fill_rounded
from matside.ui.drawing.theme import Theme
from matside.ui.history.history_model import HistoryView
from matside.ui.history.history_words import (
    deleted_words,
    empty_words,
    months_words,
    of_these_weeks,
    sessions_title,
    year_title,
)
from matside.ui.history.progress.exercise_panel import Calendar, ExercisePanel
from matside.ui.history.session_list import SessionList
from matside.ui.history.year_chart import YearChart
from matside.ui.history.year_layout import LEAST_PITCH
from matside.ui.kit.labels import ASCENT, PITCH, Label
from matside.ui.kit.page import fair_columns
from matside.ui.kit.page_button import PageButton
from matside.ui.words.screen_words import undo_key
from matside.ui.words.translation import translate

SHARES = (0.646, 0.354)
"""The shares of the width for the year and for the sessions."""

PAD, GAP = 2.2, 2.2
"""The margins on plates, and the gaps between them, in units."""

HEAD = 3.6
"""The height of the head of a plate, in heights of capitals."""

LEAST_LIST = 37.0
"""The minimum width of the sessions, in heights of capitals."""

OFFERED = 8_000
"""How long the way to bring a deleted session back is shown, in ms; its key works on."""

WEEKS = 53
"""How many weeks have to have room."""


class HistorySheet(Part):
    """The plates, each with its head and its content.

    It `is_wide` where the sessions stand beside the year. What was deleted is `offered` for a
    while, and longer while the offer has the focus; `folded` tells that it is shown no more.
    """

    folded = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._plates: tuple[QRectF, ...] = ()
        self._heads = tuple(Label(self, theme.text, SEMIBOLD) for _ in range(2))
        self._heads[0].setText(year_title())
        self._heads[1].setText(sessions_title())
        self._months = Label(self, theme.mute, least=0.8)
        self._count = Label(self, theme.mute)
        self.chart = YearChart(self, theme)
        self.earlier = PageButton(self, theme, Icon.LEFT, translate("History", "Earlier"))
        self.later = PageButton(self, theme, Icon.RIGHT, translate("History", "Later"))
        self._told = tuple(Label(self, theme.mute, lines=8) for _ in empty_words()[1:])
        self.progress = ExercisePanel(theme, self)
        self.sessions = SessionList(theme, self)
        self.undo = PageButton(self, theme, undo_key(), "")
        self.undo.hide()
        self.offered = QTimer(self, singleShot=True, interval=OFFERED)
        self.offered.timeout.connect(self._fold)
        self._deleted: SessionTotals | None = None
        self._is_empty = False
        self.is_wide = True

    def show_view(self, view: HistoryView) -> None:
        """Show `view`; before anything was done, what there will be."""
        year, sessions = view.year, view.sessions
        self._is_empty = view.is_empty
        totals = view.selected_totals
        self.chart.show_year(year, None if totals is None else totals.started.date())
        self._months.setText(months_words(year))
        self.earlier.setVisible(not year.is_oldest)
        self.later.setVisible(year.last < year.today)
        heading, *told = empty_words()
        self._heads[1].setText(heading if self._is_empty else sessions_title())
        self._count.setText(of_these_weeks(len(sessions)) if sessions else "")
        if not self._is_empty:
            is_bare = sessions is not None and not sessions
            told = [translate("History", "No session in these weeks.")] if is_bare else []
        for label, words in zip(self._told, (*told, "", "", ""), strict=False):
            label.setText(words)
            label.setVisible(bool(words))
        self.progress.setVisible(not self._is_empty)
        calendar = Calendar(year.today, year.first.weekday(), view.settings.unit)
        self.progress.show_progress(view.progress, calendar)
        self.sessions.setVisible(bool(sessions))
        self.sessions.show_view(view)
        if view.deleted is not None and view.deleted != self._deleted:
            self.undo.show_words(deleted_words(view.deleted))
            self.offered.start()
        self._deleted = view.deleted
        self.undo.setVisible(view.deleted is not None and self.offered.isActive())
        self.update()

    def _fold(self) -> None:
        """Show no more that a session can be brought back, unless that has the focus."""
        if self.undo.hasFocus():
            self.offered.start()
        else:
            self.undo.hide()
            self.folded.emit()

    def lay_out(self, width: float, height: float, cap: float, u: float) -> float:
        """Place everything on `width` px; return the height in px, `height` at least.

        The sessions are beside the year where both have room, else below it; between them, and
        below the year, is one exercise.
        """
        self._u = u
        pad, gap, head = PAD * u, GAP * u, HEAD * cap
        least = (WEEKS * LEAST_PITCH + 4 * cap + 2 * pad, LEAST_LIST * cap)
        self.is_wide = sum(least) + gap <= width
        if self.is_wide:
            room = QRectF(0, 0, width, height)
            year, sessions = fair_columns(room, SHARES, least, gap)
            year.setHeight(head + 2 * pad + self._chart_height(year.width(), height, cap, u))
            bottom = self._place_progress(year, height, u)
            told = self._told_height(sessions.width() - 2 * pad, cap) + head + 2 * pad
            sessions.setHeight(max(told, bottom, 0 if self._is_empty else height))
        else:
            inner = width - 2 * pad
            tall = head + 2 * pad + self.chart.heights(inner, cap)[1]
            year = QRectF(0, 0, width, tall)
            listed = self.sessions.needed_height(inner + 2 * min(cap, pad), cap) + 3 * cap
            listed = max(listed, self._told_height(inner, cap)) + head + 2 * pad
            listed += 4 * cap if not self.undo.isHidden() else 0
            top = self._place_progress(year, 0, u) + gap
            sessions = QRectF(0, top, width, max(listed, 0 if self._is_empty else height - top))
        self._plates = year, sessions
        self._place_year(year, cap, u)
        self._place_sessions(sessions, cap, u)
        self.update()
        return sessions.bottom()

    def _chart_height(self, width: float, height: float, cap: float, u: float) -> float:
        """Return the height of the chart: less than usual where the year then fits `height` px."""
        around = (HEAD * cap + 2 * PAD * u) + GAP * u + self.progress.needed_height(width, u)
        least, usual = self.chart.heights(width - 2 * PAD * u, cap)
        room = height - around
        return room if least <= room < usual and not self.progress.isHidden() else usual

    def _place_progress(self, year: QRectF, height: float, u: float) -> float:
        """Place the exercise below the plate of the `year`, down to `height`; return its end."""
        if self.progress.isHidden():
            return year.bottom()
        top = year.bottom() + GAP * u
        needed = self.progress.needed_height(year.width(), u)
        rect = QRectF(year.x(), top, year.width(), max(needed, height - top))
        self.progress.put(rect, u)
        return rect.bottom()

    def _place_year(self, plate: QRectF, cap: float, u: float) -> None:
        pad, head = PAD * u, HEAD * cap
        inner = plate.adjusted(pad, pad, -pad, -pad)
        baseline = inner.y() + 1.6 * cap
        large = 1.2 * cap
        words = self._heads[0].width_at(large) + 1
        self._heads[0].put(inner.x(), baseline, words, large)
        right = inner.right() + u
        for button in (self.later, self.earlier):
            if not button.isHidden():
                button.cap, button.u = cap, u
                width = button.width_needed
                button.put(QRectF(right - width, baseline - 2.1 * cap, width, 3.2 * cap), u)
                right -= width
        left = inner.x() + words + 1.5 * cap
        self._months.put(left, baseline, right - left - cap, cap)
        self.chart.put(inner.adjusted(0, head, 0, 0), cap, u)

    def _place_sessions(self, plate: QRectF, cap: float, u: float) -> None:
        pad, head = PAD * u, HEAD * cap
        inner = plate.adjusted(pad, pad, -pad, -pad)
        baseline = inner.y() + 1.6 * cap
        large = 1.2 * cap
        words = self._heads[1].width_at(large) + 1
        self._heads[1].put(inner.x(), baseline, words, large)
        count = self._count.width_at(cap) + 1
        self._count.put(inner.right() - count, baseline, count, cap)
        content = inner.adjusted(0, head, 0, 0)
        if not self.undo.isHidden():
            self.undo.cap, self.undo.u = cap, u
            height = 3.2 * cap
            width = min(self.undo.width_needed, inner.width() + u)
            self.undo.put(QRectF(inner.x() - u, content.bottom() - height, width, height), u)
            content.setBottom(content.bottom() - height - 0.8 * cap)
        y = content.y() + ASCENT * cap
        for label in self._told:
            if not label.isHidden():
                rows = len(label.lines_in(inner.width(), cap))
                label.put(inner.x(), y, inner.width(), cap)
                y += (PITCH * rows + 1.0) * cap
        # Its plates reach a little beyond the words of the head.
        reach = min(cap, pad)
        self.sessions.put(content.adjusted(-reach, 0, reach, 0), cap, u)

    def _told_height(self, width: float, cap: float) -> float:
        shown = (label for label in self._told if not label.isHidden())
        return sum((PITCH * len(label.lines_in(width, cap)) + 1.0) * cap for label in shown)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the plates."""
        for plate in self._plates:
            fill_rounded(painter, plate, 2 * self._u, self._theme.surface)
