"""Reads a file that anybody may have put there: a regular one, up to a size, or none at all."""

import os
from pathlib import Path

from matside.regular import NoFile, open_regular

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class UnfitFileError(Exception):
    """A file cannot be read; its text says why, and what would help."""


def read_regular(path: Path, most: int, *, links: bool = True) -> bytes:
    """Return what the file at `path` holds, at most `most` bytes, which are whole MiB.

    Raises UnfitFileError for what is missing, not a regular file, unreadable or larger; and for
    a link where those are not to be followed.
    """
    try:
        return _read(path, most, links=links)
    except (OSError, ValueError) as error:
        raise UnfitFileError(_why_unreadable(error)) from error


def _read(path: Path, most: int, *, links: bool) -> bytes:
    if not links and path.is_symlink():
        raise UnfitFileError("this is a link; name the file itself")
    descriptor = open_regular(path, os.O_RDONLY if links else os.O_RDONLY | _NO_LINK)
    with os.fdopen(descriptor, "rb") as file:
        # Some files of the kernel's, such as its log, give None where they would block.
        content = file.read(most + 1) or b""
    if len(content) > most:
        raise UnfitFileError(f"the file is too large; at most {most >> 20} MiB is read")
    return content


def _why_unreadable(error: OSError | ValueError) -> str:
    match error:
        case NoFile():
            return f"this is {error.what}; name a file"
        case FileNotFoundError() | NotADirectoryError() | ValueError():
            return "there is no such file; look for a slip in its name"
        case _:
            return f"the file cannot be read ({error.strerror}); mend that, or name another one"
