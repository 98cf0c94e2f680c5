"""How commands talk to the terminal: no control characters, no faults of their own."""

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
    """Print `lines`, each on one line, their control characters escaped."""
    for line in lines:
        print(escaped(line), file=stream)


def columns_of(text: str) -> int:
    """Return how many columns a terminal gives `text`, which holds no control characters.

    Most signs of East Asia and most emoji take two, and what joins others takes none.
    """
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    columns = wcswidth(text)
    return columns if columns >= 0 else len(text)


def never_fail_to_encode(*streams: TextIO) -> None:
    """Let `streams` escape what their encoding does not have."""
    for stream in streams:
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def open_missing_streams() -> None:
    """Let what is printed go nowhere where the program was started without a place for it."""
    if sys.stdout is None:
        sys.stdout = _nowhere()
    if sys.stderr is None:
        sys.stderr = _nowhere()


def discard_output() -> None:
    """Send what is still to be printed nowhere, so that its flush at exit cannot fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _nowhere() -> TextIO:
    return Path(os.devnull).open("w", encoding="utf-8")
