"""Loads are written in kilograms or pounds, and kept as whole grams."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from matside.core.weights import MOST_GRAMS, Implement, Load, Unit, load_of, parse_load

KG, LB = Unit.KILOGRAM, Unit.POUND


@pytest.mark.parametrize(
    ("text", "grams", "unit"),
    [
        ("12 kg", 12_000, KG),
        ("7.5 kg", 7_500, KG),
        ("0.25 kg", 250, KG),
        ("500 kg", 500_000, KG),
        ("12 lb", 5_443, LB),
        ("2.5 lb", 1_134, LB),
    ],
)
def test_a_load_is_written_in_kilograms_or_pounds(text: str, grams: int, unit: Unit) -> None:
    """It is kept in whole grams, with the unit in which it was written."""
    assert Load(grams, unit) == parse_load(text)


@pytest.mark.parametrize(
    "text",
    [
        "12",
        "12kg",
        "12  kg",
        "7,5 kg",
        "1.125 kg",
        ".5 kg",
        "-1 kg",
        "0 kg",
        "0.00 lb",
        "500.01 kg",
        "12 lbs",
        "١٢ kg",
        "heavy",
        "",
    ],
)
def test_what_is_no_load_is_refused(text: str) -> None:
    """Nothing weighs nothing, or more than half a ton; and there is one way to write the rest."""
    assert parse_load(text) is None


@given(st.integers(1, 50_000), st.sampled_from(Unit))
def test_a_load_stays_as_it_was_written(hundredths: int, unit: Unit) -> None:
    """Whole grams are fine enough for two decimals of either unit: 12 lb stay 12 lb."""
    text = f"{hundredths / 100:g} {unit.value}"
    load = parse_load(text)
    assert load is not None
    assert text == load.written


def test_nothing_is_heavier_than_half_a_ton() -> None:
    """Whatever is added up."""
    assert MOST_GRAMS == 500_000
    assert load_of(500.001, KG) is None
    assert load_of(-1, LB) is None


def test_dumbbells_come_in_pairs_and_all_else_alone() -> None:
    """That is what is meant where nobody says how many."""
    counts = {implement: implement.usual_count for implement in Implement}
    assert [Implement.DUMBBELL] == [implement for implement, count in counts.items() if count > 1]
