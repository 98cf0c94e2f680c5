"""The year as a calendar of weeks, and below it the minutes of each week, on one axis of time."""

from datetime import date, timedelta

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.history.year import BRIGHTEST, Year, brightness
from matside.override import override
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Ink, PlacedPart, fill_rounded, outline, paint_word
from matside.ui.drawing.pixmap_cache import paint_cached
from matside.ui.drawing.theme import WORK, Theme
from matside.ui.history.history_words import (
    day_name,
    spoken_year,
    underlined_words,
    week_words,
    year_title,
)
from matside.ui.history.year_layout import (
    DAYS,
    LEGEND,
    MONTHS,
    YearLayout,
    heights,
    lay_out_year,
    month_marks,
)
from matside.ui.words.translation import translate

_DAY = timedelta(days=1)
_SHARES = (0.0, 0.55, 0.7, 0.85, 1.0)
"""How much of the brightest colour a day has, by its brightness; 0 is one without training."""


class YearChart(PlacedPart):
    """Days and weeks; the week of the chosen day is framed through both.

    `day_pressed` has a day that was clicked.
    """

    day_pressed = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(theme, parent)
        self._colours = [_between(theme.surface2, theme.done, share) for share in _SHARES]
        self._year: Year | None = None
        self._chosen: date | None = None
        self._key = ""
        self.setAccessibleName(year_title())

    def show_year(self, year: Year, chosen: date | None) -> None:
        """Show `year`, with the week of the day `chosen` in a frame."""
        if (year, chosen) == (self._year, self._chosen):
            return
        self._year, self._chosen = year, chosen
        weeks = [(week.begins.isoformat(), week.seconds) for week in year.weeks]
        days = sorted((day.toordinal(), seconds) for day, seconds in year.days.items())
        self._key = f"{self._theme.ground.name()} {year.today} {weeks} {days} {len(year.in_a_row)}"
        self.setAccessibleDescription(spoken_year(year))
        self.update()

    def heights(self, width: float, cap: float) -> tuple[float, float]:
        """Return the least and the usual height in px on `width` px, with capitals of `cap` px."""
        return (0.0, 0.0) if self._year is None else heights(width, cap, self._year)

    def _layout(self, year: Year) -> YearLayout:
        return lay_out_year(self.width(), self.height(), self._cap, year)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which day was clicked."""
        if self._year is None:
            return
        at = event.position()
        place, weekday = self._layout(self._year).place_at(at.x(), at.y())
        if weekday is not None and 0 <= place < len(self._year.weeks):
            self.day_pressed.emit(self._year.weeks[place].begins + weekday * _DAY)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint words and lines, the days and bars as they are kept, and the frame."""
        if self._year is None:
            return
        year, layout = self._year, self._layout(self._year)
        self._paint_names(painter, year, layout)
        self._paint_lines(painter, layout)
        key = f"year {self._key} {layout.pitch:.3f} {layout.row:.3f} {layout.bars}"
        whole = QRectF(layout.days.united(layout.bars))
        paint_cached(painter, whole, key, lambda inner: self._paint_year(inner, year, layout))
        self._paint_legend(painter, year, layout)
        self._paint_frame(painter, year, layout)

    def _paint_names(self, painter: QPainter, year: Year, layout: YearLayout) -> None:
        cap, ink = self._cap, Ink(self._cap, self._theme.mute)
        for name, x in month_marks(year, layout, cap):
            rect = QRectF(x, 0, ink.width(name) + 1, (MONTHS - 0.4) * cap)
            paint_word(painter, rect, name, ink, least=0)
        for place in range(0, DAYS, 2):
            name = day_name((year.first.weekday() + place) % DAYS)
            rect = QRectF(0, layout.days.y() + place * layout.row, layout.left, layout.row)
            paint_word(painter, rect, name, ink, least=0)

    def _paint_lines(self, painter: QPainter, layout: YearLayout) -> None:
        cap, ink = self._cap, Ink(self._cap, self._theme.mute)
        for minutes in range(0, layout.top + 1, layout.step):
            y = layout.height_of(minutes)
            painter.fillRect(
                QRectF(layout.left, y - 0.5, layout.bars.width(), 1), self._theme.line
            )
            rect = QRectF(0, y - cap, layout.left - 0.8 * cap, 2 * cap)
            paint_word(painter, rect, str(minutes), ink, Qt.AlignmentFlag.AlignRight, least=0)

    def _paint_year(self, painter: QPainter, year: Year, layout: YearLayout) -> None:
        radius = 0.18 * min(layout.pitch, layout.row)
        for place, week in enumerate(year.weeks):
            for weekday in range(DAYS):
                day = week.begins + weekday * _DAY
                if day <= year.today:
                    self._paint_day(painter, year, day, layout.day(place, weekday), radius)
            if week.seconds:
                is_now = week.begins <= year.today < week.begins + DAYS * _DAY
                colour = WORK if is_now else self._theme.bars
                fill_rounded(painter, layout.bar(place, week.seconds / 60), radius, colour)
        for place, week in enumerate(year.weeks):
            if week.begins in year.in_a_row:
                y = layout.days.bottom() + 0.4 * self._cap
                line = QRectF(layout.week(place), y, layout.pitch, 0.28 * self._cap)
                painter.fillRect(line, WORK)

    def _paint_day(
        self, painter: QPainter, year: Year, day: date, rect: QRectF, radius: float
    ) -> None:
        seconds = year.days.get(day)
        if day == year.today and seconds is None:
            outline(painter, rect, radius, WORK, max(1.5, 0.2 * self._u))
        elif day == year.today:
            fill_rounded(painter, rect, radius, WORK)
        else:
            bright = 0 if seconds is None else brightness(seconds)
            fill_rounded(painter, rect, radius, self._colours[bright])

    def _paint_scale(self, painter: QPainter, row: QRectF) -> float:
        """Paint a day of each brightness at the left of `row`; return how wide they are."""
        side = self._cap
        for bright in range(BRIGHTEST + 1):
            rect = QRectF(row.x() + 1.3 * side * bright, 0, side, side)
            rect.moveTop(row.center().y() - side / 2)
            fill_rounded(painter, rect, 0.18 * side, self._colours[bright])
        return 1.3 * side * BRIGHTEST + side

    def _paint_legend(self, painter: QPainter, year: Year, layout: YearLayout) -> None:
        cap, theme = self._cap, self._theme
        mute, bold = Ink(cap, theme.mute), Ink(1.12 * cap, theme.text, SEMIBOLD)
        row = QRectF(layout.days.bottomLeft(), layout.days.bottomRight())
        row.translate(0, 0.7 * cap)
        row.setHeight((LEGEND - 0.7) * cap)
        right = Qt.AlignmentFlag.AlignRight
        if year.days:
            beside = row.adjusted(self._paint_scale(painter, row) + 0.8 * cap, 0, 0, 0)
            paint_word(painter, beside, translate("History", "more minutes"), mute, least=0)
        else:
            first = translate("History", "Your first week")
            paint_word(painter, row, first, Ink(cap, theme.text, SEMIBOLD), right)
        if year.in_a_row:
            words = underlined_words()
            paint_word(painter, row, words, mute, right, least=0)
            mark = QRectF(0, 0, 2.4 * cap, 0.28 * cap)
            mark.moveCenter(row.center())
            mark.moveRight(row.right() - mute.width(words) - 0.8 * cap)
            painter.fillRect(mark, WORK)
        title = QRectF(0, 0, layout.days.right(), 2.2 * cap)
        title.moveBottom(layout.bars.top() - 0.9 * cap)
        paint_word(painter, title, translate("History", "Minutes a week"), bold)
        place = None if self._chosen is None else year.place_of(self._chosen)
        if place is not None:
            paint_word(painter, title, week_words(year.weeks[place]), mute, right, least=0)

    def _paint_frame(self, painter: QPainter, year: Year, layout: YearLayout) -> None:
        place = None if self._chosen is None else year.place_of(self._chosen)
        if place is not None:
            for frame in layout.frames(place):
                outline(painter, frame, 0.4 * layout.pitch, WORK, max(1.0, 0.15 * self._u))


def _between(one: QColor, other: QColor, share: float) -> QColor:
    """Return the colour so far on the way from `one` to `other`."""
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(low + share * (high - low)) for low, high in parts))
