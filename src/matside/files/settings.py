"""The settings file: read with all its faults, written whole or not at all."""

import os
from collections.abc import Iterator
from collections.abc import Mapping as Words
from dataclasses import asdict, fields
from enum import Enum
from pathlib import Path
from typing import Any

import yaml

from matside.core.keymap import Act, Keymap, KeyRefusal, Reason, key_named
from matside.core.settings import PACE, RANGES, ROUNDS, Body, Range, Settings, ThemeChoice
from matside.files.folders import DataFolder, make_folder
from matside.files.set_aside import set_aside
from matside.files.yaml.characters import quoted
from matside.files.yaml.faults import START, Faults, FaultyFile
from matside.files.yaml.fields import Fields
from matside.files.yaml.tree import Items, Mapping, Node, Pair, Scalar, read_document

_TRUTHS = {"true": True, "false": False}
_THEMES = {choice.value: choice for choice in ThemeChoice}
_BODIES = {body.value: body for body in Body}
_SWITCHES = tuple(field.name for field in fields(Settings) if isinstance(field.default, bool))
_TEXTS = tuple(field.name for field in fields(Settings) if isinstance(field.default, str))

_RIGHT: Words[str, str] = {
    **{name: f"a whole number from {span.low} to {span.high}" for name, span in RANGES.items()},
    **dict.fromkeys(_SWITCHES, "true or false"),
    **dict.fromkeys(_TEXTS, "a text"),
    "theme": "system, dark or light",
    "body": "woman or man",
    "rounds": "the names of workouts, each with its rounds",
    "keys": "the names of acts, each with a list of its keys",
    "paces": "the names of exercises, each with the milliseconds of a rep",
}

_PER_NAME: Words[str, Range] = {"rounds": ROUNDS, "paces": PACE}
"""The settings that hold a number for each name, with its range."""

_RIGHT_KEYS = "a list of keys, such as [Space, F5, Page Down, Ctrl+B]"
_KEYS_OF_AN_ACT = Range(1, 99)


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
    try:
        entries = _entries_of(path)
        _, faults = _read(entries, path)
    except FaultyFile as found:
        entries, faults = (), found.lines
    unknown = tuple(entry for entry in entries if entry.key.text not in _RIGHT)
    text = _known_text(settings) + _unknown_text(unknown)
    _replace(path.resolve() if path.is_file() else path, text, keeps_old=bool(faults))


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
        **{name: _numbers_from(taken, name, span) for name, span in _PER_NAME.items()},
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


def _known_text(settings: Settings) -> str:
    values = {name: _storable(value) for name, value in asdict(settings).items()}
    return yaml.safe_dump(values, sort_keys=False, allow_unicode=True)


def _storable(value: object) -> object:
    """Return `value` as YAML can hold it: a choice as its word, lone surrogates as `?`."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, dict):
        return {_storable(key): _storable(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return [_storable(inner) for inner in value]
    return value


def _unknown_text(entries: tuple[Pair, ...]) -> str:
    if not entries:
        return ""
    text: str = yaml.emit(_document_events(Mapping(START, entries)), allow_unicode=True)
    return text


def _document_events(root: Node) -> Iterator[yaml.Event]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _events(root)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _events(node: Node) -> Iterator[yaml.Event]:
    """Yield the events from which PyYAML writes `node`, each scalar plain or quoted as it was."""
    match node:
        case Mapping():
            yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=False)
            for entry in node.entries:
                yield from _events(entry.key)
                yield from _events(entry.value)
            yield yaml.MappingEndEvent()
        case Items():
            yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=False)
            for item in node.items:
                yield from _events(item)
            yield yaml.SequenceEndEvent()
        case _:
            assert isinstance(node, Scalar)  # a tree without faults has no aliases
            style = '"' if node.quoted else None
            yield yaml.ScalarEvent(None, None, (True, True), node.text, style=style)


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
