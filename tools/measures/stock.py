"""What this process holds: memory, objects, handles and threads."""

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
    """How much there is of everything: MiB of resident memory, and the numbers of the others.

    `objects` are those of Python that can hold others, but for the records of sets, which a
    session keeps to its end; `qt_objects` are all in Qt's windows.
    """

    memory: float
    objects: int
    qt_objects: int
    handles: int
    threads: int


def stock() -> Stock:
    """Return what this process holds once its garbage is gone."""
    # Who asks for Qt's objects gives Python a class for each kind of them, once.
    qt_objects = sum(
        1 + len(window.findChildren(QObject)) for window in QApplication.topLevelWidgets()
    )
    gc.collect()
    process = Path("/proc/self")
    return Stock(
        memory=memory(os.getpid()).resident,
        objects=sum(type(held) not in _RECORDS for held in gc.get_objects()),
        qt_objects=qt_objects,
        # The folder that is being listed is a handle too.
        handles=sum(1 for _ in (process / "fd").iterdir()) - 1,
        threads=sum(1 for _ in (process / "task").iterdir()),
    )


def least(found: Sequence[Stock]) -> Stock:
    """Return the least of everything in `found`."""
    return Stock(*(min(values) for values in zip(*map(astuple, found), strict=True)))
