"""The numbers by which FIT files name an exercise."""

from matside.core.settings import Range
from matside.files.yaml.fields import Fields, whole_number
from matside.files.yaml.tree import Node, Scalar
from matside.frozen import frozen

_KEYS = {
    "category": "a whole number from 0 to 65535",
    "name": "a whole number from 0 to 65535",
    "label": "a text",
    "fallback": "a list of category, name and label, such as [31, 24, warm_up]",
}

_FALLBACK = Range(3, 3)
_NUMBER = Range(0, 65535)


@frozen
class FitNumbers:
    """An exercise in the profile of FIT: its category, and its number there."""

    category: int
    name: int


def fit_numbers_from(fields: Fields) -> FitNumbers | None:
    """Take the key `fit` of an exercise file; None if it is missing, or faulty."""
    fit = fields.fields("fit", _KEYS)
    if fit is None:
        return None
    fit.require("category", "name")
    category, name = fit.whole("category", _NUMBER), fit.whole("name", _NUMBER)
    fit.text("label")
    fallback = fit.items("fallback", _FALLBACK)
    if fallback is not None and not _is_fallback(fallback):
        fit.note_value("fallback", "is another list")
    return None if category is None or name is None else FitNumbers(category, name)


def _is_fallback(items: tuple[Node, ...]) -> bool:
    """Return whether three `items` are two numbers of the FIT profile and a text."""
    texts = [item.text for item in items if isinstance(item, Scalar)]
    numbers = [whole_number(text, _NUMBER) for text in texts[:2]]
    return len(texts) == len(items) and None not in numbers
