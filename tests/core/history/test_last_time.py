"""The last time of an exercise is compared set by set, and says what is held today."""

from dataclasses import replace

import pytest

from matside.core.history import ledger
from matside.core.history.last_time import LastSets, last_time, load_today
from matside.core.session.record import LastSet, SetOutcome, SetRecord
from matside.core.session.values import Command
from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Exercise, Reps, Side, Sides
from matside.core.workout.plan import Plan
from matside.core.workout.steps import StepKey
from tests.support.core_samples import ANCHOR, Drive, block, plan_of

LIGHT = Weight(Level.LIGHT, 2)
FOUR, FIVE, SIX = (Load(grams, Unit.KILOGRAM) for grams in (4_000, 5_000, 6_000))
KNOWN = Settings(get_ready=0, weights={Implement.DUMBBELL: {Level.LIGHT: FOUR}})


def curls(rounds: int = 3, sides: Sides = Sides.NONE, weight: Weight | None = LIGHT) -> Plan:
    """Return a plan of rounds of curls."""
    curl = Exercise("Curl", Reps(8), id="curl", weight=weight, sides=sides)
    return plan_of(block(curl, rounds=rounds), settings=KNOWN)


def last(
    reps: int, load: Load | None, side: Side | None = None, weight: Weight = LIGHT
) -> LastSet:
    """Return a set of curls of the last time."""
    return LastSet("curl", "Curl", side, reps, 20, load, weight)


def done(plan: Plan, place: int, load: Load | None) -> tuple[StepKey, SetRecord]:
    """Return the record of the set at `place` of `plan`, done with `load`."""
    drive = Drive(plan_of(block(Exercise("Curl", Reps(8), id="curl", weight=LIGHT))))
    (change,) = ledger.changes(
        drive.plan, {}, drive.start().run(30).do(Command.NEXT).history, ANCHOR
    )[:1]
    assert isinstance(change, ledger.SetKept)
    step = plan.sets[place]
    return step.key, replace(change.record, key=step.key, side=step.side, load=load)


def test_each_set_is_compared_with_the_one_that_came_after_as_many() -> None:
    """The second with the second; where fewer were done the last time, with the last."""
    plan, before = curls(), {"curl": (last(8, FOUR), last(6, FOUR))}
    sets = dict(done(plan, place, FOUR) for place in (0, 1))
    first, second, third = plan.sets
    assert 8 == reps(last_time(first, {}, before))
    assert 6 == reps(last_time(second, {first.key: sets[first.key]}, before))
    assert 6 == reps(last_time(third, sets, before))


def reps(found: LastSet | None) -> int | None:
    """Return the reps of what was found."""
    assert found is not None
    return found.reps


def test_sides_are_compared_with_the_same_side() -> None:
    """What the left did says nothing of the right."""
    plan = curls(1, Sides.EACH)
    before = {"curl": (last(8, FOUR, Side.LEFT), last(5, FOUR, Side.RIGHT))}
    left, right = plan.sets
    assert [8, 5] == [reps(last_time(each, {}, before)) for each in (left, right)]
    assert last_time(left, {}, {"curl": (last(5, FOUR, Side.RIGHT),)}) is None


def test_first_time_has_no_last_time() -> None:
    """Nor has a move of another name."""
    assert last_time(curls().sets[0], {}, {"row": (last(8, FOUR),)}) is None


def test_weight_of_the_last_time_is_what_is_recorded() -> None:
    """The plan says 4 kg, and is unchanged; the last time it was 5."""
    plan, before = curls(), {"curl": (last(8, FIVE),)}
    assert FIVE == load_today(plan.sets[0], {}, before)
    assert FOUR == plan.sets[0].load
    drive = Drive(plan).start().run(20).do(Command.NEXT)
    (kept,) = ledger.changes(plan, {}, drive.facts, ANCHOR, before)
    assert isinstance(kept, ledger.SetKept)
    assert (FIVE, SetOutcome.DONE) == (kept.record.load, kept.record.outcome)


@pytest.mark.parametrize(
    "before", [{}, {"curl": (last(8, None),)}, {"curl": (last(8, SIX, weight=Weight(SIX, 2)),)}]
)
def test_without_a_weight_of_the_last_time_it_is_that_of_the_plan(before: LastSets) -> None:
    """Also where the plan asked for another weight then."""
    assert FOUR == load_today(curls().sets[0], {}, before)


def test_what_was_corrected_today_goes_on() -> None:
    """6 kg in the first set are 6 kg in the next, until they are what they were."""
    plan, before = curls(), {"curl": (last(8, FIVE), last(8, FIVE), last(8, FIVE))}
    first, second, third = plan.sets
    sets = dict([done(plan, 0, SIX)])
    assert SIX == load_today(second, sets, before)
    assert FIVE == load_today(third, {**sets, **dict([done(plan, 1, FIVE)])}, before)
    assert SIX == load_today(second, dict([done(plan, 0, SIX)]), {})
    assert first.key in sets


def test_what_rose_from_set_to_set_rises_again() -> None:
    """What is as the last time says nothing of the next set."""
    plan, before = curls(2), {"curl": (last(8, FOUR), last(8, FIVE))}
    assert FIVE == load_today(plan.sets[1], dict([done(plan, 0, FOUR)]), before)


def test_set_without_a_weight_has_none() -> None:
    """Whatever was held the last time."""
    bare = curls(weight=None)
    assert load_today(bare.sets[0], {}, {"curl": (last(8, FIVE),)}) is None
