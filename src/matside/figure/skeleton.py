"""The bones: where every joint is in a pose.

The lengths are those of Drillis and Contini (1966), as Winter gives them as shares of the height
(Biomechanics and Motor Control of Human Movement, figure 4.1), for a figure of 170 cm.
"""

import math
from dataclasses import dataclass, replace

from matside.figure.pose import (
    Arm,
    Clasp,
    Clasping,
    Free,
    Gripping,
    Kneeling,
    Leg,
    Placed,
    Pose,
    Shared,
)
from matside.figure.vectors import (
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

HEIGHT = 170.0
UPPER_ARM = 0.186 * HEIGHT
FOREARM = 0.146 * HEIGHT
THIGH = 0.245 * HEIGHT
SHANK = 0.246 * HEIGHT
ANKLE = 0.039 * HEIGHT
HALF_HIPS = 0.050 * HEIGHT
HALF_SHOULDERS = 0.103 * HEIGHT

KNEE = 5.6
"""How high the middle of a knee is that rests on the floor, in cm."""

PALM = 6.5
"""How far the middle of the palm is from the wrist, in cm."""

GRIP = 6.2
"""How far the wrist is from the handle that both hands hold, in cm."""

APART = 4.3
"""How far each of two palms on one handle is from its middle, in cm."""

FOLDED = 3.4
"""How far each wrist of folded hands is from the middle of the body, in cm."""

JOINTS = (10.0, 14.0, 12.0)
"""How far each joint of the spine is above the one below it, the first above the hips, in cm."""

SHARES = (0.40, 0.35, 0.25)
"""How the joints of the spine share its bend."""


@dataclass(frozen=True, slots=True)
class Limb:
    """An arm or a leg: its root, its elbow or knee, and its wrist or ankle.

    `point` is where the elbow or knee points. `missed` is how many cm its end is from where it
    was to be.
    """

    root: Vector
    middle: Vector
    end: Vector
    point: Vector
    missed: float = 0.0


@dataclass(frozen=True, slots=True)
class Hand:
    """Where fingers, thumb and palm of a hand point."""

    fingers: Vector
    thumb: Vector
    palm: Vector
    open: bool


@dataclass(frozen=True, slots=True)
class Foot:
    """Where a foot and its back point, and its toes, which bend where they are tucked."""

    front: Vector
    top: Vector
    toes: Vector


@dataclass(frozen=True, slots=True)
class SidedBones:
    """The bones of one side; `sign` is 1 on the left and -1 on the right."""

    sign: int
    arm: Limb
    hand: Hand
    leg: Limb
    foot: Foot


@dataclass(frozen=True, slots=True)
class Bones:
    """Where all bones are.

    `joints` are those of the spine, from the middle of the hips to the root of the neck; `axes`
    are those of pelvis, loin, waist and chest.
    """

    joints: tuple[Vector, ...]
    axes: tuple[Axes, Axes, Axes, Axes]
    head: Axes
    skull: Vector
    left: SidedBones
    right: SidedBones
    bell: Shared | None
    breath: float

    @property
    def chest(self) -> Axes:
        """The axes of the chest."""
        return self.axes[3]

    @property
    def sides(self) -> tuple[SidedBones, SidedBones]:
        """Left and right."""
        return self.left, self.right

    @property
    def places(self) -> tuple[Vector, ...]:
        """Every joint, in a fixed order."""
        limbs = (limb for side in self.sides for limb in (side.arm, side.leg))
        ends = (place for limb in limbs for place in (limb.root, limb.middle, limb.end))
        return (*self.joints, self.skull, *ends)


def bones_of(pose: Pose) -> Bones:
    """Return where the bones are in `pose`."""
    pelvis = Axes.turned(pose.hips.pitch, pose.hips.roll, pose.hips.yaw)
    joints, axes = _spine(_resting(pose, pelvis), pelvis, pose)
    head, skull = _head(joints[-1], axes[3], pose.gaze)
    legs = [_leg(leg, _hip(joints[0], pelvis, sign)) for leg, sign in _legs(pose)]
    arms = [_Shoulder(joints[3], axes[3], sign, pose).arm(arm) for arm, sign in _arms(pose)]
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


def _hip(pelvis: Vector, axes: Axes, sign: int) -> Vector:
    return along(pelvis, axes.left, sign * HALF_HIPS)


def _resting(pose: Pose, axes: Axes) -> Vector:
    """Return the pelvis at the height at which the thighs of kneeling legs have their length."""
    heights = [
        _kneeling_height(leg, _hip(pose.pelvis, axes, sign), pose.pelvis[2])
        for leg, sign in _legs(pose)
        if isinstance(leg, Kneeling)
    ]
    if not heights:
        return pose.pelvis
    return (pose.pelvis[0], pose.pelvis[1], sum(heights) / len(heights))


def _kneeling_height(leg: Kneeling, hip: Vector, pelvis: float) -> float:
    aside = math.hypot(hip[0] - leg.knee[0], hip[1] - leg.knee[1])
    rise = math.sqrt(max(THIGH**2 - aside**2, 0.0))
    return KNEE + rise - (hip[2] - pelvis)


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


def _leg(leg: Leg, hip: Vector) -> tuple[Limb, Foot]:
    if isinstance(leg, Kneeling):
        knee = (leg.knee[0], leg.knee[1], KNEE)
        ankle = along(knee, unit(leg.shin), SHANK)
        point = unit(minus(unit(minus(knee, hip)), unit(minus(ankle, knee))))
        return Limb(hip, knee, ankle, point), _foot(
            leg.toes, minus(knee, ankle), pointed=leg.pointed
        )
    limb = bent(hip, leg.ankle, (THIGH, SHANK), leg.knee)
    return limb, _foot(leg.toes, minus(limb.middle, limb.end), pointed=False)


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

    def __init__(self, chest: Vector, axes: Axes, sign: int, pose: Pose) -> None:
        self._chest = chest
        self._axes = axes
        self._sign = sign
        self._pose = pose
        self._place = self._slid((0.0, 0.0, -1.0))

    def arm(self, arm: Arm) -> tuple[Limb, Hand]:
        match arm:
            case Free():
                return self._swung(arm)
            case Placed():
                limb = self._reaching(arm.wrist, (UPPER_ARM, FOREARM), arm.elbow)
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
        local = (-0.6 + ahead, self._sign * (HALF_SHOULDERS - inward), 11.0 + up)
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
        elbow = along(root, upper, UPPER_ARM)
        limb = Limb(root, elbow, along(elbow, forearm, FOREARM), away)
        return limb, self._hand(forearm, arm.thumb, open_hand=arm.open)

    def _gripping(self, arm: Gripping) -> tuple[Limb, Hand]:
        bell = self._pose.bell
        assert bell is not None
        axis = unit(bell.axis)
        palm = along(bell.middle, axis, arm.end * APART)
        whole = self._reaching(palm, (UPPER_ARM, FOREARM + GRIP), arm.elbow)
        wrist = mixed(whole.middle, whole.end, FOREARM / (FOREARM + GRIP))
        limb = replace(whole, end=wrist)
        thumb = times(axis, -arm.end)
        return limb, self._hand(minus(whole.end, whole.middle), thumb, open_hand=False)

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
        reach = math.sqrt(UPPER_ARM**2 + FOREARM**2 + 2 * UPPER_ARM * FOREARM * math.cos(bend))
        local = self._axes.inward(minus(root, self._chest))
        aside = self._sign * FOLDED - local[1]
        axis = self._axes.outward(unit(clasp.direction))
        level = math.sqrt(max(reach**2 - aside**2, 0.0))
        target = along(along(root, self._axes.left, aside), axis, level)
        pole = self._axes.outward((-1.0, self._sign * 1.0, 0.0))
        return bent(root, target, (UPPER_ARM, FOREARM), pole)

    def _hand(self, fingers: Vector, thumb: Vector, *, open_hand: bool) -> Hand:
        fingers = unit(fingers)
        thumb = across(thumb, fingers)
        palm = times(cross(fingers, thumb), self._sign)
        return Hand(fingers, thumb, palm, open_hand)


def foot_angle(side: SidedBones) -> float:
    """Return how far the foot is from square to the shank, in degrees; pointed is negative."""
    shank = unit(minus(side.leg.middle, side.leg.end))
    return math.degrees(math.asin(max(-1.0, min(1.0, dot(shank, side.foot.front)))))
