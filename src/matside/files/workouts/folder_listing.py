"""Which files of a folder can be workouts or exercises, and what they are called."""

import os
import re
import unicodedata
from pathlib import Path

SUFFIXES = (".yaml", ".yml", ".json")
"""How such a file ends, in whatever case; JSON is YAML too. An earlier one goes before others."""

Order = tuple[tuple[str, int, str], ...]


def files_in(folder: Path) -> dict[str, Path]:
    """Return the files in `folder` by their names, in the order in which people count.

    A name is the stem of the file, or its path where another file has that. There are none where
    the folder is missing. Raises OSError where it cannot be read.
    """
    try:
        paths = [path for path in folder.iterdir() if is_named_well(path)]
    except FileNotFoundError:
        return {}
    found: dict[str, Path] = {}
    for path in sorted(paths, key=_rank):
        stem = composed(path.stem)
        found[str(path) if stem in found else stem] = path
    return {name: found[name] for name in sorted(found, key=lambda name: _order(found[name]))}


def readable_files_in(folder: Path) -> dict[str, Path]:
    """Return what `files_in` does, and none where the folder cannot be read."""
    try:
        return files_in(folder)
    except OSError:
        return {}


def is_named_well(path: Path) -> bool:
    """Return whether `path` ends as workouts and exercises do, and is not hidden."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".")


def composed(name: str) -> str:
    """Return `name` with its accents as keyboards write them; some disks keep them apart."""
    return unicodedata.normalize("NFC", name)


def existing(path: Path) -> Path:
    """Return the file that `path` names, also where its accents are kept in another way."""
    if os.path.lexists(path):
        return path
    try:
        beside = sorted(path.parent.iterdir())
    except (OSError, ValueError):
        return path
    sought = composed(path.name)
    return next((other for other in beside if composed(other.name) == sought), path)


def _rank(path: Path) -> tuple[int, str]:
    return SUFFIXES.index(path.suffix.lower()), path.name


def _order(path: Path) -> tuple[Order, tuple[int, str]]:
    """Return by what files are sorted: numbers as numbers, and letters without their accents."""
    plain = unicodedata.normalize("NFKD", path.stem.casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    parts = re.findall(r"([0-9]+)|([^0-9]+)", letters)
    # A number is as long as its digits; zeros before it count for nothing.
    digits = ((number.lstrip("0"), text) for number, text in parts)
    return tuple((text, len(number), number) for number, text in digits), _rank(path)
