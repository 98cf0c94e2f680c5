"""A new file is there whole or not at all, and replaces nothing unasked."""

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from matside.files.new_file import making, write_new
from matside.regular_file import NoFile


def test_a_new_file_is_written(tmp_path: Path) -> None:
    """It has its content, is the athlete's alone, and nothing lies beside it."""
    path = tmp_path / "new.fit"
    write_new(path, b"all")
    assert b"all" == path.read_bytes()
    assert 0o600 == path.stat().st_mode & 0o777
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("target", ["file", "folder", "link"])
def test_what_is_there_stays(tmp_path: Path, target: str) -> None:
    """A file, a folder and a link to nowhere are all something."""
    path = tmp_path / "there"
    match target:
        case "file":
            path.write_text("mine")
        case "folder":
            path.mkdir()
        case _:
            path.symlink_to("nowhere")
    with pytest.raises(FileExistsError):
        write_new(path, b"new")
    assert [path] == list(tmp_path.iterdir())


def test_asked_to_it_replaces(tmp_path: Path) -> None:
    """The old content is there until the new one is."""
    path = tmp_path / "there"
    path.write_text("mine")
    with making(path, replaces=True) as new:
        new.write_text("new")
        assert "mine" == path.read_text()
    assert "new" == path.read_text()


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda path: path.mkdir(), "a folder"),
        (lambda path: path.symlink_to("file"), "a link"),
        (os.mkfifo, "a device or a pipe"),
    ],
)
@pytest.mark.parametrize("comes_late", [False, True])
def test_only_a_file_is_replaced(
    tmp_path: Path, make: Callable[[Path], None], what: str, *, comes_late: bool
) -> None:
    """Anything else would be gone for good; also what comes in between."""
    (tmp_path / "file").write_text("mine")
    path = tmp_path / "there"

    def write() -> None:
        with making(path, replaces=True) as new:
            new.write_text("new")
            make(path)

    if not comes_late:
        make(path)
    mode = None if comes_late else path.lstat().st_mode
    with pytest.raises(NoFile, match=f"there is {what}"):
        write() if comes_late else write_new(path, b"new", replaces=True)
    assert mode in {None, path.lstat().st_mode}
    assert not stat.S_ISREG(path.lstat().st_mode)
    assert {path, tmp_path / "file"} == set(tmp_path.iterdir())
    assert "mine" == (tmp_path / "file").read_text()


def test_what_comes_in_between_stays(tmp_path: Path) -> None:
    """Another program may have made the file meanwhile."""
    path = tmp_path / "there"

    def write_beside_another() -> None:
        with making(path) as new:
            new.write_text("new")
            path.write_text("theirs")

    with pytest.raises(FileExistsError):
        write_beside_another()
    assert "theirs" == path.read_text()
    assert [path] == list(tmp_path.iterdir())


@pytest.mark.parametrize("code", [errno.EPERM, errno.EOPNOTSUPP])
def test_a_disk_without_links_takes_it_too(tmp_path: Path, code: int) -> None:
    """Some know no second name for a file; any other failure is one."""

    def refuse(error: int) -> None:
        raise OSError(error, "no links")

    path = tmp_path / "new"
    with making(path, link=lambda *_: refuse(code)) as new:
        new.write_text("all")
    assert "all" == path.read_text()

    def write_on_a_full_disk() -> None:
        with making(tmp_path / "other", link=lambda *_: refuse(errno.ENOSPC)) as other:
            other.write_text("all")

    with pytest.raises(OSError, match="no links"):
        write_on_a_full_disk()
    assert [path] == list(tmp_path.iterdir())


def test_a_failure_leaves_nothing_behind(tmp_path: Path) -> None:
    """Not even half a file."""

    def write_half() -> None:
        with making(tmp_path / "new") as new:
            new.write_text("half")
            raise OSError(errno.ENOSPC, "full")

    with pytest.raises(OSError, match="full"):
        write_half()
    assert [] == list(tmp_path.iterdir())


_KILLED = """
import os, signal, sys
from pathlib import Path
from matside.files.new_file import making
with making(Path(sys.argv[1]), replaces=True) as new:
    new.write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_kill_leaves_what_was_there(tmp_path: Path) -> None:
    """What was not finished lies beside it, until the next one is."""
    path = tmp_path / "there"
    path.write_text("mine")
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", _KILLED, path], env=environ, check=False)
    assert -signal.SIGKILL == done.returncode
    assert "mine" == path.read_text()
    write_new(path, b"new", replaces=True)
    assert [path] == list(tmp_path.iterdir())
