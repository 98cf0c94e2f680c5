"""Everything goes into one file and comes back from it, and a stranger's file harms nothing."""

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from matside.core.ports.history import HistoryError
from matside.files.backup import NoBackup, back_up, restore
from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from matside.files.slices import finished
from tests.support.core_samples import calls
from tests.support.file_samples import DATA
from tests.support.kept_sessions import keep_sessions, sessions_of
from tests.support.kills import killed_copies


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """Return a data folder with three sessions, settings, a workout, an exercise and a cache."""
    folder = DataFolder(tmp_path / "data")
    keep_sessions(folder.history)
    folder.make()
    folder.settings.write_text("volume: 50\n")
    (folder.workouts / "mine.yaml").write_text("title: Mine\n")
    (folder.exercises / "hop.yaml").write_text("id: hop\n")
    (folder.exercises / "hop.webp").write_bytes(b"\0\xff")
    (folder.workouts / ".hidden").write_text("no")
    (folder.cache / "clip.wav").write_text("no")
    return folder


@pytest.fixture
def kept(data: DataFolder, tmp_path: Path) -> Path:
    """Return a backup of it."""
    path = tmp_path / "backup"
    finished(back_up(data, path))
    return path


def files_of(data: DataFolder) -> dict[str, bytes]:
    """Return the content of all files of a data folder but the history, the cache and hidden ones.

    A kill leaves what was not finished in a hidden file.
    """
    return {
        path.relative_to(data.root).as_posix(): path.read_bytes()
        for path in data.root.rglob("*")
        if path.is_file()
        and not path.name.startswith("history")
        and not path.name.startswith(".")
        and data.cache not in path.parents
    }


def test_all_comes_back(data: DataFolder, tmp_path: Path) -> None:
    """Sessions with their ids, settings, and the athlete's own files, but nothing made again."""
    path, other = tmp_path / "backup", DataFolder(tmp_path / "other")
    other.root.mkdir()
    names = ("settings.yaml", "workouts/mine.yaml", "exercises/hop.webp", "exercises/hop.yaml")
    assert (3, names, (), ()) == _told(finished(back_up(data, path)))
    assert 0o600 == path.stat().st_mode & 0o777
    assert (3, tuple(sorted(names)), (), ()) == _told(finished(restore(path, other)))
    assert files_of(data) == files_of(other)
    assert sessions_of(data.history) == sessions_of(other.history)
    assert not (other.cache / "clip.wav").exists()


def _told(done: object) -> tuple[object, ...]:
    return tuple(getattr(done, name) for name in ("sessions", "files", "kept", "faults"))


def test_the_ids_of_deleted_sessions_stay_used(data: DataFolder, tmp_path: Path) -> None:
    """What was deleted before the backup gives its number to no later session."""
    with closing(sqlite3.connect(data.history)) as connection:
        connection.execute("DELETE FROM session WHERE id = 3")
        connection.execute("DELETE FROM set_done WHERE session = 3")
        connection.commit()
    path, other = tmp_path / "backup", DataFolder(tmp_path / "other")
    other.root.mkdir()
    finished(back_up(data, path))
    finished(restore(path, other))
    keep_sessions(other.history, number=4)
    assert [5, 4, 2, 1] == [found.id for found in sessions_of(other.history)]


def test_an_earlier_history_is_backed_up_in_the_present_tables(tmp_path: Path) -> None:
    """And stays as it is itself."""
    data, other = DataFolder(tmp_path / "data"), DataFolder(tmp_path / "other")
    data.root.mkdir()
    other.root.mkdir()
    stored = DATA / "histories" / "schema-1.sqlite3"
    shutil.copy(stored, data.history)
    finished(back_up(data, tmp_path / "backup"))
    assert stored.read_bytes() == data.history.read_bytes()
    assert 3 == finished(restore(tmp_path / "backup", other)).sessions
    assert sessions_of(data.history) == sessions_of(other.history)


def test_a_history_alone_is_a_backup_too(data: DataFolder, tmp_path: Path) -> None:
    """Of whatever version: somebody may have copied it by hand."""
    other = DataFolder(tmp_path / "other")
    other.root.mkdir()
    assert (3, (), (), ()) == _told(finished(restore(data.history, other)))
    assert sessions_of(data.history) == sessions_of(other.history)


def test_a_folder_without_history_is_backed_up(tmp_path: Path) -> None:
    """There may be workouts before the first session."""
    data = DataFolder(tmp_path / "data")
    data.make()
    assert (0, (), (), ()) == _told(finished(back_up(data, tmp_path / "backup")))


def test_a_history_without_sessions_is_backed_up(tmp_path: Path) -> None:
    """There is nothing in it but its tables."""
    data, other = DataFolder(tmp_path / "data"), DataFolder(tmp_path / "other")
    other.root.mkdir()
    keep_sessions(data.history, number=0)
    data.root.mkdir()
    data.history.touch()
    with closing(SqliteHistory(data.history)) as history:
        assert history.unfinished() is None
    finished(back_up(data, tmp_path / "backup"))
    assert (0, (), (), ()) == _told(finished(restore(tmp_path / "backup", other)))


