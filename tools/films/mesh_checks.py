"""What is wrong with a figure on the body itself: contacts, gaps, grip, balance.

Every pose of the film is looked at, and as many moments between.
"""

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import ConvexHull, QhullError, cKDTree

from tools.films.base_mesh import Array
from tools.films.bells import bells_of, palm_of
from tools.films.bones import ANKLE, SidedBones
from tools.films.checks import Fault
from tools.films.contacts import Actor, Posed
from tools.films.figure import Figure
from tools.films.film_set import Model
from tools.films.plan import plan_of
from tools.films.pose import Kneeling, Placed, Planted, Pose
from tools.films.rest_body import RestBody
from tools.films.trunk import trunk_place
from tools.films.vectors import along, mixed

TOUCHING = 1.0
"""So near to the floor a part lies on it, in cm."""

SUNK = 4.0
"""So deep a part may be pressed flat, in cm: soft flesh, and the heel of a hand."""

PALM_HEIGHT = 3.6
"""A flat hand whose wrist is not higher lies on the floor, in cm."""

INSIDE = 3.0
"""So deep a hand or a forearm may be in the body, in cm."""

CLOSED = 2.2
"""How far from the middle of a handle half of the skin of its fist is at most, in cm."""

SUPPORT = 2.0
"""What is lower than this carries the body, in cm."""

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
"""The masses of the parts as shares of the body's, by Winter; a dumbbell is 4 kg of 68 kg."""

_PARTS = {
    "thigh": ("upperleg", "lowerleg01"),
    "shank": ("lowerleg",),
    "foot": ("foot", "toes"),
    "upper_arm": ("upperarm",),
    "forearm": ("lowerarm",),
    "hand": ("hand", "finger"),
    "trunk": ("spine",),
    "pelvis": ("pelvis", "spine05"),
    "head": ("head",),
}


class Parts:
    """Which points of a body are those of a part of it."""

    def __init__(self, body: RestBody) -> None:
        self._body = body
        self._known: dict[str, NDArray[np.bool_]] = {}

    def __getitem__(self, name: str) -> NDArray[np.bool_]:
        """Return the points of a part such as `head` or `thigh_l`."""
        if name not in self._known:
            self._known[name] = self._found(name)
        return self._known[name]

    def _found(self, name: str) -> NDArray[np.bool_]:
        stem, _, letter = name.rpartition("_")
        if letter not in ("l", "r"):
            return self._body.share(*_PARTS[name]) > 0.6
        side = f".{letter.upper()}"
        bones = [
            bone
            for bone in self._body.bones
            if bone.endswith(side) and bone.startswith(_PARTS[stem])
        ]
        return self._body.share(*bones) > 0.6


@dataclass(frozen=True)
class Look:
    """A body in one pose of a figure, and what is known of both."""

    figure: Figure
    model: Model
    parts: Parts
    actor: Actor
    posed: Posed
    pose: Pose

    @cached_property
    def normals(self) -> Array:
        """The directions out of the skin."""
        return self.model.body.normals(self.posed.sunk)

    def height(self, part: str) -> float:
        """Return how high the lowest point of a part is, before it is pressed flat, in cm."""
        return float(self.posed.sunk[self.parts[part]][:, 2].min())


def faults_on(model: Model, figure: Figure) -> Iterator[Fault]:
    """Yield all that is wrong with the poses of `figure` on the body of `model`."""
    moments = plan_of(model.actor(figure)).moments
    between = [(a + b) / 2 for a, b in zip(moments, (*moments[1:], 1.0), strict=True)]
    yield from faults_at(model, figure, sorted((*moments, *between)))


def faults_at(model: Model, figure: Figure, shares: Iterable[float]) -> Iterator[Fault]:
    """Yield all that is wrong with `figure` on the body of `model` at `shares` of its loop."""
    actor, parts = model.actor(figure), Parts(model.body)
    for share in shares:
        look = Look(figure, model, parts, actor, actor.at(share), figure.motion.pose(share))
        for check in _CHECKS:
            for what in check(look):
                yield Fault(share, what)


def _floor(look: Look) -> Iterator[str]:
    lowest = float(look.posed.sunk[:, 2].min())
    if lowest < -SUNK:
        yield f"the body is {-lowest:.1f} cm in the floor"


