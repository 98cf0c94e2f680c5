"""What changes how long a step lasts: ADJUST, and NEXT before a hold; and SKIP's 80 %."""

from dataclasses import replace

import pytest

from matside.core.session.record import SetOutcome
from matside.core.session.values import Command, CueKind, LengthChanged, SetEnded, StepBegan
from matside.core.settings import Settings
from matside.core.workout.plan import Plan
from tests.support.core_samples import Drive, S, bare, counted, cues, hold, plain, plan_of

HOUR = 3600


def shortening(resume: int, *, get_ready: int = 10) -> Plan:
    """Return a plan of get ready and a hold, with *resume* seconds."""
    return plan_of(hold(20), settings=replace(bare(resume=resume), get_ready=get_ready))


def test_adjust_changes_the_present_length() -> None:
    """15 s more are 15 s more left, and the fact tells the new length."""
    drive = Drive(plain(hold(40))).start().run(10).more()

    assert (10 * S, 55 * S) == (drive.elapsed, drive.length)
    assert (LengthChanged(drive.now, drive.step.key, 55 * S),) == drive.facts


def test_adjusted_hold_is_done_with_the_seconds_it_lasted() -> None:
    """A hold of 40 s with 15 s more ran 55 s."""
    drive = Drive(plain(hold(40))).start().run(10).more().run(60)

    assert [55 * S] == [fact.elapsed for fact in drive.facts if isinstance(fact, SetEnded)]


def test_adjust_changes_only_the_step_that_runs() -> None:
    """The next hold, and the same hold begun again, have their planned length."""
    drive = Drive(plain(hold(20), hold(20))).start().more().run(35)

    assert (1, 0, 20 * S) == (*drive.at, drive.length)


@pytest.mark.parametrize(
    ("elapsed", "left"),
    [(0, 25), (10, 15), (22, 3), (23, 3), (30, 3), (36, 3)],
)
def test_less_leaves_at_least_three_seconds(elapsed: int, left: int) -> None:
    """Of a hold of 40 s a minus takes 15 s, but never the last three."""
    drive = Drive(plain(hold(40))).start().run(elapsed).less()

    assert (elapsed + left) * S == drive.length


@pytest.mark.parametrize("elapsed", [37, 38, 39.999])
def test_less_changes_nothing_in_the_last_three_seconds(elapsed: float) -> None:
    """With 3 s or less left there is nothing to take."""
    drive = Drive(plain(hold(40))).start().run(elapsed)
    before = drive.phase

    assert (before, ()) == (drive.less().phase, drive.facts)


def test_more_helps_in_the_last_three_seconds() -> None:
    """A plus works to the very end."""
    assert 55 * S == Drive(plain(hold(40))).start().run(39.9).more().length


def test_length_never_passes_an_hour() -> None:
    """The last plus goes to 60 minutes, the one after it changes nothing."""
    drive = Drive(plain(hold(HOUR - 10))).start().run(10).more()
    assert HOUR * S == drive.length
    before = drive.phase

    assert (before, ()) == (drive.more().phase, drive.facts)


def test_more_in_overtime_never_passes_an_hour() -> None:
    """A rest that has waited for an hour cannot be made longer."""
    plan = replace(plan_of(counted(), counted()), wait=True)
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(HOUR - 10).more()
    assert HOUR * S == drive.length

    for waited in (HOUR, 2 * HOUR):
        drive = Drive(plan).start().run(10).do(Command.NEXT).run(waited)
        before = drive.phase
        assert (before, ()) == (drive.more().phase, drive.facts)


def test_less_in_overtime_changes_nothing() -> None:
    """Nothing is left of a rest in overtime that a minus could take."""
    plan = replace(plan_of(counted(), counted()), wait=True)
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(13)
    before = drive.phase

    assert (before, ()) == (drive.less().phase, drive.facts)


