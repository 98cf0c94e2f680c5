"""Where the worked muscles glow."""

from collections.abc import Callable, Iterator

from matside.figure.body import trunk_place
from matside.figure.facets import Spot
from matside.figure.skeleton import Bones, SidedBones
from matside.figure.vectors import Vector, across, along, minus, mixed, plus, times, unit

_Spotter = Callable[[Bones, SidedBones], Iterator[Spot]]


def _on_limb(limb: tuple[Vector, Vector], front: Vector, share: float, out: float) -> Vector:
    """Return the place at `share` of a limb, `out` cm to its front."""
    start, end = limb
    ahead = across(front, unit(minus(end, start)))
    return along(mixed(start, end, share), ahead, out)


def _letter(side: SidedBones) -> str:
    return "l" if side.sign > 0 else "r"


def _arm_spot(share: float, out: float, radius: float) -> _Spotter:
    def spot(bones: Bones, side: SidedBones) -> Iterator[Spot]:
        del bones
        place = _on_limb((side.arm.root, side.arm.middle), times(side.arm.point, -1), share, out)
        yield Spot(f"upper_arm_{_letter(side)}", place, radius)

    return spot


def _forearm_spot(bones: Bones, side: SidedBones) -> Iterator[Spot]:
    del bones
    place = _on_limb((side.arm.middle, side.arm.end), side.hand.thumb, 0.25, 3.0)
    yield Spot(f"forearm_{_letter(side)}", place, 6.5)


def _shoulder_spot(forward: float) -> _Spotter:
    def spot(bones: Bones, side: SidedBones) -> Iterator[Spot]:
        arm, letter = side.arm, _letter(side)
        outward = times(bones.chest.left, side.sign)
        over = plus(plus(outward, times(bones.chest.top, 0.5)), times(bones.chest.front, forward))
        ahead = across(over, unit(minus(arm.middle, arm.root)))
        place = along(mixed(arm.root, arm.middle, 0.12), ahead, 3.5)
        yield Spot(f"upper_arm_{letter}", place, 8.6)
        yield Spot(f"shoulder_{letter}", place, 7.0)

    return spot


def _leg_spot(share: float, out: float, radius: float) -> _Spotter:
    def spot(bones: Bones, side: SidedBones) -> Iterator[Spot]:
        del bones
        place = _on_limb((side.leg.root, side.leg.middle), side.leg.point, share, out)
        yield Spot(f"thigh_{_letter(side)}", place, radius)

    return spot


def _calf_spot(bones: Bones, side: SidedBones) -> Iterator[Spot]:
    del bones
    place = _on_limb((side.leg.middle, side.leg.end), side.leg.point, 0.3, -4.5)
    yield Spot(f"shank_{_letter(side)}", place, 7.5)


def _trunk_spot(
    level: float, forward: float, aside: float, radius: float, part: str = "trunk"
) -> _Spotter:
    def spot(bones: Bones, side: SidedBones) -> Iterator[Spot]:
        middle, axes = trunk_place(bones, level)
        local = (forward, side.sign * aside, 0.0)
        place = plus(middle, axes.outward(local))
        yield Spot(part, place, radius)
        if part == "trunk" and level > 28:
            yield Spot(f"shoulder_{_letter(side)}", place, radius)

    return spot


_SPOTTERS: dict[str, _Spotter] = {
    "biceps": _arm_spot(0.55, 3.6, 7.0),
    "triceps": _arm_spot(0.50, -3.6, 7.0),
    "brachioradialis": _forearm_spot,
    "delts": _shoulder_spot(0.35),
    "rear_delts": _shoulder_spot(-0.8),
    "quads": _leg_spot(0.62, 7.0, 10.0),
    "hamstrings": _leg_spot(0.62, -7.0, 10.0),
    "calves": _calf_spot,
    "chest": _trunk_spot(38.0, 9.5, 7.5, 8.6),
    "abs": _trunk_spot(19.0, 9.0, 2.0, 9.0),
    "obliques": _trunk_spot(17.0, 4.5, 11.5, 8.8),
    "lats": _trunk_spot(28.0, -5.0, 12.5, 9.5),
    "upper_back": _trunk_spot(39.0, -10.5, 5.5, 8.6),
    "low_back": _trunk_spot(14.0, -8.5, 3.0, 8.6),
    "glutes": _trunk_spot(-2.0, -12.0, 8.5, 9.5, "pelvis"),
}

MUSCLES = tuple(f"{name}{side}" for name in _SPOTTERS for side in ("", "_l", "_r"))
"""The words for what works: a muscle on both sides, or on the left or right alone."""


def spots_of(work: tuple[str, ...], bones: Bones) -> tuple[Spot, ...]:
    """Return where the muscles of `work` glow in the pose of `bones`."""
    return tuple(spot for word in work for spot in _spots(word, bones))


def _spots(word: str, bones: Bones) -> Iterator[Spot]:
    for side in bones.sides:
        name = word.removesuffix(f"_{_letter(side)}")
        if name in _SPOTTERS:
            yield from _SPOTTERS[name](bones, side)
