"""The lock of a data folder: a file lock of the system, on a file that is never removed.

If a lock file is removed, even by the program itself, two processes can hold a lock: one on the
removed file, the other on its successor of the same name. So the file stays, the locked file is
compared with the one at the path, and the system releases the lock when a process ends.
"""

import errno
import os
import sys
from contextlib import suppress
from enum import Enum
from pathlib import Path

from matside.regular_file import open_regular

TRIES = 8
"""How many times the file may be replaced while it is being locked."""

_UNLINKED = getattr(os, "O_NOFOLLOW", 0)
"""Links are not followed: their targets are not ours to create."""

_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})
"""The system's errors for a file that another process has locked."""


class Holder(Enum):
    """Who has a folder; NOBODY if its file system has no locks."""

    US = "us"
    OTHERS = "others"
    NOBODY = "nobody"


class FolderLock:
    """The lock at `path`, held from `take` to `release`, or to the end of the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self.is_new = False
        """Whether the file was empty when it was locked, so that nobody held it before."""

    def take(self) -> Holder:
        """Lock the file at the path, unless we hold it already; return who holds it.

        If the folder was renamed or the file deleted, a different file may be there by now. If
        that one cannot be locked, the old one stays locked.
        """
        if self._file is not None and _lies_at(self._path, self._file):
            return Holder.US
        for _ in range(TRIES):
            try:
                file = _opened(self._path)
            except OSError:
                return Holder.NOBODY
            holder = _lock(file)
            if holder is Holder.US and _lies_at(self._path, file):
                self._keep(file)
                return Holder.US
            os.close(file)
            if holder is not Holder.US:
                return holder
        return Holder.OTHERS

    def release(self, *, unused: bool = False) -> None:
        """Release the folder; with `unused` leave the lock file as new as before."""
        if self._file is None:
            return
        if unused:
            with suppress(OSError):
                os.ftruncate(self._file, 0)
        os.close(self._file)
        self._file = None

    def holder_process(self) -> int | None:
        """Return the id of the process that holds the lock, None if it is unknown."""
        try:
            file = open_regular(self._path, os.O_RDONLY | _UNLINKED)
        except OSError:
            return None
        try:
            number = os.read(file, 20).split(b"\n")[0]
        except OSError:
            return None
        finally:
            os.close(file)
        return int(number) if number.isdigit() else None

    def _keep(self, file: int) -> None:
        if self._file is not None:
            os.close(self._file)
        self._file = file
        self.is_new = os.fstat(file).st_size == 0
        # The lock is held even if nothing can be written.
        with suppress(OSError):
            os.ftruncate(file, 0)
            os.lseek(file, 0, os.SEEK_SET)
            os.write(file, f"{os.getpid()}\n".encode())


def _opened(path: Path) -> int:
    """Open the file at `path`, created if missing; raise OSError if it is no regular file."""
    try:
        return open_regular(path, os.O_RDWR | os.O_CREAT | _UNLINKED)
    except OSError as error:
        if error.errno not in (errno.EROFS, errno.EACCES):
            raise
        return open_regular(path, os.O_RDONLY | _UNLINKED)


def _lies_at(path: Path, file: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(file))
    except OSError:
        return False


def _lock(file: int) -> Holder:
    try:
        _lock_now(file)
    except OSError as error:
        return Holder.OTHERS if error.errno in _HELD else Holder.NOBODY
    return Holder.US


if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """On Windows a locked byte cannot be read; this offset is beyond all that is written."""

    def _lock_now(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock_now(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
