"""Checks the history without changing anything in it."""

import sqlite3
import stat
from enum import Enum
from pathlib import Path

from matside.core.ports.history import HistoryError
from matside.files.history.damage import is_busy, is_trouble
from matside.files.history.read_only import opened, present
from matside.files.history.records import sessions_in
from matside.files.history.tables import complaint_of, version_of
from matside.frozen import frozen


class HistoryState(Enum):
    """The state of a history."""

    NONE = "none"
    SOUND = "sound"
    LOCKED = "locked"
    DAMAGED = "damaged"
    NEWER = "newer"
    UNREADABLE = "unreadable"


@frozen
class HistoryCheck:
    """What is known of a history: its state and the reason for it, its sessions and its size.

    `sessions` and `version` are 0 if unknown; `size` is in bytes.
    """

    state: HistoryState
    reason: str = ""
    sessions: int = 0
    version: int = 0
    size: int = 0


def check_history(path: Path) -> HistoryCheck:
    """Return what there is to know of the history at `path`."""
    try:
        status = path.stat()
    except FileNotFoundError:
        return HistoryCheck(HistoryState.NONE)
    except OSError as error:
        return HistoryCheck(HistoryState.UNREADABLE, error.strerror or str(error))
    if not stat.S_ISREG(status.st_mode):
        return HistoryCheck(HistoryState.UNREADABLE, "this is no file")
    if status.st_size == 0:
        return HistoryCheck(HistoryState.NONE)
    try:
        with opened(path) as connection:
            return _looked_into(connection, status.st_size)
    except sqlite3.Error as error:
        return HistoryCheck(_state_of(error), str(error), size=status.st_size)
    except OSError as error:
        reason = error.strerror or str(error)
        return HistoryCheck(HistoryState.UNREADABLE, reason, size=status.st_size)
    except (ValueError, TypeError, LookupError) as error:
        return HistoryCheck(HistoryState.DAMAGED, str(error), size=status.st_size)


def _looked_into(connection: sqlite3.Connection, size: int) -> HistoryCheck:
    try:
        version = version_of(connection)
    except HistoryError:
        newer = int(connection.execute("PRAGMA user_version").fetchone()[0])
        return HistoryCheck(HistoryState.NEWER, version=newer, size=size)
    if complaint := complaint_of(connection):
        return HistoryCheck(HistoryState.DAMAGED, complaint, version=version, size=size)
    with present(connection) as tables:
        found = sessions_in(tables)
    if found.faults:
        return HistoryCheck(HistoryState.DAMAGED, found.faults[0], version=version, size=size)
    # Taking the write lock raises if another program has it; nothing is written.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    return HistoryCheck(HistoryState.SOUND, "", len(found.sessions), version, size)


def _state_of(error: sqlite3.Error) -> HistoryState:
    if is_busy(error):
        return HistoryState.LOCKED
    return HistoryState.UNREADABLE if is_trouble(error) else HistoryState.DAMAGED
