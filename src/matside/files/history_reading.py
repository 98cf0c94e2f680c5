"""Opens a history that can only be read, and changes nothing around it."""

import sqlite3
from pathlib import Path

from matside.regular import refuse_irregular

LONGEST_WAIT = 0.25
"""How long another writer is waited for, in seconds."""


def log_of(path: Path) -> Path:
    """Return where the log of the database at `path` lies: what is not yet in the database."""
    return path.with_name(f"{path.name}-wal")


def read_only(path: Path) -> sqlite3.Connection:
    """Return a connection to the database at `path` that writes nothing, not even beside it.

    Its first statement raises sqlite3.Error for what is no database, and for one with a log
    that cannot be read: without its log it would lack what was written last.
    """
    log = log_of(path)
    has_log = log.exists() and log.stat().st_size > 0
    return connect(path, "mode=ro" if has_log else "immutable=1")


def refuse_irregular_beside(path: Path) -> None:
    """Raise OSError where what SQLite opens beside the database at `path` is no file."""
    for ending in ("-journal", "-wal", "-shm"):
        refuse_irregular(path.with_name(path.name + ending))


def connect(path: Path, words: str) -> sqlite3.Connection:
    """Return a connection to the database at `path`, as the `words` of SQLite's address say."""
    address = f"{path.absolute().as_uri()}?{words}"
    return sqlite3.connect(address, uri=True, timeout=LONGEST_WAIT, isolation_level=None)
