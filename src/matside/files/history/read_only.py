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
"""How the files end that SQLite keeps beside a database."""

LONGEST_WAIT = 0.25
"""How long another writer is waited for, in seconds."""


def log_of(path: Path) -> Path:
    """Return where the log of the database at `path` lies: what is not yet in the database."""
    return path.with_name(f"{path.name}-wal")


def listed(path: Path) -> SessionListing:
    """Return what is listed in the history at `path`; that of an earlier Matside stays as it is.

    Where nothing can be written beside it, it is read as it lies there.
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
    """Hold a connection to the database at `path` that makes none, and no change in it either."""
    refuse_irregular_beside(path)
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    with closing(connect(path, "mode=rw") if writable else read_only(path)) as connection:
        yield connection


def is_sound(path: Path) -> bool:
    """Return whether nothing can be found that is wrong with a history in present tables."""
    try:
        with opened(path) as connection:
            return complaint_of(connection) is None
    except Exception as error:  # noqa: BLE001 - what a damaged file makes of SQLite is not known
        return is_trouble(error)


def _listed_by(connection: sqlite3.Connection) -> SessionListing:
    with present(connection) as found:
        return sessions_in(found)


@contextmanager
def present(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """Hold `connection` if it has tables of the present version, else a copy that has."""
    if version_of(connection) == VERSION:
        yield connection
    else:
        with closing(copied(connection)) as copy:
            yield copy


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
    for ending in COMPANIONS:
        refuse_irregular(path.with_name(path.name + ending))


def connect(path: Path, words: str) -> sqlite3.Connection:
    """Return a connection to the database at `path`, as the `words` of SQLite's address say."""
    address = f"{path.absolute().as_uri()}?{words}"
    connection = sqlite3.connect(address, uri=True, timeout=LONGEST_WAIT, isolation_level=None)
    ready(connection)
    return connection
