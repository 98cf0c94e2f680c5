"""The icon of an exercise, and those of what is held."""

from matside.core.weights import Implement
from matside.core.workout.model import BlockKind, Exercise, Hold, MaxHold
from matside.ui.drawing.icons import Icon


def implement_icon(of: Implement) -> Icon:
    """Return the icon of the kind of thing `of`."""
    return Icon[of.name]


def exercise_icon(exercise: Exercise, kind: BlockKind) -> Icon:
    """Return the icon of `exercise` in a block of `kind`: a dumbbell, moving, or holding still."""
    if exercise.weight is not None:
        return Icon.WORK
    if kind in (BlockKind.WARMUP, BlockKind.COOLDOWN):
        return Icon.MOBILITY
    return Icon.HOLD if isinstance(exercise.dose, Hold | MaxHold) else Icon.MOBILITY
