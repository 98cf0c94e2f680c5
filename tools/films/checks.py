"""What is wrong with the bones of a figure: joints bent too far, feet that slide, and the like.

A loop is looked at in SAMPLES moments. What only the body itself can tell, as what touches the
floor, is looked at in `mesh_checks`.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from tools.films.bells import Bell, bells_of, palm_of
from tools.films.bones import FOREARM, SHANK, THIGH, UPPER_ARM, Bones, SidedBones
from tools.films.figure import Figure
from tools.films.motion import Key, Motion
from tools.films.skeleton import bones_of, foot_angle
from tools.films.vectors import (
    Vector,
    across,
    along,
    angle,
    distance,
    dot,
    length,
    minus,
    mirrored,
    unit,
)

SAMPLES = 96

MISSED = 0.3
BONE = 0.4
GRIP = 3.2
SLID = 0.35
LIFTED = 0.3
MIRROR = 0.01
"""How many cm may be wrong: targets, bones, grip, what stands and by how much, mirror."""

STANDING = 15.0
"""Wrists and ankles that are ever lower than this, in cm, stand while they are lowest."""

SPEED = 260.0
JERK = 110.0
ROLL = 420.0
"""How fast a joint may be in cm/s, how much faster from sample to sample, and roll in deg/s."""

LIMITS = {
    "elbow": (-0.5, 150.0),
    "knee": (-0.5, 161.0),
    "wrist": (0.0, 92.0),
    "hip": (-40.0, 145.0),
    "ankle": (-83.0, 45.0),
    "gaze": (0.0, 92.0),
}
"""The degrees that joints may be bent, knees and hips sitting on the heels included."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one share of the loop."""

    share: float
    what: str


@dataclass(frozen=True, slots=True)
class Sample:
    """The bones of one moment of a loop, of its mirror, and of the two moments before it."""

    share: float
    bones: Bones
    mirror: Bones
    before: Bones
    earlier: Bones
    seconds: float


_Check = Callable[[Figure, Sample], Iterator[str]]


def faults_of(figure: Figure) -> tuple[Fault, ...]:
    """Return all that is wrong with the bones of `figure`."""
    shares = [place / SAMPLES for place in range(SAMPLES)]
    bones, mirrors = (_moments(each.motion.keys) for each in (figure, figure.mirrored()))
    step = figure.seconds / SAMPLES
    samples = [
        Sample(shares[at], bones[at], mirrors[at], bones[at - 1], bones[at - 2], step)
        for at in range(SAMPLES)
    ]
    found = [
        Fault(sample.share, what)
        for sample in samples
        for check in _CHECKS
        for what in check(figure, sample)
    ]
    return (*found, *_slides(figure, samples))


@lru_cache(maxsize=2)
def _moments(keys: tuple[Key, ...]) -> list[Bones]:
    """Return the bones at each share of a loop; whoever checks its mirror needs the same two."""
    motion = Motion(keys)
    return [bones_of(motion.pose(place / SAMPLES)) for place in range(SAMPLES)]


def _reach(figure: Figure, sample: Sample) -> Iterator[str]:
    del figure
    for side in sample.bones.sides:
        for name, limb in (("hand", side.arm), ("foot", side.leg)):
            if limb.missed > MISSED:
                yield f"the {_named(name, side)} misses its place by {limb.missed:.1f} cm"


def _bones(figure: Figure, sample: Sample) -> Iterator[str]:
    del figure
    for side in sample.bones.sides:
        arm, leg = side.arm, side.leg
        for name, start, end, right in (
            ("upper arm", arm.root, arm.middle, UPPER_ARM),
            ("forearm", arm.middle, arm.end, FOREARM),
            ("thigh", leg.root, leg.middle, THIGH),
            ("shank", leg.middle, leg.end, SHANK),
        ):
            wrong = distance(start, end) - right
            if abs(wrong) > BONE:
                yield f"the {_named(name, side)} is {wrong:+.1f} cm too long"


def _joints(figure: Figure, sample: Sample) -> Iterator[str]:
    del figure
    bones = sample.bones
    for side in bones.sides:
        for joint, degrees in _angles(side, bones):
            yield from _beyond(joint, degrees, _named(joint, side))
    gaze = angle(bones.head.front, bones.chest.front)
    yield from _beyond("gaze", gaze, "gaze")


def _beyond(joint: str, degrees: float, name: str) -> Iterator[str]:
    least, most = LIMITS[joint]
    if not least <= degrees <= most:
        yield f"the {name} is bent {degrees:.0f} degrees, beyond {least:.0f} to {most:.0f}"


