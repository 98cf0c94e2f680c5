"""What the stage shows at an instant."""

from dataclasses import replace

import pytest

from matside.core.session.looks import Look, PauseReason, Press
from matside.core.session.reading import Layout, PauseReading, Reading, read, read_next
from matside.core.session.record import SetOutcome
from matside.core.session.values import Command
from matside.core.settings import Settings
from matside.core.weights import Level, Weight
from matside.core.workout.model import Exercise, MaxHold, MaxReps, Reps, Sides
from matside.core.workout.plan import Plan, replan
from matside.core.workout.weight_change import WeightChange
from tests.support.core_samples import (
    Drive,
    S,
    bare,
    block,
    counted,
    hold,
    plain,
    plan_of,
    workout_of,
)


def seen(drive: Drive) -> Reading:
    """Return what the stage shows of the session now."""
    return read(drive.plan, drive.under_way, drive.now)


def waiting(*, resume: int = 5) -> Plan:
    """Return a plan of a counted set and a hold, between which a rest waits."""
    return plan_of(counted(), hold(20), settings=Settings(wait=True, resume=resume))


def test_get_ready_shows_the_first_set_that_comes() -> None:
    """Get ready is yellow, laid out for what comes next, and Space cuts it."""
    reading = seen(Drive(plan_of(hold(20), counted())).start().run(3))

    assert (Look.READY, Layout.CHANGE_OVER) == (reading.look, reading.layout)
    assert (Press.CUT, 5, 7) == (reading.press, reading.resume, reading.seconds)
    assert ("Plank", "Curl") == tuple(
        step.exercise.name for step in (reading.shown, reading.following) if step
    )
    assert 0 == reading.place


def test_hold_shows_itself() -> None:
    """A hold is work, laid out for work, with its countdown; Space pauses."""
    drive = Drive(plain(hold(20), counted())).start().run(3)
    reading = seen(drive)

    assert (Look.WORK, Layout.WORK) == (reading.look, reading.layout)
    assert (Press.PAUSE, 17) == (reading.press, reading.seconds)
    assert (drive.step, drive.step) == (reading.step, reading.shown)
    assert reading.adjustable


def test_counted_set_has_no_digits() -> None:
    """A counted set shows its reps, cannot be adjusted, and Space ends it."""
    reading = seen(Drive(plain(counted(), hold(20))).start().run(3))

    assert (Look.WORK, Layout.WORK) == (reading.look, reading.layout)
    assert (Press.SET_DONE, None) == (reading.press, reading.seconds)
    assert not reading.adjustable


def test_counted_set_says_how_long_it_has_taken() -> None:
    """In whole seconds, which stand still in a pause; no other step says it."""
    drive = Drive(plan_of(counted(), hold(20))).start()
    assert seen(drive).taken is None
    drive.do(Command.NEXT).run(0.9)
    assert 0 == seen(drive).taken
    drive.run(3)
    assert 3 == seen(drive).taken
    drive.do(Command.PAUSE).run(60)
    assert 3 == seen(drive).taken
    drive.do(Command.RESUME).run(0.1)
    assert 4 == seen(drive).taken
    drive.do(Command.NEXT)
    assert seen(drive).taken is None


def test_paced_set_has_a_clock_of_its_own() -> None:
    """Its reps tell the time, so nothing counts up beside them."""
    plan = plan_of(counted(), settings=Settings(get_ready=0, rep_pace=True))
    assert seen(Drive(plan).start().run(3)).taken is None


def test_weights_are_told_with_the_set_that_comes() -> None:
    """From the beginning of the rest on, and during the set."""
    lift = Exercise("Row", Reps(8), weight=Weight(Level.LIGHT, 2))
    drive = Drive(plan_of(counted(), lift)).start()
    assert WeightChange.NONE is seen(drive).weights
    drive.do(Command.NEXT).run(6).do(Command.NEXT)
    assert WeightChange.FETCH is seen(drive).weights


