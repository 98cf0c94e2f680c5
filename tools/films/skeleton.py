"""The solver: where every joint is in a pose."""

import math
from dataclasses import replace

from tools.films.bones import (
    DRAWN,
    FOREARM,
    KNEE,
    SHANK,
    THIGH,
    Bones,
    Build,
    Foot,
    Hand,
    Limb,
    SidedBones,
)
from tools.films.pose import Arm, Clasp, Clasping, Free, Gripping, Kneeling, Leg, Placed, Pose
from tools.films.vectors import (
    UP,
    Axes,
    Vector,
    across,
    along,
    cross,
    distance,
    dot,
    length,
    minus,
    mixed,
    plus,
    times,
    unit,
)

APART = 4.3
"""How far each of two palms on one handle is from its middle, in cm."""

FOLDED = 3.4
"""How far each wrist of folded hands is from the middle of the body, in cm."""

JOINTS = (10.0, 14.0, 12.0)
"""How far each joint of the spine is above the one below it, the first above the hips, in cm."""

SHARES = (0.40, 0.35, 0.25)
"""How the joints of the spine share its bend."""


def bones_of(pose: Pose, build: Build = DRAWN) -> Bones:
    """Return where the bones of a body of `build` are in `pose`."""
    pelvis = Axes.turned(pose.hips.pitch, pose.hips.roll, pose.hips.yaw)
    joints, axes = _spine(_resting(pose, pelvis, build), pelvis, pose)
    head, skull = _head(joints[-1], axes[3], pose.gaze)
    hips = [along(joints[0], pelvis.left, sign * build.half_hips) for sign in (1, -1)]
    legs = [_leg(leg, hip, build) for (leg, _), hip in zip(_legs(pose), hips, strict=True)]
    arms = [_Shoulder(joints[3], axes[3], sign, pose, build).arm(arm) for arm, sign in _arms(pose)]
    left, right = (
        SidedBones(sign, *arm, *leg) for sign, arm, leg in zip((1, -1), arms, legs, strict=True)
    )
    return Bones(joints, axes, head, skull, left, right, pose.bell, pose.breath)


def bent(root: Vector, target: Vector, bones: tuple[float, float], pole: Vector) -> Limb:
    """Return the limb of two `bones` that reaches from `root` for `target`, bent to `pole`."""
    upper, lower = bones
    way = minus(target, root)
    reach = min(max(length(way), abs(upper - lower) + 1e-6), (upper + lower) * 0.99999)
    axis = unit(way)
    on_axis = (upper**2 - lower**2 + reach**2) / (2 * reach)
    aside = math.sqrt(max(upper**2 - on_axis**2, 0.0))
    point = across(pole, axis)
    middle = along(along(root, axis, on_axis), point, aside)
    end = along(root, axis, reach)
    return Limb(root, middle, end, point, distance(end, target))


def _legs(pose: Pose) -> tuple[tuple[Leg, int], tuple[Leg, int]]:
    return (pose.left_leg, 1), (pose.right_leg, -1)


def _arms(pose: Pose) -> tuple[tuple[Arm, int], tuple[Arm, int]]:
    return (pose.left_arm, 1), (pose.right_arm, -1)


def _resting(pose: Pose, axes: Axes, build: Build) -> Vector:
    """Return the pelvis at the height at which the thighs of kneeling legs have their length."""
    heights = [
        _kneeling_height(leg, times(axes.left, sign * build.half_hips), pose.pelvis, build.knee)
        for leg, sign in _legs(pose)
        if isinstance(leg, Kneeling)
    ]
    if not heights:
        return pose.pelvis
    return (pose.pelvis[0], pose.pelvis[1], sum(heights) / len(heights))


def _kneeling_height(leg: Kneeling, hip: Vector, pelvis: Vector, knee: float) -> float:
    """Return the height of the pelvis whose joint at `hip` from it is over a knee that kneels."""
    aside = math.hypot(pelvis[0] + hip[0] - leg.knee[0], pelvis[1] + hip[1] - leg.knee[1])
    return knee + math.sqrt(max(THIGH**2 - aside**2, 0.0)) - hip[2]


def _spine(
    pelvis: Vector, axes: Axes, pose: Pose
) -> tuple[tuple[Vector, ...], tuple[Axes, Axes, Axes, Axes]]:
    joints, frames = [pelvis], [axes]
    for rise, share in zip(JOINTS, SHARES, strict=True):
        joints.append(along(joints[-1], frames[-1].top, rise))
        bend = pose.spine
        turn = Axes.turned(share * bend.pitch, share * bend.roll, share * bend.yaw)
        frames.append(frames[-1].carrying(turn))
    joints.append(plus(joints[-1], frames[-1].outward((-1.0, 0.0, 13.0))))
    return tuple(joints), (frames[0], frames[1], frames[2], frames[3])


def _head(neck: Vector, chest: Axes, gaze: Vector) -> tuple[Axes, Vector]:
    """Return the axes of the head, which follows the gaze by four fifths, and its middle."""
    front = mixed(chest.front, unit(gaze), 0.8)
    head = Axes.facing(front, chest.left)
    rise = unit(mixed(chest.top, head.top, 0.4))
    return head, plus(along(neck, rise, 7.6), head.outward((1.6, 0.0, 7.4)))


def _leg(leg: Leg, hip: Vector, build: Build) -> tuple[Limb, Foot]:
    if isinstance(leg, Kneeling):
        knee = (leg.knee[0], leg.knee[1], build.knee)
        ankle = along(knee, _shin(leg, build), SHANK)
        point = unit(minus(unit(minus(knee, hip)), unit(minus(ankle, knee))))
        return Limb(hip, knee, ankle, point), _foot(
            leg.toes, minus(knee, ankle), pointed=leg.pointed
        )
    limb = bent(hip, leg.ankle, (THIGH, SHANK), leg.knee)
    return limb, _foot(leg.toes, minus(limb.middle, limb.end), pointed=False)


