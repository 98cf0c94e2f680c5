"""Tubes of elliptical rings, of which the whole body is made."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import pairwise

from matside.figure.vectors import (
    UP,
    Axes,
    Vector,
    across,
    along,
    cross,
    length,
    minus,
    mixed,
    times,
    unit,
)

Profile = Sequence[tuple[float, float, float, float]]
"""Stations of a tube: the share of its length, half its width, half its depth, and how far its
middle is shifted to the front, in cm."""

CAP = (0.30, 0.57, 0.80, 0.95)
"""The heights of the rings of a round end, as shares of its radius."""


class Material(Enum):
    """What a tube is made of."""

    SKIN = auto()
    SHIRT = auto()
    SHORTS = auto()
    HAIR = auto()
    SHOE = auto()
    IRON = auto()
    HANDLE = auto()


@dataclass(frozen=True, slots=True)
class Ring:
    """An ellipse in space: its middle, and half its axes to the side and to the front."""

    middle: Vector
    side: Vector
    front: Vector

    @property
    def radius(self) -> float:
        """Half the mean of its axes."""
        return (length(self.side) + length(self.front)) / 2

    @property
    def lowest(self) -> float:
        """How high its lowest point is."""
        return self.middle[2] - math.hypot(self.side[2], self.front[2])


@dataclass(frozen=True, slots=True)
class Tube:
    """Rings of one `part` of the body, with `sides` facets around.

    At most `sector` of them side by side are as one to who paints. What lies upon another part
    is `raised` by some cm towards who looks. Its first `joined` slices have no outline, for they
    lie within another part.
    """

    part: str
    material: Material
    rings: tuple[Ring, ...]
    sides: int = 12
    sector: int = 14
    raised: float = 0.0
    joined: int = 0


def fine(profile: Profile, count: int) -> Profile:
    """Return `profile` at `count` even shares, on a smooth way through its stations."""
    return [_station(profile, place / (count - 1)) for place in range(count)]


def _station(profile: Profile, share: float) -> tuple[float, float, float, float]:
    after = next((i for i, row in enumerate(profile) if row[0] >= share), len(profile) - 1)
    before = max(after - 1, 0)
    start, end = profile[before], profile[after]
    span = (end[0] - start[0]) or 1.0
    t = (share - start[0]) / span
    _, *numbers = (_hermite(column, profile, before, after, t) for column in range(4))
    width, depth, forward = numbers
    return share, width, depth, forward


def _hermite(column: int, profile: Profile, before: int, after: int, t: float) -> float:
    span = profile[after][0] - profile[before][0]
    start, end = profile[before][column], profile[after][column]
    slopes = [_tangent(profile, place, column) * span for place in (before, after)]
    t2, t3 = t * t, t * t * t
    return (
        start * (2 * t3 - 3 * t2 + 1)
        + end * (3 * t2 - 2 * t3)
        + slopes[0] * (t3 - 2 * t2 + t)
        + slopes[1] * (t3 - t2)
    )


def _tangent(profile: Profile, place: int, column: int) -> float:
    last = len(profile) - 1
    low, high = profile[max(place - 1, 0)], profile[min(place + 1, last)]
    return (high[column] - low[column]) / ((high[0] - low[0]) or 1.0)


@dataclass(frozen=True, slots=True)
class Form:
    """How a straight tube is shaped: its profile, and what `Tube` says of the other fields.

    A `joined` tube begins within another part, and has no outline there.
    """

    profile: Profile
    sides: int = 12
    round_start: bool = True
    round_end: bool = True
    joined: bool = False
    raised: float = 0.0


def tube(
    part: str, material: Material, ends: tuple[Vector, Vector], front: Vector, form: Form
) -> Tube:
    """Return a straight tube of `form` between two `ends`, its depth towards `front`."""
    start, end = ends
    axis = unit(minus(end, start))
    long = length(minus(end, start))
    ahead = across(front, axis)
    aside = cross(axis, ahead)
    rings = [
        Ring(
            along(along(start, axis, share * long), ahead, forward),
            times(aside, width),
            times(ahead, depth),
        )
        for share, width, depth, forward in form.profile
    ]
    if form.round_start:
        rings = [*reversed(list(_cap(rings[0], times(axis, -1)))), *rings]
    if form.round_end:
        rings = [*rings, *_cap(rings[-1], axis)]
    joined = (len(CAP) + 1) * form.joined
    return Tube(part, material, tuple(rings), form.sides, raised=form.raised, joined=joined)


def _cap(ring: Ring, axis: Vector) -> Iterator[Ring]:
    for height in CAP:
        share = math.sqrt(1 - height**2)
        middle = along(ring.middle, axis, height * ring.radius)
        yield Ring(middle, times(ring.side, share), times(ring.front, share))
    yield Ring(along(ring.middle, axis, ring.radius), (0.0, 0.0, 0.0), (0.0, 0.0, 0.0))


def finer(shape: Tube, most: float) -> Tube:
    """Return `shape` with so many rings that neighbours are at most `most` cm apart."""
    rings = [shape.rings[0]]
    for below, above in pairwise(shape.rings):
        parts = max(1, math.ceil(math.dist(below.middle, above.middle) / most))
        rings += [_mixed(below, above, part / parts) for part in range(1, parts + 1)]
    return replace(shape, rings=tuple(rings))


def _mixed(below: Ring, above: Ring, share: float) -> Ring:
    return Ring(
        mixed(below.middle, above.middle, share),
        mixed(below.side, above.side, share),
        mixed(below.front, above.front, share),
    )


def flat_ended(shape: Tube) -> Tube:
    """Return `shape` with a flat plate at both ends."""
    first, last = shape.rings[0], shape.rings[-1]
    none = (0.0, 0.0, 0.0)
    rings = (Ring(first.middle, none, none), *shape.rings, Ring(last.middle, none, none))
    return replace(shape, rings=rings)


def ball(
    part: str, material: Material, middle: Vector, radii: Vector, axes: Axes, sides: int = 14
) -> Tube:
    """Return an ellipsoid whose half axes are `radii` to the front, the left and the top."""
    rings = []
    for step in range(11):
        bend = math.pi * (step / 10 - 0.5)
        around, up = math.cos(bend), math.sin(bend)
        rings.append(
            Ring(
                along(middle, axes.top, up * radii[2]),
                times(axes.left, around * radii[1]),
                times(axes.front, around * radii[0]),
            )
        )
    return Tube(part, material, tuple(rings), sides)


def level_front(axis: Vector) -> Vector:
    """Return a direction square to `axis`, upward where it can be."""
    return across(UP, unit(axis))
