"""Opens and reads regular files and nothing else: a pipe in a file's place is waited for."""

import errno
import os
import stat
from pathlib import Path

# O_NONBLOCK keeps a pipe without its other end from blocking; Windows has neither flag but
# O_BINARY.
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class NoFile(OSError):
    """What lies at a path is a folder, a pipe or a device."""

    def __init__(self, path: Path, mode: int) -> None:
        """Tell what `mode` says of what lies at `path`."""
        self.what = "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"
        super().__init__(errno.EINVAL, f"{path.name} is {self.what}", str(path))


def open_regular(path: str | Path, flags: int, mode: int = 0o600) -> int:
    """Return a descriptor of the file at `path`, opened as os.open does.

    Raises OSError, and that is NoFile for what is no regular file; nothing is ever waited for.
    """
    descriptor = os.open(path, flags | _FLAGS, mode)
    found = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(found):
        os.close(descriptor)
        raise NoFile(Path(path), found)
    return descriptor


def refuse_irregular(path: Path) -> None:
    """Raise NoFile where something lies at `path` that is no regular file.

    For those who open a file by its path themselves, as SQLite does.
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
    """Return what the file at `path` holds, at most `most` bytes, which are whole MiB.

    Raises UnfitFileError for what is missing, not a regular file, unreadable or larger; and for
    a link where those are not to be followed.
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
        # Some files of the kernel's, such as its log, give None where they would block.
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
