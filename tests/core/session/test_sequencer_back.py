"""BACK: what a press made undone, a set begun again, and the way to the set before."""

from dataclasses import replace

import pytest

from matside.core.session import progress
from matside.core.session.looks import PauseReason
from matside.core.session.record import SetOutcome
from matside.core.session.values import (
    Command,
    CueKind,
    LeadInEnded,
    SessionPaused,
    SessionReopened,
    StepBegan,
    Times,
    WentBack,
)
from matside.core.settings import Settings
from matside.core.workout.plan import Plan, compile_plan, replan
from tests.support.core_samples import (
    Drive,
    S,
    bare,
    block,
    counted,
    cues,
    hold,
    plain,
    plan_of,
    workout_of,
)

DONE, SKIPPED = SetOutcome.DONE, SetOutcome.SKIPPED


def waiting(plan: Plan) -> Plan:
    """Return `plan` with rests that wait."""
    return replace(plan, wait=True)


def test_press_that_ended_a_set_is_undone() -> None:
    """BACK after NEXT: the set runs on where it stood, neither done nor skipped."""
    drive = Drive(plan_of(counted(), counted())).start().run(10 + 7).do(Command.NEXT).run(2)
    assert ((1, DONE),) == drive.outcomes

    drive.do(Command.BACK)

    assert (1, 7 * S) == drive.at
    assert () == drive.outcomes
    assert (WentBack(drive.now, drive.step.key),) == drive.facts
    assert 8 * S == drive.run(1).elapsed


@pytest.mark.parametrize("seconds", [0, 2, 9])
def test_press_is_undone_however_long_ago(seconds: int) -> None:
    """As long as the step that NEXT entered runs, BACK undoes that NEXT."""
    drive = Drive(plan_of(counted(), counted())).start().run(10 + 7).do(Command.NEXT)

    assert (1, 7 * S) == drive.run(seconds).do(Command.BACK).at


def test_press_that_entered_a_set_is_undone_after_minutes() -> None:
    """A set entered by NEXT is left to the rest before it, not begun again."""
    drive = Drive(plan_of(counted(), counted())).start().run(10 + 7).do(Command.NEXT)
    drive.run(4).do(Command.NEXT).run(100).do(Command.BACK)

    assert (2, 4 * S) == drive.at
    assert ((1, DONE),) == drive.outcomes


def test_undone_skip_restores_elapsed_and_length_exactly() -> None:
    """A hold that was made longer and skipped is back with both, after a lead-in."""
    drive = Drive(plain(hold(40), hold(20))).start().run(10.123).more().do(Command.SKIP)
    drive.run(1).do(Command.BACK)

    assert (10_123, 55 * S, 5 * S) == (drive.elapsed, drive.length, drive.lead)
    assert () == drive.outcomes


def test_undone_rest_in_overtime_goes_on_counting_up() -> None:
    """A rest left from overtime is back beyond its end and tells it no second time."""
    drive = Drive(waiting(plan_of(counted(), counted()))).start().run(17).do(Command.NEXT)
    drive.run(13).do(Command.NEXT).run(2).do(Command.BACK)
    assert (2, 13 * S) == drive.at

    assert () == drive.run(10).facts
    assert 23 * S == drive.elapsed


def test_undone_step_remembers_how_it_was_entered() -> None:
    """NEXT NEXT BACK BACK ends where it began."""
    drive = Drive(plan_of(counted(), counted())).start().run(17).do(Command.NEXT).run(4)
    drive.do(Command.NEXT).run(5)

    assert (2, 4 * S) == drive.do(Command.BACK).at
    assert (1, 7 * S) == drive.run(1).do(Command.BACK).at


def test_undone_step_that_began_by_itself_is_no_press() -> None:
    """After the one press is undone, BACK begins the set again."""
    drive = Drive(plain(hold(5), counted(), counted())).start().run(12).do(Command.NEXT)
    drive.run(1).do(Command.BACK)
    assert (1, 7 * S) == drive.at

    assert (1, 0) == drive.do(Command.BACK).at


