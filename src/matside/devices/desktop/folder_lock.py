"""The lock of a data folder: the system's own, on a file that is never removed.

Whoever removes a lock, the program itself included, lets two have one at the same time: one
locks the file that is gone, the other the next one of that name. So the file stays, what is
locked is compared with what lies at the path, and the system lets go when a process ends.
"""

import errno
import os
import sys
from contextlib import suppress
from enum import Enum
from pathlib import Path

from matside.regular_file import open_regular

TRIES = 8
"""How often another file may take the place of the one that was just locked."""

_UNLINKED = getattr(os, "O_NOFOLLOW", 0)
"""What a link leads to is not ours to make."""

_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EWOULDBLOCK, errno.EDEADLK})
"""What the system says of a file that another process has locked."""


class Holder(Enum):
    """Whose a folder is; NOBODY where it takes no lock."""

    US = "us"
    OTHERS = "others"
    NOBODY = "nobody"


class FolderLock:
    """The lock at `path`, which is ours from `take` to `release`, or to the end of the process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None
        self.is_new = False
        """Whether the file was empty when it was locked: nobody had it before."""

    def take(self) -> Holder:
        """Lock what lies at the path, unless that is locked by us already; return whose it is.

        Another file than the one that was locked may lie there by now, where the folder was
        renamed or the file deleted. One that cannot be had leaves the old one locked.
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
        """Let others have the folder; an `unused` lock is as new as if nobody had had it."""
        if self._file is None:
            return
        if unused:
            with suppress(OSError):
                os.ftruncate(self._file, 0)
        os.close(self._file)
        self._file = None

    def holder_process(self) -> int | None:
        """Return the number of the process that has the lock, None where it cannot be told."""
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
        # Where nothing can be written the lock holds all the same.
        with suppress(OSError):
            os.ftruncate(file, 0)
            os.lseek(file, 0, os.SEEK_SET)
            os.write(file, f"{os.getpid()}\n".encode())


def _opened(path: Path) -> int:
    """Return the open file at `path`, made where there is none; OSError where it is no file."""
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
    """A locked byte cannot be read there; this one lies behind all that is written."""

    def _lock_now(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock_now(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
