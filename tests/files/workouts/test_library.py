"""The library finds workouts by name and by path."""

import os
import unicodedata
from itertools import islice
from pathlib import Path

import pytest

from matside.core.ports.devices import Listed, Origin
from matside.files.folders import DataFolder
from matside.files.resources import bundled_workouts
from matside.files.workouts.library import MOST_LISTED, library_of
from tests.support.core_samples import calls
from tests.support.file_samples import DATA, library
from tests.support.hostile_values import BROKEN, SOUND

RUNNERS = "upper-body-for-runners"
LARGE = (
    "many-values",
    "many-keys",
    "many-unknown-keys",
    "many-unknown-exercises",
    "many-faults",
    "ten-thousand-sets",
)
"""Hostile files that take long, by the number of what they hold."""

MOST_CALLS = 60_000
"""So many calls take less than 50 ms."""

SMALLEST = (DATA / "good" / "smallest.yaml").read_text()


def read_faults(path: Path) -> str:
    """Return what is wrong with the file at `path`."""
    return "\n".join(library(path.parent).check(path))


def test_the_bundled_workouts_are_listed(tmp_path: Path) -> None:
    """Without own workouts the list is that of the bundled ones."""
    (listed,) = library(tmp_path / "none").listing()
    assert (RUNNERS, False, ()) == (listed.name, listed.own, listed.faults)
    assert listed.workout is not None
    assert "Upper Body for Runners" == listed.workout.title


def test_no_exercise_is_read_twice(tmp_path: Path) -> None:
    """Who asks for the exercise of a workout gets what was read for that, until it changes."""
    data = DataFolder(tmp_path)
    for folder in (data.workouts, data.exercises):
        folder.mkdir()
    own = "title: Own\nblocks: [{kind: circuit, exercises: [{exercise: plank}]}]\n"
    (data.workouts / "own.yaml").write_text(own)
    plank = data.exercises / "plank.yaml"
    plank.write_text("id: plank\nname: Plank\nhold: 30\n")
    found = library_of(data)
    found.listing()

    first, second = found.catalogue(), found.catalogue()
    assert first.exercise("plank") is second.exercise("plank")
    plank.write_text("id: plank\nname: Long plank\nhold: 60\n")
    assert "Long plank" == found.catalogue().exercise("plank").plain_name  # type: ignore[union-attr]


def test_own_workouts_come_first(tmp_path: Path) -> None:
    """The athlete's own workouts stand before the bundled ones, in order of their names."""
    for name in ("zumba", "Abs"):
        (tmp_path / f"{name}.yaml").write_text(SMALLEST)
    listed = library(tmp_path).listing()
    assert ["Abs", "zumba", RUNNERS] == [each.name for each in listed]
    assert [Origin.OWN, Origin.OWN, Origin.BUNDLED] == [each.origin for each in listed]


def test_an_own_workout_of_a_bundled_name_is_listed_before_it(tmp_path: Path) -> None:
    """Both are listed; the bundled one is then called by its path, so that each can be found."""
    (tmp_path / f"{RUNNERS}.yaml").write_text(SMALLEST)
    own, bundled = library(tmp_path).listing()
    assert (RUNNERS, True) == (own.name, own.own)
    path = str(bundled_workouts() / f"{RUNNERS}.yaml")
    assert (path, Origin.BUNDLED) == (bundled.name, bundled.origin)
    assert bundled == library(tmp_path).find(bundled.name)


def test_a_workout_with_faults_is_listed_with_them(tmp_path: Path) -> None:
    """A broken file is listed without a workout, each fault one line."""
    path = tmp_path / "broken.yaml"
    path.write_text("title: Broken\n")
    listed = library(tmp_path).listing()[0]
    assert None is listed.workout
    assert (f"{path}:1:1: blocks is missing; write a list of 1 to 50 blocks",) == listed.faults


def test_a_name_is_looked_for_among_the_own_workouts_first(tmp_path: Path) -> None:
    """An own workout of a bundled name is the one that its name finds."""
    assert not library(tmp_path).find(RUNNERS).own
    (tmp_path / f"{RUNNERS}.yaml").write_text(SMALLEST)
    assert library(tmp_path).find(RUNNERS).own


def test_an_unknown_name_is_told_with_the_nearest_one(tmp_path: Path) -> None:
    """A slip in a name is answered with the name that was probably meant."""
    message = f'there is no workout of this name; the nearest is "{RUNNERS}"'
    assert (f"runners:1:1: {message}",) == library(tmp_path).find("runners").faults


