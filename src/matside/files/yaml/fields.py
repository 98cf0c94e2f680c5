"""Takes values out of a marked tree and checks them against the formats."""

import re
from collections.abc import Callable, Iterable
from collections.abc import Mapping as Words
from enum import Enum
from typing import Self, TypeVar, assert_never

from matside.core.durations import parse_duration
from matside.core.settings import Range
from matside.core.workout.model import side_word_in
from matside.files.yaml.characters import code_point, forbidden_in, is_unseen, quoted
from matside.files.yaml.faults import Faults
from matside.files.yaml.nearest import nearest
from matside.files.yaml.tree import Alias, Items, Mapping, Node, Pair, Scalar, Value

_WHOLE_NUMBER = "[0-9]{1,9}|-[1-9][0-9]{0,8}"
_FRACTION = r"([0-9]{1,6})[.,]([0-9]{1,6}) ?(?:(m|min|minutes?)|s|sec|seconds?)?"

_Member = TypeVar("_Member", bound=Enum)
_Value = TypeVar("_Value")


def words_of(choices: Iterable[_Member]) -> dict[str, _Member]:
    """Return the members of an enumeration by the words that files write for them."""
    return {choice.value: choice for choice in choices}


def whole_number(text: str, bounds: Range) -> int | None:
    """Return the whole number in `text`, None if it is no ASCII digits or out of `bounds`."""
    if not re.fullmatch(_WHOLE_NUMBER, text) or not bounds.holds(int(text)):
        return None
    return int(text)


def duration_within(text: str, bounds: Range) -> int | None:
    """Return the whole seconds that `text` writes, None if it writes none or out of `bounds`."""
    seconds = parse_duration(text)
    return seconds if seconds is not None and bounds.holds(seconds) else None


