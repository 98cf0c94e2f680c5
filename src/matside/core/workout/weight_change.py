"""What the hands do about weights before a set."""

from enum import Enum

from matside.core.workout.plan import Plan
from matside.core.workout.steps import Work


class WeightChange(Enum):
    """What the hands do before a set.

    FETCH: other dumbbells than those of the last set that had any, or the first ones.
    SAME: the dumbbells of that set. PUT_DOWN: no more weight. NONE: still no weight.
    """

    FETCH = "fetch"
    SAME = "same"
    PUT_DOWN = "put down"
    NONE = "none"


def weight_change(plan: Plan, coming: Work) -> WeightChange:
    """Return what the hands do before the set `coming`."""
    weight, before = coming.exercise.weight, plan.set_before(coming.key)
    if weight is None:
        held = before is not None and before.exercise.weight is not None
        return WeightChange.PUT_DOWN if held else WeightChange.NONE
    weights = (earlier.exercise.weight for earlier in plan.sets_before(coming.key))
    last = next((each for each in weights if each is not None), None)
    return WeightChange.SAME if last == weight else WeightChange.FETCH
