"""The catalogue: exercises by their id, each in a file of its own."""

import re
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from matside.core.workout.model import Advice, Exercise
from matside.files.slices import Steps, finished
from matside.files.workouts.exercise_format import ID_PATTERN, CatalogueEntry, catalogue_entry_from
from matside.files.workouts.folder_listing import readable_files_in
from matside.files.yaml.characters import quoted
from matside.files.yaml.faults import FaultyFile
from matside.files.yaml.nearest import nearest
from matside.files.yaml.tree import reading

MOST_COMPARED = 10_000
"""How many ids a catalogue compares with unknown ones, which takes some tenths of a second; after
that it suggests no nearest ones."""


class Catalogue:
    """The exercises of some folders; one of an earlier folder replaces those of later ones.

    The folders are listed once. Each file is read when its exercise is first asked for.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
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
        """Return the catalogue's advice on the exercise: tempo, easier, harder, muscles."""
        entry = self._entry(identity)
        return entry.advice if isinstance(entry, CatalogueEntry) else Advice()

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
        try:
            return catalogue_entry_from((yield from reading(path)))
        except FaultyFile as faulty:
            return f"is {quoted(identity)}, whose own file has faults ({faulty.lines[0]})"

    def _nearest(self, identity: str) -> str:
        self._compared += len(self.paths)
        return nearest(identity, self.ids()) if self._compared <= MOST_COMPARED else ""
