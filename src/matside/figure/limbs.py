"""Arms and legs around their bones, with hands, shoes and the legs of the shorts."""

from collections.abc import Iterator

from matside.figure.skeleton import Bones, Hand, SidedBones
from matside.figure.tubes import Form, Material, Tube, fine, level_front, tube
from matside.figure.vectors import Axes, Vector, along, cross, mixed, plus, times

_UPPER_ARM = Form(
    fine(
        [
            (0.0, 5.3, 5.6, 0.0),
            (0.16, 5.1, 5.6, 0.1),
            (0.34, 4.3, 4.9, 0.3),
            (0.55, 4.0, 4.7, 0.5),
            (0.80, 3.6, 3.9, 0.2),
            (1.0, 3.5, 3.6, 0.0),
        ],
        10,
    )
)
_FOREARM = Form(
    fine(
        [
            (0.0, 3.2, 3.3, 0.0),
            (0.2, 4.1, 4.0, 0.2),
            (0.45, 3.7, 3.6, 0.2),
            (0.8, 2.7, 2.3, 0.0),
            (1.0, 2.6, 2.0, 0.0),
        ],
        9,
    ),
    joined=True,
)
_THIGH = fine(
    [
        (0.0, 8.4, 8.7, 0.0),
        (0.25, 8.2, 8.6, 0.5),
        (0.55, 7.0, 7.5, 0.7),
        (0.85, 5.6, 5.8, 0.3),
        (1.0, 5.3, 5.5, 0.0),
    ],
    11,
)
_BARE_THIGH = Form([row for row in _THIGH if row[0] > 0.5], round_start=False)
_SHANK = Form(
    fine(
        [
            (0.0, 4.6, 4.8, -0.2),
            (0.12, 4.8, 5.0, -0.4),
            (0.32, 5.2, 5.6, -1.3),
            (0.55, 4.4, 4.7, -0.9),
            (0.82, 3.2, 3.4, -0.1),
            (1.0, 3.3, 3.6, 0.0),
        ],
        10,
    ),
    joined=True,
)
_SHORTS = Form(
    [
        *fine(
            [(0, 9.0, 9.3, 0), (0.35, 8.9, 9.2, 0.5), (0.75, 8.3, 8.7, 0.7), (1, 8.2, 8.6, 0.7)],
            8,
        ),
        (1, 6.4, 6.8, 0.7),
    ],
    round_end=False,
    joined=True,
    raised=0.5,
)
_OPEN_HAND = Form(
    fine(
        [
            (0.0, 2.5, 1.9, 0.0),
            (0.25, 3.7, 1.7, 0.0),
            (0.5, 4.1, 1.5, 0.0),
            (0.75, 3.7, 1.2, 0.2),
            (1.0, 2.6, 0.8, 0.4),
        ],
        8,
    )
)
_FIST = Form(
    fine(
        [
            (0.0, 2.5, 2.0, 0.0),
            (0.3, 3.9, 2.9, 0.4),
            (0.65, 4.3, 3.3, 1.0),
            (1.0, 3.6, 2.9, 1.5),
        ],
        6,
    )
)


_STRAP = Form(fine([(0, 5.4, 5.4, 0), (0.6, 4.9, 5.0, 0), (1, 3.6, 3.8, 0)], 4), joined=True)
_FLANK = Form(fine([(0, 6.0, 8.2, 0), (0.6, 5.0, 6.0, 0), (1, 3.4, 3.8, 0)], 4), joined=True)
_THUMB = Form([(0, 1.6, 1.4, 0), (1, 1.2, 1.1, 0)], sides=10)
_SHOE = Form(
    fine([(0, 3.4, 3.8, 0), (0.3, 3.8, 4.4, 0.7), (0.65, 4.3, 3.3, 0.5), (1, 4.6, 2.5, 0)], 9)
)
_TOE_CAP = Form([(0, 4.5, 2.5, 0), (0.6, 4.3, 2.3, -0.1), (1, 3.2, 1.9, -0.4)], joined=True)

