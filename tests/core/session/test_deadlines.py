"""How time goes by in a session: ends that are due, deadlines, lead-ins, overtime, sleep."""

from dataclasses import replace

import pytest

from matside.core.session import deadlines, moves, sequencer
from matside.core.session.looks import PauseReason
from matside.core.session.record import Position
from matside.core.session.values import (
    Command,
    CueKind,
    Entry,
    Idle,
    LeadInEnded,
    OvertimeBegan,
    Paused,
    Running,
    SessionFinished,
    SessionPaused,
    SessionResumed,
    SessionStarted,
    SetEnded,
    StepBegan,
    Transition,
)
from matside.core.settings import Settings
from matside.core.workout.model import Dose, Exercise, MaxHold, MaxReps, Sides
from matside.core.workout.plan import Plan, replan
from matside.core.workout.rests import RestKind
from tests.support.core_samples import (
    Drive,
    S,
    block,
    counted,
    cues,
    hold,
    kind_of,
    plain,
    plan_of,
    workout_of,
)

START = 1_000_000


def waiting(plan: Plan) -> Plan:
    """Return `plan` with rests that wait."""
    return replace(plan, wait=True)


def test_start_begins_the_first_step_at_once() -> None:
    """START runs the first step from the instant it came at."""
    drive = Drive(plan_of(hold(20))).start()

    assert (0, 0) == drive.at
    assert [SessionStarted(START), StepBegan(START, drive.step.key, silent=False)] == list(
        drive.facts
    )


def test_start_without_get_ready_runs_the_first_set() -> None:
    """Where get ready is 0 the first set starts at once and without a lead-in."""
    drive = Drive(plain(hold(20))).start()

    assert (0, 0, 0) == (*drive.at, drive.lead)


def test_successor_starts_when_the_step_was_due_to_end() -> None:
    """Somebody who looks 3 s late finds the next step 3 s on."""
    drive = Drive(plain(hold(20), hold(30))).start().run(23)

    assert (1, 3 * S) == drive.at
    assert [START + 20 * S] == [
        fact.at for fact in drive.facts if isinstance(fact, StepBegan | SetEnded)
    ][:1]


def test_late_look_goes_through_every_step_that_was_due() -> None:
    """An hour without looking ends each step at its own instant, then the session."""
    drive = Drive(plain(hold(20), hold(30), hold(10))).start().run(3600)

    ended = [fact.at - START for fact in drive.facts if isinstance(fact, SetEnded)]
    assert [20 * S, 50 * S, 60 * S] == ended
    assert SessionFinished(START + 60 * S, silent=False) == drive.facts[-1]
    assert drive.is_over


def test_hold_that_ends_by_itself_ran_for_its_length() -> None:
    """The fact of a hold that ended says how long its clock ran, not when somebody looked."""
    drive = Drive(plain(hold(20), hold(30))).start().run(25)

    assert [20 * S] == [fact.elapsed for fact in drive.facts if isinstance(fact, SetEnded)]


def test_nothing_happens_to_a_session_that_is_not_running() -> None:
    """Time changes nothing in Idle, Paused and Over."""
    drive = Drive(plain(hold(20))).run(100)
    assert Transition(Idle()) == Transition(drive.phase, drive.facts)

    paused = drive.start().do(Command.PAUSE).phase
    assert Transition(paused) == deadlines.advance(drive.plan, paused, drive.now + 10**9)

    over = drive.do(Command.STOP).phase
    assert Transition(over) == deadlines.advance(drive.plan, over, drive.now + 10**9)


def test_command_comes_after_all_that_was_due_before_it() -> None:
    """A command that arrives late acts on the step that runs at its instant."""
    drive = Drive(plain(hold(20), counted(8), hold(30))).start()
    drive.now += 22 * S

    drive.do(Command.NEXT)

    assert (2, 0) == drive.at
    assert [20 * S, 2 * S] == [f.elapsed for f in drive.facts if isinstance(f, SetEnded)]


