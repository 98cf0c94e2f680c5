"""What was done of an exercise is said in numbers and days."""

from dataclasses import replace
from datetime import timedelta

import pytest

from matside.core.history.totals import ExerciseRecords, records_of
from matside.core.history.trend import Measure, trend_of
from matside.core.weights import Unit
from matside.ui.history.progress.exercise_words import (
    RecordView,
    line_words,
    most_words,
    plot_sentences,
    record_views,
    session_words,
    total_heading,
    total_words,
)
from tests.support.exercise_days import HOLDS, LIFTS, ONE, REPS, TODAY

KG, LB = Unit.KILOGRAM, Unit.POUND


def test_records_are_told_with_their_days() -> None:
    """Each piece of what was held; what is less than a week old is new."""
    views = record_views(records_of(LIFTS), KG, TODAY + timedelta(days=1))
    assert (
        RecordView("Heaviest", "2 × 7 kg", "1 Nov 2026", is_new=False),
        RecordView("Most moved", "336 kg", "1 Nov 2026", is_new=False),
        RecordView("Most in a set", "10 reps", "4 Jan 2026", is_new=False),
    ) == views
    [hold] = record_views(records_of(HOLDS), KG, TODAY + timedelta(days=6))
    assert RecordView("Longest hold", "1:19", "29 Nov 2026", is_new=True) == hold
    [late] = record_views(records_of(HOLDS), KG, TODAY + timedelta(days=7))
    assert not late.is_new
    assert () == record_views(ExerciseRecords(None, None), KG, TODAY)


def test_records_are_told_in_the_unit_of_the_athlete() -> None:
    """One dumbbell is told without a number before it."""
    alone = replace(ONE[0], heaviest=5_443, pieces=1, grams=130_640)
    values = [each.value for each in record_views(records_of([alone]), LB, TODAY)]
    assert ["12 lb", "288 lb", "8 reps"] == values


@pytest.mark.parametrize(
    ("measure", "amount", "said"),
    [
        (Measure.VOLUME, 1_148_400, "1,148 kg"),
        (Measure.REPS, 1, "1 rep"),
        (Measure.REPS, 48, "48 reps"),
        (Measure.HELD, 135, "2:15"),
        (Measure.HELD, 4000, "1:06:40"),
    ],
)
def test_amounts_have_their_unit(measure: Measure, amount: int, said: str) -> None:
    """Kilograms are whole ones."""
    assert said == total_words(measure, amount, KG)


def test_a_load_has_the_digits_that_it_needs() -> None:
    """Those of one piece may be quarters."""
    assert "2.25 kg" == most_words(Measure.VOLUME, 2_250, KG)
    assert "12 reps" == most_words(Measure.REPS, 12, KG)


def test_lines_are_numbers_or_lengths() -> None:
    """Without a unit: the heading has it."""
    said = [line_words(Measure.VOLUME, 2.5), line_words(Measure.VOLUME, 600.0)]
    assert ["2.5", "600", "1:30"] == [*said, line_words(Measure.HELD, 90.0)]


@pytest.mark.parametrize(
    ("most", "said"), [(53, "week"), (12, "month"), (6, "quarter"), (2, "year")]
)
def test_the_heading_says_how_long_a_period_is(most: int, said: str) -> None:
    """As long as there is room for."""
    trend = trend_of(REPS, TODAY, most, 0)
    assert trend is not None
    assert f"Reps a {said}" == total_heading(trend, KG)


def test_the_plot_is_told_in_sentences() -> None:
    """Who does not see it hears of its end and its heights."""
    trend = trend_of(LIFTS, TODAY, 53, 0)
    assert trend is not None
    assert (
        "Volume a week, kg: last 336 kg, from 23 Nov 2026 on; "
        "at most 336 kg, from 26 Oct 2026 on. "
        "Weight of each, kg: first 4 kg, last 7 kg, at most 7 kg."
    ) == plot_sentences(trend, KG)


def test_sessions_are_counted() -> None:
    """The long form says since when; one alone says when."""
    assert ("50 sessions since 21 Dec 2025", "50 sessions") == session_words(LIFTS)
    assert ("1 session, 29 Nov 2026", "29 Nov 2026") == session_words(ONE)
    assert () == session_words([])
