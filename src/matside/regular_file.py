"""Opens and reads regular files only: opening a pipe or a device in their place could block."""

import errno
import os
import stat
from pathlib import Path

# O_NONBLOCK keeps a pipe without its other end from blocking; Windows has neither flag but
# O_BINARY.
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class NoFile(OSError):
    """There is a folder, a pipe or a device at a path, and no regular file."""

    def __init__(self, path: Path, mode: int) -> None:
        """Say what is at `path`, by its `mode` from `os.stat`, or from `os.lstat`."""
        kinds = ((stat.S_ISDIR, "a folder"), (stat.S_ISLNK, "a link"))
        self.what = next((what for is_it, what in kinds if is_it(mode)), "a device or a pipe")
        super().__init__(errno.EINVAL, f"{path.name} is {self.what}", str(path))


def open_regular(path: str | Path, flags: int, mode: int = 0o600) -> int:
    """Return a descriptor of the file at `path`, opened as os.open does.

    Raises OSError, namely NoFile if it is no regular file. Never blocks.
    """
    descriptor = os.open(path, flags | _FLAGS, mode)
    found = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(found):
        os.close(descriptor)
        raise NoFile(Path(path), found)
    return descriptor


def refuse_irregular(path: Path) -> None:
    """Raise NoFile if there is something at `path` that is no regular file.

    This is for libraries that open a file by its path themselves, such as SQLite.
    """
    try:
        mode = path.stat().st_mode
    except OSError:
        return
    if not stat.S_ISREG(mode):
        raise NoFile(path, mode)


class UnfitFileError(Exception):
    """A file cannot be read; its text says why, and what would help."""


def read_regular(path: Path, most: int, *, links: bool = True) -> bytes:
    """Return the content of the file at `path`, at most `most` bytes, which are whole MiB.

    Raises UnfitFileError if it is missing, no regular file, unreadable or larger, or if it is a
    link and `links` is False.
    """
    try:
        return _read(path, most, links=links)
    except (OSError, ValueError) as error:
        raise UnfitFileError(_why_unreadable(error)) from error


def _read(path: Path, most: int, *, links: bool) -> bytes:
    if not links and path.is_symlink():
        raise UnfitFileError("this is a link; name the file itself")
    descriptor = open_regular(path, os.O_RDONLY if links else os.O_RDONLY | _NO_LINK)
    with os.fdopen(descriptor, "rb") as file:
        # Some files of the kernel, such as its log, return None where they would block.
        content = file.read(most + 1) or b""
    if len(content) > most:
        raise UnfitFileError(f"the file is too large; at most {most >> 20} MiB is read")
    return content


def _why_unreadable(error: OSError | ValueError) -> str:
    match error:
        case NoFile():
            return f"this is {error.what}; name a file"
        case FileNotFoundError() | NotADirectoryError() | ValueError():
            return "there is no such file; look for a slip in its name"
        case _:
            return f"the file cannot be read ({error.strerror}); mend that, or name another one"
