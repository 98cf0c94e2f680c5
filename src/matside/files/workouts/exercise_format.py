"""The keys of an exercise, in a workout and in a file of its own."""

import re
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from matside.core.settings import REST, Range
from matside.core.weights import Implement, Level, Weight, parse_load
from matside.core.workout.model import Advice, Exercise, Reps, Side, Sides
from matside.files.resources import bundled_films, names_of_films
from matside.files.workouts.dose_format import DOSE_KEYS, NO_SIDE, REP_KEYS, with_dose
from matside.files.workouts.fit_numbers import FitNumbers, fit_numbers_from
from matside.files.yaml.characters import quoted
from matside.files.yaml.document import Document
from matside.files.yaml.faults import Fault
from matside.files.yaml.fields import Fields, words_of
from matside.files.yaml.tree import Mapping, Scalar
from matside.frozen import frozen
from matside.regular_file import UnfitFileError

ID_PATTERN = "[a-z0-9-]{1,60}"
"""What the id of an exercise, and so the stem of its file, looks like."""

MOVE_KEYS = {
    **DOSE_KEYS,
    "sides": "none, each or alternating",
    "first_side": "left or right",
    "switch": "a duration from 0 to 600 s, such as 8 s",
    "weight": "none, light, medium, heavy, a load such as 12 kg, 7.5 kg or 25 lb, or"
    " {level: light, count: 1, of: kettlebell}",
    **REP_KEYS,
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

_WEIGHT_KEYS = {
    "level": "light, medium or heavy",
    "load": "a load of at most 500 kg, such as 12 kg, 7.5 kg or 25 lb",
    "count": "1 or 2",
    "of": "dumbbell, kettlebell, barbell, plate, band or ball",
}

_LEVELS = words_of(Level)
_FIRST_SIDES = {side.value: side for side in (Side.LEFT, Side.RIGHT)}
_EYES = {"on": "on", "edge": "edge", "off": "off"}

_CUES = Range(0, 6)
_CUE = Range(1, 80)
_GLANCE = Range(0, 26)
_HELD = Range(1, 2)
_EQUIPMENT = Range(0, 20)
_FILE_NAME = Range(1, 120)

BLANK = Exercise(name="", dose=Reps(1), sides=Sides.NONE)
"""An exercise of which nothing is known yet."""

_Value = TypeVar("_Value")


def is_exercise(document: Document) -> bool:
    """Return whether a file is one of an exercise: it has an id and no blocks."""
    root = document.root
    return isinstance(root, Mapping) and "id" in root and "blocks" not in root


@frozen
class CatalogueEntry:
    """An exercise of the catalogue, with advice on it and what shows it.

    `film` is the name of the film that it borrows, `picture` that of a file beside its own;
    None if it names none. `fit` are the numbers by which FIT files name it.
    """

    exercise: Exercise
    advice: Advice
    film: str | None = None
    picture: str | None = None
    fit: FitNumbers | None = None


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
    )
    fields.one_of("film", "picture")
    film, picture = _film_from(fields), _picture_from(fields)
    if pictured and picture is not None:
        _check_picture(fields, document.path.with_name(picture))
    fit = fit_numbers_from(fields)
    document.faults.settle()
    return CatalogueEntry(exercise, advice, film, picture, fit)


def move_from(fields: Fields, base: Exercise) -> Exercise:
    """Return `base` with everything that `fields` say of the move, except its switch."""
    sides = _sides_from(fields, base.sides)
    sideless = sideless_words(sides)
    if sides is not Sides.EACH:
        base = base.sideless()
    return replace(
        with_dose(fields, base),
        sides=sides,
        first_side=_or(_first_side_from(fields, sides), base.first_side),
        weight=_weight_from(fields) if "weight" in fields else base.weight,
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


def _first_side_from(fields: Fields, sides: Sides) -> Side | None:
    _note_without_each(fields, "first_side", sides)
    return fields.choice("first_side", _FIRST_SIDES)


def _note_without_each(fields: Fields, key: str, sides: Sides) -> None:
    if key in fields and sides is not Sides.EACH:
        message = f"{key} stands beside sides: {sides.value}; write sides: each, or leave it out"
        fields.note(key, message)


def _weight_from(fields: Fields) -> Weight | None:
    node = fields.node("weight")
    if isinstance(node, Scalar) and node.text == "none":
        return None
    if not isinstance(node, Mapping):
        return fields.parsed("weight", _bare_weight)
    weight = fields.within(node, "weight", _WEIGHT_KEYS)
    weight.require_one("level", "load")
    weight.one_of("level", "load")
    level, load = weight.choice("level", _LEVELS), weight.parsed("load", parse_load)
    implement = weight.choice("of", words_of(Implement)) or Implement.DUMBBELL
    count = weight.whole("count", _HELD) or implement.usual_count
    heaviness = level or load
    return None if heaviness is None else Weight(heaviness, count, implement)


def _bare_weight(text: str) -> Weight | None:
    heaviness = _LEVELS.get(text) or parse_load(text)
    if heaviness is None:
        return None
    return Weight(heaviness, Implement.DUMBBELL.usual_count)


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
    from matside.files.workouts.pictures import reel_of  # noqa: PLC0415 - few have one

    try:
        reel_of(path)
    except UnfitFileError as error:
        fields.note_value("picture", f"cannot be shown: {error}")


def _check_what_is_not_kept(fields: Fields) -> None:
    fields.text("provenance")
    fields.choice("eyes", _EYES)
