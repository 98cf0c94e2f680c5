"""Sets files aside that cannot be used, so that nothing else takes their place unseen."""

import os
from itertools import count
from pathlib import Path


def set_aside(path: Path, *endings: str) -> Path:
    """Rename the file at `path` to NAME.bad, or NAME.bad2 and so on; return its new path.

    The files that belong to it, named as it is with one of `endings` behind, go with it.
    Nothing that was set aside before is replaced. Raises OSError where that is not possible.
    """
    names = (_numbered(path, number) for number in count(1))
    aside = next(name for name in names if not _any_there(name, endings))
    # The file itself goes last: until then a later start finds that it is still to be moved.
    for ending in endings:
        _rename_if_there(_with(path, ending), _with(aside, ending))
    path.rename(aside)
    return aside


def _numbered(path: Path, number: int) -> Path:
    return _with(path, ".bad" if number == 1 else f".bad{number}")


def _any_there(path: Path, endings: tuple[str, ...]) -> bool:
    return any(os.path.lexists(_with(path, ending)) for ending in ("", *endings))


def _with(path: Path, ending: str) -> Path:
    return path.with_name(path.name + ending)


def _rename_if_there(path: Path, target: Path) -> None:
    if os.path.lexists(path):
        path.rename(target)
