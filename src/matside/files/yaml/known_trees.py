"""Keeps the trees of small texts from one run to the next: loading YAML is a tenth of a start."""

from binascii import crc32
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from matside import __version__
from matside.files.new_file import write_new
from matside.files.yaml.faults import TextPosition
from matside.files.yaml.tree import Alias, Items, Mapping, Node, Pair, Scalar
from matside.regular_file import UnfitFileError, read_regular

MOST_CHARACTERS = 1 << 18
"""How long all texts may be together that are kept."""

_MOST_BYTES = 8 << 20

# Both are forbidden in texts, and a value has them only by an escape, which has a backslash.
_PART, _ENTRY = "\x1f", "\x1e"


class KnownTrees:
    """The trees of texts that were read in earlier runs, by the whole text.

    Nothing is known, and nothing kept, before `open` and after `forget`. Trees with another
    `stamp` are not known.
    """

    def __init__(self, stamp: str | None = None) -> None:
        self._stamp = _stamp() if stamp is None else stamp
        self._path: Path | None = None
        self._kept: dict[str, str] = {}
        self._used: dict[str, str | Node] = {}

    def open(self, path: Path) -> None:
        """Know the trees in the file at `path`; none if it is missing, damaged or too old."""
        self._path, self._used = path, {}
        self._kept = _read(path, self._stamp)

    def forget(self) -> None:
        """Know nothing any more, and keep nothing of this run."""
        self._path, self._kept, self._used = None, {}, {}

    def get(self, text: str) -> Node | None:
        """Return the tree of `text`, None if that is not known."""
        kept = self._kept.get(text)
        if kept is None:
            return None
        self._used[text] = kept
        return _node(iter(kept.split(_PART)))

    def add(self, text: str, root: Node) -> None:
        """Know that `root` is the tree of `text`, which has no faults, from the next run on."""
        room = MOST_CHARACTERS - sum(map(len, self._used))
        if self._path is not None and "\\" not in text and len(text) <= room:
            self._used[text] = root

    def save(self) -> None:
        """Write the trees that were asked for since `open`, if there are new ones.

        What cannot be written is read again in the next run.
        """
        if self._path is None or self._used.keys() <= self._kept.keys():
            return
        entries = [self._stamp]
        for text, tree in self._used.items():
            entries += text, tree if isinstance(tree, str) else _PART.join(_parts(tree))
        content = _ENTRY.join(entries).encode()
        with suppress(OSError):
            write_new(self._path, b"%08x" % crc32(content) + content, replaces=True)


def _stamp() -> str:
    """Return a text that changes with the program, and with the parser of a checkout."""
    found = Path(__file__).with_name("parsing.py").stat()
    return f"{__version__} {found.st_size} {found.st_mtime_ns}"


def _read(path: Path, stamp: str) -> dict[str, str]:
    try:
        content = read_regular(path, _MOST_BYTES)
    except UnfitFileError:
        return {}
    if b"%08x" % crc32(content[8:]) != content[:8]:
        return {}
    written, *entries = content[8:].decode().split(_ENTRY)
    return dict(zip(entries[::2], entries[1::2], strict=True)) if written == stamp else {}


def _parts(node: Node) -> Iterator[str]:
    """Yield `node` as texts: its place and kind, what it holds or how much, and its parts."""
    assert not isinstance(node, Alias)  # a tree without faults has none
    place = f"{node.mark.line} {node.mark.column}"
    match node:
        case Scalar():
            yield f"{place} {'quoted' if node.quoted else 'plain'}"
            yield node.text
        case Items():
            yield f"{place} items"
            yield str(len(node.items))
            for item in node.items:
                yield from _parts(item)
        case _:
            yield f"{place} mapping"
            yield str(len(node.entries))
            for entry in node.entries:
                yield from _parts(entry.key)
                yield from _parts(entry.value)


def _node(parts: Iterator[str]) -> Node:
    """Return the node that the next of `parts` describe."""
    line, column, kind = next(parts).split()
    mark, held = TextPosition(int(line), int(column)), next(parts)
    match kind:
        case "items":
            return Items(mark, tuple(_node(parts) for _ in range(int(held))))
        case "mapping":
            return Mapping(mark, tuple(_pair(parts) for _ in range(int(held))))
        case _:
            return Scalar(mark, held, quoted=kind == "quoted")


def _pair(parts: Iterator[str]) -> Pair:
    key = _node(parts)
    assert isinstance(key, Scalar)  # nothing else is a key
    return Pair(key, _node(parts))


known_trees = KnownTrees()
"""The trees that this process knows; which they are changes nothing but the time it takes."""
