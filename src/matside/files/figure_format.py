"""The figure of an exercise: the keys of its poses, its camera and what glows."""

from collections.abc import Mapping as Words
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar, assert_never

from matside.core.settings import Range
from matside.core.workout import Side
from matside.figure.camera import Camera
from matside.figure.figure import Figure, Mat
from matside.figure.motion import Key, Motion
from matside.figure.muscles import MUSCLES
from matside.figure.pose import (
    Arm,
    Clasp,
    Clasping,
    Free,
    Girdle,
    Gripping,
    Kneeling,
    Leg,
    Placed,
    Planted,
    Pose,
    Shared,
    Turn,
)
from matside.figure.skeleton import ANKLE, KNEE
from matside.figure.vectors import ORIGIN, Vector
from matside.files.checker import Fields
from matside.files.marked import Mapping

PLACE = "a place [x, y, z] in cm"
DIRECTION = "a direction [x, y, z]"
TURN = "[pitch, roll, yaw] in degrees"
YES = "true; leave it out for no"

FIGURE_KEYS = {
    "camera": "{yaw: 30, pitch: 10}, in degrees",
    "side": "left or right, the side that the poses draw",
    "seconds": "a whole number from 1 to 30, where the exercise has no rep_seconds",
    "mat": "[back, right, front, left] in cm",
    "hero": "the share of the loop of the still picture, from 0 to 1",
    "sheet": "five shares of the loop, from 0 to 1",
    "work": "a list of 1 to 12 muscles, such as delts or delts_l",
    "bells": YES,
    "clear": "for parts of the body the least and the most gap above the floor, in cm",
    "slides": "a list of hands and feet that glide, such as hand_r",
    "dynamic": "how far the balance may leave its support, in cm",
    "base": "the keys of a pose",
    "keys": "a list of 1 to 40 poses, each at t, from 0 to below 1",
}
"""The keys of a figure, and what would be right for each."""

_CAMERA_KEYS = {"yaw": "degrees from -180 to 180", "pitch": "degrees from 0 to 60"}

_POSE_KEYS = {
    "pelvis": PLACE,
    "hips": TURN,
    "spine": TURN,
    "gaze": DIRECTION,
    "breath": "a number from 0 to 1",
    "girdle": "[forward, up] in cm",
    "leg_l": "the keys of a leg",
    "leg_r": "the keys of a leg",
    "arm_l": "the keys of an arm",
    "arm_r": "the keys of an arm",
    "bell": "{middle: [x, y, z], axis: [x, y, z]}",
    "clasp": "{direction: [x, y, z], bend: 6}",
}
_KEY_KEYS = {
    "t": "the share of the loop, from 0 to below 1",
    "same": "the number of an earlier key, from 0",
    **_POSE_KEYS,
}
_BELL_KEYS = {"middle": PLACE, "axis": DIRECTION}
_CLASP_KEYS = {"direction": DIRECTION, "bend": "degrees"}
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

_PARTS = tuple(
    f"{part}{side}"
    for part in ("thigh", "shank", "foot", "upper_arm", "forearm", "hand")
    for side in ("_l", "_r")
)
_CLEAR_KEYS = dict.fromkeys((*_PARTS, "pelvis", "trunk", "head"), "[least, most] in cm")
_SLIDING = tuple(f"{part}{side}" for part in ("hand", "foot") for side in ("_l", "_r"))

_TWO = Range(2, 2)
_THREE = Range(3, 3)
_TWO_OR_THREE = Range(2, 3)
_FOUR = Range(4, 4)
_FIVE = Range(5, 5)
_WORK = Range(1, 12)
_KEYS = Range(1, 40)
_WORD = Range(1, 40)
_SLIDES = Range(0, 4)
_SECONDS = Range(1, 30)

_TRUE = {"true": True}
_ENDS = {"1": 1, "-1": -1}
_SIDES = {side.value: side for side in (Side.LEFT, Side.RIGHT)}

_FREE = Free(ORIGIN, 0.0, ORIGIN, ORIGIN)
_PLACED = Placed(ORIGIN, ORIGIN, ORIGIN, ORIGIN)
_PLANTED = Planted(ORIGIN, ORIGIN, ORIGIN)
_KNEELING = Kneeling(ORIGIN, ORIGIN, ORIGIN)
_BLANK = Pose(ORIGIN, Turn(), Turn(), ORIGIN, _PLANTED, _PLANTED, _FREE, _FREE)

_Value = TypeVar("_Value")


