"""When a workout ends, and how long workouts take."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from matside.core.durations import clock, ends
from matside.core.settings import Settings
from tests.support.core_samples import RUNNERS, S, block, counted, hold, seconds_of, workout_of


@pytest.mark.parametrize(
    ("seconds", "minute"), [(0, "18:00"), (1, "18:01"), (60, "18:01"), (61, "18:02")]
)
def test_end_is_rounded_up_to_the_minute(seconds: int, minute: str) -> None:
    """A second beyond a whole minute is the next minute."""
    end = ends(datetime(2024, 5, 1, 18, 0, tzinfo=UTC), seconds * S)

    assert minute == f"{end:%H:%M}"
    assert (0, 0) == (end.second, end.microsecond)


def test_end_counts_the_ms_of_now() -> None:
    """A microsecond of the present minute is enough for the next."""
    now = datetime(2024, 5, 1, 17, 59, 30, 1, tzinfo=UTC)

    assert "18:01" == f"{ends(now, 30 * S):%H:%M}"


def test_end_goes_over_midnight_and_keeps_its_offset() -> None:
    """The end is told in the offset of now."""
    here = timezone(timedelta(hours=5, minutes=30))
    end = ends(datetime(2024, 5, 1, 23, 50, tzinfo=here), 1456 * S)

    assert datetime(2024, 5, 2, 0, 15, tzinfo=here) == end


def test_a_workout_takes_longer_by_every_round() -> None:
    """The whole of it, rounded up to seconds."""
    assert ["19:26", "24:16", "29:06"] == [
        clock(seconds_of(RUNNERS.chosen(rounds=rounds), Settings())) for rounds in (2, 3, 4)
    ]


def test_blocks_left_out_take_no_time() -> None:
    """A block left out takes its sets and the rest after it with it."""
    workout = workout_of(block(counted()), block(hold(20)))

    assert 10 + 24 == seconds_of(workout.chosen(left_out=[1]), Settings())
    assert 10 + 24 + 45 + 20 == seconds_of(workout, Settings())
