"""How arms and legs are written in a file of poses."""

from collections.abc import Mapping as Words
from typing import TypeVar, assert_never

from matside.core.settings import Range
from matside.files.yaml.tree import Mapping
from tools.films.bones import ANKLE, KNEE
from tools.films.number_fields import Fields
from tools.films.pose import Arm, Clasping, Free, Gripping, Kneeling, Leg, Placed, Planted, Pose
from tools.films.vectors import ORIGIN, Vector

PLACE = "a place [x, y, z] in cm"
DIRECTION = "a direction [x, y, z]"
YES = "true; leave it out for no"

TRUE = {"true": True}

_PLANTED_KEYS = {
    "ankle": "a place [x, y] or [x, y, z] in cm",
    "toes": DIRECTION,
    "knee": DIRECTION,
}
_KNEELING_KEYS = {
    "kneel": "a place [x, y] in cm",
    "shin": DIRECTION,
    "toes": DIRECTION,
    "pointed": YES,
}
_FREE_KEYS = {
    "upper": DIRECTION,
    "bend": "degrees",
    "elbow": DIRECTION,
    "thumb": DIRECTION,
    "open": YES,
}
_PLACED_KEYS = {
    "wrist": PLACE,
    "elbow": DIRECTION,
    "thumb": DIRECTION,
    "fingers": DIRECTION,
    "open": YES,
}
_GRIPPING_KEYS = {"on_bell": "1 or -1", "elbow": DIRECTION}
_CLASPING_KEYS = {"clasped": YES}

_ENDS = {"1": 1, "-1": -1}

_THREE = Range(3, 3)
_TWO_OR_THREE = Range(2, 3)

FREE = Free(ORIGIN, 0.0, ORIGIN, ORIGIN)
_PLACED = Placed(ORIGIN, ORIGIN, ORIGIN, ORIGIN)
PLANTED = Planted(ORIGIN, ORIGIN, ORIGIN)
_KNEELING = Kneeling(ORIGIN, ORIGIN, ORIGIN)

_Value = TypeVar("_Value")


def given_or(value: _Value | None, default: _Value) -> _Value:
    """Return `value`, or `default` where there is none."""
    return default if value is None else value


def vector(fields: Fields, key: str, default: Vector) -> Vector:
    """Return the three numbers under `key`, or `default`."""
    numbers = fields.numbers(key, _THREE)
    return default if numbers is None else (numbers[0], numbers[1], numbers[2])


def leg_from(fields: Fields, key: str, base: Leg | None) -> Leg:
    """Return the leg under `key`: `base` with what is said, or, without one, a founding leg."""
    node = fields.node(key)
    if node is None:
        return base or PLANTED
    kneels = isinstance(node, Mapping) and "kneel" in node
    known = base or (_KNEELING if kneels else PLANTED)
    match known:
        case Kneeling():
            leg = fields.within(node, key, _KNEELING_KEYS)
            _require(leg, base, "kneel", "shin", "toes")
            return Kneeling(
                _level(leg, "kneel", known.knee, KNEE),
                vector(leg, "shin", known.shin),
                vector(leg, "toes", known.toes),
                leg.choice("pointed", TRUE) or known.pointed,
            )
        case Planted():
            leg = fields.within(node, key, _PLANTED_KEYS)
            _require(leg, base, "ankle", "toes", "knee")
            return Planted(
                _level(leg, "ankle", known.ankle, ANKLE),
                vector(leg, "toes", known.toes),
                vector(leg, "knee", known.knee),
            )
        case _:
            assert_never(known)


def _level(leg: Fields, key: str, default: Vector, height: float) -> Vector:
    """Take a place on the floor; its third number is `height` where it is not written."""
    numbers = leg.numbers(key, _TWO_OR_THREE)
    if numbers is None:
        return default
    x, y, z = (*numbers, height)[:3]
    return (x, y, z)


def _require(limb: Fields, base: object, *keys: str) -> None:
    """Note each of `keys` that a founding pose lacks."""
    if base is None:
        limb.require(*keys)


def arm_from(fields: Fields, key: str, base: Arm | None, pose: Pose) -> Arm:
    """Return the arm under `key`: `base` with what is said, or, without one, a founding arm."""
    node = fields.node(key)
    if node is None:
        return base or FREE
    known = base or _founded(node)
    match known:
        case Free():
            arm = fields.within(node, key, _FREE_KEYS)
            _require(arm, base, "upper", "bend", "elbow", "thumb")
            return Free(
                vector(arm, "upper", known.upper),
                given_or(arm.number("bend"), known.bend),
                vector(arm, "elbow", known.elbow),
                vector(arm, "thumb", known.thumb),
                arm.choice("open", TRUE) or known.open,
            )
        case Placed():
            arm = fields.within(node, key, _PLACED_KEYS)
            _require(arm, base, "wrist", "elbow", "thumb", "fingers")
            return Placed(
                vector(arm, "wrist", known.wrist),
                vector(arm, "elbow", known.elbow),
                vector(arm, "thumb", known.thumb),
                vector(arm, "fingers", known.fingers),
                arm.choice("open", TRUE) or known.open,
            )
        case Gripping():
            arm = fields.within(node, key, _GRIPPING_KEYS)
            _require(arm, base, "on_bell", "elbow")
            if pose.bell is None:
                fields.note(key, f"{key} is on the bell, but base has none; write bell")
            end = given_or(arm.choice("on_bell", _ENDS), known.end)
            return Gripping(vector(arm, "elbow", known.elbow), end)
        case Clasping():
            fields.within(node, key, _CLASPING_KEYS)
            if pose.clasp is None:
                fields.note(key, f"{key} is clasped, but base has no clasp; write clasp")
            return known
        case _:
            assert_never(known)


def _founded(node: object) -> Arm:
    """Return a blank arm of the kind that the keys of `node` tell."""
    kinds: Words[str, Arm] = {
        "wrist": _PLACED,
        "on_bell": Gripping(ORIGIN, 1),
        "clasped": Clasping(),
    }
    if isinstance(node, Mapping):
        for key, kind in kinds.items():
            if key in node:
                return kind
    return FREE
