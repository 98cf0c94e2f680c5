"""What the finish page shows follows from the plan and from what was done of it."""

import pytest

from matside.core.settings import Settings
from matside.core.weights import Load, Unit, Weight
from matside.core.workout.model import Block, BlockKind, Exercise, Hold, Reps, Workout
from matside.core.workout.plan import compile_plan
from tests.support.finish_situations import finish_view

CURL = Exercise("Curl", Reps(10), weight=Weight(Load(6_000, Unit.KILOGRAM), 1))
PRESS = Exercise("Press", Reps(8), weight=Weight(Load(6_000, Unit.KILOGRAM), 1))
PLANK = Exercise("Plank", Hold(40))
STRETCH = Exercise("Stretch", Hold(30))
MOVES = (PLANK, CURL, PRESS, STRETCH)


@pytest.mark.parametrize(
    ("done", "shown"),
    [
        (MOVES, PRESS),
        ((PLANK, CURL, STRETCH), CURL),
        ((PLANK, STRETCH), STRETCH),
        ((PLANK,), PLANK),
        ((), PRESS),
    ],
)
def test_last_set_with_a_weight_stands_for_the_session(
    done: tuple[Exercise, ...], shown: Exercise
) -> None:
    """Of those that were done; without a weight the last one, and of none done any."""
    workout = Workout("Some", (Block("Main", BlockKind.CIRCUIT, MOVES),))
    plan = compile_plan(workout, Settings())
    places = {plan.place_of(step.key) for step in plan.sets if step.exercise in done}
    found = finish_view(workout, plan, frozenset(places)).shown_set
    assert found is not None
    assert shown == found.exercise