def _contacts(look: Look) -> Iterator[str]:
    """Yield what should lie on the floor and does not: palms, soles, knees and the head."""
    pose = look.pose
    for letter, leg, arm in (
        ("l", pose.left_leg, pose.left_arm),
        ("r", pose.right_leg, pose.right_arm),
    ):
        if isinstance(arm, Placed) and arm.open and arm.wrist[2] <= PALM_HEIGHT:
            yield from _beside_floor(look, f"hand_{letter}", f"palm_{letter}")
        if isinstance(leg, Kneeling):
            yield from _beside_floor(look, f"shank_{letter}", f"knee_{letter}")
        if isinstance(leg, Planted) and leg.ankle[2] <= ANKLE + 0.05:
            yield from _beside_floor(look, f"foot_{letter}", f"sole_{letter}")
    for part, (first, last) in look.figure.rests.items():
        if first <= look.posed.share <= last:
            yield from _beside_floor(look, part, part)


def _beside_floor(look: Look, part: str, name: str) -> Iterator[str]:
    gap = look.height(part)
    if gap > TOUCHING:
        yield f"the {name} is {gap:.1f} cm above the floor that it should touch"


def _gaps(look: Look) -> Iterator[str]:
    for part, (least, most) in look.figure.clear.items():
        gap = look.height(part)
        if not least <= gap <= most:
            yield f"the {part} is {gap:.1f} cm above the floor, not {least:g} to {most:g}"


def _grips(look: Look) -> Iterator[str]:
    bones = look.posed.bones
    bells = bells_of(bones, in_fists=look.figure.bells, build=look.actor.build)
    if not bells:
        return
    held = bells if len(bells) == 2 else bells * 2
    for letter, bell in zip("lr", held, strict=True):
        hand = look.posed.sunk[look.parts[f"hand_{letter}"]]
        middle, axis = np.array(bell.middle), np.array(bell.axis)
        on_axis = np.clip((hand - middle) @ axis, -bell.half, bell.half)
        away = np.linalg.norm(hand - middle - on_axis[:, None] * axis, axis=1)
        if (off := float(np.median(away))) > CLOSED:
            yield f"the hand_{letter} is {off:.1f} cm off the handle"


def _inside(look: Look) -> Iterator[str]:
    points, normals = look.posed.sunk, look.normals
    core = look.parts["trunk"] | look.parts["head"] | look.parts["pelvis"]
    tree = cKDTree(points[core])
    for name in ("hand_l", "hand_r", "forearm_l", "forearm_r"):
        among = points[look.parts[name]]
        _, nearest = tree.query(among)
        out = ((among - points[core][nearest]) * normals[core][nearest]).sum(1)
        near = np.linalg.norm(among - points[core][nearest], axis=1) < 12
        deepest = -float(out[near].min()) if near.any() else 0.0
        if deepest > INSIDE:
            yield f"the {name} is {deepest:.1f} cm inside the body"


def _balance(look: Look) -> Iterator[str]:
    low = look.posed.sunk[look.posed.sunk[:, 2] < SUPPORT][:, :2]
    off = _outside(_mass(look), low)
    if off > look.figure.dynamic:
        yield f"the body falls over: its balance is {off:.1f} cm beside what stands"


def _outside(place: Array, support: Array) -> float:
    """Return how far `place` is outside the hull of `support`, 0 inside."""
    try:
        sides = ConvexHull(support).equations
    except (QhullError, ValueError):
        return math.inf
    return max(0.0, float((sides[:, :2] @ place + sides[:, 2]).max()))


def _mass(look: Look) -> Array:
    """Return where on the floor the centre of mass is, with the dumbbells."""
    bones = look.posed.bones
    parts = [(MASSES["head"], bones.skull), (MASSES["trunk"], trunk_place(bones, 24.0)[0])]
    for side in bones.sides:
        parts += _masses(side)
    for bell in bells_of(bones, in_fists=look.figure.bells, build=look.actor.build):
        parts.append((MASSES["bell"], bell.middle))
    masses = np.array([mass for mass, _ in parts])
    places = np.array([place for _, place in parts])
    return (masses @ places / masses.sum())[:2]


def _masses(side: SidedBones) -> list[tuple[float, tuple[float, float, float]]]:
    arm, leg = side.arm, side.leg
    return [
        (MASSES["upper_arm"], mixed(arm.root, arm.middle, 0.436)),
        (MASSES["forearm"], mixed(arm.middle, arm.end, 0.43)),
        (MASSES["hand"], palm_of(side)),
        (MASSES["thigh"], mixed(leg.root, leg.middle, 0.433)),
        (MASSES["shank"], mixed(leg.middle, leg.end, 0.433)),
        (MASSES["foot"], along(leg.end, side.foot.front, 6.0)),
    ]


_CHECKS: tuple[Callable[[Look], Iterator[str]], ...] = (
    _floor,
    _contacts,
    _gaps,
    _grips,
    _inside,
    _balance,
)
