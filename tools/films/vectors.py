"""Vectors of three numbers, and bodies' axes."""

import math
from dataclasses import dataclass

Vector = tuple[float, float, float]

UP: Vector = (0.0, 0.0, 1.0)
AHEAD: Vector = (1.0, 0.0, 0.0)
ORIGIN: Vector = (0.0, 0.0, 0.0)


def plus(a: Vector, b: Vector) -> Vector:
    """Return the sum."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def minus(a: Vector, b: Vector) -> Vector:
    """Return the way from `b` to `a`."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def times(a: Vector, factor: float) -> Vector:
    """Return `a`, `factor` times as long."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def along(point: Vector, direction: Vector, way: float) -> Vector:
    """Return the place that lies `way` lengths of `direction` from `point`."""
    return (
        point[0] + direction[0] * way,
        point[1] + direction[1] * way,
        point[2] + direction[2] * way,
    )


def dot(a: Vector, b: Vector) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: Vector, b: Vector) -> Vector:
    """Return the vector product."""
    return (
        a[1] * b[2] - a[2] * b[1],
        a[2] * b[0] - a[0] * b[2],
        a[0] * b[1] - a[1] * b[0],
    )


def length(a: Vector) -> float:
    """Return how long `a` is."""
    return math.sqrt(dot(a, a))


def distance(a: Vector, b: Vector) -> float:
    """Return how far two places are apart."""
    return length(minus(a, b))


def unit(a: Vector) -> Vector:
    """Return the direction of `a`; what points nowhere counts as pointing ahead."""
    long = length(a)
    return times(a, 1 / long) if long > 1e-9 else AHEAD


def mixed(a: Vector, b: Vector, share: float) -> Vector:
    """Return what lies `share` of the way from `a` to `b`."""
    return along(a, minus(b, a), share)


def across(a: Vector, axis: Vector) -> Vector:
    """Return the direction of what of `a` is square to the direction `axis`.

    Where `a` lies along the axis, any direction square to it is returned.
    """
    rest = along(a, axis, -dot(a, axis))
    if length(rest) > 1e-9:
        return unit(rest)
    other: Vector = (1.0, 0.0, 0.0) if abs(axis[0]) < 0.9 else (0.0, 1.0, 0.0)
    return unit(along(other, axis, -dot(other, axis)))


def angle(a: Vector, b: Vector) -> float:
    """Return the degrees between two directions."""
    return math.degrees(math.atan2(length(cross(a, b)), dot(a, b)))


def mirrored(a: Vector) -> Vector:
    """Return `a` with left and right exchanged."""
    return (a[0], -a[1], a[2])


@dataclass(frozen=True, slots=True)
class Axes:
    """Where a part's front, left and top point, as three directions square to each other."""

    front: Vector
    left: Vector
    top: Vector

    @staticmethod
    def turned(pitch: float, roll: float, yaw: float) -> "Axes":
        """Return the axes after rolling to the right, bending forward and turning left.

        All three in degrees; the matrix is Rz(yaw) Ry(pitch) Rx(roll).
        """
        p, r, y = math.radians(pitch), math.radians(roll), math.radians(yaw)
        cp, sp, cr, sr, cy, sy = (
            math.cos(p),
            math.sin(p),
            math.cos(r),
            math.sin(r),
            math.cos(y),
            math.sin(y),
        )
        return Axes(
            (cy * cp, sy * cp, -sp),
            (cy * sp * sr - sy * cr, sy * sp * sr + cy * cr, cp * sr),
            (cy * sp * cr + sy * sr, sy * sp * cr - cy * sr, cp * cr),
        )

    @staticmethod
    def facing(front: Vector, left: Vector) -> "Axes":
        """Return the axes whose front is `front`, their left as near to `left` as can be."""
        front = unit(front)
        left = across(left, front)
        return Axes(front, left, cross(front, left))

    def outward(self, local: Vector) -> Vector:
        """Return in the world what is `local` along these axes."""
        ahead, aside, up = local
        along_two = plus(times(self.front, ahead), times(self.left, aside))
        return along(along_two, self.top, up)

    def inward(self, world: Vector) -> Vector:
        """Return along these axes what is `world` in the world."""
        return (dot(world, self.front), dot(world, self.left), dot(world, self.top))

    def carrying(self, child: "Axes") -> "Axes":
        """Return the axes of a part that stands as `child` does along these."""
        return Axes(self.outward(child.front), self.outward(child.left), self.outward(child.top))

    def towards(self, other: "Axes", share: float) -> "Axes":
        """Return the axes `share` of the way to `other`, which must not point elsewhere."""
        return Axes.facing(
            mixed(self.front, other.front, share), mixed(self.left, other.left, share)
        )
