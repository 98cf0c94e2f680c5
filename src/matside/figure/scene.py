"""What of a figure is seen at one moment of its loop, and how it fits into a picture."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matside.figure.bells import bells_of
from matside.figure.body import body_of
from matside.figure.camera import Camera
from matside.figure.facets import Facet, Spot, facets_of
from matside.figure.figure import Figure
from matside.figure.muscles import spots_of
from matside.figure.skeleton import Bones, bones_of
from matside.figure.tubes import Tube
from matside.figure.vectors import Vector, along

MARGIN = 0.03
"""The empty room around a figure, as a share of the lesser side of its picture."""

HEAD, TRUNK, ARM, TIP, HIP, KNEE, BELL = 13.0, 14.0, 5.5, 3.5, 11.0, 7.0, 7.5
"""How far the body reaches around its joints, and a dumbbell around the ends of its handle."""

LOOKS = 12
"""At so many moments of the loop it is looked how much room the figure takes."""


Band = tuple[float, float, tuple[float, float], tuple[float, float]]
"""A line under a part: how high the part is, how wide, where it starts and ends, in cm."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The bones and the body of a figure at one moment, and what glows on it."""

    bones: Bones
    shapes: tuple[Tube, ...]
    spots: tuple[Spot, ...]
    camera: Camera

    def facets(self, shape: Tube) -> Iterator[Facet]:
        """Yield the facets of `shape` that the camera sees."""
        return facets_of(shape, self.camera, self.spots)

    def shadows(self) -> Sequence[Band]:
        """Return the bands on the floor under the body; the highest comes first."""
        bands = [
            (
                max(0.0, (below.lowest + above.lowest) / 2),
                1.7 * max(below.radius, above.radius),
                below.middle[:2],
                above.middle[:2],
            )
            for shape in self.shapes
            for below, above in zip(shape.rings, shape.rings[1:], strict=False)
        ]
        return sorted(bands, reverse=True)


def moment_of(figure: Figure, share: float) -> Moment:
    """Return what is seen of `figure` at `share` of its loop."""
    bones = bones_of(figure.motion.pose(share))
    shapes = body_of(bones, bells_of(bones, in_fists=figure.bells))
    return Moment(bones, shapes, spots_of(figure.work, bones), figure.camera)


@dataclass(frozen=True, slots=True)
class Framing:
    """How places are laid upon a picture: `scale` px a cm, the origin at `left` and `top` px."""

    scale: float
    left: float
    top: float

    def box(self, facets: Sequence[Facet]) -> tuple[int, int, int, int]:
        """Return left, top, right and bottom of the px that `facets` may touch."""
        across = [point[0] for facet in facets for point in facet.points]
        upright = [point[1] for facet in facets for point in facet.points]
        return (
            math.floor(self.left + self.scale * min(across)) - 2,
            math.floor(self.top - self.scale * max(upright)) - 2,
            math.ceil(self.left + self.scale * max(across)) + 3,
            math.ceil(self.top - self.scale * min(upright)) + 3,
        )


def framing_of(figure: Figure, width: float, height: float) -> Framing:
    """Return how the whole loop of `figure` and its mat fit into the middle of a picture."""
    left, bottom, right, top = _extent(figure)
    room = 1 - 2 * MARGIN
    scale = min(room * width / (right - left), room * height / (top - bottom))
    return Framing(
        scale,
        width / 2 - scale * (left + right) / 2,
        height / 2 + scale * (top + bottom) / 2,
    )


def _extent(figure: Figure) -> tuple[float, float, float, float]:
    """Return left, bottom, right and top of all that is ever seen, in cm."""
    places = list(_floor_places(figure))
    for look in range(LOOKS):
        for place, reach in _outermost(bones_of(figure.motion.pose(look / LOOKS)), figure):
            x, y, _ = figure.camera.seen(place)
            places += [(x - reach, y - reach), (x + reach, y + reach)]
    across, upright = zip(*places, strict=True)
    return min(across), min(upright), max(across), max(upright)


def _outermost(bones: Bones, figure: Figure) -> Iterator[tuple[Vector, float]]:
    """Yield places of the body, and how far it reaches around each, in cm."""
    yield bones.skull, HEAD
    yield from ((joint, TRUNK) for joint in bones.joints)
    for side in bones.sides:
        arm, leg, hand, foot = side.arm, side.leg, side.hand, side.foot
        yield from ((place, ARM) for place in (arm.root, arm.middle, arm.end))
        yield along(arm.end, hand.fingers, 15.0 if hand.open else 8.0), TIP
        yield from ((leg.root, HIP), (leg.middle, KNEE), (leg.end, KNEE))
        yield along(leg.end, foot.front, 15.0), KNEE
    for bell in bells_of(bones, in_fists=figure.bells):
        yield from ((along(bell.middle, bell.axis, sign * bell.half), BELL) for sign in (1, -1))


def _floor_places(figure: Figure) -> Iterator[tuple[float, float]]:
    mat = figure.mat
    if mat is None:
        corners = [(40 * math.cos(turn), 40 * math.sin(turn)) for turn in range(7)]
    else:
        corners = [(x, y) for x in (mat.back, mat.front) for y in (mat.right, mat.left)]
    for x, y in corners:
        across, up, _ = figure.camera.seen((x, y, -2.0))
        yield across, up
