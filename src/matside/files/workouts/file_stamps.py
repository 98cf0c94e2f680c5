"""Tells whether files have changed since they were last read."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from matside.files.slices import Steps, at_once, finished

Stamp = tuple[int, ...]

_Value = TypeVar("_Value")


def stamp_of(path: Path) -> Stamp | None:
    """Return a value that changes with the file at `path`, None if it cannot be determined."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


class ReadCache(Generic[_Value]):
    """A cache of what was read from files, valid until a file changes."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[Stamp, _Value]] = {}

    def of(self, path: Path, read: Callable[[], _Value]) -> _Value:
        """Return the value of `read` for the file at `path`; call it only if that has changed."""
        return finished(self.reading(path, partial(at_once, read)))

    def reading(self, path: Path, read: Callable[[], Steps[_Value]]) -> Steps[_Value]:
        """Do as `of` does, with a `read` in steps."""
        stamp = stamp_of(path)  # before it is read: what changes meanwhile is read once more
        kept = self._kept.get(path)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        value = yield from read()
        if stamp is not None:
            self._kept[path] = stamp, value
        return value

    def forget(self) -> None:
        """Forget everything, so that every file is read again."""
        self._kept.clear()
