"""A tempo in seconds tells the parts of a rep; any other is a text."""

import pytest

from matside.core.workout.model import Exercise, Reps
from matside.core.workout.tempo import held_parts, parts_of


@pytest.mark.parametrize(
    ("tempo", "parts"),
    [
        ("3-1-1", (3_000, 1_000, 1_000)),
        ("2-0-2-1", (2_000, 0, 2_000, 1_000)),
        ("10-0-10", (10_000, 0, 10_000)),
    ],
)
def test_three_or_four_seconds_are_the_parts_of_a_rep(tempo: str, parts: tuple[int, ...]) -> None:
    """One moves in the first, holds still in the second, moves in the third."""
    assert parts == parts_of(tempo)
    assert sum(parts) == Exercise("Press", Reps(8), rep_seconds=9, tempo=tempo).rep_length


@pytest.mark.parametrize(
    "tempo", ["", "1 up / 2 down", "3-1", "3-1-1-1-1", "3 - 1 - 1", "3-1-X", "3-1-100", "٣-1-1"]
)
def test_any_other_tempo_is_a_text(tempo: str) -> None:
    """And leaves the rep as long as it is written."""
    assert parts_of(tempo) is None
    assert (2_500,) == Exercise("Press", Reps(8), rep_seconds=2.5, tempo=tempo).rep_parts


@pytest.mark.parametrize(
    ("length", "held", "parts"),
    [
        (8_000, 5_000, (1_500, 5_000, 1_500)),
        (5_500, 2_000, (1_750, 2_000, 1_750)),
        (3_000, 0, (3_000,)),
    ],
)
def test_a_rep_is_held_in_its_middle(length: int, held: int, parts: tuple[int, ...]) -> None:
    """One moves there and back for as long."""
    assert parts == held_parts(length, held)
