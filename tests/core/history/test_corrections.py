"""The last counted set may be corrected until the next one begins, and after the end."""

from dataclasses import replace
from itertools import product

import pytest

from matside.core.history import ledger
from matside.core.history.corrections import correctable, first_reps, with_load, with_reps
from matside.core.session.record import Planned, SetOutcome, SetRecord
from matside.core.session.values import Command, Idle
from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Every, Exercise, MaxReps, Reps, Sides, Within
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Work
from tests.support.core_samples import ANCHOR, Drive, bare, block, counted, hold, plan_of


def last(drive: Drive) -> SetRecord | None:
    """Return the record that may be corrected now."""
    sets = ledger.applied({}, ledger.changes(drive.plan, {}, drive.history, ANCHOR))
    return correctable(drive.plan, sets, drive.phase)


def in_first_rest(plan: Plan) -> Drive:
    """Return a session in the rest after its first set, which was done by Space after 20 s."""
    return Drive(plan).start().run(10).run(20).do(Command.NEXT)


SWING = Exercise("Swing", MaxReps())
PAIR = plan_of(block(counted(8), counted(6, name="Row"), rounds=2))


def test_counted_set_may_be_corrected_in_the_rest_behind_it() -> None:
    """Also while that rest is paused; it is the set that was just done."""
    drive = in_first_rest(PAIR)
    record = last(drive)
    assert record is not None
    assert ("Curl", 8) == (record.name, record.reps)
    assert record == last(drive.do(Command.PAUSE))


def test_nothing_may_be_corrected_before_the_first_set_and_in_a_set() -> None:
    """Before the start, in get ready and as soon as the next set has begun."""
    drive = Drive(PAIR)
    assert correctable(PAIR, {}, Idle()) is None
    assert last(drive.start()) is None
    assert last(in_first_rest(PAIR).run(10)) is None


def test_set_may_be_corrected_between_its_sides_and_in_what_is_left_of_its_minute() -> None:
    """A switch and the rest of a minute are rests like others."""
    sides = in_first_rest(plan_of(counted(8, sides=Sides.EACH)))
    minute = in_first_rest(plan_of(block(counted(8), clock=Every(60), rounds=3)))
    assert [8, 8] == [record and record.reps for record in (last(sides), last(minute))]


def test_set_to_failure_without_a_rest_is_asked_for_in_the_next_set() -> None:
    """Nobody else knows its reps, as those of others; at rep pace the keys mean its pace."""
    timed = in_first_rest(plan_of(block(SWING, counted(8), clock=Within(600))))
    assert isinstance(timed.step, Work)
    record = last(timed.run(5))
    assert record is not None
    assert ("Swing", None) == (record.name, record.reps)
    assert record == last(timed.do(Command.PAUSE))
    assert last(timed.do(Command.RESUME).do(Command.NEXT)) is None
    paced = plan_of(block(SWING, counted(8), clock=Within(600)), settings=Settings(rep_pace=True))
    assert last(in_first_rest(paced).run(5)) is None
    rest = plan_of(block(replace(SWING, rest=15), counted(8), clock=Within(600)))
    assert [True, False] == [
        last(in_first_rest(rest).run(seconds)) is not None for seconds in (5, 16)
    ]


def test_last_set_may_be_corrected_once_the_session_is_over() -> None:
    """At the end, and where it was stopped in the rest behind the set; not if in a later set."""
    one = plan_of(counted(8))
    assert last(in_first_rest(one)) is not None
    assert last(in_first_rest(PAIR).do(Command.STOP)) is not None
    assert last(in_first_rest(PAIR).run(12).do(Command.STOP)) is None


def test_holds_and_skipped_sets_have_nothing_to_correct() -> None:
    """There are no reps in them, or they were not done."""
    held = Drive(plan_of(block(hold(20), counted(8)))).start().run(10).run(21)
    skipped = Drive(PAIR).start().run(12).do(Command.SKIP)
    assert [None, None] == [last(held), last(skipped)]


def test_set_cut_by_the_end_of_its_blocks_time_may_be_corrected() -> None:
    """It stays skipped, and has the reps that are entered."""
    plan = plan_of(block(counted(8), clock=Within(60)), block(hold(20), name="Last"))
    drive = Drive(plan).start().run(10).run(20).do(Command.NEXT).run(41)
    record = last(drive)
    assert record is not None
    assert (SetOutcome.SKIPPED, None) == (record.outcome, record.reps)
    entered = with_reps(record, -1, first_reps(plan.set_from(record.key), None))
    assert (SetOutcome.SKIPPED, 8) == (entered.outcome, entered.reps)


def cut_before(*exercises: Exercise, at: float, settings: Settings | None = None) -> Drive:
    """Return a session behind a block whose time has just cut a set after 120 s.

    The first of `exercises` was done after `at` seconds.
    """
    timed, then = block(*exercises, clock=Within(120)), block(counted(5), counted(6), name="Then")
    plan = plan_of(timed, then, settings=settings or bare())
    return Drive(plan).start().run(at).do(Command.NEXT).run(121 - at)


@pytest.mark.parametrize("cut", [SWING, counted(8, name="Row")], ids=lambda each: each.name)
def test_cut_set_without_a_rest_is_asked_for_in_the_set_behind_its_block(cut: Exercise) -> None:
    """Nobody knows how many reps the time has left it; not in a paced one, and no longer."""
    drive = cut_before(SWING, cut, at=60)
    record = last(drive)
    assert record is not None
    assert (cut.name, True, None) == (record.name, record.is_cut, record.reps)
    assert last(drive.do(Command.NEXT)) is None
    assert last(cut_before(SWING, cut, at=60, settings=replace(bare(), rep_pace=True))) is None


