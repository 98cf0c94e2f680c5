"""What is sounded: one chime a change, the ticks, and nothing that comes too late."""

from dataclasses import replace

import pytest

from matside.core.ports.devices import Chime
from matside.core.session.values import Command, CueKind
from matside.core.settings import Settings
from matside.core.sound.announcer import chimes
from matside.core.workout.model import Dose, MaxHold, MaxReps, Sides
from matside.core.workout.plan import replan
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
    reps,
    workout_of,
)

GO, STOP, SET_DONE, SWITCH = Chime.GO, Chime.STOP, Chime.SET_DONE, Chime.SWITCH_SIDES
PULSE = Chime.REP_PULSE
TICK, HALF_WAY, WORKOUT_DONE = Chime.TICK, Chime.HALF_WAY, Chime.WORKOUT_DONE


def heard(drive: Drive, late: int = 0) -> tuple[Chime, ...]:
    """Return what is sounded of the last facts, `late` ms after the present instant."""
    return chimes(drive.plan, drive.facts, drive.now + late)


def heard_in(drive: Drive, seconds: int) -> list[tuple[int, Chime]]:
    """Return what is sounded in each of the next `seconds`, with the second."""
    return [(second, chime) for second in range(1, seconds + 1) for chime in heard(drive.run(1))]


def test_get_ready_begins_in_silence_and_ends_with_go() -> None:
    """3-2-1 before the first set, then go."""
    drive = Drive(plan_of(hold(20))).start()
    assert () == heard(drive)

    assert [(7, TICK), (8, TICK), (9, TICK), (10, GO)] == heard_in(drive, 10)


def test_first_set_without_get_ready_begins_with_go() -> None:
    """START into a set sounds go at once."""
    assert (GO,) == heard(Drive(plain(hold(20))).start())


def test_hold_that_ends_sounds_stop() -> None:
    """At the end of a hold the rest begins with the stop sound."""
    assert (STOP,) == heard(Drive(plan_of(hold(20), hold(20))).start().run(10).run(19).run(1))


def test_counted_set_done_sounds_set_done() -> None:
    """NEXT in a counted set is answered by its own sound."""
    assert (SET_DONE,) == heard(
        Drive(plan_of(counted(), counted())).start().run(10).do(Command.NEXT)
    )


@pytest.mark.parametrize("dose", [MaxReps(), MaxHold()])
def test_set_to_failure_done_sounds_set_done(dose: Dose) -> None:
    """It is ended by a press as any counted set, be it held or not."""
    drive = Drive(plan_of(replace(counted(), dose=dose), counted())).start().run(10 + 40)
    assert (SET_DONE,) == heard(drive.do(Command.NEXT))


def test_parts_of_a_rep_have_sounds_of_their_own() -> None:
    """Where one holds still, and where one moves on; the next rep has its pulse."""
    press = replace(counted(2), tempo="3-1-1")
    drive = Drive(plan_of(press, settings=replace(bare(), rep_pace=True))).start()
    assert [(3, Chime.REP_STILL), (4, Chime.REP_MOVE), (5, PULSE)] == heard_in(drive, 5)


def test_counted_set_skipped_sounds_stop() -> None:
    """SKIP in a counted set sounds stop, as for a hold."""
    drive = Drive(plan_of(counted(), counted(), hold(20), counted())).start().run(10)
    assert (STOP,) == heard(drive.do(Command.SKIP))


@pytest.mark.parametrize("seconds", [1, 18])
def test_hold_skipped_sounds_stop(seconds: int) -> None:
    """SKIP in a hold sounds stop, be it skipped or done."""
    drive = Drive(plan_of(hold(20), hold(20))).start().run(10).run(seconds)
    assert (STOP,) == heard(drive.do(Command.SKIP))


