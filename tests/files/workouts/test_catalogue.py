"""The catalogue finds exercises by their id."""

import re
from pathlib import Path

import pytest
import yaml

from matside.core.workout.model import Advice, Exercise, Hold, Reps
from matside.files.folders import DataFolder
from matside.files.resources import bundled_exercises
from matside.files.workouts.catalogue import MOST_COMPARED, Catalogue
from matside.files.workouts.library import catalogue_of
from tests.support.file_samples import catalogue


def _write(folder: Path, identity: str, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{identity}.yaml").write_text(f"id: {identity}\n{text}")


def test_all_bundled_exercises_are_sound() -> None:
    """Matside comes with the eleven exercises of its workout, none of them with faults."""
    exercises = [catalogue().exercise(identity) for identity in catalogue().ids()]
    assert 11 == len(exercises)
    assert all(isinstance(exercise, Exercise) for exercise in exercises)


def test_the_guide_names_every_bundled_exercise() -> None:
    """Who writes a workout finds its id there, beside the name that the screens show."""
    guide = Path(__file__).parents[3] / "docs" / "workouts.md"
    listed = re.findall(
        r"^\| `([a-z-]+)` \| ([A-Z].*) \|$", guide.read_text("utf-8"), re.MULTILINE
    )
    known = catalogue()
    found = {identity: known.exercise(identity) for identity in known.ids()}
    names = {key: each.name for key, each in found.items() if isinstance(each, Exercise)}
    assert names == dict(listed)


def test_every_bundled_exercise_tells_given_from_ours() -> None:
    """Each says what the workout's author states and what is Matside's own."""
    for path in bundled_exercises().iterdir():
        found = yaml.safe_load(path.read_text("utf-8"))
        assert found["provenance"].startswith("Given: name")
        assert {"category", "name", "label"} <= found["fit"].keys()


def test_an_own_exercise_replaces_a_bundled_one(tmp_path: Path) -> None:
    """Of two folders the earlier one goes first."""
    _write(tmp_path, "chest-fly", "name: My Fly\nreps: 5\n")
    both = Catalogue([tmp_path, bundled_exercises()])
    found = both.exercise("chest-fly")
    assert isinstance(found, Exercise)
    assert ("My Fly", Reps(5)) == (found.name, found.dose)
    assert 11 == len(both.ids())


def test_an_athlete_has_own_exercises_and_the_bundled_ones(tmp_path: Path) -> None:
    """Those of the data folder go first."""
    data = DataFolder(tmp_path)
    _write(data.exercises, "plank", "name: Plank\nhold: 30\n")
    assert {"plank", "chest-fly"} < set(catalogue_of(data).ids())


def test_an_unknown_id_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    """A slip in an id is answered with the id that was probably meant."""
    _write(tmp_path, "plank", "name: Plank\nhold: 30\n")
    expected = 'is "plnak", but there is no such exercise; the nearest is "plank"'
    assert expected == Catalogue([tmp_path]).exercise("plnak")


def test_a_catalogue_may_be_empty(tmp_path: Path) -> None:
    """Without any exercises there is no nearest one."""
    expected = 'is "plank", but there is no such exercise'
    assert expected == Catalogue([tmp_path / "missing"]).exercise("plank")


def test_nobody_waits_for_the_nearest_of_very_many_ids(tmp_path: Path) -> None:
    """Of a folder with ten thousand exercises none is said to be the nearest."""
    _write(tmp_path, "plank", "name: Plank\nhold: 30\n")
    for number in range(MOST_COMPARED):
        (tmp_path / f"plank-{number}.yaml").hardlink_to(tmp_path / "plank.yaml")
    exercises = Catalogue([tmp_path])
    found = {exercises.exercise(f"plnak-{number}") for number in range(1000)}
    assert 1000 == len(found)
    assert not any("nearest" in str(each) for each in found)
    assert isinstance(exercises.exercise("plank"), Exercise)


def test_only_what_can_be_named_is_the_nearest(tmp_path: Path) -> None:
    """A file whose name is no id is not offered for one."""
    _write(tmp_path, "my plank", "name: Plank\nhold: 30\n")
    expected = 'is "my plank", but there is no such exercise'
    assert expected == Catalogue([tmp_path]).exercise("my plank")


def test_a_folder_that_is_none_holds_no_exercises(tmp_path: Path) -> None:
    """The bundled exercises are there, whatever lies in place of the athlete's folder."""
    folder = tmp_path / "exercises"
    folder.touch()
    assert 11 == len(Catalogue([folder, bundled_exercises()]).ids())


def test_an_id_is_no_path(tmp_path: Path) -> None:
    """An id never leads out of the folders of the catalogue."""
    _write(tmp_path, "plank", "name: Plank\nhold: 30\n")
    (tmp_path / "inner").mkdir()
    found = Catalogue([tmp_path / "inner"]).exercise("../plank")
    assert isinstance(found, str)


def test_a_faulty_exercise_is_told_to_whoever_names_it(tmp_path: Path) -> None:
    """An own exercise with faults is not silently replaced by the bundled one."""
    _write(tmp_path, "chest-fly", "name: My Fly\n")
    found = Catalogue([tmp_path, bundled_exercises()]).exercise("chest-fly")
    assert isinstance(found, str)
    assert f'is "chest-fly", whose own file has faults ({tmp_path}/chest-fly.yaml:1:1:' in found


def test_each_file_is_read_once(tmp_path: Path) -> None:
    """One catalogue gives the same exercise for as long as it lives."""
    _write(tmp_path, "plank", "name: Plank\nhold: 30\n")
    exercises = Catalogue([tmp_path])
    first = exercises.exercise("plank")
    _write(tmp_path, "plank", "name: Plank\nhold: 60\n")
    assert first is exercises.exercise("plank")
    found = Catalogue([tmp_path]).exercise("plank")
    assert isinstance(found, Exercise)
    assert Hold(60) == found.dose


@pytest.mark.parametrize("name", ["plank.yml", "plank.YAML", "plank.json"])
def test_an_exercise_may_end_as_a_workout_may(tmp_path: Path, name: str) -> None:
    """Its id is the name of the file without its ending."""
    (tmp_path / name).write_text('{"id": "plank", "name": "Plank", "hold": 30}')
    found = Catalogue([tmp_path]).exercise("plank")
    assert isinstance(found, Exercise)
    assert "Plank" == found.name


def test_every_bundled_exercise_has_advice() -> None:
    """All eleven tell what is easier, harder, and worked."""
    for identity in catalogue().ids():
        advice = catalogue().advice(identity)
        assert advice.easier
        assert advice.harder
        assert advice.muscles


def test_an_unknown_exercise_has_no_advice() -> None:
    """Nothing is said of what is not there."""
    assert Advice() == catalogue().advice("plunk")