@pytest.mark.parametrize("cut", [SWING, counted(8, name="Row")], ids=lambda each: each.name)
def test_set_to_failure_is_asked_for_where_the_next_one_had_no_time_for_a_rep(
    cut: Exercise,
) -> None:
    """In the rest or the set behind the block, and at the end; from one rep on it is the next."""
    resting = Settings(get_ready=0, between_exercises=0, between_rounds=0)
    for settings, (at, expected) in product((bare(), resting), ((118, "done"), (117, "skipped"))):
        drive = cut_before(SWING, cut, at=at, settings=settings)
        for record in (last(drive), last(drive.do(Command.STOP))):
            assert record is not None
            assert expected == record.outcome.value
            assert (record.name, record.reps) == ("Swing" if at == 118 else cut.name, None)


def test_set_that_had_its_rest_is_not_asked_for_again() -> None:
    """Nor one whose reps are known; the next one had no time for a rep, and is the last."""
    for before in (replace(SWING, rest=20), counted(8)):
        at = 98 if before.rest else 118
        record = last(cut_before(before, counted(6, name="Row"), at=at))
        assert record is not None
        assert ("Row", True) == (record.name, record.is_cut)


def test_set_that_skip_left_before_the_time_was_over_has_nothing_to_correct() -> None:
    """The rest behind it lasted beyond the time, so the clock has cut no set."""
    waiting = replace(counted(8), rest=30)
    plan = plan_of(block(waiting, clock=Within(60)), block(hold(20), name="Last"))
    drive = Drive(plan).start().run(10).run(50).do(Command.SKIP).run(10 + 1)
    assert drive.step.key.block == 0
    assert not isinstance(drive.step, Work)
    assert last(drive) is None


def test_back_into_the_set_drops_it_with_what_was_corrected() -> None:
    """What is done again is recorded again."""
    drive = in_first_rest(PAIR).do(Command.BACK)
    assert last(drive) is None
    sets = ledger.applied({}, ledger.changes(PAIR, {}, drive.history, ANCHOR))
    assert {} == dict(sets)


def test_reps_that_were_pulsed_are_what_was_done() -> None:
    """A paced set that Space ends in its fifth rep has five."""
    plan = plan_of(block(counted(8), counted(6)), settings=Settings(rep_pace=True))
    record = last(Drive(plan).start().run(10).run(13).do(Command.NEXT))
    assert record is not None
    assert 5 == record.reps


@pytest.mark.parametrize(("by", "reps"), [(-1, 7), (1, 9)])
def test_opposite_key_undoes_a_correction(by: int, reps: int) -> None:
    """One less and one more is what it was."""
    record = in_rest_with(Weight(Level.LIGHT, 2))
    corrected = with_reps(record, by, 8)
    assert reps == corrected.reps
    assert record == with_reps(corrected, -by, 8)


@pytest.mark.parametrize("by", [-1, 1])
def test_opposite_key_makes_unknown_reps_unknown_again(by: int) -> None:
    """From where they began only, and only as the first press changed them."""
    unknown = replace(in_rest_with(None), reps=None)
    entered = with_reps(unknown, by, 10)
    assert 10 == entered.reps
    assert unknown == with_reps(entered, -by, 10, by)
    assert [10 + by, 10 - by] == [
        with_reps(entered, by, 10, by).reps,
        with_reps(entered, -by, 10, -by).reps,
    ]
    assert 10 == with_reps(with_reps(entered, by, 10, by), -by, 10, by).reps


def test_reps_stay_within_what_a_set_may_have() -> None:
    """No set that was done has none, and none has a thousand."""
    record = in_rest_with(None)
    assert 1 == with_reps(replace(record, reps=1), -1, 8).reps
    assert 999 == with_reps(replace(record, reps=999), 1, 8).reps


@pytest.mark.parametrize(
    ("dose", "last_time", "first"),
    [(MaxReps(), 14, 14), (MaxReps(), None, 10), (Reps(8), None, 8)],
)
def test_first_press_starts_from_last_time(
    dose: Reps | MaxReps, last_time: int | None, first: int
) -> None:
    """Else from what is reckoned with, or was asked for."""
    plan = plan_of(Exercise("Curl", dose))
    assert first == first_reps(plan.sets[0], last_time)


def in_rest_with(weight: Weight | None, load: Load | None = None) -> SetRecord:
    """Return the record of a set of eight reps with `weight`."""
    record = last(in_first_rest(PAIR))
    assert record is not None
    return replace(record, planned=Planned("8 reps", reps=8, weight=weight), load=load)


FOUR = Load(4_000, Unit.KILOGRAM)


def test_weight_goes_by_the_athletes_steps() -> None:
    """Up by one is 5 kg, and down again what it was."""
    record = in_rest_with(Weight(Level.LIGHT, 2), FOUR)
    heavier = with_load(record, 1, Settings())
    assert Load(5_000, Unit.KILOGRAM) == heavier.load
    assert record == with_load(heavier, -1, Settings())


def test_pounds_go_by_pounds() -> None:
    """The steps are counted in the unit of the load."""
    twelve = Load(round(12 * Unit.POUND.grams), Unit.POUND)
    heavier = with_load(in_rest_with(Weight(twelve, 1), twelve), 1, Settings())
    assert heavier.load is not None
    assert "14.5 lb" == heavier.load.written


def test_unknown_weight_begins_at_one_step() -> None:
    """And where nothing is held there is nothing to change."""
    kettlebell = in_rest_with(Weight(Level.HEAVY, 1, Implement.KETTLEBELL))
    assert FOUR == with_load(kettlebell, 1, Settings()).load
    assert in_rest_with(None) == with_load(in_rest_with(None), 1, Settings())
