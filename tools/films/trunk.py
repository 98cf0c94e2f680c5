"""Where the trunk is between its joints."""

from tools.films.bones import Bones
from tools.films.vectors import Axes, Vector, along


def trunk_place(bones: Bones, level: float) -> tuple[Vector, Axes]:
    """Return the middle and the axes of the trunk `level` cm above the hips."""
    starts = (0.0, 10.0, 24.0, 36.0)
    place = max(index for index, start in enumerate(starts) if level >= start or index == 0)
    start = starts[place]
    axes = bones.axes[place]
    middle = along(bones.joints[place], axes.top, level - start)
    end = starts[place + 1] if place < 3 else 54.0
    share = (level - start) / (end - start)
    if share < 0.5 and place > 0:
        return middle, bones.axes[place - 1].towards(axes, 0.5 + share)
    if share > 0.5 and place < 3:
        return middle, axes.towards(bones.axes[place + 1], share - 0.5)
    return middle, axes
