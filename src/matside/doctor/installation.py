"""Examines what comes with Matside: whether it is complete and can be used."""

from collections.abc import Iterator
from pathlib import Path

from matside.core.ports.devices import Chime
from matside.core.ports.findings import Finding, What
from matside.files.workouts.folder_listing import in_order, readable_files_in
from matside.files.workouts.library import WorkoutLibrary

FONTS = ("Barlow-Medium.ttf", "Barlow-SemiBold.ttf", "Barlow-Bold.ttf")
"""The weights that all texts are set in."""


def examine_installation(resources: Path, workouts: Path, exercises: Path) -> Iterator[Finding]:
    """Tell whether fonts, sounds, workouts and exercises are there and without faults."""
    fonts = [resources / "fonts" / name for name in FONTS]
    sounds = [resources / "sounds" / f"{chime.value}.wav" for chime in Chime]
    texts = {
        folder: in_order(readable_files_in(folder)).values() for folder in (workouts, exercises)
    }
    library = WorkoutLibrary(own=workouts, bundled=workouts, exercises=(exercises,))
    lacking = [
        *(path for path in (*fonts, *sounds) if not path.is_file()),
        *(folder for folder, files in texts.items() if not files),
        *(file for files in texts.values() for file in files if library.check(file)),
    ]
    if lacking:
        pieces = ", ".join(path.name for path in lacking)
        yield Finding(What.INCOMPLETE, {"pieces": pieces, "folder": str(resources)})
        return
    counts = {
        "fonts": len(fonts),
        "sounds": len(sounds),
        "workouts": len(texts[workouts]),
        "exercises": len(texts[exercises]),
    }
    yield Finding(What.COMPLETE, {name: str(count) for name, count in counts.items()})
