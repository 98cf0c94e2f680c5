"""Where the rig's bones go when the figure's bones are posed."""

from collections.abc import Iterator

import numpy as np

from tools.films.base_mesh import Array
from tools.films.bones import CHEST, Bones, SidedBones
from tools.films.hands import fingers_of
from tools.films.rest_body import SIDES, RestBody
from tools.films.skinning import Placement
from tools.films.trunk import trunk_place
from tools.films.turns import across, between, frame, matrix_of, shortest, turn, twist, unit

POINTED = 0.42
"""How far down a pointed foot points at least, of its length."""

_NECK = (("neck01", 0.25), ("neck02", 0.5), ("neck03", 0.78), ("head", 1.0))
"""The bones of the neck, and how far each has turned from the chest to the head."""


class Carriage:
    """The ways of one body's rig."""

    def __init__(self, body: RestBody) -> None:
        self._body = body
        self._skull = body.points[body.share("head") > 0.9]

    def placements(self, bones: Bones) -> dict[str, Placement]:
        """Return how every bone of the rig is placed."""
        placed = dict(self._trunk(bones))
        placed.update(self._neck(bones, placed["spine01"]))
        chest, pelvis = placed["spine01"], placed["pelvis"]
        for (side, _), sided in zip(SIDES, bones.sides, strict=True):
            placed.update(self._arm(side, sided, chest))
            placed.update(self._leg(side, sided, pelvis))
        return placed

    def lowest_of_head(self, bones: Bones) -> float:
        """Return how high the lowest point of the head is, in cm."""
        chest = dict(self._trunk(bones))["spine01"]
        matrix, shift = self._neck(bones, chest)["head"]
        return float((self._skull @ matrix.T + shift)[:, 2].min())

    def _trunk(self, bones: Bones) -> Iterator[tuple[str, Placement]]:
        start = np.zeros(3)
        yield "pelvis", _rigid(matrix_of(bones.axes[0]), start, bones.joints[0])
        for number in (5, 4, 3, 2, 1):
            head, tail = self._body.joints[f"spine0{number}"]
            level = CHEST + 4 if number == 1 else min(float(head[2] + tail[2]) / 2, 44.0)
            middle, axes = trunk_place(bones, level)
            yield f"spine0{number}", _rigid(matrix_of(axes), (0, 0, level), middle)

    def _neck(self, bones: Bones, chest: Placement) -> dict[str, Placement]:
        start, end = matrix_of(bones.chest), matrix_of(bones.head)
        place = chest[0] @ self._body.joint("neck01") + chest[1]
        placed = {}
        for bone, share in _NECK:
            matrix = between(start, end, share)
            head, tail = self._body.joints[bone]
            placed[bone] = _rigid(matrix, head, place)
            place = matrix @ tail + placed[bone][1]
        return placed

    def _arm(self, side: str, sided: SidedBones, chest: Placement) -> dict[str, Placement]:
        joint = self._body.joint
        collar, root, elbow, wrist = (
            joint(bone + side) for bone in ("clavicle", "upperarm01", "lowerarm01", "wrist")
        )
        limb = sided.arm
        upper, lower = np.subtract(limb.middle, limb.root), np.subtract(limb.end, limb.middle)
        start = chest[0] @ collar + chest[1]
        girdle = shortest(chest[0] @ (root - collar), limb.root - start) @ chest[0]
        rest_upper, rest_lower = unit(elbow - root), unit(wrist - elbow)
        point = across(elbow - (root + wrist) / 2, rest_upper)
        whole = frame(upper, limb.point) @ frame(rest_upper, point).T
        swung = shortest(girdle @ rest_upper, upper) @ girdle
        rolled = twist(swung.T @ whole, rest_upper)
        hinge = np.cross(unit(upper), across(limb.point, unit(upper)))
        rest_hinge = np.cross(rest_upper, point)
        forearm = (
            frame(lower, np.cross(hinge, unit(lower)))
            @ frame(rest_lower, np.cross(rest_hinge, rest_lower)).T
        )
        fingers, thumb = self._rest_hand(side)
        hand = frame(sided.hand.fingers, sided.hand.thumb) @ frame(fingers, thumb).T
        turned = twist(forearm.T @ hand, rest_lower)
        palm = _rigid(hand, wrist, limb.end)
        return {
            f"clavicle{side}": _rigid(girdle, collar, start),
            f"shoulder01{side}": _rigid(girdle, root, limb.root),
            f"upperarm01{side}": _rigid(swung @ turn(rest_upper, 0.45 * rolled), root, limb.root),
            f"upperarm02{side}": _rigid(whole, root, limb.root),
            f"lowerarm01{side}": _rigid(
                forearm @ turn(rest_lower, 0.15 * turned), elbow, limb.middle
            ),
            f"lowerarm02{side}": _rigid(
                forearm @ turn(rest_lower, 0.65 * turned), elbow, limb.middle
            ),
            f"hand{side}": palm,
            **fingers_of(self._body, side, palm, (fingers, thumb), is_open=sided.hand.open),
        }

    def _rest_hand(self, side: str) -> tuple[Array, Array]:
        """Return where fingers and thumb point at rest."""
        joint = self._body.joint
        fingers = unit(joint(f"finger3-1{side}") - joint(f"wrist{side}"))
        return fingers, across(joint(f"finger2-1{side}") - joint(f"finger5-1{side}"), fingers)

    def _leg(self, side: str, sided: SidedBones, pelvis: Placement) -> dict[str, Placement]:
        joint = self._body.joint
        hip, knee, ankle = (joint(bone + side) for bone in ("upperleg01", "lowerleg01", "foot"))
        limb = sided.leg
        thigh, shank = np.subtract(limb.middle, limb.root), np.subtract(limb.end, limb.middle)
        rest_thigh, rest_shank = unit(knee - hip), unit(ankle - knee)
        point = np.array([1.0, 0.12 * sided.sign, 0.0])
        whole = frame(thigh, limb.point) @ frame(rest_thigh, point).T
        swung = shortest(pelvis[0] @ rest_thigh, thigh) @ pelvis[0]
        rolled = twist(swung.T @ whole, rest_thigh)
        hinge = np.cross(unit(thigh), across(limb.point, unit(thigh)))
        rest_hinge = np.cross(rest_thigh, across(point, rest_thigh))
        lower = (
            frame(shank, np.cross(hinge, unit(shank)))
            @ frame(rest_shank, np.cross(rest_hinge, rest_shank)).T
        )
        foot, toes = self._foot(side, sided)
        turned = max(-60.0, min(60.0, twist(lower.T @ foot, rest_shank)))
        sole = _rigid(foot, ankle, limb.end)
        ball = joint(f"toe3-1{side}")
        return {
            f"upperleg01{side}": _rigid(swung @ turn(rest_thigh, 0.5 * rolled), hip, limb.root),
            f"upperleg02{side}": _rigid(whole, hip, limb.root),
            f"lowerleg01{side}": _rigid(lower, knee, limb.middle),
            f"lowerleg02{side}": _rigid(lower @ turn(rest_shank, 0.5 * turned), knee, limb.middle),
            f"foot{side}": sole,
            f"toes{side}": _rigid(toes, ball, foot @ ball + sole[1]),
        }

    def _foot(self, side: str, sided: SidedBones) -> tuple[Array, Array]:
        """Return how the foot and its toes are turned."""
        up = np.array([0.0, 0.0, 1.0])
        ahead = across(self._body.joint(f"toe3-1{side}") - self._body.joint(f"foot{side}"), up)
        rest = frame(ahead * (1.0, 0.6, 0.0), up)
        front = np.asarray(sided.foot.front)
        pointed = sided.foot.top[2] < -0.5
        if pointed:
            front = unit([*front[:2], min(front[2], -POINTED)])
        foot = frame(front, sided.foot.top) @ rest.T
        if pointed:
            return foot, foot
        return foot, shortest(sided.foot.front, sided.foot.toes) @ foot


def _rigid(matrix: Array, rest: object, placed: object) -> Placement:
    """Return the placement that takes the place `rest` to `placed`."""
    return matrix, np.asarray(placed, float) - matrix @ np.asarray(rest, float)
