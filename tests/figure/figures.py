"""The figures of the bundled exercises, and poses to build broken ones of."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from matside.figure.figure import Figure
from matside.figure.motion import Key, Motion
from matside.figure.pose import Pose
from matside.files.catalogue import Catalogue
from matside.files.resources import bundled_exercises

NAMES = tuple(sorted(path.stem for path in bundled_exercises().glob("*.yaml")))


@cache
def catalogue() -> Catalogue:
    """Return the bundled exercises."""
    return Catalogue([bundled_exercises()])


def figure(name: str) -> Figure:
    """Return the figure of the bundled exercise `name`."""
    found = catalogue().figure(name)
    assert found is not None
    return found


def seconds_of(name: str) -> float:
    """Return how long one loop of the exercise `name` takes."""
    exercise = catalogue().exercise(name)
    assert not isinstance(exercise, str)
    return figure(name).seconds or exercise.rep_seconds


def changed(shown: Figure, change: Callable[[Pose], Pose], *places: int) -> Figure:
    """Return `shown` with `change` made to the keys at `places`, to all where none is given."""
    keys = [
        Key(key.share, change(key.pose)) if not places or place in places else key
        for place, key in enumerate(shown.motion.keys)
    ]
    return replace(shown, motion=Motion(keys))