def test_nothing_is_written_over(data: DataFolder, kept: Path, tmp_path: Path) -> None:
    """Neither by a backup, nor in a folder with a history; other files there stay too."""
    before = kept.read_bytes()
    with pytest.raises(FileExistsError):
        finished(back_up(data, kept))
    assert before == kept.read_bytes()
    with pytest.raises(FileExistsError, match="there is a history already"):
        finished(restore(kept, data))
    other = DataFolder(tmp_path / "other")
    other.root.mkdir()
    other.settings.write_text("volume: 10\n")
    assert ("settings.yaml",) == finished(restore(kept, other)).kept
    assert "volume: 10\n" == other.settings.read_text()


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_what_is_left_of_another_history_is_not_mixed_in(
    kept: Path, tmp_path: Path, ending: str
) -> None:
    """SQLite would take the log of one database for that of another."""
    other = DataFolder(tmp_path / "other")
    other.root.mkdir()
    (other.root / f"history.sqlite3{ending}").write_text("left")
    with pytest.raises(FileExistsError):
        finished(restore(kept, other))
    assert not other.history.exists()


STRANGE = {
    "no database": b"no database " * 100,
    "empty": b"",
    "cut": None,
}


@pytest.mark.parametrize("kind", STRANGE)
def test_what_is_no_backup_is_refused(kept: Path, tmp_path: Path, kind: str) -> None:
    """Nothing of it comes into the folder."""
    path, other = tmp_path / "strange", DataFolder(tmp_path / "other")
    other.root.mkdir()
    path.write_bytes(STRANGE[kind] if STRANGE[kind] is not None else kept.read_bytes()[:9_000])
    with pytest.raises(NoBackup):
        finished(restore(path, other))
    assert [] == list(other.root.iterdir())


CHANGES = {
    "a name that leads out": "UPDATE file SET path = '../evil.yaml' WHERE path = 'settings.yaml'",
    "a hidden name": "UPDATE file SET path = 'workouts/.x' WHERE path = 'settings.yaml'",
    "a text for a file": "UPDATE file SET content = 'text'",
    "other tables": "ALTER TABLE file ADD COLUMN more TEXT",
    "other columns": "ALTER TABLE session ADD COLUMN more TEXT",
    "bytes in a row": "UPDATE set_done SET name = x'ff00'",
    "another program": "PRAGMA user_version = 0",
    "a newer one": "PRAGMA user_version = 900",
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_changed_backup_is_refused(kept: Path, tmp_path: Path, change: str) -> None:
    """What Matside has not written in that way does not come in, and no history is made."""
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute(change)
        connection.commit()
    before = kept.read_bytes()
    other = DataFolder(tmp_path / "other")
    other.root.mkdir()
    with pytest.raises(NoBackup):
        finished(restore(kept, other))
    assert not other.history.exists()
    assert before == kept.read_bytes()
    assert not (tmp_path / "evil.yaml").exists()


def test_what_a_stranger_adds_does_not_come_along(kept: Path, tmp_path: Path) -> None:
    """Only rows of known tables are copied: no table, view or trigger of anybody else."""
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("CREATE TABLE more (x)")
        connection.execute("CREATE TRIGGER t AFTER INSERT ON session BEGIN DELETE FROM saved; END")
        connection.commit()
    other = DataFolder(tmp_path / "other")
    other.root.mkdir()
    assert 3 == finished(restore(kept, other)).sessions
    with closing(sqlite3.connect(other.history)) as connection:
        names = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
    assert not {"more", "t", "file"} & names


def test_a_row_that_cannot_be_read_is_named(kept: Path, tmp_path: Path) -> None:
    """The rest comes back."""
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("UPDATE session SET started = 'never' WHERE id = 2")
        connection.commit()
    other = DataFolder(tmp_path / "other")
    other.root.mkdir()
    done = finished(restore(kept, other))
    assert (2, 1) == (done.sessions, len(done.faults))
    assert "session 2 is left out" in done.faults[0]


def test_files_that_cannot_be_kept_are_named(data: DataFolder, tmp_path: Path) -> None:
    """One too large, and a folder of files that is none, hinder no backup."""
    huge = data.exercises / "huge.webp"
    with huge.open("wb") as file:
        file.truncate((64 << 20) + 1)
    (data.workouts / "a\nb.yaml").write_text("title: x\n")
    shutil.rmtree(data.workouts)
    done = finished(back_up(data, tmp_path / "backup"))
    assert 1 == len(done.faults)
    assert "huge.webp: the file is too large" in done.faults[0]


def test_a_name_that_cannot_come_back_is_left_out(data: DataFolder, tmp_path: Path) -> None:
    """A line break in a name would be refused when it comes back."""
    (data.workouts / "a\nb.yaml").write_text("title: x\n")
    assert 4 == len(finished(back_up(data, tmp_path / "backup")).files)


def test_a_newer_history_is_not_backed_up(data: DataFolder, tmp_path: Path) -> None:
    """A Matside that does not know it would leave out what it does not know."""
    with closing(sqlite3.connect(data.history)) as connection:
        connection.execute("PRAGMA user_version = 900")
        connection.commit()
    with pytest.raises(HistoryError, match="newer"):
        finished(back_up(data, tmp_path / "backup"))
    assert not (tmp_path / "backup").exists()


def test_what_is_no_file_is_no_backup(tmp_path: Path) -> None:
    """A pipe would be waited for."""
    data = DataFolder(tmp_path / "data")
    data.root.mkdir()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, tmp_path / "none"):
        with pytest.raises(OSError, match=r"is a|No such"):
            finished(restore(path, data))


