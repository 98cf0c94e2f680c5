"""Reads a text file that anybody may have written, safely."""

from pathlib import Path

from matside.files.yaml.faults import faulty
from matside.regular_file import UnfitFileError, read_regular

MOST_BYTES = 1 << 20
"""The size of the largest file that is read: 1 MiB."""


def read_text(path: Path) -> str:
    """Return the text of the file at `path`, without a byte order mark.

    Raises FaultyFile if it is missing, no regular file, unreadable, larger than MOST_BYTES or
    not UTF-8.
    """
    try:
        content = read_regular(path, MOST_BYTES)
    except UnfitFileError as error:
        raise faulty(str(path), str(error)) from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"this is not text; byte {error.start + 1} is not UTF-8: save the file as UTF-8"
        raise faulty(str(path), message) from error
