"""The body around the bones: tubes of skin, clothes, shoes and iron."""

import math
from collections.abc import Iterator

from matside.figure.bells import Bell, tubes_of
from matside.figure.limbs import limbs_of
from matside.figure.skeleton import Bones
from matside.figure.tubes import Form, Material, Ring, Tube, ball, fine, tube
from matside.figure.vectors import Axes, Vector, along, plus, times

_NECK = Form(
    fine([(0, 6.3, 6.0, 0), (0.35, 5.5, 5.4, 0), (1, 5.4, 5.8, 0)], 6),
    round_start=False,
    round_end=False,
)
_NOSE = Form([(0, 0.8, 0.8, 0), (1, 1.4, 1.2, 0)], sides=10, joined=True, raised=0.6)

# Half the width, half the depth and how far forward the trunk is, by cm above the hips.
_TRUNK = (
    (-12.0, 3.0, 3.5, -1.5),
    (-8.5, 8.5, 6.5, -1.6),
    (-4.0, 14.2, 9.0, -1.6),
    (0.0, 16.4, 10.4, -1.4),
    (5.0, 15.8, 10.4, -0.8),
    (10.0, 14.3, 9.9, -0.1),
    (15.0, 13.3, 9.4, 0.2),
    (20.0, 13.4, 9.6, 0.3),
    (26.0, 14.6, 10.5, 0.4),
    (32.0, 15.9, 11.5, 0.6),
    (37.0, 16.5, 11.7, 0.5),
    (42.0, 16.2, 10.9, -0.1),
    (46.0, 14.4, 9.2, -0.7),
    (49.0, 10.8, 7.4, -1.1),
    (51.5, 6.4, 5.6, -1.2),
)
_LOWEST, _HIGHEST = _TRUNK[0][0], _TRUNK[-1][0]
_TRUNK_PROFILE = fine(
    [((row[0] - _LOWEST) / (_HIGHEST - _LOWEST), *row[1:]) for row in _TRUNK], 25
)
_WAISTBAND = 8.0
"""Where the shorts end and the shirt begins, in cm above the hips."""

# The head from the chin to the crown: height, half the width, half the depth, forward.
_HEAD_PROFILE = fine(
    [
        (0.0, 1.6, 1.6, 4.7),
        (0.06, 3.4, 3.2, 4.1),
        (0.2, 5.2, 5.6, 2.5),
        (0.38, 6.4, 7.6, 1.0),
        (0.58, 7.2, 8.9, 0.2),
        (0.75, 7.2, 9.2, -0.2),
        (0.88, 6.0, 7.8, -0.4),
        (0.96, 3.8, 5.0, -0.5),
        (1.0, 0.5, 0.7, -0.5),
    ],
    18,
)
_HEAD = Form(_HEAD_PROFILE, sides=20, round_end=False)
_CHIN, _CROWN = -11.2, 10.4


def body_of(bones: Bones, bells: tuple[Bell, ...] = ()) -> tuple[Tube, ...]:
    """Return all tubes of the body in the pose of `bones`, and those of its dumbbells."""
    return (
        *_trunk(bones),
        *_head(bones),
        *(part for side in bones.sides for part in limbs_of(side, bones)),
        *(part for bell in bells for part in tubes_of(bell)),
    )


def trunk_place(bones: Bones, level: float) -> tuple[Vector, Axes]:
    """Return the middle and the axes of the trunk `level` cm above the hips."""
    starts = (0.0, 10.0, 24.0, 36.0)
    place = max(index for index, start in enumerate(starts) if level >= start or index == 0)
    start = starts[place]
    axes = bones.axes[place]
    middle = along(bones.joints[place], axes.top, level - start)
    end = starts[place + 1] if place < 3 else 54.0
    share = (level - start) / (end - start)
    if share < 0.5 and place > 0:
        return middle, bones.axes[place - 1].towards(axes, 0.5 + share)
    if share > 0.5 and place < 3:
        return middle, axes.towards(bones.axes[place + 1], share - 0.5)
    return middle, axes


def _trunk(bones: Bones) -> Iterator[Tube]:
    levels = [_LOWEST + share * (_HIGHEST - _LOWEST) for share, *_ in _TRUNK_PROFILE]
    rings = tuple(
        _trunk_ring(bones, level, row) for level, row in zip(levels, _TRUNK_PROFILE, strict=True)
    )
    waist = next(index for index, level in enumerate(levels) if level > _WAISTBAND)
    yield Tube("pelvis", Material.SHORTS, rings[: waist + 1], 24, 4, joined=6)
    yield Tube("trunk", Material.SHIRT, rings[waist:], 24, 4, raised=0.8)
    pelvis, axes = bones.joints[0], bones.axes[0]
    for sign in (1, -1):
        seat = plus(pelvis, axes.outward((-4.6, sign * 7.6, -3.6)))
        yield ball("pelvis", Material.SHORTS, seat, (9.0, 8.6, 9.6), axes)


def _trunk_ring(bones: Bones, level: float, row: tuple[float, float, float, float]) -> Ring:
    middle, axes = trunk_place(bones, level)
    breath = bones.breath * math.exp(-(((level - 30) / 10) ** 2))
    _, width, depth, forward = row
    return Ring(
        along(middle, axes.front, forward + 0.7 * breath),
        times(axes.left, width + 0.9 * breath),
        times(axes.front, depth + 1.1 * breath),
    )


def _head(bones: Bones) -> Iterator[Tube]:
    head = bones.head

    def at(front: float, left: float, top: float) -> Vector:
        return plus(bones.skull, head.outward((front, left, top)))

    neck = along(bones.joints[-1], bones.chest.top, -3.0)
    yield tube("neck", Material.SKIN, (neck, at(-1.6, 0, -4.5)), head.front, _NECK)
    yield tube("head", Material.SKIN, (at(0, 0, _CHIN), at(0, 0, _CROWN)), head.front, _HEAD)
    yield _hair(at(-0.5, 0, 1.9), head)
    yield tube("head", Material.SKIN, (at(8.6, 0, 0.6), at(9.7, 0, -2.6)), head.front, _NOSE)
    for sign in (1, -1):
        yield ball("head", Material.SKIN, at(-0.6, sign * 7.3, -1.0), (1.9, 1.0, 2.8), head, 10)


def _hair(middle: Vector, head: Axes) -> Tube:
    """Return a cap of hair, whose brim rises from the nape to the brow."""
    tilt = Axes.turned(-34, 0, 0)
    axes = head.carrying(tilt)
    heights = (-2.2, 0.0, 2.2, 4.4, 6.2, 7.8, 8.9, 9.6, 9.9)
    rings = []
    for height in heights:
        share = math.sqrt(max(0.0, 1 - (height / 9.9) ** 2))
        rings.append(
            Ring(
                along(middle, axes.top, height),
                times(axes.left, 8.1 * share),
                times(axes.front, 9.9 * share),
            )
        )
    return Tube("head", Material.HAIR, tuple(rings), 20, 5, raised=3.5)
