"""Files of poses: the keys of a figure, its camera and what glows."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from matside.core.settings import Range
from matside.core.workout.model import Side
from matside.files.yaml.document import read_document
from tools.films.camera import Camera
from tools.films.figure import Figure, Mat
from tools.films.limb_format import (
    DIRECTION,
    FREE,
    PLACE,
    PLANTED,
    TRUE,
    YES,
    arm_from,
    given_or,
    leg_from,
    vector,
)
from tools.films.motion import Key, Motion
from tools.films.muscles import MUSCLES
from tools.films.number_fields import Fields
from tools.films.pose import Clasp, Girdle, Pose, Shared, Turn
from tools.films.vectors import ORIGIN

TURN = "[pitch, roll, yaw] in degrees"

_FILE_KEYS = {
    "camera": "{yaw: 30, pitch: 10}, in degrees",
    "side": "left or right, the side that the poses draw",
    "seconds": "a whole number from 1 to 30",
    "mat": "[back, right, front, left] in cm",
    "hero": "the share of the loop of the still picture, from 0 to 1",
    "sheet": "five shares of the loop, from 0 to 1",
    "work": "a list of 1 to 12 muscles, such as delts or delts_l",
    "bells": YES,
    "shoes": YES,
    "clear": "for parts of the body the least and the most gap above the floor, in cm",
    "rests": "for parts of the body from and to which shares of the loop they lie on the floor",
    "slides": "a list of hands and feet that glide, such as hand_r",
    "dynamic": "how far the balance may leave its support, in cm",
    "base": "the keys of a pose",
    "keys": "a list of 1 to 40 poses, each at t, from 0 to below 1",
}

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
_PARTS = tuple(
    f"{part}{side}"
    for part in ("thigh", "shank", "foot", "upper_arm", "forearm", "hand")
    for side in ("_l", "_r")
)
_PAIR_KEYS = dict.fromkeys((*_PARTS, "pelvis", "trunk", "head"), "two numbers")
_SLIDING = tuple(f"{part}{side}" for part in ("hand", "foot") for side in ("_l", "_r"))

_TWO = Range(2, 2)
_THREE = Range(3, 3)
_FOUR = Range(4, 4)
_FIVE = Range(5, 5)
_WORK = Range(1, 12)
_KEYS = Range(1, 40)
_WORD = Range(1, 40)
_SLIDES = Range(0, 4)
_SECONDS = Range(1, 30)

_SIDES = {side.value: side for side in (Side.LEFT, Side.RIGHT)}

_BLANK = Pose(ORIGIN, Turn(), Turn(), ORIGIN, PLANTED, PLANTED, FREE, FREE)


def read_figure(path: Path) -> Figure:
    """Return the figure that the file of poses at `path` gives.

    Raises FaultyFile with all its faults, and OSError where it cannot be read.
    """
    document = read_document(path)
    found = Fields(document.root, "a file of poses", _FILE_KEYS, document.faults)
    found.require("camera", "seconds", "hero", "sheet", "work", "base", "keys")
    motion = _motion(found)
    figure = Figure(
        motion=motion or Motion([Key(0.0, _BLANK)]),
        camera=_camera(found),
        hero=_share(found, "hero"),
        sheet=_sheet(found),
        work=_words(found, "work", _WORK, MUSCLES),
        side=found.choice("side", _SIDES),
        seconds=found.whole("seconds", _SECONDS) or 1,
        mat=_mat(found),
        bells=found.choice("bells", TRUE) or False,
        shoes=found.choice("shoes", TRUE) or False,
        clear=_pairs(found, "clear"),
        rests=_pairs(found, "rests"),
        slides=_words(found, "slides", _SLIDES, _SLIDING),
        dynamic=found.number("dynamic") or 0.0,
    )
    document.faults.settle()
    return figure


def _camera(found: Fields) -> Camera:
    camera = found.fields("camera", _CAMERA_KEYS)
    if camera is None:
        return Camera(0, 0)
    camera.require("yaw", "pitch")
    return Camera(given_or(camera.number("yaw"), 0.0), given_or(camera.number("pitch"), 0.0))


def _share(fields: Fields, key: str, default: float = 0.0) -> float:
    share = fields.number(key)
    if share is not None and not 0 <= share <= 1:
        fields.note_value(key, f"is {share:g}")
        return default
    return given_or(share, default)


def _sheet(found: Fields) -> tuple[float, ...]:
    return given_or(found.numbers("sheet", _FIVE), ())


def _words(found: Fields, key: str, number: Range, known: tuple[str, ...]) -> tuple[str, ...]:
    words = given_or(found.texts(key, number, _WORD), ())
    for word in words:
        if word not in known:
            found.note_value(key, f'has the entry "{word}"')
    return words


def _mat(found: Fields) -> Mat | None:
    numbers = found.numbers("mat", _FOUR)
    return None if numbers is None else Mat(*numbers)


def _pairs(found: Fields, key: str) -> dict[str, tuple[float, float]]:
    """Return the pairs of numbers that stand under `key` for parts of the body."""
    pairs = found.fields(key, _PAIR_KEYS)
    if pairs is None:
        return {}
    numbers = {part: pairs.numbers(part, _TWO) for part in _PAIR_KEYS if part in pairs}
    return {part: (pair[0], pair[1]) for part, pair in numbers.items() if pair is not None}


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
        pelvis=vector(fields, "pelvis", base.pelvis),
        hips=_turn(fields, "hips", base.hips),
        spine=_turn(fields, "spine", base.spine),
        gaze=vector(fields, "gaze", base.gaze),
        breath=given_or(fields.number("breath"), base.breath),
        girdle=_girdle(fields, base.girdle),
        bell=_bell(fields, base.bell),
        clasp=_clasp(fields, base.clasp),
        left_leg=leg_from(fields, "leg_l", None if founding else base.left_leg),
        right_leg=leg_from(fields, "leg_r", None if founding else base.right_leg),
    )
    return replace(
        pose,
        left_arm=arm_from(fields, "arm_l", None if founding else base.left_arm, pose),
        right_arm=arm_from(fields, "arm_r", None if founding else base.right_arm, pose),
    )


def _note_unfounded(fields: Fields, key: str, known: object) -> None:
    """Note a fault where `key` is moved, and is not `known` from the founding pose."""
    if known is None and key in fields:
        fields.note(key, f"{key} is moved, but base has none; write {key} there too")


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
    return Shared(vector(bell, "middle", before.middle), vector(bell, "axis", before.axis))


def _clasp(fields: Fields, default: Clasp | None) -> Clasp | None:
    clasp = fields.fields("clasp", _CLASP_KEYS)
    if clasp is None:
        return default
    before = default or Clasp(ORIGIN, 0.0)
    direction = vector(clasp, "direction", before.direction)
    return Clasp(direction, given_or(clasp.number("bend"), before.bend))
