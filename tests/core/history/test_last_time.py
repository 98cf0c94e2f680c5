"""The last time of an exercise is compared set by set, and says what is held today."""

from dataclasses import replace

import pytest

from matside.core.history import ledger
from matside.core.history.last_time import LastSets, as_kept, last_time, load_today, sets_ahead
from matside.core.session.reading import Reading, read
from matside.core.session.record import LastSet, Planned, SetOutcome, SetRecord
from matside.core.session.values import Command, Paused, Running
from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Exercise, Reps, Side, Sides
from matside.core.workout.plan import Plan
from matside.core.workout.steps import StepKey
from matside.core.workout.weight_change import WeightChange
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


def readings(plan: Plan, before: LastSets, corrected: dict[int, Load]) -> list[Reading]:
    """Return what is shown of each set of `plan`, which is recorded as it is shown.

    Sets at places that are `corrected` weigh that afterwards.
    """
    sets: dict[StepKey, SetRecord] = {}
    found, drive = [], Drive(plan).start()
    for place, step in enumerate(plan.sets):
        while isinstance(drive.phase, Running) and drive.phase.progress.key != step.key:
            drive.do(Command.SKIP)
        assert isinstance(drive.phase, Running | Paused)
        shown = as_kept(read(plan, drive.phase, drive.now), plan, sets, before)
        found.append(shown)
        known = len(drive.history)
        drive.run(10).do(Command.NEXT)
        for change in ledger.changes(plan, sets, drive.history[known:], ANCHOR, before):
            if isinstance(change, ledger.SetKept):
                assert shown.shown.load == change.record.load
                load = corrected.get(place, change.record.load)
                sets[step.key] = replace(change.record, load=load)
    return found


def test_what_is_shown_is_what_will_be_recorded() -> None:
    """Also after a correction; other pieces than those in the hands are fetched."""
    before = {"curl": tuple(last(8, load) for load in (FIVE, FIVE, SIX, SIX))}
    found = readings(curls(5), before, {3: FOUR})
    assert [FIVE, FIVE, SIX, SIX, FOUR] == [each.shown.load for each in found]
    fetch, same = WeightChange.FETCH, WeightChange.SAME
    assert [fetch, same, fetch, same, same] == [each.weights for each in found]


@pytest.mark.parametrize(
    ("weight", "load", "expected"),
    [
        (Weight(Level.HEAVY, 2), SIX, WeightChange.SAME),
        (Weight(SIX, 2), SIX, WeightChange.SAME),
        (Weight(Level.HEAVY, 2), FIVE, WeightChange.FETCH),
        (Weight(Level.HEAVY, 2), None, WeightChange.FETCH),
        (Weight(Level.HEAVY, 1), SIX, WeightChange.FETCH),
        (Weight(Level.HEAVY, 2, Implement.KETTLEBELL), SIX, WeightChange.FETCH),
    ],
)
def test_pieces_in_the_hands_are_not_fetched(
    weight: Weight, load: Load | None, expected: WeightChange
) -> None:
    """What is lifted after 6 kg is the same if it is as many of a kind, and weighs as much."""
    row = Exercise("Row", Reps(8), id="row", weight=weight)
    curl = Exercise("Curl", Reps(8), id="curl", weight=LIGHT)
    before = {"curl": (last(8, SIX),), "row": (last(8, load, weight=weight),)}
    plan = plan_of(block(curl, row), settings=Settings(get_ready=0))
    first, then = readings(plan, before, {})
    assert [WeightChange.FETCH, expected] == [first.weights, then.weights]


def test_pieces_of_a_skipped_set_are_not_in_the_hands() -> None:
    """After 4 kg, and 6 kg that nobody took, 6 kg are fetched."""
    heavy, medium = Weight(Level.HEAVY, 2), Weight(Level.MEDIUM, 2)
    moves = [
        Exercise(name, Reps(8), id=name.lower(), weight=weight)
        for name, weight in (("Curl", LIGHT), ("Row", heavy), ("Fly", medium))
    ]
    before = {
        "curl": (last(8, FOUR),),
        "row": (last(8, SIX, weight=heavy),),
        "fly": (last(8, SIX, weight=medium),),
    }
    plan = plan_of(block(*moves), settings=Settings(get_ready=0))
    drive = Drive(plan).start().run(5).do(Command.NEXT).do(Command.NEXT).do(Command.SKIP)
    sets = ledger.applied({}, ledger.changes(plan, {}, drive.history, ANCHOR, before))
    assert [SetOutcome.DONE, SetOutcome.SKIPPED] == [record.outcome for record in sets.values()]
    assert isinstance(drive.phase, Running)
    shown = read(plan, drive.phase, drive.now)
    assert WeightChange.FETCH is as_kept(shown, plan, sets, before).weights