@pytest.mark.parametrize("command", [Command.NEXT, Command.SKIP])
def test_first_side_left_sounds_switch_sides(command: Command) -> None:
    """Wherever the second side comes next that is what sounds, done or skipped."""
    drive = Drive(plan_of(counted(sides=Sides.EACH))).start().run(10).do(command)

    assert (SWITCH,) == heard(drive)


def test_first_side_of_a_hold_ends_with_switch_sides() -> None:
    """A hold's first side ends with switch sides, and the second begins with go."""
    drive = Drive(plan_of(hold(20, sides=Sides.EACH))).start().run(10).run(19)

    assert [(1, SWITCH), (5, TICK), (6, GO)] == heard_in(drive, 6)


def test_second_side_ends_as_any_other_set() -> None:
    """After the second side nothing switches."""
    drive = Drive(plan_of(hold(20, sides=Sides.EACH), hold(20))).start().run(10 + 25).run(20)

    assert (STOP,) == heard(drive)


def test_next_round_of_the_same_exercise_is_no_switch() -> None:
    """The first side of the next round is not the second side of this one."""
    drive = Drive(plan_of(block(counted(sides=Sides.EACH), rounds=2))).start().run(10)
    drive.do(Command.NEXT).do(Command.NEXT).do(Command.NEXT)

    assert (SET_DONE,) == heard(drive)


def test_two_sets_that_meet_sound_go_alone() -> None:
    """Without a rest between them there is one change and one sound."""
    by_itself = Drive(plain(hold(20), hold(20))).start().run(19).run(1)
    by_press = Drive(plain(counted(), counted())).start().run(9).do(Command.NEXT)

    assert (GO,) == heard(by_itself)
    assert (GO,) == heard(by_press)


def test_two_sides_that_meet_sound_switch_sides() -> None:
    """Without a switch the second side is told all the same, in place of go."""
    drive = Drive(plain(hold(20, sides=Sides.EACH))).start().run(19).run(1)

    assert (SWITCH,) == heard(drive)


@pytest.mark.parametrize("way", [Command.NEXT, Command.SKIP])
def test_end_of_the_workout_sounds_above_all(way: Command) -> None:
    """The last set, done or skipped, ends with workout done alone."""
    assert (WORKOUT_DONE,) == heard(Drive(plain(counted())).start().run(9).do(way))


def test_workout_that_ends_by_itself_sounds_done() -> None:
    """A last hold ends with workout done alone."""
    assert (WORKOUT_DONE,) == heard(Drive(plain(hold(20))).start().run(19).run(1))


def test_rest_left_by_a_press_sounds_go() -> None:
    """NEXT in a rest before a counted set starts it with go."""
    drive = Drive(plan_of(counted(), counted())).start().run(10).do(Command.NEXT).run(2)

    assert (GO,) == heard(drive.do(Command.NEXT))


def test_shortened_rest_counts_and_goes() -> None:
    """NEXT before a hold is silent; 3-2-1 and go follow."""
    drive = Drive(plan_of(counted(), hold(20))).start().run(10).do(Command.NEXT).run(2)
    assert () == heard(drive.do(Command.NEXT))

    assert [(2, TICK), (3, TICK), (4, TICK), (5, GO)] == heard_in(drive, 5)


def test_lead_in_counts_and_goes() -> None:
    """RESUME into a hold is silent; 3-2-1 and go follow."""
    drive = Drive(plain(hold(20))).start().run(5).do(Command.PAUSE).do(Command.RESUME)
    assert () == heard(drive)

    assert [(2, TICK), (3, TICK), (4, TICK), (5, GO)] == heard_in(drive, 5)


def test_overtime_sounds_half_way_once() -> None:
    """A rest that waits neither ticks nor goes: at 0 it sounds half-way, and no more."""
    plan = plan_of(counted(), hold(20), settings=Settings(wait=True))
    drive = Drive(plan).start().run(10).do(Command.NEXT)

    assert [(10, HALF_WAY)] == heard_in(drive, 60)


