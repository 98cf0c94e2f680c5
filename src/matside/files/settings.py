"""The settings file: read with all its faults, written whole or not at all."""

import os
from collections.abc import Mapping as Words
from dataclasses import fields
from enum import Enum
from pathlib import Path
from typing import Any, TypeVar

from matside.core.keymap import Act, Keymap, KeyRefusal, Reason, key_named
from matside.core.settings import (
    PACE,
    RANGES,
    ROUNDS,
    Body,
    Range,
    Settings,
    ThemeChoice,
    WeekBegins,
)
from matside.core.weights import Implement, Level, Load, Unit, parse_load
from matside.files.folders import DataFolder, make_folder
from matside.files.set_aside import set_aside
from matside.files.yaml.characters import quoted
from matside.files.yaml.document import read_document
from matside.files.yaml.faults import START, Faults, FaultyFile
from matside.files.yaml.fields import Fields
from matside.files.yaml.tree import Mapping, Pair

_TRUTHS = {"true": True, "false": False}
_THEMES = {choice.value: choice for choice in ThemeChoice}
_BODIES = {body.value: body for body in Body}
_WEEKS = {day.value: day for day in WeekBegins}
_UNITS = {unit.value: unit for unit in Unit}
_SWITCHES = tuple(field.name for field in fields(Settings) if isinstance(field.default, bool))
_TEXTS = tuple(field.name for field in fields(Settings) if isinstance(field.default, str))

_RIGHT: Words[str, str] = {
    **{name: f"a whole number from {span.low} to {span.high}" for name, span in RANGES.items()},
    **dict.fromkeys(_SWITCHES, "true or false"),
    **dict.fromkeys(_TEXTS, "a text"),
    "theme": "system, dark or light",
    "body": "woman or man",
    "week_begins": "system, monday, saturday or sunday",
    "rounds": "the names of workouts, each with its rounds",
    "unit": "kg or lb",
    "weights": "the names of implements, each with what is light, medium and heavy",
    "weight_steps": "the names of implements, each with a load such as 2 kg",
    "keys": "the names of acts, each with a list of its keys",
    "paces": "the names of exercises, each with the milliseconds of a rep",
}

_PER_NAME: Words[str, Range] = {"rounds": ROUNDS, "paces": PACE}
"""The settings that hold a number for each name, with its range."""

_LOAD = "a load of at most 500 kg, such as 4 kg, 7.5 kg or 10 lb"
_RIGHT_KEYS = "a list of keys, such as [Space, F5, Page Down, Ctrl+B]"
_KEYS_OF_AN_ACT = Range(1, 99)

_Of = TypeVar("_Of", Implement, Level)


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings in the file at `path`, and a warning for each that cannot be used.

    A setting that is absent or cannot be used has its default. A file that cannot be read at
    all gives one warning and the defaults; a missing one gives the defaults.
    """
    try:
        return _read(_entries_of(path), path)
    except FaultyFile as found:
        return Settings(), found.lines[:1]


def save(path: Path, settings: Settings) -> None:
    """Write `settings` to `path` atomically; unknown keys of the file are kept.

    If `path` is a link to a file, that file is written, and the link stays.
    A file with faults is first set aside as `settings.yaml.bad`.
    Raises OSError if the settings cannot be written, for instance because the folder is
    missing; the file is then unchanged.
    """
    from matside.files.yaml.writing import text_of_entries, text_of_values

    try:
        entries = _entries_of(path)
        _, faults = _read(entries, path)
    except FaultyFile as found:
        entries, faults = (), found.lines
    unknown = tuple(entry for entry in entries if entry.key.text not in _RIGHT)
    values = {each.name: _storable(getattr(settings, each.name)) for each in fields(settings)}
    text = text_of_values(values) + text_of_entries(unknown)
    _replace(written(path), text, keeps_old=bool(faults))


def written(path: Path) -> Path:
    """Return the file that is written for `path`: the one that it links to, if it is a link."""
    return path.resolve() if path.is_file() else path


class SettingsFile:
    """The settings file in the folder `data`, which is made first unless `is_made`.

    It is made only once: a folder that disappears later may come back.
    """

    def __init__(self, data: DataFolder, *, is_made: bool) -> None:
        self._data = data
        self._is_made = is_made

    def save(self, settings: Settings) -> None:
        """Write `settings`; raise OSError if that fails."""
        if not self._is_made:
            make_folder(self._data.root)
            self._is_made = True
        save(self._data.settings, settings)


def _read(entries: tuple[Pair, ...], path: Path) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings in `entries`, and a line for each entry that cannot be used."""
    faults = Faults(str(path))
    known = tuple(entry for entry in entries if entry.key.text in _RIGHT)
    settings = _settings_from(Fields(Mapping(START, known), "settings", _RIGHT, faults))
    try:
        faults.settle()
    except FaultyFile as found:
        return settings, found.lines
    return settings, ()


