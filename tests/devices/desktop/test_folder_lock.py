"""A folder has one holder at a time, whatever becomes of the file that is locked."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from matside.devices.desktop.folder_lock import FolderLock, Holder

WRESTLER = """
import os, sys
from pathlib import Path
from matside.devices.desktop.folder_lock import FolderLock, Holder

lock, inside = FolderLock(Path(sys.argv[1]) / "lock"), Path(sys.argv[1]) / "inside"
sys.stdin.readline()
held = 0
while held < 100:
    if lock.take() is Holder.US:
        os.close(os.open(inside, os.O_CREAT | os.O_EXCL))
        inside.unlink()
        lock.release()
        held += 1
print("never two")
"""


def test_of_many_starts_at_once_one_has_the_folder(tmp_path: Path) -> None:
    """However they come between one another, no two processes have it at the same time."""
    command = [sys.executable, "-c", WRESTLER, str(tmp_path)]
    wrestlers = [Popen(command, stdin=PIPE, stdout=PIPE, text=True) for _ in range(3)]
    for wrestler in wrestlers:
        assert wrestler.stdin is not None
        wrestler.stdin.write("go\n")
        wrestler.stdin.flush()
    assert 3 * ["never two\n"] == [wrestler.communicate(timeout=60)[0] for wrestler in wrestlers]


def test_a_lock_is_taken_once(tmp_path: Path) -> None:
    """Who has it has it; who comes second has not, until it is released."""
    first, second = FolderLock(tmp_path / "lock"), FolderLock(tmp_path / "lock")
    assert [Holder.US, Holder.US, Holder.OTHERS] == [first.take(), first.take(), second.take()]
    first.release()
    first.release()
    assert Holder.US is second.take()
    second.release()


def test_a_lock_that_others_have_leaves_the_old_one_alone(tmp_path: Path) -> None:
    """Who cannot have the new folder keeps the one that was renamed."""
    first, second = FolderLock(tmp_path / "lock"), FolderLock(tmp_path / "lock")
    first.take()
    (tmp_path / "lock").rename(tmp_path / "renamed")
    second.take()
    assert Holder.OTHERS is first.take()
    assert Holder.OTHERS is FolderLock(tmp_path / "renamed").take()
    first.release()
    second.release()


def test_only_a_file_that_was_just_made_is_new(tmp_path: Path) -> None:
    """A lock that was had before is known by what is written in it."""
    lock = FolderLock(tmp_path / "lock")
    news = []
    for _ in range(2):
        lock.take()
        news.append(lock.is_new)
        lock.release()
    assert [True, False] == news


def test_the_lock_is_for_the_athlete_alone_and_names_its_process(tmp_path: Path) -> None:
    """Nobody else can lock it, and whoever may read it learns who has it."""
    lock = FolderLock(tmp_path / "lock")
    lock.take()
    assert ("0o600", os.getpid()) == (
        oct((tmp_path / "lock").stat().st_mode & 0o777),
        lock.holder_process(),
    )
    lock.release()


IN_THE_WAY: dict[str, Callable[[Path], None]] = {
    "a folder": Path.mkdir,
    "a pipe": os.mkfifo,
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
}


@pytest.mark.parametrize("what", IN_THE_WAY)
def test_what_is_no_file_is_nobodys(what: str, tmp_path: Path) -> None:
    """It is neither waited for nor made, and tells of no process."""
    place = tmp_path / "lock"
    IN_THE_WAY[what](place)
    lock = FolderLock(place)
    assert (Holder.NOBODY, None) == (lock.take(), lock.holder_process())
    assert [place] == list(tmp_path.iterdir())
