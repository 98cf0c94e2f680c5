"""The workouts: the athlete's own and those that come with Matside."""

import os
from collections.abc import Sequence
from pathlib import Path

from matside.core.ports import Listed
from matside.files.catalogue import Catalogue, names_in
from matside.files.checker import nearest
from matside.files.exercise_format import check_exercise, is_exercise
from matside.files.faults import FaultyFile, faulty
from matside.files.folders import DataFolder
from matside.files.marked import read_document
from matside.files.resources import bundled_exercises, bundled_workouts
from matside.files.workout_format import workout_from


class WorkoutLibrary:
    """The workouts of the folders `own` and `bundled`, read anew whenever they are asked for.

    `exercises` are the folders of the catalogue; an earlier one goes before those that follow.
    """

    def __init__(self, own: Path, bundled: Path, exercises: Sequence[Path]) -> None:
        self._own = own
        self._bundled = bundled
        self._exercises = exercises

    def listing(self) -> tuple[Listed, ...]:
        """Return the athlete's own workouts, then the bundled ones, each in order of name.

        A bundled workout whose name an own one bears is listed by its path.
        """
        catalogue = Catalogue(self._exercises)
        own = names_in(self._own)
        listed = [self._named(name, catalogue) for name in own]
        for name in names_in(self._bundled):
            path = self._bundled / f"{name}.yaml"
            label = _printable(path) if name in own else name
            listed.append(_listed(label, path, catalogue))
        return tuple(listed)

    def find(self, word: str) -> Listed:
        """Return the workout that `word` names, with its faults where it has any.

        A word with a separator, or that ends in .yaml or .yml, is a path; any other is the name
        of an own workout or else of a bundled one.
        """
        catalogue = Catalogue(self._exercises)
        if not _is_path(word):
            return self._named(word, catalogue)
        path = Path(word)
        if path.absolute().parent == self._own.absolute() and path.suffix == ".yaml":
            return _listed(path.stem, path, catalogue, own=True)
        return _listed(_printable(path.absolute()), path, catalogue)

    def check(self, path: Path) -> tuple[str, ...]:
        """Return the faults of the workout or exercise file at `path`, as lines for people."""
        try:
            document = read_document(path)
            if is_exercise(document):
                check_exercise(document)
            else:
                workout_from(document, Catalogue(self._exercises))
        except FaultyFile as found:
            return found.lines
        return ()

    def _named(self, name: str, catalogue: Catalogue) -> Listed:
        own = names_in(self._own)
        bundled = names_in(self._bundled)
        if name in own:
            return _listed(name, self._own / f"{name}.yaml", catalogue, own=True)
        if name in bundled:
            return _listed(name, self._bundled / f"{name}.yaml", catalogue)
        message = "there is no workout of this name" + nearest(name, own + bundled)
        return Listed(name, None, faulty(name, message).lines)


def library_of(data: DataFolder) -> WorkoutLibrary:
    """Return the library of the athlete whose files are in `data`."""
    return WorkoutLibrary(
        own=data.workouts,
        bundled=bundled_workouts(),
        exercises=(data.exercises, bundled_exercises()),
    )


def _listed(name: str, path: Path, catalogue: Catalogue, *, own: bool = False) -> Listed:
    try:
        workout = workout_from(read_document(path), catalogue)
    except FaultyFile as found:
        return Listed(name, None, found.lines, own)
    return Listed(name, workout, own=own)


def _is_path(word: str) -> bool:
    separators = {os.sep, os.altsep or os.sep}
    return word.endswith((".yaml", ".yml")) or not separators.isdisjoint(word)


def _printable(path: Path) -> str:
    """Return `path` as text that files and databases can hold, whatever its bytes."""
    return os.fsencode(path).decode("utf-8", "replace")
