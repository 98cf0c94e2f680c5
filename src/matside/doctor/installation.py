"""Examines what comes with Matside: whether all of it is there, and can be used."""

from collections.abc import Iterator

from matside.core.findings import Finding, What
from matside.core.ports import Chime
from matside.files.catalogue import readable_names_in
from matside.files.resources import bundled_exercises, bundled_workouts, resources
from matside.files.workouts import WorkoutLibrary

FONTS = ("Barlow-Medium.ttf", "Barlow-SemiBold.ttf", "Barlow-Bold.ttf")
"""The weights in which everything is written."""


def examine_installation() -> Iterator[Finding]:
    """Tell whether fonts, sounds, workouts and exercises are there and without faults."""
    folder = resources()
    sounds = [folder / "sounds" / f"{chime.value}.wav" for chime in Chime]
    fonts = [folder / "fonts" / name for name in FONTS]
    missing = [path.name for path in (*fonts, *sounds) if not path.is_file()]
    workouts, exercises = bundled_workouts(), bundled_exercises()
    library = WorkoutLibrary(own=workouts, bundled=workouts, exercises=(exercises,))
    files = [
        *(workouts / f"{name}.yaml" for name in readable_names_in(workouts)),
        *(exercises / f"{name}.yaml" for name in readable_names_in(exercises)),
    ]
    faulty = [path.name for path in files if library.check(path)]
    if missing or faulty or not files:
        lacking = ", ".join((*missing, *faulty)) or str(workouts)
        yield Finding(What.INCOMPLETE, {"pieces": lacking, "folder": str(folder)})
        return
    details = {
        "fonts": str(len(fonts)),
        "sounds": str(len(sounds)),
        "workouts": str(len(readable_names_in(workouts))),
        "exercises": str(len(readable_names_in(exercises))),
        "folder": str(folder),
    }
    yield Finding(What.COMPLETE, details)
