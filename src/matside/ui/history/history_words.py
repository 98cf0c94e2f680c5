"""The words of the history page."""

from collections.abc import Iterator, Sequence
from datetime import date

from PySide6.QtCore import QLocale

from matside.core.durations import clock
from matside.core.history.course import course_of
from matside.core.history.imports import Origin
from matside.core.history.totals import SessionTotals
from matside.core.history.weeks import WeekLength
from matside.core.history.year import Year
from matside.core.session.record import SessionOutcome, SessionRecord
from matside.core.weights import Unit
from matside.ui.words.local_words import (
    day_words,
    instant_words,
    short_day,
    time_of_day,
    whole_number,
)
from matside.ui.words.outcome_words import cut_words, skipped_words
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import weight_sum

Figure = tuple[str, str]
"""A number and its words."""

_HOUR = 3600


def back_words() -> str:
    """Return what Esc does."""
    return translate("History", "Back")


def year_title() -> str:
    """Return the heading above the days and weeks."""
    return translate("History", "The year")


def sessions_title() -> str:
    """Return the heading above the list of sessions."""
    return translate("History", "Sessions")


def months_words(year: Year) -> str:
    """Return from which month to which the weeks are: `Dec 2025 to Nov 2026`."""
    pattern = translate("History", "{first} to {last}")
    return pattern.format(first=_month(year.first), last=_month(min(year.last, year.today)))


def month_name(day: date) -> str:
    """Return the month of `day` in short: `Nov`."""
    return QLocale().standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def day_name(weekday: int) -> str:
    """Return a day of the week in short, from 0 for Monday: `Mon`."""
    return QLocale().standaloneDayName(weekday + 1, QLocale.FormatType.ShortFormat)


def underlined_words() -> str:
    """Return what the line below weeks means."""
    return translate("History", "weeks in a row")


def figures(year: Year, sessions: Sequence[SessionTotals], unit: Unit) -> Iterator[Figure]:
    """Yield the large numbers at the head of the page, each with its words."""
    now, best = year.streak.now, year.streak.best
    yield str(now), translate("History", "week in a row") if now == 1 else underlined_words()
    if best > now:
        yield str(best), translate("History", "at best")
    count = len(sessions)
    yield (
        whole_number(count),
        translate("History", "session") if count == 1 else translate("History", "sessions"),
    )
    if year.seconds >= _HOUR:
        hours = f"{year.seconds // _HOUR}:{year.seconds // 60 % 60:02}"
        yield hours, translate("History", "hours")
    else:
        yield str(year.seconds // 60), translate("History", "minutes")
    if grams := sum(each.grams for each in sessions):
        moved = translate("History", "{unit} moved").format(unit=unit.value)
        yield whole_number(round(grams / unit.grams)), moved


def spoken_year(year: Year) -> str:
    """Return the sessions and minutes of each month, the newest first."""
    months: dict[tuple[int, int], list[int]] = {}
    for day, seconds in sorted(year.days.items(), reverse=True):
        months.setdefault((day.year, day.month), []).append(seconds)
    pattern = translate("History", "{month}: {days}, {minutes} minutes")
    return "\n".join(
        pattern.format(
            month=_month(date(*month, 1)), days=days_words(len(ran)), minutes=sum(ran) // 60
        )
        for month, ran in months.items()
    )


def days_words(count: int) -> str:
    """Return how many days: `3 days`."""
    if count == 1:
        return translate("History", "1 day")
    return translate("History", "{count} days").format(count=count)


def of_these_weeks(count: int) -> str:
    """Return how many sessions the list has."""
    if count == 1:
        return translate("History", "1 in these weeks")
    return translate("History", "{count} in these weeks").format(count=whole_number(count))


def day_of(totals: SessionTotals) -> str:
    """Return the day of a session: `Sun 29 Nov`."""
    return day_words(totals.started)


def instant_of(totals: SessionTotals) -> str:
    """Return the day and the time of a session that is not the only one of its day."""
    pattern = translate("History", "{day}, {time}")
    return pattern.format(day=short_day(totals.started), time=time_of_day(totals.started))


def length_of(totals: SessionTotals) -> str:
    """Return how long a session ran, or that it did not end; "" where nobody knows."""
    if totals.outcome is SessionOutcome.OPEN:
        return translate("History", "not over")
    if totals.outcome is SessionOutcome.STOPPED:
        return stopped_word()
    return "" if totals.seconds is None else clock(totals.seconds)


def spoken_session(totals: SessionTotals) -> str:
    """Return a session in one line: its day and time, title and length."""
    parts = (instant_words(totals.started), totals.title, length_of(totals))
    return ", ".join(part for part in parts if part)


def facts(session: SessionRecord, totals: SessionTotals, unit: Unit) -> str:
    """Return from when to when it was, its volume, and what was left out of it."""
    course = course_of(session)
    if session.outcome is SessionOutcome.OPEN:
        pattern = translate("History", "from {began}")
    elif course.is_estimated:
        pattern = translate("History", "{began} to about {ended}")
    else:
        pattern = translate("History", "{began} to {ended}")
    parts = [pattern.format(began=time_of_day(course.began), ended=time_of_day(course.ended))]
    if totals.grams:
        moved = translate("History", "{weight} moved")
        parts.append(moved.format(weight=weight_sum(totals.grams, unit)))
    left = skipped_words(totals.skipped), cut_words(totals.cut)
    parts += [words for words in left if words]
    if session.outcome is SessionOutcome.STOPPED:
        parts.append(stopped_word())
    if session.origin is not None:
        known = {origin.value: origin.program for origin in Origin}
        program = known.get(session.origin, session.origin)
        parts.append(translate("History", "from {program}").format(program=program))
    return ", ".join(parts)


def stopped_word() -> str:
    """Return that a session was ended before its end."""
    return translate("History", "stopped")


def deleted_words(totals: SessionTotals) -> str:
    """Return that a session was deleted, and what the key does."""
    pattern = translate("History", "{day} deleted: bring it back")
    return pattern.format(day=day_of(totals))


def empty_words() -> tuple[str, ...]:
    """Return what the page will show, before anything was done; the first is a heading."""
    return (
        translate("History", "Nothing here yet"),
        translate(
            "History",
            "After your first workout its session stands here, each set with its reps and its"
            " weight, to look at and to correct.",
        ),
        translate(
            "History",
            "The year will show on which days you trained, the minutes of each week, and how many"
            " weeks in a row.",
        ),
        translate(
            "History",
            "For each exercise there will be its weight and its volume over time, and the most"
            " that you have done.",
        ),
    )


def week_words(week: WeekLength) -> str:
    """Return the minutes of a week: `week of 23 Nov: 46 min`."""
    pattern = translate("History", "week of {day}: {minutes} min")
    return pattern.format(day=short_day(week.begins), minutes=week.seconds // 60)


def _month(day: date) -> str:
    pattern = translate("History", "{month} {year}")
    return pattern.format(month=month_name(day), year=day.year)
