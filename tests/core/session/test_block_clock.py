"""Every minute on the minute, and as many rounds as possible: the clock beside the steps."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from matside.core.session import deadlines, sequencer
from matside.core.session.progress import position, time_left
from matside.core.session.record import SetOutcome
from matside.core.session.values import (
    Command,
    CueKind,
    Fact,
    Over,
    OvertimeBegan,
    SetEnded,
    StepBegan,
    WentBack,
)
from matside.core.settings import Settings
from matside.core.workout.model import Block, BlockKind, Every, Exercise, Sides, Within, Workout
from matside.core.workout.plan import Plan, compile_plan, replan
from matside.core.workout.rests import RestKind
from matside.core.workout.sizes import size_of
from matside.core.workout.steps import StepKey, StepKind, is_rest_of_minute
from tests.support.core_samples import (
    Drive,
    S,
    bare,
    block,
    counted,
    cues,
    hold,
    kind_of,
    plan_of,
    reps,
    workout_of,
)

DONE, SKIPPED = SetOutcome.DONE, SetOutcome.SKIPPED


def minutes(
    *exercises: Exercise, every: int = 60, rounds: int = 2, settings: Settings | None = None
) -> Plan:
    """Return the plan of one block in which each set has its minute of `every` seconds."""
    one = block(*exercises, rounds=rounds, clock=Every(every))
    return plan_of(one, settings=settings or bare())


def for_a_time(*exercises: Exercise, seconds: int = 600, settings: Settings | None = None) -> Plan:
    """Return the plan of one block whose rounds go on for `seconds`."""
    return plan_of(block(*exercises, clock=Within(seconds)), settings=settings or bare())


def began(facts: Sequence[Fact], since: int) -> list[tuple[StepKind, int]]:
    """Return the kind of each step that began, with its instant in seconds after `since`."""
    return [
        (fact.key.kind, (fact.at - since) // S) for fact in facts if isinstance(fact, StepBegan)
    ]


def ended(facts: Sequence[Fact]) -> list[tuple[SetOutcome, int]]:
    """Return how each set was left, with the seconds its clock ran."""
    return [(fact.outcome, fact.elapsed // S) for fact in facts if isinstance(fact, SetEnded)]


WORK, REST = StepKind.WORK, StepKind.REST


# Every minute on the minute


def test_each_set_has_its_minute_and_each_side_too() -> None:
    """There are no rests between sides, exercises and rounds: only what is left of the minute."""
    plan = minutes(counted(8, sides=Sides.EACH), hold(20), settings=Settings())

    one_minute = [StepKind.WORK, RestKind.MINUTE]
    assert [StepKind.PREPARE, *one_minute * 5, StepKind.WORK] == [
        kind_of(step) for step in plan.steps
    ]
    assert 10 * S + 5 * 60 * S + 20 * S == plan.estimate


def test_last_minute_of_all_ends_with_its_set() -> None:
    """So no estimate counts what is left of it; before another block it is rest as ever."""
    last, settings = Block("Last", BlockKind.CIRCUIT, (hold(30),), 3, clock=Every(60)), bare()
    drive = Drive(plan_of(last, settings=settings)).start()
    assert time_left(drive.plan, drive.under_way, drive.now) == drive.plan.estimate
    start, planned = drive.now, drive.plan.estimate
    while not isinstance(drive.phase, Over):
        drive.run(1)
    assert (150 * S, 150 * S) == (planned, drive.now - start)
    assert planned == size_of(Workout("Minutes", (last,)), settings).estimate
    assert 180 * S + 20 * S == plan_of(last, block(hold(20)), settings=settings).estimate
    alone = replace(last, rounds=1, exercises=(hold(40),))
    assert 40 * S == plan_of(alone, settings=settings).estimate


def test_next_minute_begins_on_the_minute_whatever_was_done_in_it() -> None:
    """After Space, after a hold, and after a set that was not done."""
    drive = Drive(minutes(counted(8), hold(20), counted(8))).start()
    start = drive.now
    drive.run(17).space().run(400)

    assert [(WORK, 0), (REST, 17), (WORK, 60), (REST, 80), (WORK, 120), (WORK, 180)] == began(
        drive.history, start
    )[:6]


def test_what_is_left_of_the_minute_is_rest() -> None:
    """It lasts until the minute is over."""
    drive = Drive(minutes(counted(8))).start().run(17).space()

    assert is_rest_of_minute(drive.step)
    assert (0, 43 * S) == (drive.elapsed, drive.length)


def test_set_that_is_not_done_in_time_is_skipped_with_its_seconds() -> None:
    """The next minute begins, and the set counts as not done."""
    drive = Drive(minutes(counted(8))).start().run(60)

    assert [(SKIPPED, 60)] == ended(drive.facts)
    assert (StepKey(0, 2, 0, None, WORK), 0) == (drive.step.key, drive.elapsed)


def test_hold_as_long_as_its_minute_is_done() -> None:
    """It ends in the instant in which the minute does, and leaves no rest."""
    drive = Drive(minutes(hold(60))).start().run(60)

    assert [(DONE, 60)] == ended(drive.facts)
    assert drive.step.key.round == 2


def test_nothing_follows_the_last_set() -> None:
    """The workout is over when it is done, or when its minute is."""
    done = Drive(minutes(counted(8), rounds=1)).start().run(20).space()
    late = Drive(minutes(counted(8), rounds=1)).start().run(60)

    assert (True, True) == (done.is_over, late.is_over)
    assert ([(DONE, 20)], [(SKIPPED, 60)]) == (ended(done.facts), ended(late.facts))


def test_rest_between_blocks_follows_the_last_minute() -> None:
    """What is left of it is rest before that."""
    settings = replace(bare(), between_blocks=45)
    plan = plan_of(block(counted(8), clock=Every(60)), block(counted(8)), settings=settings)
    drive = Drive(plan).start()
    start = drive.now
    drive.run(20).space().run(100)

    assert [(WORK, 0), (REST, 20), (StepKind.AFTER, 60), (WORK, 105)] == began(
        drive.history, start
    )


def test_wait_does_not_apply_to_minutes() -> None:
    """The next minute begins even where rests wait."""
    plan = replace(minutes(counted(8)), wait=True)
    drive = Drive(plan).start().run(20).space().run(40)

    assert drive.step.key.round == 2
    assert not any(isinstance(fact, OvertimeBegan) for fact in drive.history)


def test_space_pauses_what_is_left_of_a_minute() -> None:
    """It never starts the next set: the minute does."""
    drive = Drive(minutes(counted(8))).start().run(20).space().run(10).space()
    assert drive.is_paused

    drive.run(300).space().run(29)
    assert is_rest_of_minute(drive.step)
    assert drive.run(1).step.key.round == 2


def test_skip_starts_the_next_minute_and_moves_all_later_ones() -> None:
    """The minutes after it are whole."""
    drive = Drive(minutes(counted(8), rounds=3)).start().run(20).space().run(10)
    drive.do(Command.SKIP)
    assert (2, 0) == (drive.step.key.round, drive.elapsed)

    skipped = drive.now
    drive.run(20).space().run(40)
    assert (3, 0, 60 * S) == (drive.step.key.round, drive.elapsed, drive.now - skipped)


def test_pause_stops_the_clock_of_the_minute() -> None:
    """A set that is paused has as much of its minute left afterwards."""
    drive = Drive(minutes(counted(8))).start().run(20).do(Command.PAUSE).run(300)
    drive.do(Command.RESUME).run(39)
    assert drive.step.key.round == 1

    assert drive.run(1).step.key.round == 2


def test_lead_in_does_not_count_in_the_minute() -> None:
    """After a pause a hold has its lead-in, and then as much of the minute as before."""
    drive = Drive(minutes(hold(30), every=40)).start().run(20).space().run(9).space().run(5)
    assert 0 == drive.lead

    assert drive.run(19).step.key.round == 1
    assert drive.run(1).step.key.round == 2


def test_back_undoes_the_press_on_the_running_clock() -> None:
    """The set is back as it stood, but the minute goes on."""
    drive = Drive(minutes(counted(8))).start().run(20).space().run(10).do(Command.BACK)
    assert (1, 20 * S) == (drive.step.key.round, drive.elapsed)
    assert () == drive.outcomes

    assert drive.run(29).step.key.round == 1
    assert drive.run(1).step.key.round == 2
    assert [(SKIPPED, 50)] == ended(drive.facts)


def test_back_into_a_hold_leaves_it_what_the_minute_has_left() -> None:
    """It is cut by the end of the minute, and was not done then."""
    drive = Drive(minutes(hold(30), every=40)).start().run(10).do(Command.SKIP).run(20)
    drive.do(Command.BACK).run(5 + 10)

    assert [(SKIPPED, 20)] == ended(drive.facts)
    assert (2, 0) == (drive.step.key.round, drive.elapsed)


def test_back_without_a_press_in_this_minute_begins_the_last_one_again() -> None:
    """This one where its set was under way, else the one before; each is whole again."""
    late = Drive(minutes(counted(8))).start().run(20).do(Command.BACK)
    assert (1, 0) == (late.step.key.round, late.elapsed)
    assert late.run(59).step.key.round == 1

    early = Drive(minutes(counted(8))).start().run(60 + 2).do(Command.BACK)
    assert (1, 0) == (early.step.key.round, early.elapsed)
    assert early.run(59).step.key.round == 1


def test_back_behind_a_hold_begins_its_minute_again() -> None:
    """No press led into that rest."""
    drive = Drive(minutes(hold(20))).start().run(30).do(Command.BACK)

    assert (1, 5 * S, 20 * S) == (drive.step.key.round, drive.lead, drive.length)
    assert drive.run(5 + 59).step.key.round == 1


def test_adjust_never_lets_a_hold_outlast_its_minute() -> None:
    """It grows up to the end of the minute, and no further."""
    drive = Drive(minutes(hold(50))).start().run(10).more()
    assert 60 * S == drive.length

    assert () == drive.more().facts
    assert [(DONE, 60)] == ended(drive.run(50).facts)


def test_rep_pace_never_outlasts_the_minute() -> None:
    """The reps that have no room in it are not pulsed, and the set is not done."""
    plan = minutes(counted(30), settings=replace(bare(), rep_pace=True))
    drive = Drive(plan).start()
    start = drive.now
    drive.run(59.9)
    assert [(rep, (rep - 1) * 3 * S) for rep in range(1, 21)] == reps(drive.history, start)

    drive.run(0.1)
    assert [(SKIPPED, 60)] == ended(drive.facts)
    assert (2, 0) == (drive.step.key.round, drive.elapsed)


def test_paced_set_that_has_room_is_done_and_the_rest_follows() -> None:
    """A whole workout by minutes needs no key."""
    plan = minutes(counted(20), rounds=1, settings=replace(bare(), rep_pace=True))

    assert [(DONE, 60)] == ended(Drive(plan).start().run(60).facts)


def test_rep_pace_that_is_switched_on_under_way_lets_the_minute_go_on() -> None:
    """The set begins again, after its lead-in, with what is left of the minute."""
    workout = workout_of(block(counted(8), rounds=2, clock=Every(30)))
    plan = compile_plan(workout, bare())
    drive = Drive(plan).start().run(10)
    paced = replan(plan, drive.step.key, workout, replace(bare(), rep_pace=True))
    drive.follow(paced).run(3 + 20)

    assert [(SKIPPED, 20)] == ended(drive.facts)
    assert drive.step.key.round == 2


def test_set_left_alone_in_its_minute_is_not_paused() -> None:
    """Each minute goes by, however many of them nobody does anything in."""
    drive = Drive(minutes(counted(1), rounds=9)).start().run(9 * 60)

    assert drive.is_over
    assert [(SKIPPED, 60)] * 9 == ended(drive.facts)


def test_time_left_of_minutes_is_that_of_their_clock() -> None:
    """Whether the set is done or not, early or late; of the last one it is that of its set."""
    drive = Drive(minutes(counted(8), rounds=10)).start().run(90)
    assert (564 - 90) * S == time_left(drive.plan, drive.under_way, drive.now)

    drive.space().run(10)
    assert (564 - 100) * S == time_left(drive.plan, drive.under_way, drive.now)
    drive.run(440 + 20)
    assert 4 * S == time_left(drive.plan, drive.under_way, drive.now)
    drive.run(20)
    assert 0 == time_left(drive.plan, drive.under_way, drive.now)


def test_end_of_a_minute_is_counted_down() -> None:
    """In a set that is not done, and in a rest however short it is."""
    drive = Drive(minutes(counted(8), rounds=3)).start()
    start = drive.now
    drive.run(60 + 57.5).space().run(2.5)

    ticks = [57, 58, 59, 117, 118, 119]
    assert [at * S for at in ticks] == cues(drive.history, CueKind.TICK, start)


def test_rest_behind_the_last_minute_counts_down_to_nothing() -> None:
    """There the rest between the blocks follows, and no go."""
    settings = replace(bare(), between_blocks=45)
    plan = plan_of(block(counted(8), clock=Every(60)), block(counted(8)), settings=settings)
    drive = Drive(plan).start().run(20).space().run(40)

    assert [] == cues(drive.facts, CueKind.TICK)


# As many rounds as possible


def test_rounds_follow_one_another_until_the_time_is_over() -> None:
    """However many they are; the exercises have no rests, whatever the settings say."""
    drive = Drive(for_a_time(counted(8), counted(8), settings=Settings())).start().run(10)
    for _ in range(51):
        drive.run(10).space()

    assert (26, 1, 0) == (drive.step.key.round, drive.step.key.place, drive.elapsed)
    assert 51 == len(drive.outcomes_of_keys)


def test_end_of_the_time_cuts_the_set_under_way() -> None:
    """It is skipped with its seconds, and what follows the block begins."""
    settings = replace(bare(), between_blocks=45)
    plan = plan_of(block(counted(8), clock=Within(60)), block(counted(8)), settings=settings)
    drive = Drive(plan).start().run(50).space().run(10)

    assert [(SKIPPED, 10)] == ended(drive.facts)
    assert (StepKind.AFTER, 45 * S) == (drive.step.key.kind, drive.length)
    assert (1, 0) == (drive.run(45).step.key.block, drive.elapsed)


def test_end_of_the_time_may_end_the_workout() -> None:
    """Then the session is finished."""
    drive = Drive(for_a_time(counted(8), seconds=60)).start().run(70)

    assert drive.is_over
    assert [(SKIPPED, 60)] == ended(drive.facts)


def test_hold_that_ends_with_the_time_is_done() -> None:
    """It has come to its own end."""
    drive = Drive(for_a_time(hold(30), seconds=60)).start().run(60)

    assert drive.is_over
    assert [(DONE, 30), (DONE, 30)] == ended(drive.history)


def test_only_rests_written_at_an_exercise_count() -> None:
    """Those between exercises, sides and rounds; the clock runs on in them."""
    row = replace(counted(8, sides=Sides.EACH), switch=5, least_switch=8)
    press = replace(counted(8), rest=15)
    plan = for_a_time(row, press, hold(20), press, settings=Settings())

    assert [(RestKind.SWITCH, 5 * S), (RestKind.EXERCISE, 15 * S), (RestKind.ROUND, 15 * S)] == [
        (step.kind, step.length) for step in plan.steps if step.key.kind is REST
    ]
    assert (10 + 600) * S == plan.estimate


def test_rest_is_cut_by_the_end_of_the_time() -> None:
    """No set is left then."""
    drive = Drive(for_a_time(replace(counted(8), rest=30), seconds=60)).start()
    drive.run(40).space().run(20)

    assert drive.is_over
    assert [(DONE, 40)] == ended(drive.history)


def test_rests_that_wait_do_not_wait_beyond_the_time() -> None:
    """The end of the block ends overtime too."""
    plan = replace(for_a_time(replace(counted(8), rest=10), seconds=60), wait=True)
    drive = Drive(plan).start().run(20).space().run(30)
    assert drive.elapsed == 30 * S

    assert drive.run(10).is_over


def test_pause_and_lead_in_do_not_count_in_the_time() -> None:
    """The block has as much left afterwards as before."""
    drive = Drive(for_a_time(hold(30), seconds=60)).start().run(20).space().run(90).space()
    assert 5 * S == drive.lead

    assert not drive.run(5 + 39).is_over
    assert drive.run(1).is_over


def test_back_in_a_block_for_a_time_never_puts_its_clock_back() -> None:
    """Whether it undoes a press or begins a set again."""
    undone = Drive(for_a_time(counted(8), seconds=60)).start().run(20).space().run(10)
    undone.do(Command.BACK)
    assert 20 * S == undone.elapsed
    assert (False, True) == (undone.run(29).is_over, undone.run(1).is_over)

    again = Drive(for_a_time(counted(8), seconds=60)).start().run(20).do(Command.BACK)
    assert 0 == again.elapsed
    assert (False, True) == (again.run(39).is_over, again.run(1).is_over)


def test_back_goes_to_the_round_before() -> None:
    """In the first seconds of a round that began by itself it leads to the last set before."""
    drive = Drive(for_a_time(hold(10), hold(20))).start().run(30 + 2).do(Command.BACK)

    assert StepKey(0, 1, 1, None, WORK) == drive.step.key
    assert [StepKey(0, 1, 0, None, WORK)] == list(drive.outcomes_of_keys)


def test_nothing_leads_back_into_a_block_whose_time_is_over() -> None:
    """BACK begins the rest behind it again, and later the set behind that."""
    settings = replace(bare(), between_blocks=45)
    plan = plan_of(block(counted(8), clock=Within(60)), block(counted(8)), settings=settings)
    drive = Drive(plan).start().run(50).space().run(20).do(Command.BACK)
    assert (StepKind.AFTER, 0) == (drive.step.key.kind, drive.elapsed)

    drive.run(45 + 2).do(Command.BACK)
    assert (1, 0) == (drive.step.key.block, drive.elapsed)
    assert 2 == len(drive.outcomes_of_keys)


def test_back_drops_the_sets_of_the_rounds_behind_and_no_others() -> None:
    """Sets of an earlier round stay done, wherever they stand in it."""
    drive = Drive(for_a_time(counted(8), counted(8))).start()
    for _ in range(5):
        drive.run(10).space()
    drive.run(1).do(Command.BACK).do(Command.BACK)

    first, second = (StepKey(0, 1, place, None, WORK) for place in (0, 1))
    assert [first, second, first._replace(round=2)] == list(drive.outcomes_of_keys)


def test_time_left_of_a_block_for_a_time_is_that_of_its_clock() -> None:
    """And of what follows it."""
    settings = replace(bare(), between_blocks=45)
    plan = plan_of(block(counted(8), clock=Within(600)), block(counted(8)), settings=settings)
    drive = Drive(plan).start().run(100).space().run(50)

    assert (600 - 150 + 45 + 24) * S == time_left(plan, drive.under_way, drive.now)


def test_end_of_the_time_is_counted_down() -> None:
    """In whatever is under way then."""
    drive = Drive(for_a_time(counted(8), seconds=60)).start()
    start = drive.now

    assert [57 * S, 58 * S, 59 * S] == cues(drive.run(60).facts, CueKind.TICK, start)


# Both


PLANS = {
    "minutes": minutes(counted(8), hold(20)),
    "for a time": for_a_time(counted(8), hold(20), seconds=120),
}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
@pytest.mark.parametrize("seconds", [10, 30, 70, 90])
def test_killed_session_has_as_much_of_its_clock_left(plan: Plan, seconds: int) -> None:
    """The position that was written says where the clock stood, of the minute and the block."""
    drive = Drive(plan).start().run(20).space().run(5).do(Command.BACK).run(seconds)
    left = time_left(plan, drive.under_way, drive.now)

    taken_up = sequencer.take_up(position(drive.under_way, drive.now), drive.now)

    assert left == time_left(plan, taken_up, drive.now)


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_sleep_stops_the_clock(plan: Plan) -> None:
    """It is paused where the laptop fell asleep."""
    drive = Drive(plan).start().run(30)
    left = time_left(plan, drive.under_way, drive.now)

    asleep = sequencer.fall_asleep(plan, drive.phase, drive.now).phase

    assert left == time_left(plan, asleep, drive.now + 10**6)


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
def test_settings_change_neither_minutes_nor_times(plan: Plan) -> None:
    """Only get ready and the rests between blocks follow them."""
    (a_block,) = {step.block for step in plan.sets}
    workout = workout_of(a_block)
    drive = Drive(plan).start().run(30)
    anew = replan(plan, drive.step.key, workout, Settings(get_ready=0, wait=True))

    assert plan.steps == anew.steps
    assert drive.phase == drive.follow(anew).phase


def test_look_that_comes_late_goes_through_every_minute_and_round() -> None:
    """An hour of minutes, and twenty of holds whose rounds nobody has counted."""
    plan = minutes(counted(8), rounds=60)
    drive = Drive(plan).start()
    assert 60 == len(ended(deadlines.advance(plan, drive.phase, drive.now + 3_600 * S).facts))

    plan = for_a_time(hold(1), seconds=1_200)
    drive = Drive(plan).start()
    assert 1_200 == len(ended(deadlines.advance(plan, drive.phase, drive.now + 3_600 * S).facts))


def test_the_end_of_a_block_for_a_time_is_not_undone() -> None:
    """BACK on the finish page leads nowhere, for no time is left."""
    drive = Drive(for_a_time(counted(8), seconds=60)).start().run(60).do(Command.BACK)

    assert drive.is_over
    assert not any(isinstance(fact, WentBack) for fact in drive.facts)
