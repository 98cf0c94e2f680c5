"""The history of all sessions: one SQLite database, written as things happen."""

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from matside.core.ports.history import HistoryError, SessionGone
from matside.core.session.record import Change, Opening, OpenSession, Position, SessionRecord
from matside.files.folders import make_folder
from matside.files.history import rows
from matside.files.history.damage import is_trouble, reason_of
from matside.files.history.read_only import (
    COMPANIONS,
    LONGEST_WAIT,
    is_sound,
    log_of,
    read_by,
    refuse_irregular_beside,
)
from matside.files.history.records import LostSession, SessionListing, open_session, sessions_in
from matside.files.history.tables import NoHistory, prepare
from matside.files.set_aside import finish_setting_aside, set_aside
from matside.files.yaml.characters import escaped
from matside.frozen import frozen
from matside.regular_file import open_regular

_MAGIC = b"SQLite format 3\0"
"""What every database begins with."""

_FORMATS = slice(18, 20)
"""The header's two bytes for the write and read version; SQLite knows 1 and 2."""


Found = TypeVar("Found")


class SqliteHistory:
    """The sessions in the database at `path`, which is made when the first one opens.

    Every failure raises HistoryError, and the next call opens a new connection, which does not
    wait for locks: a database that stays locked blocks the program only once.
    A database that is found damaged while writing, or while looking for the open session, is
    set aside; `set_aside` is then its new path. `is_ours` tells whether it may be written.
    `lost` is the title of an open session that was found but cannot be resumed.
    `faults` names the rows that could not be read by `sessions`.
    """

    def __init__(self, path: Path, is_ours: Callable[[], bool] = lambda: True) -> None:
        """Write to `path` only while `is_ours` returns True: no other window has the folder."""
        self._path = path
        self.is_ours = is_ours
        self._connection: sqlite3.Connection | None = None
        self._files: _Files | None = None
        self._is_patient = True
        self._known: set[int] = set()
        self.set_aside: Path | None = None
        self.lost: str | None = None
        self.faults: tuple[str, ...] = ()

    def open(self, opening: Opening) -> int:
        """Begin a session with its plan, workout and position; return its id.

        A session with the same name and start that is already there keeps its id.
        Ended sessions lose their saved plans, and are deleted if they have no sets.
        """
        with self.writing(makes_folder=True) as connection:
            session = rows.session_of(connection, opening)
        self._known.add(session)
        return session

    def write(self, session: int, changes: Sequence[Change], position: Position) -> None:
        """Apply `changes` in order and store `position`.

        A session that has ended without sets is no longer listed, and is deleted when the next
        one opens; until then OPEN reopens it.
        Raises SessionGone for a session that was neither opened nor found by `unfinished` on
        this connection: its id may be another session's by now. A folder that has disappeared
        is not made again, so that it can come back.
        """
        with self.writing() as connection:
            if session not in self._known:
                raise SessionGone(f"the history has no session {session}")
            rows.store(connection, session, changes, position)

    def unfinished(self) -> OpenSession | None:
        """Return the newest open session, None where there is none.

        One that cannot be resumed, because what was saved of it is damaged, is stopped.
        """
        if not self._exists():
            return None
        with self._sparing(), self._transaction("DEFERRED") as connection:
            found = open_session(connection)
        if isinstance(found, LostSession):
            self._give_up_session(found)
            return None
        if found is not None:
            self._known.add(found.id)
        return found

    def sessions(self) -> tuple[SessionRecord, ...]:
        """Return all sessions, newest first; none if there is no history yet.

        Rows that cannot be read are listed in `faults`.
        A history of an earlier Matside is read without being converted.
        """
        found = self.read(sessions_in, SessionListing())
        self.faults = found.faults
        return found.sessions

    def read(self, read: Callable[[sqlite3.Connection], Found], nothing: Found) -> Found:
        """Return what `read` finds in the tables, `nothing` if there is no history yet.

        A history of an earlier Matside is read without being converted.
        """
        if not self._exists():
            return nothing
        try:
            _refuse_no_file(self._path)
            return read_by(self._path, read)
        except HistoryError:
            raise
        except Exception as error:
            raise self._failed(error) from error

    @contextmanager
    def writing(self, *, makes_folder: bool = False) -> Iterator[sqlite3.Connection]:
        """Hold a transaction that writes, in the database that lies at the path now.

        All that is written in it is there at its end, or nothing. Raises HistoryError.
        """
        self._refuse_if_theirs()
        try:
            self._close_if_gone()
        except OSError as error:
            raise self._failed(error) from error
        with self._sparing(), self._transaction("IMMEDIATE", makes_folder=makes_folder) as held:
            yield held

    def close(self) -> None:
        """Close the database; the next call opens it again."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None
            self._known.clear()

    def forget(self) -> None:
        """Close the database, and tell no more of damage: all of it is to be deleted."""
        self.close()
        self.set_aside = self.lost = None
        self.faults = ()

    def _exists(self) -> bool:
        try:
            self._path.stat()
        except FileNotFoundError:
            return False
        except OSError as error:
            raise self._failed(error) from error
        return True

    def _give_up_session(self, session: LostSession) -> None:
        self.lost = escaped(session.title)
        # Where that cannot be written the next start finds it once more.
        with suppress(HistoryError), self._transaction("IMMEDIATE") as connection:
            rows.stop(connection, session.id)

    @contextmanager
    def _sparing(self) -> Iterator[None]:
        """Set the database aside if it is found damaged; HistoryError then says so."""
        try:
            yield
        except HistoryError as error:
            if not _is_damage(error.__cause__, self._path):
                raise
            self.set_aside = self._put_aside()
            name = self.set_aside.name
            raise HistoryError(f"the history was damaged; it is kept as {name}") from error

    def _put_aside(self) -> Path:
        try:
            return set_aside(self._path, *COMPANIONS)
        except OSError as error:
            raise self._failed(error) from error

    @contextmanager
    def _transaction(
        self, kind: str, *, makes_folder: bool = False
    ) -> Iterator[sqlite3.Connection]:
        """Hold a transaction that is committed at the end, or rolled back on any failure."""
        try:
            connection = self._connected(makes_folder=makes_folder)
            connection.execute(f"BEGIN {kind}")
            yield connection
            connection.execute("COMMIT")
            self._be_patient(connection)
        except BaseException as error:
            # On any exception: an open transaction would block every later one.
            self._give_up()
            if isinstance(error, HistoryError) or not isinstance(error, Exception):
                raise
            raise self._failed(error) from error

    def _give_up(self) -> None:
        self._is_patient = False
        self.close()

    def _be_patient(self, connection: sqlite3.Connection) -> None:
        if not self._is_patient:
            connection.execute(f"PRAGMA busy_timeout = {round(1000 * LONGEST_WAIT)}")
            self._is_patient = True

    def _failed(self, error: Exception) -> HistoryError:
        return HistoryError(escaped(f"{reason_of(error)} ({self._path})"))

    def _refuse_if_theirs(self) -> None:
        """Raise HistoryError if another window has the folder by now."""
        if not self.is_ours():
            self.close()
            raise HistoryError(escaped(f"another window of Matside saves in {self._path.parent}"))

    def _close_if_gone(self) -> None:
        """Close a database that is no longer at its path: what is written to it would be lost."""
        if self._connection is None or self._files is None or self._files.main_is_at(self._path):
            return
        self.close()
        if self._path.exists() and self._files.log_is_at(log_of(self._path)):
            # SQLite would take the log of the old database for that of the new one.
            set_aside(log_of(self._path))

    def _connected(self, *, makes_folder: bool) -> sqlite3.Connection:
        if self._connection is None:
            if makes_folder:
                make_folder(self._path.parent)
            self._refuse_if_theirs()
            finish_setting_aside(self._path, *COMPANIONS)
            _make(self._path)
            wait = LONGEST_WAIT if self._is_patient else 0
            self._connection = sqlite3.connect(self._path, timeout=wait, isolation_level=None)
            _prepare(self._connection)
            self._files = _Files.at(self._path)
        return self._connection


@frozen
class _Files:
    """The identities of the database and its log on the disk, wherever they have moved."""

    main: os.stat_result | None
    log: os.stat_result | None

    @classmethod
    def at(cls, path: Path) -> "_Files":
        """Return the identities of the database at `path` and of its log."""
        return cls(_stat(path), _stat(log_of(path)))

    def main_is_at(self, path: Path) -> bool:
        """Return whether the database is still at `path`."""
        return _is_same(self.main, _stat(path))

    def log_is_at(self, path: Path) -> bool:
        """Return whether its log is still at `path`."""
        return _is_same(self.log, _stat(path))


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except OSError:
        return None


def _is_same(one: os.stat_result | None, other: os.stat_result | None) -> bool:
    return one is not None and other is not None and os.path.samestat(one, other)


def _make(path: Path) -> None:
    """Make the file at `path`, readable by the athlete alone, if there is none.

    Raises NoHistory if a file is there that SQLite would accept neither as a database nor as
    an empty one.
    """
    _refuse_no_file(path)
    descriptor = open_regular(path, os.O_RDWR | os.O_CREAT)
    try:
        begins = os.read(descriptor, _FORMATS.stop)
    finally:
        os.close(descriptor)
    if not begins and log_of(path).exists():
        raise NoHistory("the history has lost all but its log")
    if begins and not (begins.startswith(_MAGIC) and set(begins[_FORMATS]) <= {1, 2}):
        raise NoHistory("the history is damaged")


def _prepare(connection: sqlite3.Connection) -> None:
    """Make `connection` ready for writing; raise NoHistory if the file does not allow that."""
    try:
        prepare(connection)
    except HistoryError:
        raise
    except Exception as error:
        if is_trouble(error):
            raise
        raise NoHistory("the history is damaged") from error


def _refuse_no_file(path: Path) -> None:
    if path.exists() and not path.is_file():
        raise NoHistory("the history is no file")
    refuse_irregular_beside(path)


def _is_damage(error: BaseException | None, path: Path) -> bool:
    """Return whether `error` comes from damage; if it does not say, the file is checked."""
    if isinstance(error, NoHistory):
        return True
    return error is not None and not is_trouble(error) and not is_sound(path)