def figure_from(fields: Fields) -> Figure | None:
    """Return the figure that `fields` give; None where it has none, or it is at fault."""
    found = fields.fields("figure", FIGURE_KEYS)
    if found is None:
        return None
    found.require("camera", "hero", "sheet", "work", "base", "keys")
    motion = _motion(found)
    camera = _camera(found)
    figure = Figure(
        motion=motion or Motion([Key(0.0, _BLANK)]),
        camera=camera,
        hero=_share(found, "hero"),
        sheet=_sheet(found),
        work=_words(found, "work", _WORK, MUSCLES),
        side=found.choice("side", _SIDES),
        seconds=found.whole("seconds", _SECONDS),
        mat=_mat(found),
        bells=found.choice("bells", _TRUE) or False,
        clear=_clear(found),
        slides=_words(found, "slides", _SLIDES, _SLIDING),
        dynamic=found.number("dynamic") or 0.0,
    )
    return None if motion is None else figure


def _or(value: _Value | None, default: _Value) -> _Value:
    return default if value is None else value


def _camera(found: Fields) -> Camera:
    camera = found.fields("camera", _CAMERA_KEYS)
    if camera is None:
        return Camera(0, 0)
    camera.require("yaw", "pitch")
    return Camera(_or(camera.number("yaw"), 0.0), _or(camera.number("pitch"), 0.0))


def _share(fields: Fields, key: str, default: float = 0.0) -> float:
    share = fields.number(key)
    if share is not None and not 0 <= share <= 1:
        fields.note_value(key, f"is {share:g}")
        return default
    return _or(share, default)


def _sheet(found: Fields) -> tuple[float, ...]:
    return _or(found.numbers("sheet", _FIVE), ())


def _words(found: Fields, key: str, number: Range, known: tuple[str, ...]) -> tuple[str, ...]:
    words = _or(found.texts(key, number, _WORD), ())
    for word in words:
        if word not in known:
            found.note_value(key, f'has the entry "{word}"')
    return words


def _mat(found: Fields) -> Mat | None:
    numbers = found.numbers("mat", _FOUR)
    return None if numbers is None else Mat(*numbers)


def _clear(found: Fields) -> dict[str, tuple[float, float]]:
    clear = found.fields("clear", _CLEAR_KEYS)
    if clear is None:
        return {}
    gaps = {part: clear.numbers(part, _TWO) for part in _CLEAR_KEYS if part in clear}
    return {part: (gap[0], gap[1]) for part, gap in gaps.items() if gap is not None}


def _motion(found: Fields) -> Motion | None:
    """Return the loop of the keys; None where its shares do not rise."""
    base = found.fields("base", _POSE_KEYS)
    items = found.items("keys", _KEYS)
    if base is None or items is None:
        return None
    base.require("pelvis", "hips", "spine", "gaze", "leg_l", "leg_r", "arm_l", "arm_r")
    first = _pose(base, _BLANK, founding=True)
    keys: list[Key] = []
    for place, item in enumerate(items):
        fields = found.within(item, f"keys, entry {place + 1},", _KEY_KEYS)
        keys.append(_key(fields, first, keys))
    if any(after.share <= before.share for before, after in pairwise(keys)):
        found.note_value("keys", "do not rise in t")
        return None
    if any(_has(key.pose) != _has(first) for key in keys):
        return None
    return Motion(keys)


def _has(pose: Pose) -> tuple[bool, bool]:
    """Return whether there is a bell, and a clasp: what moves is the same in all keys."""
    return pose.bell is not None, pose.clasp is not None


def _key(fields: Fields, base: Pose, earlier: list[Key]) -> Key:
    fields.require("t")
    share = _share(fields, "t")
    if share == 1:
        fields.note_value("t", "is the beginning of the next loop")
    if "same" not in fields:
        return Key(share, _pose(fields, base))
    place = fields.whole("same", Range(0, max(len(earlier) - 1, 0)))
    return Key(share, earlier[place].pose if place is not None and earlier else base)


def _pose(fields: Fields, base: Pose, *, founding: bool = False) -> Pose:
    """Return `base` with all that `fields` say; a `founding` pose says what each limb does."""
    if not founding:
        _note_unfounded(fields, "bell", base.bell)
        _note_unfounded(fields, "clasp", base.clasp)
    pose = replace(
        base,
        pelvis=_vector(fields, "pelvis", base.pelvis),
        hips=_turn(fields, "hips", base.hips),
        spine=_turn(fields, "spine", base.spine),
        gaze=_vector(fields, "gaze", base.gaze),
        breath=_or(fields.number("breath"), base.breath),
        girdle=_girdle(fields, base.girdle),
        bell=_bell(fields, base.bell),
        clasp=_clasp(fields, base.clasp),
        left_leg=_leg(fields, "leg_l", None if founding else base.left_leg),
        right_leg=_leg(fields, "leg_r", None if founding else base.right_leg),
    )
    return replace(
        pose,
        left_arm=_arm(fields, "arm_l", None if founding else base.left_arm, pose),
        right_arm=_arm(fields, "arm_r", None if founding else base.right_arm, pose),
    )


