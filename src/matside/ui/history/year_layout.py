"""Where the days and the weeks of a year are painted, as a pure function of the room."""

import math
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QRectF

from matside.core.history.year import Year
from matside.frozen import frozen
from matside.ui.drawing.lettering import width_of
from matside.ui.history.history_words import day_name, month_name

DAYS = 7
MONTHS, LEGEND, TITLE, FOOT = 2.2, 2.6, 4.4, 1.0
"""The heights of the rows of words, and the room below the bars, in heights of capitals."""

LEAST_BARS, USUAL_BARS, MOST_BARS = 5.0, 6.0, 16.0
"""The heights of the bars, likewise: the least, the usual and the most."""

USUAL_ROW = 1.25
"""The height of a day, likewise: less where weeks are narrower."""

LEAST_ROW = 0.8
"""The minimum height of a day, likewise: every other one is named."""

LEAST_PITCH = 8.0
"""The minimum width of a week, in px."""

LINE = 2.5
"""The minimum distance of lines behind the bars, in heights of capitals."""

FILLED = 0.84
"""The share of its place that a day or a bar fills."""

REACH = 0.2
"""How far a frame goes beyond a week, as a share of its width."""

_STEPS = (5, 10, 20, 30, 40, 60, 90, 120, 180, 240, 300, 600, 1200, 2400, 6000)
"""The minutes from one line behind the bars to the next."""

_DAY = timedelta(days=1)


@frozen
class YearLayout:
    """The left edge and the width of weeks, and the places of days and bars, in px.

    `step` and `top` are the minutes between two lines, and those of the uppermost.
    """

    left: float
    pitch: float
    row: float
    days: QRectF
    bars: QRectF
    step: int
    top: int

    def week(self, place: int) -> float:
        """Return the left edge of the week at `place`."""
        return self.left + place * self.pitch

    def day(self, place: int, weekday: int) -> QRectF:
        """Return where a day lies; `weekday` counts from the first one of the week."""
        rect = QRectF(self.week(place), self.days.y() + weekday * self.row, self.pitch, self.row)
        spare = (1 - FILLED) / 2
        across, down = spare * rect.width(), spare * rect.height()
        return rect.adjusted(across, down, -across, -down)

    def bar(self, place: int, minutes: float) -> QRectF:
        """Return the bar of a week of `minutes`."""
        height = self.bars.height() * minutes / self.top
        spare = (1 - FILLED) / 2 * self.pitch
        x, width = self.week(place) + spare, self.pitch - 2 * spare
        return QRectF(x, self.bars.bottom() - height, width, height)

    def height_of(self, minutes: int) -> float:
        """Return how far down the line of `minutes` is, in px."""
        return self.bars.bottom() - self.bars.height() * minutes / self.top

    def frames(self, place: int) -> tuple[QRectF, QRectF]:
        """Return what goes around the days of a week, and around its bar."""
        return self._frame(place, self.days), self._frame(place, self.bars)

    def _frame(self, place: int, rect: QRectF) -> QRectF:
        reach = REACH * self.pitch
        week = QRectF(self.week(place), rect.y(), self.pitch, rect.height())
        return week.adjusted(-reach, -reach, reach, reach)

    def place_at(self, x: float, y: float) -> tuple[int, int | None]:
        """Return the place of the week, and of the day in it, that lie at a point."""
        weekday = int((y - self.days.y()) // self.row) if self.row else 0
        inside = self.days.top() <= y < self.days.bottom()
        return int((x - self.left) // self.pitch), weekday if inside else None


def heights(width: float, cap: float, year: Year) -> tuple[float, float]:
    """Return the least height in px of all of it on `width` px, and that with days as usual."""
    least = LEAST_ROW * cap
    usual = max(least, min(_pitch(width, cap, year), USUAL_ROW * cap))
    return ((_WORDS + LEAST_BARS) * cap + DAYS * least, (_WORDS + USUAL_BARS) * cap + DAYS * usual)


_WORDS = MONTHS + LEGEND + TITLE + FOOT


def lay_out_year(width: float, height: float, cap: float, year: Year) -> YearLayout:
    """Return the layout on `width` and `height` px, with capitals `cap` px high."""
    pitch = _pitch(width, cap, year)
    spare = height - (_WORDS + USUAL_BARS) * cap
    row = max(LEAST_ROW * cap, min(pitch, spare / DAYS))
    days = QRectF(0, MONTHS * cap, width, DAYS * row)
    left = width - (len(year.weeks) + 2 * REACH) * pitch
    days.setLeft(left)
    days.setRight(left + len(year.weeks) * pitch)
    top = days.bottom() + (LEGEND + TITLE) * cap
    most = min(MOST_BARS * cap, height - FOOT * cap - top)
    bars = QRectF(left, top, days.width(), most)
    longest = max((week.seconds for week in year.weeks), default=0) / 60
    lines = max(1, int(bars.height() / (LINE * cap)))
    step = next((each for each in _STEPS if longest <= lines * each), _STEPS[-1])
    count = max(1, math.ceil(longest / step))
    return YearLayout(left, pitch, row, days, bars, step, count * step)


def month_marks(year: Year, layout: YearLayout, cap: float) -> Iterator[tuple[str, float]]:
    """Yield the name of each month with the left edge of its first week, where it has room."""
    free = 0.0
    for place, week in enumerate(year.weeks):
        first = next((day for day in _days_of(week.begins) if day.day == 1), None)
        if place and first is None:
            continue
        name, x = month_name(first or week.begins), layout.week(place)
        room = x + width_of(name, cap) + 0.6 * cap
        is_crowded = place == 0 and any(
            day.day == 1 for each in year.weeks[1:4] for day in _days_of(each.begins)
        )
        if x >= free and not is_crowded and room <= layout.days.right() + cap:
            yield name, x
            free = room


def _days_of(begins: date) -> Sequence[date]:
    return [begins + place * _DAY for place in range(DAYS)]


def _pitch(width: float, cap: float, year: Year) -> float:
    names = (day_name((year.first.weekday() + place) % DAYS) for place in range(DAYS))
    widest = max(width_of(word, cap) for word in (*names, "1200"))
    return (width - widest - 0.8 * cap) / (len(year.weeks) + 2 * REACH)