def test_chain_of_presses_is_undone_one_by_one() -> None:
    """Five sets done by NEXT are undone by five BACKs, each with its own time."""
    drive = Drive(plain(*[counted() for _ in range(6)])).start()
    for seconds in range(1, 6):
        drive.run(seconds).do(Command.NEXT)

    assert [(4, 5 * S), (3, 4 * S), (2, 3 * S), (1, 2 * S), (0, 1 * S)] == [
        drive.do(Command.BACK).at for _ in range(5)
    ]
    assert () == drive.outcomes


def test_new_press_after_an_undone_one_is_undone_first() -> None:
    """NEXT BACK SKIP BACK is back in the set, and the set before it is reached after that."""
    drive = Drive(plain(counted(), counted(), counted())).start().run(4).do(Command.NEXT)
    drive.run(5).do(Command.NEXT).do(Command.BACK).do(Command.SKIP)
    assert ((0, DONE), (1, SKIPPED)) == drive.outcomes

    assert [(1, 5 * S), (0, 4 * S)] == [drive.do(Command.BACK).at for _ in range(2)]


def test_set_that_began_by_itself_begins_again_after_three_seconds() -> None:
    """More than 3 s into a set BACK leads to its own start."""
    drive = Drive(plain(hold(20), hold(20))).start().run(20 + 3.001).do(Command.BACK)

    assert (1, 0) == drive.at
    assert ((0, DONE),) == drive.outcomes


def test_set_is_left_to_the_one_before_within_three_seconds() -> None:
    """With exactly 3 s run BACK leads to the start of the set before, which is not done."""
    drive = Drive(plain(hold(20), hold(20))).start().run(20 + 3).do(Command.BACK)

    assert (0, 0) == drive.at
    assert () == drive.outcomes


def test_first_set_has_none_before_it() -> None:
    """In the first seconds of the first set BACK begins it again."""
    assert (0, 0) == Drive(plain(hold(20))).start().run(2).do(Command.BACK).at
    assert (1, 0) == Drive(plan_of(hold(20))).start().run(12).do(Command.BACK).at


def test_get_ready_begins_again() -> None:
    """BACK in get ready gives all its seconds back, with the planned length."""
    drive = Drive(plan_of(hold(20))).start().run(4).more().do(Command.BACK)

    assert (0, 0, 10 * S) == (*drive.at, drive.length)
    since = drive.now
    assert [7 * S, 8 * S, 9 * S] == cues(drive.run(10).facts, CueKind.TICK, since)


def test_shortened_get_ready_begins_again_whole() -> None:
    """What NEXT took from get ready is given back."""
    drive = Drive(plan_of(hold(20))).start().run(1).do(Command.NEXT).do(Command.BACK)

    assert (0, 0, 10 * S) == (*drive.at, drive.length)
    assert (0, 9 * S) == drive.run(9).at


def test_rest_that_began_by_itself_leads_to_the_set_before() -> None:
    """BACK in a rest gives the set before it another try, at any time of the rest."""
    drive = Drive(plan_of(hold(20), counted())).start().run(10 + 20 + 9).do(Command.BACK)

    assert (1, 0, 20 * S, 5 * S) == (*drive.at, drive.length, drive.lead)
    assert () == drive.outcomes


def test_set_reached_again_has_its_planned_length() -> None:
    """A hold that was made longer begins again as the plan has it."""
    drive = Drive(plain(hold(20), hold(20))).start().run(10).more().do(Command.BACK)
    assert (0, 0, 20 * S) == (*drive.at, drive.length)

    drive = Drive(plain(hold(20), hold(20))).start().run(10).more().run(26).do(Command.BACK)
    assert (0, 0, 20 * S) == (*drive.at, drive.length)


def test_two_backs_lead_on_from_set_to_set() -> None:
    """A set reached by BACK counts as not entered by a press, so BACK soon goes on."""
    drive = Drive(plain(hold(20), hold(20), hold(20))).start().run(45)

    assert [(2, 0), (1, 0), (0, 0), (0, 0)] == [drive.do(Command.BACK).at for _ in range(4)]
    assert () == drive.outcomes


