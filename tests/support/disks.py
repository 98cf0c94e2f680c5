"""Disks that are full, that can only be read, or that are taken away: small ones in memory."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class Disk:
    """A disk of a MiB, mounted at `path`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._filler = path / "filler"

    def fill(self) -> None:
        """Leave no byte free."""
        with self._filler.open("ab", buffering=0) as file:
            for size in (4096, 1):
                _write_until_full(file.fileno(), size)

    def make_room(self) -> None:
        """Give back what `fill` took."""
        self._filler.unlink()

    @contextmanager
    def seen_at(self, place: Path) -> Iterator[None]:
        """Let the disk be seen at `place` too, until it is hidden there."""
        place.mkdir()
        self.show(place)
        try:
            yield
        finally:
            self.hide(place)

    def show(self, place: Path) -> None:
        """Let the disk be seen at the folder `place`."""
        _mount("--bind", str(self.path), str(place))

    def hide(self, place: Path) -> None:
        """Let the folder be seen that lies under the disk at `place`."""
        _unmount(place)

    def make_read_only(self) -> None:
        """Let nobody write; nobody may have a file open for writing."""
        _mount("-o", "remount,ro", str(self.path))

    def make_writable(self) -> None:
        """Let everybody write again."""
        _mount("-o", "remount,rw", str(self.path))


def _write_until_full(descriptor: int, size: int) -> None:
    block = b"\0" * size
    while True:
        try:
            os.write(descriptor, block)
        except OSError:
            return


def _mount(*words: str) -> None:
    done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this machine mounts no disk for a test: {done.stderr.strip()}")


def _unmount(path: Path) -> None:
    subprocess.run(["umount", "--lazy", str(path)], check=True)


@contextmanager
def small_disk(path: Path) -> Iterator[Disk]:
    """Mount a disk at `path`, and take it away at the end; the test is skipped without mounts."""
    path.mkdir()
    _mount("-t", "tmpfs", "-o", "size=1m,mode=0700", "matside-test", str(path))
    try:
        yield Disk(path)
    finally:
        _unmount(path)
