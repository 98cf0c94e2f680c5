"""Which poses a film has: equal ways of the fastest joint, and no pose twice."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from tools.films.base_mesh import Array
from tools.films.bones import Bones
from tools.films.contacts import Actor
from tools.films.vectors import along

STEP = 5.0
"""How far a hand goes from pose to pose, in cm."""

MOST = 64
"""So many poses has a film at most; a hand that goes farther takes longer steps."""

FEWEST_STEPS = 36
"""The minimum number of steps of a loop, for those in which hardly anything moves."""

LOOKS = 720
"""The number of moments at which a loop is sampled."""

ALIKE = 0.2
"""Poses nearer than this share of a step are one."""

BREATH = 2.0
"""How far a full breath moves the chest, in cm."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The moments of the poses as shares of the loop, and the sequence: (pose, share of it)."""

    moments: tuple[float, ...]
    sequence: tuple[tuple[int, float], ...]

    def entry_at(self, share: float) -> int:
        """Return the place in the sequence of what is shown at `share` of the loop."""
        ends = np.cumsum([length for _, length in self.sequence])
        return min(int(np.searchsorted(ends, share + 1e-6, side="right")), len(ends) - 1)


def plan_of(actor: Actor, most: int = MOST) -> Plan:
    """Return the poses of a film of at most `most`, and when each is shown."""
    ways = np.array([_places(actor.bones(look / LOOKS)) for look in range(LOOKS)])
    steps = _distances(ways, np.roll(ways, -1, 0))
    step = min(STEP, float(steps.sum()) / FEWEST_STEPS)
    found = _walk(ways, step)
    while len({look for look, _ in found}) > most:
        step *= 1.04
        found = _walk(ways, step)
    looks = sorted({look for look, _ in found})
    starts = [start for _, start in found] + [LOOKS]
    shares = [(b - a) / LOOKS for a, b in pairwise(starts)]
    sequence = tuple(
        (looks.index(look), share) for (look, _), share in zip(found, shares, strict=True)
    )
    return Plan(tuple(look / LOOKS for look in looks), sequence)


def _walk(ways: Array, step: float) -> list[tuple[int, int]]:
    """Return which look is shown from which look on: a new pose at every step of the way."""
    shown = [(0, 0)]
    looks: list[int] = [0]
    for look in range(1, LOOKS):
        gone = _distances(ways[[look]], ways[[shown[-1][0]]])[0]
        if gone < 0.55 * step or LOOKS - look < LOOKS / 90:
            continue
        among = [known for known in looks if known != shown[-1][0]]
        away = _distances(ways[[look]], ways[among]) if among else np.array([np.inf])
        if away.min() < ALIKE * step:
            shown.append((among[int(away.argmin())], look))
        elif gone >= step:
            looks.append(look)
            shown.append((look, look))
    return shown


def _distances(first: Array, second: Array) -> Array:
    """Return how far the fastest joint goes between poses."""
    return np.linalg.norm(first - second, axis=-1).max(-1)


def _places(bones: Bones) -> Sequence[Sequence[float]]:
    tips = [along(side.arm.end, side.hand.fingers, 9.0) for side in bones.sides]
    bell = [along(bones.bell.middle, bones.bell.axis, 5.0)] if bones.bell else []
    return [*bones.places, *tips, *bell, (BREATH * bones.breath, 0.0, 0.0)]
