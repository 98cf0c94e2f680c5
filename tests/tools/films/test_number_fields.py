"""Numbers are taken from a file as they are written, or are at fault."""

from pathlib import Path

import pytest

from matside.core.settings import Range
from matside.files.yaml.faults import FaultyFile
from tests.support.file_samples import document_of
from tools.films.number_fields import Fields

RIGHT = {"turn": "a number", "place": "two numbers"}


def fields_of(folder: Path, text: str) -> Fields:
    """Return the entries of a file that holds `text`."""
    document = document_of(folder, text)
    return Fields(document.root, "a file", RIGHT, document.faults)


def test_numbers_may_have_a_point_and_a_sign(tmp_path: Path) -> None:
    """They have at most four digits before and after the point."""
    fields = fields_of(tmp_path, "turn: -12.5\nplace: [1, 0.0625]\n")
    assert -12.5 == fields.number("turn")
    assert (1.0, 0.0625) == fields.numbers("place", Range(2, 2))


def test_what_is_absent_is_no_number(tmp_path: Path) -> None:
    """Nothing is noted of it."""
    fields = fields_of(tmp_path, "{}\n")
    assert fields.number("turn") is None
    assert fields.numbers("place", Range(2, 2)) is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("turn: 1e3\nplace: [1, 2]", 'turn is "1e3"; write a number'),
        ("turn: [1]\nplace: [1, 2]", "turn is a list; write a number"),
        ("turn: 1\nplace: [1, a]", "place is another list; write two numbers"),
        ("turn: 1\nplace: [1]", "place has 1 entry; write two numbers"),
    ],
)
def test_what_is_no_number_is_at_fault(tmp_path: Path, text: str, message: str) -> None:
    """It is told what stands there, and what would be right."""
    document = document_of(tmp_path, text)
    fields = Fields(document.root, "a file", RIGHT, document.faults)
    fields.number("turn")
    fields.numbers("place", Range(2, 2))
    with pytest.raises(FaultyFile) as caught:
        document.faults.settle()
    assert [message] == [fault.message for fault in caught.value.faults]
