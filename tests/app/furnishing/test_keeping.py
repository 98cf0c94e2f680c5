"""What pages do with all that is kept happens to the files, or is refused in one line."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from matside.app.furnishing.keeping import FolderKeeping
from matside.core.history.keeping import ExportForm, Handed, KeepingRefused, UnitUnknown
from matside.core.settings import Settings
from matside.core.weights import Unit
from matside.files.folders import DataFolder
from matside.files.history.store import SqliteHistory
from matside.files.slices import finished
from matside.files.yaml.document import read_document
from matside.files.yaml.known_trees import known_trees
from tests.support.file_samples import DATA
from tests.support.kept_sessions import keep_sessions, sessions_of

TABLES = DATA / "tables"


class Kept:
    """A data folder of three sessions, with what a window does with it."""

    def __init__(self, folder: Path) -> None:
        self.data = DataFolder(folder / "data")
        self.data.make()
        keep_sessions(self.data.history)
        self.history = SqliteHistory(self.data.history)
        self.keeping = FolderKeeping(self.data, self.history)
        self.out = folder / "out"
        self.out.mkdir()


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    """Return a data folder with sessions."""
    made = Kept(tmp_path)
    yield made
    made.history.close()


def test_a_backup_comes_back_after_all_was_deleted(kept: Kept) -> None:
    """While the window has its history open; folders that were deleted are there again."""
    before = sessions_of(kept.data.history)
    kept.data.settings.write_text("muted: true\n")
    path = str(kept.out / "Matside.backup")
    kept.out.joinpath("Matside.backup").write_text("replaced, as was agreed in the dialog")
    assert Handed(3, 1) == finished(kept.keeping.back_up(path))
    over = "then choose “Delete all my data”, and “Restore” again"
    with pytest.raises(KeepingRefused, match=over):
        finished(kept.keeping.restore(path))
    with pytest.raises(KeepingRefused, match=over):
        kept.keeping.before_restoring()

    assert () == finished(kept.keeping.delete_all())
    kept.keeping.before_restoring()
    assert (False, True) == (kept.data.history.exists(), kept.data.workouts.is_dir())
    kept.data.settings.write_text("muted: false\n")
    done = finished(kept.keeping.restore(path))

    assert Handed(3, 0, ("settings.yaml is there already, and stays.",)) == done
    assert before == sessions_of(kept.data.history)


def test_damage_is_told_no_more_after_all_was_deleted(kept: Kept) -> None:
    """The warning names the session that could not be taken up."""
    kept.history.lost, kept.history.set_aside = "Mine alone", kept.data.root / "history.sqlite3-1"
    assert () == finished(kept.keeping.delete_all())
    assert (None, None) == (kept.history.lost, kept.history.set_aside)


def test_what_was_read_does_not_come_back_after_all_was_deleted(kept: Kept) -> None:
    """The program keeps what it has read when it ends, but not of a folder that was emptied."""
    known_trees.open(kept.data.trees)
    kept.data.workouts.joinpath("own.yaml").write_text("title: Mine alone\n")
    read_document(kept.data.workouts / "own.yaml")
    assert () == finished(kept.keeping.delete_all())
    known_trees.save()
    assert not kept.data.trees.exists()


def test_what_is_another_windows_stays(kept: Kept) -> None:
    """Nothing is deleted or brought back once the folder is no longer this window's."""
    path = str(kept.out / "Matside.backup")
    finished(kept.keeping.back_up(path))
    before = sessions_of(kept.data.history)
    kept.history.is_ours = lambda: False
    with pytest.raises(KeepingRefused, match="Another window"):
        finished(kept.keeping.delete_all())
    assert before == sessions_of(kept.data.history)
    kept.history.close()
    kept.data.history.unlink()
    with pytest.raises(KeepingRefused, match="Another window"):
        kept.keeping.before_restoring()
    with pytest.raises(KeepingRefused, match="Another window"):
        finished(kept.keeping.restore(path))
    assert not kept.data.history.exists()


def test_settings_come_back_where_there_are_none(kept: Kept) -> None:
    """They are told, so that the window does not write its own over them."""
    kept.data.settings.write_text("muted: true\n")
    path = str(kept.out / "Matside.backup")
    finished(kept.keeping.back_up(path))
    finished(kept.keeping.delete_all())
    assert Handed(3, 1, settings=Settings(muted=True)) == finished(kept.keeping.restore(path))


@pytest.mark.parametrize("form", ExportForm)
def test_all_sessions_are_exported(kept: Kept, form: ExportForm) -> None:
    """As FIT into a folder, where what is there stays; else into one file."""
    target = kept.out if form is ExportForm.FIT else kept.out / "all"
    done = finished(kept.keeping.export_all(form, str(target)))
    files = list(kept.out.iterdir())
    assert (3, 3 if form is ExportForm.FIT else 1) == (done.sessions, len(files))
    if form is ExportForm.JSON:
        assert 3 == len(json.loads(files[0].read_text()))
    if form is ExportForm.FIT:
        again = finished(kept.keeping.export_all(form, str(target)))
        assert (0, 3) == (again.sessions, sum("stays" in note for note in again.notes))


