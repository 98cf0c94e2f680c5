"""Files, workouts and plans for the tests of the files."""

from functools import cache
from pathlib import Path

from matside.core.settings import Settings
from matside.core.workout.model import Workout
from matside.core.workout.plan import Plan, compile_plan
from matside.files.resources import bundled_exercises, bundled_workouts
from matside.files.workouts.catalogue import Catalogue
from matside.files.workouts.library import WorkoutLibrary
from matside.files.workouts.workout_format import workout_from
from matside.files.yaml.document import Document, read_document
from matside.files.yaml.faults import Fault, FaultyFile

DATA = Path(__file__).parents[1] / "data"
"""The folder of good and bad samples."""


def catalogue() -> Catalogue:
    """Return the exercises that come with Matside."""
    return Catalogue([bundled_exercises()])


def library(own: Path) -> WorkoutLibrary:
    """Return the bundled workouts and those in `own`, with the bundled exercises."""
    return WorkoutLibrary(own, bundled_workouts(), [bundled_exercises()])


def workout_of(path: Path) -> Workout:
    """Return the workout in the file at `path`."""
    return workout_from(read_document(path), catalogue())


@cache
def runners_workout() -> Workout:
    """Return the workout that Matside comes with."""
    return workout_of(bundled_workouts() / "upper-body-for-runners.yaml")


@cache
def runners_plan() -> Plan:
    """Return the plan of that workout with the default settings."""
    return compile_plan(runners_workout(), Settings())


def document_of(folder: Path, text: str | bytes) -> Document:
    """Return what is read of a file in `folder` that holds `text`."""
    path = folder / "sample.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_document(path)


def faults_of(folder: Path, text: str | bytes) -> tuple[Fault, ...]:
    """Return the faults of the YAML in `text`, whatever it may stand for."""
    try:
        document_of(folder, text).faults.settle()
    except FaultyFile as faulty:
        return faulty.faults
    return ()
