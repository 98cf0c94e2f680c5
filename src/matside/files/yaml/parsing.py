"""Parses YAML into a tree, with a fault for whatever is dangerous in it."""

from collections.abc import Iterator
from typing import NoReturn

import yaml

from matside.files.slices import Steps
from matside.files.yaml.characters import escaped, quoted
from matside.files.yaml.faults import START, Faults, TextPosition
from matside.files.yaml.tree import Alias, Items, Mapping, Node, Pair, Scalar

MOST_LEVELS = 16
MOST_NODES = 50_000

AT_ONCE = 100
"""How many values are read in one step, which takes about a ms."""

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TOO_DEEP = f"this is nested more than {MOST_LEVELS} levels deep; nest it less"

# The parser's messages at its own limits, which it meets while looking ahead.
_BEYOND_DEPTH = "nesting depth"

# What the parser says of an open quote, and of a line that is neither key nor value.
_NEVER_ENDED = ("found unexpected end of stream", "could not find expected ':'")


def parse(text: str, faults: Faults) -> Steps[Node]:
    """Return the root of the YAML in `text`, in short steps.

    Raises FaultyFile if there is no tree: the text is empty, is no YAML, is nested deeper than
    MOST_LEVELS or has more than MOST_NODES nodes. Anchors, aliases, merge keys, tags, duplicate
    keys and further documents are noted as faults.
    """
    try:
        return (yield from _Builder(text, faults).root())
    except yaml.YAMLError as error:
        place = _mark_of_error(error, text)
        faults.fail(place, _sentence(error, place))


def _mark_of_error(error: yaml.YAMLError, text: str) -> TextPosition:
    """Return where in `text` the parser failed; for something unclosed, where it began."""
    never_ended = getattr(error, "problem", None) in _NEVER_ENDED
    which = "context_mark" if never_ended else "problem_mark"
    mark: yaml.Mark | None = getattr(error, which, None)
    breaks = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = breaks.count("\n") + 1
    if mark and mark.line >= lines:  # for the parser another line follows the last
        return TextPosition(lines, len(breaks) - breaks.rfind("\n"))
    return TextPosition(mark.line + 1, mark.column + 1) if mark else START


def _sentence(error: yaml.YAMLError, place: TextPosition) -> str:
    problem = str(getattr(error, "problem", None) or error)
    if _BEYOND_DEPTH in problem:
        return _TOO_DEEP
    return (
        f"this is not YAML ({escaped(problem)}{_within(error, place)}); indent with blanks, "
        'never with tabs, and put a text that holds ": " or begins with a sign in quotes'
    )


def _within(error: yaml.YAMLError, place: TextPosition) -> str:
    """Return what the parser was reading when it failed, if that began on another line."""
    if not isinstance(error, yaml.MarkedYAMLError) or error.context_mark is None:
        return ""
    line = error.context_mark.line + 1
    if line < place.line:
        return f" {error.context} from line {line}"
    return f" {error.context}" if error.problem in _NEVER_ENDED else ""


class _Builder:
    """Builds the tree from the events of the parser, which knows no limits itself."""

    def __init__(self, text: str, faults: Faults) -> None:
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
        self._faults = faults
        self._nodes = 0

    def root(self) -> Steps[Node]:
        """Build the root of the first document; further ones are a fault."""
        next(self._events)  # the start of the stream
        if isinstance(next(self._events), yaml.StreamEndEvent):
            self._fail_empty()
        root = yield from self._node(next(self._events), 0)
        if isinstance(root, Scalar) and root.missing:
            self._fail_empty()
        next(self._events)  # the end of the document
        following = next(self._events)
        if isinstance(following, yaml.DocumentStartEvent):
            message = "a second document begins here; write one document to a file"
            self._faults.note(_mark(following), message)
        return root

    def _fail_empty(self) -> NoReturn:
        self._faults.fail(START, "the file is empty; write a workout or an exercise into it")

    def _node(self, event: yaml.Event, level: int) -> Steps[Node]:
        self._count(event)
        if self._nodes % AT_ONCE == 0:
            yield
        self._note_properties(event)
        match event:
            case yaml.SequenceStartEvent():
                return (yield from self._listing(event, level + 1))
            case yaml.MappingStartEvent():
                return (yield from self._mapping(event, level + 1))
            case yaml.ScalarEvent():
                return Scalar(_mark(event), event.value, quoted=bool(event.style))
            case _:
                message = "this refers to another place (*name); write the value out"
                self._faults.note(_mark(event), message)
                return Alias(_mark(event))

    def _count(self, event: yaml.Event) -> None:
        self._nodes += 1
        if self._nodes > MOST_NODES:
            message = f"more than {MOST_NODES} values stand before this one; write a shorter file"
            self._faults.fail(_mark(event), message)

    def _note_properties(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            return
        if getattr(event, "anchor", None) is not None:
            message = "this value has an anchor (&name); write it without"
            self._faults.note(_mark(event), message)
        if getattr(event, "tag", None) is not None:
            self._faults.note(_mark(event), "this value has a tag (!name); write it without")

    def _descend(self, event: yaml.Event, level: int) -> TextPosition:
        if level > MOST_LEVELS:
            self._faults.fail(_mark(event), _TOO_DEEP)
        return _mark(event)

    def _listing(self, start: yaml.Event, level: int) -> Steps[Items]:
        mark = self._descend(start, level)
        items = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append((yield from self._node(event, level)))
        return Items(mark, tuple(items))

    def _mapping(self, start: yaml.Event, level: int) -> Steps[Mapping]:
        mark = self._descend(start, level)
        entries: dict[str, Pair] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = yield from self._node(event, level)
            value = yield from self._node(next(self._events), level)
            if isinstance(key, Scalar) and self._is_new(key, entries):
                entries[key.text] = Pair(key, value)
            elif isinstance(key, Items | Mapping):
                message = "this is no key; write a word, or put the whole text in quotes"
                self._faults.note(key.mark, message)
        return Mapping(mark, tuple(entries.values()))

    def _is_new(self, key: Scalar, entries: dict[str, Pair]) -> bool:
        if key.text == "<<" and not key.quoted:
            self._faults.note(key.mark, "this is a merge key (<<); write the keys out")
            return False
        if earlier := entries.get(key.text):
            message = f"{quoted(key.text)} stands on line {earlier.key.mark.line} already; "
            self._faults.note(key.mark, f"{message}write it once")
            return False
        return True


def _mark(event: yaml.Event) -> TextPosition:
    assert event.start_mark is not None  # only events made by hand have none
    return TextPosition(event.start_mark.line + 1, event.start_mark.column + 1)
