"""A file is read again when it has changed, and not before."""

import os
from pathlib import Path

import pytest

from matside.files.workouts.file_stamps import ReadCache, stamp_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return a file with something in it."""
    path = tmp_path / "file"
    path.write_text("first")
    return path


def test_what_stays_as_it_was_is_read_once(file: Path) -> None:
    """Asking twice gives what was read the first time."""
    readings: ReadCache[str] = ReadCache()
    first = readings.of(file, file.read_text)
    assert first is readings.of(file, file.read_text)


def test_a_file_that_was_written_anew_is_read_anew(file: Path) -> None:
    """Another file in the place of the first is noticed, even one of the same size and time."""
    readings: ReadCache[str] = ReadCache()
    readings.of(file, file.read_text)
    before = file.stat()
    other = file.with_name("other")
    other.write_text("other")
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(file)
    assert "other" == readings.of(file, file.read_text)


def test_a_file_that_changes_while_it_is_read_is_read_anew(file: Path) -> None:
    """What was written during a reading is not taken for what was read."""
    readings: ReadCache[str] = ReadCache()

    def read_too_early() -> str:
        text = file.read_text()
        file.write_text("written meanwhile")
        return text

    assert "first" == readings.of(file, read_too_early)
    assert "written meanwhile" == readings.of(file, file.read_text)


def test_what_cannot_be_told_is_read_every_time(tmp_path: Path) -> None:
    """A file that is missing, or has an impossible name, is never taken for unchanged."""
    readings: ReadCache[object] = ReadCache()
    for path in (tmp_path / "missing", Path("a\0b")):
        assert None is stamp_of(path)
        assert readings.of(path, object) is not readings.of(path, object)


def test_what_is_forgotten_is_read_anew(file: Path) -> None:
    """After that nothing is taken for read."""
    readings: ReadCache[object] = ReadCache()
    first = readings.of(file, object)
    readings.forget()
    assert first is not readings.of(file, object)
