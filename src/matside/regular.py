"""Opens regular files and nothing else: a pipe or a device in a file's place is waited for."""

import errno
import os
import stat
from pathlib import Path

# O_NONBLOCK keeps a pipe without its other end from blocking; Windows has neither flag but
# O_BINARY.
_FLAGS = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)


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
