"""The workouts: the athlete's own and those that come with Matside."""

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from matside.core.ports import Listed, Origin
from matside.core.workout import Workout
from matside.files.catalogue import Catalogue, names_in, readable_names_in
from matside.files.characters import escaped
from matside.files.checker import nearest
from matside.files.exercise_format import check_exercise, is_exercise
from matside.files.faults import FaultyFile, faulty
from matside.files.folders import DataFolder
from matside.files.marked import read_document
from matside.files.resources import bundled_exercises, bundled_workouts
from matside.files.stamps import Readings, Stamp, stamp_of
from matside.files.workout_format import workout_from

MOST_LISTED = 500
"""So many of the athlete's own workouts are listed; the others are found by their names."""

Lines = tuple[str, ...]


class WorkoutLibrary:
    """The workouts of the folders `own` and `bundled`, whose files may change at any time.

    `exercises` are the folders of the catalogue; an earlier one goes before those that follow.
    """

    def __init__(self, own: Path, bundled: Path, exercises: Sequence[Path]) -> None:
        self._own = own
        self._bundled = bundled
        self._exercises = exercises
        self._readings: Readings[Workout | Lines] = Readings()
        self._stamps: Mapping[Path, Stamp | None] = {}

    def listing(self) -> tuple[Listed, ...]:
        """Return the athlete's own workouts, then the bundled ones, each in order of name.

        A bundled workout whose name an own one bears is listed by its path. The athlete's folder
        stands among its workouts, with the reason, where not all of it can be listed. A file is
        read anew where it, or any exercise, has changed since the last listing.
        """
        return tuple(self.reading())

    def reading(self) -> Iterator[Listed]:
        """Yield what `listing` returns, each workout as soon as its file has been read."""
        catalogue = self._catalogue()
        own, trouble = self._own_names()
        for name in own[:MOST_LISTED]:
            yield self._own_one(name, catalogue)
        if trouble is not None:
            folder = str(self._own)
            yield Listed(escaped(folder), None, faulty(folder, trouble).lines, Origin.OWN)
        for name in readable_names_in(self._bundled):
            path = self._bundled / f"{name}.yaml"
            label = str(path) if name in own else name
            yield self._listed(label, path, catalogue, Origin.BUNDLED)

    def find(self, word: str) -> Listed:
        """Return the workout that `word` names, with its faults where it has any.

        A word with a separator, or that ends in .yaml or .yml, is a path; any other is the name
        of an own workout or else of a bundled one.
        """
        catalogue = self._catalogue()
        if not _is_path(word):
            return self._named(word, catalogue)
        path = Path(word)
        if path.absolute().parent == self._own.absolute() and path.suffix == ".yaml":
            return self._listed(path.stem, path, catalogue, Origin.OWN)
        origin = Origin.ELSEWHERE
        if path.absolute().parent == self._bundled.absolute():
            origin = Origin.BUNDLED
        return self._listed(str(path.absolute()), path, catalogue, origin)

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

    def _catalogue(self) -> Catalogue:
        """Return the exercises of now; with others than before all workouts are read anew."""
        catalogue = Catalogue(self._exercises)
        stamps = {path: stamp_of(path) for path in catalogue.paths.values()}
        if stamps != self._stamps:
            self._stamps = stamps
            self._readings.forget()
        return catalogue

    def _own_names(self) -> tuple[tuple[str, ...], str | None]:
        """Return the names of the own workouts, and why not all of them are listed."""
        try:
            names = names_in(self._own)
        except OSError as error:
            return (), f"this folder cannot be read ({error.strerror}); mend that"
        if len(names) <= MOST_LISTED:
            return names, None
        return names, (
            f"{len(names)} workouts lie here, and the first {MOST_LISTED} are listed; "
            "move those into another folder that you do not need"
        )

    def _named(self, name: str, catalogue: Catalogue) -> Listed:
        own = readable_names_in(self._own)
        bundled = readable_names_in(self._bundled)
        if name in own:
            return self._own_one(name, catalogue)
        if name in bundled:
            path = self._bundled / f"{name}.yaml"
            return self._listed(name, path, catalogue, Origin.BUNDLED)
        message = "there is no workout of this name" + nearest(name, own + bundled)
        return Listed(escaped(name), None, faulty(name, message).lines)

    def _own_one(self, name: str, catalogue: Catalogue) -> Listed:
        return self._listed(name, self._own / f"{name}.yaml", catalogue, Origin.OWN)

    def _listed(self, name: str, path: Path, catalogue: Catalogue, origin: Origin) -> Listed:
        """Return the workout at `path`, by a `name` that windows and databases can hold."""
        match self._readings.of(path, lambda: _read(path, catalogue)):
            case Workout() as workout:
                return Listed(escaped(name), workout, origin=origin)
            case faults:
                return Listed(escaped(name), None, faults, origin)


def library_of(data: DataFolder) -> WorkoutLibrary:
    """Return the library of the athlete whose files are in `data`."""
    return WorkoutLibrary(
        own=data.workouts,
        bundled=bundled_workouts(),
        exercises=(data.exercises, bundled_exercises()),
    )


def _read(path: Path, catalogue: Catalogue) -> Workout | Lines:
    try:
        return workout_from(read_document(path), catalogue)
    except FaultyFile as found:
        return found.lines


def _is_path(word: str) -> bool:
    separators = {os.sep, os.altsep or os.sep}
    return word.endswith((".yaml", ".yml")) or not separators.isdisjoint(word)