def test_deadline_is_none_where_nothing_is_due() -> None:
    """Idle, Paused, Over and overtime need no waking."""
    plan = waiting(plan_of(hold(20), hold(20)))
    drive = Drive(plan)
    assert deadlines.next_deadline(plan, drive.phase) is None

    drive.start().run(10 + 20 + 10)
    assert deadlines.next_deadline(plan, drive.phase) is None

    drive.do(Command.PAUSE)
    assert deadlines.next_deadline(plan, drive.phase) is None

    drive.do(Command.STOP)
    assert deadlines.next_deadline(plan, drive.phase) is None


def test_deadlines_of_a_hold() -> None:
    """A hold of 30 s wakes for its middle, its ticks and its end."""
    drive = Drive(plain(hold(30), counted())).start()
    due_at = []
    while (due := deadlines.next_deadline(drive.plan, drive.phase)) and drive.place == 0:
        due_at.append(due - START)
        drive.run((due - drive.now) / S)

    assert [15 * S, 27 * S, 28 * S, 29 * S, 30 * S] == due_at


def test_deadline_of_a_lead_in_is_its_first_tick() -> None:
    """A lead-in of 5 s wakes for 3-2-1 and for its end."""
    drive = Drive(plain(hold(20))).start().do(Command.PAUSE).do(Command.RESUME)
    due_at = []
    while drive.lead:
        due = deadlines.next_deadline(drive.plan, drive.phase)
        assert due is not None
        due_at.append(due - START)
        drive.run((due - drive.now) / S)

    assert [2 * S, 3 * S, 4 * S, 5 * S] == due_at


def test_pause_keeps_the_elapsed_time_and_resume_goes_on_with_it() -> None:
    """A counted set that was paused for a minute goes on at once where it stood."""
    drive = Drive(plain(counted())).start().run(7).do(Command.PAUSE).run(60)
    assert (0, 7 * S) == drive.at
    assert drive.is_paused

    drive.do(Command.RESUME).run(2)
    assert (0, 9 * S) == drive.at


def test_pause_and_resume_are_facts() -> None:
    """Both say when they happened, and PAUSE says that it was asked for."""
    drive = Drive(plain(counted())).start().run(7).do(Command.PAUSE)
    assert (SessionPaused(START + 7 * S, PauseReason.ASKED),) == drive.facts

    assert (SessionResumed(START + 7 * S),) == drive.do(Command.RESUME).facts


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_only_a_hold_is_resumed_with_a_lead_in(place: int) -> None:
    """Get ready, rests and counted sets run on at once; a hold waits for its lead-in."""
    drive = Drive(plan_of(counted(), hold(20))).take_up(place, elapsed=2 * S)

    drive.do(Command.RESUME).run(1)

    assert (2 * S if place == 3 else 3 * S) == drive.elapsed
    assert (4 * S if place == 3 else 0) == drive.lead


def test_elapsed_stands_still_during_a_lead_in() -> None:
    """What is left of the hold waits until the lead-in is over, then runs on."""
    drive = Drive(plain(hold(20))).start().run(7).do(Command.PAUSE).do(Command.RESUME)

    assert [7 * S] * 5 == [drive.run(1).elapsed for _ in range(5)]
    assert 8 * S == drive.run(1).elapsed


def test_end_of_a_lead_in_is_a_fact_of_its_own_instant() -> None:
    """The lead-in's end is due exactly *resume* seconds after RESUME."""
    drive = Drive(plain(hold(20), resume=4)).start().do(Command.PAUSE).do(Command.RESUME)

    drive.run(10)

    assert LeadInEnded(START + 4 * S, drive.step.key) in drive.facts


def test_pausing_a_lead_in_keeps_elapsed_and_the_next_one_is_whole() -> None:
    """A lead-in broken off by PAUSE starts anew with RESUME; the hold loses nothing."""
    drive = Drive(plain(hold(20))).start().run(7).do(Command.PAUSE).do(Command.RESUME).run(3)

    drive.do(Command.PAUSE).run(9).do(Command.RESUME)

    assert (7 * S, 5 * S) == (drive.elapsed, drive.lead)


