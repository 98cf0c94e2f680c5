"""The start page knows when what was done, and how the week stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from matside.core.history.past import Past
from matside.ui.start.athlete.athlete_view import Athlete, AthleteView
from matside.ui.words.start_words import ago, fact_in_list, last_done
from tests.support.finish_situations import LAST, NAME, past

TODAY = LAST.started.date() + timedelta(days=8)


def seen(known: Past, today: date = TODAY) -> AthleteView:
    """Return what is known by the past `known`, which is not empty."""
    view = Athlete().view(known, today, goal=1, first_day=0)
    assert view is not None
    return view


def test_a_beginner_is_told_nothing() -> None:
    """There is nothing to tell."""
    assert Athlete().view(Past(), TODAY, goal=1, first_day=0) is None


def test_days_since_a_workout_was_done_are_counted() -> None:
    """A day that is still to come, by a clock that was set, is today."""
    assert 8 == seen(past(3)).days_since(NAME)
    assert 0 == seen(past(3), TODAY - timedelta(days=9)).days_since(NAME)
    assert seen(past(3)).days_since("other") is None


def test_workout_that_was_done_last_is_due_until_the_week_is_done() -> None:
    """One workout, not all of them."""
    other = LAST.started - timedelta(days=1)
    known = replace(past(3), done={NAME: LAST.started, "other": other})
    found = [seen(known).fact_of(name) for name in (NAME, "other", "never done")]
    assert [("Due this week", True), ("9 days ago", False), ("never", False)] == [
        (fact.words, fact.is_due) for fact in found
    ]
    done = seen(known, LAST.started.date())
    assert ("today", False) == (done.fact_of(NAME).words, done.fact_of(NAME).is_due)


def test_days_without_a_workout_of_their_own_make_none_due() -> None:
    """Such as those whose workouts cannot be read."""
    assert seen(replace(past(3), done={})).due is None


def test_what_takes_long_is_worked_out_once() -> None:
    """Until there is another past, another day or another goal."""
    athlete, known = Athlete(), past(3)
    first = athlete.view(known, TODAY, goal=1, first_day=0)
    assert first is athlete.view(known, TODAY, goal=1, first_day=0)
    assert first is not athlete.view(known, TODAY, goal=2, first_day=0)
    tomorrow = TODAY + timedelta(days=1)
    again = athlete.view(known, tomorrow, goal=2, first_day=0)
    assert again is not None
    assert tomorrow == again.today
    assert again is not athlete.view(past(4), tomorrow, goal=2, first_day=0)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (60, "8 weeks ago"),
        (61, "2 months ago"),
        (730, "24 months ago"),
        (731, "2 years ago"),
        (7_300, "20 years ago"),
    ],
)
def test_days_are_told_as_people_count_them(days: int, words: str) -> None:
    """Less exactly the longer ago it was."""
    assert words == ago(days)
    assert f"Last done {words}" == last_done(days)
    assert words == fact_in_list(days, is_due=False)


def test_what_was_never_done_is_told_so() -> None:
    """In the line and in the list."""
    assert ("Not done yet", "never") == (last_done(None), fact_in_list(None, is_due=False))