def _entries_of(path: Path) -> tuple[Pair, ...]:
    """Return the entries of the file, none if it is missing. Raises FaultyFile."""
    if _is_missing(path):
        return ()
    document = read_document(path)
    document.faults.settle()
    if not isinstance(document.root, Mapping):
        document.faults.fail(
            document.root.mark, "these are no settings; write a key: and its value"
        )
    return document.root.entries


def _is_missing(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def _settings_from(taken: Fields) -> Settings:
    found = {
        **{name: taken.whole(name, span) for name, span in RANGES.items()},
        **{name: taken.choice(name, _TRUTHS) for name in _SWITCHES},
        **{name: taken.text(name) for name in _TEXTS},
        "theme": taken.choice("theme", _THEMES),
        "body": taken.choice("body", _BODIES),
        "week_begins": taken.choice("week_begins", _WEEKS),
        **{name: _numbers_from(taken, name, span) for name, span in _PER_NAME.items()},
        "unit": taken.choice("unit", _UNITS),
        "weights": _weights_from(taken),
        "weight_steps": _loads_from(taken, "weight_steps", Implement),
        "keys": _keys_from(taken),
    }
    values: dict[str, Any] = {name: value for name, value in found.items() if value is not None}
    return Settings(**values)


def _numbers_from(taken: Fields, key: str, span: Range) -> dict[str, int] | None:
    """Return the numbers at `key` by their names, without those that cannot be used."""
    node = taken.node(key)
    if not isinstance(node, Mapping):
        taken.fields(key, {})  # notes any other value as a fault
        return None
    names = [entry.key.text for entry in node.entries]
    right = f"a whole number from {span.low} to {span.high}"
    numbers = taken.within(node, key, dict.fromkeys(names, right))
    chosen = {name: numbers.whole(name, span) for name in names}
    return {name: number for name, number in chosen.items() if number is not None}


def _weights_from(taken: Fields) -> dict[Implement, dict[Level, Load]] | None:
    """Return what each level of each implement weighs, without what cannot be used."""
    right = "the keys light, medium and heavy, each with a load such as 4 kg"
    implements = taken.fields("weights", {implement.value: right for implement in Implement})
    if implements is None:
        return None
    found = {each: _loads_from(implements, each.value, Level) for each in Implement}
    return {implement: loads for implement, loads in found.items() if loads}


def _loads_from(taken: Fields, key: str, of: type[_Of]) -> dict[_Of, Load] | None:
    """Return the loads at `key` by the words that they are `of`."""
    named = taken.fields(key, {word.value: _LOAD for word in of})
    if named is None:
        return None
    loads = {word: named.parsed(word.value, parse_load) for word in of}
    return {word: load for word, load in loads.items() if load is not None}


def _keys_from(taken: Fields) -> dict[Act, tuple[str, ...]] | None:
    """Return the keys of the acts; acts that clash fall back to their defaults one by one."""
    acts = taken.fields("keys", {act.value: _RIGHT_KEYS for act in Act})
    if acts is None:
        return None
    found = {act: acts.words(act.value, _KEYS_OF_AN_ACT, key_named) for act in Act}
    keys = {act: tuple(dict.fromkeys(named)) for act, named in found.items() if named}
    while (clash := next(Keymap(keys).clashes(), None)) is not None:
        act, refusal = clash
        acts.note(act.value, f"{act.value} cannot be {_why_refused(refusal)}")
        del keys[act]
    return keys


def _why_refused(refusal: KeyRefusal) -> str:
    key = quoted(refusal.key)
    match refusal:
        case KeyRefusal(Reason.TAKEN, holder=Act() as holder):
            return f"on {key}, which is the key of {holder.value}; write another"
        case KeyRefusal(Reason.LAST):
            return f"without {key}; add it"
        case _:
            return f"on {key}, which types or goes from control to control; write another"


def _storable(value: object) -> object:
    """Return `value` as YAML can hold it: choices and loads in words, lone surrogates as `?`."""
    if isinstance(value, Load):
        return value.written
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, Words):
        return {_storable(key): _storable(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_storable(inner) for inner in value]
    return value


def _replace(path: Path, text: str, *, keeps_old: bool) -> None:
    """Replace the file at `path` by one with `text`; with `keeps_old` set the old one aside."""
    new = path.with_name(f"{path.name}.new")
    new.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(text.encode("utf-8"))
            file.flush()
            os.fsync(file.fileno())
        if keeps_old:
            set_aside(path)
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
