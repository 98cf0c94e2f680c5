"""A disk that is slow to sync, and a program that tells how long its event loop stood still."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TextIO

import pytest
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from matside.app.cli import main
from tests.support.desktop import let_others_work

SYNC = """
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void be_slow(void) {
    long ms = atol(getenv("SYNC_MS"));
    struct timespec length = {ms / 1000, ms % 1000 * 1000000};
    nanosleep(&length, 0);
}

int fsync(int file) {
    be_slow();
    return ((int (*)(int)) dlsym(RTLD_NEXT, "fsync"))(file);
}

int fdatasync(int file) {
    be_slow();
    return ((int (*)(int)) dlsym(RTLD_NEXT, "fdatasync"))(file);
}
"""

EVERY = 0.005
"""How often the event loop is asked whether it is there, in seconds."""

LONG = 0.01
"""Holds that are longer than this are told, in seconds."""


def slow_sync(folder: Path, ms: int) -> Mapping[str, str]:
    """Return what makes the system sync in `ms` and no sooner for a program that has it.

    The test is skipped where no C can be compiled.
    """
    compiler = shutil.which("cc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("a slow disk takes a compiler for C, on Linux")
    source, library = folder / "sync.c", folder / "sync.so"
    source.write_text(SYNC)
    command = [compiler, "-shared", "-fPIC", "-o", str(library), str(source), "-ldl"]
    subprocess.run(command, check=True)
    return {"LD_PRELOAD": str(library), "SYNC_MS": str(ms)}


def holds_in(path: Path) -> list[tuple[float, float]]:
    """Return the holds told at `path`: when each began, by the monotonic clock, and its ms."""
    lines = path.read_text().splitlines() if path.exists() else []
    return [(float(began), float(ms)) for began, ms in map(str.split, lines)]


class Pulse(QObject):
    """Asks the event loop that it is moved to whether it is there."""

    asked = Signal(float)

    def __init__(self, file: TextIO) -> None:
        super().__init__()
        self._file = file
        self.asked.connect(self._hear, Qt.ConnectionType.QueuedConnection)

    @Slot(float)
    def _hear(self, began: float) -> None:
        held = time.monotonic() - began
        if held > LONG:
            self._file.write(f"{began} {1000 * held:.1f}\n")
            self._file.flush()


def watch(path: Path) -> None:
    """Write to `path` how long the event loop of this process stands still, to the end."""
    while (application := QCoreApplication.instance()) is None:
        let_others_work(EVERY)
    with path.open("a") as file:
        pulse = Pulse(file)
        pulse.moveToThread(application.thread())
        with suppress(RuntimeError):  # the window has gone, and the pulse with it
            while True:
                pulse.asked.emit(time.monotonic())
                let_others_work(EVERY)


if __name__ == "__main__":
    Thread(target=watch, args=(Path(os.environ["HOLDS"]),), daemon=True).start()
    sys.exit(main())
