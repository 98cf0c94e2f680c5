"""Writes files that are new: whole or not at all, and over nothing that is there."""

import errno
import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from matside.regular_file import NoFile

_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EINVAL, errno.EMLINK})
"""The errors of a file system that knows no second name for a file."""


def write_new(path: Path, content: bytes, *, replaces: bool = False) -> None:
    """Write `content` to a new file at `path`, readable by the athlete alone.

    Raises FileExistsError if something is there, unless `replaces`; then NoFile if that is no
    regular file; and OSError if it cannot be written. Nothing is then left behind.
    """
    with making(path, replaces=replaces) as new:
        descriptor = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)


@contextmanager
def making(
    path: Path, *, replaces: bool = False, link: Callable[[Path, Path], None] = os.link
) -> Iterator[Path]:
    """Hold the path of a file that is to be written, and at the end becomes that at `path`.

    It lies beside that, hidden. `link` gives a file a second name. Raises as `write_new` does.
    """
    _refuse(path, replaces=replaces)
    new = path.with_name(f".{path.name}.new")
    _discard(new)
    try:
        yield new
        _sync(new)
        if replaces:
            _refuse(path, replaces=True)
            new.replace(path)
        else:
            _name(new, path, link)
    finally:
        _discard(new)


def _refuse(path: Path, *, replaces: bool) -> None:
    """Raise OSError if something is at `path`, or if `replaces`, if it is no regular file.

    A device, a pipe or a link would be gone for good.
    """
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        return
    if not replaces:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if not stat.S_ISREG(mode):
        raise NoFile(path, mode)


def _discard(new: Path) -> None:
    """Delete what was not finished, also by a kill, with what SQLite kept beside it."""
    for ending in ("", "-journal"):
        new.with_name(new.name + ending).unlink(missing_ok=True)


def _name(new: Path, path: Path, link: Callable[[Path, Path], None]) -> None:
    """Let `new` be the file at `path`, if there is none at this moment."""
    try:
        link(new, path)
    except OSError as error:
        if error.errno not in _NO_LINKS or os.path.lexists(path):
            raise
        new.rename(path)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
