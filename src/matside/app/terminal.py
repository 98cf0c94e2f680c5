"""Output to the terminal: without control characters, and without failing."""

import io
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from matside.files.yaml.characters import escaped


class CommandRefused(Exception):
    """A command cannot be carried out; `lines` say why."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


def print_lines(lines: Iterable[str], stream: TextIO) -> None:
    """Print `lines`, each on one line, with control characters escaped."""
    for line in lines:
        print(escaped(line), file=stream)


def columns_of(text: str) -> int:
    """Return the width of `text` in terminal columns; it holds no control characters.

    Most East Asian characters and most emoji take two columns, combining ones none.
    """
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    columns = wcswidth(text)
    return columns if columns >= 0 else len(text)


def never_fail_to_encode(*streams: TextIO) -> None:
    """Let `streams` escape characters that their encoding does not have."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def open_missing_streams() -> None:
    """Discard what is printed if the program was started without standard output or error."""
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()


def discard_output() -> None:
    """Discard what is not printed yet, so that its flush at exit cannot fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
