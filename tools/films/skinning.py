"""Skin: the body's points where its bones have gone, without creases and lost volume."""

from collections.abc import Mapping

import numpy as np

from tools.films.base_mesh import Array
from tools.films.rest_body import RestBody
from tools.films.turns import quaternion

Placement = tuple[Array, Array]
"""How a bone is turned, and where its origin has gone: x becomes turn @ x + shift."""

LINEAR = 0.35
"""How much of linear skinning is mixed into that by dual quaternions (Kavan and others 2008)."""

SOFT = 0.8
"""Over how many cm what would be under the floor is pressed flat."""


class Skin:
    """The skin of a body, by dual quaternions and delta mush (Mancewicz and others 2014)."""

    def __init__(self, body: RestBody) -> None:
        self._body = body
        held = body.share("head") + 0.75 * body.share("hand", "finger", "toes")
        self._mush = 1 - np.clip(held, 0, 1)
        smooth = self._smoothed(body.points)
        local = self._frames(smooth)
        self._delta = np.einsum("nji,nj->ni", local, body.points - smooth)
        self._breath = _breath(body)
        self._leading = body.weights.argmax(1)

    def posed(self, placements: Mapping[str, Placement], breath: float) -> Array:
        """Return the points of the body whose bones are at `placements`, the chest filled."""
        points = self._body.points + breath * self._breath
        moved = self._blended(points, [placements[bone] for bone in self._body.bones])
        smooth = self._smoothed(moved)
        return smooth + np.einsum("nij,nj->ni", self._frames(smooth), self._delta)

    def _smoothed(self, points: Array) -> Array:
        return self._body.smoothed(points, self._mush, 12)

    def _frames(self, points: Array) -> Array:
        """Return a frame at each point, which turns with the surface."""
        normal = self._body.normals(points)
        way = points[self._body.neighbour] - points
        way -= (way * normal).sum(1)[:, None] * normal
        way /= np.maximum(np.linalg.norm(way, axis=1), 1e-9)[:, None]
        return np.stack([normal, way, np.cross(normal, way)], 2)

    def _blended(self, points: Array, placements: list[Placement]) -> Array:
        real = np.array([quaternion(matrix) for matrix, _ in placements])
        dual = np.array([_dual(q, shift) for q, (_, shift) in zip(real, placements, strict=True)])
        sign = np.sign(real[self._leading] @ real.T)
        weights = self._body.weights * np.where(sign == 0, 1, sign)
        q, d = weights @ real, weights @ dual
        norm = np.linalg.norm(q, axis=1)[:, None]
        q, d = q / norm, d / norm
        w, axis = q[:, :1], q[:, 1:]
        turned = points + 2 * np.cross(axis, np.cross(axis, points) + w * points)
        shift = 2 * (w * d[:, 1:] - d[:, :1] * axis + np.cross(axis, d[:, 1:]))
        stiff = np.zeros_like(points)
        for column, (matrix, offset) in enumerate(placements):
            share = self._body.weights[:, column]
            among = np.flatnonzero(share)
            stiff[among] += share[among, None] * (points[among] @ matrix.T + offset)
        return (1 - LINEAR) * (turned + shift) + LINEAR * stiff


def _dual(q: Array, shift: Array) -> Array:
    """Return the dual part of a turn `q` followed by `shift`."""
    w, x, y, z = q
    a, b, c = shift
    return 0.5 * np.array(
        [
            -a * x - b * y - c * z,
            a * w + b * z - c * y,
            -a * z + b * w + c * x,
            a * y - b * x + c * w,
        ]
    )


def _breath(body: RestBody) -> Array:
    """Return how a full breath moves each point: the rib cage widens by 2 cm."""
    out = body.normals(body.smoothed(body.points, 1.0, 30))
    height = np.exp(-(((body.points[:, 2] - 27) / 13) ** 2))
    return out * (2.0 * height * body.share("spine"))[:, None]


def pressed(points: Array) -> Array:
    """Return the points with what is under the floor pressed flat onto it."""
    height = points[:, 2]
    soft = SOFT * np.log1p(np.exp(np.clip(height / SOFT, -30, 30)))
    flat = points.copy()
    flat[:, 2] = np.where(height < 4 * SOFT, soft, height)
    return flat
