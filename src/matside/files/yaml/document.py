"""Reads files of YAML into trees; what was read before needs no parser."""

import re
from pathlib import Path

from matside.files.slices import Steps, finished
from matside.files.yaml.characters import FORBIDDEN, code_point, forbidden_in
from matside.files.yaml.faults import Faults, TextPosition, faulty
from matside.files.yaml.known_trees import known_trees
from matside.files.yaml.tree import Node
from matside.frozen import frozen
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


_LINE_BREAK = r"\r\n?|\n"

# Two escapes in which JSON writes one sign, an emoji say, that has but one escape in YAML.
_PAIR = r"(?<!\\)((?:\\\\)*)\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})"


@frozen
class Document:
    """A file as a marked tree, and the faults found in it so far."""

    path: Path
    root: Node
    faults: Faults


def read_document(path: Path) -> Document:
    """Do as `reading` does, at once."""
    return finished(reading(path))


def reading(path: Path) -> Steps[Document]:
    """Read the YAML file at `path` into a tree with positions, in short steps.

    Raises FaultyFile if the file cannot be read, or as `parse` does. Forbidden characters, and
    what `parse` notes, are faults of the document.
    """
    faults = Faults(str(path))
    text = read_text(path)
    if path.suffix.lower() == ".json":
        text = re.sub(_PAIR, _joined, text, flags=re.IGNORECASE)
    text = _without_forbidden(text, faults)
    root = known_trees.get(text)
    if root is None:
        from matside.files.yaml.parsing import parse

        root = yield from parse(text, faults)
        if not faults.any:
            known_trees.add(text, root)
    return Document(path, root, faults)


def _joined(pair: re.Match[str]) -> str:
    high, low = int(pair[2], 16), int(pair[3], 16)
    return pair[1] + chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00))


def _without_forbidden(text: str, faults: Faults) -> str:
    """Note each forbidden character of `text`, and return it with those replaced."""
    if forbidden_in(text) is None:
        return text
    for number, line in enumerate(re.split(_LINE_BREAK, text), start=1):
        for match in re.finditer(FORBIDDEN, line):
            name = code_point(match[0])
            message = f"the control character {name} stands here; delete it"
            faults.note(TextPosition(number, match.start() + 1), message)
    return re.sub(FORBIDDEN, "\N{REPLACEMENT CHARACTER}", text)
