"""Deletes all that Matside keeps of the athlete, and nothing that is not Matside's."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from matside.files.folders import DataFolder

_IN_FOLDER = ("log.txt*", "settings.yaml*", ".history.sqlite3.new*", "history.sqlite3*")
"""The files of the data folder, with those beside them that were set aside or not finished."""

_OF_ATHLETE = frozenset({".yaml", ".yml", ".json", ".webp", ".png", ".jpg", ".jpeg", ".gif"})
"""The endings of files that Matside reads in the folders of workouts and exercises."""


def delete_all(data: DataFolder) -> tuple[str, ...]:
    """Delete settings, history, own workouts and exercises, the cache and the log.

    Links are deleted, not what they lead to; what else lies in the folder stays, and so does the
    lock of a running window. Return a line for each file that could not be deleted. A kill in
    between leaves the rest, which can then be deleted again.
    """
    faults: list[str] = []
    for path in _all_files(data):
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            faults.append(f"{path}: {error.strerror}")
    for folder in (data.workouts, data.exercises, *_folders_in(data.cache), data.cache):
        with suppress(OSError):
            folder.rmdir()
    return tuple(faults)


def _all_files(data: DataFolder) -> Iterator[Path]:
    # History goes last: as long as anything is left, it says whose all that was.
    for folder in (data.workouts, data.exercises):
        yield from (path for path in _entries(folder) if path.suffix.lower() in _OF_ATHLETE)
    for folder in (data.cache, *_folders_in(data.cache)):
        yield from (path for path in _entries(folder) if not path.is_dir() or path.is_symlink())
    for pattern in _IN_FOLDER:
        yield from sorted(data.root.glob(pattern), reverse=True)


def _folders_in(folder: Path) -> list[Path]:
    """Return the folders below `folder`, the innermost first; links are none."""
    return [
        found
        for path in _entries(folder)
        if path.is_dir() and not path.is_symlink()
        for found in (*_folders_in(path), path)
    ]


def _entries(folder: Path) -> list[Path]:
    try:
        return [] if folder.is_symlink() else sorted(folder.iterdir())
    except OSError:
        return []
