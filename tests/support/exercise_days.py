"""Exercises as they go over time: with weights, without, held, done once, or unevenly."""

from datetime import date, timedelta

from matside.core.history.totals import ExerciseDay, ExerciseDone

TODAY = date(2026, 11, 29)
"""A Sunday."""

EXERCISES = tuple(
    ExerciseDone(name.lower().replace(" ", "-"), name)
    for name in (
        "Bent-Over Wide Row",
        "Chest Fly",
        "Half-Kneeling Chop",
        "Hammer Curl",
        "Standing Shoulder Stretch",
    )
)


def _lift(number: int) -> ExerciseDay:
    each = 4_000 + 1_000 * (number // 15)
    return ExerciseDay(number, _day(number), 3, 24, 48 * each, 2 * each, 2, 8 + number % 3)


def _day(number: int) -> date:
    return TODAY - timedelta(weeks=49 - number)


LIFTS = tuple(map(_lift, range(50)))
"""Two dumbbells for a year, once a week."""

UNEVEN = (*LIFTS[:-1], ExerciseDay(49, TODAY, 3, 24, 240_000, 10_000, 1, 8))
"""The same, but the last time one of them alone."""

REPS = tuple(
    ExerciseDay(number, _day(number), 3, 24 + number % 5, 0, None, 1, 8 + number % 4)
    for number in range(50)
)
"""No weight that anybody knows."""

HOLDS = tuple(
    ExerciseDay(number, _day(number), 2, 0, 0, None, 1, None, 50 + 2 * number, 30 + number)
    for number in range(50)
)
"""Held, longer and longer."""

ONE = (ExerciseDay(1, TODAY, 3, 24, 192_000, 8_000, 2, 8),)
"""Done once, today."""
