"""The workouts: the athlete's own and those that come with Matside."""

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from pathlib import Path

from matside.core.ports.devices import Listed, Origin
from matside.core.workout.model import Workout
from matside.files.folders import DataFolder
from matside.files.resources import bundled_exercises, bundled_workouts
from matside.files.slices import Steps, finished
from matside.files.workouts.catalogue import Catalogue, Read
from matside.files.workouts.exercise_format import check_exercise, is_exercise, unused_in
from matside.files.workouts.file_stamps import ReadCache, Stamp, stamp_of
from matside.files.workouts.folder_listing import (
    SUFFIXES,
    composed,
    existing,
    files_in,
    in_order,
    readable_files_in,
)
from matside.files.workouts.workout_format import making_workout, workout_from
from matside.files.yaml.characters import escaped
from matside.files.yaml.document import read_document, reading
from matside.files.yaml.faults import FaultyFile, faulty
from matside.files.yaml.nearest import nearest

MOST_LISTED = 500
"""The maximum number of own workouts that are listed; the others are found by their names."""

AT_ONCE = 100
"""How many files of exercises are checked in one step."""

Lines = tuple[str, ...]


class WorkoutLibrary:
    """The workouts of the folders `own` and `bundled`, whose files may change at any time.

    `exercises` are the folders of the catalogue; an earlier one takes precedence.
    """

    def __init__(self, own: Path, bundled: Path, exercises: Sequence[Path]) -> None:
        self._own = own
        self._bundled = bundled
        self._exercises = exercises
        self._readings: ReadCache[Workout | Lines] = ReadCache()
        self._exercise_readings: ReadCache[Read] = ReadCache()
        self._stamps: Mapping[Path, Stamp | None] = {}

    def listing(self) -> tuple[Listed, ...]:
        """Return the athlete's own workouts, then the bundled ones, each in order of name.

        A bundled workout with the name of an own one is listed by its path. If not all of the
        athlete's folder can be listed, the folder itself is in the list, with the reason. A file
        is read again only if it, or any exercise, has changed since the last listing.
        """
        return tuple(listed for listed in self.reading() if listed is not None)

    def reading(self) -> Iterator[Listed | None]:
        """Yield what `listing` returns, each workout as soon as its file has been read.

        In between it yields None every few ms.
        """
        catalogue = yield from self._looking_for_exercises()
        own, trouble = self._own_files()
        for name in islice(own, MOST_LISTED):
            yield (yield from self._reading(name, own[name], catalogue, Origin.OWN))
        if trouble is not None:
            folder = str(self._own)
            yield Listed(escaped(folder), None, faulty(folder, trouble).lines, Origin.OWN)
        for name, path in in_order(readable_files_in(self._bundled)).items():
            label = str(path) if name in own else name
            yield (yield from self._reading(label, path, catalogue, Origin.BUNDLED))

    def find(self, word: str) -> Listed:
        """Return the workout that `word` names, with its faults where it has any.

        A word with a path separator or the suffix of a workout file is a path; any other is the
        name of an own workout or else of a bundled one.
        """
        return finished(self.finding(word))

    def finding(self, word: str) -> Steps[Listed]:
        """Do as `find` does, in short steps; after that `find` answers at once."""
        usual = yield from self._looking_for_exercises()
        if not _is_path(word):
            return (yield from self._named(word, usual))
        path = existing(Path(word)).absolute()
        catalogue = self._catalogue_for(path, usual)
        origin = Origin.ELSEWHERE
        if path.parent == self._own.absolute():
            files = readable_files_in(path.parent)
            name = next((name for name, file in files.items() if file == path), None)
            if name is not None:
                return (yield from self._reading(name, path, catalogue, Origin.OWN))
        elif path.parent == self._bundled.absolute():
            origin = Origin.BUNDLED
        return (yield from self._reading(str(path), path, catalogue, origin))

    def catalogue(self) -> Catalogue:
        """Return the present exercises; those of workouts that were read are not read again."""
        return self._catalogue_of(self._exercises)

    def check(self, path: Path) -> tuple[str, ...]:
        """Return the faults of the workout or exercise file at `path`, as lines for people."""
        file = existing(path)
        try:
            document = read_document(file)
            if is_exercise(document):
                check_exercise(document)
            else:
                workout_from(document, self._catalogue_for(file.absolute(), self.catalogue()))
        except FaultyFile as found:
            return found.lines
        return ()

    def notes(self, path: Path) -> tuple[str, ...]:
        """Return the keys in the file at `path` that are no longer used, as lines for people."""
        try:
            return unused_in(read_document(path))
        except FaultyFile:
            return ()

    def _catalogue_of(self, folders: Sequence[Path]) -> Catalogue:
        return Catalogue(folders, self._exercise_readings)

    def _looking_for_exercises(self) -> Steps[Catalogue]:
        """Find the present exercises; if they have changed, all workouts are read again."""
        catalogue = self.catalogue()
        stamps: dict[Path, Stamp | None] = {}
        for place, path in enumerate(catalogue.paths.values(), start=1):
            stamps[path] = stamp_of(path)
            if place % AT_ONCE == 0:
                yield
        if stamps != self._stamps:
            self._stamps = stamps
            self._readings.forget()
        return catalogue

    def _catalogue_for(self, path: Path, usual: Catalogue) -> Catalogue:
        """Return the exercises for the file at `path`, those of its own data folder first."""
        near = _exercises_near(path)
        if near is None or near in {folder.absolute() for folder in self._exercises}:
            return usual
        return self._catalogue_of((near, *self._exercises))

    def _own_files(self) -> tuple[dict[str, Path], str | None]:
        """Return the own workouts by name, and why some are not listed, None if all are."""
        try:
            files = in_order(files_in(self._own))
        except OSError as error:
            return {}, f"this folder cannot be read ({error.strerror}); mend that"
        if len(files) <= MOST_LISTED:
            return files, None
        return files, (
            f"{len(files)} workouts lie here, and the first {MOST_LISTED} are listed; "
            "move those into another folder that you do not need"
        )

    def _named(self, name: str, catalogue: Catalogue) -> Steps[Listed]:
        sought = composed(name)
        own, bundled = readable_files_in(self._own), readable_files_in(self._bundled)
        for files, origin in ((own, Origin.OWN), (bundled, Origin.BUNDLED)):
            if sought in files:
                return (yield from self._reading(sought, files[sought], catalogue, origin))
        message = "there is no workout of this name" + nearest(sought, (*own, *bundled))
        return Listed(escaped(name), None, faulty(name, message).lines)

    def _reading(
        self, name: str, path: Path, catalogue: Catalogue, origin: Origin
    ) -> Steps[Listed]:
        """Read the workout at `path`; its `name` is escaped for windows and databases."""
        match (yield from self._readings.reading(path, partial(_read, path, catalogue))):
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


def catalogue_of(data: DataFolder) -> Catalogue:
    """Return the exercises of the athlete whose files are in `data`."""
    return Catalogue((data.exercises, bundled_exercises()))


def _read(path: Path, catalogue: Catalogue) -> Steps[Workout | Lines]:
    try:
        document = yield from reading(path)
        return (yield from making_workout(document, catalogue))
    except FaultyFile as found:
        return found.lines


def _exercises_near(path: Path) -> Path | None:
    """Return the folder of exercises in the data folder that holds `path`, None if none does."""
    for folder in (path.parent.parent, path.parent):
        data = DataFolder(folder)
        if data.workouts == path.parent or (folder == path.parent and data.workouts.is_dir()):
            return data.exercises
    return None


def _is_path(word: str) -> bool:
    separators = {os.sep, os.altsep or os.sep}
    return word.lower().endswith(SUFFIXES) or not separators.isdisjoint(word)