def test_a_name_with_odd_characters_is_no_workout(tmp_path: Path) -> None:
    """A name that no file can have is told as an unknown one."""
    assert library(tmp_path).find("a\0b").faults
    assert library(tmp_path).find("").faults


@pytest.mark.parametrize("word", ["mine.yaml", "./mine.yaml", "sub/../mine.yaml"])
def test_a_word_that_looks_like_a_path_is_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, word: str
) -> None:
    """A separator or the ending of a YAML file makes a path, from where the athlete stands."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "mine.yaml").write_text(SMALLEST)
    monkeypatch.chdir(tmp_path)
    found = library(tmp_path / "own").find(word)
    assert found.workout is not None
    assert (str(Path(word).absolute()), Origin.ELSEWHERE) == (found.name, found.origin)


def test_the_short_ending_is_a_path_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that ends in .yml is read from where it lies."""
    (tmp_path / "mine.yml").write_text(SMALLEST)
    monkeypatch.chdir(tmp_path)
    assert library(tmp_path / "own").find("mine.yml").workout is not None


def test_a_path_into_the_own_folder_is_a_name(tmp_path: Path) -> None:
    """An own workout has one name, however it was opened."""
    path = tmp_path / "mine.yaml"
    path.write_text(SMALLEST)
    found = library(tmp_path).find(str(path))
    assert ("mine", True) == (found.name, found.own)


def test_a_path_to_nowhere_is_a_fault(tmp_path: Path) -> None:
    """A missing file is told at its beginning."""
    word = f"{tmp_path}/missing.yaml"
    message = "there is no such file; look for a slip in its name"
    assert (f"{word}:1:1: {message}",) == library(tmp_path).find(word).faults


def test_a_path_of_odd_bytes_has_a_name_that_can_be_kept(tmp_path: Path) -> None:
    """The name of a workout can be written as UTF-8, whatever the bytes of its path."""
    path = tmp_path / "jos\udce9.yaml"
    path.write_text(SMALLEST)
    found = library(tmp_path / "own").find(str(path))
    assert found.workout is not None
    assert found.name.encode("utf-8").endswith(rb"jos\udce9.yaml")


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("jos\udce9", r"jos\udce9"),
        ("a\x1b[31m\rb", r"a\x1b[31m\rb"),
        ("\u202elmay", r"\u202elmay"),
        ("-", "-"),
        ("--help", "--help"),
        ("x" * 250, "x" * 250),
        ("<b>&", "<b>&"),
        (" ", " "),
    ],
)
def test_an_own_file_of_any_name_is_listed(tmp_path: Path, stem: str, name: str) -> None:
    """It stands in the list by a name that can be shown and kept, as do its faults."""
    path = tmp_path / f"{stem}.yaml"
    path.write_text(SMALLEST)
    listed = library(tmp_path).listing()[0]
    assert listed.workout is not None
    assert (name, listed) == (listed.name, library(tmp_path).find(stem))
    path.write_text("title: Broken\n")
    (fault,) = library(tmp_path).listing()[0].faults
    assert fault.startswith(f"{tmp_path}/{name}.yaml:1:1: blocks is missing")


@pytest.mark.parametrize("file", ["mine.yml", "mine.YAML", "mine.json"])
def test_a_workout_may_end_in_any_of_these(tmp_path: Path, file: str) -> None:
    """It is listed by its stem, and found by that, by its path, and by none that it has not."""
    (tmp_path / file).write_text(
        '{"title": "Curls \\ud83d\\udcaa", "blocks": [{"kind": "circuit", "exercises": '
        '[{"name": "Curl", "reps": 8}]}]}'
        if file.endswith("json")
        else SMALLEST
    )
    listed = library(tmp_path).listing()[0]
    assert listed.workout is not None
    assert ("mine", Origin.OWN) == (listed.name, listed.origin)
    assert listed == library(tmp_path).find("mine") == library(tmp_path).find(str(tmp_path / file))


def test_json_writes_signs_as_pairs(tmp_path: Path) -> None:
    """They are joined in JSON alone, and not behind a backslash that stands for itself."""
    title = r'{"title": "\ud83d\udcaa \\ud83d \\\ud83d\udcaa"}'
    for name in ("a.json", "a.yaml"):
        (tmp_path / name).write_text(title)
    json, yaml = (read_faults(tmp_path / name) for name in ("a.json", "a.yaml"))
    assert "blocks is missing" in json
    assert "this is not YAML" in yaml