_ARMHOLE = 0.72
"""How far the shirt reaches from the chest to the shoulder joint, as a share."""

_HEM = 0.60
"""How far the shorts reach from the hip to the knee, as a share."""


def limbs_of(side: SidedBones, bones: Bones) -> Iterator[Tube]:
    """Yield the tubes of arm and leg of `side`, and of the shirt towards the arm."""
    letter = "l" if side.sign > 0 else "r"
    yield from _shoulder(side, bones, f"shoulder_{letter}")
    yield from _arm(side, letter)
    yield from _leg(side, letter)


def _shoulder(side: SidedBones, bones: Bones, part: str) -> Iterator[Tube]:
    axes, joint = bones.chest, side.arm.root
    for form, local in ((_STRAP, (-1.4, 6.5, 10.8)), (_FLANK, (0.4, 10.0, 3.5))):
        ahead, aside, up = local
        inner = plus(bones.joints[3], axes.outward((ahead, side.sign * aside, up)))
        ends = (inner, mixed(inner, joint, _ARMHOLE))
        yield tube(part, Material.SHIRT, ends, axes.front, form)


def _arm(side: SidedBones, letter: str) -> Iterator[Tube]:
    arm, hand = side.arm, side.hand
    upper, lower = (arm.root, arm.middle), (arm.middle, arm.end)
    biceps = times(arm.point, -1)
    yield tube(f"upper_arm_{letter}", Material.SKIN, upper, biceps, _UPPER_ARM)
    yield tube(f"forearm_{letter}", Material.SKIN, lower, hand.palm, _FOREARM)
    yield from _hand(arm.end, hand, f"hand_{letter}")


def _hand(wrist: Vector, hand: Hand, part: str) -> Iterator[Tube]:
    axes = Axes(hand.fingers, hand.thumb, hand.palm)

    def at(ahead: float, aside: float, inward: float) -> Vector:
        return plus(wrist, axes.outward((ahead, aside, inward)))

    form, far = (_OPEN_HAND, 16.2) if hand.open else (_FIST, 8.6)
    yield tube(part, Material.SKIN, (wrist, at(far, 0, 0)), hand.palm, form)
    spread, wrapped = (at(3.4, 2.2, 0), at(8.4, 6.2, 0)), (at(3.0, 2.8, 2.0), at(7.4, 2.6, 4.2))
    yield tube(part, Material.SKIN, spread if hand.open else wrapped, hand.palm, _THUMB)


def _leg(side: SidedBones, letter: str) -> Iterator[Tube]:
    leg, thigh = side.leg, f"thigh_{letter}"
    hem = mixed(leg.root, leg.middle, _HEM)
    yield tube(thigh, Material.SHORTS, (leg.root, hem), leg.point, _SHORTS)
    yield tube(thigh, Material.SKIN, (leg.root, leg.middle), leg.point, _BARE_THIGH)
    yield tube(f"shank_{letter}", Material.SKIN, (leg.middle, leg.end), leg.point, _SHANK)
    yield from _foot(side, f"foot_{letter}")


def _foot(side: SidedBones, part: str) -> Iterator[Tube]:
    foot, ankle = side.foot, side.leg.end
    axes = Axes(foot.front, cross(foot.top, foot.front), foot.top)
    heel = plus(ankle, axes.outward((-4.0, 0.0, -2.8)))
    ball = plus(ankle, axes.outward((11.0, 0.0, -4.1)))
    yield tube(part, Material.SHOE, (heel, ball), foot.top, _SHOE)
    if foot.toes is foot.front:
        yield tube(part, Material.SHOE, (ball, along(ball, foot.toes, 6.4)), foot.top, _TOE_CAP)
        return
    x, y, z = along(ball, foot.toes, 5.6)
    front = level_front(foot.toes)
    yield tube(part, Material.SHOE, (ball, (x, y, max(z, 2.3))), front, _TOE_CAP)