def test_set_reached_by_back_forgets_the_presses_before_it() -> None:
    """A set entered by NEXT and begun again by (c) is no longer entered by NEXT."""
    drive = Drive(plain(counted(), hold(20), hold(20))).start().run(9).do(Command.NEXT).run(21)
    assert (1, 0) == drive.run(5).do(Command.BACK).at

    assert (0, 0) == drive.run(5 + 2).do(Command.BACK).at


def test_lead_in_does_not_count_as_time_in_the_set() -> None:
    """In the lead-in after BACK nothing has run, so BACK goes on to the set before."""
    drive = Drive(plain(hold(20), hold(20))).start().run(30).do(Command.BACK).run(4.9)

    assert (0, 0) == drive.do(Command.BACK).at


def test_all_later_sets_are_undone_with_the_one_reached() -> None:
    """Sets skipped while paused are not done or skipped after BACK to before them."""
    drive = Drive(plain(hold(20), hold(20), hold(20))).start().run(42)
    assert ((0, DONE), (1, DONE)) == drive.outcomes

    drive.do(Command.BACK).do(Command.BACK)

    assert () == drive.outcomes


@pytest.mark.parametrize("resume", [0, 5])
def test_whoever_is_put_into_a_hold_gets_the_lead_in(resume: int) -> None:
    """BACK into a hold, by any rule, is followed by *resume* seconds of lead-in."""
    plan = plain(hold(20), hold(20), resume=resume)
    undone = Drive(plan).start().run(7).do(Command.SKIP).do(Command.BACK)
    again = Drive(plan).start().run(7).do(Command.BACK)
    before = Drive(plan).start().run(22).do(Command.BACK)

    assert [resume * S] * 3 == [drive.lead for drive in (undone, again, before)]
    assert [7 * S, 0, 0] == [drive.elapsed for drive in (undone, again, before)]


def test_counted_set_is_entered_by_back_without_a_lead_in() -> None:
    """A counted set and a rest run on at once."""
    drive = Drive(plan_of(counted(), counted())).start().run(17).do(Command.NEXT).run(4)
    drive.do(Command.NEXT)

    assert 0 == drive.do(Command.BACK).lead
    assert 0 == drive.do(Command.BACK).lead


def test_lead_in_after_back_ticks_and_ends_like_any_other() -> None:
    """3-2-1, then the hold's clock runs."""
    drive = Drive(plain(hold(20), hold(20))).start().run(7).do(Command.BACK)
    since = drive.now

    drive.run(5)

    assert [2 * S, 3 * S, 4 * S] == cues(drive.facts, CueKind.TICK, since)
    assert LeadInEnded(since + 5 * S, drive.step.key) == drive.facts[-1]


def test_step_entered_by_back_did_not_begin() -> None:
    """BACK is told by its own fact, and no step begins with it."""
    drive = Drive(plain(hold(20), hold(20))).start().run(22).do(Command.BACK)

    assert (WentBack(drive.now, drive.step.key),) == drive.facts
    assert not any(isinstance(fact, StepBegan) for fact in drive.run(5).facts)


def test_rest_shortened_by_next_is_not_undone_by_back() -> None:
    """The shortening is no press: BACK undoes the press that entered the rest."""
    drive = Drive(plan_of(counted(), hold(20))).start().run(17).do(Command.NEXT).run(2)
    drive.do(Command.NEXT).run(1).do(Command.BACK)

    assert (1, 7 * S) == drive.at


def test_what_follows_a_shortened_rest_began_by_itself() -> None:
    """In the hold after a shortened rest BACK leads to the set before, not to the rest."""
    drive = Drive(plan_of(counted(), hold(20))).start().run(17).do(Command.NEXT).run(2)
    drive.do(Command.NEXT).run(5 + 2)
    assert (3, 2 * S) == drive.at

    assert (1, 0) == drive.do(Command.BACK).at


def test_paused_back_stays_paused() -> None:
    """Every kind of BACK works while paused, and RESUME then goes on from there."""
    drive = Drive(plain(hold(20), hold(20))).start().run(30).do(Command.PAUSE).run(60)
    drive.do(Command.BACK)
    assert (1, 0) == drive.at
    assert drive.is_paused

    drive.do(Command.BACK)
    assert (0, 0) == drive.at
    assert drive.is_paused
    assert () == drive.outcomes

    drive.do(Command.RESUME).run(6)
    assert (0, 1 * S) == drive.at


