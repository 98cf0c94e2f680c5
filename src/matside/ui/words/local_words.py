"""Times of day, days and numbers as the athlete's system writes them."""

import re
from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, Qt, QTime

from matside.core.settings import WeekBegins
from matside.ui.words.translation import translate

OTHER_YEAR = 300
"""From how many days on a day is told with its year."""

_SHORT = QLocale.FormatType.ShortFormat

_SECONDS = re.compile(r"[:.\s]*s+|\s*t+")
"""The seconds and the time zone of a pattern, with what divides them from the minutes."""

_FIRST_DAYS = {
    WeekBegins.MONDAY: Qt.DayOfWeek.Monday,
    WeekBegins.SATURDAY: Qt.DayOfWeek.Saturday,
    WeekBegins.SUNDAY: Qt.DayOfWeek.Sunday,
}

_NARROW_SPACE, _SPACE = "\u202f", "\u00a0"
"""The space of many locales before AM and PM, which the typeface lacks, and what replaces it."""


def time_of_day(at: datetime, locale: QLocale | None = None) -> str:
    """Return the hour and minute of `at`: `18:42`, or `6:42 PM` where 12 hours are usual."""
    known = locale or QLocale()
    pattern = _SECONDS.sub("", known.timeFormat(_SHORT))
    return known.toString(QTime(at.hour, at.minute), pattern).replace(_NARROW_SPACE, _SPACE)


def day_words(at: date, locale: QLocale | None = None) -> str:
    """Return the day in short: `Sat 22 Nov`, or `Sat Nov 22` where the month comes first."""
    return _ordered(
        at, translate("Summary", "ddd MMM d"), translate("Summary", "ddd d MMM"), locale
    )


def date_words(day: date, locale: QLocale | None = None) -> str:
    """Return the day with its year: `22 Nov 2026`, or `Nov 22, 2026` where the month is first."""
    month_first = translate("Summary", "MMM d, yyyy")
    return _ordered(day, month_first, translate("Summary", "d MMM yyyy"), locale)


def short_day(at: date, locale: QLocale | None = None) -> str:
    """Return the day of the month in short: `22 Nov`, or `Nov 22`."""
    return _ordered(at, translate("Summary", "MMM d"), translate("Summary", "d MMM"), locale)


def _ordered(at: date, month_first: str, day_first: str, locale: QLocale | None) -> str:
    """Return the day in one of two patterns: that with month and day in the usual order."""
    known = locale or QLocale()
    usual = known.dateFormat(_SHORT)
    pattern = month_first if usual.find("M") < usual.find("d") else day_first
    return known.toString(QDate(at.year, at.month, at.day), pattern)


def day_and_month(day: date, today: date, locale: QLocale | None = None) -> str:
    """Return the day in short, with its year where that was months ago."""
    is_long_ago = abs((today - day).days) >= OTHER_YEAR
    return date_words(day, locale) if is_long_ago else short_day(day, locale)


def instant_words(at: datetime, locale: QLocale | None = None) -> str:
    """Return the day and the time: `Sat 22 Nov, 18:05`."""
    pattern = translate("Summary", "{day}, {time}")
    return pattern.format(day=day_words(at, locale), time=time_of_day(at, locale))


def first_day(chosen: WeekBegins, locale: QLocale | None = None) -> int:
    """Return on which day weeks begin, 0 for Monday to 6 for Sunday: as `chosen`, or usual."""
    usual = (locale or QLocale()).firstDayOfWeek()
    return _FIRST_DAYS.get(chosen, usual).value - 1


def weekday(day: Qt.DayOfWeek, locale: QLocale | None = None) -> str:
    """Return the name of `day` as it stands alone: `Monday`."""
    return (locale or QLocale()).standaloneDayName(day.value)


def decimal(value: float, locale: QLocale | None = None) -> str:
    """Return `value` with its decimal sign and no more digits than it needs: `2.5`, `2,5`."""
    return (locale or QLocale()).toString(value, "g", 6)


def whole_number(value: int, locale: QLocale | None = None) -> str:
    """Return `value` with its digits in groups: `38,400`, `38.400`."""
    known = QLocale(locale or QLocale())
    known.setNumberOptions(known.numberOptions() & ~QLocale.NumberOption.OmitGroupSeparator)
    return known.toString(value).replace(_NARROW_SPACE, _SPACE)


def localised(text: str, locale: QLocale | None = None) -> str:
    """Return `text`, a number with a point and its unit, with the usual decimal sign."""
    return text.replace(".", (locale or QLocale()).decimalPoint())
