"""The keys of an exercise, in a workout and in a file of its own."""

import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from matside.core.settings import REST, Range
from matside.core.workout.model import (
    Advice,
    Dose,
    Exercise,
    Hold,
    Level,
    Reps,
    Side,
    Sides,
    Weight,
)
from matside.files.resources import bundled_films, names_of_films
from matside.files.workouts.pictures import reel_of
from matside.files.yaml.characters import quoted
from matside.files.yaml.faults import Fault
from matside.files.yaml.fields import Fields, whole_number, words_of
from matside.files.yaml.tree import Document, Mapping, Node, Scalar
from matside.regular_file import UnfitFileError

ID_PATTERN = "[a-z0-9-]{1,60}"
"""What the id of an exercise, and so the stem of its file, looks like."""

MOVE_KEYS = {
    "hold": "a duration from 1 s to 60 min, such as 45, 45 s, 2 min or 1:30",
    "reps": "a whole number from 1 to 999",
    "sides": "none, each or alternating",
    "first_side": "left or right",
    "switch": "a duration from 0 to 600 s, such as 8 s",
    "weight": "none, light, medium or {level: light, count: 1}",
    "rep_seconds": "a whole number from 1 to 30",
    "cues": "a list of at most 6 texts of 1 to 80 characters",
    "fix": "a text",
    "glance": "a text of at most 26 characters",
    "part": "a text",
    "position": "a text",
}
"""The keys that workout and exercise files share, each with what would be right for it."""

NAME = Range(1, 60)

_FILE_KEYS = {
    "id": "the name of the file without its ending, of a to z, 0 to 9 and -",
    "name": "a text of 1 to 60 characters",
    **MOVE_KEYS,
    "tempo": "a text",
    "equipment": "a list of at most 20 texts of 1 to 60 characters",
    "eyes": "on, edge or off",
    "easier": "a text",
    "harder": "a text",
    "muscles": "a text",
    "fit": "the keys category, name, label and fallback",
    "provenance": "a text",
    "film": "the id of an exercise that comes with Matside, such as hammer-curl",
    "picture": "the name of a WebP, PNG, JPEG or GIF file that lies beside this one",
    "figure": "nothing: it is not used any more",
}

_WEIGHT_KEYS = {"level": "light or medium", "count": "1 or 2"}

_FIT_KEYS = {
    "category": "a whole number from 0 to 65535",
    "name": "a whole number from 0 to 65535",
    "label": "a text",
    "fallback": "a list of category, name and label, such as [31, 24, warm_up]",
}

_BARE_WEIGHTS = {"none": None, **{level.value: Weight(level, 2) for level in Level}}
_FIRST_SIDES = {side.value: side for side in (Side.LEFT, Side.RIGHT)}
_EYES = {"on": "on", "edge": "edge", "off": "off"}

_REPS = Range(1, 999)
_HOLD_SECONDS = Range(1, 3600)
_REP_SECONDS = Range(1, 30)
_CUES = Range(0, 6)
_CUE = Range(1, 80)
_GLANCE = Range(0, 26)
_DUMBBELLS = Range(1, 2)
_EQUIPMENT = Range(0, 20)
_FALLBACK = Range(3, 3)
_FIT_NUMBER = Range(0, 65535)
_FILE_NAME = Range(1, 120)

NO_SIDE = "no side is known there; write the text without it"
"""The message for a text that names a side in an exercise without sides."""

BLANK = Exercise(name="", dose=Reps(1), sides=Sides.NONE)
"""An exercise of which nothing is known yet."""

_Value = TypeVar("_Value")


def is_exercise(document: Document) -> bool:
    """Return whether a file is one of an exercise: it has an id and no blocks."""
    root = document.root
    return isinstance(root, Mapping) and "id" in root and "blocks" not in root


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """An exercise of the catalogue, with advice on it and what shows it.

    `film` is the name of the film that it borrows, `picture` that of a file beside its own;
    None if it names none.
    """

    exercise: Exercise
    advice: Advice
    film: str | None = None
    picture: str | None = None


def check_exercise(document: Document) -> None:
    """Raise FaultyFile with all faults of an exercise file, including those of its picture."""
    _entry(document, pictured=True)


def catalogue_entry_from(document: Document) -> CatalogueEntry:
    """Return the catalogue entry in an exercise file, without checking its picture.

    Its id must be the stem of the file. Raises FaultyFile with all faults but the picture's.
    """
    return _entry(document, pictured=False)


def unused_in(document: Document) -> tuple[str, ...]:
    """Return the keys of an exercise file that are no longer used, as lines for people."""
    root = document.root
    if not is_exercise(document) or not isinstance(root, Mapping):
        return ()
    message = "the key figure is not used any more; film or picture show an exercise"
    marks = [entry.key.mark for entry in root.entries if entry.key.text == "figure"]
    return tuple(Fault(*mark, message).at(str(document.path)) for mark in marks)


def _entry(document: Document, *, pictured: bool) -> CatalogueEntry:
    fields = Fields(document.root, "an exercise file", _FILE_KEYS, document.faults)
    fields.require("id", "name")
    fields.require_one("hold", "reps")
    move = move_from(fields, BLANK)
    sideless = sideless_words(move.sides)
    exercise = replace(
        move,
        id=_id_from(fields, document.path.stem),
        name=fields.text("name", NAME, sideless=sideless) or "",
        least_switch=switch_from(fields, move.sides),
        equipment=fields.texts("equipment", _EQUIPMENT, NAME, sideless=NO_SIDE) or (),
    )
    _check_what_is_not_kept(fields)
    advice = Advice(
        easier=fields.text("easier", sideless=sideless) or "",
        harder=fields.text("harder", sideless=sideless) or "",
        muscles=fields.text("muscles", sideless=sideless) or "",
        tempo=fields.text("tempo", sideless=NO_SIDE) or "",
    )
    fields.one_of("film", "picture")
    film, picture = _film_from(fields), _picture_from(fields)
    if pictured and picture is not None:
        _check_picture(fields, document.path.with_name(picture))
    document.faults.settle()
    return CatalogueEntry(exercise, advice, film, picture)