def test_hold_entered_from_overtime_goes_after_its_lead_in_only() -> None:
    """The press is silent, for the hold's go comes at the end of the lead-in."""
    plan = plan_of(counted(), hold(20), settings=Settings(wait=True))
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(15).do(Command.NEXT)
    assert () == heard(drive)

    assert [(2, TICK), (3, TICK), (4, TICK), (5, GO)] == heard_in(drive, 5)


def test_hold_entered_from_overtime_without_resume_seconds_goes_at_once() -> None:
    """Without a lead-in the press itself sounds go."""
    plan = plan_of(counted(), hold(20), settings=Settings(wait=True, resume=0))
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(15).do(Command.NEXT)

    assert (GO,) == heard(drive)


def test_set_that_a_press_ends_right_before_a_hold_sounds_before_its_lead_in() -> None:
    """The press is heard as before a rest; the hold's go comes at the end of the lead-in."""
    drive = Drive(plain(counted(), hold(20), hold(20))).start().run(9).do(Command.NEXT)
    assert (SET_DONE,) == heard(drive)
    assert [(2, TICK), (3, TICK), (4, TICK), (5, GO)] == heard_in(drive, 5)

    assert (STOP,) == heard(drive.do(Command.SKIP))
    assert [(2, TICK), (3, TICK), (4, TICK), (5, GO)] == heard_in(drive, 5)


def test_counted_set_entered_from_overtime_goes_at_once() -> None:
    """It has no lead-in to wait for."""
    plan = plan_of(counted(), counted(), settings=Settings(wait=True))
    drive = Drive(plan).start().run(10).do(Command.NEXT).run(15).do(Command.NEXT)

    assert (GO,) == heard(drive)


def test_step_entered_by_back_is_silent() -> None:
    """BACK sounds nothing; a lead-in after it counts and goes."""
    undone = Drive(plan_of(counted(), counted())).start().run(15).do(Command.NEXT)
    assert () == heard(undone.do(Command.BACK))

    again = Drive(plain(hold(20), hold(20))).start().run(15).do(Command.BACK)
    assert () == heard(again)
    assert [(2, TICK), (3, TICK), (4, TICK), (5, GO)] == heard_in(again, 5)


def test_back_from_the_finish_page_is_silent() -> None:
    """Taking a finished session up again sounds nothing."""
    assert () == heard(Drive(plain(counted())).start().run(9).do(Command.NEXT).do(Command.BACK))


def test_change_while_paused_is_silent() -> None:
    """SKIP while paused sounds nothing, at the end of the workout neither."""
    drive = Drive(plan_of(counted(), counted())).start().run(15).do(Command.PAUSE)
    assert () == heard(drive)
    assert [(), (), ()] == [heard(drive.do(Command.SKIP)) for _ in range(3)]
    assert drive.is_over


def test_pause_stop_and_adjust_are_silent() -> None:
    """Only changes of the step have sounds."""
    drive = Drive(plain(hold(40), hold(20))).start().run(10)

    assert () == heard(drive.more())
    assert () == heard(drive.do(Command.PAUSE))
    assert () == heard(drive.do(Command.STOP))


def test_half_way_of_a_hold_sounds() -> None:
    """A hold of 30 s sounds its middle."""
    drive = Drive(plain(hold(30))).start()

    assert [(15, HALF_WAY), (27, TICK), (28, TICK), (29, TICK), (30, WORKOUT_DONE)] == heard_in(
        drive, 30
    )


@pytest.mark.parametrize(("late", "sounds"), [(0, (TICK,)), (250, (TICK,)), (251, ())])
def test_cue_more_than_250_ms_late_is_not_sounded(late: int, sounds: tuple[Chime, ...]) -> None:
    """A late tick is a fact, but nobody hears it."""
    drive = Drive(plain(hold(20))).start().run(17)
    assert [17 * S] == cues(drive.facts, CueKind.TICK, drive.now - 17 * S)

    assert sounds == heard(drive, late)


