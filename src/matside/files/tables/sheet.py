"""A table in a file, of whatever encoding and delimiter: its headings and its rows."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path

from matside.files.yaml.characters import escaped
from matside.frozen import frozen
from matside.regular_file import UnfitFileError, read_regular

MOST_BYTES = 5 << 20
"""The largest table that is read."""

MOST_ROWS = 50_000
"""The most rows that are read."""

_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
"""The encodings that a byte-order mark tells."""

_DELIMITERS = ",;\t"
_HINT = re.compile(r"sep=.\r?\n")
"""A line that tells some spreadsheets the delimiter."""


class StrangeTable(Exception):
    """A file is no table that can be read; the text says why."""


@frozen
class Sheet:
    """A table: each of its rows gives a cell for each heading, and the number of its line."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]


def text_of(path: Path) -> str:
    """Return the text of the file at `path`; raise StrangeTable if it cannot be read."""
    try:
        content = read_regular(path, MOST_BYTES)
    except UnfitFileError as error:
        raise StrangeTable(str(error)) from error
    encodings = [name for mark, name in _MARKS.items() if content.startswith(mark)]
    for encoding in encodings or ["utf-8", "cp1252"]:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise StrangeTable("this is no text")


def sheet_of(text: str) -> Sheet:
    """Return the table in `text`; raise StrangeTable if there is none, or too much of it."""
    if hint := _HINT.match(text):
        text = text[hint.end() :]
    line = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=line.count)
    try:
        return _sheet(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise StrangeTable(f"this is no table ({error})") from error


def _sheet(reader: "Iterable[list[str]]") -> Sheet:
    lines = iter(reader)
    headings = tuple(heading.strip() for heading in next(lines, ()))
    rows = tuple(_rows(lines, headings))
    return Sheet(headings, rows)


def _rows(
    lines: Iterator[list[str]], headings: tuple[str, ...]
) -> Iterator[tuple[int, Mapping[str, str]]]:
    for number, cells in enumerate(lines, 2):
        if number > MOST_ROWS + 1:
            raise StrangeTable(f"the table has more than {MOST_ROWS} rows; write it in parts")
        if any(cells):
            # A short row has empty cells at its end.
            yield number, dict(zip_longest(headings, cells[: len(headings)], fillvalue=""))


def shown(headings: Iterable[str]) -> str:
    """Return the first of `headings` as a message shows them."""
    return escaped(", ".join(headings)[:60]) or "nothing"
