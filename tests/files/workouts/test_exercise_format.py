"""An exercise file makes an exercise of the catalogue."""

from pathlib import Path

import pytest

from matside.core.weights import Level, Weight
from matside.core.workout.model import Advice, Exercise, Reps, Side, Sides
from matside.files.workouts.exercise_format import (
    catalogue_entry_from,
    check_exercise,
    is_exercise,
    unused_in,
)
from matside.files.yaml.document import read_document
from matside.files.yaml.faults import FaultyFile
from tests.support.file_samples import DATA, document_of
from tests.support.pictures import broken_pictures, written


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
        tempo="1 up / 1 down",
        equipment=("mat", "dumbbell"),
        fix="Flat back.",
        glance="Hips drive",
        part="arm",
        position="Standing",
    )
    found = catalogue_entry_from(read_document(DATA / "good" / "swing.yaml"))
    assert expected == found.exercise
    assert Advice("Lighter.", "Heavier.", "glutes") == found.advice


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


def test_an_exercise_names_what_shows_it(tmp_path: Path) -> None:
    """It borrows a film of the catalogue, or has a picture of its own beside its file."""
    plank = "id: sample\nname: Plank\nhold: 30\n"
    borrowed = catalogue_entry_from(document_of(tmp_path, plank + "film: hammer-curl\n"))
    assert ("hammer-curl", None) == (borrowed.film, borrowed.picture)
    pictured = catalogue_entry_from(document_of(tmp_path, plank + "picture: my plank.webp\n"))
    assert (None, "my plank.webp") == (pictured.film, pictured.picture)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("film: curl", 'film is "curl", but there is no such film'),
        ("picture: ../row.webp", 'picture is "../row.webp", which is no plain name'),
        ("picture: ..", 'picture is "..", which is no plain name'),
        ("picture: /etc/row.png", 'picture is "/etc/row.png", which is no plain name'),
        ("picture: C:row.png", 'picture is "C:row.png", which is no plain name'),
        ("picture: gone.webp", "picture cannot be shown: there is no such file"),
        ("picture: row.svg", "picture cannot be shown: this is no picture"),
        ("film: hammer-curl\npicture: row.webp", "film and picture stand together"),
    ],
)
def test_what_cannot_show_an_exercise_is_a_fault_at_its_line(
    tmp_path: Path, line: str, message: str
) -> None:
    """The check of the file says where, and what is wrong."""
    document = document_of(tmp_path, f"id: sample\nname: Plank\nhold: 30\n{line}\n")
    with pytest.raises(FaultyFile) as caught:
        check_exercise(document)
    first = caught.value.faults[0]
    assert 4 <= first.line <= 5
    assert message in first.message


def test_fifty_broken_pictures_are_faults_and_nothing_else(tmp_path: Path) -> None:
    """Each is told at its line, and the exercise can be done with its icon all the same."""
    for name in broken_pictures(tmp_path / "exercises"):
        text = f"id: sample\nname: Plank\nhold: 30\npicture: {name}\n"
        with pytest.raises(FaultyFile) as caught:
            check_exercise(document_of(tmp_path / "exercises", text))
        assert [4] == [fault.line for fault in caught.value.faults]
        entry = catalogue_entry_from(document_of(tmp_path / "exercises", text))
        assert "Plank" == entry.exercise.name


def test_a_good_picture_is_no_fault(tmp_path: Path) -> None:
    """A picture that can be shown passes the check."""
    (tmp_path / "row.webp").write_bytes(written("webp", 40, 30))
    text = "id: sample\nname: Plank\nhold: 30\npicture: row.webp\n"
    check_exercise(document_of(tmp_path, text))


def test_the_figure_of_an_older_file_is_passed_over(tmp_path: Path) -> None:
    """Whatever it holds, the file is used, and who checks it is told that it is not."""
    text = "id: sample\nname: Plank\nfigure: {camera: [1], {what: ever}: 2}\nhold: 30\n"
    text = text.replace("{what: ever}", "what")
    check_exercise(document_of(tmp_path, text))
    (told,) = unused_in(document_of(tmp_path, text))
    assert told.startswith(f"{tmp_path / 'sample.yaml'}:3:1: the key figure is not used any more")


@pytest.mark.parametrize("text", ["id: sample\nname: Plank\nhold: 30\n", "title: A\n", "- a\n"])
def test_of_another_file_nothing_is_told(tmp_path: Path, text: str) -> None:
    """A file that gives no figure, or is none of an exercise, has nothing unused."""
    assert () == unused_in(document_of(tmp_path, text))
