"""An exercise file makes an exercise of the catalogue."""

from dataclasses import replace
from pathlib import Path

import pytest

from files.samples import DATA, document_of
from matside.core.workout import Advice, Exercise, Level, Reps, Side, Sides, Weight
from matside.figure.camera import Camera
from matside.figure.figure import Mat
from matside.figure.pose import Planted
from matside.files.exercise_format import entry_from, figure_of, is_exercise
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
    found = entry_from(read_document(DATA / "good" / "swing.yaml"))
    assert expected == found.exercise
    assert Advice("Lighter.", "Heavier.", "glutes", "1 up / 1 down") == found.advice


def test_an_exercise_has_the_figure_of_its_file() -> None:
    """Every key of a figure reaches it, and keys repeat what earlier ones say."""
    figure = figure_of(read_document(DATA / "good" / "swing.yaml"))
    assert figure is not None
    first, second, third = figure.motion.keys
    base = first.pose
    assert (Side.RIGHT, 2, Camera(30.0, 10.0)) == (figure.side, figure.seconds, figure.camera)
    assert (Mat(-60, -30, 60, 30), 0.5, True) == (figure.mat, figure.hero, figure.bells)
    assert (("glutes", "delts_r"), ("foot_l",), 3.5) == (
        figure.work,
        figure.slides,
        figure.dynamic,
    )
    assert {"hand_l": (20.0, 160.0)} == figure.clear
    assert Planted((0.0, 10.0, 7.0), (1.0, 0.0, 0.0), (1.0, 0.0, 0.0)) == base.left_leg
    assert replace(base.left_arm, bend=20.5) == second.pose.left_arm
    assert (0.6, second.pose) == (third.share, third.pose)


def test_an_exercise_without_a_figure_has_none(tmp_path: Path) -> None:
    """The figure may be left out."""
    assert figure_of(document_of(tmp_path, "id: plank\nname: Plank\nhold: 30\n")) is None


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
