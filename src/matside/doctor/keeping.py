"""Examines the data folder and everything in it."""

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from matside.core.ports.findings import Finding, What
from matside.files import settings as settings_file
from matside.files.folders import DataFolder
from matside.files.history.check import HistoryState, check_history
from matside.files.workouts.folder_listing import in_order, readable_files_in
from matside.files.workouts.library import library_of
from matside.files.yaml.document import read_text
from matside.files.yaml.faults import FaultyFile

SCARCE = 50 << 20
"""The free space in bytes below which the disk may soon be full: 50 MiB."""

TRIED = 64 << 10
"""How many bytes are written to see whether that is possible."""

_FAULT_LOGGED = re.compile(r"^\d{4}-\d\d-\d\d \S+ (ERROR|CRITICAL) ", re.MULTILINE)

_HISTORY = {
    HistoryState.NONE: What.NO_HISTORY,
    HistoryState.SOUND: What.HISTORY_SOUND,
    HistoryState.LOCKED: What.HISTORY_LOCKED,
    HistoryState.DAMAGED: What.HISTORY_DAMAGED,
    HistoryState.NEWER: What.HISTORY_NEWER,
    HistoryState.UNREADABLE: What.HISTORY_UNREADABLE,
}


def examine_data(data: DataFolder) -> Iterator[Finding]:
    """Tell where everything is kept, and whether it can be written."""
    folder = {"folder": str(data.root)}
    there = _nearest(data.root)
    try:
        _try_to_write(there)
        free = shutil.disk_usage(there).free
    except OSError as error:
        yield Finding(What.DATA_UNWRITABLE, {**folder, "reason": error.strerror or str(error)})
        return
    details = {**folder, "free": size_of(free)}
    if free < SCARCE:
        yield Finding(What.DATA_SCARCE, details)
    else:
        yield Finding(What.DATA_WRITABLE if there == data.root else What.DATA_UNMADE, details)


def _nearest(folder: Path) -> Path:
    """Return `folder`, or its nearest parent that exists."""
    while not os.path.lexists(folder) and folder != folder.parent:
        folder = folder.parent
    return folder


def _try_to_write(folder: Path) -> None:
    """Write a file without a name, which disappears at once; raise OSError if that fails."""
    with tempfile.TemporaryFile(dir=folder) as file:
        file.write(bytes(TRIED))
        file.flush()
        os.fsync(file.fileno())


def size_of(count: int) -> str:
    """Return `count` bytes in a readable unit."""
    size, units = float(count), iter(("bytes", "KiB", "MiB", "GiB", "TiB"))
    unit = next(units)
    while size >= 1024 and unit != "TiB":
        size, unit = size / 1024, next(units)
    return f"{size:.1f} {unit}" if size < 10 and unit != "bytes" else f"{size:.0f} {unit}"


def examine_settings(data: DataFolder) -> Iterator[Finding]:
    """Tell whether the settings can be read."""
    if not os.path.lexists(data.settings):
        yield Finding(What.NO_SETTINGS, {"file": str(data.settings)})
        return
    _, faults = settings_file.load(data.settings)
    if faults:
        details = {"fault": faults[0], "count": str(len(faults))}
        yield Finding(What.SETTINGS_FAULTY, details)
    else:
        yield Finding(What.SETTINGS_READ, {"file": str(data.settings)})


def examine_history(data: DataFolder) -> Iterator[Finding]:
    """Tell whether the history is sound."""
    check = check_history(data.history)
    details = {
        "file": str(data.history),
        "sessions": str(check.sessions),
        "version": str(check.version),
        "size": size_of(check.size),
        "reason": check.reason,
    }
    yield Finding(_HISTORY[check.state], details)


def examine_workouts(data: DataFolder) -> Iterator[Finding]:
    """Tell whether the athlete's own files have faults."""
    library = library_of(data)
    own = [listed for listed in library.listing() if listed.own]
    exercises = in_order(readable_files_in(data.exercises)).values()
    faulty = [
        *(listed.faults[0] for listed in own if listed.faults),
        *(faults[0] for file in exercises if (faults := library.check(file))),
    ]
    details = {
        "folder": str(data.workouts),
        "workouts": str(len(own)),
        "exercises": str(len(exercises)),
        "faulty": str(len(faulty)),
        "fault": faulty[0] if faulty else "",
    }
    yield Finding(What.WORKOUTS_FAULTY if faulty else What.WORKOUTS_GOOD, details)


def examine_running(data: DataFolder) -> Iterator[Finding]:
    """Tell whether a window has the data folder, on systems where that can be seen."""
    try:
        import fcntl
    except ImportError:
        return
    try:
        lock = os.open(data.lock, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        yield Finding(What.NO_WINDOW_OPEN)
        return
    try:
        # A shared lock, held for a moment: a window that is just opening tries more than once.
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        yield Finding(What.NO_WINDOW_OPEN)
    except OSError:
        yield Finding(What.WINDOW_OPEN, {"process": _process_in(lock)})
    finally:
        os.close(lock)


def _process_in(lock: int) -> str:
    """Return the number that the window wrote first into its lock."""
    number = os.read(lock, 20).split(b"\n")[0]
    return number.decode() if number.isdigit() else "?"


def examine_log(data: DataFolder) -> Iterator[Finding]:
    """Tell where faults are written, and whether any were."""
    details = {"file": str(data.log)}
    if not os.path.lexists(data.log):
        yield Finding(What.LOG_EMPTY, details)
        return
    try:
        faults = len(_FAULT_LOGGED.findall(read_text(data.log)))
    except FaultyFile as found:
        yield Finding(What.LOG_UNREADABLE, {"fault": found.lines[0]})
        return
    what = What.LOG_HAS_FAULTS if faults else What.LOG_KEPT
    yield Finding(what, {**details, "count": str(faults)})
