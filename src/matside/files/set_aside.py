"""Renames files that cannot be used, so that nothing silently replaces them."""

import os
import re
from collections.abc import Iterable
from itertools import count
from pathlib import Path


def set_aside(path: Path, *endings: str) -> Path:
    """Rename the file at `path` to NAME.bad, or NAME.bad2 and so on; return its new path.

    Files with the same name plus one of `endings` are renamed with it.
    No file that was set aside before is replaced. Raises OSError if it cannot be renamed.
    """
    aside = place_aside(path, *endings)
    # The file itself goes first: what a kill leaves behind then belongs to no file in use.
    path.rename(aside)
    for ending in endings:
        if os.path.lexists(beside := _with(path, ending)):
            beside.rename(_with(aside, ending))
    return aside


def place_aside(path: Path, *endings: str) -> Path:
    """Return what the file at `path` would be renamed to by `set_aside`."""
    names = (_with(path, ".bad" if number == 1 else f".bad{number}") for number in count(1))
    return next(name for name in names if not _any_there(name, ("", *endings)))


def finish_setting_aside(path: Path, *endings: str) -> None:
    """Rename what belongs to a file that was at `path`, if a kill interrupted `set_aside`.

    Does nothing if there is a file at `path`. Raises OSError if it cannot be renamed.
    """
    if os.path.lexists(path):
        return
    left = [ending for ending in endings if os.path.lexists(_with(path, ending))]
    waiting = [name for name in _set_aside_before(path) if not _any_there(name, left)]
    if left and waiting:
        # Renaming changes the time of the inode: the latest one is the one that was interrupted.
        aside = max(waiting, key=lambda name: name.lstat().st_ctime_ns)
        for ending in left:
            _with(path, ending).rename(_with(aside, ending))


def _set_aside_before(path: Path) -> list[Path]:
    name = re.compile(re.escape(path.name) + r"\.bad[0-9]*")
    try:
        return [each for each in path.parent.iterdir() if name.fullmatch(each.name)]
    except FileNotFoundError:
        return []


def _any_there(path: Path, endings: Iterable[str]) -> bool:
    return any(os.path.lexists(_with(path, ending)) for ending in endings)


def _with(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)
