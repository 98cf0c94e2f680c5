"""YAML as a tree of marked nodes whose scalars are still the text that was written."""

from matside.files.yaml.faults import TextPosition
from matside.frozen import frozen


@frozen
class Scalar:
    """A value as it was written, without its quotes; `quoted` where it had any."""

    mark: TextPosition
    text: str
    quoted: bool

    @property
    def missing(self) -> bool:
        """Whether nothing was written where a value belongs."""
        return not self.text and not self.quoted


@frozen
class Items:
    """Values in order."""

    mark: TextPosition
    items: tuple["Node", ...]


@frozen
class Pair:
    """A key with its value."""

    key: Scalar
    value: "Node"


@frozen
class Mapping:
    """Keys with their values in order; every key stands once."""

    mark: TextPosition
    entries: tuple[Pair, ...]

    def __contains__(self, key: str) -> bool:
        """Return whether `key` is one of the keys."""
        return any(entry.key.text == key for entry in self.entries)


@frozen
class Alias:
    """A reference to another value; it was noted as a fault and holds no value."""

    mark: TextPosition


Value = Scalar | Items | Mapping
Node = Value | Alias
