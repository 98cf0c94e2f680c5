"""How fingers lie: flat on the floor, or closed around a handle."""

import numpy as np

from tools.films.base_mesh import Array
from tools.films.rest_body import RestBody
from tools.films.skinning import Placement
from tools.films.turns import turn, unit

FIST = (62.0, 80.0, 48.0)
FLAT = (-8.0, -14.0, -10.0)
"""By how many degrees the three joints of a finger are bent to the palm."""

SPREAD = 1.2
"""By how many degrees neighbouring fingers of an open hand are apart."""

_THUMB = (6.0, 34.0, 46.0)
_FLAT_THUMB = (0.0, -4.0, -4.0)


def fingers_of(
    body: RestBody, side: str, palm: Placement, rest: tuple[Array, Array], *, is_open: bool
) -> dict[str, Placement]:
    """Return how the fingers of the hand at `palm` are placed.

    `rest` tells where fingers and thumb of the hand at rest point.
    """
    sign = 1 if side == ".L" else -1
    fingers, thumb = rest
    inward = unit(np.cross(fingers, thumb)) * sign
    placed: dict[str, Placement] = {}
    for finger in (2, 3, 4, 5):
        fan = turn(inward, (finger - 3.4) * -SPREAD * sign) if is_open else np.eye(3)
        bends = [
            turn(np.cross(_way(body, f"finger{finger}-{joint}{side}"), inward), degrees)
            for joint, degrees in zip((1, 2, 3), FLAT if is_open else FIST, strict=True)
        ]
        placed.update(_chain(body, f"finger{finger}", side, palm, [fan @ bends[0], *bends[1:]]))
    bends = [
        _thumb(
            _way(body, f"finger1-{joint}{side}"),
            joint,
            (fingers, thumb, inward),
            sign,
            is_open=is_open,
        )
        for joint in (1, 2, 3)
    ]
    placed.update(_chain(body, "finger1", side, palm, bends))
    return placed


def _way(body: RestBody, bone: str) -> Array:
    head, tail = body.joints[bone]
    return unit(tail - head)


def _thumb(
    way: Array, joint: int, hand: tuple[Array, Array, Array], sign: int, *, is_open: bool
) -> Array:
    """Return how a joint of the thumb is bent: beside the palm, or around the handle."""
    fingers, thumb, inward = hand
    if is_open:
        bend = turn(np.cross(way, inward), _FLAT_THUMB[joint - 1])
        return turn(fingers * sign, -16.0) @ bend if joint == 1 else bend
    bend = turn(np.cross(way, 0.6 * inward - 0.8 * thumb), _THUMB[joint - 1])
    if joint > 1:
        return bend
    return turn(fingers * sign, 46.0) @ turn(np.cross(way, fingers), 10.0) @ bend


def _chain(
    body: RestBody, finger: str, side: str, palm: Placement, bends: list[Array]
) -> dict[str, Placement]:
    """Return how the bones of a finger are placed, each upon the one before."""
    placed = {}
    matrix, shift = palm
    place = matrix @ body.joint(f"{finger}-1{side}") + shift
    for joint, bend in zip((1, 2, 3), bends, strict=True):
        matrix = matrix @ bend
        head, tail = body.joints[f"{finger}-{joint}{side}"]
        shift = place - matrix @ head
        placed[f"{finger}-{joint}{side}"] = (matrix, shift)
        place = matrix @ tail + shift
    return placed
