"""The catalogue: exercises by their id, each in a file of its own."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path

from matside.core.workout.model import Advice, Exercise
from matside.files.slices import Steps, finished
from matside.files.workouts.exercise_format import ID_PATTERN, CatalogueEntry, catalogue_entry_from
from matside.files.workouts.file_stamps import ReadCache
from matside.files.workouts.fit_numbers import FitNumbers
from matside.files.workouts.folder_listing import readable_files_in
from matside.files.yaml.characters import quoted
from matside.files.yaml.document import reading
from matside.files.yaml.faults import FaultyFile
from matside.files.yaml.nearest import nearest

MOST_COMPARED = 10_000
"""How many ids a catalogue compares with unknown ones, which takes some tenths of a second; after
that it suggests no nearest ones."""


Read = CatalogueEntry | tuple[str, ...]
"""What is in the file of an exercise, or its faults as lines."""


class Catalogue:
    """The exercises of some folders; one of an earlier folder replaces those of later ones.

    The folders are listed once. Each file is read when its exercise is first asked for, but not
    where another catalogue with the same `readings` has read it.
    """

    def __init__(self, folders: Sequence[Path], readings: ReadCache[Read] | None = None) -> None:
        self._folders = folders
        self._readings = ReadCache() if readings is None else readings
        self._found: dict[str, CatalogueEntry | str] = {}
        self._compared = 0

    def exercise(self, identity: str) -> Exercise | str:
        """Return the exercise, or a message that says what is wrong with the id."""
        return finished(self.reading(identity))

    def reading(self, identity: str) -> Steps[Exercise | str]:
        """Do as `exercise` does, in short steps."""
        if identity not in self._found:
            self._found[identity] = yield from self._look_up(identity)
        entry = self._found[identity]
        return entry.exercise if isinstance(entry, CatalogueEntry) else entry

    def has(self, identity: str) -> bool:
        """Return whether there is a file of this id, with or without faults."""
        return identity in self.paths

    def film(self, identity: str) -> str:
        """Return the name of the film that shows the exercise, by default its id."""
        entry = self._entry(identity)
        return entry.film or identity if isinstance(entry, CatalogueEntry) else identity

    def picture(self, identity: str) -> Path | None:
        """Return the file of the athlete's own picture of the exercise, None if there is none."""
        entry = self._entry(identity)
        if isinstance(entry, str) or entry.picture is None:
            return None
        return self.paths[identity].with_name(entry.picture)

    def advice(self, identity: str) -> Advice:
        """Return the catalogue's advice on the exercise: easier, harder, muscles."""
        entry = self._entry(identity)
        return entry.advice if isinstance(entry, CatalogueEntry) else Advice()

    def fit(self, identity: str) -> FitNumbers | None:
        """Return the numbers by which FIT files name the exercise, None if none are known."""
        entry = self._entry(identity)
        return entry.fit if isinstance(entry, CatalogueEntry) else None

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all exercises, in order."""
        return tuple(sorted(self.paths))

    @cached_property
    def paths(self) -> Mapping[str, Path]:
        """The files of all exercises by their id."""
        return {
            name: path
            for folder in reversed(self._folders)
            for name, path in readable_files_in(folder).items()
            if re.fullmatch(ID_PATTERN, name)
        }

    def _entry(self, identity: str) -> CatalogueEntry | str:
        self.exercise(identity)
        return self._found[identity]

    def _look_up(self, identity: str) -> Steps[CatalogueEntry | str]:
        path = self.paths.get(identity)
        if path is None:
            unknown = f"is {quoted(identity)}, but there is no such exercise"
            return unknown + self._nearest(identity)
        found = yield from self._readings.reading(path, partial(_read, path))
        if isinstance(found, CatalogueEntry):
            return found
        return f"is {quoted(identity)}, whose own file has faults ({found[0]})"

    def _nearest(self, identity: str) -> str:
        self._compared += len(self.paths)
        return nearest(identity, self.ids()) if self._compared <= MOST_COMPARED else ""


def _read(path: Path) -> Steps[Read]:
    try:
        return catalogue_entry_from((yield from reading(path)))
    except FaultyFile as faulty:
        return faulty.lines
