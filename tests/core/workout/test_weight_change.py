"""Before a set the hands fetch weights, keep them, put them down, or have nothing to do."""

from matside.core.settings import Settings
from matside.core.weights import Level, Weight
from matside.core.workout.model import Exercise, Hold, Reps, Sides
from matside.core.workout.plan import Plan
from matside.core.workout.weight_change import WeightChange, weight_change
from tests.support.core_samples import RUNNERS, block, plan_of

LIGHT, PAIR, MEDIUM = Weight(Level.LIGHT, 1), Weight(Level.LIGHT, 2), Weight(Level.MEDIUM, 2)


def lift(weight: Weight | None, sides: Sides = Sides.NONE) -> Exercise:
    """Return a counted exercise with `weight`."""
    return Exercise("Row", Reps(8), sides=sides, weight=weight)


def changes(plan: Plan) -> list[WeightChange]:
    """Return what the hands do before each set of `plan`."""
    return [weight_change(plan, each) for each in plan.sets]


def test_the_first_weights_are_fetched() -> None:
    """Nobody holds them yet, even if sets without weights came before."""
    none, fetch = WeightChange.NONE, WeightChange.FETCH
    assert [fetch] == changes(plan_of(lift(PAIR)))
    assert [none, fetch] == changes(plan_of(Exercise("Pose", Hold(30)), lift(PAIR)))


def test_another_level_or_number_is_fetched() -> None:
    """One light dumbbell is no pair of them, and a light pair is no medium one."""
    fetch = WeightChange.FETCH
    assert [fetch, fetch, fetch] == changes(plan_of(lift(LIGHT), lift(PAIR), lift(MEDIUM)))


def test_the_same_weights_are_kept() -> None:
    """From set to set, from side to side and from round to round."""
    fetch, same = WeightChange.FETCH, WeightChange.SAME
    plan = plan_of(block(lift(LIGHT, Sides.EACH), rounds=2))
    assert [fetch, same, same, same] == changes(plan)


def test_weights_are_put_down_before_a_set_without() -> None:
    """Only before the first such set; before another one there is nothing to do."""
    change = WeightChange
    plan = plan_of(lift(PAIR), lift(None), lift(None))
    assert [change.FETCH, change.PUT_DOWN, change.NONE] == changes(plan)


def test_weights_that_lie_beside_the_mat_need_no_fetching() -> None:
    """After a set without weights the same ones as before it are taken up again."""
    change = WeightChange
    plan = plan_of(lift(PAIR), lift(None), lift(PAIR))
    assert [change.FETCH, change.PUT_DOWN, change.SAME] == changes(plan)


def test_rests_change_nothing() -> None:
    """A plan without rests asks the same of the hands."""
    no_rests = Settings(between_exercises=0, between_rounds=0, between_blocks=0, switch_sides=0)
    assert changes(plan_of(*RUNNERS.blocks)) == changes(
        plan_of(*RUNNERS.blocks, settings=no_rests)
    )


def test_the_workout_for_runners_changes_weights_between_its_supersets() -> None:
    """No plate in the warm-up; one dumbbell, then pairs, and at the end nothing more to hold."""
    plan = plan_of(*RUNNERS.blocks)
    asked = dict(
        zip(((each.key[:2], each.exercise.name) for each in plan.sets), changes(plan), strict=True)
    )
    assert WeightChange.NONE is asked[(0, 2), "Rainbow"]
    assert WeightChange.PUT_DOWN is asked[(1, 1), "Walk"]
    assert WeightChange.SAME is asked[(1, 2), "Chop"]
    assert WeightChange.FETCH is asked[(2, 1), "Row"]
    assert WeightChange.FETCH is asked[(2, 2), "Row"]
