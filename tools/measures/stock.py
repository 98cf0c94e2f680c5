"""The resources of this process: memory, objects, handles and threads."""

import gc
import os
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from matside.core.session.record import SetKept, SetRecord
from tools.measures.processes import memory

_RECORDS = (SetKept, SetRecord)


@dataclass(frozen=True, slots=True)
class Stock:
    """The resources of a process: resident memory in MiB, and the numbers of the others.

    `objects` are Python's container objects, except the records of sets, which a session keeps
    to its end; `qt_objects` are all objects in Qt's windows.
    """

    memory: float
    objects: int
    qt_objects: int
    handles: int
    threads: int


def stock() -> Stock:
    """Return the resources of this process after a garbage collection."""
    # Listing Qt's objects makes a Python class for each of their kinds, once.
    qt_objects = sum(
        1 + len(window.findChildren(QObject)) for window in QApplication.topLevelWidgets()
    )
    gc.collect()
    process = Path("/proc/self")
    return Stock(
        memory=memory(os.getpid()).resident,
        objects=sum(type(held) not in _RECORDS for held in gc.get_objects()),
        qt_objects=qt_objects,
        # The open folder that is being listed is a handle too.
        handles=sum(1 for _ in (process / "fd").iterdir()) - 1,
        threads=sum(1 for _ in (process / "task").iterdir()),
    )


def least(found: Sequence[Stock]) -> Stock:
    """Return the minimum of each resource in `found`."""
    return Stock(*(min(values) for values in zip(*map(astuple, found), strict=True)))