def test_switch_is_laid_out_as_work() -> None:
    """A switch is yellow from its beginning and shows the side that comes."""
    drive = Drive(plan_of(hold(20, sides=Sides.EACH))).start().run(10 + 20 + 1)
    reading = seen(drive)

    assert (Look.SWITCH, Layout.WORK) == (reading.look, reading.layout)
    assert drive.plan.steps[3] == reading.shown
    assert (Press.START_NOW, 4) == (reading.press, reading.seconds)


def test_rest_is_laid_out_for_what_comes_next() -> None:
    """A rest is blue and shows the next set."""
    drive = Drive(plan_of(hold(20), counted())).start().run(10 + 20 + 1)
    reading = seen(drive)

    assert (Look.REST, Layout.CHANGE_OVER) == (reading.look, reading.layout)
    assert drive.plan.steps[3] == reading.shown


@pytest.mark.parametrize(
    ("seconds", "look"), [(6.999, Look.REST), (7, Look.READY), (9.9, Look.READY)]
)
def test_last_three_seconds_of_a_rest_are_yellow(seconds: float, look: Look) -> None:
    """A rest of 8 s or more says GET READY over the whole window at its end."""
    reading = seen(Drive(plan_of(hold(20), counted())).start().run(30).run(seconds))

    assert (look, look is Look.READY) == (reading.look, reading.flooded)


@pytest.mark.parametrize(("seconds", "look"), [(7, Look.REST), (8, Look.READY)])
def test_rest_is_yellow_at_its_end_from_8_s_on(seconds: int, look: Look) -> None:
    """A rest of 7 s stays blue to its end."""
    plan = plan_of(hold(20), counted(), settings=Settings(between_exercises=seconds))
    reading = seen(Drive(plan).start().run(30).run(seconds - 1))

    assert (look, look is Look.READY) == (reading.look, reading.flooded)


def test_switch_and_sets_never_flood_the_window() -> None:
    """Only get ready and rests do so in their last seconds."""
    switch = Drive(plan_of(hold(20, sides=Sides.EACH))).start().run(10 + 20 + 4)
    work = Drive(plan_of(hold(20))).start().run(10 + 18)
    ready = Drive(plan_of(hold(20))).start()

    assert [False, False] == [seen(drive).flooded for drive in (switch, work)]
    assert [False, True] == [seen(ready).flooded, seen(ready.run(7)).flooded]


def test_waiting_rest_is_never_yellow() -> None:
    """A rest that waits has no GET READY, before its end nor after it."""
    drive = Drive(waiting()).start().run(10).do(Command.NEXT)
    looks = [(seen(drive.run(1)).look, seen(drive).flooded) for _ in range(15)]

    assert {(Look.REST, False)} == set(looks)


def test_shortened_rest_is_yellow_in_its_last_three_seconds() -> None:
    """What NEXT leaves of a rest ends with GET READY, were it waiting or short before."""
    drive = Drive(waiting()).start().run(10).do(Command.NEXT).do(Command.NEXT)
    assert Look.REST == seen(drive.run(1.9)).look

    assert Look.READY == seen(drive.run(0.1)).look


def test_digits_round_up() -> None:
    """30 s show 0:30 first, and the last digit is 1."""
    drive = Drive(plain(hold(30))).start()

    assert [30, 30, 29, 1] == [
        seen(drive).seconds,
        seen(drive.run(0.999)).seconds,
        seen(drive.run(0.001)).seconds,
        seen(drive.run(28.999)).seconds,
    ]


def test_overtime_counts_up() -> None:
    """From its end on a rest shows +0:01 and more, and says so."""
    drive = Drive(waiting()).start().run(10).do(Command.NEXT).run(9.999)
    assert (1, False) == (seen(drive).seconds, seen(drive).overtime)

    after = [seen(drive.run(step)) for step in (0.001, 1, 0.001, 58.999)]
    assert [1, 1, 2, 60] == [reading.seconds for reading in after]
    assert all(reading.overtime for reading in after)


def test_overtime_paused_shows_the_same_digits() -> None:
    """A pause in overtime changes neither the digits nor their sense."""
    drive = Drive(waiting()).start().run(10).do(Command.NEXT).run(15).do(Command.PAUSE).run(60)

    assert (5, True) == (seen(drive).seconds, seen(drive).overtime)