class Fields:
    """The entries of one mapping, taken key by key; everything wrong is noted as a fault.

    `right` has every allowed key, with what would be right for it; messages end with that. A
    method that takes a value returns None if the key is absent or its value faulty.
    `elsewhere` has keys that belong somewhere else, with what to do about them.
    """

    def __init__(
        self,
        node: Node,
        what: str,
        right: Words[str, str],
        faults: Faults,
        elsewhere: Words[str, str] | None = None,
    ) -> None:
        self.mark = node.mark
        self._elsewhere = elsewhere or {}
        self._what = what
        self._right = right
        self._faults = faults
        self._is_mapping = isinstance(node, Mapping)
        self._entries = self._known_entries(node)

    def __contains__(self, key: str) -> bool:
        """Return whether the mapping has `key`, with whatever value."""
        return key in self._entries

    def require(self, *keys: str) -> None:
        """Note a fault for each of `keys` that is absent."""
        for key in keys:
            if self._is_mapping and key not in self:
                self._faults.note(self.mark, f"{key} is missing; write {self._right[key]}")

    def note(self, key: str, message: str) -> None:
        """Note a fault at `key`."""
        self._faults.note(self._entries[key].key.mark, message)

    def note_value(self, key: str, found: str, *, helps: bool = True) -> None:
        """Note at the value of `key` what was `found`, such as "is 5".

        What would be right is added, unless it `helps` nobody.
        """
        message = self._sentence(key, found) if helps else f"{key} {found}"
        self._faults.note(self._entries[key].value.mark, message)

    def require_one(self, first: str, second: str) -> None:
        """Note a fault if both keys are absent."""
        if self._is_mapping and first not in self and second not in self:
            message = f"{first} or {second} is missing; write {first}: {self._right[first]}"
            self._faults.note(self.mark, message)

    def one_of(self, first: str, second: str) -> None:
        """Note a fault if both keys are present."""
        if first in self and second in self:
            later = max(first, second, key=lambda key: self._entries[key].key.mark)
            self.note(later, f"{first} and {second} stand together; write one of them")

    def text(
        self, key: str, length: Range | None = None, *, lines: bool = False, sideless: str = ""
    ) -> str | None:
        """Take a text, without the blanks around it; with `lines` it may hold line breaks.

        Without `length` the text may be of any length, and empty if it is in quotes.
        `sideless` says what to write if the text names a side and none is known; "" allows it.
        """
        value = self._scalar(key)
        if value is None:
            return None
        return self._as_text(key, key, value, length, lines=lines, sideless=sideless)

    def texts(
        self, key: str, number: Range, length: Range, *, sideless: str = ""
    ) -> tuple[str, ...] | None:
        """Take a list of texts of the given `length`, each as `text` takes one."""
        items = self.items(key, number)
        if items is None:
            return None
        texts = [
            self._as_text(key, f"{key}, entry {place},", item, length, sideless=sideless)
            for place, item in enumerate(items, start=1)
        ]
        return tuple(text for text in texts if text is not None)

    def whole(self, key: str, bounds: Range) -> int | None:
        """Take a whole number."""
        return self.parsed(key, lambda text: whole_number(text, bounds))

    def seconds(self, key: str, bounds: Range) -> int | None:
        """Take a duration in whole seconds."""
        return self.parsed(key, lambda text: duration_within(text, bounds), fraction_hint)

    def parsed(
        self,
        key: str,
        parse: Callable[[str], _Value | None],
        hint: Callable[[str], str] | None = None,
    ) -> _Value | None:
        """Take what `parse` makes of the text at `key`; None from it rejects the text.

        `hint` says what else there is to say of a text that was rejected.
        """
        value = self._scalar(key)
        if value is None:
            return None
        found = parse(value.text)
        if found is None:
            self._refuse(key, key, value, hint(value.text) if hint else "")
        return found

    def choice(self, key: str, choices: Words[str, _Value]) -> _Value | None:
        """Take the one of `choices` that the word at `key` names."""
        return self.parsed(key, choices.get)

    def words(
        self, key: str, number: Range, parse: Callable[[str], _Value | None], right: str = ""
    ) -> tuple[_Value, ...] | None:
        """Take a list of words, each as `parse` returns it; None if it rejects any of them.

        `right` is what would be right for one of them, where that is less than for `key`.
        """
        items = self.items(key, number)
        if items is None:
            return None
        right = right or self._right[key]
        found = [
            self._word(f"{key}, entry {place},", item, parse, right)
            for place, item in enumerate(items, start=1)
        ]
        words = tuple(word for word in found if word is not None)
        return words if len(words) == len(items) else None

    def items(self, key: str, number: Range) -> tuple[Node, ...] | None:
        """Take the nodes of a list; `number` says how many it may have."""
        node = self.node(key)
        if node is None:
            return None
        if not isinstance(node, Items):
            self._refuse(key, key, node)
            return None
        if not number.holds(len(node.items)):
            self.note_value(key, f"has {_count(len(node.items), 'entry', 'entries')}")
            return None
        return node.items

    def fields(self, key: str, right: Words[str, str]) -> Self | None:
        """Take a mapping, whose allowed keys are those of `right`."""
        node = self.node(key)
        if node is None:
            return None
        if not isinstance(node, Mapping):
            self._refuse(key, key, node)
            return None
        return self.within(node, key, right)

    def within(
        self,
        node: Node,
        what: str,
        right: Words[str, str],
        elsewhere: Words[str, str] | None = None,
    ) -> Self:
        """Return the entries of `node`; messages call it `what`, and `right` has its keys."""
        return type(self)(node, what, right, self._faults, elsewhere)

    def node(self, key: str) -> Value | None:
        """Take the value of `key` as it is; an empty one is a fault."""
        entry = self._entries.get(key)
        if entry is None or isinstance(entry.value, Alias):
            return None
        if isinstance(entry.value, Scalar) and entry.value.missing:
            self.note(key, self._sentence(key, "has no value"))
            return None
        return entry.value

    def _known_entries(self, node: Node) -> dict[str, Pair]:
        if isinstance(node, Mapping):
            return {entry.key.text: entry for entry in node.entries if self._is_known(entry.key)}
        if not isinstance(node, Alias):
            keys = ", ".join(self._right)
            message = f"{_found(node)} stands in place of {self._what}; write it with the keys "
            self._faults.note(node.mark, message + keys)
        return {}

    def _is_known(self, key: Scalar) -> bool:
        if key.text in self._right:
            return True
        message = f"{self._what} has no key {quoted(key.text)}"
        elsewhere = self._elsewhere.get(key.text)
        hint = "" if elsewhere is None else f"; {elsewhere}"
        if elsewhere is None and not self._faults.are_many:
            hint = nearest(key.text, self._right)
        self._faults.note(key.mark, message + hint)
        return False

    def _scalar(self, key: str) -> Scalar | None:
        node = self.node(key)
        if node is None or isinstance(node, Scalar):
            return node
        self._refuse(key, key, node)
        return None

    def _as_text(
        self,
        key: str,
        subject: str,
        node: Node,
        length: Range | None,
        *,
        lines: bool = False,
        sideless: str = "",
    ) -> str | None:
        if isinstance(node, Alias):
            return None
        if not isinstance(node, Scalar):
            self._refuse(key, subject, node)
            return None
        text = node.text.strip()
        if bad := _forbidden(text, lines=lines):
            found = f"{subject} holds the control character {code_point(bad)}"
            self._faults.note(node.mark, f"{found}; write it without")
            return None
        if sideless and (word := side_word_in(text)):
            self._faults.note(node.mark, f"{subject} holds {word}; {sideless}")
            return None
        if length is not None and (amiss := _amiss(text, length)):
            self._faults.note(node.mark, f"{subject} has {amiss}; write {self._right[key]}")
            return None
        return text

    def _word(
        self, subject: str, node: Node, parse: Callable[[str], _Value | None], right: str
    ) -> _Value | None:
        assert not isinstance(node, Alias)  # a file that is read further has none
        word = parse(node.text) if isinstance(node, Scalar) else None
        if word is None:
            self._reject(subject, node, right)
        return word

    def _refuse(self, key: str, subject: str, node: Value, hint: str = "") -> None:
        """Note that the value of `key` is not allowed."""
        self._reject(subject, node, self._right[key], hint)

    def _reject(self, subject: str, node: Value, right: str, hint: str = "") -> None:
        found = quoted(node.text) if isinstance(node, Scalar) else _found(node)
        self._faults.note(node.mark, f"{subject} is {found}{hint}; write {right}")

    def _sentence(self, key: str, found: str) -> str:
        return f"{key} {found}; write {self._right[key]}"


def fraction_hint(text: str) -> str:
    """Return a hint on how to write a duration with a fraction, "" if `text` is none."""
    match = re.fullmatch(_FRACTION, text)
    if match is None:
        return ""
    if not match[3]:
        return "; durations are whole seconds"
    seconds = 60 * int(match[1]) + round(60 * float(f"0.{match[2]}"))
    return f"; fractions of a minute are written {seconds // 60}:{seconds % 60:02}"


def _forbidden(text: str, *, lines: bool) -> str | None:
    """Return the first character of the text that is not allowed, None if all are."""
    if found := forbidden_in(text):
        return found
    return next((sign for sign in text if sign in ("\t" if lines else "\t\n\r")), None)


def _amiss(text: str, length: Range) -> str | None:
    """Return what is wrong with the length or visibility of a text, None if nothing is."""
    count = _count(len(text), "character", "characters")
    if not length.holds(len(text)):
        return count
    return f"{count}, but none that can be seen" if length.low and is_unseen(text) else None


def _found(node: Value) -> str:
    match node:
        case Items():
            return "a list"
        case Mapping():
            return "a group of keys (a text with a colon or braces needs quotes)"
        case Scalar():
            return f"the text {quoted(node.text)}"
        case _:
            assert_never(node)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
