"""The pieces of a body's surface that the camera sees, with the light on them.

Each tube is cut between its rings into slices, and wide ones across into sectors. Along a slice
the light hardly changes; across it is given at each vertex, to be painted as one gradient.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from matside.figure.camera import Camera
from matside.figure.tubes import Material, Tube, finer
from matside.figure.vectors import Vector, dot, unit

LIGHT = unit((-0.45, 0.74, 0.50))
"""Where the light comes from, as the camera sees it: the upper left, and who looks."""

GLOWING = 1.8
"""Where a part glows its slices are so many cm long at most, for a glow fades along them too."""

_LEVEL = math.hypot(LIGHT[0], LIGHT[1])

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A worked muscle: on which part of the body, where, and how far it glows in cm."""

    part: str
    middle: Vector
    radius: float


class Stop(NamedTuple):
    """The light at one place of a gradient: how far along, how light, how much glow; 0 to 1."""

    share: float
    light: float
    glow: float


class Facet(NamedTuple):
    """A piece of surface.

    `near` is how near it is; places are in cm to the right and up. The gradient of its stops
    runs from `start` to `end`. At its `edges`, pairs of places, the surface turns away.
    """

    near: float
    points: tuple[Point, ...]
    material: Material
    start: Point
    end: Point
    stops: tuple[Stop, ...]
    edges: tuple[tuple[Point, Point], ...]


@cache
def _circle(sides: int) -> tuple[Point, ...]:
    turns = (2 * math.pi * place / sides for place in range(sides))
    return tuple((math.cos(turn), math.sin(turn)) for turn in turns)


def facets_of(shape: Tube, camera: Camera, spots: Sequence[Spot]) -> Iterator[Facet]:
    """Yield the pieces of `shape` that the camera sees, in no order."""
    glows = [(camera.seen(spot.middle), spot.radius) for spot in spots if spot.part == shape.part]
    if glows:
        shape = finer(shape, GLOWING)
    rows = _vertices(shape, camera)
    lights = [_lights(below, above) for below, above in pairwise(rows)]
    for height, strip in enumerate(lights):
        slices = _Slices(shape, rows[height : height + 2], strip, glows)
        beyond = (
            ()
            if height < shape.joined
            else (lights[max(height - 1, 0)], lights[min(height + 1, len(lights) - 1)])
        )
        for run in _runs(strip, shape.sector):
            yield slices.facet(run, beyond)


def _vertices(shape: Tube, camera: Camera) -> list[list[Vector]]:
    """Return the vertices of each ring as the camera sees them."""
    circle = _circle(shape.sides)
    right, up, near = camera.axes
    rows = []
    for ring in shape.rings:
        middle, side, front = ring.middle, ring.side, ring.front
        mx, my, mz = dot(middle, right), dot(middle, up), dot(middle, near)
        sx, sy, sz = dot(side, right), dot(side, up), dot(side, near)
        fx, fy, fz = dot(front, right), dot(front, up), dot(front, near)
        rows.append(
            [(mx + sx * c + fx * s, my + sy * c + fy * s, mz + sz * c + fz * s) for c, s in circle]
        )
    return rows


def _lights(below: list[Vector], above: list[Vector]) -> list[float | None]:
    """Return how light each facet between two rings is, None where its back is seen."""
    light_x, light_y, light_z = LIGHT
    lights: list[float | None] = []
    for a, b, c, d in zip(below, _next(below), _next(above), above, strict=True):
        px, py, pz = d[0] - b[0], d[1] - b[1], d[2] - b[2]
        qx, qy, qz = c[0] - a[0], c[1] - a[1], c[2] - a[2]
        nz = px * qy - py * qx
        if nz <= 0:
            lights.append(None)
            continue
        nx, ny = py * qz - pz * qy, pz * qx - px * qz
        long = math.sqrt(nx * nx + ny * ny + nz * nz)
        lit = (nx * light_x + ny * light_y + nz * light_z) / long
        lights.append(0.5 + 0.5 * lit)
    return lights


def _next(row: list[Vector]) -> list[Vector]:
    return [*row[1:], row[0]]


def _runs(lights: list[float | None], sector: int) -> Iterator[tuple[int, int]]:
    """Yield where facets that are seen side by side begin, and how many; at most `sector`."""
    count = len(lights)
    if None not in lights:
        start, left = 0, count
    else:
        hidden = lights.index(None)
        start = next(
            (hidden + i) % count
            for i in range(1, count + 1)
            if lights[(hidden + i) % count] is not None or i == count
        )
        left = sum(light is not None for light in lights)
        if left == 0:
            return
    while left > 0:
        many = min(left, sector)
        yield start, many
        start = (start + many) % count
        left -= many


