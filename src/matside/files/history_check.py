"""Looks at the history as it lies there, and changes nothing in it."""

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from matside.files.history_reading import connect, read_only, refuse_irregular_beside
from matside.files.history_rows import VERSION, session_records


class HistoryState(Enum):
    """How it stands with a history."""

    NONE = "none"
    SOUND = "sound"
    LOCKED = "locked"
    DAMAGED = "damaged"
    NEWER = "newer"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class HistoryCheck:
    """What is known of a history: its state and the reason for it, its sessions and its size.

    `sessions` and `version` are 0 where they cannot be known; `size` is in bytes.
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
        refuse_irregular_beside(path)
        with closing(_connected(path)) as connection:
            return _looked_into(connection, status.st_size)
    except sqlite3.Error as error:
        return HistoryCheck(_state_of(error), str(error), size=status.st_size)
    except OSError as error:
        reason = error.strerror or str(error)
        return HistoryCheck(HistoryState.UNREADABLE, reason, size=status.st_size)
    except (ValueError, TypeError, LookupError) as error:
        return HistoryCheck(HistoryState.DAMAGED, str(error), size=status.st_size)


def _connected(path: Path) -> sqlite3.Connection:
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    connection = connect(path, "mode=rw") if writable else read_only(path)
    connection.row_factory = sqlite3.Row
    return connection


def _looked_into(connection: sqlite3.Connection, size: int) -> HistoryCheck:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > VERSION:
        return HistoryCheck(HistoryState.NEWER, version=version, size=size)
    if version == 0:
        reason = "this is a database of another program"
        return HistoryCheck(HistoryState.DAMAGED, reason, size=size)
    complaint = str(connection.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if complaint != "ok":
        return HistoryCheck(HistoryState.DAMAGED, complaint, version=version, size=size)
    sessions = len(session_records(connection))
    # Who could not write now would find it locked; nothing is written.
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    return HistoryCheck(HistoryState.SOUND, "", sessions, version, size)


def _state_of(error: sqlite3.Error) -> HistoryState:
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return HistoryState.LOCKED
        case sqlite3.SQLITE_ERROR | sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return HistoryState.DAMAGED
        case _:
            return HistoryState.UNREADABLE