def test_overtime_without_wait_keeps_its_digits_until_resume() -> None:
    """Where *wait* was switched off the paused rest does not seem to have time left."""
    workout = workout_of(block(counted(), hold(20)))
    plan = plan_of(*workout.blocks, settings=Settings(wait=True))
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(15).do(Command.PAUSE)
    drive.follow(replan(plan, drive.step.key, workout, Settings()))

    assert (5, True) == (seen(drive).seconds, seen(drive).overtime)


def test_lead_in_shows_its_own_digits_and_what_is_held_back() -> None:
    """GET READY with the lead-in's seconds, and what is left of the hold."""
    drive = Drive(plain(hold(20))).start().run(7).do(Command.PAUSE).do(Command.RESUME).run(1.5)
    reading = seen(drive)

    assert (Look.READY, Layout.WORK) == (reading.look, reading.layout)
    assert (4, 13, Press.PAUSE) == (reading.seconds, reading.held_back, reading.press)


def test_after_the_lead_in_the_hold_shows_its_own_digits() -> None:
    """Nothing is held back any more."""
    drive = Drive(plain(hold(20))).start().run(7).do(Command.PAUSE).do(Command.RESUME).run(5)

    assert (Look.WORK, 13, None) == (seen(drive).look, seen(drive).seconds, seen(drive).held_back)


def test_paused_is_grey_and_tells_why_and_for_how_long() -> None:
    """A pause shows what was left, its reason and its whole seconds."""
    drive = Drive(plain(hold(20))).start().run(7).do(Command.PAUSE).run(61.9)
    reading = seen(drive)

    assert (Look.PAUSED, Press.RESUME, 13) == (reading.look, reading.press, reading.seconds)
    assert PauseReading(PauseReason.ASKED, 61) == reading.pause
    assert reading.held_back is None


def test_forgotten_set_tells_that_it_was_left_alone() -> None:
    """The pause of a set left alone has its own reason, from the instant it was due."""
    drive = Drive(plain(counted())).start().run(200)

    assert PauseReading(PauseReason.FORGOTTEN, 20) == seen(drive).pause


def test_running_session_has_no_pause() -> None:
    """There is nothing to tell of a pause while the session runs."""
    assert seen(Drive(plain(hold(20))).start()).pause is None


def test_paused_rest_keeps_its_layout() -> None:
    """A pause does not move what the stage shows."""
    drive = Drive(plan_of(hold(20), counted())).start().run(10 + 20 + 8).do(Command.PAUSE)

    assert (Layout.CHANGE_OVER, False) == (seen(drive).layout, seen(drive).flooded)


@pytest.mark.parametrize(
    ("command", "outcome"),
    [(Command.NEXT, SetOutcome.DONE), (Command.SKIP, SetOutcome.SKIPPED)],
)
def test_press_is_confirmed_for_two_seconds(command: Command, outcome: SetOutcome) -> None:
    """What a press made of a set is said until 2 s later."""
    drive = Drive(plan_of(counted(), counted())).start().run(15).do(command)

    assert outcome == seen(drive).confirmed
    assert outcome == seen(drive.run(1.999)).confirmed
    assert seen(drive.run(0.001)).confirmed is None


def test_press_stays_confirmed_when_the_rest_is_adjusted() -> None:
    """A plus within the 2 s does not take the confirmation away."""
    drive = Drive(plan_of(counted(), counted())).start().run(15).do(Command.NEXT).run(1).more()

    assert SetOutcome.DONE == seen(drive).confirmed


def test_press_that_left_a_rest_has_nothing_to_confirm() -> None:
    """Only sets are done or skipped."""
    drive = Drive(plan_of(counted(), counted())).start().run(5).do(Command.NEXT)

    assert seen(drive).confirmed is None


def test_set_that_ended_by_itself_is_not_confirmed() -> None:
    """There was no press that BACK could undo."""
    assert seen(Drive(plan_of(hold(20), counted())).start().run(31)).confirmed is None


