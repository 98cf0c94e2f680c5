"""Rep pace: counted sets that run by the clock, rep by rep."""

from dataclasses import replace

import pytest

from matside.core.session.deadlines import next_deadline
from matside.core.session.plan_change import PACE_LEAD_IN
from matside.core.session.progress import position
from matside.core.session.record import SetOutcome
from matside.core.session.sequencer import take_up
from matside.core.session.values import Command, CueKind, Idle, SessionFinished, SessionPaused
from matside.core.settings import Settings
from matside.core.workout.model import Sides, Workout
from matside.core.workout.plan import Plan, compile_plan, replan
from tests.support.core_samples import (
    RUNNERS,
    Drive,
    S,
    bare,
    block,
    counted,
    cues,
    hold,
    reps,
    workout_of,
)

CURLS = workout_of(block(counted(), counted(name="Row"), hold(20)))
"""Two sets of 8 reps of 3 s, and a hold."""

PACED = Settings(rep_pace=True)


def paced(workout: Workout = CURLS, *, resume: int = 5) -> Plan:
    """Return the plan of `workout` at rep pace, of sets alone."""
    return compile_plan(workout, replace(bare(resume=resume), rep_pace=True))


def with_pace(drive: Drive, settings: Settings, workout: Workout = CURLS) -> Drive:
    """Let `settings` hold at once, as T and the keys beside it do."""
    resume = drive.plan.resume // S
    chosen = replace(bare(resume=resume), rep_pace=settings.rep_pace, paces=settings.paces)
    return drive.follow(replan(drive.plan, drive.step.key, workout, chosen))


def test_each_rep_is_a_cue_at_its_instant() -> None:
    """Rep n begins at (n - 1) times the seconds of a rep."""
    drive = Drive(paced()).start()
    began = drive.now
    drive.run(23.999)

    assert [(rep, (rep - 1) * 3 * S) for rep in range(1, 9)] == reps(drive.history, began)


def test_paced_set_is_done_at_its_end() -> None:
    """After the last rep the set is done, and its clock ran as long as its reps."""
    drive = Drive(paced()).start().run(24)

    assert (1, 0) == drive.at
    assert ((0, SetOutcome.DONE),) == drive.outcomes


def test_paced_set_has_no_ticks_and_no_half_way_signal() -> None:
    """Among the reps nothing else is counted, however long the set is."""
    drive = Drive(paced(workout_of(block(counted(20), hold(20))))).start().run(60)

    assert [] == cues(drive.history, CueKind.TICK)
    assert [] == cues(drive.history, CueKind.HALF_WAY)


def test_lead_in_of_a_paced_set_has_its_ticks() -> None:
    """After RESUME 3-2-1 as before a hold."""
    drive = Drive(paced()).start().run(4).do(Command.PAUSE).run(60).do(Command.RESUME)
    resumed = drive.now

    assert [2 * S, 3 * S, 4 * S] == cues(drive.run(5).facts, CueKind.TICK, resumed)


def test_rep_that_was_paused_goes_on_from_where_it_was() -> None:
    """1 s of rep 2 before the pause, 2 s of it after the lead-in; it is pulsed once."""
    drive = Drive(paced()).start().run(4).do(Command.PAUSE).run(60).do(Command.RESUME)
    resumed = drive.now
    drive.run(5 + 4.999)

    assert [(3, 7 * S)] == reps(drive.facts, resumed)
    assert [1, 2, 3] == [rep for rep, _ in reps(drive.history)]


def test_paced_set_begun_again_is_pulsed_again() -> None:
    """BACK in the middle of a set takes it from the first rep on, after its lead-in."""
    drive = Drive(paced()).start().run(10).do(Command.BACK)
    again = drive.now

    assert [(1, 5 * S), (2, 8 * S)] == reps(drive.run(10).facts, again)


def test_next_in_a_paced_set_before_another_leads_on_at_once() -> None:
    """Only rests are shortened, not sets."""
    drive = Drive(paced()).start().run(10).do(Command.NEXT)

    assert (1, 0, 24 * S) == (*drive.at, drive.length)
    assert ((0, SetOutcome.DONE),) == drive.outcomes


def test_paced_set_is_not_left_alone() -> None:
    """A set that ends by itself is never paused for having been forgotten."""
    drive = Drive(paced(workout_of(block(counted(99, rep_seconds=30))))).start()
    drive.run(99 * 30)

    assert [] == [fact for fact in drive.history if isinstance(fact, SessionPaused)]
    assert drive.is_over


