"""An archive of sessions that lies in memory."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from matside.core.history.totals import ExerciseDay, ExerciseDone, SessionTotals, totals_of
from matside.core.history.weeks import TrainedDay
from matside.core.ports.history import HistoryError
from matside.core.session.record import SessionRecord
from matside.core.weights import Load
from matside.core.workout.steps import StepKey
from tests.support.exercises_done import exercise_day, exercise_names, exercises_in


class FakeArchive:
    """Keeps whole sessions; while `fault` is set, everything fails with it."""

    def __init__(self, sessions: Sequence[SessionRecord] = ()) -> None:
        self.kept = {each.id: each for each in sessions}
        self.deleted: dict[int, SessionRecord] = {}
        self.fault: str | None = None

    def days(self) -> tuple[TrainedDay, ...]:
        """Return the days of the sessions that are kept."""
        self._refuse()
        days: dict[date, list[int]] = {}
        for each in self.kept.values():
            days.setdefault(each.started.date(), []).append(each.seconds or 0)
        return tuple(TrainedDay(day, len(ran), sum(ran)) for day, ran in sorted(days.items()))

    def sessions(self, first: date, last: date) -> tuple[SessionTotals, ...]:
        """Return those between two days, the newest first."""
        self._refuse()
        found = [each for each in self.kept.values() if first <= each.started.date() <= last]
        found.sort(key=lambda each: each.started, reverse=True)
        return tuple(map(totals_of, found))

    def session(self, session: int) -> SessionRecord | None:
        """Return a session that is kept."""
        self._refuse()
        return self.kept.get(session)

    def exercises(self) -> list[ExerciseDone]:
        """Return the exercises of the sessions that are kept."""
        self._refuse()
        return exercise_names(self.kept.values())

    def last_exercise(self) -> str | None:
        """Return the first exercise of the newest session."""
        self._refuse()
        newest = max(self.kept.values(), key=lambda each: each.started, default=None)
        return None if newest is None else newest.sets[0].exercise or newest.sets[0].name

    def exercise_days(self, move: str) -> list[ExerciseDay]:
        """Return what was done of an exercise in each session."""
        self._refuse()
        return [exercise_day(*each) for each in exercises_in(self.kept.values()).get(move, [])]

    def change_reps(self, session: int, key: StepKey, reps: int | None) -> None:
        """Change the reps of a set."""
        self._refuse()
        sets = self.kept[session].sets
        changed = (replace(each, reps=reps) if each.key == key else each for each in sets)
        self.kept[session] = replace(self.kept[session], sets=tuple(changed))

    def change_load(self, session: int, key: StepKey, load: Load | None) -> None:
        """Change the load of a set."""
        self._refuse()
        sets = self.kept[session].sets
        changed = (replace(each, load=load) if each.key == key else each for each in sets)
        self.kept[session] = replace(self.kept[session], sets=tuple(changed))

    def change_note(self, session: int, note: str) -> None:
        """Change the note."""
        self._refuse()
        self.kept[session] = replace(self.kept[session], note=note or None)

    def change_effort(self, session: int, effort: int | None) -> None:
        """Change the effort."""
        self._refuse()
        self.kept[session] = replace(self.kept[session], effort=effort)

    def delete(self, session: int) -> None:
        """Delete a session."""
        self._refuse()
        self.deleted[session] = self.kept.pop(session)

    def put_back(self, session: int) -> None:
        """Put it back."""
        self._refuse()
        self.kept[session] = self.deleted.pop(session)

    def _refuse(self) -> None:
        if self.fault is not None:
            raise HistoryError(self.fault)