def test_nothing_is_left_of_an_export_that_is_stopped(kept: Kept) -> None:
    """Of the files in the folder those stay that were there before it."""
    (kept.out / "mine.fit").write_text("of a watch")
    portions = kept.keeping.export_all(ExportForm.FIT, str(kept.out))
    for _ in range(3):
        next(portions)
    assert 2 == len(list(kept.out.iterdir()))
    portions.close()

    assert ["mine.fit"] == [path.name for path in kept.out.iterdir()]


def test_one_session_is_exported(kept: Kept) -> None:
    """One that is not there any more is refused."""
    name = kept.keeping.name_for("Upper: Body", datetime(2026, 11, 22, tzinfo=UTC))
    assert "2026-11-22 Upper Body.fit" == name
    path = kept.out / name
    done = finished(kept.keeping.export_session(1, str(path)))
    assert (1, b".FIT") == (done.sessions, path.read_bytes()[8:12])
    with pytest.raises(KeepingRefused, match="does not have this session"):
        finished(kept.keeping.export_session(99, str(path)))


@pytest.mark.parametrize("name", ["history.sqlite3", "settings.yaml", "workouts/own.yaml"])
def test_nothing_is_written_over_what_is_kept(kept: Kept, name: str) -> None:
    """Whatever is chosen in the dialog, and by whichever way it leads there."""
    kept.data.settings.write_text("muted: true\n")
    before = sessions_of(kept.data.history)
    link = kept.out / "link"
    link.symlink_to(kept.data.root)
    for path in (str(kept.data.root / name), str(link / name)):
        for task in (
            kept.keeping.back_up(path),
            kept.keeping.export_session(1, path),
            *(kept.keeping.export_all(form, path) for form in ExportForm if form.value != "fit"),
        ):
            with pytest.raises(KeepingRefused, match="choose another one"):
                finished(task)
    assert (before, "muted: true\n") == (
        sessions_of(kept.data.history),
        kept.data.settings.read_text(),
    )


def test_without_sessions_nothing_is_exported(tmp_path: Path) -> None:
    """And it is said kindly."""
    data = DataFolder(tmp_path)
    keeping = FolderKeeping(data, SqliteHistory(data.history))
    with pytest.raises(KeepingRefused, match="No session has been done yet"):
        finished(keeping.export_all(ExportForm.FIT, str(tmp_path)))


def test_a_table_is_added_once(kept: Kept) -> None:
    """What its names mean is remembered: the next table with them asks no more."""
    path = str(TABLES / "hevy-english.csv")
    preview = finished(kept.keeping.reading(path, None))
    names = dict.fromkeys(preview.unclear, "hammer-curl")
    assert names
    assert len(preview.new) == finished(kept.keeping.adding(preview, names))
    again = finished(kept.keeping.reading(path, None))
    assert (preview.found, 0) == (again.found, len(again.new))
    later = replace(preview, new=())
    assert 0 == finished(kept.keeping.adding(later, {}))
    meant = {each.exercise for session in sessions_of(kept.data.history) for each in session.sets}
    assert "hammer-curl" in meant


def test_a_table_without_a_unit_asks_for_it(kept: Kept) -> None:
    """With the answer it is read."""
    path = str(TABLES / "strong-no-unit.csv")
    with pytest.raises(UnitUnknown):
        finished(kept.keeping.reading(path, None))
    assert finished(kept.keeping.reading(path, Unit.POUND)).new


@pytest.mark.parametrize(
    ("name", "why"),
    [("other.csv", "expected is a table of Strong"), ("missing.csv", "missing.csv|no such file")],
)
def test_what_is_no_table_is_refused_with_what_was_expected(
    kept: Kept, name: str, why: str
) -> None:
    """Nothing has changed then."""
    (kept.out / "other.csv").write_text("a,b\n1,2\n")
    with pytest.raises(KeepingRefused, match=f"(?i){why}"):
        finished(kept.keeping.reading(str(kept.out / name), None))


def test_what_is_no_backup_is_refused(kept: Kept, tmp_path: Path) -> None:
    """Also where it cannot be read, or nothing can be written."""
    finished(kept.keeping.delete_all())
    (tmp_path / "some").write_text("no backup")
    with pytest.raises(KeepingRefused, match="no backup of Matside"):
        finished(kept.keeping.restore(str(tmp_path / "some")))
    with pytest.raises(KeepingRefused, match=r"(?i)no such file"):
        finished(kept.keeping.back_up(str(tmp_path / "missing" / "some")))
