"""Where the worked muscles glow on a body at rest."""

from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np

from tools.films.base_mesh import Array
from tools.films.fields import rising
from tools.films.rest_body import SIDES, RestBody
from tools.films.turns import across, unit


def glow_of(body: RestBody, work: Sequence[str]) -> Array:
    """Return how bright each point glows, from 0 to 1, where the muscles of `work` are."""
    glow = np.zeros(len(body.points))
    for name, mask in _muscles(body).items():
        if name in work or name[:-2] in work:
            glow = np.maximum(glow, mask)
    glow = body.smoothed(glow[:, None], 1.0, 8)[:, 0]
    return rising(0.03, 0.95, glow) ** 1.15


def _muscles(body: RestBody) -> Mapping[str, Array]:
    return {
        f"{name}_{side[1].lower()}": mask
        for side, sign in SIDES
        for part in (_of_arm, _of_leg, _of_trunk)
        for name, mask in part(body, side, sign)
    }


class _Limb:
    """A stretch of a limb, whose muscles are told by the place along it and around it."""

    def __init__(self, body: RestBody, start: Array, end: Array, among: Array) -> None:
        self._axis = unit(end - start)
        self._share = (body.points - start) @ self._axis / np.linalg.norm(end - start)
        self._normals = body.normals(body.points)
        self._among = among

    def mask(
        self, front: Array, span: tuple[float, float], half: float, soft: float, fade: float = 0.1
    ) -> Array:
        """Return the mask around `front`, `half` degrees to each side, along `span`."""
        ahead = across(front, self._axis)
        aside = np.cross(self._axis, ahead)
        around = np.degrees(np.arctan2(self._normals @ aside, self._normals @ ahead))
        first, last = span
        along = rising(first - fade, first + fade, self._share) * (
            1 - rising(last - fade, last + fade, self._share)
        )
        return along * (1 - rising(half - soft, half + soft, np.abs(around))) * self._among


def _of_arm(body: RestBody, side: str, sign: int) -> Iterator[tuple[str, Array]]:
    beside = rising(-0.5, 0.5, sign * body.points[:, 1])
    shoulder, elbow, wrist = (
        body.joint(bone + side) for bone in ("upperarm01", "lowerarm01", "wrist")
    )
    back = across(elbow - (shoulder + wrist) / 2, unit(elbow - shoulder))
    arm = body.share("upperarm", "shoulder01", "clavicle", "lowerarm") * beside
    upper = _Limb(body, shoulder, elbow, arm)
    yield "biceps", upper.mask(-back, (0.34, 0.92), 58, 28)
    yield "triceps", upper.mask(back, (0.28, 0.85), 60, 28)
    lower = _Limb(body, elbow, wrist, body.share("lowerarm", "upperarm") * beside)
    forearm = unit(wrist - elbow)
    thumb = across(body.joint(f"finger2-1{side}") - body.joint(f"finger5-1{side}"), forearm)
    yield (
        "brachioradialis",
        lower.mask(0.9 * thumb - 0.6 * across(back, forearm), (-0.08, 0.5), 60, 28),
    )
    middle = shoulder + np.array([0.6, 2.0 * sign, -0.5])
    away = np.linalg.norm((body.points - middle) / (8.2, 7.2, 9.5), axis=1)
    reach = 0.73 * abs(float(shoulder[1]))
    cap = (1 - rising(0.75, 1.15, away)) * rising(0.5, 3.0, sign * body.points[:, 1] - reach)
    ahead = body.points[:, 0] - shoulder[0]
    yield "delts", cap * rising(-7.5, -3.0, ahead)
    yield "rear_delts", cap * (1 - rising(-2.5, 2.2, ahead))


def _of_leg(body: RestBody, side: str, sign: int) -> Iterator[tuple[str, Array]]:
    beside = rising(-0.5, 0.5, sign * body.points[:, 1])
    hip, knee, ankle = (body.joint(bone + side) for bone in ("upperleg01", "lowerleg01", "foot"))
    front = np.array([1.0, 0.12 * sign, 0.0])
    thigh = _Limb(body, hip, knee, body.share("upperleg", "lowerleg", "pelvis") * beside)
    outward = front + np.array([0, 0.14 * sign, 0])
    yield "quads", thigh.mask(outward, (0.30, 0.93), 46, 26)
    yield "hamstrings", thigh.mask(-front, (0.28, 0.9), 62, 26, 0.09)
    shank = _Limb(body, knee, ankle, body.share("lowerleg") * beside)
    yield "calves", shank.mask(-front, (0.08, 0.5), 68, 26, 0.08)


def _of_trunk(body: RestBody, side: str, sign: int) -> Iterator[tuple[str, Array]]:
    del side
    ahead = body.normals(body.points)[:, 0]
    y, z = sign * body.points[:, 1], body.points[:, 2]
    trunk = 1 - body.share("upperarm02", "lowerarm", "hand", "finger")
    front, rear = rising(-0.1, 0.35, ahead), rising(-0.1, 0.35, -ahead)
    oval = _oval(y, z)
    yield "chest", oval(8.0, 38.5, 8.6, 6.8) * front * trunk * rising(-0.3, 1.2, y)
    belly = (1 - rising(4.8, 7.4, y)) * rising(3, 8, z) * (1 - rising(27, 31, z))
    yield "abs", belly * rising(0.25, 0.6, ahead) * rising(-0.9, 0.1, y) * trunk
    flank = rising(-0.75, -0.2, ahead) * (1 - rising(0.82, 0.97, ahead)) * rising(5.2, 7.6, y)
    yield "obliques", oval(13.5, 18.5, 8.0, 10.5) * flank * trunk
    yield (
        "lats",
        oval(11.0, 27.5, 8.0, 12.5) * rising(-0.35, 0.15, -ahead) * rising(2.5, 5.5, y) * trunk,
    )
    yield "upper_back", oval(4.5, 41.5, 9.0, 9.0) * rear * rising(-1.8, 0.2, y) * trunk
    yield "low_back", oval(3.6, 14.0, 4.6, 11.0) * rear * rising(-1.2, 0.1, y) * trunk
    yield "glutes", oval(8.2, -3.5, 8.8, 9.2) * rear * rising(0.3, 2.0, y) * trunk


def _oval(y: Array, z: Array) -> Callable[[float, float, float, float], Array]:
    def oval(across: float, up: float, wide: float, high: float) -> Array:
        away = np.hypot((y - across) / wide, (z - up) / high)
        return 1 - rising(0.7, 1.3, away)

    return oval
