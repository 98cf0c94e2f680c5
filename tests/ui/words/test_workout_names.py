"""Listed workouts have names that can be told apart, and faults without their path."""

from dataclasses import replace

import pytest

from matside.core.ports.devices import Listed, Origin
from matside.ui.words.workout_names import first_fault, marks_of, title_of, told_faults
from tests.support.pages import WORKOUT

pytestmark = pytest.mark.usefixtures("qapp")


def test_one_title_is_one_entry_without_a_mark() -> None:
    """Nothing is said of files where titles differ."""
    assert {} == marks_of((Listed("a", WORKOUT), Listed("b", replace(WORKOUT, title="Other"))))


def test_workouts_of_one_title_are_marked_by_what_differs() -> None:
    """Capitals and blanks make no other title; a broken file is called by its name already."""
    broken = Listed("broken", None, ("broken.yaml:1:1: this is empty",), Origin.OWN)
    written = replace(WORKOUT, title=f" {WORKOUT.title.upper()}  ")
    listing = (
        Listed("day-1", WORKOUT, origin=Origin.OWN),
        Listed("day-2", written, origin=Origin.OWN),
        broken,
        Listed("/plans/day-1.yaml", WORKOUT),
        Listed("/usr/share/matside/workouts/day-1.yaml", WORKOUT, origin=Origin.BUNDLED),
    )
    assert ["day-1", "day-2", "plans/day-1.yaml", "comes with Matside"] == list(
        marks_of(listing).values()
    )


@pytest.mark.parametrize(
    ("name", "fault", "expected"),
    [
        ("mine", "/data/workouts/mine.yml:3:9: hold is 0", "mine.yml"),
        ("/tmp/a.yaml", "/tmp/a.yaml:1:1: this is a folder", "/tmp/a.yaml"),
        ("mine", "/data/exercises/row.yaml:3:9: cue is 0", "mine"),
    ],
)
def test_a_file_with_faults_is_called_by_its_name(name: str, fault: str, expected: str) -> None:
    """As it is found in its folder; of one with a fault elsewhere only the stem is known."""
    assert expected == title_of(Listed(name, None, (fault,)))


@pytest.mark.parametrize(
    ("name", "fault", "expected"),
    [
        ("mine", "/data/workouts/mine.yaml:3:9: hold is 0", "Line 3: hold is 0"),
        ("/tmp/a.yaml", "/tmp/a.yaml:1:1: this is a folder", "Line 1: this is a folder"),
        ("/tmp/workouts", "/tmp/workouts:1:1: cannot be read", "Line 1: cannot be read"),
        ("mine", "/data/workouts/mine.yaml:1:1: no key x", "Line 1: no key x"),
        ("mine", "/data/workouts/mine.yml:3:9: hold is 0", "Line 3: hold is 0"),
        (
            "mine",
            "/data/exercises/row.yaml:3:9: cue is 0",
            "/data/exercises/row.yaml:3:9: cue is 0",
        ),
        ("mine", "something else", "something else"),
    ],
)
def test_the_rail_leaves_the_path_out(name: str, fault: str, expected: str) -> None:
    """Where the fault stands and what it is have the room that the path would take."""
    assert expected == first_fault(Listed(name, None, (fault, "a second one")))


def test_the_path_stands_once_above_the_faults() -> None:
    """Who opens the file finds each by its line; of other files the path stays."""
    faults = ("/data/mine.yaml:3:9: hold is 0", "/data/mine.yaml:4:5: {odd}", "else.yaml:1:2: bad")
    assert (
        "/data/mine.yaml",
        "Line 3: hold is 0",
        "Line 4: {odd}",
        "else.yaml:1:2: bad",
    ) == told_faults(Listed("mine", None, faults))
    assert () == told_faults(Listed("mine", None, ()))
