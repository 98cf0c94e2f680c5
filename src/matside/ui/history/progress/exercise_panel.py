"""The part of the history page on one exercise: over time, and its records."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.core.history.totals import ExerciseDay, records_of
from matside.core.history.trend import trend_of
from matside.core.weights import Unit
from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.painting import Ink, Part, fill_rounded, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.history.progress.exercise_chooser import ExerciseChooser
from matside.ui.history.progress.exercise_plot import ExercisePlot
from matside.ui.history.progress.exercise_words import nothing_yet, record_views, session_words
from matside.ui.history.progress.plot_layout import HIGH, LOW, WIDE, most_periods
from matside.ui.history.progress.progress_model import Progress
from matside.ui.history.progress.record_list import INDENT, LEAST, RecordList, height_in
from matside.ui.kit.labels import Label
from matside.ui.words.translation import translate

PAD = 2.2
"""The room around everything on the plate, in units."""

SMALL, NAME = 1.39, 1.62
"""The capitals of small words and of the name of the exercise, in units."""

LEAST_SMALL, LEAST_NAME = 10.0, 11.5

HEAD, GAP = 4.2, 1.8
"""The height of the name with its plate and the gap below it, in units."""

PLATE = 2.3
"""The height of the plate at least, in heights of the name's capitals."""

BESIDE, APART = 0.35, 2.4
"""The share of the width that records beside the plot take, more if they need it, and the gap
between both, in units."""


@frozen
class Calendar:
    """The athlete's own: the day it is, the first day of a week, 0 for Monday, and the unit."""

    today: date
    first_day: int = 0
    unit: Unit = Unit.KILOGRAM


class ExercisePanel(Part):
    """Volume and weight of one exercise over time, with its records.

    `asked` tells by what the exercise is found that is to be shown; `show_progress` answers.
    """

    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._progress: Progress | None = None
        self._calendar = Calendar(date.min)
        self._periods: int | None = None
        self.chooser = ExerciseChooser(theme, self)
        self._sessions = Label(self, theme.mute, align=Qt.AlignmentFlag.AlignRight)
        self._plot = ExercisePlot(theme, self)
        self._records = RecordList(theme, self)
        self._nothing = Label(self, theme.mute, lines=3)
        self._nothing.setText(nothing_yet())
        self.chooser.chosen.connect(self.asked)
        self.setAccessibleName(translate("Progress", "Progress of an exercise"))
        self._show_parts()

    def show_progress(self, progress: Progress | None, calendar: Calendar) -> None:
        """Show `progress`, and nothing before anything has been read."""
        if progress is self._progress and calendar == self._calendar:
            return
        self._progress, self._calendar, self._periods = progress, calendar, None
        if progress is not None:
            self.chooser.show_exercises(progress.exercises, progress.move)
        records = records_of(self._days)
        self._records.show_records(record_views(records, calendar.unit, calendar.today))
        self._show_parts()

    @property
    def _days(self) -> Sequence[ExerciseDay]:
        return () if self._progress is None else self._progress.days

    def needed_height(self, width: float, u: float) -> float:
        """Return how high the panel must be at `width` px; `u` is the unit in px."""
        cap = self._small_cap(u)
        head = (2 * PAD + GAP) * u + self._head_height(u)
        if self._is_wide(width, u):
            return head + LOW * cap
        return head + HIGH * cap + 2 * u + height_in(width - 2 * PAD * u, cap)

    def put(self, rect: QRectF, u: float) -> None:
        """Place the panel on `rect`; `u` is the unit in px."""
        self._u = u
        self.setGeometry(pixels(rect))
        self._arrange()

    @staticmethod
    def _small_cap(u: float) -> float:
        return max(LEAST_SMALL, SMALL * u)

    @staticmethod
    def _name_cap(u: float) -> float:
        return max(LEAST_NAME, NAME * u)

    def _head_height(self, u: float) -> float:
        return max(HEAD * u, PLATE * self._name_cap(u))

    def _is_wide(self, width: float, u: float) -> bool:
        """Return whether the records have room beside the plot."""
        cap, inner = self._small_cap(u), width - 2 * PAD * u
        return inner - APART * u - self._beside(inner, cap) >= WIDE * cap

    @staticmethod
    def _beside(inner: float, cap: float) -> float:
        """Return how wide the records beside the plot are, of `inner` px for both."""
        return max(BESIDE * inner, 2 * LEAST * cap + 1)

    def _arrange(self) -> None:
        u, cap = self._u, self._small_cap(self._u)
        inner = QRectF(self.rect()).adjusted(PAD * u, PAD * u, -PAD * u, -PAD * u)
        head = self._head_height(u)
        self._place_head(QRectF(inner.x(), inner.y(), inner.width(), head), cap)
        room = QRectF(inner)
        room.setTop(inner.y() + head + GAP * u)
        records = QRectF(room)
        if self._is_wide(self.width(), u):
            records.setLeft(room.right() - self._beside(room.width(), cap))
            room.setRight(records.left() - APART * u)
        else:
            records.setTop(room.bottom() - height_in(room.width(), cap))
            records.setLeft(room.left() - INDENT * u)
            room.setBottom(records.top() - 2 * u)
        self._plot.put(room, u, cap)
        self._records.put(records, u, cap)
        self._nothing.put(inner.x(), inner.y() + 2.5 * cap, inner.width(), cap)
        self._show_trend(room, cap)

    def _place_head(self, head: QRectF, cap: float) -> None:
        """Place the chooser in `head`, and beside it how many sessions there are if they fit."""
        u = self._u
        name = self._name_cap(u)
        width = min(self.chooser.width_needed(u, name), max(0.62 * head.width(), 16 * u))
        rect = QRectF(head.x(), head.y(), width, head.height())
        self.chooser.put(rect, u, name)
        left = rect.right() + 2 * u
        forms = session_words(self._days)
        self._sessions.setText(next((each for each in forms if self._fits(each, head, left)), ""))
        baseline = head.center().y() + cap / 2
        self._sessions.put(left, baseline, max(0.0, head.right() - left), cap)

    def _fits(self, words: str, head: QRectF, left: float) -> bool:
        ink = Ink(self._small_cap(self._u), self._theme.mute)
        return ink.width(words) + 1 <= head.right() - left

    def _show_trend(self, room: QRectF, cap: float) -> None:
        """Show as many periods as have room; they are added up where their number changes."""
        periods = most_periods(room.width(), room.height(), cap)
        if periods == self._periods:
            return
        self._periods = periods
        calendar = self._calendar
        trend = trend_of(self._days, calendar.today, periods, calendar.first_day)
        self._plot.show_trend(trend, calendar.unit)

    def _show_parts(self) -> None:
        """Show what there is to see, or that there is nothing yet."""
        known = bool(self._days)
        for part in (self.chooser, self._sessions, self._plot, self._records):
            part.setVisible(known)
        self._nothing.setVisible(self._progress is not None and not known)
        self._arrange()
        self.update()

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the plate."""
        fill_rounded(painter, QRectF(self.rect()), 2 * self._u, self._theme.surface)
