"""What the stage shows of the clock of a minute, or of a block that lasts for a time."""

from dataclasses import replace

import pytest

from matside.core.session.looks import Look, Press
from matside.core.session.reading import ClockReading, Layout, Reading, read
from matside.core.session.values import Command
from matside.core.settings import Settings
from matside.core.workout.model import Every, MaxHold, Sides, Within
from matside.core.workout.plan import Plan
from tests.support.core_samples import Drive, S, bare, block, counted, hold, plan_of

MINUTES = plan_of(
    block(counted(8, sides=Sides.EACH), hold(20), rounds=2, clock=Every(60)), settings=bare()
)
FOR_A_TIME = plan_of(block(counted(8), counted(8), clock=Within(600)), settings=bare())


def seen(drive: Drive) -> Reading:
    """Return what the stage shows of the session now."""
    return read(drive.plan, drive.under_way, drive.now)


def test_counted_set_shows_what_is_left_of_its_minute() -> None:
    """The minute is the countdown, its number counts sides too, and the share is its own."""
    reading = seen(Drive(MINUTES).start().run(60 + 15))

    assert ClockReading(45, 2, 6) == reading.clock
    assert (45, 15, 0.25) == (reading.seconds, reading.taken, reading.share)
    assert (Look.WORK, Press.SET_DONE) == (reading.look, reading.press)


def test_rest_of_a_minute_shows_what_comes_and_when() -> None:
    """It is laid out as a rest, but Space pauses it and nothing changes its length."""
    reading = seen(Drive(MINUTES).start().run(15).space().run(5))

    assert (Look.REST, Layout.CHANGE_OVER) == (reading.look, reading.layout)
    assert (40, Press.PAUSE, False) == (reading.seconds, reading.press, reading.adjustable)
    assert ClockReading(40, 1, 6) == reading.clock


def test_hold_shows_its_own_time() -> None:
    """What is left of its minute stands beside that."""
    reading = seen(Drive(MINUTES).start().run(120 + 5))

    assert (15, ClockReading(55, 3, 6)) == (reading.seconds, reading.clock)


def test_end_of_a_minute_floods_the_window_however_short_the_rest() -> None:
    """GET READY stands there for 3 s, or as long as there is."""
    assert not seen(Drive(MINUTES).start().run(15).space().run(41)).flooded
    assert seen(Drive(MINUTES).start().run(15).space().run(43)).flooded
    assert seen(Drive(MINUTES).start().run(58).space().run(0.5)).flooded


def test_rest_behind_the_last_minute_leads_to_no_go() -> None:
    """There the rest between blocks comes, and the window is not flooded."""
    plan = plan_of(block(counted(8), clock=Every(60)), block(counted(8)))

    assert not seen(Drive(plan).start().run(10 + 20).space().run(38)).flooded


def test_rounds_that_are_done_are_counted() -> None:
    """Those of which every set was left; the time left is that of the whole block."""
    drive = Drive(FOR_A_TIME).start().run(10)
    assert ClockReading(590, 0, None) == seen(drive).clock

    drive.space().run(10).space().run(10).space().run(10)
    reading = seen(drive)
    assert ClockReading(560, 1, None) == reading.clock
    assert (560, 10) == (reading.seconds, reading.taken)


def test_hold_to_failure_shows_what_its_clock_has_left() -> None:
    """It ends with the time, so that is what counts down."""
    longest = replace(hold(20), dose=MaxHold())
    plan = plan_of(block(longest, clock=Every(60)), settings=bare(resume=0))

    assert 50 == seen(Drive(plan).start().run(10)).seconds


@pytest.mark.parametrize("plan", [MINUTES, FOR_A_TIME], ids=["minutes", "for a time"])
def test_needle_goes_by_the_clock(plan: Plan) -> None:
    """In a set that takes longer than estimated, and in the rest behind it; pauses stop it."""
    drive = Drive(plan).start().run(50)
    assert 50 * S == seen(drive).behind

    drive.do(Command.PAUSE).run(100).do(Command.RESUME).space().run(5)
    assert 55 * S == seen(drive).behind


def test_steps_without_a_clock_have_none() -> None:
    """Neither get ready nor the rest behind the block."""
    plan = plan_of(block(counted(8), clock=Within(60)), block(counted(8)), settings=Settings())
    drive = Drive(plan).start().run(5)
    assert seen(drive).clock is None

    assert seen(drive.run(5 + 60 + 10)).clock is None


def test_block_for_a_time_has_one_bar_on_the_timeline() -> None:
    """Whatever set and round is under way."""
    drive = Drive(FOR_A_TIME).start()
    for _ in range(5):
        assert 0 == seen(drive.run(10).space()).place


def test_share_is_of_all_that_is_left_of_a_minute() -> None:
    """However long its set was estimated: a quick one has a rest in any minute."""
    plan = plan_of(block(counted(30), clock=Every(20), rounds=2), settings=bare())
    reading = seen(Drive(plan).start().run(8).space().run(3))

    assert (9, 12 * S, 0.25) == (reading.seconds, reading.whole, reading.share)
