"""What has been read of the exercises that were done, beside the window's thread."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from matside.core.history.archive import Archive
from matside.core.history.totals import ExerciseDay, ExerciseDone
from matside.core.ports.devices import Ask
from matside.frozen import frozen


@frozen
class Progress:
    """All exercises that were done, and what was done of the one that is found by `move`."""

    exercises: Sequence[ExerciseDone] = ()
    move: str | None = None
    days: Sequence[ExerciseDay] = ()


class ProgressModel(QObject):
    """Reads what was done of one exercise; `changed` is emitted when `progress` is another.

    Of what is asked for while something is being read only the last is read. Where the history
    cannot be read, what was read before stays; `progress` is None before anything was.
    """

    changed = Signal()

    def __init__(self, archive: Archive, ask: Ask) -> None:
        super().__init__()
        self._archive = archive
        self._ask = ask
        self._move: str | None = None
        self._is_reading = False
        self._is_old = False
        self.progress: Progress | None = None

    def look(self) -> None:
        """Read everything anew; the first time, of the exercise that was done last."""
        self._is_old = True
        self._read_on()

    def choose(self, move: str) -> None:
        """Read what was done of the exercise that is found by `move`."""
        self._move = move
        self._read_on()

    def _read_on(self) -> None:
        """Read what is asked for and not there yet, once nothing else is being read."""
        shown = self.progress
        is_there = shown is not None and shown.move == self._move and not self._is_old
        if self._is_reading or is_there:
            return
        self._is_reading = True
        known = None if shown is None or self._is_old else shown.exercises
        self._is_old = False
        self._ask(partial(self._read, self._move, known), partial(self._hear, self._move))

    def _read(self, move: str | None, known: Sequence[ExerciseDone] | None) -> Progress:
        """Return what was done of the exercise; one that is gone gives way to the last one."""
        exercises = self._archive.exercises() if known is None else known
        if move not in [each.move for each in exercises]:
            move = self._archive.last_exercise()
        days = () if move is None else self._archive.exercise_days(move)
        return Progress(exercises, move, days)

    def _hear(self, asked: str | None, found: Progress | Exception) -> None:
        self._is_reading = False
        if isinstance(found, Exception):
            self._give_up()
            return
        if self._move == asked:
            self._move = found.move
        self.progress = found
        self.changed.emit()
        self._read_on()

    def _give_up(self) -> None:
        """Show anew what was read before, for another exercise has been chosen meanwhile."""
        if self.progress is not None:
            self.progress = replace(self.progress)
            self._move = self.progress.move
        self.changed.emit()
