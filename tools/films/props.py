"""What is beside the body: dumbbells, the mat, and a knot of hair, as meshes in cm."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tools.films.base_mesh import Array
from tools.films.shadow import Mat

THICK = 1.2
"""How thick the mat is, in cm."""

_ROUND = 48
_LONG = 5.6


@dataclass(frozen=True, slots=True)
class Solid:
    """Points and faces, and which of its materials each face has."""

    points: Array
    faces: Sequence[Sequence[int]]
    materials: Sequence[int]


def turned(profile: Sequence[tuple[float, float]], material: int = 0) -> Solid:
    """Return the solid that a profile of heights and radii makes around z."""
    angles = np.linspace(0, 2 * math.pi, _ROUND, endpoint=False)
    points = [
        (radius * math.cos(angle), radius * math.sin(angle), height)
        for height, radius in profile
        for angle in angles
    ]
    last = (len(profile) - 1) * _ROUND
    faces = [list(range(_ROUND))[::-1], list(range(last, last + _ROUND))]
    for ring in range(len(profile) - 1):
        for place in range(_ROUND):
            beside = (place + 1) % _ROUND
            low, high = ring * _ROUND, (ring + 1) * _ROUND
            faces.append([low + place, low + beside, high + beside, high + place])
    return Solid(np.array(points), faces, [material] * len(faces))


def joined(parts: Sequence[Solid]) -> Solid:
    """Return several solids as one."""
    faces, materials, count = [], [], 0
    for part in parts:
        faces += [[count + at for at in face] for face in part.faces]
        materials += part.materials
        count += len(part.points)
    return Solid(np.concatenate([part.points for part in parts]), faces, materials)


def dumbbell(half: float) -> Solid:
    """Return a dumbbell along z whose handle is twice `half` long: iron is 0, the handle 1."""
    parts = [turned(_drum(-half - 0.2, half + 0.2, 1.45, 0.1), 1)]
    for sign in (-1, 1):
        low, high = sorted((sign * half, sign * (half + _LONG - 0.2)))
        parts.append(turned(_drum(low, high, 4.9, 0.7)))
        low, high = sorted((sign * (half + _LONG - 0.2), sign * (half + _LONG + 0.15)))
        parts.append(turned(_drum(low, high, 2.6, 0.15), 1))
    return joined(parts)


def _drum(low: float, high: float, radius: float, edge: float) -> list[tuple[float, float]]:
    """Return the profile of a cylinder with rounded edges."""
    return [
        (low, radius - edge),
        (low + 0.3 * edge, radius - 0.3 * edge),
        (low + edge, radius),
        (high - edge, radius),
        (high - 0.3 * edge, radius - 0.3 * edge),
        (high, radius - edge),
    ]


def mat_body(mat: Mat) -> Solid:
    """Return the mat, its top at 0, with round corners and edges."""
    back, right, front, left = mat
    corner = 4.0
    outline = []
    for x, y, start in (
        (front - corner, left - corner, 0),
        (back + corner, left - corner, 90),
        (back + corner, right + corner, 180),
        (front - corner, right + corner, 270),
    ):
        for step in range(9):
            angle = math.radians(start + step * 90 / 8)
            outline.append((x + corner * math.cos(angle), y + corner * math.sin(angle)))
    ring = np.array(outline)
    inward = np.array([(back + front) / 2, (right + left) / 2]) - ring
    inward /= np.linalg.norm(inward, axis=1)[:, None]
    profile = ((0.0, -THICK), (0.0, -0.25), (0.12, -0.07), (0.35, 0.0))
    points = [(*place, height) for inset, height in profile for place in ring + inset * inward]
    count = len(ring)
    faces = [
        [low + at, low + (at + 1) % count, low + count + (at + 1) % count, low + count + at]
        for low in range(0, 3 * count, count)
        for at in range(count)
    ]
    faces.append(list(range(3 * count, 4 * count)))
    return Solid(np.array(points), faces, [0] * len(faces))


def grid_of(mat: Mat) -> tuple[Array, Array]:
    """Return the places along and across the mat at which its light is known."""
    back, right, front, left = mat
    edge = 1.2
    return (
        np.linspace(back + edge, front - edge, int((front - back) / 1.5)),
        np.linspace(right + edge, left - edge, int((left - right) / 1.5)),
    )


def mat_sheet(mat: Mat) -> Solid:
    """Return the top of the mat as a grid of `grid_of`."""
    along, across = grid_of(mat)
    wide = len(across)
    points = [(x, y, 0.012) for x in along for y in across]
    faces = [
        [row + at, row + wide + at, row + wide + at + 1, row + at + 1]
        for row in range(0, (len(along) - 1) * wide, wide)
        for at in range(wide - 1)
    ]
    return Solid(np.array(points), faces, [0] * len(faces))


def knot(middle: Array, out: Array) -> Solid:
    """Return a knot of hair around `middle` whose ribbon lies against the head: hair 0, ribbon 1.

    `out` points away from the head.
    """
    ball = turned(
        [
            (3.3 * math.sin(angle) + 0.3, max(4.1 * math.cos(angle), 0.05))
            for angle in np.linspace(-math.pi / 2, math.pi / 2, 19)
        ]
    )
    ribbon = turned(
        [
            (-2.5 + 0.6 * math.sin(angle), 2.7 + 0.6 * math.cos(angle))
            for angle in np.linspace(-math.pi / 2, math.pi / 2, 9)
        ],
        1,
    )
    whole = joined([ball, ribbon])
    side = np.cross(out, (0.0, 1.0, 0.0))
    side /= np.linalg.norm(side)
    axes = np.stack([side, np.cross(out, side), out])
    return Solid(middle + whole.points @ axes, whole.faces, whole.materials)
