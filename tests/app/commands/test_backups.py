"""All that is kept goes into one file by one command, and comes back by another."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from matside.app.cli import main
from matside.devices.desktop.folder_lock import FolderLock, Holder
from matside.files.folders import DataFolder
from tests.support.kept_sessions import keep_sessions, sessions_of


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Return a data folder with three sessions and settings."""
    folder = tmp_path / "data"
    keep_sessions(folder / "history.sqlite3")
    (folder / "settings.yaml").write_text("volume: 50\n")
    return folder


def test_all_goes_and_comes_back(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command says how much it was."""
    path, other = tmp_path / "my.backup", tmp_path / "other"
    assert 0 == main(["backup", str(path), "--data", str(data)])
    assert f"{path}: 3 sessions, 1 other file\n" == capsys.readouterr().out
    assert 0 == main(["restore", str(path), "--data", str(other)])
    assert f"{other}: 3 sessions, 1 other file\n" == capsys.readouterr().out
    assert sessions_of(data / "history.sqlite3") == sessions_of(other / "history.sqlite3")


def test_a_target_that_is_there_stays(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither command writes over anything, and each says what is in its way."""
    path = tmp_path / "my.backup"
    path.write_text("mine")
    assert 1 == main(["backup", str(path), "--data", str(data)])
    assert f"{path}: there is a file already" in capsys.readouterr().err
    path.unlink()
    assert 0 == main(["backup", str(path), "--data", str(data)])
    assert 1 == main(["restore", str(path), "--data", str(data)])
    assert f"{data / 'history.sqlite3'}: there is a history already" in capsys.readouterr().err
    (data / "history.sqlite3").unlink()
    assert 0 == main(["restore", str(path), "--data", str(data)])
    assert f"{data / 'settings.yaml'}: is there already, and stays\n" == capsys.readouterr().err


@pytest.mark.parametrize("name", ["none", "strange"])
def test_what_is_no_backup_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """A file that is not there, and one of something else."""
    (tmp_path / "strange").write_text("strange " * 200)
    assert 1 == main(["restore", str(tmp_path / name), "--data", str(tmp_path / "other")])
    assert capsys.readouterr().err.startswith(f"{tmp_path / name}: ")


def test_a_history_that_cannot_be_read_is_told(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And no backup is left behind that lacks it."""
    (data / "history.sqlite3").write_text("no database " * 100)
    assert 1 == main(["backup", str(tmp_path / "my.backup"), "--data", str(data)])
    assert "the history is damaged" in capsys.readouterr().err
    assert not (tmp_path / "my.backup").exists()


def test_nothing_comes_back_beneath_a_window(data: Path, tmp_path: Path) -> None:
    """It would write its own settings over those of the backup."""
    path, other = tmp_path / "my.backup", tmp_path / "other"
    assert 0 == main(["backup", str(path), "--data", str(data)])
    other.mkdir()
    lock = FolderLock(DataFolder(other).lock)
    assert Holder.US is lock.take()
    done = subprocess.run(
        [sys.executable, "-m", "matside", "restore", str(path), "--data", str(other)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (1, True) == (done.returncode, "Matside is open there" in done.stderr)
    assert ["lock"] == [path.name for path in other.iterdir()]