def test_weight_that_is_written_is_shown_as_it_will_be_recorded() -> None:
    """The workout writes 6 kg, and it was 5 the last time."""
    plan, written = curls(1, weight=Weight(SIX, 2)), Weight(SIX, 2)
    (shown,) = readings(plan, {"curl": (last(8, FIVE, weight=written),)}, {})
    assert Weight(FIVE, 2) == shown.shown.exercise.weight


def test_what_a_level_was_set_to_since_is_the_newer_word() -> None:
    """The settings said 5 kg then and say 4 now; where they say the same, the last time counts."""
    plan = curls()
    for level_load, expected in ((FIVE, FOUR), (FOUR, SIX), (None, SIX)):
        before = {"curl": (replace(last(8, SIX), level_load=level_load),)}
        assert expected == load_today(plan.sets[0], {}, before)
    unset = replace(plan.sets[0], load=None)
    assert SIX == load_today(unset, {}, {"curl": (replace(last(8, SIX), level_load=FIVE),)})


def test_what_a_level_is_set_to_today_holds_from_the_next_set_on() -> None:
    """What was held before it says nothing any more."""
    plan = curls()
    key, record = done(plan, 0, SIX)
    assert record.planned is not None
    for level_load, expected in ((FOUR, SIX), (FIVE, FOUR)):
        planned = Planned("8 reps", reps=8, weight=LIGHT, load=level_load)
        today = {key: replace(record, planned=planned)}
        assert expected == load_today(plan.sets[1], today, {})


def test_settings_of_the_day_are_kept_with_a_set() -> None:
    """What its level weighed by them; a load that is written says so itself."""
    for weight, expected in ((LIGHT, FOUR), (Weight(SIX, 2), None), (None, None)):
        plan = curls(1, weight=weight)
        drive = Drive(plan).start().run(20).do(Command.NEXT)
        (kept, *_) = ledger.changes(plan, {}, drive.facts, ANCHOR)
        assert isinstance(kept, ledger.SetKept)
        assert kept.record.planned is not None
        assert expected == kept.record.planned.load


def test_coming_sets_weigh_what_they_will_if_all_is_as_the_last_time() -> None:
    """Side by side, and set by set; of what was never done, what the plan says."""
    before = {"curl": (last(8, FIVE, Side.LEFT), last(8, SIX, Side.LEFT))}
    plan = curls(2, Sides.EACH)
    found = [(each.side, each.key.round, each.load) for each in sets_ahead(plan.sets, before)]
    left, right = Side.LEFT, Side.RIGHT
    assert [(left, 1, FIVE), (right, 1, FOUR), (left, 2, SIX)] == found


def test_block_that_is_left_out_counts_for_none_behind_it() -> None:
    """What stands there is what it would weigh if it came in."""
    before = {"curl": (last(8, FIVE), last(8, SIX))}
    curl = Exercise("Curl", Reps(8), id="curl", weight=LIGHT)
    plan = plan_of(*[block(curl)] * 2, settings=KNOWN)
    for left_out, expected in ((set[int](), [FIVE, SIX]), ({0}, [FIVE, FIVE])):
        assert expected == [each.load for each in sets_ahead(plan.sets, before, left_out)]


def test_of_coming_sets_the_first_with_each_weight_is_told() -> None:
    """However often it is named: in one value, or in values that are equal."""
    before = {"curl": tuple(last(8, load) for load in (FIVE, FIVE, replace(FIVE), SIX, FIVE))}
    found = [(each.key.round, each.load) for each in sets_ahead(curls(5).sets, before)]
    assert [(1, FIVE), (4, SIX)] == found