def move_from(fields: Fields, base: Exercise) -> Exercise:
    """Return `base` with everything that `fields` say of the move, except its switch."""
    sides = _sides_from(fields, base.sides)
    sideless = sideless_words(sides)
    if sides is not Sides.EACH:
        base = base.sideless()
    return replace(
        base,
        sides=sides,
        dose=_or(_dose_from(fields), base.dose),
        first_side=_or(_first_side_from(fields, sides), base.first_side),
        weight=_weight_from(fields) if "weight" in fields else base.weight,
        rep_seconds=_or(fields.whole("rep_seconds", _REP_SECONDS), base.rep_seconds),
        cues=_or(fields.texts("cues", _CUES, _CUE, sideless=sideless), base.cues),
        fix=_or(fields.text("fix", sideless=sideless), base.fix),
        glance=_or(fields.text("glance", _GLANCE, sideless=sideless), base.glance),
        part=_or(fields.text("part", sideless=sideless), base.part),
        position=_or(fields.text("position", sideless=sideless), base.position),
    )


def sideless_words(sides: Sides) -> str:
    """Return what to write instead of a text that names a side; "" if `sides` allow it."""
    if sides is Sides.EACH:
        return ""
    return f"write sides: each in place of sides: {sides.value}, or the text without it"


def switch_from(fields: Fields, sides: Sides) -> int | None:
    """Return the seconds between the sides in `fields`; only `each` may have any."""
    _note_without_each(fields, "switch", sides)
    return fields.seconds("switch", REST)


def _or(value: _Value | None, default: _Value) -> _Value:
    return default if value is None else value


def _sides_from(fields: Fields, default: Sides) -> Sides:
    # A faulty value counts as `each`, so that the keys that need it are not reported as well.
    if "sides" not in fields:
        return default
    return fields.choice("sides", words_of(Sides)) or Sides.EACH


def _dose_from(fields: Fields) -> Dose | None:
    fields.one_of("hold", "reps")
    seconds = fields.seconds("hold", _HOLD_SECONDS)
    count = fields.whole("reps", _REPS)
    if seconds is not None:
        return Hold(seconds)
    return None if count is None else Reps(count)


def _first_side_from(fields: Fields, sides: Sides) -> Side | None:
    _note_without_each(fields, "first_side", sides)
    return fields.choice("first_side", _FIRST_SIDES)


def _note_without_each(fields: Fields, key: str, sides: Sides) -> None:
    if key in fields and sides is not Sides.EACH:
        message = f"{key} stands beside sides: {sides.value}; write sides: each, or leave it out"
        fields.note(key, message)


def _weight_from(fields: Fields) -> Weight | None:
    node = fields.node("weight")
    if not isinstance(node, Mapping):
        return fields.choice("weight", _BARE_WEIGHTS)
    weight = fields.within(node, "weight", _WEIGHT_KEYS)
    weight.require("level")
    level = weight.choice("level", words_of(Level))
    count = weight.whole("count", _DUMBBELLS)
    return None if level is None else Weight(level, _or(count, 2))


def _id_from(fields: Fields, stem: str) -> str | None:
    written = fields.text("id")
    if written is None or (written == stem and re.fullmatch(ID_PATTERN, written)):
        return written
    if written != stem:
        fields.note_value("id", f"is {quoted(written)} in a file called {quoted(stem)}")
    else:
        fields.note_value("id", f"is {quoted(written)}")
    return None


def _film_from(fields: Fields) -> str | None:
    written = fields.text("film")
    if written is not None and written not in names_of_films(bundled_films()):
        fields.note_value("film", f"is {quoted(written)}, but there is no such film")
    return written


def _picture_from(fields: Fields) -> str | None:
    """Take the name of a file in the same folder: nothing that leads elsewhere."""
    written = fields.text("picture", _FILE_NAME)
    if written is not None and (written in (".", "..") or set(written) & set("/\\:")):
        fields.note_value("picture", f"is {quoted(written)}, which is no plain name")
        return None
    return written


def _check_picture(fields: Fields, path: Path) -> None:
    try:
        reel_of(path)
    except UnfitFileError as error:
        fields.note_value("picture", f"cannot be shown: {error}")


def _check_what_is_not_kept(fields: Fields) -> None:
    fields.text("provenance")
    fields.choice("eyes", _EYES)
    _check_fit(fields)


def _check_fit(fields: Fields) -> None:
    fit = fields.fields("fit", _FIT_KEYS)
    if fit is None:
        return
    fit.require("category", "name")
    fit.whole("category", _FIT_NUMBER)
    fit.whole("name", _FIT_NUMBER)
    fit.text("label")
    fallback = fit.items("fallback", _FALLBACK)
    if fallback is not None and not _is_fallback(fallback):
        fit.note_value("fallback", "is another list")


def _is_fallback(items: tuple[Node, ...]) -> bool:
    """Return whether three `items` are two numbers of the FIT profile and a text."""
    texts = [item.text for item in items if isinstance(item, Scalar)]
    numbers = [whole_number(text, _FIT_NUMBER) for text in texts[:2]]
    return len(texts) == len(items) and None not in numbers
