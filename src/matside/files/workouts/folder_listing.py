"""Which files of a folder can be workouts or exercises, and what they are called."""

import os
import re
import unicodedata
from collections.abc import Mapping
from pathlib import Path

SUFFIXES = (".yaml", ".yml", ".json")
"""The suffixes of such files, in any case; JSON is YAML too. An earlier one takes precedence."""

Order = tuple[tuple[str, int, str], ...]


def files_in(folder: Path) -> dict[str, Path]:
    """Return the files in `folder` by their names, in no particular order.

    A name is the stem of the file, or its path if another file has the same stem. A missing
    folder has none. Raises OSError if it cannot be read.
    """
    try:
        paths = [path for path in folder.iterdir() if is_named_well(path)]
    except FileNotFoundError:
        return {}
    found: dict[str, Path] = {}
    for path in sorted(paths, key=_rank):
        stem = composed(path.stem)
        found[str(path) if stem in found else stem] = path
    return found


def in_order(files: Mapping[str, Path]) -> dict[str, Path]:
    """Return `files`, by their names, in natural order: 2 comes before 10."""
    return dict(sorted(files.items(), key=lambda item: _order(item[1])))


def readable_files_in(folder: Path) -> dict[str, Path]:
    """Return what `files_in` does, or none if the folder cannot be read."""
    try:
        return files_in(folder)
    except OSError:
        return {}


def is_named_well(path: Path) -> bool:
    """Return whether `path` has a suffix of workouts and exercises, and is not hidden."""
    return path.suffix.lower() in SUFFIXES and not path.name.startswith(".")


def composed(name: str) -> str:
    """Return `name` in Unicode's composed form (NFC); some disks keep accents apart."""
    return unicodedata.normalize("NFC", name)


def existing(path: Path) -> Path:
    """Return the file that `path` names, even if its accents are encoded differently."""
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
    """Return the sort key of a file: numbers as numbers, letters without their accents."""
    plain = unicodedata.normalize("NFKD", path.stem.casefold())
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign))
    parts = re.findall(r"([0-9]+)|([^0-9]+)", letters)
    # Numbers compare by their count of digits first; leading zeros are ignored.
    digits = ((number.lstrip("0"), text) for number, text in parts)
    return tuple((text, len(number), number) for number, text in digits), _rank(path)
