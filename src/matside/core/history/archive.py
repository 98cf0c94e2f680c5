"""What pages ask of the sessions that were done, and what they change of them."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from matside.core.history.totals import ExerciseDay, ExerciseDone, SessionTotals
from matside.core.history.weeks import TrainedDay
from matside.core.session.record import SessionRecord
from matside.core.weights import Load
from matside.core.workout.steps import StepKey


class Archive(Protocol):
    """The sessions that history keeps: in sums, one by one, and as they are corrected later.

    Each method waits for the disk, and raises HistoryError where it fails. Those that change
    something do so in one transaction, and raise SessionGone where it is not there.
    """

    def days(self) -> Sequence[TrainedDay]:
        """Return all days on which something was done, the first one first."""

    def sessions(self, first: date, last: date) -> Sequence[SessionTotals]:
        """Return the sessions from the day `first` to the day `last`, the newest first."""

    def session(self, session: int) -> SessionRecord | None:
        """Return `session` with its sets, None if it is not there, or cannot be read."""

    def exercises(self) -> Sequence[ExerciseDone]:
        """Return all exercises that were done, in order of their names."""

    def last_exercise(self) -> str | None:
        """Return by what the exercise is found that was done last, None if none ever was."""

    def exercise_days(self, move: str) -> Sequence[ExerciseDay]:
        """Return what was done in each session of the exercise that is found by `move`.

        The first one is first.
        """

    def change_reps(self, session: int, key: StepKey, reps: int | None) -> None:
        """Change the reps that were done in a set."""

    def change_load(self, session: int, key: StepKey, load: Load | None) -> None:
        """Change what each piece weighed that was held in a set."""

    def change_note(self, session: int, note: str) -> None:
        """Change the note on `session`; "" takes it away."""

    def change_effort(self, session: int, effort: int | None) -> None:
        """Change how hard `session` was, from 1 to 5."""

    def delete(self, session: int) -> None:
        """Delete `session` with all that is kept of it."""

    def put_back(self, session: int) -> None:
        """Put `session` back, which was deleted through this archive."""