@pytest.mark.parametrize("way", [Command.NEXT, Command.SKIP])
def test_press_that_shortens_a_rest_says_for_two_seconds_what_it_gives(way: Command) -> None:
    """So long the screen says that there are 5 s to get set; Space starts now from then on."""
    drive = Drive(plan_of(counted(), hold(20))).start().run(10).do(Command.NEXT).run(3)
    assert (None, Press.CUT) == (seen(drive).given, seen(drive).press)

    assert (5, Press.START_NOW) == (seen(drive.do(way)).given, seen(drive).press)
    assert 5 == seen(drive.run(1.999)).given
    assert seen(drive.run(0.001)).given is None


def test_press_in_overtime_says_for_two_seconds_what_it_gives() -> None:
    """It leads into a lead-in, and a press of a set does not say so beside what it made of it."""
    drive = Drive(waiting()).start().run(10).do(Command.NEXT).run(25)
    assert (Press.START_SOON, 5) == (seen(drive).press, seen(drive).resume)

    assert 5 == seen(drive.do(Command.NEXT)).given
    assert seen(drive.run(2)).given is None


def test_nothing_is_given_where_none_was_asked() -> None:
    """A lead-in after BACK or RESUME, a set right before a hold, a rest made longer."""
    drive = Drive(plain(counted(), hold(20))).start().run(9).do(Command.NEXT)
    assert (SetOutcome.DONE, None) == (seen(drive).confirmed, seen(drive).given)
    assert seen(drive.run(9).do(Command.BACK)).given is None

    drive = Drive(waiting()).start().run(10).do(Command.NEXT).run(25).do(Command.NEXT)
    assert seen(drive.do(Command.PAUSE)).given is None
    assert seen(drive.do(Command.RESUME)).given is None

    drive = Drive(plan_of(counted(), hold(20))).start().run(10).do(Command.NEXT).do(Command.NEXT)
    assert seen(drive.more()).given is None


def test_without_a_lead_in_space_starts_now() -> None:
    """With *resume* at 0 nothing is given before a hold, and nothing is said of it."""
    drive = Drive(waiting(resume=0)).start().run(10).do(Command.NEXT).run(5)
    assert Press.START_NOW == seen(drive).press

    assert seen(drive.do(Command.NEXT)).given is None


def test_start_confirms_nothing() -> None:
    """No set has been left at the start."""
    assert seen(Drive(plain(counted())).start()).confirmed is None


def test_resume_does_not_confirm_a_second_time() -> None:
    """A pause soon after a press ends its confirmation."""
    drive = Drive(plan_of(counted(), counted())).start().run(15).do(Command.NEXT).run(1)
    drive.do(Command.PAUSE)
    assert seen(drive).confirmed is None

    assert seen(drive.run(60).do(Command.RESUME)).confirmed is None


def test_back_does_not_confirm_an_earlier_press() -> None:
    """The step that BACK gives back was entered by a press of long ago."""
    drive = Drive(plain(counted(), counted(), counted())).start()
    drive.run(9).do(Command.NEXT).run(9).do(Command.NEXT).do(Command.BACK)

    assert 1 == drive.place
    assert seen(drive).confirmed is None


def test_share_is_what_has_gone_by() -> None:
    """A timed step by its present length, a counted set by its estimate, at most all."""
    drive = Drive(plain(hold(20))).start().run(5)
    assert 0.25 == seen(drive).share
    assert 5 / 35 == seen(drive.more()).share

    drive = Drive(plain(counted(8))).start().run(6)
    assert 0.25 == seen(drive).share
    assert 1.0 == seen(drive.run(60)).share


def test_share_stands_still_in_a_lead_in() -> None:
    """What has gone by of the hold does not grow while it waits."""
    drive = Drive(plain(hold(20))).start().run(5).do(Command.PAUSE).do(Command.RESUME).run(4)

    assert 0.25 == seen(drive).share


def test_following_is_the_set_after_the_one_shown() -> None:
    """The last set is followed by nothing."""
    drive = Drive(plan_of(hold(20), counted())).start().run(12)
    assert drive.plan.steps[3] == seen(drive).following

    assert seen(drive.run(20)).following is None


