"""Reads a history without changing anything in it or around it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

from matside.files.history.damage import is_refusal, is_trouble
from matside.files.history.tables import VERSION, complaint_of, copied, ready, version_of
from matside.regular_file import refuse_irregular

COMPANIONS = ("-journal", "-wal", "-shm")
"""The endings of the files that SQLite keeps beside a database."""

_Found = TypeVar("_Found")

LONGEST_WAIT = 0.25
"""The maximum wait for another writer, in seconds."""


def log_of(path: Path) -> Path:
    """Return the path of the write-ahead log of the database at `path`."""
    return path.with_name(f"{path.name}-wal")


def read_by(path: Path, read: Callable[[sqlite3.Connection], _Found]) -> _Found:
    """Return what `read` finds in the history at `path`; earlier tables stay unchanged.

    If nothing can be written beside it, the file is read as it is, without a lock.
    Raises what `version_of` does, OSError and sqlite3.Error.
    """
    try:
        with opened(path) as connection:
            return _found_by(connection, read)
    except sqlite3.Error as error:
        if not is_refusal(error):
            raise
    with closing(read_only(path)) as connection:
        return _found_by(connection, read)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Hold a connection to the database at `path` that neither creates nor changes it."""
    refuse_irregular_beside(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    with closing(connect(path, "mode=rw") if writable else read_only(path)) as connection:
        yield connection


def is_sound(path: Path) -> bool:
    """Return whether a history is found undamaged, and could be converted if need be."""
    try:
        with opened(path) as connection:
            if complaint_of(connection) is not None:
                return False
            with present(connection):
                return True
    except Exception as error:  # noqa: BLE001 - a damaged file can make SQLite raise anything
        return is_trouble(error)


def _found_by(
    connection: sqlite3.Connection, read: Callable[[sqlite3.Connection], _Found]
) -> _Found:
    with present(connection) as tables:
        return read(tables)


@contextmanager
def present(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Hold `connection` if its tables are of the present version, else a converted copy."""
    if version_of(connection) == VERSION:
        yield connection
    else:
        with closing(copied(connection)) as copy:
            yield copy


def read_only(path: Path) -> sqlite3.Connection:
    """Return a connection to the database at `path` that writes nothing, not even beside it.

    Its first statement raises sqlite3.Error if the file is no database, or if its log cannot
    be read: without the log the latest changes would be missing.
    """
    log = log_of(path)
    has_log = log.exists() and log.stat().st_size > 0
    return connect(path, "mode=ro" if has_log else "immutable=1")


def refuse_irregular_beside(path: Path) -> None:
    """Raise OSError if something beside the database that SQLite would open is no file."""
    for ending in COMPANIONS:
        refuse_irregular(path.with_name(path.name + ending))


def connect(path: Path, words: str) -> sqlite3.Connection:
    """Return a connection to the database at `path`; `words` are SQLite's URI parameters."""
    address = f"{path.absolute().as_uri()}?{words}"
    connection = sqlite3.connect(address, uri=True, timeout=LONGEST_WAIT, isolation_level=None)
    ready(connection)
    return connection
