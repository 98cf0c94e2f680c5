"""The data folder is one place, for the athlete alone."""

import stat
from pathlib import Path

import pytest

from matside.files.folders import DataFolder, platform_folder


def test_everything_lies_in_the_data_folder(tmp_path: Path) -> None:
    """No file or folder that Matside keeps lies elsewhere."""
    data = DataFolder(tmp_path)
    kept = [data.settings, data.history, data.workouts, data.exercises, data.cache, data.log]
    names = ["settings.yaml", "history.sqlite3", "workouts", "exercises", "cache", "log.txt"]
    assert [tmp_path / name for name in names] == kept
    assert tmp_path == data.lock.parent


def test_the_folders_are_made_for_the_athlete_alone(tmp_path: Path) -> None:
    """The data folder and those in it can be entered by nobody else."""
    data = DataFolder(tmp_path / "a" / "b")
    data.make()
    made = [data.root, data.workouts, data.exercises, data.cache]
    assert [0o700] * 4 == [stat.S_IMODE(folder.stat().st_mode) for folder in made]


def test_folders_that_exist_are_left_as_they_are(tmp_path: Path) -> None:
    """Making the folders twice changes neither their files nor their permissions."""
    data = DataFolder(tmp_path / "data")
    data.root.mkdir(mode=0o755)
    data.make()
    (data.workouts / "mine.yaml").touch()
    data.make()
    assert (data.workouts / "mine.yaml").exists()
    assert 0o755 == stat.S_IMODE(data.root.stat().st_mode)


def test_why_no_folder_is_made_is_told_in_a_line(tmp_path: Path) -> None:
    """The line names the folder and steers no terminal; of one that is made nothing is told."""
    folder = tmp_path / "a\x1b[31m\nb"
    assert DataFolder(folder).try_to_make() is None

    folder = folder / "file"
    folder.touch()
    expected = f"{tmp_path}/a\\x1b[31m\\nb/file: File exists"
    assert expected == DataFolder(folder).try_to_make()


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("linux", {}, "HOME/.local/share/matside"),
        ("linux", {"XDG_DATA_HOME": "/elsewhere"}, "/elsewhere/matside"),
        ("linux", {"XDG_DATA_HOME": "not/absolute"}, "HOME/.local/share/matside"),
        ("darwin", {"XDG_DATA_HOME": "/elsewhere"}, "HOME/Library/Application Support/matside"),
        ("win32", {"LOCALAPPDATA": "/elsewhere"}, "/elsewhere/matside"),
        ("win32", {}, "HOME/AppData/Local/matside"),
    ],
)
def test_each_platform_has_a_folder_for_data(
    platform: str, environ: dict[str, str], expected: str
) -> None:
    """Without --data all lies where the platform wants programs to keep their data."""
    found = platform_folder(platform, environ)
    assert expected == str(found).replace(str(Path.home()), "HOME")
