"""Keeps a window from a data folder for as long as a command writes into it."""

from collections.abc import Iterator
from contextlib import contextmanager

from matside.app.terminal import CommandRefused
from matside.devices.desktop.folder_lock import FolderLock, Holder
from matside.files.folders import DataFolder, make_folder


@contextmanager
def held(data: DataFolder) -> Iterator[None]:
    """Hold the data folder, which is made if it is missing; raise CommandRefused.

    That is where it cannot be made, or a window has it.
    """
    try:
        make_folder(data.root)
    except OSError as error:
        raise CommandRefused(f"{data.root}: {error.strerror}") from error
    lock = FolderLock(data.lock)
    if lock.take() is Holder.OTHERS:
        raise CommandRefused(f"{data.root}: Matside is open there; close its window first")
    try:
        yield
    finally:
        lock.release(unused=lock.is_new)