def _shin(leg: Kneeling, build: Build) -> Vector:
    """Return where the shin points: on tucked toes the ankle stays as high as it is meant."""
    x, y, z = unit(leg.shin)
    return unit((x, y, z + (0.0 if leg.pointed else (KNEE - build.knee) / SHANK)))


def _foot(toes: Vector, shin: Vector, *, pointed: bool) -> Foot:
    front = unit(toes)
    if pointed:
        return Foot(front, across(times(UP, -1), front), front)
    if abs(front[2]) < 0.5:
        return Foot(front, across(UP, front), front)
    tucked = unit((shin[0], shin[1], 0.0))
    return Foot(front, across(shin, front), tucked)


class _Shoulder:
    """One shoulder, which slides with its arm."""

    def __init__(self, chest: Vector, axes: Axes, sign: int, pose: Pose, build: Build) -> None:
        self._chest = chest
        self._axes = axes
        self._sign = sign
        self._pose = pose
        self._build = build
        self._arm = (build.upper_arm, FOREARM)
        self._place = self._slid((0.0, 0.0, -1.0))

    def arm(self, arm: Arm) -> tuple[Limb, Hand]:
        match arm:
            case Free():
                return self._swung(arm)
            case Placed():
                limb = self._reaching(arm.wrist, self._arm, arm.elbow)
                return limb, self._hand(arm.fingers, arm.thumb, open_hand=arm.open)
            case Gripping():
                return self._gripping(arm)
            case Clasping():
                return self._clasping()

    def _slid(self, upper: Vector) -> Vector:
        """Return the shoulder of an upper arm that points to `upper`, in the world.

        It is drawn 4 cm forward and 5 cm up at most, and a little inward.
        """
        front, left, top = self._axes.inward(upper)
        outward = left * self._sign
        girdle = self._pose.girdle
        ahead = (4.0 if front > 0 else 2.8) * front + girdle.forward
        inward = 1.2 * max(0.0, top) + 2.6 * max(0.0, -outward)
        up = 5.0 * max(0.0, top + 0.15) + girdle.up
        x, y, z = self._build.shoulder
        local = (x + ahead, self._sign * (y - inward), z + up)
        return plus(self._chest, self._axes.outward(local))

    def _reaching(self, target: Vector, bones: tuple[float, float], pole: Vector) -> Limb:
        place = self._place
        for _ in range(4):
            limb = bent(place, target, bones, pole)
            place = self._slid(unit(minus(limb.middle, limb.root)))
        return bent(place, target, bones, pole)

    def _swung(self, arm: Free) -> tuple[Limb, Hand]:
        upper = unit(arm.upper)
        root = self._slid(upper)
        bend = math.radians(arm.bend)
        away = across(arm.elbow, upper)
        forearm = along(times(upper, math.cos(bend)), away, -math.sin(bend))
        elbow = along(root, upper, self._build.upper_arm)
        limb = Limb(root, elbow, along(elbow, forearm, FOREARM), away)
        return limb, self._hand(forearm, arm.thumb, open_hand=arm.open)

    def _gripping(self, arm: Gripping) -> tuple[Limb, Hand]:
        bell = self._pose.bell
        assert bell is not None
        axis = unit(bell.axis)
        palm = along(bell.middle, axis, arm.end * APART)
        thumb = times(axis, -arm.end)
        reach = FOREARM + self._build.grip
        target = palm
        for _ in range(6):
            whole = self._reaching(target, (self._build.upper_arm, reach), arm.elbow)
            hand = self._hand(minus(whole.end, whole.middle), thumb, open_hand=False)
            target = along(palm, hand.palm, -self._build.off_palm)
        wrist = mixed(whole.middle, whole.end, FOREARM / reach)
        return replace(whole, end=wrist), hand

    def _clasping(self) -> tuple[Limb, Hand]:
        clasp = self._pose.clasp
        assert clasp is not None
        limb = self._clasped(self._place, clasp)
        for _ in range(4):
            limb = self._clasped(self._slid(unit(minus(limb.middle, limb.root))), clasp)
        thumb = self._axes.outward((-0.3, -self._sign, 0.2))
        return limb, self._hand(minus(limb.end, limb.middle), thumb, open_hand=False)

    def _clasped(self, root: Vector, clasp: Clasp) -> Limb:
        """Return the arm whose elbow has the bend of `clasp`, the wrist beside the middle."""
        bend = math.radians(clasp.bend)
        upper, lower = self._arm
        reach = math.sqrt(upper**2 + lower**2 + 2 * upper * lower * math.cos(bend))
        local = self._axes.inward(minus(root, self._chest))
        aside = self._sign * FOLDED - local[1]
        axis = self._axes.outward(unit(clasp.direction))
        level = math.sqrt(max(reach**2 - aside**2, 0.0))
        target = along(along(root, self._axes.left, aside), axis, level)
        pole = self._axes.outward((-1.0, self._sign * 1.0, 0.0))
        return bent(root, target, self._arm, pole)

    def _hand(self, fingers: Vector, thumb: Vector, *, open_hand: bool) -> Hand:
        fingers = unit(fingers)
        thumb = across(thumb, fingers)
        palm = times(cross(fingers, thumb), self._sign)
        return Hand(fingers, thumb, palm, open_hand)


def foot_angle(side: SidedBones) -> float:
    """Return how far the foot is from square to the shank, in degrees; pointed is negative."""
    shank = unit(minus(side.leg.middle, side.leg.end))
    return math.degrees(math.asin(max(-1.0, min(1.0, dot(shank, side.foot.front)))))