@pytest.mark.parametrize("resume", range(11))
def test_lead_in_ticks_as_many_of_three_as_fit(resume: int) -> None:
    """A lead-in of any length counts its last three seconds, as far as it has them."""
    drive = Drive(plain(hold(20), resume=resume)).start().do(Command.PAUSE)

    history = drive.do(Command.RESUME).facts + drive.run(resume).facts

    expected = [(resume - left) * S for left in (3, 2, 1) if left <= resume]
    assert expected == cues(history, CueKind.TICK, START)


def test_without_resume_seconds_a_hold_goes_on_at_once() -> None:
    """A lead-in of 0 seconds is none."""
    drive = Drive(plain(hold(20), resume=0)).start().run(7).do(Command.PAUSE)

    drive.do(Command.RESUME).run(1)

    assert (8 * S, 0) == (drive.elapsed, drive.lead)


def test_wait_lets_a_rest_go_on_beyond_its_end() -> None:
    """A rest that waits ends by Space only; its elapsed time counts on."""
    drive = Drive(waiting(plan_of(counted(), counted()))).start().run(10).do(Command.NEXT)

    drive.run(3600)

    assert (2, 3600 * S) == drive.at


def test_wait_tells_the_end_once_and_ticks_never() -> None:
    """A rest that waits has no 3-2-1, and one fact at 0."""
    drive = Drive(waiting(plan_of(counted(), counted()))).start().run(10).do(Command.NEXT)

    drive.run(100)

    assert (OvertimeBegan(START + 20 * S, drive.step.key),) == drive.facts
    assert () == drive.run(100).facts