def test_trouble_around_a_backup_is_no_damage(data: DataFolder, tmp_path: Path) -> None:
    """A log that cannot be opened says nothing of what it belongs to."""
    other = DataFolder(tmp_path / "other")
    other.root.mkdir()
    (data.root / "history.sqlite3-wal").mkdir()
    with pytest.raises(OSError, match="cannot be opened"):
        finished(restore(data.history, other))


def test_to_come_back_takes_no_more_than_to_be_backed_up(tmp_path: Path) -> None:
    """No set is read only to count the sessions; a bad one comes along and is not told of."""
    data, other = DataFolder(tmp_path / "data"), DataFolder(tmp_path / "other")
    other.root.mkdir()
    keep_sessions(data.history, 20)
    with closing(sqlite3.connect(data.history)) as connection:
        connection.execute("UPDATE set_done SET side = 'above' WHERE session = 2")
        connection.commit()
    path = tmp_path / "backup"
    backing_up = calls(lambda: finished(back_up(data, path)))
    told: list[object] = []
    coming_back = calls(lambda: told.append(finished(restore(path, other))))
    assert coming_back < 1.2 * backing_up
    assert [(20, (), (), ())] == [_told(done) for done in told]


def test_what_is_given_up_leaves_nothing(data: DataFolder, kept: Path, tmp_path: Path) -> None:
    """After every portion a backup is none, and of what was to come back nothing is there."""
    parts = 0
    other = DataFolder(tmp_path / "other")
    for path in (tmp_path / "given up", kept):
        whole = len(list(back_up(data, tmp_path / "whole", replaces=True)))
        for place in range(1, whole + 1):
            steps = restore(path, other) if path == kept else back_up(data, path)
            shares = [next(steps) for _ in range(place)]
            steps.close()
            parts += 1
            assert sorted(shares) == shares
            assert {} == files_of(other)
            assert not other.history.exists()
            assert not (tmp_path / "given up").exists()
    assert 3 < parts


_BACK_UP = """
from matside.files.backup import back_up
from matside.files.folders import DataFolder
from matside.files.slices import finished

def work(folder):
    finished(back_up(DataFolder(folder / "data"), folder / "backup"))
"""

_RESTORE = """
from matside.files.backup import restore
from matside.files.folders import DataFolder
from matside.files.slices import finished

def work(folder):
    finished(restore(folder / "backup", DataFolder(folder / "other")))
"""


@pytest.mark.no_cover
def test_a_kill_leaves_a_backup_whole_or_none(data: DataFolder, tmp_path: Path) -> None:
    """And what is backed up is never touched."""
    before = sessions_of(data.history)
    template = tmp_path / "template"
    template.mkdir()
    data.root.rename(template / "data")
    made = []
    for copy in killed_copies(_BACK_UP, template, tmp_path / "killed"):
        assert before == sessions_of(copy / "data" / "history.sqlite3")
        made.append((copy / "backup").exists())
        if made[-1]:
            other = DataFolder(copy / "other")
            other.root.mkdir()
            assert (3, 4) == (
                finished(restore(copy / "backup", other)).sessions,
                len(files_of(other)),
            )
    assert sorted(made) == made
    assert {True, False} == set(made)


@pytest.mark.no_cover
def test_a_kill_while_it_comes_back_loses_nothing(kept: Path, tmp_path: Path) -> None:
    """There is no history or a whole one; where there is none it can be done again."""
    template = tmp_path / "template"
    (template / "other").mkdir(parents=True)
    kept.rename(template / "backup")
    made = []
    for copy in killed_copies(_RESTORE, template, tmp_path / "killed"):
        other = DataFolder(copy / "other")
        made.append(other.history.exists())
        if not made[-1]:
            finished(restore(copy / "backup", other))
        assert 3 == len(sessions_of(other.history))
        assert 4 == len(files_of(other))
    assert sorted(made) == made
    assert {True, False} == set(made)