def test_two_files_of_one_stem_are_both_listed(tmp_path: Path) -> None:
    """The second is called by its path, by which it is found again."""
    for name in ("mine.yaml", "mine.yml"):
        (tmp_path / name).write_text(SMALLEST)
    first, second, _ = library(tmp_path).listing()
    assert ("mine", str(tmp_path / "mine.yml")) == (first.name, second.name)
    assert (first, second) == tuple(library(tmp_path).find(each.name) for each in (first, second))


def test_a_name_typed_finds_the_file_of_another_form(tmp_path: Path) -> None:
    """Letter and accent apart or together are one name, and one path."""
    typed, kept = (unicodedata.normalize(form, "Übung") for form in ("NFC", "NFD"))
    (tmp_path / f"{kept}.yaml").write_text(SMALLEST)
    found = library(tmp_path).find(typed)
    assert (typed, Origin.OWN) == (found.name, found.origin)
    assert found == library(tmp_path).find(kept)
    assert found == library(tmp_path).find(str(tmp_path / f"{typed}.yaml"))
    assert () == library(tmp_path).check(tmp_path / f"{typed}.yaml")


def test_a_file_that_cannot_be_read_has_faults_and_no_notes(tmp_path: Path) -> None:
    """Which of its keys are no longer used, nobody knows."""
    path = tmp_path / "mine.yaml"
    path.write_text("[")
    assert () == library(tmp_path).notes(path)
    assert "this is not YAML" in read_faults(path)


@pytest.mark.parametrize("place", ["data/workouts", "data"])
def test_a_file_in_a_data_folder_has_the_exercises_of_that(tmp_path: Path, place: str) -> None:
    """They are found by check, by plan and by the window, whatever data folder is one's own."""
    data = DataFolder(tmp_path / "data")
    data.make()
    (data.exercises / "own.yaml").write_text("id: own\nname: Own\nhold: 30\n")
    path = tmp_path / place / "mine.yaml"
    path.write_text("title: A\nblocks: [{kind: circuit, exercises: [{exercise: own}]}]\n")
    other = library_of(DataFolder(tmp_path / "other"))
    assert () == other.check(path)
    for anybody in (other, library_of(data)):
        assert anybody.find(str(path)).workout is not None
    lone = tmp_path / "mine.yaml"
    lone.write_text(path.read_text())
    (fault,) = other.check(lone)
    assert 'exercise is "own", but there is no such exercise' in fault


def test_an_own_exercise_with_faults_is_named_with_them(tmp_path: Path) -> None:
    """Its id is right, so nobody is told to write another one."""
    data = DataFolder(tmp_path)
    data.make()
    own = data.exercises / "own.yaml"
    own.write_text("id: own\nname: Own\nhold: x\n")
    path = data.workouts / "mine.yaml"
    path.write_text("title: A\nblocks: [{kind: circuit, exercises: [{exercise: own}]}]\n")
    (fault,) = library_of(data).check(path)
    assert f'exercise is "own", whose own file has faults ({own}:3:7: hold is "x"' in fault
    assert "write the id of an exercise" not in fault


def test_what_is_no_file_is_listed_with_its_fault(tmp_path: Path) -> None:
    """Folders, pipes and links that lead nowhere stand among the workouts, and stop nobody."""
    (tmp_path / "folder.yaml").mkdir()
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    (tmp_path / "nowhere.yaml").symlink_to("missing")
    (tmp_path / "zero.yaml").symlink_to("/dev/zero")
    *own, bundled = library(tmp_path).listing()
    assert ["folder", "loop", "nowhere", "pipe", "zero"] == [each.name for each in own]
    assert {(None, 1, True)} == {(each.workout, len(each.faults), each.own) for each in own}
    assert bundled.workout is not None


def test_a_folder_that_is_none_is_told_among_the_workouts(tmp_path: Path) -> None:
    """Where the own workouts cannot be listed the reason is, and the bundled ones are."""
    folder = tmp_path / "work\x1bouts"
    folder.touch()
    trouble, bundled = library(folder).listing()
    assert f"{tmp_path}/work\\x1bouts" == trouble.name
    message = "this folder cannot be read (Not a directory); mend that"
    assert (None, (f"{trouble.name}:1:1: {message}",)) == (trouble.workout, trouble.faults)
    assert bundled.workout is not None
    assert library(folder).find(RUNNERS).workout is not None


