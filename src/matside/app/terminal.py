"""Output to the terminal: without control characters, and without failing."""

import io
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from matside.files.yaml.characters import escaped

Row = dict[str, object]


class CommandRefused(Exception):
    """A command cannot be carried out; `lines` say why."""

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines


def print_lines(lines: Iterable[str], stream: TextIO) -> None:
    """Print `lines`, each on one line, with control characters escaped."""
    for line in lines:
        print(escaped(line), file=stream)


def print_json(rows: Sequence[Row]) -> None:
    """Print `rows` as a JSON array, one on each line; only printable ASCII is not escaped."""
    print(json_of(rows))


def json_of(rows: Sequence[Row]) -> str:
    """Return `rows` as a JSON array, as `print_json` prints them."""
    import json

    # DEL is the one control character that JSON does not escape.
    lines = ",\n".join(json.dumps(row, allow_nan=False).replace("\x7f", "\\u007f") for row in rows)
    return f"[\n{lines}\n]" if rows else "[]"


def counted(number: int, noun: str) -> str:
    """Return `number` with its noun: `1 set`, `2 sets`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def columns_of(text: str) -> int:
    """Return the width of `text` in terminal columns; it holds no control characters.

    Most East Asian characters and most emoji take two columns, combining ones none.
    """
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    columns = wcswidth(text)
    return columns if columns >= 0 else len(text)


def aligned(rows: Sequence[Sequence[str]], to_right: int) -> Iterator[str]:
    """Yield `rows` in columns, of which the first ones, `to_right`, are aligned to the right."""
    rows = [[escaped(cell) for cell in row] for row in rows]
    widths = [max(map(columns_of, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        blanks = [
            " " * (width - columns_of(cell)) for cell, width in zip(row, widths, strict=True)
        ]
        placed = [
            blank + cell if place < to_right else cell + blank
            for place, (cell, blank) in enumerate(zip(row, blanks, strict=True))
        ]
        yield "  ".join(placed).rstrip()


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
