"""Weeks in a row are counted as an athlete counts them."""

from datetime import date, timedelta

import pytest

from matside.core.history.weeks import (
    CHAINED,
    Habit,
    Streak,
    ThisWeek,
    TrainedDay,
    WeekLength,
    habit,
    streak,
    this_week,
    week_of,
    weeks_between,
)

MONDAY, SUNDAY = 0, 6
TODAY = date(2026, 3, 4)
"""A Wednesday."""


def trained(*weeks_ago: int, sessions: int = 1) -> list[TrainedDay]:
    """Return a day of training, a Wednesday, so many weeks ago each."""
    return [
        TrainedDay(TODAY - timedelta(weeks=weeks), sessions, 1800) for weeks in sorted(weeks_ago)
    ]


@pytest.mark.parametrize(
    ("first_day", "begins"), [(MONDAY, date(2026, 3, 2)), (SUNDAY, date(2026, 3, 1))]
)
def test_a_week_begins_on_the_day_that_is_chosen(first_day: int, begins: date) -> None:
    """Its first day belongs to it, and the day before does not."""
    assert begins == week_of(TODAY, first_day) == week_of(begins, first_day)
    assert begins - timedelta(days=7) == week_of(begins - timedelta(days=1), first_day)


@pytest.mark.parametrize(
    ("weeks_ago", "now", "best"),
    [
        ((), 0, 0),
        ((0,), 1, 1),
        ((1,), 1, 1),
        ((0, 1, 2), 3, 3),
        ((1, 2), 2, 2),
        ((2, 3), 0, 2),
        ((0, 2, 3, 4), 1, 3),
    ],
)
def test_the_running_week_breaks_no_streak(
    weeks_ago: tuple[int, ...], now: int, best: int
) -> None:
    """It counts once something was done in it, and until then the weeks before it stand."""
    assert Streak(now, best) == streak(trained(*weeks_ago), TODAY, 1, MONDAY)


def test_a_week_counts_by_its_goal() -> None:
    """One session is too little where two are the goal."""
    days = [*trained(0, 1), *trained(2, sessions=2)]
    assert Streak(0, 1) == streak(days, TODAY, 2, MONDAY)
    assert Streak(3, 3) == streak(days, TODAY, 1, MONDAY)


def test_the_first_day_parts_the_weeks() -> None:
    """A Sunday and the Monday after it are two weeks, or one."""
    days = [TrainedDay(date(2026, 3, day), 1, 60) for day in (1, 2)]
    assert Streak(2, 2) == streak(days, TODAY, 1, MONDAY)
    assert Streak(1, 1) == streak(days, TODAY, 1, SUNDAY)


@pytest.mark.parametrize(("goal", "is_due"), [(1, False), (2, False), (3, True)])
def test_a_week_is_due_until_its_goal_is_done(goal: int, *, is_due: bool) -> None:
    """Sessions of the week before do not count."""
    found = this_week([*trained(0, sessions=2), *trained(1)], TODAY, goal, MONDAY)
    assert (ThisWeek(2, goal), is_due) == (found, found.is_due)


def test_weeks_of_nothing_are_weeks_too() -> None:
    """From the first to the last that is asked for, each with what was done."""
    weeks = weeks_between(trained(0, 2), TODAY - timedelta(weeks=3), TODAY, MONDAY)
    begins = [date(2026, 2, 9), date(2026, 2, 16), date(2026, 2, 23), date(2026, 3, 2)]
    lengths = [(0, 0), (1, 1800), (0, 0), (1, 1800)]
    assert (
        tuple(WeekLength(day, *each) for day, each in zip(begins, lengths, strict=True)) == weeks
    )


@pytest.mark.parametrize(
    ("weeks_ago", "chain"),
    [
        ((), (False,)),
        ((0,), (True,)),
        ((2,), (True, False, False)),
        ((0, 1, 3), (True, False, True, True)),
        (tuple(range(12)), (True,) * CHAINED),
        ((1, 40), (False,) * (CHAINED - 2) + (True, False)),
        ((-1,), (False,)),
    ],
)
def test_chain_begins_with_the_first_week_of_all(
    weeks_ago: tuple[int, ...], chain: tuple[bool, ...]
) -> None:
    """Nobody has missed a week before it; and it ends with the running one."""
    days = sorted(trained(*weeks_ago), key=lambda each: each.day)
    assert chain == habit(days, TODAY, 1, MONDAY).chain


def test_habit_has_the_running_week_and_the_row() -> None:
    """With a goal of two sessions a week of one is due, and breaks nothing."""
    days = (*trained(2, 1, sessions=2)[::-1], *trained(0))
    found = habit(days, TODAY, 2, MONDAY)
    assert Habit(ThisWeek(1, 2), Streak(2, 2), (True, True, False)) == found