def _note_unfounded(fields: Fields, key: str, known: object) -> None:
    """Note a fault where `key` is moved, and is not `known` from the founding pose."""
    if known is None and key in fields:
        fields.note(key, f"{key} is moved, but base has none; write {key} there too")


def _vector(fields: Fields, key: str, default: Vector) -> Vector:
    numbers = fields.numbers(key, _THREE)
    return default if numbers is None else (numbers[0], numbers[1], numbers[2])


def _turn(fields: Fields, key: str, default: Turn) -> Turn:
    numbers = fields.numbers(key, _THREE)
    return default if numbers is None else Turn(*numbers)


def _girdle(fields: Fields, default: Girdle) -> Girdle:
    numbers = fields.numbers("girdle", _TWO)
    return default if numbers is None else Girdle(*numbers)


def _bell(fields: Fields, default: Shared | None) -> Shared | None:
    bell = fields.fields("bell", _BELL_KEYS)
    if bell is None:
        return default
    before = default or Shared(ORIGIN, ORIGIN)
    return Shared(_vector(bell, "middle", before.middle), _vector(bell, "axis", before.axis))


def _clasp(fields: Fields, default: Clasp | None) -> Clasp | None:
    clasp = fields.fields("clasp", _CLASP_KEYS)
    if clasp is None:
        return default
    before = default or Clasp(ORIGIN, 0.0)
    direction = _vector(clasp, "direction", before.direction)
    return Clasp(direction, _or(clasp.number("bend"), before.bend))


def _leg(fields: Fields, key: str, base: Leg | None) -> Leg:
    node = fields.node(key)
    if node is None:
        return base or _PLANTED
    kneels = isinstance(node, Mapping) and "kneel" in node
    known = base or (_KNEELING if kneels else _PLANTED)
    match known:
        case Kneeling():
            leg = fields.within(node, key, _KNEELING_KEYS)
            _require(leg, base, "kneel", "shin", "toes")
            return Kneeling(
                _level(leg, "kneel", known.knee, KNEE),
                _vector(leg, "shin", known.shin),
                _vector(leg, "toes", known.toes),
                leg.choice("pointed", _TRUE) or known.pointed,
            )
        case Planted():
            leg = fields.within(node, key, _PLANTED_KEYS)
            _require(leg, base, "ankle", "toes", "knee")
            return Planted(
                _level(leg, "ankle", known.ankle, ANKLE),
                _vector(leg, "toes", known.toes),
                _vector(leg, "knee", known.knee),
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


def _arm(fields: Fields, key: str, base: Arm | None, pose: Pose) -> Arm:
    node = fields.node(key)
    if node is None:
        return base or _FREE
    known = base or _founded(node)
    match known:
        case Free():
            arm = fields.within(node, key, _FREE_KEYS)
            _require(arm, base, "upper", "bend", "elbow", "thumb")
            return Free(
                _vector(arm, "upper", known.upper),
                _or(arm.number("bend"), known.bend),
                _vector(arm, "elbow", known.elbow),
                _vector(arm, "thumb", known.thumb),
                arm.choice("open", _TRUE) or known.open,
            )
        case Placed():
            arm = fields.within(node, key, _PLACED_KEYS)
            _require(arm, base, "wrist", "elbow", "thumb", "fingers")
            return Placed(
                _vector(arm, "wrist", known.wrist),
                _vector(arm, "elbow", known.elbow),
                _vector(arm, "thumb", known.thumb),
                _vector(arm, "fingers", known.fingers),
                arm.choice("open", _TRUE) or known.open,
            )
        case Gripping():
            arm = fields.within(node, key, _GRIPPING_KEYS)
            _require(arm, base, "on_bell", "elbow")
            if pose.bell is None:
                fields.note(key, f"{key} is on the bell, but base has none; write bell")
            end = _or(arm.choice("on_bell", _ENDS), known.end)
            return Gripping(_vector(arm, "elbow", known.elbow), end)
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
    return _FREE
