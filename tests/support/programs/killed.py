"""Does a piece of work again and again, the n-th time killed before its n-th call to the disk.

Each time it works on a copy of a folder, named by the number; the last one is not killed.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from types import FrameType

CALLS = {"execute", "executemany", "fsync", "link", "rename", "replace", "rmdir", "unlink"}
"""What changes the disk, or begins to."""


def work_until(work: Callable[[Path], None], folder: Path, last: int) -> None:
    """Do `work` in `folder`; be killed before the call with the number `last`."""
    calls = count(1)

    def watch(frame: FrameType, event: str, called: object) -> None:
        del frame
        name = getattr(called, "__name__", "")
        if event == "c_call" and name in CALLS and next(calls) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)
    work(folder)
    sys.setprofile(None)
    os._exit(0)


def main(code: str, template: Path, folder: Path) -> None:
    """Do what `work` in `code` does, in copies of `template` in `folder`."""
    known: dict[str, Callable[[Path], None]] = {}
    exec(code, known)
    for last in count(1):
        copy = Path(shutil.copytree(template, folder / str(last)))
        child = os.fork()
        if child == 0:
            work_until(known["work"], copy, last)
        if os.waitpid(child, 0)[1] != signal.SIGKILL:
            return


main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]))
