"""The sessions of a history, as pages ask for them and change them."""

from datetime import date
from functools import partial

from matside.core.history.totals import ExerciseDay, ExerciseDone, SessionTotals
from matside.core.history.weeks import TrainedDay
from matside.core.ports.history import SessionGone
from matside.core.session.record import SessionRecord
from matside.core.weights import Load
from matside.core.workout.steps import StepKey
from matside.files.history import edits
from matside.files.history.records import session_in
from matside.files.history.store import SqliteHistory
from matside.files.history.sums.exercises import (
    exercise_days,
    exercises_done,
    last_exercise,
)
from matside.files.history.totals import totals_between, trained_days


class SqliteArchive:
    """The `Archive` of a history; what it has deleted it can put back."""

    def __init__(self, history: SqliteHistory) -> None:
        self._history = history
        self._deleted: dict[int, edits.DeletedSession] = {}

    def days(self) -> tuple[TrainedDay, ...]:
        """Return all days on which something was done, the first one first."""
        return self._history.read(trained_days, ())

    def sessions(self, first: date, last: date) -> tuple[SessionTotals, ...]:
        """Return the sessions from the day `first` to the day `last`, the newest first."""
        return self._history.read(partial(totals_between, first=first, last=last), ())

    def session(self, session: int) -> SessionRecord | None:
        """Return `session` with its sets, None if it is not there, or cannot be read."""
        return self._history.read(partial(session_in, number=session), None)

    def exercises(self) -> tuple[ExerciseDone, ...]:
        """Return all exercises that were done, in order of their names."""
        return self._history.read(exercises_done, ())

    def last_exercise(self) -> str | None:
        """Return by what the exercise is found that was done last, None if none ever was."""
        return self._history.read(last_exercise, None)

    def exercise_days(self, move: str) -> tuple[ExerciseDay, ...]:
        """Return what was done in each session of the exercise that is found by `move`."""
        return self._history.read(partial(exercise_days, move=move), ())

    def change_reps(self, session: int, key: StepKey, reps: int | None) -> None:
        """Change the reps that were done in a set."""
        edits.change_reps(self._history, session, key, reps)

    def change_load(self, session: int, key: StepKey, load: Load | None) -> None:
        """Change what each piece weighed that was held in a set."""
        edits.change_weight(self._history, session, key, load)

    def change_note(self, session: int, note: str) -> None:
        """Change the note on `session`; "" takes it away."""
        edits.change_note(self._history, session, note)

    def change_effort(self, session: int, effort: int | None) -> None:
        """Change how hard `session` was, from 1 to 5."""
        edits.change_effort(self._history, session, effort)

    def delete(self, session: int) -> None:
        """Delete `session` with all that is kept of it."""
        self._deleted[session] = edits.delete_session(self._history, session)

    def put_back(self, session: int) -> None:
        """Put `session` back, which was deleted through this archive."""
        if session not in self._deleted:
            raise SessionGone(f"session {session} was not deleted here")
        edits.put_back(self._history, self._deleted[session])
        del self._deleted[session]
