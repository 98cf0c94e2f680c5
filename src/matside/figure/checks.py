"""What is wrong with a figure: joints bent too far, feet that slide, balance lost, and the like.

A loop is looked at in SAMPLES moments. The masses of the parts are those that Winter gives, as
the lengths of the bones are.
"""

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from matside.figure.bells import Bell, bells_of, palm_of
from matside.figure.body import trunk_place
from matside.figure.figure import Figure
from matside.figure.scene import Moment, moment_of
from matside.figure.skeleton import (
    FOREARM,
    SHANK,
    THIGH,
    UPPER_ARM,
    Bones,
    SidedBones,
    foot_angle,
)
from matside.figure.tubes import Material, Ring, Tube
from matside.figure.vectors import (
    Vector,
    across,
    along,
    angle,
    distance,
    dot,
    length,
    minus,
    mirrored,
    mixed,
    unit,
)

SAMPLES = 96

MISSED = 0.3
BONE = 0.4
SUNK = 1.2
GRIP = 3.2
INSIDE = 3.5
SLID = 0.35
TOUCHING = 1.0
MIRROR = 0.01
"""How many cm may be wrong: targets, bones, floor, grip, bodies, feet that stand, mirror."""

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

MASSES = {
    "head": 0.081,
    "trunk": 0.497,
    "upper_arm": 0.028,
    "forearm": 0.016,
    "hand": 0.006,
    "thigh": 0.100,
    "shank": 0.0465,
    "foot": 0.0145,
    "bell": 0.06,
}
"""The masses of the parts as shares of the body's; a dumbbell is 4 kg of 68 kg."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong at one share of the loop."""

    share: float
    what: str


@dataclass(frozen=True, slots=True)
class Sample:
    """One moment of a loop, the two before it, and the bones of its mirror."""

    share: float
    moment: Moment
    mirror: Bones
    before: Moment
    earlier: Moment
    seconds: float

    @property
    def bones(self) -> Bones:
        """The bones of the moment."""
        return self.moment.bones


_Check = Callable[[Figure, Sample], Iterator[str]]


def faults_of(figure: Figure, seconds: float) -> tuple[Fault, ...]:
    """Return all that is wrong with `figure` when its loop takes `seconds`."""
    moments = [moment_of(figure, place / SAMPLES) for place in range(SAMPLES)]
    other = figure.mirrored()
    mirrors = [moment_of(other, place / SAMPLES).bones for place in range(SAMPLES)]
    step = seconds / SAMPLES
    samples = [
        Sample(place / SAMPLES, now, mirror, moments[place - 1], moments[place - 2], step)
        for place, (now, mirror) in enumerate(zip(moments, mirrors, strict=True))
    ]
    return tuple(
        Fault(sample.share, what)
        for sample in samples
        for check in _CHECKS
        for what in check(figure, sample)
    )


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


def _floor(figure: Figure, sample: Sample) -> Iterator[str]:
    del figure
    for shape in sample.moment.shapes:
        lowest = min(ring.lowest for ring in shape.rings)
        if lowest < -SUNK:
            yield f"the {shape.part} is {-lowest:.1f} cm in the floor"


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


def _bodies(figure: Figure, sample: Sample) -> Iterator[str]:
    del figure
    shapes = sample.moment.shapes
    solid = [shape for shape in shapes if shape.part in ("trunk", "pelvis", "head")]
    for shape in shapes:
        if shape.part.startswith(("hand", "forearm")):
            deepest = max(_depth(ring, solid) for ring in shape.rings[2:])
            if deepest > INSIDE:
                yield f"the {shape.part} is {deepest:.1f} cm inside the body"


def _depth(ring: Ring, solid: list[Tube]) -> float:
    """Return how far `ring` lies within one of the tubes, in cm; negative outside."""
    thick = min(length(ring.side), length(ring.front))
    return max(
        _within(ring.middle, below, above) + thick
        for shape in solid
        for below, above in pairwise(shape.rings)
    )


def _within(place: Vector, below: Ring, above: Ring) -> float:
    axis = minus(above.middle, below.middle)
    long = length(axis)
    if long < 1e-6:
        return -math.inf
    share = dot(minus(place, below.middle), axis) / long**2
    if not 0 <= share <= 1:
        return -math.inf
    middle = mixed(below.middle, above.middle, share)
    side = length(mixed(below.side, above.side, share)) or 1e-6
    front = length(mixed(below.front, above.front, share)) or 1e-6
    way = minus(place, middle)
    wide = max(below, above, key=lambda ring: ring.radius)
    aside, ahead = dot(way, unit(wide.side)), dot(way, unit(wide.front))
    return (1 - math.hypot(aside / side, ahead / front)) * min(side, front)


