"""The catalogue: exercises by their id, each in a file of its own."""

import re
from collections.abc import Sequence
from pathlib import Path

from matside.core.workout import Advice, Exercise
from matside.figure.figure import Figure
from matside.files.characters import quoted
from matside.files.checker import nearest
from matside.files.exercise_format import ID_PATTERN, Entry, entry_from, figure_of
from matside.files.faults import FaultyFile
from matside.files.marked import read_document


def names_in(folder: Path) -> tuple[str, ...]:
    """Return the stems of the `.yaml` files in `folder`, in order; none where it is missing."""
    try:
        paths = list(folder.iterdir())
    except OSError:
        return ()
    stems = (path.stem for path in paths if path.suffix == ".yaml" and path.name[0] != ".")
    return tuple(sorted(stems, key=lambda stem: (stem.casefold(), stem)))


class Catalogue:
    """The exercises of some folders; one of an earlier folder replaces those of later ones.

    Each file is read when its exercise is first asked for, and again for its figure.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = folders
        self._found: dict[str, Entry | str] = {}
        self._figures: dict[str, Figure | None] = {}

    def exercise(self, identity: str) -> Exercise | str:
        """Return the exercise, or what is wrong with the id where there is none to be had."""
        entry = self._entry(identity)
        return entry.exercise if isinstance(entry, Entry) else entry

    def figure(self, identity: str) -> Figure | None:
        """Return the figure of the exercise, None where there is none, or it has faults."""
        if identity not in self._figures:
            self._figures[identity] = self._look_up_figure(identity)
        return self._figures[identity]

    def advice(self, identity: str) -> Advice:
        """Return what the catalogue says of the exercise beside its cues."""
        entry = self._entry(identity)
        return entry.advice if isinstance(entry, Entry) else Advice()

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all exercises, in order."""
        return tuple(sorted({name for folder in self._folders for name in names_in(folder)}))

    def _entry(self, identity: str) -> Entry | str:
        if identity not in self._found:
            self._found[identity] = self._look_up(identity)
        return self._found[identity]

    def _look_up(self, identity: str) -> Entry | str:
        path = self._path_of(identity)
        if path is None:
            unknown = f"is {quoted(identity)}, but there is no such exercise"
            return unknown + nearest(identity, self.ids())
        try:
            return entry_from(read_document(path))
        except FaultyFile as faulty:
            return f"is {quoted(identity)}, whose own file has faults ({faulty.lines[0]})"

    def _look_up_figure(self, identity: str) -> Figure | None:
        path = self._path_of(identity)
        try:
            return None if path is None else figure_of(read_document(path))
        except FaultyFile:
            return None

    def _path_of(self, identity: str) -> Path | None:
        if not re.fullmatch(ID_PATTERN, identity):
            return None
        folders = (folder for folder in self._folders if identity in names_in(folder))
        folder = next(folders, None)
        return None if folder is None else folder / f"{identity}.yaml"
