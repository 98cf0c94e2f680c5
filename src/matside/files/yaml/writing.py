"""Writes values, and trees that were read, as YAML."""

from collections.abc import Iterator
from collections.abc import Mapping as Words

import yaml

from matside.files.yaml.faults import START
from matside.files.yaml.tree import Items, Mapping, Node, Pair, Scalar


def text_of_values(values: Words[str, object]) -> str:
    """Return `values`, which YAML can hold, as text."""
    return yaml.safe_dump(values, sort_keys=False, allow_unicode=True)


def text_of_entries(entries: tuple[Pair, ...]) -> str:
    """Return the `entries` of a tree as text, each scalar plain or quoted as it was."""
    if not entries:
        return ""
    text: str = yaml.emit(_document_events(Mapping(START, entries)), allow_unicode=True)
    return text


def _document_events(root: Node) -> Iterator[yaml.Event]:
    yield yaml.StreamStartEvent()
    yield yaml.DocumentStartEvent(explicit=False)
    yield from _events(root)
    yield yaml.DocumentEndEvent(explicit=False)
    yield yaml.StreamEndEvent()


def _events(node: Node) -> Iterator[yaml.Event]:
    """Yield the events from which PyYAML writes `node`, each scalar plain or quoted as it was."""
    match node:
        case Mapping():
            yield yaml.MappingStartEvent(None, None, implicit=True, flow_style=False)
            for entry in node.entries:
                yield from _events(entry.key)
                yield from _events(entry.value)
            yield yaml.MappingEndEvent()
        case Items():
            yield yaml.SequenceStartEvent(None, None, implicit=True, flow_style=False)
            for item in node.items:
                yield from _events(item)
            yield yaml.SequenceEndEvent()
        case _:
            assert isinstance(node, Scalar)  # a tree without faults has no aliases
            style = '"' if node.quoted else None
            yield yaml.ScalarEvent(None, None, (True, True), node.text, style=style)
