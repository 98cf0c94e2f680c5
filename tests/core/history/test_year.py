"""A year of the history holds its weeks and days, and knows which are in a row."""

from datetime import date, timedelta

import pytest

from matside.core.history.weeks import Streak, TrainedDay
from matside.core.history.year import WEEKS, brightness, year_of

TODAY = date(2026, 11, 29)  # a Sunday
MONDAY = date(2026, 11, 23)
DAY = timedelta(days=1)
DAYS = (
    TrainedDay(date(2025, 11, 23), 1, 900),
    TrainedDay(date(2025, 11, 24), 1, 1200),
    TrainedDay(date(2026, 11, 10), 1, 600),
    TrainedDay(date(2026, 11, 20), 2, 1500),
)


def test_the_newest_year_ends_with_this_week() -> None:
    """It has 53 weeks, all of them whole."""
    year = year_of(DAYS, TODAY, goal=1, first_day=0)

    assert WEEKS == len(year.weeks)
    assert (date(2025, 11, 24), TODAY) == (year.first, year.last)
    assert (4, 3300) == (year.sessions, year.seconds)
    assert {date(2025, 11, 24): 1200, date(2026, 11, 10): 600, date(2026, 11, 20): 1500} == dict(
        year.days
    )


def test_the_year_before_ends_where_it_begins() -> None:
    """No day is in two years, and none is left out."""
    newest, before = (year_of(DAYS, TODAY, 1, 0, back) for back in (0, 1))

    assert newest.first == before.last + DAY
    assert [date(2025, 11, 23)] == list(before.days)


def test_the_oldest_year_is_known() -> None:
    """Nothing leads to a year before anything was done."""
    assert [False, True] == [year_of(DAYS, TODAY, 1, 0, back).is_oldest for back in (0, 1)]
    assert year_of((), TODAY, 1, 0).is_oldest
    assert year_of(DAYS[1:], TODAY, 1, 0).is_oldest


def test_weeks_in_a_row_lead_up_to_now() -> None:
    """The running week counts once it is done, and breaks nothing before."""
    year = year_of(DAYS, TODAY, 1, 0)
    assert Streak(2, 2) == year.streak
    assert {MONDAY - 7 * DAY, MONDAY - 14 * DAY} == year.in_a_row

    done = year_of((*DAYS, TrainedDay(TODAY, 1, 60)), TODAY, 1, 0)
    assert {MONDAY, MONDAY - 7 * DAY, MONDAY - 14 * DAY} == done.in_a_row


def test_a_week_counts_by_the_goal() -> None:
    """With two sessions a week only one week of these does."""
    assert {MONDAY - 7 * DAY} == year_of(DAYS, TODAY, 2, 0).in_a_row


def test_a_day_has_its_week() -> None:
    """Weeks are counted from the first one; other years have other weeks."""
    year = year_of(DAYS, TODAY, 1, 0)

    assert [0, WEEKS - 1, None, None] == [
        year.place_of(day) for day in (year.first, TODAY, year.first - DAY, TODAY + DAY)
    ]


def test_weeks_begin_when_they_are_to() -> None:
    """On Sunday too."""
    year = year_of(DAYS, TODAY, 1, first_day=6)

    assert (TODAY, TODAY + 6 * DAY) == (year.weeks[-1].begins, year.last)


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0, 1), (599, 1), (600, 2), (1199, 2), (1200, 3), (1800, 4)]
)
def test_longer_days_are_brighter(seconds: int, expected: int) -> None:
    """In four steps of ten minutes."""
    assert expected == brightness(seconds)