def test_lead_in_is_not_part_of_what_is_left() -> None:
    """3 s left of the hold are 3 s left, however long the lead-in before them is."""
    drive = Drive(plain(hold(20))).start().run(17).do(Command.PAUSE).do(Command.RESUME)
    before = drive.phase

    assert (before, ()) == (drive.less().phase, drive.facts)


def test_adjusting_in_a_lead_in_leaves_it_alone() -> None:
    """The lead-in goes on, and the hold after it is longer."""
    drive = Drive(plain(hold(20))).start().run(10).do(Command.PAUSE).do(Command.RESUME).run(2)
    drive.more()
    assert (35 * S, 3 * S) == (drive.length, drive.lead)

    assert 34_999 == drive.run(3 + 24.999).elapsed
    assert drive.run(0.001).is_over


def test_adjusting_while_paused_holds_after_resume() -> None:
    """A rest made longer while paused is longer when it runs on."""
    drive = Drive(plan_of(counted(), counted())).start().run(4).do(Command.PAUSE).run(60)
    drive.more().do(Command.RESUME)

    assert (0, 24 * S) == drive.run(20).at
    assert (1, 0) == drive.run(1).at


def test_length_cut_to_three_seconds_counts_all_of_them() -> None:
    """A minus that leaves 3 s of a hold ticks at once, then twice more."""
    drive = Drive(plain(hold(20))).start().run(10).less()
    since = drive.now

    assert [0, 1 * S, 2 * S] == cues(drive.run(3).facts, CueKind.TICK, since)


def test_counted_set_cannot_be_adjusted() -> None:
    """It has no length that could change."""
    drive = Drive(plain(counted())).start().run(10)
    before = drive.phase

    assert (before, ()) == (drive.more().phase, drive.facts)


def test_skip_from_80_percent_on_is_done() -> None:
    """A hold of 40 s is skipped at 31.999 s and done at 32 s."""
    assert ((0, SetOutcome.SKIPPED),) == (
        Drive(plain(hold(40), hold(9))).start().run(31.999).do(Command.SKIP).outcomes
    )
    assert ((0, SetOutcome.DONE),) == (
        Drive(plain(hold(40), hold(9))).start().run(32).do(Command.SKIP).outcomes
    )


def test_the_80_percent_are_of_the_present_length() -> None:
    """Made 15 s longer, the same hold is done from 44 s on; shorter, from 20 s on."""
    longer = Drive(plain(hold(40), hold(9))).start().run(32).more().do(Command.SKIP)
    assert ((0, SetOutcome.SKIPPED),) == longer.outcomes

    shorter = Drive(plain(hold(40), hold(9))).start().run(20).less().do(Command.SKIP)
    assert ((0, SetOutcome.DONE),) == shorter.outcomes


def test_skipped_set_is_recorded_with_what_it_ran() -> None:
    """SKIP ends a set with the time of its clock."""
    drive = Drive(plain(hold(40), hold(9))).start().run(12.5).do(Command.SKIP)

    assert [12_500] == [fact.elapsed for fact in drive.facts if isinstance(fact, SetEnded)]


@pytest.mark.parametrize(
    ("resume", "elapsed", "expected"),
    [
        (5, 0, (0, 5)),
        (5, 4.999, (0, 5)),
        (5, 5, (1, 0)),
        (5, 8, (1, 0)),
        (1, 8, (0, 1)),
        (10, 0, (1, 0)),
        (600, 0, (1, 0)),
    ],
)
def test_next_before_a_hold_leaves_resume_seconds(
    resume: int, elapsed: float, expected: tuple[int, int]
) -> None:
    """More than *resume* seconds shrink to them; with no more the hold starts at once."""
    drive = Drive(shortening(resume)).start().run(elapsed).do(Command.NEXT)

    place, left = expected
    assert place == drive.place
    assert 0 == drive.lead
    assert left * S == (0 if place else (drive.length or 0) - drive.elapsed)