def _balance(figure: Figure, sample: Sample) -> Iterator[str]:
    support = [place[:2] for place in _contacts(sample.moment)]
    mass = _mass(sample.moment)
    off = _outside((mass[0], mass[1]), support)
    if off > figure.dynamic:
        yield f"the body falls over: its balance is {off:.1f} cm beside what stands"


def _contacts(moment: Moment) -> Iterator[Vector]:
    """Yield the places at which the body touches the floor."""
    for shape in moment.shapes:
        if shape.part == "bell":
            continue
        for ring in shape.rings:
            if ring.lowest < TOUCHING:
                for way in (ring.side, ring.front):
                    for sign in (1, -1):
                        yield along(ring.middle, way, sign)


def _mass(moment: Moment) -> Vector:
    """Return the centre of mass, with the dumbbells."""
    parts = list(_masses(moment))
    whole = sum(mass for mass, _ in parts)
    total = (0.0, 0.0, 0.0)
    for mass, place in parts:
        total = along(total, place, mass / whole)
    return total


def _masses(moment: Moment) -> Iterator[tuple[float, Vector]]:
    bones = moment.bones
    yield MASSES["head"], bones.skull
    yield MASSES["trunk"], trunk_place(bones, 24.0)[0]
    for side in bones.sides:
        arm, leg = side.arm, side.leg
        yield MASSES["upper_arm"], mixed(arm.root, arm.middle, 0.436)
        yield MASSES["forearm"], mixed(arm.middle, arm.end, 0.43)
        yield MASSES["hand"], palm_of(side)
        yield MASSES["thigh"], mixed(leg.root, leg.middle, 0.433)
        yield MASSES["shank"], mixed(leg.middle, leg.end, 0.433)
        yield MASSES["foot"], along(leg.end, side.foot.front, 6.0)
    for head in (shape for shape in moment.shapes if shape.material is Material.IRON):
        yield MASSES["bell"] / 2, mixed(head.rings[0].middle, head.rings[-1].middle, 0.5)


def _outside(place: tuple[float, float], support: list[tuple[float, float]]) -> float:
    """Return how far `place` is outside the hull of `support`, 0 inside."""
    if not support:
        return math.inf
    far = 0.0
    for turn in range(72):
        x, y = math.cos(turn * math.pi / 36), math.sin(turn * math.pi / 36)
        reach = max(px * x + py * y for px, py in support)
        far = max(far, place[0] * x + place[1] * y - reach)
    return far


def _standing(figure: Figure, sample: Sample) -> Iterator[str]:
    for now, before in zip(sample.moment.shapes, sample.before.shapes, strict=True):
        name = now.part
        if not name.startswith(("hand", "foot")) or name in figure.slides:
            continue
        for ring, old in zip(now.rings, before.rings, strict=True):
            if max(ring.lowest, old.lowest) < TOUCHING / 2:
                way = math.dist(ring.middle[:2], old.middle[:2])
                if way > SLID:
                    yield f"the {name} slides {way:.1f} cm over the floor"
                    break


def _speed(figure: Figure, sample: Sample) -> Iterator[str]:
    del figure
    now, before, earlier = (
        moment.bones.places for moment in (sample.moment, sample.before, sample.earlier)
    )
    for place, last, first in zip(now, before, earlier, strict=True):
        speed = distance(place, last) / sample.seconds
        if speed > SPEED:
            yield f"a joint moves at {speed:.0f} cm/s"
        jump = length(minus(minus(place, last), minus(last, first))) / sample.seconds
        if jump > JERK:
            yield f"a joint is {jump:.0f} cm/s faster from sample to sample"


def _roll(figure: Figure, sample: Sample) -> Iterator[str]:
    del figure
    for now, before in zip(sample.bones.sides, sample.before.bones.sides, strict=True):
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


def _gaps(figure: Figure, sample: Sample) -> Iterator[str]:
    for part, (least, most) in figure.clear.items():
        gap = min(
            ring.lowest
            for shape in sample.moment.shapes
            if shape.part == part
            for ring in shape.rings
        )
        if not least <= gap <= most:
            yield f"the {part} is {gap:.1f} cm above the floor, not {least:g} to {most:g}"


def _named(name: str, side: SidedBones) -> str:
    return f"{'left' if side.sign > 0 else 'right'} {name}"


_CHECKS: tuple[_Check, ...] = (
    _reach,
    _bones,
    _joints,
    _floor,
    _grip,
    _bodies,
    _balance,
    _standing,
    _speed,
    _roll,
    _mirror,
    _gaps,
)
