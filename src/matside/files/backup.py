"""Everything that the athlete keeps in one file: how it is written, and how it comes back.

The file is a history with one more table, which holds the other files.
"""

import errno
import os
import re
import sqlite3
from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import chain
from pathlib import Path

from matside.core.ports.history import HistoryError
from matside.files.folders import DataFolder
from matside.files.history.copying import copying, new_database
from matside.files.history.damage import is_trouble, reason_of
from matside.files.history.read_only import COMPANIONS, opened, present, read_only
from matside.files.history.tables import complaint_of, version_of
from matside.files.history.totals import all_totals
from matside.files.new_file import making, write_new
from matside.frozen import frozen
from matside.regular_file import UnfitFileError, open_regular, read_regular

MOST = 64 << 20
"""The largest file beside the history that is kept, in bytes."""

_FILES = "CREATE TABLE file (\n    path TEXT PRIMARY KEY,\n    content BLOB NOT NULL\n)"

_PATH = re.compile(
    r"settings\.yaml|(?:workouts|exercises)/[^./\\:\x00-\x1f][^/\\:\x00-\x1f]{0,200}"
)
"""What a file in a backup is called; none of these names leads out of the data folder."""


class NoBackup(Exception):
    """A file is no backup, or is damaged; the text says why."""


@frozen
class Restored:
    """What came back: the number of sessions, the other files, and those left as they were.

    `faults` names what could not be read.
    """

    sessions: int
    files: tuple[str, ...]
    kept: tuple[str, ...]
    faults: tuple[str, ...]


def back_up(
    data: DataFolder, path: Path, *, replaces: bool = False
) -> Generator[float, None, Restored]:
    """Write all that is kept in `data` to a new file at `path`, in portions; return what it holds.

    Yields how much is done, as a share; after the last portion the other files are kept, and the
    sessions counted, in one piece. Raises FileExistsError if something is at `path`, unless
    `replaces`, OSError, sqlite3.Error, and HistoryError if a newer Matside has written the
    history.
    """
    faults: list[str] = []
    with making(path, replaces=replaces) as new, closing(new_database(new)) as target:
        target.execute("BEGIN")
        target.execute(_FILES)
        if data.history.exists():
            with opened(data.history) as source, present(source) as tables:
                yield from copying(tables, target)
        names = tuple(_copy_files(data, target, faults))
        target.execute("COMMIT")
        sessions = len(all_totals(target).sessions)
    return Restored(sessions, names, (), tuple(faults))


def restore(path: Path, data: DataFolder) -> Generator[float, None, Restored]:
    """Bring all that is in the backup at `path` into `data`, in portions; what is there stays.

    Yields how much is done, as a share; before the first portion the other files come back, and
    after the last one the sessions are counted, in one piece. Where not all of it comes back
    nothing does. The history comes last, so what a kill interrupts can be done again. Raises
    FileExistsError if there is a history in `data`, NoBackup, and OSError.
    """
    refuse_over(data)
    try:
        # Opening it says why it cannot be read; SQLite would not.
        os.close(open_regular(path, os.O_RDONLY))
        with closing(read_only(path)) as source:
            return (yield from _restored(source, data))
    except sqlite3.Error as error:
        if is_trouble(error):
            raise OSError(reason_of(error)) from error
        raise NoBackup("this is no backup of Matside, or it is damaged") from error
    except (HistoryError, ValueError, TypeError, LookupError) as error:
        raise NoBackup(str(error)) from error


def _restored(source: sqlite3.Connection, data: DataFolder) -> Generator[float, None, Restored]:
    source.execute("PRAGMA trusted_schema = OFF")
    if version_of(source) == 0:
        raise NoBackup("this is no backup of Matside, but an empty database")
    if complaint := complaint_of(source):
        raise NoBackup(f"this backup is damaged: {complaint}")
    written: list[str] = []
    kept: list[str] = []
    try:
        for name, content in _files_in(source):
            (written if _write_beside(data, name, content) else kept).append(name)
        with making(data.history) as new, closing(new_database(new)) as target:
            target.execute("BEGIN")
            with present(source) as tables:
                yield from copying(tables, target)
            target.execute("COMMIT")
            found = all_totals(target)
    except BaseException:
        for name in written:
            (data.root / name).unlink(missing_ok=True)
        raise
    return Restored(len(found.sessions), tuple(written), tuple(kept), found.faults)


def refuse_over(data: DataFolder) -> None:
    """Raise FileExistsError if there is a history in `data`: no backup comes over it."""
    for ending in ("", *COMPANIONS):
        path = data.history.with_name(data.history.name + ending)
        if path.is_symlink() or path.exists():
            raise FileExistsError(errno.EEXIST, "there is a history already", str(path))


def _copy_files(data: DataFolder, target: sqlite3.Connection, faults: list[str]) -> Iterator[str]:
    own = (*_files_of(data.workouts), *_files_of(data.exercises))
    for path in chain([data.settings] if data.settings.exists() else [], own):
        name = path.relative_to(data.root).as_posix()
        if not _PATH.fullmatch(name):
            continue
        try:
            content = read_regular(path, MOST)
        except UnfitFileError as error:
            faults.append(f"{path}: {error}")
            continue
        target.execute("INSERT INTO file VALUES (?, ?)", (name, content))
        yield name


def _files_of(folder: Path) -> list[Path]:
    """Return the files in `folder`, but hidden ones and folders."""
    try:
        return sorted(path for path in folder.iterdir() if path.is_file())
    except OSError:
        return []


def _files_in(source: sqlite3.Connection) -> Iterator[tuple[str, bytes]]:
    """Yield the files in a backup; a history alone has none. Raises NoBackup."""
    tables = source.execute("SELECT sql FROM sqlite_master WHERE name = 'file'").fetchone()
    if tables is None:
        return
    if tables[0] != _FILES:
        raise NoBackup("the tables are not those of a backup")
    for name, content in source.execute("SELECT path, content FROM file ORDER BY path"):
        if not isinstance(name, str) or not _PATH.fullmatch(name):
            raise NoBackup("a file in it has a name that none can have")
        if not isinstance(content, bytes) or len(content) > MOST:
            raise NoBackup(f"{name} in it is no file")
        yield name, content


def _write_beside(data: DataFolder, name: str, content: bytes) -> bool:
    """Write a file of a backup into `data`; return False if another one is there."""
    path = data.root / name
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        write_new(path, content)
    except FileExistsError:
        return False
    return True
