"""The figures of the studio, and poses to build broken ones of."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from tools.films.figure import Figure
from tools.films.motion import Key, Motion
from tools.films.pose import Pose
from tools.films.pose_format import read_figure

ROOT = Path(__file__).parents[3]
POSES = ROOT / "tools" / "films" / "poses"
FILMS = ROOT / "resources" / "films"

NAMES = tuple(sorted(path.stem for path in POSES.glob("*.yaml")))


@cache
def figure(name: str) -> Figure:
    """Return the figure of the exercise `name`."""
    return read_figure(POSES / f"{name}.yaml")


def changed(shown: Figure, change: Callable[[Pose], Pose], *places: int) -> Figure:
    """Return `shown` with `change` made to the keys at `places`, to all where none is given."""
    keys = [
        Key(key.share, change(key.pose)) if not places or place in places else key
        for place, key in enumerate(shown.motion.keys)
    ]
    return replace(shown, motion=Motion(keys))