def test_wait_holds_for_exercise_round_and_block_only() -> None:
    """Get ready and switch never wait."""
    plan = waiting(plan_of(hold(20, sides=Sides.EACH)))
    drive = Drive(plan).start().run(10 + 20 + 5 + 1)

    assert (3, 1 * S) == drive.at
    assert [7, 8, 9] == [at // S for at in cues(drive.history, CueKind.TICK, START)][:3]


@pytest.mark.parametrize(
    ("kind", "plan"),
    [
        (RestKind.EXERCISE, plan_of(counted(), counted())),
        (RestKind.ROUND, plan_of(block(counted(), rounds=2))),
        (RestKind.BLOCK, plan_of(block(counted()), block(counted()))),
    ],
)
def test_wait_holds_for_every_kind_of_rest_but_switch(kind: RestKind, plan: Plan) -> None:
    """Between exercises, rounds and blocks a rest waits."""
    drive = Drive(waiting(plan)).start().run(10).do(Command.NEXT).run(100)

    assert (kind, 2, 100 * S) == (kind_of(drive.step), *drive.at)


def test_rest_shortened_by_next_never_waits() -> None:
    """After NEXT the rest ends by itself, ticks, and the hold follows."""
    drive = Drive(waiting(plan_of(counted(), hold(20)))).start().run(10).do(Command.NEXT)

    drive.do(Command.NEXT).run(6)

    assert (3, 1 * S) == drive.at
    assert [12 * S, 13 * S, 14 * S] == cues(drive.facts, CueKind.TICK, START)


def test_wait_switched_on_while_paused_holds_for_the_running_rest() -> None:
    """A rest that runs waits too when the setting comes on in the middle of it."""
    workout = workout_of(block(counted(), counted()))
    drive = Drive(plan_of(*workout.blocks)).start().run(10).do(Command.NEXT).run(4)
    drive.do(Command.PAUSE)

    drive.follow(replan(drive.plan, drive.step.key, workout, Settings(wait=True)))
    drive.do(Command.RESUME).run(60)

    assert (2, 64 * S) == drive.at
    assert [OvertimeBegan(START + 20 * S, drive.step.key)] == list(drive.facts)


@pytest.mark.parametrize(("following", "lead"), [(hold(20), 5 * S), (counted(), 0)])
def test_wait_switched_off_in_overtime_ends_the_rest_at_resume(
    following: Exercise, lead: int
) -> None:
    """The next step starts at RESUME, at elapsed 0; a hold with its lead-in."""
    workout = workout_of(block(counted(), following))
    plan = plan_of(*workout.blocks, settings=Settings(wait=True))
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(25).do(Command.PAUSE)

    drive.follow(replan(drive.plan, drive.step.key, workout, Settings())).run(60)
    assert (2, 25 * S) == drive.at

    drive.do(Command.RESUME)
    assert (3, 0, lead) == (*drive.at, drive.lead)
    assert START + 95 * S == drive.now


def test_wait_switched_off_before_the_end_lets_the_rest_end_by_itself() -> None:
    """A rest that is not over yet simply ends at its length again."""
    workout = workout_of(block(counted(), counted()))
    plan = plan_of(*workout.blocks, settings=Settings(wait=True))
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(4).do(Command.PAUSE)

    drive.follow(replan(drive.plan, drive.step.key, workout, Settings())).do(Command.RESUME)

    assert (3, 1 * S) == drive.run(7).at


def test_wait_switched_off_makes_up_for_no_tick() -> None:
    """Ticks that a waiting rest did not have are not told when it waits no more."""
    workout = workout_of(block(counted(), counted()))
    plan = plan_of(*workout.blocks, settings=Settings(wait=True))
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(7.9).do(Command.PAUSE)
    drive.follow(replan(drive.plan, drive.step.key, workout, Settings())).run(60)
    drive.do(Command.RESUME)
    since = drive.now

    assert [100, 1_100] == cues(drive.run(2.1).facts, CueKind.TICK, since)


def test_overtime_resumed_is_overtime_still() -> None:
    """RESUME in overtime goes on counting up and tells the end no second time."""
    drive = Drive(waiting(plan_of(counted(), hold(20)))).start().run(10).do(Command.NEXT)
    drive.run(13).do(Command.PAUSE).run(60).do(Command.RESUME).run(5)

    assert (2, 18 * S) == drive.at
    assert 1 == sum(isinstance(fact, OvertimeBegan) for fact in drive.history)


def test_overtime_is_left_into_a_hold_with_a_lead_in_and_no_second_start() -> None:
    """The hold begins at 0, waits for the lead-in, then runs its whole length."""
    drive = Drive(waiting(plan_of(counted(), hold(20)))).start().run(10).do(Command.NEXT)
    drive.run(13).do(Command.NEXT)
    assert (3, 0, 5 * S) == (*drive.at, drive.lead)

    drive.run(5 + 20)

    assert drive.is_over
    assert [20 * S] == [fact.elapsed for fact in drive.facts if isinstance(fact, SetEnded)]


def test_rest_made_longer_in_overtime_ends_and_waits_again() -> None:
    """15 s after the adjustment the half-way sound is due once more."""
    drive = Drive(waiting(plan_of(counted(), counted()))).start().run(10).do(Command.NEXT)
    drive.run(13).more()
    assert (2, 13 * S, 28 * S) == (*drive.at, drive.length)

    drive.run(100)

    assert (OvertimeBegan(START + 23 * S + 15 * S, drive.step.key),) == drive.facts
    assert (2, 113 * S) == drive.at


def test_forgotten_set_is_paused_at_five_times_its_estimate() -> None:
    """A set of 40 s by estimate is left alone for 200 s, then pauses at that very instant."""
    drive = Drive(plain(counted(10, rep_seconds=4))).start().run(199.999)
    assert not drive.is_paused
    assert START + 200 * S == deadlines.next_deadline(drive.plan, drive.phase)

    drive.run(100)

    assert (SessionPaused(START + 200 * S, PauseReason.FORGOTTEN),) == drive.facts
    assert (0, 200 * S) == drive.at


def test_forgotten_set_has_at_least_three_minutes() -> None:
    """A set of 24 s by estimate is left alone for 180 s."""
    drive = Drive(plain(counted())).start().run(300)

    assert (0, 180 * S) == drive.at
    assert drive.is_paused


@pytest.mark.parametrize("dose", [MaxReps(), MaxHold()])
def test_set_to_failure_is_forgotten_after_ten_minutes(dose: Dose) -> None:
    """Whatever is reckoned with: nobody knows how long it takes."""
    drive = Drive(plain(replace(counted(), dose=dose))).start().run(599.999)
    assert not drive.is_paused

    drive.run(100)

    assert (SessionPaused(START + 600 * S, PauseReason.FORGOTTEN),) == drive.facts
    assert (0, 600 * S) == drive.at


def test_forgotten_set_has_its_time_again_after_resume() -> None:
    """The three minutes count from the last RESUME, not from the beginning."""
    drive = Drive(plain(counted())).start().run(170).do(Command.PAUSE).do(Command.RESUME)

    drive.run(179)
    assert not drive.is_paused

    drive.run(5)
    assert drive.is_paused
    assert 350 * S == drive.elapsed


def test_forgotten_set_counts_from_its_own_beginning() -> None:
    """What ran before the set is not its time."""
    drive = Drive(plan_of(counted(), counted())).start().run(10 + 100).do(Command.NEXT)

    drive.run(10 + 179)
    assert (3, 179 * S) == drive.at
    assert not drive.is_paused


def test_set_taken_up_again_by_back_has_its_time_anew() -> None:
    """A set that was back after a press is not paused at once for what it ran before."""
    drive = Drive(plain(counted(), counted())).start().run(170).do(Command.NEXT).run(2)

    drive.do(Command.BACK).run(179)

    assert (0, 349 * S) == drive.at
    assert not drive.is_paused
    assert drive.run(1).is_paused


def test_hold_and_rest_are_never_forgotten() -> None:
    """Only counted sets are paused for being left alone."""
    drive = Drive(waiting(plan_of(hold(600), hold(600)))).start().run(10 + 600 + 10**5)

    assert not drive.is_paused


def test_sleep_pauses_at_the_last_beat() -> None:
    """The laptop fell asleep after the last beat: that is where the session stands."""
    drive = Drive(plain(hold(600))).start().run(20)
    turn = sequencer.fall_asleep(drive.plan, drive.phase, drive.now)

    assert isinstance(turn.phase, Paused)
    assert (20 * S, PauseReason.SLEPT) == (turn.phase.progress.elapsed, turn.phase.why)
    assert (SessionPaused(START + 20 * S, PauseReason.SLEPT),) == turn.facts


def test_sleep_changes_nothing_in_a_session_that_does_not_run() -> None:
    """Idle, Paused and Over sleep as they are."""
    drive = Drive(plain(hold(600)))
    phases = [drive.phase, drive.start().do(Command.PAUSE).phase, drive.do(Command.STOP).phase]

    turns = [sequencer.fall_asleep(drive.plan, phase, drive.now) for phase in phases]

    assert [Transition(phase) for phase in phases] == turns


def test_running_phase_is_one_value_between_two_events() -> None:
    """Looking where nothing is due changes nothing at all."""
    drive = Drive(plain(hold(20))).start()
    before = drive.phase

    assert before == drive.run(1).run(1).phase
    assert isinstance(before, Running)


def test_wait_switched_off_in_overtime_that_runs_ends_the_rest_then() -> None:
    """The next step begins as the setting is changed, not as long ago as the rest was over."""
    workout = workout_of(block(counted(), hold(20)))
    plan = plan_of(*workout.blocks, settings=Settings(wait=True))
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(25)

    drive.follow(replan(drive.plan, drive.step.key, workout, Settings())).run(2)

    assert (3, 2 * S) == drive.at


def test_nothing_is_due_before_the_clock_of_a_step_runs_on() -> None:
    """A rest that stands beyond its length, as no rule leaves one, ends now and not before."""
    plan = plan_of(counted(), hold(20))
    beyond = Position(plan.steps[2].key, 70 * S, 10 * S, 0, 0)
    paused = sequencer.take_up(beyond, START)
    running = moves.running_from(paused, paused.progress, START, Entry.AGAIN)

    assert START == deadlines.next_deadline(plan, running)