def test_pausing_does_not_forget_how_a_step_was_entered() -> None:
    """NEXT, PAUSE, RESUME, BACK: the press is undone all the same."""
    drive = Drive(plain(counted(), counted())).start().run(7).do(Command.NEXT)
    drive.do(Command.PAUSE).run(60).do(Command.RESUME).run(9)

    assert (0, 7 * S) == drive.do(Command.BACK).at


def test_skips_while_paused_are_undone_like_others() -> None:
    """SKIP SKIP BACK BACK while paused ends where it began, with nothing skipped."""
    drive = Drive(plain(hold(20), hold(20), hold(20))).start().run(7).do(Command.PAUSE)
    drive.do(Command.SKIP).do(Command.SKIP)
    assert ((0, SKIPPED), (1, SKIPPED)) == drive.outcomes

    assert [(1, 0), (0, 7 * S)] == [drive.do(Command.BACK).at for _ in range(2)]
    assert drive.is_paused
    assert () == drive.outcomes


def test_nothing_is_undone_after_a_kill() -> None:
    """A rest that NEXT entered before a kill leads to the start of the set before it."""
    drive = Drive(plan_of(counted(), counted())).start().run(17).do(Command.NEXT).run(4)
    where = progress.position(drive.running, drive.now)

    taken_up = Drive(drive.plan).take_up(2, elapsed=where.elapsed, length=where.length)

    assert (1, 0) == taken_up.do(Command.BACK).at


def test_set_taken_up_after_a_kill_begins_again_or_leads_on() -> None:
    """More than 3 s into a set (b) holds, before that (c)."""
    plan = plain(hold(20), hold(20))

    assert (1, 0) == Drive(plan).take_up(1, elapsed=3_001).do(Command.BACK).at
    assert (0, 0) == Drive(plan).take_up(1, elapsed=3_000).do(Command.BACK).at


def test_finished_session_is_taken_up_again() -> None:
    """BACK on the finish page of a session that ended by itself begins its last set again."""
    drive = Drive(plain(hold(20), hold(20))).start().run(100).do(Command.BACK)
    over = drive.now - 60 * S

    assert (1, 0, 5 * S) == (*drive.at, drive.lead)
    assert ((0, DONE),) == drive.outcomes
    reopened, went = drive.facts
    assert (SessionReopened(drive.now, over), WentBack(drive.now, drive.step.key)) == (
        reopened,
        went,
    )


def test_press_that_finished_the_session_is_undone() -> None:
    """BACK after the NEXT that ended the last set runs on with it, and with what it undoes."""
    drive = Drive(plain(counted(), counted())).start().run(7).do(Command.NEXT).run(9)
    drive.do(Command.NEXT).run(60)
    assert drive.is_over

    assert (1, 9 * S) == drive.do(Command.BACK).at
    assert ((0, DONE),) == drive.outcomes
    assert (0, 7 * S) == drive.do(Command.BACK).at


def test_session_finished_while_paused_runs_again_after_back() -> None:
    """The last set skipped while paused is back, and the session runs after a lead-in."""
    drive = Drive(plain(hold(20))).start().run(7).do(Command.PAUSE).do(Command.SKIP).run(60)
    assert drive.is_over

    drive.do(Command.BACK)

    assert (0, 7 * S, 5 * S) == (*drive.at, drive.lead)


def test_finished_session_can_finish_again() -> None:
    """After BACK on the finish page the last set ends the session a second time."""
    drive = Drive(plain(hold(20), hold(20))).start().run(100).do(Command.BACK).run(25)

    assert drive.is_over
    assert ((0, DONE), (1, DONE)) == drive.outcomes


def test_stop_is_undone_until_the_page_is_left() -> None:
    """BACK after STOP returns to its instant, paused, with all that BACK undid there."""
    drive = Drive(plain(counted(), hold(20))).start().run(7).do(Command.NEXT).run(5 + 4)
    drive.do(Command.STOP).run(600).do(Command.BACK)

    assert (True, (1, 4 * S)) == (drive.is_paused, drive.at)
    assert ((0, DONE),) == drive.outcomes
    over = drive.now - 600 * S
    assert (
        SessionReopened(drive.now, over),
        SessionPaused(drive.now, PauseReason.ASKED),
    ) == drive.facts
    assert (0, 7 * S) == drive.do(Command.BACK).at


