"""What was done of an exercise is seen over weeks, months, quarters or years."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from matside.core.history.totals import ExerciseDay
from matside.core.history.trend import Measure, Period, Span, Trend, trend_of

TODAY = date(2026, 11, 29)
"""A Sunday."""

FLY = ExerciseDay(1, TODAY, 3, 24, 192_000, 8_000, 2, 8)
SIX_WEEKS = timedelta(weeks=6)


def trend(*days: ExerciseDay, most: int = 53, first_day: int = 0) -> Trend:
    """Return the trend of `days` up to today."""
    found = trend_of(days, TODAY, most, first_day)
    assert found is not None
    return found


def on(day: date, grams: int = 192_000, heaviest: int | None = 8_000) -> ExerciseDay:
    """Return a session of `day`."""
    return replace(FLY, day=day, grams=grams, heaviest=heaviest)


def test_one_session_is_the_last_of_twelve_weeks() -> None:
    """The weeks before it are empty, and its load is that of each of two pieces."""
    found = trend(FLY)
    assert (Measure.VOLUME, Span.WEEK, True) == (found.measure, found.span, found.of_each)
    empty = [Period(date(2026, 9, 7) + timedelta(weeks=each), 0, None) for each in range(11)]
    assert (*empty, Period(date(2026, 11, 23), 192_000, 4_000)) == found.periods


def test_sessions_of_a_week_are_added_up() -> None:
    """A week has the most that was held in one of them, and a gap stays a gap."""
    found = trend(
        on(TODAY - SIX_WEEKS, 100_000, 4_000),
        on(TODAY - timedelta(days=6), 100_000, 12_000),
        on(TODAY, 50_000, 10_000),
    )
    first = Period(date(2026, 10, 12), 100_000, 2_000)
    last = Period(date(2026, 11, 23), 150_000, 6_000)
    assert [first, last] == [each for each in found.periods if each.total]
    assert [0] * 5 == [each.total for each in found.periods[-6:-1]]


def test_a_week_begins_on_the_day_that_is_chosen() -> None:
    """On Sunday the week has just begun."""
    assert TODAY == trend(FLY, first_day=6).periods[-1].begins


@pytest.mark.parametrize(
    ("years", "span", "begins", "number"),
    [
        (1, Span.WEEK, date(2025, 11, 24), 53),
        (4, Span.MONTH, date(2022, 11, 1), 49),
        (12, Span.QUARTER, date(2014, 10, 1), 49),
        (40, Span.YEAR, date(1986, 1, 1), 41),
        (60, Span.YEAR, date(1974, 1, 1), 53),
    ],
)
def test_a_long_time_is_seen_in_longer_periods(
    years: int, span: Span, begins: date, number: int
) -> None:
    """They are the shortest of which there are not too many; the oldest years are left out."""
    found = trend(on(TODAY - timedelta(days=years * 365)), FLY)
    assert (span, begins, number) == (found.span, found.periods[0].begins, len(found.periods))
    assert found.periods[-1].total >= FLY.grams


@pytest.mark.parametrize(
    ("span", "begins"),
    [
        (Span.MONTH, date(2025, 12, 1)),
        (Span.QUARTER, date(2024, 1, 1)),
        (Span.YEAR, date(2015, 1, 1)),
    ],
)
def test_twelve_periods_are_shown_at_least(span: Span, begins: date) -> None:
    """Also of months, quarters and years, where there is no room for more."""
    most = {Span.MONTH: 12, Span.QUARTER: 12, Span.YEAR: 12}[span]
    back = {Span.MONTH: 340, Span.QUARTER: 1000, Span.YEAR: 4000}[span]
    found = trend(on(TODAY - timedelta(days=back)), most=most)
    assert (span, begins, 12) == (found.span, found.periods[0].begins, len(found.periods))


def test_without_weights_reps_are_added_up() -> None:
    """And the most is that of one set, whatever was held once without anybody saying so."""
    bare = replace(FLY, grams=0, heaviest=None, most_reps=10)
    found = trend(replace(bare, most_reps=12, day=TODAY - timedelta(days=1)), bare)
    assert Measure.REPS is found.measure
    assert not found.of_each
    assert Period(date(2026, 11, 23), 48, 12) == found.periods[-1]


def test_of_holds_seconds_are_added_up() -> None:
    """And the most is the longest one; a weight that is held still moves nothing."""
    hold = ExerciseDay(1, TODAY, 2, 0, 0, 8_000, 2, None, 75, 45)
    found = trend(hold, replace(hold, session=2, seconds=60, longest=60))
    assert (Measure.HELD, False) == (found.measure, found.of_each)
    assert Period(date(2026, 11, 23), 135, 60) == found.periods[-1]


def test_sets_of_which_nobody_knows_the_reps_are_no_course_of_time() -> None:
    """They add up to nothing, whatever was held in them; beside others they change nothing."""
    unknown = ExerciseDay(1, TODAY, 2, 0, 0, 8_000, 2)
    assert trend_of([unknown], TODAY, 53, 0) is None
    assert trend(FLY) == trend(unknown, FLY)


def test_loads_are_together_where_the_pieces_differ() -> None:
    """One piece of 10 kg is less than two of 6."""
    found = trend(on(TODAY), replace(FLY, heaviest=10_000, pieces=1))
    assert (10_000, False) == (found.periods[-1].most, found.of_each)


def test_days_that_cannot_be_are_no_part_of_it() -> None:
    """Those before anybody wrote down anything, and those to come."""
    wrong = [on(date(1, 1, 1)), on(TODAY + timedelta(days=1)), on(date(9999, 12, 31))]
    assert trend_of(wrong, TODAY, 53, 0) is None
    assert trend(FLY) == trend(wrong[0], FLY, *wrong[1:])
    assert trend_of([], TODAY, 53, 0) is None