def test_a_folder_of_ten_thousand_files_is_listed_in_part(tmp_path: Path) -> None:
    """The first ones are listed, with a word on all the others, which are found by their names."""
    first = tmp_path / "0000.yaml"
    first.write_text(SMALLEST)
    for number in range(1, 10_000):
        (tmp_path / f"{number:04}.yaml").hardlink_to(first)
    *own, trouble, _ = library(tmp_path).listing()
    assert [f"{number:04}" for number in range(MOST_LISTED)] == [each.name for each in own]
    assert "10000 workouts lie here, and the first 500 are listed" in trouble.faults[0]
    assert library(tmp_path).find("9999").workout is not None


def test_what_has_not_changed_is_not_read_again(tmp_path: Path) -> None:
    """A listing takes up what the one before it has read."""
    for name in ("good", "broken"):
        (tmp_path / f"{name}.yaml").write_text(SMALLEST if name == "good" else "title: Broken")
    workouts = library(tmp_path)
    before, after = workouts.listing(), workouts.listing()
    assert before == after
    assert all(old.workout is new.workout for old, new in zip(before, after, strict=True))
    assert before[0].faults is after[0].faults


def test_a_file_is_read_when_its_turn_comes(tmp_path: Path) -> None:
    """Whoever reads a little at a time gets each file as it is by then."""
    (tmp_path / "a.yaml").write_text(SMALLEST)
    (tmp_path / "b.yaml").write_text("title: Broken\n")
    reading = (each for each in library(tmp_path).reading() if each is not None)
    assert "a" == next(reading).name
    (tmp_path / "b.yaml").write_text(SMALLEST)
    assert [("b", ()), (RUNNERS, ())] == [(each.name, each.faults) for each in reading]


@pytest.mark.no_cover
@pytest.mark.parametrize("name", LARGE)
def test_a_file_is_read_in_small_steps(tmp_path: Path, name: str) -> None:
    """However much it holds, each step takes no more calls than some ms have room for."""
    content = BROKEN[name][0] if name in BROKEN else SOUND[name]
    (tmp_path / f"{name}.yaml").write_bytes(content)
    reading = library(tmp_path).reading()
    read: list[Listed | None] = []
    made: list[int] = []
    while len(read) == len(made):
        made.append(calls(lambda: read.extend(islice(reading, 1))))
    assert max(made) < MOST_CALLS


def test_very_many_exercises_are_looked_at_in_steps(tmp_path: Path) -> None:
    """Before the first workout there is a break after every hundred of them."""
    data = DataFolder(tmp_path)
    data.make()
    for number in range(200):
        (data.exercises / f"hop-{number}.yaml").touch()
    reading = library_of(data).reading()
    assert [None, None] == list(islice(reading, 2))


def test_an_exercise_that_changes_changes_its_workouts(tmp_path: Path) -> None:
    """Workouts are read anew when an exercise comes, changes or goes."""
    data = DataFolder(tmp_path)
    data.make()
    hop = data.exercises / "hop.yaml"
    (data.workouts / "hops.yaml").write_text(
        "title: Hops\nblocks: [{kind: circuit, exercises: [{exercise: hop}]}]\n"
    )
    workouts = library_of(data)
    told = ["but there is no such exercise", "whose own file has faults", "Exercise(name='Hop'"]
    for expected, text in zip(told, [None, "id: hop", "id: hop\nname: Hop\nreps: 5"], strict=True):
        if text is not None:
            hop.write_text(text)
        listed = workouts.listing()[0]
        assert expected in f"{listed.faults} {listed.workout}"
    hop.unlink()
    assert None is workouts.listing()[0].workout


def test_files_are_read_anew(tmp_path: Path) -> None:
    """What has been mended is seen the next time."""
    path = tmp_path / "mine.yaml"
    path.write_text("title: Broken\n")
    workouts = library(tmp_path)
    assert None is workouts.find("mine").workout
    path.write_text(SMALLEST)
    assert workouts.find("mine").workout is not None


def test_the_athletes_exercises_go_into_the_athletes_workouts(tmp_path: Path) -> None:
    """A workout in the data folder finds the exercises in the data folder."""
    data = DataFolder(tmp_path / "data")
    data.make()
    (data.exercises / "hop.yaml").write_text("id: hop\nname: Hop\nreps: 5\n")
    (data.workouts / "hops.yaml").write_text(
        "title: Hops\nblocks: [{kind: circuit, exercises: [{exercise: hop}]}]\n"
    )
    found = library_of(data).find("hops")
    assert found.workout is not None
    assert "Hop" == found.workout.blocks[0].exercises[0].name
