"""All that Matside keeps is deleted, and nothing else."""

from pathlib import Path

import pytest

from matside.files.deletion import delete_all
from matside.files.folders import DataFolder
from tests.support.disks import small_disk
from tests.support.kept_sessions import keep_sessions
from tests.support.kills import killed_copies

OURS = (
    "settings.yaml",
    "settings.yaml.bad",
    "history.sqlite3-wal",
    "history.sqlite3.bad2",
    ".history.sqlite3.new",
    "log.txt",
    "log.txt.1",
    "workouts/mine.yaml",
    "workouts/my.JSON",
    "exercises/hop.webp",
    "cache/clip.wav",
    "cache/voice/deep/clip.wav",
)
OTHERS = ("notes.txt", "lock", "workouts/notes.txt", "workouts/old/mine.yaml", "history.txt")


@pytest.fixture
def data(tmp_path: Path) -> DataFolder:
    """Return a data folder with everything in it, and with files that are not Matside's."""
    folder = DataFolder(tmp_path / "data")
    keep_sessions(folder.history)
    for name in (*OURS, *OTHERS):
        path = folder.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return folder


def test_what_is_matsides_is_deleted(data: DataFolder) -> None:
    """History, settings, own workouts and exercises, the cache and the log; the rest stays."""
    assert () == delete_all(data)
    left = {path.relative_to(data.root).as_posix() for path in data.root.rglob("*")}
    assert {*OTHERS, "workouts", "workouts/old"} == left


def test_links_are_not_followed(data: DataFolder, tmp_path: Path) -> None:
    """What they lead to is not in the folder."""
    other = tmp_path / "other"
    other.mkdir()
    mine = other / "mine.yaml"
    mine.write_text("mine")
    (data.workouts / "link.yaml").symlink_to(mine)
    (data.cache / "link").symlink_to(other)
    data.exercises.joinpath("hop.webp").unlink()
    data.exercises.rmdir()
    data.exercises.symlink_to(other)
    assert () == delete_all(data)
    assert "mine" == mine.read_text()
    assert not (data.workouts / "link.yaml").is_symlink()


def test_nothing_is_kept_before_the_first_start(tmp_path: Path) -> None:
    """A folder that is not there is no fault."""
    assert () == delete_all(DataFolder(tmp_path / "none"))


def test_what_cannot_be_deleted_is_named(tmp_path: Path) -> None:
    """On a disk that can only be read that is every file."""
    with small_disk(tmp_path / "disk") as disk:
        data = DataFolder(disk.path)
        data.settings.write_text("volume: 50\n")
        disk.make_read_only()
        (fault,) = delete_all(data)
    assert fault.startswith(f"{data.settings}: ")


_DELETE = """
from matside.files.deletion import delete_all
from matside.files.folders import DataFolder

def work(folder):
    delete_all(DataFolder(folder / "data"))
"""


@pytest.mark.no_cover
def test_a_kill_leaves_what_can_be_deleted_again(data: DataFolder, tmp_path: Path) -> None:
    """History is there to the end, and nothing of others is ever gone."""
    template = tmp_path / "template"
    template.mkdir()
    data.root.rename(template / "data")
    left = []
    for copy in killed_copies(_DELETE, template, tmp_path / "killed"):
        rest = DataFolder(copy / "data")
        names = {path.relative_to(rest.root).as_posix() for path in rest.root.rglob("*")}
        assert set(OTHERS) <= names
        left.append(len(names))
        assert rest.history.exists() or not names & set(OURS)
        assert () == delete_all(rest)
    assert sorted(left, reverse=True) == left
    assert len(left) > len(OURS)
