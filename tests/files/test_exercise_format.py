"""An exercise file makes an exercise of the catalogue."""

from pathlib import Path

import pytest

from files.samples import DATA, document_of
from matside.core.workout import Exercise, Level, Reps, Side, Sides, Weight
from matside.files.exercise_format import exercise_from, is_exercise
from matside.files.marked import read_document


def test_an_exercise_has_all_that_its_file_gives() -> None:
    """Every key that matters in a workout reaches the exercise."""
    expected = Exercise(
        name="Swing",
        dose=Reps(12),
        id="swing",
        sides=Sides.EACH,
        first_side=Side.RIGHT,
        least_switch=6,
        weight=Weight(Level.MEDIUM, 1),
        rep_seconds=2,
        equipment=("mat", "dumbbell"),
        fix="Flat back.",
        glance="Hips drive",
        part="arm",
        position="Standing",
    )
    assert expected == exercise_from(read_document(DATA / "good" / "swing.yaml"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("id: plank", True),
        ("id: plank\nblocks: []", False),
        ("title: Plank", False),
        ("[id]", False),
        ("id", False),
    ],
)
def test_an_exercise_has_an_id_and_no_blocks(tmp_path: Path, text: str, *, expected: bool) -> None:
    """What the file holds decides whether it is a workout or an exercise."""
    assert expected is is_exercise(document_of(tmp_path, text))