@pytest.mark.parametrize("command", [Command.NEXT, Command.SKIP])
def test_shortened_step_ends_by_itself_into_the_hold(command: Command) -> None:
    """After *resume* seconds the hold runs, without any lead-in of its own."""
    drive = Drive(shortening(5)).start().run(1).do(command)
    assert (LengthChanged(drive.now, drive.step.key, 6 * S),) == drive.facts

    drive.run(7)

    assert (1, 2 * S, 0) == (*drive.at, drive.lead)


@pytest.mark.parametrize(("elapsed", "lead"), [(5, 0), (9.999, 0), (10, 5), (12, 5)])
def test_waiting_rest_gives_a_lead_in_from_its_end_on(elapsed: float, lead: int) -> None:
    """With *resume* seconds or less left the hold starts at once, in overtime after them."""
    plan = replace(plan_of(counted(), hold(20)), wait=True)
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(elapsed).do(Command.NEXT)

    assert (3, 0, lead * S) == (*drive.at, drive.lead)


def test_next_in_a_shortened_step_starts_the_hold_at_once() -> None:
    """The second press finds no more than *resume* seconds left."""
    drive = Drive(shortening(5)).start().run(1).do(Command.NEXT).run(1).do(Command.NEXT)

    assert (1, 0) == drive.at


def test_next_before_a_counted_set_starts_it_at_once() -> None:
    """A counted set is not waited for."""
    drive = Drive(plan_of(counted())).start().run(1).do(Command.NEXT)

    assert (1, 0) == drive.at


def test_without_resume_seconds_next_starts_the_hold_at_once() -> None:
    """There is nothing to shorten to: the press enters the hold, and BACK undoes it."""
    drive = Drive(shortening(0)).start().run(1).do(Command.NEXT)
    assert (1, 0) == drive.at
    assert [drive.now] == [fact.at for fact in drive.facts if isinstance(fact, StepBegan)]

    assert (0, 1 * S) == drive.run(2).do(Command.BACK).at


@pytest.mark.parametrize("elapsed", [0, 1])
@pytest.mark.parametrize("resume", range(1, 11))
def test_shortened_step_ticks_as_many_of_three_as_fit(resume: int, elapsed: int) -> None:
    """However few the seconds left are, they are counted."""
    drive = Drive(shortening(resume, get_ready=20)).start().run(elapsed).do(Command.NEXT)
    since = drive.now

    ticks = cues(drive.facts + drive.run(resume).facts, CueKind.TICK, since)

    assert [(resume - left) * S for left in (3, 2, 1) if left <= resume] == ticks


def test_shortened_step_made_longer_ticks_and_never_waits() -> None:
    """ADJUST gives a shortened rest seconds, but not its waiting."""
    plan = replace(plan_of(counted(), hold(20)), wait=True)
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(1).do(Command.NEXT).more()
    assert 21 * S == drive.length
    since = drive.now

    drive.run(20)

    assert [17 * S, 18 * S, 19 * S] == cues(drive.facts, CueKind.TICK, since)
    assert (3, 0) == drive.at


def test_shortened_step_made_longer_can_be_shortened_again() -> None:
    """NEXT after a plus leaves *resume* seconds once more."""
    drive = Drive(shortening(5)).start().do(Command.NEXT).more().do(Command.NEXT)

    assert (0, 5 * S) == (drive.place, drive.length)


def test_while_paused_skip_goes_to_the_hold_at_once() -> None:
    """SKIP in a paused rest shortens nothing; RESUME then gives the lead-in."""
    drive = Drive(shortening(5)).start().run(1).do(Command.PAUSE).do(Command.SKIP)
    assert (1, 0) == drive.at

    assert 5 * S == drive.do(Command.RESUME).lead


def test_settings_default_to_a_resume_of_five_seconds() -> None:
    """The plan takes *resume* from the settings, in ms."""
    assert 5 * S == plan_of(hold(20), settings=Settings()).resume
