"""What stands in a cell is what a person meant by it."""

import pytest

from matside.core.weights import Unit
from matside.files.tables.cells import harmless, load, number, plain, seconds, unit, whole


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@a", "'=1", "''+1", "plain", "'tis", "a=b", "a\nb"]
)
def test_a_harmless_cell_is_read_back(text: str) -> None:
    """Our mark before a formula is taken off again, and an apostrophe of the athlete's is not."""
    cell = harmless(text)
    assert cell[0] not in "=+-@"
    assert text == plain(cell)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("", None),
        ("12", 12),
        ("12.5", 12.5),
        ("12,5", 12.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        (" 7 ", 7),
        ("1\N{NO-BREAK SPACE}000", 1000),
    ],
)
def test_a_number_is_read(cell: str, expected: float | None) -> None:
    """With a point or a comma, whichever stands last."""
    assert expected == number(cell)


@pytest.mark.parametrize("cell", ["x", "1e999", "nan", "-5", "1,2,3", "inf"])
def test_what_is_no_number_is_told(cell: str) -> None:
    """As a reason for people."""
    with pytest.raises(ValueError, match="is no number"):
        number(cell)


def test_a_whole_number_is_rounded() -> None:
    """Some programs write all numbers with a decimal; 0 is as none."""
    assert (10, None, None) == (whole("10.0"), whole("0.0"), whole(""))


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("90", 90),
        ("90.0", 90),
        ("1:30", 90),
        ("0:01:30", 90),
        ("1:01:30", 3690),
        ("30m", 1800),
        ("1h 5m", 3900),
        ("45 min", 2700),
        ("2 hours 10 minutes 5 seconds", 7805),
        ("50s", 50),
        ("0:00:00", None),
        ("0s", None),
        ("", None),
    ],
)
def test_a_length_is_read(cell: str, expected: int | None) -> None:
    """As clocks show it, in letters, or in seconds."""
    assert expected == seconds(cell)


def test_a_length_that_is_none_is_told() -> None:
    """As a reason for people."""
    with pytest.raises(ValueError, match="is no number"):
        seconds("a while")


def test_a_weight_is_read_in_its_unit() -> None:
    """Nothing and 0 are no weight, and nobody lifts a ton."""
    heavy = load("12,5", Unit.POUND)
    assert heavy is not None
    assert "12.5 lb" == heavy.written
    assert (None, None) == (load("0.0", Unit.KILOGRAM), load("", Unit.KILOGRAM))
    with pytest.raises(ValueError, match="no weight that anybody lifts"):
        load("1000", Unit.KILOGRAM)


def test_a_unit_is_read() -> None:
    """However programs write it."""
    assert (Unit.POUND, Unit.KILOGRAM, None) == (unit("LBS"), unit("kgs"), unit(""))
    with pytest.raises(ValueError, match="is no unit of weight"):
        unit("stone")


def test_a_text_holds_nothing_that_no_text_may() -> None:
    """Line breaks are one kind, control characters are left out."""
    assert "a\nb\nc" == plain(" a\r\nb\rc\x1b\u202e ")