def test_whole_workout_runs_after_start_alone() -> None:
    """At rep pace the runners' workout ends by itself, with all 33 sets done."""
    plan = compile_plan(RUNNERS, PACED)
    drive = Drive(plan).start().run(plan.estimate // S)

    assert [SetOutcome.DONE] * 33 == [outcome for _, outcome in drive.outcomes]
    assert SessionFinished(drive.now, silent=False) == drive.facts[-1]


def test_sides_follow_each_other_by_themselves() -> None:
    """The first side, the switch, the second side: each at its instant."""
    plan = compile_plan(workout_of(block(counted(sides=Sides.EACH))), PACED)
    drive = Drive(plan).start()

    assert [(1, 0), (2, 0), (3, 0)] == [drive.run(after).at for after in (10, 24, 5)]
    assert drive.run(24).is_over


def test_remembered_pace_gives_the_length() -> None:
    """8 reps of 2.5 s are 20 s."""
    settings = replace(bare(), rep_pace=True, paces={"Curl": 2_500})
    drive = Drive(compile_plan(CURLS, settings)).start()
    began = drive.now

    assert (20 * S, 2_500) == (drive.length, drive.work.pace)
    assert [(1, 0), (2, 2_500), (3, 5_000)] == reps(drive.run(6).history, began)


# T in the middle of a session


def test_rep_pace_in_a_running_set_begins_it_again() -> None:
    """At 0 with a lead-in of 3 s, whatever the lead-in after RESUME is."""
    drive = with_pace(Drive(compile_plan(CURLS, bare(resume=7))).start().run(10), PACED)

    assert PACE_LEAD_IN == drive.lead
    assert (0, 24 * S) == (drive.elapsed, drive.length)
    began = drive.now
    drive.run(24 + 2.999)
    assert [0, 1 * S, 2 * S] == cues(drive.history, CueKind.TICK, began)
    assert [3 * S + 3 * S * rep for rep in range(8)] == [
        at for _, at in reps(drive.history, began)
    ]
    assert (1, 0) == drive.run(0.001).at


def test_rep_pace_switched_off_lets_the_set_go_on_as_counted() -> None:
    """Its time goes on, it ends by a press only, and nothing is pulsed."""
    drive = with_pace(Drive(paced()).start().run(10), Settings())
    assert (10 * S, None) == (drive.elapsed, drive.length)

    drive.run(60)
    assert (0, 70 * S) == drive.at
    assert 4 == len(reps(drive.history))
    assert ((0, SetOutcome.DONE),) == drive.do(Command.NEXT).outcomes


def test_rep_pace_switched_off_in_a_lead_in_ends_it() -> None:
    """A counted set needs no lead-in: it runs on at once, from where it was."""
    drive = Drive(paced()).start().run(10).do(Command.PAUSE).do(Command.RESUME).run(2)
    with_pace(drive, Settings())

    assert (0, 10 * S) == (drive.lead, drive.elapsed)
    assert 13 * S == drive.run(3).elapsed
    assert [] == cues(drive.facts, CueKind.TICK)


def test_rep_pace_keeps_the_guard_of_a_set_that_began_by_itself() -> None:
    """A press meant for the set before marks this one not done, whatever T has made of it."""
    drive = with_pace(Drive(paced()).start().run(24.1), Settings()).space()
    assert ((0, SetOutcome.DONE),) == drive.outcomes

    drive.run(0.6).space()
    assert ((0, SetOutcome.DONE), (1, SetOutcome.DONE)) == drive.outcomes


def test_set_paced_no_more_is_forgotten_as_any_counted_set() -> None:
    """Three minutes after rep pace was switched off, however long the set had run before."""
    slow = replace(bare(), rep_pace=True, paces={"Curl": 30_000})
    drive = with_pace(Drive(compile_plan(CURLS, slow)).start().run(200), Settings())

    assert drive.now + 180 * S == next_deadline(drive.plan, drive.phase)


def test_rep_pace_in_a_paused_set_begins_it_again_at_resume() -> None:
    """It waits at 0 and gets the lead-in of RESUME."""
    drive = Drive(compile_plan(CURLS, bare())).start().run(10).do(Command.PAUSE)
    with_pace(drive, PACED)

    assert drive.is_paused
    assert (0, 24 * S) == (drive.elapsed, drive.length)
    assert 5 * S == drive.do(Command.RESUME).lead


def test_rep_pace_switched_off_while_paused_keeps_what_was_done() -> None:
    """RESUME runs the counted set on at once."""
    drive = Drive(paced()).start().run(10).do(Command.PAUSE)
    with_pace(drive, Settings()).do(Command.RESUME)

    assert (0, 10 * S, None) == (drive.lead, drive.elapsed, drive.length)


@pytest.mark.parametrize("settings", [PACED, Settings()])
def test_rep_pace_leaves_a_running_hold_alone(settings: Settings) -> None:
    """Nothing of a hold depends on it."""
    drive = Drive(paced()).take_up(2, elapsed=7 * S).do(Command.RESUME).run(5 + 3)
    before = drive.phase

    assert before == with_pace(drive, settings).phase


def test_rep_pace_holds_for_sets_reached_by_back() -> None:
    """A set done before T was pressed is paced when it is done again."""
    drive = Drive(compile_plan(CURLS, bare())).start().run(20).do(Command.NEXT).run(20)
    drive.do(Command.BACK)
    with_pace(drive, PACED).do(Command.BACK)

    assert (0, 0, 24 * S, 5 * S) == (*drive.at, drive.length, drive.lead)


def test_press_before_rep_pace_is_undone_into_a_paced_set() -> None:
    """BACK takes the press back, and the set begins again: it was counted until then."""
    drive = Drive(compile_plan(CURLS, bare())).start().run(20).do(Command.NEXT).run(2)
    with_pace(drive, PACED).do(Command.BACK)

    assert (0, 0, 24 * S, 5 * S) == (*drive.at, drive.length, drive.lead)
    assert () == drive.outcomes


def test_press_at_rep_pace_is_undone_into_a_counted_set() -> None:
    """After T the set that a press ended goes on as counted, from where it was."""
    drive = Drive(paced()).start().run(10).do(Command.NEXT).run(2)
    with_pace(drive, Settings()).do(Command.BACK)

    assert (0, 10 * S, None, 0) == (*drive.at, drive.length, drive.lead)


def test_press_on_a_set_begun_again_by_rep_pace_counts_at_once() -> None:
    """The set did not begin by itself: Space means pause in its lead-in, and is heard."""
    drive = with_pace(Drive(compile_plan(CURLS, bare())).start().run(10), PACED)

    assert drive.run(0.1).space().is_paused


# Faster and slower


def test_faster_shortens_what_is_left_of_the_reps() -> None:
    """In the middle of rep 3 of 8, from 4 s to 2 s: 5.5 reps are left, 11 s."""
    workout = workout_of(block(counted(rep_seconds=4)))
    drive = Drive(paced(workout)).start().run(10)
    with_pace(drive, replace(PACED, paces={"Curl": 2_000}), workout)
    changed = drive.now

    assert 21 * S == drive.length
    drive.run(11)
    assert [(rep, (rep - 4) * 2 * S + 1 * S) for rep in range(4, 9)] == reps(drive.facts, changed)
    assert drive.is_over


def test_slower_lengthens_what_is_left_of_the_reps() -> None:
    """At the end of rep 1 of 8, from 3 s to 4 s: 7 reps are left, 28 s."""
    drive = Drive(paced()).start().run(3)
    with_pace(drive, replace(PACED, paces={"Curl": 4_000}))
    changed = drive.now

    assert (3 + 28) * S == drive.length
    assert [(3, 4 * S)] == reps(drive.run(7).facts, changed)


def test_pace_changed_in_a_lead_in_leaves_the_lead_in_alone() -> None:
    """The digits go on, and the set has its new length."""
    drive = Drive(paced()).start().run(6).do(Command.PAUSE).do(Command.RESUME).run(2)
    with_pace(drive, replace(PACED, paces={"Curl": 2_000}))

    assert (3 * S, 6 * S, (6 + 12) * S) == (drive.lead, drive.elapsed, drive.length)


def test_pace_changed_while_paused_changes_what_is_left() -> None:
    """The set waits as long as its reps will take."""
    drive = Drive(paced()).start().run(6).do(Command.PAUSE)
    with_pace(drive, replace(PACED, paces={"Curl": 2_000}))

    assert (6 * S, (6 + 12) * S) == (drive.elapsed, drive.length)


def test_pace_of_another_exercise_leaves_the_set_alone() -> None:
    """Each exercise has its own."""
    drive = Drive(paced()).start().run(10)
    before = drive.phase

    assert before == with_pace(drive, replace(PACED, paces={"Row": 5_000})).phase
    assert 40 * S == drive.plan.steps[1].length


def test_back_after_a_change_of_pace_takes_the_planned_length() -> None:
    """The set that begins again has 8 reps of the new pace."""
    drive = Drive(paced()).start().run(10)
    with_pace(drive, replace(PACED, paces={"Curl": 2_000})).do(Command.BACK)

    assert (0, 16 * S) == (drive.elapsed, drive.length)


# After a kill


def test_paced_set_is_taken_up_where_it_was_killed() -> None:
    """Elapsed and present length come back, and the reps go on after the lead-in."""
    drive = Drive(paced()).start().run(9)
    with_pace(drive, replace(PACED, paces={"Curl": 2_000})).run(3)
    where = position(drive.under_way, drive.now)
    again = Drive(drive.plan)
    again.phase = take_up(where, again.now)

    assert (12 * S, (9 + 10) * S) == (where.elapsed, where.length)
    resumed = again.do(Command.RESUME).now
    assert [(6, 6 * S), (7, 8 * S), (8, 10 * S)] == reps(again.run(5 + 6.5).history, resumed)


def test_session_that_has_not_begun_has_nothing_to_follow() -> None:
    """Idle stays idle by whatever plan."""
    drive = Drive(compile_plan(CURLS, bare())).follow(paced())

    assert Idle() == drive.phase