def test_time_on_the_page_of_a_stopped_session_is_no_pause() -> None:
    """The session was over then; it is paused, once, from BACK on."""
    drive = Drive(plain(hold(20), hold(20))).start().run(9).do(Command.STOP)
    drive.run(600).do(Command.BACK).run(60)

    assert Times(ran=9 * S, paused=60 * S, pauses=1) == progress.times(drive.phase, drive.now)


def test_stop_after_back_from_the_end_is_undone() -> None:
    """A session taken up again and then stopped is taken up where it stood."""
    drive = Drive(plain(counted())).start().run(7).do(Command.NEXT).do(Command.BACK).run(2)
    drive.do(Command.STOP).do(Command.BACK)

    assert (True, (0, 9 * S)) == (drive.is_paused, drive.at)


def test_session_taken_up_after_a_stop_goes_on() -> None:
    """RESUME gives a hold its lead-in, and it can end as any other."""
    drive = Drive(plain(hold(20))).start().run(9).do(Command.PAUSE).do(Command.STOP)
    drive.do(Command.BACK).do(Command.RESUME)
    assert 5 * S == drive.lead

    assert ((0, DONE),) == drive.run(5 + 11).outcomes


def test_back_between_blocks_leads_over_the_rest() -> None:
    """The set before the rest between two blocks is the one that BACK finds."""
    plan = plan_of(block(hold(20)), block(hold(20), rounds=2))
    drive = Drive(plan).start().run(10 + 20 + 45 + 1)
    assert 3 == drive.place

    assert (1, 0) == drive.do(Command.BACK).at


def test_set_begun_again_after_a_kill_has_its_planned_length() -> None:
    """A hold that was 35 s long when the program died is 20 s long again."""
    drive = Drive(plain(hold(20), hold(20))).take_up(1, elapsed=9 * S, length=35 * S)
    assert 35 * S == drive.length

    assert 20 * S == drive.do(Command.BACK).length


def test_rest_that_waited_begins_again_where_it_waits_no_more() -> None:
    """BACK to a rest in overtime, after *wait* was switched off, ends nothing in the past.

    It used to end at once, a minute ago, and with it the hold that nobody did.
    """
    workout = workout_of(block(counted(), hold(30)))
    drive = Drive(compile_plan(workout, Settings(wait=True))).start().run(10)
    drive.run(8).do(Command.NEXT).run(10 + 60).do(Command.NEXT).run(7).do(Command.PAUSE)
    drive.follow(replan(drive.plan, drive.step.key, workout, Settings())).do(Command.RESUME)

    drive.do(Command.BACK)

    assert (2, 0, 10 * S) == (*drive.at, drive.length)
    assert ((1, DONE),) == drive.outcomes
    assert (1, 8 * S) == drive.do(Command.BACK).at


def test_rest_that_waited_begins_again_after_it_was_skipped() -> None:
    """So it does where *wait* was switched off before the press that left it."""
    workout = workout_of(block(counted(), hold(30)))
    drive = Drive(compile_plan(workout, Settings(wait=True))).start().run(10).do(Command.NEXT)
    drive.run(20 + 60).do(Command.PAUSE)
    drive.follow(replan(drive.plan, drive.step.key, workout, Settings())).do(Command.SKIP)

    assert (2, 0) == drive.do(Command.BACK).at


@pytest.mark.parametrize("stops", [True, False])
def test_what_a_session_that_is_over_goes_back_to_follows_the_plan(*, stops: bool) -> None:
    """Rep pace switched on after STOP, or after the end, holds for the set that BACK leads to."""
    workout = workout_of(block(counted()))
    drive = Drive(compile_plan(workout, bare())).start().run(7)
    drive.do(Command.STOP if stops else Command.NEXT).run(60)

    paced = replan(drive.plan, drive.plan.steps[0].key, workout, replace(bare(), rep_pace=True))
    drive.follow(paced).do(Command.BACK)

    assert (0, 0, 8 * 3 * S) == (*drive.at, drive.length)
