"""The icon of an exercise."""

from matside.core.workout.model import BlockKind, Exercise, Hold
from matside.ui.drawing.icons import Icon


def exercise_icon(exercise: Exercise, kind: BlockKind) -> Icon:
    """Return the icon of `exercise` in a block of `kind`: a dumbbell, moving, or holding still."""
    if exercise.weight is not None:
        return Icon.WORK
    if kind in (BlockKind.WARMUP, BlockKind.COOLDOWN):
        return Icon.MOBILITY
    return Icon.HOLD if isinstance(exercise.dose, Hold) else Icon.MOBILITY
