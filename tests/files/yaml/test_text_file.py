"""Text files are read safely, whoever wrote them."""

import os
import socket
import sys
from pathlib import Path

import pytest

from matside.files.yaml.document import MOST_BYTES, read_text
from matside.files.yaml.faults import Fault, FaultyFile


def fault_of(path: Path) -> Fault:
    """Return the one fault of the file at `path`."""
    with pytest.raises(FaultyFile) as caught:
        read_text(path)
    (fault,) = caught.value.faults
    return fault


def test_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    """The mark that some editors write in front is no part of the text."""
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbftitle: \xc3\xa9\n")
    assert "title: é\n" == read_text(path)


def test_a_missing_file_is_a_fault_at_its_beginning(tmp_path: Path) -> None:
    """What does not exist is told at 1:1."""
    expected = Fault(1, 1, "there is no such file; look for a slip in its name")
    assert expected == fault_of(tmp_path / "missing.yaml")


@pytest.mark.parametrize("name", ["a\0b", "file/within"])
def test_an_impossible_name_is_a_missing_file(tmp_path: Path, name: str) -> None:
    """A name that no file can have is told as a missing file."""
    (tmp_path / "file").touch()
    assert "there is no such file" in fault_of(tmp_path / name).message


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder is told as one, at 1:1."""
    assert Fault(1, 1, "this is a folder; name a file") == fault_of(tmp_path)


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    """A pipe without a writer does not block the reader."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert "this is a device or a pipe; name a file" == fault_of(pipe).message


def test_a_device_is_refused() -> None:
    """A device that never ends is not read."""
    assert "this is a device or a pipe; name a file" == fault_of(Path("/dev/zero")).message


def test_a_socket_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the system refuses to open is told with the system's reason."""
    monkeypatch.chdir(tmp_path)  # the address of a socket must be short
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("socket")
        message = fault_of(Path("socket")).message
    assert message.startswith("the file cannot be read (")


def test_a_forbidden_file_is_a_fault(tmp_path: Path) -> None:
    """A file that may not be read is told as such."""
    path = tmp_path / "secret.yaml"
    path.touch(mode=0)
    user = os.geteuid()
    if user == 0:  # who may read everything
        os.seteuid(65534)
    try:
        message = fault_of(path).message
    finally:
        os.seteuid(user)
    assert message.startswith("the file cannot be read (Permission denied)")


def test_the_largest_file_is_read_and_no_larger_one(tmp_path: Path) -> None:
    """1 MiB is read, one byte more is refused."""
    path = tmp_path / "large.yaml"
    path.write_bytes(b"#" * MOST_BYTES)
    assert MOST_BYTES == len(read_text(path))
    path.write_bytes(b"#" * (MOST_BYTES + 1))
    assert "the file is too large; at most 1 MiB is read" == fault_of(path).message


def test_what_is_not_utf_8_is_not_text(tmp_path: Path) -> None:
    """Bytes of another encoding are a fault at 1:1 that names the first of them."""
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"title: jos\xe9\n")
    message = "this is not text; byte 11 is not UTF-8: save the file as UTF-8"
    assert Fault(1, 1, message) == fault_of(path)


def test_no_file_stays_open(tmp_path: Path) -> None:
    """Reading leaves no descriptor behind, whether it worked or not."""
    if not sys.platform.startswith("linux"):
        pytest.skip("only Linux lists the descriptors of a process")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for path in (tmp_path, tmp_path / "missing", Path("/dev/zero"), Path(__file__)):
        try:
            read_text(path)
        except FaultyFile:
            continue
    assert before == len(list(Path("/proc/self/fd").iterdir()))
