"""An exercise over time: what was done of it week by week, or month by month where it is long."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from enum import Enum
from typing import assert_never

from matside.core.history.totals import ExerciseDay
from matside.core.history.weeks import week_of
from matside.frozen import frozen

OLDEST = date(1900, 1, 1)
"""Days before this one are mistakes: nobody wrote down what was done on them."""

LEAST = 12
"""How many periods there are at least, the first ones empty: less would be no course of time."""


class Measure(Enum):
    """What is added up: grams moved, reps, or seconds of holds."""

    VOLUME = "volume"
    REPS = "reps"
    HELD = "held"


class Span(Enum):
    """How long a period is."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@frozen
class Period:
    """A time that `begins` on a day: its `total` of the measure, and the `most` of one set.

    That is the load in grams, the reps or the seconds; None where nothing of it was done.
    """

    begins: date
    total: int
    most: int | None


@frozen
class Trend:
    """What was done of an exercise in periods of one `span`, each of which follows the last one.

    With `of_each` the loads are those of one piece, for there were always as many.
    """

    measure: Measure
    span: Span
    periods: tuple[Period, ...]
    of_each: bool = False


def trend_of(days: Sequence[ExerciseDay], until: date, most: int, first_day: int) -> Trend | None:
    """Return what was done on `days`, which are in order, up to the period of `until`.

    The span is the shortest of which there are no more than `most` periods, and a week begins on
    `first_day`, 0 for Monday. None where nothing was done up to then, or nobody knows how
    much.
    """
    known = [each for each in days if OLDEST <= each.day <= until]
    if not known:
        return None
    span = _span(known[0].day, until, most, first_day)
    measure = _measure(known)
    pieces = {each.pieces for each in known if each.heaviest}
    common = pieces.pop() if measure is Measure.VOLUME and len(pieces) == 1 else 1
    found: dict[date, list[ExerciseDay]] = {}
    for each in known:
        found.setdefault(_begin(each.day, span, first_day), []).append(each)
    begins = list(_begins(min(found), _begin(until, span, first_day), span))[-most:]
    periods = tuple(_period(begin, found.get(begin, []), measure, common) for begin in begins)
    if not any(each.total or each.most for each in periods):
        return None
    return Trend(measure, span, periods, common > 1)


def _measure(days: Sequence[ExerciseDay]) -> Measure:
    if any(each.grams for each in days):
        return Measure.VOLUME
    return Measure.REPS if any(each.reps for each in days) else Measure.HELD


def _span(first: date, until: date, most: int, first_day: int) -> Span:
    """Return the shortest span of which no more than `most` go from `first` to `until`."""
    for span in Span:
        begin, last = _begin(first, span, first_day), _begin(until, span, first_day)
        if _distance(begin, last, span) < most:
            return span
    return Span.YEAR


def _begin(day: date, span: Span, first_day: int) -> date:
    """Return the first day of the period of `day`."""
    match span:
        case Span.WEEK:
            return week_of(day, first_day)
        case Span.MONTH:
            return day.replace(day=1)
        case Span.QUARTER:
            return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
        case Span.YEAR:
            return date(day.year, 1, 1)
        case _:
            assert_never(span)


def _begins(first: date, last: date, span: Span) -> Iterator[date]:
    """Yield the first days of all periods from `first` to `last`, or LEAST up to it."""
    place = min(0, _distance(first, last, span) + 1 - LEAST)
    while (begin := _later(first, place, span)) <= last:
        yield begin
        place += 1


_MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


def _distance(first: date, last: date, span: Span) -> int:
    """Return how many periods `last` begins after `first`."""
    if span is Span.WEEK:
        return (last - first).days // 7
    return (12 * (last.year - first.year) + last.month - first.month) // _MONTHS[span]


def _later(begin: date, periods: int, span: Span) -> date:
    """Return the beginning that is `periods` after `begin`; negative ones are before it."""
    if span is Span.WEEK:
        return begin + timedelta(weeks=periods)
    months = 12 * begin.year + begin.month - 1 + periods * _MONTHS[span]
    return date(months // 12, months % 12 + 1, 1)


def _period(begins: date, days: Sequence[ExerciseDay], measure: Measure, pieces: int) -> Period:
    """Return the sums of `days`, with the load of one piece where `pieces` were held together."""
    found = [_done(each, measure) for each in days]
    most = max((most for _, most in found if most), default=None)
    return Period(begins, sum(total for total, _ in found), most and most // pieces)


def _done(day: ExerciseDay, measure: Measure) -> tuple[int, int | None]:
    """Return how much was done on `day` in all, and the most of one set."""
    match measure:
        case Measure.VOLUME:
            return day.grams, day.heaviest
        case Measure.REPS:
            return day.reps, day.most_reps
        case Measure.HELD:
            return day.seconds, day.longest
        case _:
            assert_never(measure)
