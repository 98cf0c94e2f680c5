"""What can only be read is read, and nothing is written beside it."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from matside.files.history.read_only import is_sound, log_of, read_only
from tests.support.disks import Disk, small_disk
from tests.support.file_samples import DATA

KILLED = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA journal_mode = WAL")
connection.execute("CREATE TABLE done (reps)")
connection.execute("PRAGMA wal_checkpoint")
connection.execute("INSERT INTO done VALUES (8)")
os._exit(0)
"""


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    """Return a small disk."""
    with small_disk(tmp_path / "disk") as disk:
        yield disk


def killed_on(disk: Disk) -> Path:
    """Return a database whose last row stands in its log alone, for its writer was killed."""
    path = disk.path / "history ?#.sqlite3"
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=True)
    return path


def reps_in(path: Path) -> list[int]:
    """Return all rows of the database at `path`."""
    with closing(read_only(path)) as connection:
        return [reps for (reps,) in connection.execute("SELECT reps FROM done")]


def test_a_closed_database_is_read_where_nothing_can_be_written(disk: Disk) -> None:
    """It needs neither a log nor the file by which it is shared."""
    path = killed_on(disk)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint")
    disk.make_read_only()

    assert [8] == reps_in(path)
    assert [path] == list(disk.path.iterdir())


def test_what_stands_in_the_log_alone_is_read_too(disk: Disk) -> None:
    """After a kill the last row is not in the database yet."""
    path = killed_on(disk)
    disk.make_read_only()

    assert [8] == reps_in(path)


def test_a_log_that_cannot_be_read_is_not_left_out(disk: Disk) -> None:
    """Without the file by which its log is shared a database would lack its last row."""
    path = killed_on(disk)
    path.with_name(f"{path.name}-shm").unlink()
    assert log_of(path).stat().st_size > 0
    disk.make_read_only()

    with pytest.raises(sqlite3.OperationalError, match="unable to open"):
        reps_in(path)


def test_reading_leaves_nothing_beside_a_database(tmp_path: Path) -> None:
    """Nor does it where that would be possible."""
    path = tmp_path / "history.sqlite3"
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=True)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint")

    assert [8] == reps_in(path)
    assert [path] == list(tmp_path.iterdir())


def test_what_is_no_database_is_refused(tmp_path: Path) -> None:
    """The error is that of SQLite."""
    path = tmp_path / "history.sqlite3"
    path.write_text("no database " * 100)

    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        reps_in(path)


def test_what_cannot_be_looked_into_is_not_called_damaged(tmp_path: Path) -> None:
    """Nothing is known of a file that is not there; of one that is no database it is."""
    path = tmp_path / "history.sqlite3"
    assert is_sound(path)
    path.write_text("no database " * 100)
    assert not is_sound(path)


def test_a_history_that_cannot_be_converted_is_damaged(tmp_path: Path) -> None:
    """Though all its pages are well: a bit of a name in the tables of an earlier version."""
    path = tmp_path / "history.sqlite3"
    content = (DATA / "histories" / "schema-3.sqlite3").read_bytes()
    path.write_bytes(content)
    assert is_sound(path)
    path.write_bytes(content.replace(b"TABLE sqlite_sequence(", b"TABLE sqlite_seQuence("))
    assert not is_sound(path)