def test_change_is_sounded_however_late() -> None:
    """Who must stop hears it late rather than never."""
    drive = Drive(plan_of(hold(20), hold(20))).start().run(10).run(25)

    assert (STOP,) == heard(drive)


def test_of_several_late_changes_only_the_newest_sounds() -> None:
    """After a minute without looking there is one sound, that of the last change."""
    drive = Drive(plan_of(hold(20), hold(20), hold(20))).start().run(10).run(22 + 10 + 20)
    assert 4 == drive.place

    assert (STOP,) == heard(drive)


def test_late_change_gives_way_to_one_in_time() -> None:
    """A change that was missed is not made up for over the next one's sound."""
    drive = Drive(plan_of(hold(20), hold(20))).start().run(10).run(20 + 10)

    assert (GO,) == heard(drive)


def test_late_change_and_cue_in_time_sound_in_their_order() -> None:
    """A tick that is due now is sounded after the change that came too late."""
    drive = Drive(plan_of(hold(20), hold(20))).start().run(10).run(20 + 7)

    assert (STOP, TICK) == heard(drive)


def test_late_end_of_a_lead_in_sounds_go() -> None:
    """The go of a lead-in is a change, not a cue."""
    drive = Drive(plain(hold(20))).start().run(5).do(Command.PAUSE).do(Command.RESUME).run(6)

    assert (GO,) == heard(drive)


def test_forgotten_set_is_paused_in_silence() -> None:
    """The pause of a set left alone has no sound."""
    assert () == heard(Drive(plain(counted())).start().run(180))


def paced(drive: Drive) -> Drive:
    """Start the session and let get ready go by."""
    return drive.start().run(9).run(1)


PACED = Settings(rep_pace=True)


def test_reps_of_a_paced_set_are_pulsed_but_the_first() -> None:
    """Go stands for the first rep, and no tick comes among the pulses."""
    drive = Drive(plan_of(counted(4), counted(), settings=PACED)).start().run(9)

    assert [(1, GO), (4, PULSE), (7, PULSE), (10, PULSE), (13, SET_DONE)] == heard_in(drive, 13)


def test_first_rep_is_not_pulsed_after_a_press_either() -> None:
    """Where a press starts the set, its go is heard alone, at once or a little later."""
    drive = Drive(plan_of(counted(), settings=PACED)).start().run(6).do(Command.NEXT)
    assert (GO,) == heard(drive)

    assert () == heard(drive.run(0))
    assert [1] == [rep for rep, _ in reps(drive.facts)]


def test_paced_set_skipped_sounds_stop() -> None:
    """SKIP sounds stop, as in any set."""
    drive = paced(Drive(plan_of(counted(), counted(), settings=PACED))).run(4)

    assert (STOP,) == heard(drive.do(Command.SKIP))


def test_first_side_of_a_paced_set_ends_with_switch_sides() -> None:
    """The other side comes by itself, and is announced."""
    drive = paced(Drive(plan_of(counted(4, sides=Sides.EACH), settings=PACED))).run(11)

    assert [(1, SWITCH), (5, TICK), (6, GO)] == heard_in(drive, 6)


def test_set_that_rep_pace_begins_again_is_led_in() -> None:
    """T in a counted set: 3-2-1 and go."""
    workout = workout_of(block(counted()))
    drive = paced(Drive(plan_of(*workout.blocks))).run(7)
    drive.follow(replan(drive.plan, drive.step.key, workout, PACED))

    assert (TICK,) == heard(drive.run(0))
    assert [(1, TICK), (2, TICK), (3, GO), (6, PULSE)] == heard_in(drive, 6)


def test_pulse_that_comes_late_is_not_sounded() -> None:
    """A pulse more than 250 ms late would be taken for another rep."""
    drive = paced(Drive(plan_of(counted(), settings=PACED))).run(3)

    assert (PULSE,) == heard(drive, late=250)
    assert () == heard(drive, late=251)
