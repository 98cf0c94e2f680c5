"""What stands on the block of the finish page: the time, the week, and what was moved."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from matside.core.durations import clock
from matside.core.history.weeks import CHAINED, Habit
from matside.ui.drawing.lettering import BOLD, SEMIBOLD, is_cut, width_of
from matside.ui.drawing.theme import Theme
from matside.ui.drawing.week_chain import ChainInks, WeekChain
from matside.ui.kit.labels import PITCH, Label
from matside.ui.kit.page import Page
from matside.ui.summary.finish_view import FinishView
from matside.ui.summary.finish_words import MOST_FACTS, Fact, against_forms, facts_of
from matside.ui.summary.summary_words import pause_words
from matside.ui.words.outcome_words import cut_words, skipped_words
from matside.ui.words.translation import translate
from matside.ui.words.week_words import goal_words, row_words, spoken_habit, week_words

DIGITS, LEAST_BESIDE = 17.2, 0.84
"""The height of the time in percent of the span, and how far it shrinks for words beside it."""

SMALL, AGAINST, WEEK, ROW, FACT = 2.0, 2.2, 6.0, 5.0, 5.0
"""The heights of capitals: notes, what is compared, the week, the weeks in a row, a fact."""

CHAIN = 5.2
"""The height of the chain of weeks, in percent of the span."""

CHAINED_HERE = CHAINED - 1
"""How many weeks the chain has here, where the running one is one of them."""

LEAST_AGAINST = 0.6
"""How far what is compared shrinks, as a share."""

LEAST_GAP, MOST_GAP = 1.8, 4.0
"""The minimum and the maximum gap between two rows, in units."""

LEAST_DIGITS = 0.4
"""How far the time shrinks where the rows below it need the room, as a share."""

MOST_AGAINST = 0.42
"""The maximum width of what a change is against, as a share of the block."""

ONE_LINE = 0.16
"""The width up to which that is on one line, whatever room the others leave, likewise."""


class FactRow:
    """A figure and its word, and at the right by how much it changed, and against what."""

    def __init__(self, page: Page, theme: Theme) -> None:
        right = Qt.AlignmentFlag.AlignRight
        self._figure = Label(page, theme.ink, BOLD, least=0)
        self._word = Label(page, theme.ink, least=0.6)
        self._change = Label(page, theme.ink, BOLD, align=right, least=0)
        self._against = Label(page, theme.ink, SEMIBOLD, lines=2)

    @property
    def labels(self) -> tuple[Label, ...]:
        """All of its labels."""
        return (self._figure, self._word, self._change, self._against)

    def show_fact(self, fact: Fact | None) -> None:
        """Show `fact`; None hides the row."""
        words = ("",) * 4 if fact is None else (fact.figure, fact.word, fact.change, fact.against)
        for label, text in zip(self.labels, words, strict=True):
            label.setText(text)
            label.setVisible(bool(text))

    def height(self, page: Page) -> float:
        """Return the height that the row needs on `page`, in px: 0 where it is hidden."""
        if not self._figure.text():
            return 0.0
        return max(page.cap(FACT), (1 + PITCH) * page.cap(SMALL))

    def put(self, room: QRectF, cap: float, small: float) -> None:
        """Place the row on `room`, all of it smaller where it has no room as it is."""
        left, right = room.x(), room.right()
        gap = 0.35 * cap
        labels = (self._figure, self._word, self._change)
        needed = sum(label.width_at(cap) + gap for label in labels if label.text())
        against = self._against_width(room.width(), room.width() - needed - 0.6 * small, small)
        if against:
            below = PITCH * small / 2
            lines = len(self._against.lines_in(against, small))
            baseline = room.center().y() + small / 2 - (lines - 1) * below
            self._against.put(right - against, baseline, against, small)
            right -= against + 0.6 * small
        fitted = min(cap, cap * max(0.0, right - left) / max(1.0, needed))
        baseline = room.center().y() + fitted / 2
        if self._change.text():
            width = self._change.width_at(fitted) + 2
            self._change.put(right - width, baseline, width, fitted)
            right -= width + 0.35 * fitted
        width = min(self._figure.width_at(fitted) + 2, right - left)
        self._figure.put(left, baseline, width, fitted)
        left += width + 0.3 * fitted
        self._word.put(left, baseline, max(0.0, right - left), fitted)

    def _against_width(self, width: float, spare: float, small: float) -> float:
        """Return the width of the small words, of whose row of `width` the others leave `spare`.

        Long ones without room have two lines, as narrow as can be.
        """
        text = self._against.text()
        if not text:
            return 0.0
        whole = self._against.width_at(small) + 2
        if whole <= max(spare, ONE_LINE * width):
            return whole
        needed = whole / 2
        while needed < whole and is_cut(self._against.lines_in(needed, small), text):
            needed += small / 2
        return min(needed + 2, MOST_AGAINST * width)


class FinishBlock:
    """The words on the block of `page`, which owns the labels."""

    def __init__(self, page: Page, theme: Theme) -> None:
        right = Qt.AlignmentFlag.AlignRight
        self._total = Label(page, theme.ink, BOLD, tabular=True, least=0)
        self._notes = tuple(Label(page, theme.ink, least=0.55) for _ in range(3))
        self._against = Label(page, theme.ink, SEMIBOLD, least=LEAST_AGAINST)
        self._forms: tuple[str, ...] = ()
        self._week = Label(page, theme.ink, BOLD, least=0.6)
        self._row = Label(page, theme.ink, align=right, least=0.6)
        self._chain = WeekChain(ChainInks(theme.ink, theme.ink, theme.ink), page, round_=True)
        self._facts = tuple(FactRow(page, theme) for _ in range(MOST_FACTS))

    def show_view(self, view: FinishView, ink: QColor, ground: QColor) -> None:
        """Show `view` in `ink` on a block of the colour `ground`."""
        self._total.setText(clock(view.seconds))
        skipped = skipped_words(sum(tally.skipped for tally in view.tallies) - view.cut)
        left = (skipped, cut_words(view.cut))
        words = (
            translate("Summary", "{time} planned").format(time=clock(view.planned_seconds)),
            pause_words(view.pause_seconds, view.pauses),
            ", ".join(word for word in left if word),
        )
        said = [line for line in words if line]
        for place, label in enumerate(self._notes):
            label.setText(said[place] if place < len(said) else "")
        self._forms = against_forms(view)
        self._show_habit(None if view.comparison is None else view.comparison.habit)
        facts = facts_of(view)
        for place, row in enumerate(self._facts):
            row.show_fact(facts[place] if place < len(facts) else None)
        self._chain.set_inks(ChainInks(ink, ground, ink))
        for label in self._labels():
            label.set_colour(ink)

    def _show_habit(self, habit: Habit | None) -> None:
        self._week.setText("" if habit is None else week_words(habit.week))
        self._row.setText("" if habit is None else row_words(habit) or goal_words(habit.week))
        self._chain.setVisible(habit is not None)
        if habit is not None:
            self._chain.show_habit(habit, CHAINED_HERE, spoken_habit(habit))

    def _labels(self) -> Iterator[Label]:
        yield from (self._total, *self._notes, self._against, self._week, self._row)
        for row in self._facts:
            yield from row.labels

    def put(self, block: QRectF, page: Page) -> None:
        """Place everything on `block`, with equal gaps between its rows."""
        inner = block.adjusted(page.margin, 0, 0, 0)
        inner.setRight(block.right() - max(page.margin, 3 * page.u))
        small, digits = page.cap(SMALL), page.cap(DIGITS)
        self._choose_form(inner.width(), page.cap(AGAINST))
        notes = [label for label in self._notes if label.text()]
        column = max((label.width_at(small) + 2 for label in notes), default=0.0)
        beside = self._fitted(inner.width() - column - 2 * small, digits)
        stacked = beside < LEAST_BESIDE * digits
        digits = self._fitted(inner.width(), digits) if stacked else beside
        heights = self._heights(page, digits, small if stacked else 0.0)
        rows = len([height for height in heights if height])
        lacking = sum(heights) + (rows + 1) * LEAST_GAP * page.u - block.height()
        if lacking > 0:
            digits = max(LEAST_DIGITS * digits, digits - lacking)
            heights = (digits, *heights[1:])
        spare = min((block.height() - sum(heights)) / (rows + 1), MOST_GAP * page.u)
        y = block.y() + (block.height() - sum(heights) - (rows + 1) * spare) / 2
        places: list[float] = []
        for height in heights:
            y += spare if height else 0.0
            places.append(y)
            y += height
        self._put_total(inner, places[0] + digits, digits, small, stacked=stacked)
        if stacked:
            self._put_abreast(inner, places[1] + small, small)
        against = page.cap(AGAINST)
        self._against.put(inner.x(), places[2] + against, inner.width(), against)
        self._put_habit(inner, places[3], places[4], page)
        for row, at in zip(self._facts, places[5:], strict=True):
            area = QRectF(inner.x(), at, inner.width(), row.height(page))
            row.put(area, page.cap(FACT), page.cap(SMALL))

    def _choose_form(self, width: float, cap: float) -> None:
        """Say as much of what is compared as has room in one line of `width` px."""
        fitting = (form for form in self._forms if width_of(form, 0.8 * cap, SEMIBOLD) <= width)
        self._against.setText(next(fitting, self._forms[-1] if self._forms else ""))

    def _heights(self, page: Page, digits: float, notes: float) -> tuple[float, ...]:
        """Return the heights of all rows, 0 for those that are not there."""
        has_week = bool(self._week.text())
        return (
            digits,
            notes,
            page.cap(AGAINST) if self._against.text() else 0.0,
            page.cap(WEEK) if has_week else 0.0,
            page.span * CHAIN / 100 if has_week else 0.0,
            *(row.height(page) for row in self._facts),
        )

    def _fitted(self, width: float, digits: float) -> float:
        """Return the height of the time up to `digits` at which it fits into `width` px."""
        return min(digits, digits * max(1.0, width) / max(1.0, self._total.width_at(digits)))

    def _put_total(
        self, inner: QRectF, baseline: float, digits: float, small: float, *, stacked: bool
    ) -> None:
        hang = 0.055 * digits
        width = self._total.width_at(digits) + hang + 2
        self._total.put(inner.x() - hang, baseline, width, digits)
        if stacked:
            return
        x = inner.x() + width + small
        y = baseline - digits + small
        for label in self._notes:
            width = min(label.width_at(small) + 2, inner.right() - x)
            label.put(inner.right() - width, y, width, small)
            y += 1.9 * small

    def _put_abreast(self, inner: QRectF, baseline: float, small: float) -> None:
        """Place the notes side by side, all smaller where they have no room."""
        notes = [label for label in self._notes if label.text()]
        gap = 1.4 * small
        needed = sum(label.width_at(small) + 2 for label in notes) + gap * (len(notes) - 1)
        scale = min(1.0, inner.width() / max(1.0, needed))
        x = inner.x()
        for label in notes:
            width = scale * (label.width_at(small) + 2)
            label.put(x, baseline, width, small)
            x += width + scale * gap

    def _put_habit(self, inner: QRectF, week_at: float, chain_at: float, page: Page) -> None:
        week, row = page.cap(WEEK), page.cap(ROW)
        needed = self._week.width_at(week) + self._row.width_at(row) + week
        scale = min(1.0, inner.width() / max(1.0, needed))
        left = self._week.width_at(scale * week) + 2
        baseline = week_at + week
        self._week.put(inner.x(), baseline, left, scale * week)
        self._row.put(inner.x() + left, baseline, inner.width() - left, scale * row)
        side = page.span * CHAIN / 100
        weeks = max(1, self._chain.weeks)
        step = (inner.width() - side) / (CHAINED_HERE - 1)
        self._chain.put(QRectF(inner.x(), chain_at, side + step * (weeks - 1), side))