def test_left_is_that_of_the_whole_workout() -> None:
    """What is left of the step and the estimates of all later ones, rounded up."""
    drive = Drive(plan_of(hold(20), counted())).start().run(12.5)

    assert 18 + 10 + 24 == seen(drive).left


@pytest.mark.parametrize(("place", "resume"), [(0, 0), (1, 0), (2, 0), (3, 7)])
def test_resume_is_told_for_holds_only(place: int, resume: int) -> None:
    """The screen can say how long the lead-in after RESUME will be."""
    plan = plan_of(counted(), hold(20), settings=Settings(resume=7))

    assert repr(resume) == repr(seen(Drive(plan).take_up(place)).resume)


def test_lead_in_begins_even_at_the_first_instant_of_a_clock() -> None:
    """At the instant 0 a lead-in of 3 s counts all three."""
    drive = Drive(plain(hold(20), resume=3), now=0).start().do(Command.PAUSE)
    drive.do(Command.RESUME)

    assert [(3, 1), (2, 1), (1, 1)] == [
        (seen(drive.run(0)).seconds, len(drive.facts)),
        (seen(drive.run(1)).seconds, len(drive.facts)),
        (seen(drive.run(1)).seconds, len(drive.facts)),
    ]


def test_hold_resumed_without_lead_in_is_work_at_once() -> None:
    """With *resume* at 0 nothing is held back."""
    drive = Drive(plain(hold(20), resume=0)).start().run(5).do(Command.PAUSE)
    reading = seen(drive.do(Command.RESUME))

    assert (Look.WORK, 15, None) == (reading.look, reading.seconds, reading.held_back)


def test_frame_painted_before_the_timer_fires_shows_no_nonsense() -> None:
    """A look a little late, with nothing advanced yet, shows the last digit or the hold."""
    drive = Drive(plain(hold(20))).start().run(19)
    late = read(drive.plan, drive.under_way, drive.now + 1_020)
    assert (1, False, 1.0) == (late.seconds, late.overtime, late.share)

    drive.do(Command.PAUSE).do(Command.RESUME)
    late = read(drive.plan, drive.under_way, drive.now + 5_000)
    assert (Look.WORK, 1, None) == (late.look, late.seconds, late.held_back)


def test_settings_without_get_ready_show_the_first_set_at_once() -> None:
    """The place counts steps that are there."""
    plan = plan_of(hold(20), settings=replace(bare(), resume=5))

    assert (0, plan.steps[0]) == (seen(Drive(plan).start()).place, seen(Drive(plan).start()).step)
    assert 20 * S == plan.steps[0].length


def test_next_step_is_read_without_being_entered() -> None:
    """Behind a set and behind a lead-in it is the rest, whose set comes after that."""
    drive = Drive(plain(counted(), hold(20), counted())).start().run(0.1)
    before, following = drive.under_way, seen(drive).following
    coming = read_next(drive.plan, before, drive.now)
    assert before == drive.under_way
    assert seen(drive.do(Command.SKIP)) == coming
    assert following == coming.shown


def test_rest_goes_on_to_its_own_set() -> None:
    """What comes next in a rest, or in get ready, is the set that is shown there already."""
    drive = Drive(plan_of(hold(20), counted())).start()
    for wait in (0, 32):
        shown = seen(drive.run(wait)).shown
        coming = read_next(drive.plan, drive.under_way, drive.now)
        assert coming is not None
        assert shown == coming.shown


def test_first_step_comes_next_before_a_session() -> None:
    """It is what a press would show."""
    drive = Drive(plan_of(hold(20)))
    coming = read_next(drive.plan, drive.phase, drive.now)
    assert seen(drive.start()) == coming


def test_nothing_comes_next_behind_the_last_set() -> None:
    """In the last set, and when all is over, no step is left to read."""
    drive = Drive(plain(counted())).start().run(5)
    assert read_next(drive.plan, drive.under_way, drive.now) is None
    drive.space()
    assert read_next(drive.plan, drive.phase, drive.now) is None


