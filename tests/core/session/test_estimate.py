"""How long is left, when it ends, and how long workouts take."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from matside.core.durations import clock
from matside.core.session.estimate import ends, seconds_of, time_left
from matside.core.session.values import Command
from matside.core.settings import Settings
from tests.support.core_samples import RUNNERS, Drive, S, block, counted, hold, plan_of, workout_of


def left(drive: Drive) -> int:
    """Return what is left of the session in ms."""
    return time_left(drive.plan, drive.under_way, drive.now)


def test_at_the_start_all_is_left() -> None:
    """The estimate of the whole plan is left when it starts."""
    drive = Drive(plan_of(hold(20), counted())).start()

    assert (10 + 20 + 10 + 24) * S == left(drive)


def test_left_is_that_of_this_step_and_of_all_later_ones() -> None:
    """A timed step has its present length less what has run."""
    drive = Drive(plan_of(hold(20), counted())).start().run(15)
    assert (15 + 10 + 24) * S == left(drive)

    assert (30 + 10 + 24) * S == left(drive.more())


def test_counted_set_has_its_estimate_less_elapsed_but_not_below_0() -> None:
    """A set that takes longer than estimated has nothing left, and no less."""
    drive = Drive(plan_of(counted(), counted())).start().run(10 + 4)
    assert (20 + 10 + 24) * S == left(drive)

    assert (10 + 24) * S == left(drive.run(60))


def test_overtime_has_only_the_later_steps_left() -> None:
    """A rest beyond its end takes nothing from what follows."""
    plan = plan_of(counted(), counted(), settings=Settings(wait=True))
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(60)

    assert 24 * S == left(drive)


def test_lead_in_and_pause_do_not_shorten_what_is_left() -> None:
    """While the clock of the step stands, what is left stands."""
    drive = Drive(plan_of(hold(20))).start().run(15).do(Command.PAUSE).run(60)
    assert 15 * S == left(drive)

    assert 15 * S == left(drive.do(Command.RESUME).run(4))


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
