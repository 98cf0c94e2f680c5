"""Takes numbers out of a marked tree, as the files of poses have them."""

import re

from matside.core.settings import Range
from matside.files.yaml import fields
from matside.files.yaml.tree import Scalar

_NUMBER = re.compile(r"-?[0-9]{1,4}(\.[0-9]{1,4})?")


class Fields(fields.Fields):
    """The entries of one mapping, some of them numbers."""

    def number(self, key: str) -> float | None:
        """Take a number with at most four digits before and after the point."""
        return self.parsed(key, lambda text: float(text) if _NUMBER.fullmatch(text) else None)

    def numbers(self, key: str, count: Range) -> tuple[float, ...] | None:
        """Take a list of `count` numbers."""
        items = self.items(key, count)
        if items is None:
            return None
        texts = [item.text if isinstance(item, Scalar) else "" for item in items]
        if not all(map(_NUMBER.fullmatch, texts)):
            self.note_value(key, "is another list")
            return None
        return tuple(map(float, texts))
