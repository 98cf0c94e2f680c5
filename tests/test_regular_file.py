"""Only regular files are opened; nothing else is waited for."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from matside.regular_file import NoFile, open_regular, refuse_irregular

IN_THE_WAY: dict[str, Callable[[Path], None]] = {"a folder": Path.mkdir, "a pipe": os.mkfifo}


@pytest.mark.parametrize("flags", [os.O_RDONLY, os.O_WRONLY | os.O_APPEND | os.O_CREAT, os.O_RDWR])
@pytest.mark.parametrize("what", IN_THE_WAY)
def test_what_is_no_file_is_not_opened(what: str, flags: int, tmp_path: Path) -> None:
    """However it is to be opened, a pipe or a folder is an error at once."""
    path = tmp_path / "file"
    IN_THE_WAY[what](path)
    with pytest.raises(OSError, match=str(path)):
        open_regular(path, flags)
    with pytest.raises(NoFile, match="file is a"):
        refuse_irregular(path)


def test_a_pipe_whose_other_end_is_open_is_no_file_either(tmp_path: Path) -> None:
    """It could be opened, and then read for ever."""
    os.mkfifo(tmp_path / "pipe")
    other_end = os.open(tmp_path / "pipe", os.O_RDWR)
    with pytest.raises(NoFile) as caught:
        open_regular(tmp_path / "pipe", os.O_RDONLY)
    os.close(other_end)
    assert "a device or a pipe" == caught.value.what


def test_a_file_is_opened_as_asked(tmp_path: Path) -> None:
    """Made for the athlete alone, read and written as every other; a link to it is as good."""
    path = tmp_path / "file"
    descriptor = open_regular(path, os.O_WRONLY | os.O_CREAT)
    os.write(descriptor, b"text")
    os.close(descriptor)
    link = tmp_path / "link"
    link.symlink_to(path)
    descriptor = open_regular(link, os.O_RDONLY)
    assert (b"text", "0o600") == (os.read(descriptor, 10), oct(path.stat().st_mode & 0o777))
    os.close(descriptor)
    refuse_irregular(link)
    refuse_irregular(tmp_path / "missing")
