"""Where the files are that come with Matside."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parents[1]


def resources() -> Path:
    """Return the folder of exercises, sounds, icons, fonts and translations."""
    return _bundled() / "resources"


def bundled_exercises() -> Path:
    """Return the folder of the catalogue, one file an exercise."""
    return resources() / "exercises"


def bundled_films() -> Path:
    """Return the folder of the films, which has one for each body."""
    return resources() / "films"


def names_of_films(folder: Path) -> frozenset[str]:
    """Return the names of all films in `folder`, whichever body shows them."""
    return frozenset(path.stem for path in folder.glob("*/*.json"))


def bundled_workouts() -> Path:
    """Return the folder of the workouts that come with Matside."""
    return _bundled() / "workouts"


def _bundled() -> Path:
    installed = _PACKAGE / "_data"
    return installed if installed.is_dir() else _PACKAGE.parents[1]
