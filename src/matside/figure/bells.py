"""Dumbbells: one in each fist, or one that both hands hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from matside.figure.skeleton import PALM, Bones, SidedBones
from matside.figure.tubes import Form, Material, Tube, flat_ended, level_front, tube
from matside.figure.vectors import Vector, along, unit

HANDLE = Form([(0, 1.5, 1.5, 0), (1, 1.5, 1.5, 0)], sides=10, round_start=False, round_end=False)
HEAD = Form(
    [(0, 4.5, 4.5, 0), (0.12, 5.2, 5.2, 0), (0.88, 5.2, 5.2, 0), (1, 4.5, 4.5, 0)],
    round_start=False,
    round_end=False,
)

LONG = 5.6
"""How long a head is, in cm."""


@dataclass(frozen=True, slots=True)
class Bell:
    """A dumbbell: its middle, where its handle points, and half the handle's length in cm."""

    middle: Vector
    axis: Vector
    half: float


def bells_of(bones: Bones, *, in_fists: bool) -> tuple[Bell, ...]:
    """Return the dumbbells: the one that both hands hold, or one in each fist."""
    if bones.bell is not None:
        return (Bell(bones.bell.middle, unit(bones.bell.axis), 8.6),)
    if not in_fists:
        return ()
    return tuple(Bell(grip_of(side), side.hand.thumb, 5.6) for side in bones.sides)


def grip_of(side: SidedBones) -> Vector:
    """Return where the handle runs through the fist of `side`."""
    return along(along(side.arm.end, side.hand.fingers, 6.6), side.hand.palm, 1.7)


def palm_of(side: SidedBones) -> Vector:
    """Return the middle of the palm of `side`."""
    return along(side.arm.end, side.hand.fingers, PALM)


def tubes_of(bell: Bell) -> Iterator[Tube]:
    """Yield the handle and the two heads of `bell`."""
    front = level_front(bell.axis) if abs(bell.axis[2]) < 0.95 else (1.0, 0.0, 0.0)
    for form, material, start, end in (
        (HANDLE, Material.HANDLE, -bell.half, bell.half),
        (HEAD, Material.IRON, -bell.half - LONG, -bell.half),
        (HEAD, Material.IRON, bell.half, bell.half + LONG),
    ):
        ends = along(bell.middle, bell.axis, start), along(bell.middle, bell.axis, end)
        yield flat_ended(tube("bell", material, ends, front, form))