def _angles(side: SidedBones, bones: Bones) -> Iterator[tuple[str, float]]:
    arm, leg = side.arm, side.leg
    forearm = unit(minus(arm.end, arm.middle))
    thigh = unit(minus(leg.middle, leg.root))
    yield "elbow", angle(unit(minus(arm.middle, arm.root)), forearm)
    yield "wrist", angle(forearm, side.hand.fingers)
    yield "knee", angle(thigh, unit(minus(leg.end, leg.middle)))
    pelvis = bones.axes[0]
    front, _, top = pelvis.inward(thigh)
    flexion = math.degrees(math.atan2(front, -top))
    yield "hip", flexion + (360 if flexion < -90 else 0)
    yield "ankle", foot_angle(side)


def _grip(figure: Figure, sample: Sample) -> Iterator[str]:
    bells = bells_of(sample.bones, in_fists=figure.bells)
    if sample.bones.bell is None:
        return
    for side in sample.bones.sides:
        off = _from_handle(palm_of(side), bells[0])
        if off > GRIP:
            yield f"the {_named('palm', side)} is {off:.1f} cm off the handle"


def _from_handle(place: Vector, bell: Bell) -> float:
    way = minus(place, bell.middle)
    on_axis = max(-bell.half, min(bell.half, dot(way, bell.axis)))
    return distance(place, along(bell.middle, bell.axis, on_axis))


def _speed(figure: Figure, sample: Sample) -> Iterator[str]:
    del figure
    moments = (sample.bones, sample.before, sample.earlier)
    for place, last, first in zip(*(bones.places for bones in moments), strict=True):
        speed = distance(place, last) / sample.seconds
        if speed > SPEED:
            yield f"a joint moves at {speed:.0f} cm/s"
        jump = length(minus(minus(place, last), minus(last, first))) / sample.seconds
        if jump > JERK:
            yield f"a joint is {jump:.0f} cm/s faster from sample to sample"


def _roll(figure: Figure, sample: Sample) -> Iterator[str]:
    del figure
    for now, before in zip(sample.bones.sides, sample.before.sides, strict=True):
        for name, new, old in _fronts(now, before):
            rate = angle(new, old) / sample.seconds
            if rate > ROLL:
                yield f"the {_named(name, now)} turns at {rate:.0f} degrees a second"


def _fronts(now: SidedBones, before: SidedBones) -> Iterator[tuple[str, Vector, Vector]]:
    """Yield where the fronts of limbs point, as if the limbs themselves had not moved."""
    for name, limb, old in (("arm", now.arm, before.arm), ("leg", now.leg, before.leg)):
        axis = unit(minus(limb.middle, limb.root))
        yield name, across(limb.point, axis), across(old.point, axis)
    yield "hand", now.hand.thumb, across(before.hand.thumb, now.hand.fingers)


def _mirror(figure: Figure, sample: Sample) -> Iterator[str]:
    del figure
    pairs = zip(_swapped(sample.mirror), sample.bones.places, strict=True)
    wrong = max(distance(mirrored(place), own) for place, own in pairs)
    if wrong > MIRROR:
        yield f"the mirror is {wrong:.2f} cm off"


def _swapped(bones: Bones) -> tuple[Vector, ...]:
    """Return the joints with those of left and right exchanged."""
    places = bones.places
    middle = len(places) - 12
    return (*places[:middle], *places[middle + 6 :], *places[middle : middle + 6])


def _slides(figure: Figure, samples: list[Sample]) -> Iterator[Fault]:
    """Yield where hands and feet that stand slide over the floor."""
    for name, ends in _ends(samples):
        lowest = min(end[2] for end in ends)
        if lowest > STANDING or name in figure.slides:
            continue
        for sample, now, before in zip(samples, ends, [ends[-1], *ends], strict=False):
            if max(now[2], before[2]) < lowest + LIFTED:
                way = math.dist(now[:2], before[:2])
                if way > SLID:
                    yield Fault(sample.share, f"the {name} slides {way:.1f} cm over the floor")


def _ends(samples: list[Sample]) -> Iterator[tuple[str, list[Vector]]]:
    """Yield the ways of wrists and ankles."""
    for at, letter in enumerate("lr"):
        yield f"hand_{letter}", [sample.bones.sides[at].arm.end for sample in samples]
        yield f"foot_{letter}", [sample.bones.sides[at].leg.end for sample in samples]


def _named(name: str, side: SidedBones) -> str:
    return f"{'left' if side.sign > 0 else 'right'} {name}"


_CHECKS: tuple[_Check, ...] = (_reach, _bones, _joints, _grip, _speed, _roll, _mirror)
