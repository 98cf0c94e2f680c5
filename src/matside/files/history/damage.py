"""Tells damage of a history from trouble around it: disks, other programs, memory."""

import sqlite3

_REFUSALS = frozenset(
    {
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
"""SQLite's codes when it cannot write the file, or the files that it keeps beside it."""

_TROUBLE = _REFUSALS | {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_INTERRUPT,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_PROTOCOL,
}
"""SQLite's codes that do not mean damage: an undamaged file can give them too."""

_REASONS = {
    sqlite3.SQLITE_BUSY: "the history is locked by another program",
    sqlite3.SQLITE_CANTOPEN: "the history cannot be opened",
    sqlite3.SQLITE_CORRUPT: "the history is damaged",
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk cannot be read or written",
    sqlite3.SQLITE_NOMEM: "there is not enough memory",
    sqlite3.SQLITE_NOTADB: "the history is damaged",
    sqlite3.SQLITE_READONLY: "the disk can only be read",
}


def is_refusal(error: BaseException) -> bool:
    """Return whether `error` says that something cannot be written, or opened."""
    return isinstance(error, OSError) or _code(error) in _REFUSALS


def is_busy(error: BaseException) -> bool:
    """Return whether `error` says that another program has the history locked."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def is_trouble(error: BaseException) -> bool:
    """Return whether `error` comes from around the history, not from its content."""
    return isinstance(error, OSError | MemoryError) or _code(error) in _TROUBLE


def reason_of(error: BaseException) -> str:
    """Return what failed with `error`, for people."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    if isinstance(error, MemoryError):
        return _REASONS[sqlite3.SQLITE_NOMEM]
    return _REASONS.get(_code(error) or 0) or str(error) or type(error).__name__


def _code(error: BaseException) -> int | None:
    """Return the primary result code of an error of SQLite, None for any other."""
    code = getattr(error, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF
