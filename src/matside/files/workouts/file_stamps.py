"""Whether files are still as they were when somebody last looked."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from matside.files.slices import Steps, at_once, finished

Stamp = tuple[int, ...]

_Value = TypeVar("_Value")


def stamp_of(path: Path) -> Stamp | None:
    """Return what becomes another when the file at `path` does, None where it cannot be told."""
    try:
        found = path.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns


class Readings(Generic[_Value]):
    """What was read of files, kept for as long as they stay as they were."""

    def __init__(self) -> None:
        self._kept: dict[Path, tuple[Stamp, _Value]] = {}

    def of(self, path: Path, read: Callable[[], _Value]) -> _Value:
        """Return what `read` returned for the file at `path`; it is called where that changed."""
        return finished(self.reading(path, partial(at_once, read)))

    def reading(self, path: Path, read: Callable[[], Steps[_Value]]) -> Steps[_Value]:
        """Return what the steps of `read` came to, which are done where the file has changed."""
        stamp = stamp_of(path)  # before it is read: what changes meanwhile is read once more
        kept = self._kept.get(path)
        if kept is not None and kept[0] == stamp:
            return kept[1]
        value = yield from read()
        if stamp is not None:
            self._kept[path] = stamp, value
        return value

    def forget(self) -> None:
        """Read every file anew when it is asked for the next time."""
        self._kept.clear()
