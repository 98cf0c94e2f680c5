"""The figures of the start page: rounds, total, equipment and Start; below them its foot."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from matside.core.durations import clock
from matside.core.workout.model import Workout
from matside.core.workout.overview import equipment_for
from matside.core.workout.steps import Work
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import Label
from matside.ui.kit.page import Page, fair_columns
from matside.ui.kit.page_button import PageButton
from matside.ui.start.equipment_list import EquipmentList
from matside.ui.start.rounds_stepper import RoundsStepper
from matside.ui.start.start_button import StartButton
from matside.ui.start.start_view import StartView
from matside.ui.words.local_words import time_of_day
from matside.ui.words.screen_words import ends
from matside.ui.words.start_words import safety_line
from matside.ui.words.translation import translate

HEIGHT, LEAST_HEIGHT = 11.0, 6.4
"""The height of rounds, total, equipment and Start, in units, and its minimum in capitals."""

FOOT = 7.0
"""The height of the line of care below all, in units."""

HEADING, KEY = 2.6, 1.9
"""The height of the headings above them, in units, and of the keys in them, in capitals."""

START_BELOW = 11.0
"""The height of Start where it has a row of its own, in units."""

SHARES, SLIM_SHARES = (0.206, 0.15, 0.236, 0.29), (0.236, 0.16, 0.21, 0.3)
"""The shares of the width for rounds, total, equipment and Start."""

MOST_NEEDED = (0.33, 0.2, 0.26, 0.22)
"""The maximum shares of the width that they claim, so that a long number or list does not cut off
the others."""

MOST_START = 44.0
"""The maximum width of Start, in units."""


class StartFigures:
    """The row of figures of `page`, which owns the widgets."""

    def __init__(self, theme: Theme, page: Page) -> None:
        self._page = page
        self.stepper = RoundsStepper(theme, page)
        self._headings = tuple(Label(page, theme.mute) for _ in range(3))
        self._total = Label(page, theme.text, BOLD, tabular=True, least=0)
        self._ends = Label(page, theme.mute, least=0.7)
        self.equipment = EquipmentList(theme, page)
        self.start = StartButton(page, theme)
        words = (
            translate("Start", "Rounds"),
            translate("Start", "Total"),
            translate("Start", "You need"),
        )
        for heading, said in zip(self._headings, words, strict=True):
            heading.setText(said)
        self._startable = True

    def show_parts(self, *, startable: bool) -> None:
        """Show all for a workout that can be started, else Start alone."""
        self._startable = startable
        for part in (self._total, self._ends, self.equipment):
            part.setVisible(startable)
        if not startable:
            self.stepper.set_shown(shown=False)

    def show_figures(self, view: StartView, workout: Workout, ahead: Sequence[Work]) -> None:
        """Show the figures of `workout` with the sets `ahead`, as given by `view`."""
        self.stepper.show_choice(workout, view.rounds, view.totals, view.total)
        self._total.setText(clock(view.total))
        self.show_end(view)
        needing = [step for step in ahead if step.key.block not in view.left_out]
        self.equipment.show_equipment(equipment_for(needing))

    def show_end(self, view: StartView) -> None:
        """Show when the workout ends."""
        self._ends.setText(ends().format(time=time_of_day(view.ends)))

    def place(self, room: QRectF, *, slim: bool, stacked: bool) -> float:
        """Place all at the foot of `room`; return their top, in px.

        They stand side by side; where they are `stacked` Start is below the others. The `slim`
        row has no headings but that of the rounds, whose tiles are less high for it.
        """
        u = self._page.u
        row = QRectF(room)
        if stacked:
            row.setBottom(room.bottom() - START_BELOW * u - 1.5 * u)
        row.setTop(row.bottom() - max(HEIGHT * u, LEAST_HEIGHT * self._page.cap(1.6)))
        rounds, total, need, start = self._columns(row, slim=slim, stacked=stacked)
        if stacked:
            start = QRectF(room.x(), row.bottom() + 1.5 * u, room.width(), START_BELOW * u)
        else:
            start.setLeft(max(start.left(), start.right() - MOST_START * u))
            start.adjust(0, 0 if slim else -HEADING * u, 0, 0 if slim else u)
        heading = self._place_rounds(rounds, slim=slim)
        self._place_total(total)
        self.equipment.put(need, self._page.cap(1.55))
        self.start.put(start, u)
        self._place_headings((total, need), heading, shown=self._startable and not slim)
        return min(heading.top(), row.top()) - 2 * u

    def _columns(self, row: QRectF, *, slim: bool, stacked: bool) -> list[QRectF]:
        gap, least = (0.03 if slim else 0.036) * row.width(), self._least_widths(row)
        if not stacked:
            return list(fair_columns(row, SLIM_SHARES if slim else SHARES, least, gap))
        return [*fair_columns(row, SHARES[:3], least[:3], gap), QRectF()]

    def _place_total(self, rect: QRectF) -> None:
        """Place the total above the end, both as large as the row is high."""
        below = min(self._page.cap(2.1), 0.24 * rect.height())
        above = min(self._page.cap(5.4), 0.5 * rect.height())
        self._ends.put(rect.x(), rect.bottom() - 0.35 * below, rect.width(), below)
        baseline = rect.bottom() - 0.35 * below - 1.55 * below - 0.12 * rect.height()
        self._total.put(rect.x() - 0.05 * above, baseline, rect.width(), above)

    def _place_rounds(self, rect: QRectF, *, slim: bool) -> QRectF:
        """Place the tiles on `rect`, and their heading with its keys above, or on it too.

        Return where the heading is.
        """
        u, cap, key = self._page.u, self._page.cap(1.45), KEY * self._page.cap(1.45)
        tiles, line = QRectF(rect), QRectF(rect.x(), 0, rect.width(), key)
        if slim:
            line.moveTop(rect.top())
            tiles.setTop(line.bottom() + 0.6 * u)
        else:
            line.moveBottom(rect.top() - 0.6 * u)
        words, baseline = self._headings[0], line.center().y() + cap / 2
        words.setVisible(not self.stepper.isHidden())
        words.put(line.x(), baseline, min(words.width_at(cap) + 1, line.width()), cap)
        line.setLeft(words.x() + words.width() + cap)
        self.stepper.put(tiles, u, self._page.cap(1.35))
        self.stepper.put_arrows(line, u)
        return line

    def _place_headings(self, columns: Sequence[QRectF], beside: QRectF, *, shown: bool) -> None:
        """Place the other headings `beside` that of the rounds, if they are `shown`."""
        cap = self._page.cap(1.45)
        for heading, column in zip(self._headings[1:], columns, strict=True):
            heading.setVisible(shown)
            heading.put(column.x(), beside.center().y() + cap / 2, column.width(), cap)

    def _least_widths(self, row: QRectF) -> tuple[float, ...]:
        """Return what rounds, total, equipment and Start need of the width of `row` to be whole.

        Nothing may take more than its share.
        """
        u, caption, height = self._page.u, self._page.cap(1.35), row.height()
        total = max(
            0.7 * self._total.width_at(min(self._page.cap(5.4), 0.5 * height)),
            self._ends.width_at(min(self._page.cap(2.1), 0.24 * height)),
        )
        needed = self.equipment.width_needed(height, self._page.cap(1.55))
        least = (
            self.stepper.width_needed(u, caption),
            total + 1,
            max(self._headings[2].width_at(self._page.cap(1.45)) + 1, needed),
            self.start.width_needed(u),
        )
        return tuple(
            min(each, share * row.width()) for each, share in zip(least, MOST_NEEDED, strict=True)
        )


class StartFoot:
    """The foot of `page`, which owns the widgets: a line of care, and the way to About."""

    def __init__(self, theme: Theme, page: Page) -> None:
        self._page = page
        self._care = Label(page, theme.mute, lines=1, least=0.8)
        self._care.setText(safety_line())
        self.about = PageButton(page, theme, "A", translate("Start", "About"))

    def place(self, room: QRectF) -> float:
        """Place both in one row at the foot of `room`; return where the foot begins, in px."""
        u, cap = self._page.u, self._page.cap(1.35)
        baseline = room.bottom() - 2.15 * u
        self.about.cap, self.about.u = cap, u
        width = self.about.width_needed
        self._care.put(room.x(), baseline, room.width() - width - u, cap)
        height = max(2.6 * cap, 3 * u)
        middle = baseline - cap / 2
        rect = QRectF(room.right() - width + u, middle - height / 2, width, height)
        self.about.put(rect, u)
        return room.bottom() - max(FOOT * u, 2.15 * u + 2.4 * cap)
