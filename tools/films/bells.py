"""Dumbbells: one in each fist, or one that both hands hold."""

from dataclasses import dataclass

from tools.films.bones import DRAWN, PALM, Bones, Build, SidedBones
from tools.films.vectors import Vector, along, unit


@dataclass(frozen=True, slots=True)
class Bell:
    """A dumbbell: its middle, where its handle points, and half the handle's length in cm."""

    middle: Vector
    axis: Vector
    half: float


def bells_of(bones: Bones, *, in_fists: bool, build: Build = DRAWN) -> tuple[Bell, ...]:
    """Return the dumbbells: the one that both hands hold, or one in each fist of `build`."""
    if bones.bell is not None:
        return (Bell(bones.bell.middle, unit(bones.bell.axis), 8.6),)
    if not in_fists:
        return ()
    return tuple(Bell(_grip_of(side, build), side.hand.thumb, 5.6) for side in bones.sides)


def _grip_of(side: SidedBones, build: Build) -> Vector:
    """Return where the handle runs through the fist of `side`."""
    return along(
        along(side.arm.end, side.hand.fingers, build.grip), side.hand.palm, build.off_palm
    )


def palm_of(side: SidedBones) -> Vector:
    """Return the middle of the palm of `side`."""
    return along(side.arm.end, side.hand.fingers, PALM)
