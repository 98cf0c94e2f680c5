"""Reads a history without changing anything in it or around it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from matside.files.history.damage import is_refusal, is_trouble
from matside.files.history.records import SessionListing, sessions_in
from matside.files.history.tables import VERSION, complaint_of, copied, ready, version_of
from matside.regular_file import refuse_irregular

COMPANIONS = ("-journal", "-wal", "-shm")
"""The endings of the files that SQLite keeps beside a database."""

LONGEST_WAIT = 0.25
"""The maximum wait for another writer, in seconds."""


def log_of(path: Path) -> Path:
    """Return the path of the write-ahead log of the database at `path`."""
    return path.with_name(f"{path.name}-wal")


def listed(path: Path) -> SessionListing:
    """Return the sessions in the history at `path`; tables of an earlier Matside stay unchanged.

    If nothing can be written beside it, the file is read as it is, without a lock.
    Raises what `version_of` does, OSError and sqlite3.Error.
    """
    try:
        with opened(path) as connection:
            return _listed_by(connection)
    except sqlite3.Error as error:
        if not is_refusal(error):
            raise
    with closing(read_only(path)) as connection:
        return _listed_by(connection)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """Hold a connection to the database at `path` that neither creates nor changes it."""
    refuse_irregular_beside(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    with closing(connect(path, "mode=rw") if writable else read_only(path)) as connection:
        yield connection


def is_sound(path: Path) -> bool:
    """Return whether a history in tables of the present version is found undamaged."""
    try:
        with opened(path) as connection:
            return complaint_of(connection) is None
    except Exception as error:  # noqa: BLE001 - a damaged file can make SQLite raise anything
        return is_trouble(error)


def _listed_by(connection: sqlite3.Connection) -> SessionListing:
    with present(connection) as found:
        return sessions_in(found)


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