PACED = Settings(rep_pace=True)


def test_paced_set_shows_its_rep() -> None:
    """From 1 to the last, each from its pulse on, with what is left of the set."""
    drive = Drive(plain_at_pace(counted(3))).start()
    readings = [seen(drive.run(after)) for after in (0, 2.999, 0.001, 3, 2.999)]

    assert [1, 1, 2, 3, 3] == [reading.rep for reading in readings]
    assert [9, 7, 6, 3, 1] == [reading.seconds for reading in readings]


def plain_at_pace(*exercises: Exercise) -> Plan:
    """Return the plan of `exercises` alone at rep pace."""
    return plan_of(*exercises, settings=replace(bare(), rep_pace=True))


def test_paced_set_is_laid_out_as_a_counted_one() -> None:
    """Work, that Space ends; its length is that of its reps, and not to be adjusted."""
    reading = seen(Drive(plain_at_pace(counted())).start().run(1))

    assert (Look.WORK, Layout.WORK, Press.SET_DONE) == (
        reading.look,
        reading.layout,
        reading.press,
    )
    assert not reading.adjustable


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_rep_is_that_of_a_paced_set_only(place: int) -> None:
    """Get ready, rests, holds, and sets that are not paced have none."""
    plan = plan_of(counted(), hold(20))

    assert seen(Drive(plan).take_up(place)).rep is None
    assert (1 if place == 1 else None) == seen(
        Drive(plan_of(counted(), hold(20), settings=PACED)).take_up(place)
    ).rep


def test_paced_set_in_its_lead_in_shows_the_rep_that_waits() -> None:
    """The digits are the lead-in's, the rest of the set waits behind them."""
    drive = Drive(plain_at_pace(counted())).start().run(7).do(Command.PAUSE)
    assert (3, 17, 5) == (seen(drive).rep, seen(drive).seconds, seen(drive).resume)

    reading = seen(drive.do(Command.RESUME).run(1))
    assert (Look.READY, Press.PAUSE) == (reading.look, reading.press)
    assert (4, 17, 3) == (reading.seconds, reading.held_back, reading.rep)


def test_share_of_a_paced_set_is_that_of_its_reps() -> None:
    """After a change of pace the cells stay filled as they were: 2.5 of 8 reps."""
    workout = workout_of(block(counted(8)))
    slow = replace(bare(), rep_pace=True)
    drive = Drive(plan_of(*workout.blocks, settings=slow)).start().run(7.5)
    assert 2.5 / 8 == seen(drive).share

    fast = replace(slow, paces={"Curl": 2_000})
    drive.follow(replan(drive.plan, drive.step.key, workout, fast))
    assert (2.5 / 8, 3) == (seen(drive).share, seen(drive).rep)
    assert (3.5 / 8, 4) == (seen(drive.run(2)).share, seen(drive).rep)


def test_hold_to_failure_counts_up() -> None:
    """Its digits are what has run of it, also while it is paused; Space ends it."""
    drive = Drive(plain(replace(counted(), dose=MaxHold()), hold(20))).start().run(72.4)
    reading = seen(drive)

    assert (Look.WORK, Press.SET_DONE, 72, None) == (
        reading.look,
        reading.press,
        reading.seconds,
        reading.taken,
    )
    assert 72 == seen(drive.do(Command.PAUSE).run(9)).seconds
    resumed = seen(drive.do(Command.RESUME).run(1))
    assert (Look.READY, 4) == (resumed.look, resumed.seconds)
    assert 73 == seen(drive.run(4.6)).seconds


def test_reps_to_failure_tell_how_long_they_take() -> None:
    """As every counted set; at rep pace too, for they wait for Space."""
    plan = plan_of(replace(counted(), dose=MaxReps()), settings=replace(bare(), rep_pace=True))
    reading = seen(Drive(plan).start().run(42))

    assert (Press.SET_DONE, None, 42, None) == (
        reading.press,
        reading.seconds,
        reading.taken,
        reading.rep,
    )
