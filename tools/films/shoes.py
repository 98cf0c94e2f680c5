"""Shoes, shaped after the feet of a body at rest."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter1d

from tools.films.base_mesh import Array
from tools.films.rest_body import RestBody
from tools.films.turns import unit

SOLE = 1.5
"""How thick the sole is, in cm."""

COLLAR = 7.6
"""How high above the sole the shoe ends, in cm."""

LEATHER = 0.45
"""How thick the rest of it is, in cm."""

_STATIONS, _ANGLES = 44, 48


@dataclass(frozen=True, slots=True)
class Shoe:
    """A shoe around a foot at rest: `points` in cm, `sole` and `lining` as fields."""

    points: Array
    faces: list[list[int]]
    sole: Array
    lining: Array
    stripe: Array


def shoe_of(body: RestBody, side: str) -> Shoe:
    """Return the shoe of the foot on `side`."""
    foot = body.points[body.share(f"foot{side}", f"toes{side}", f"lowerleg02{side}") > 0.5]
    ankle = body.joint(f"foot{side}")
    floor = float(foot[:, 2].min())
    ahead = unit((body.joint(f"toe3-1{side}") - ankle) * (1, 1, 0))
    aside = np.cross((0, 0, 1), ahead)
    foot = foot[foot[:, 2] < floor + COLLAR]
    local = np.stack([(foot - ankle) @ ahead, (foot - ankle) @ aside, foot[:, 2] - floor], 1)
    made = _lofted(local)
    sole = np.minimum(1.35 - made[:, 2], 9.0)
    lining = np.minimum(made[:, 2] - COLLAR + 0.15, 4.5 - made[:, 0])
    stripe = 1.0 - np.abs(made[:, 0] - 4.5 - 0.55 * (made[:, 2] - 3.0))
    stripe = np.where((made[:, 2] > 5.6) | (made[:, 2] < 1.3), -1.0, stripe)
    points = ankle * (1, 1, 0) + made @ np.stack([ahead, aside, (0, 0, 1)])
    return Shoe(points + np.array([0, 0, floor]), _tube_faces(), sole, lining, stripe)


def _lofted(foot: Array) -> Array:
    """Return the points of a shoe around the points of a foot, station by station."""
    first, last = foot[:, 0].min(), foot[:, 0].max()
    stations = np.linspace(first, last, _STATIONS)
    angles = np.linspace(0, 2 * np.pi, _ANGLES, endpoint=False)
    middles, radii = [], []
    for station in stations:
        near = foot[np.abs(foot[:, 0] - station) < 1.6]
        middle = np.array([(near[:, 1].min() + near[:, 1].max()) / 2, near[:, 2].max() / 2])
        middles.append(middle)
        radii.append(_hull(near[:, 1:] - middle, angles))
    middle = gaussian_filter1d(np.array(middles), 1.6, axis=0, mode="nearest")
    radius = gaussian_filter1d(np.array(radii), 1.6, axis=0, mode="nearest") + LEATHER
    share = (stations - first) / (last - first)
    rounding = np.minimum(1, np.minimum(share / 0.10, (1 - share) / 0.16)).clip(0.02)
    radius *= (1 - (1 - rounding) ** 2.4)[:, None] ** 0.5
    reach = first - 0.5 + share * (last - first + 1.3)
    y = middle[:, :1] + radius * np.cos(angles)
    z = np.minimum(middle[:, 1:] + radius * np.sin(angles), COLLAR + 0.4)
    low = np.clip((1.4 - z) / 0.5, 0, 1)
    y = middle[:, :1] + (y - middle[:, :1]) * (1 + 0.055 * low)
    z = np.where(z < 0.55, np.minimum(z, 0) - SOLE + 0.0 * z, z)
    z = np.maximum(z, -SOLE)
    x = np.repeat(reach[:, None], _ANGLES, 1)
    return np.stack([x, y, z], -1).reshape(-1, 3)


def _hull(points: Array, angles: NDArray[np.float64]) -> Array:
    """Return how far the convex hull of `points` reaches from the origin along `angles`."""
    support = (points @ np.stack([np.cos(angles), np.sin(angles)])).max(0)
    turned = np.cos(angles[:, None] - angles[None, :])
    reach = np.where(turned > 0.05, support[None, :] / np.maximum(turned, 0.05), np.inf)
    return np.maximum(reach.min(1), 0.3)


def _tube_faces() -> list[list[int]]:
    def at(station: int, angle: int) -> int:
        return station * _ANGLES + angle % _ANGLES

    faces = [
        [at(s, a), at(s, a + 1), at(s + 1, a + 1), at(s + 1, a)][::-1]
        for s in range(_STATIONS - 1)
        for a in range(_ANGLES)
    ]
    heel = list(range(_ANGLES))
    toe = [at(_STATIONS - 1, a) for a in range(_ANGLES)]
    return [*faces, heel, toe[::-1]]
