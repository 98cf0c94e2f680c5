"""The schemas for editors agree with the reader, as far as a schema can."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from matside.core.workout.model import Exercise
from matside.files.resources import bundled_exercises, bundled_workouts, resources
from matside.files.workouts.exercise_format import is_exercise
from matside.files.yaml.document import read_document
from matside.files.yaml.faults import FaultyFile
from matside.files.yaml.tree import Alias, Items, Mapping, Node, Scalar
from tests.support.file_samples import DATA

# What a schema cannot say: characters that are forbidden, names of files, sums.
BEYOND_A_SCHEMA = {
    "escaped-control-character.yaml",
    "exercise-sides-in-texts.yaml",
    "exercise-with-another-id.yaml",
    "reps-held-too-long.yaml",
    "hold-beyond-its-minute.yaml",
    "sides-in-texts.yaml",
    "tabs-in-texts.yaml",
    "title-with-line-break.yaml",
    "too-many-steps.yaml",
    "unseen-texts.yaml",
}

SCHEMAS: dict[str, Any] = {
    name: json.loads((resources() / f"{name}.schema.json").read_text("utf-8"))
    for name in ("exercise", "workout")
}


def _read_as_yaml(node: Node) -> Any:
    """Return what an editor makes of `node`: numbers, truths and texts."""
    match node:
        case Mapping():
            return {entry.key.text: _read_as_yaml(entry.value) for entry in node.entries}
        case Items():
            return [_read_as_yaml(item) for item in node.items]
        case Scalar(quoted=False) if node.text.isascii() and node.text.isdecimal():
            return int(node.text)
        case Scalar(quoted=False) if node.text in ("true", "false"):
            return node.text == "true"
        case Scalar():
            return None if node.missing else node.text
        case Alias():
            return None


def _is_valid(path: Path) -> bool:
    """Return whether the schema that is meant for the file at `path` takes it."""
    document = read_document(path)
    name = "exercise" if is_exercise(document) else "workout"
    pieces = [(f"{each}.schema.json", Resource.from_contents(SCHEMAS[each])) for each in SCHEMAS]
    validator = Draft202012Validator(SCHEMAS[name], registry=Registry().with_resources(pieces))
    return validator.is_valid(_read_as_yaml(document.root))


def _readable_bad_samples() -> list[Path]:
    """Return the bad samples that are a tree without faults of YAML itself."""
    found = []
    for path in sorted((DATA / "bad").iterdir()):
        try:
            read_document(path).faults.settle()
        except FaultyFile:
            continue
        found.append(path)
    return found


@pytest.mark.parametrize("name", ["exercise", "workout"])
def test_a_schema_is_one(name: str) -> None:
    """Each schema keeps to the draft that it names."""
    Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize(
    "path",
    [*(DATA / "good").iterdir(), *bundled_exercises().iterdir(), *bundled_workouts().iterdir()],
    ids=lambda path: path.name,
)
def test_what_the_reader_takes_the_schema_takes(path: Path) -> None:
    """No editor marks a good file as wrong."""
    assert _is_valid(path)


@pytest.mark.parametrize("path", _readable_bad_samples(), ids=lambda path: path.name)
def test_what_the_reader_refuses_the_schema_refuses(path: Path) -> None:
    """An editor marks what is wrong, but for what no schema can say."""
    assert _is_valid(path) is (path.name in BEYOND_A_SCHEMA)


def test_the_schema_of_workouts_knows_every_key_of_a_move() -> None:
    """A key that the exercises share is in both schemas."""
    shared = set(SCHEMAS["exercise"]["$defs"])
    assert shared <= set(SCHEMAS["exercise"]["properties"])
    assert shared <= set(SCHEMAS["workout"]["$defs"]["exercise"]["properties"])
    others = {"id", "dose", "later", "least_switch", "equipment", "rest"}
    kept = set(Exercise.__slots__) - others
    assert kept | {"hold", "reps"} == shared