class _Slices:
    """The pieces between two rings of a tube."""

    def __init__(
        self,
        shape: Tube,
        rows: list[list[Vector]],
        lights: list[float | None],
        glows: list[tuple[Vector, float]],
    ) -> None:
        self._shape = shape
        self._rows = rows
        self._lights = lights
        self._glows = glows

    def facet(self, run: tuple[int, int], beyond: Sequence[list[float | None]]) -> Facet:
        """Return the piece that covers the facets of `run`.

        `beyond` are the lights below and above it; without them it has no edges.
        """
        shape = self._shape
        start, many = run
        places = [(start + step) % shape.sides for step in range(many + 1)]
        below, above = self._rows
        low = [below[place] for place in places]
        high = [above[place] for place in places]
        middles = [
            ((p[0] + q[0]) / 2, (p[1] + q[1]) / 2, (p[2] + q[2]) / 2)
            for p, q in zip(low, high, strict=True)
        ]
        near = sum([place[2] for place in middles]) / len(middles)
        first, last, stops = self._gradient(places, low, high, middles)
        points = [(x, y) for x, y, _ in low] + [(x, y) for x, y, _ in reversed(high)]
        edges = tuple(self._edges(places, low, high, beyond)) if beyond else ()
        return Facet(near + shape.raised, tuple(points), shape.material, first, last, stops, edges)

    def _edges(
        self,
        places: list[int],
        low: list[Vector],
        high: list[Vector],
        beyond: Sequence[list[float | None]],
    ) -> Iterator[tuple[Point, Point]]:
        if self._lights[places[0] - 1] is None:
            yield low[0][:2], high[0][:2]
        if self._lights[places[-1]] is None:
            yield low[-1][:2], high[-1][:2]
        for row, lights in zip((low, high), beyond, strict=True):
            for step, place in enumerate(places[:-1]):
                if lights[place] is None:
                    yield row[step][:2], row[step + 1][:2]

    def _gradient(
        self, places: list[int], low: list[Vector], high: list[Vector], middles: list[Vector]
    ) -> tuple[Point, Point, tuple[Stop, ...]]:
        """Return the gradient across a slice, or along the light where all its ring is seen."""
        whole = len(places) > self._shape.sides
        x, y = _level_light() if whole else _across(low, high)
        ways = [place[0] * x + place[1] * y for place in middles]
        first, last = min(ways), max(ways)
        span = (last - first) or 1e-6
        origin = middles[ways.index(first)]
        start = (origin[0], origin[1])
        glows = self._glows
        stops = [
            Stop(
                (way - first) / span,
                _between(self._lights, place),
                _glow(middle, glows) if glows else 0.0,
            )
            for way, place, middle in zip(ways, places, middles, strict=True)
        ]
        stops.sort()
        return start, (start[0] + x * span, start[1] + y * span), tuple(stops)


def _between(lights: list[float | None], place: int) -> float:
    """Return the light at the vertex between two facets."""
    before, after = lights[place - 1], lights[place]
    if before is None:
        return after or 0.0
    return before if after is None else (before + after) / 2


def _glow(place: Vector, glows: list[tuple[Vector, float]]) -> float:
    """Return how much of the glow reaches `place`, from 0 to 1."""
    most = 0.0
    for middle, radius in glows:
        away = math.dist(place, middle) / radius
        if away < 1:
            most = max(most, (1 - away * away) ** 1.5)
    return min(1.0, 1.25 * most)


def _across(low: list[Vector], high: list[Vector]) -> Point:
    """Return the direction across a slice; along the light where it is seen from its end."""
    middle = len(low) // 2
    rise_x = high[middle][0] - low[middle][0] + high[0][0] - low[0][0]
    rise_y = high[middle][1] - low[middle][1] + high[0][1] - low[0][1]
    long = math.hypot(rise_x, rise_y)
    if long > 1e-3:
        x, y = -rise_y / long, rise_x / long
        chord_x, chord_y = low[-1][0] - low[0][0], low[-1][1] - low[0][1]
        if abs(chord_x * x + chord_y * y) > 0.5 * math.hypot(chord_x, chord_y):
            return x, y
    return _level_light()


def _level_light() -> Point:
    return LIGHT[0] / _LEVEL, LIGHT[1] / _LEVEL
