"""Reads a text file that anybody may have written, safely."""

import os
import stat
from pathlib import Path

from matside.files.faults import FaultyFile, faulty

MOST_BYTES = 1 << 20
"""The size of the largest file that is read: 1 MiB."""

# O_NONBLOCK keeps a pipe without a writer from blocking; Windows has neither flag but O_BINARY.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_text(path: Path) -> str:
    """Return the text of the file at `path`, without a byte order mark.

    Raises FaultyFile for what is missing, not a regular file, unreadable, larger than
    MOST_BYTES or not UTF-8.
    """
    try:
        content = _read_bytes(path)
    except (OSError, ValueError) as error:
        raise faulty(str(path), _why_unreadable(error)) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"this is not text; byte {error.start + 1} is not UTF-8: save the file as UTF-8"
        raise faulty(str(path), message) from error


def _read_bytes(path: Path) -> bytes:
    descriptor = os.open(path, _FLAGS)
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            raise _not_a_file(path, mode)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            # Some files of the kernel's, such as its log, give None where they would block.
            content = file.read(MOST_BYTES + 1) or b""
    finally:
        os.close(descriptor)
    if len(content) > MOST_BYTES:
        raise faulty(str(path), "the file is too large; at most 1 MiB is read")
    return content


def _not_a_file(path: Path, mode: int) -> FaultyFile:
    what = "a folder" if stat.S_ISDIR(mode) else "a device or a pipe"
    return faulty(str(path), f"this is {what}; name a file")


def _why_unreadable(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError() | ValueError():
            return "there is no such file; look for a slip in its name"
        case _:
            return f"the file cannot be read ({error.strerror}); mend that, or name another one"
