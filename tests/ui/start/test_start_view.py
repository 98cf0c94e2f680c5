"""The start page takes what it says of coming sets from a few of them, however many there are."""

from datetime import UTC, datetime

import pytest

from matside.core.history.last_time import LastSets
from matside.core.session.record import LastSet
from matside.core.settings import Settings
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Exercise, Reps
from matside.core.workout.plan import compile_plan
from matside.ui.start.start_view import StartView, coming_sets
from tests.support.core_samples import block, workout_of

LIGHT = Weight(Level.LIGHT, 2)
FOUR, FIVE, SIX = (Load(1_000 * number, Unit.KILOGRAM) for number in (4, 5, 6))
SETTINGS = Settings(weights={Implement.DUMBBELL: {Level.LIGHT: FOUR}})


def done(*loads: Load) -> LastSets:
    """Return a last time in which a set of curls was done with each of `loads`."""
    return {"Curl": tuple(LastSet(None, "Curl", None, 8, 20, load, LIGHT) for load in loads)}


@pytest.mark.parametrize(
    ("before", "loads"),
    [({}, [FOUR]), (done(*[FIVE] * 50), [FIVE]), (done(*[FIVE, SIX] * 25), [FIVE, SIX])],
)
def test_of_many_rounds_one_set_with_each_weight_is_looked_at(
    before: LastSets, loads: list[Load]
) -> None:
    """The window would stand still for as long as ten thousand of them take."""
    workout = workout_of(block(Exercise("Curl", Reps(8), weight=LIGHT), rounds=50))
    plan = compile_plan(workout, SETTINGS)
    view = StartView(
        listing=(),
        selected="",
        workout=workout,
        plan=plan,
        rounds=None,
        left_out=frozenset(),
        totals={},
        total=0,
        ends=datetime(2026, 11, 22, tzinfo=UTC),
        volume=80,
        muted=False,
        before=before,
    )
    assert loads == [step.load for step in coming_sets(view, workout, plan)]
