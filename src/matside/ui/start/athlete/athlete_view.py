"""What the start page knows of the athlete: when what was done, and how the week stands."""

from collections.abc import Mapping
from datetime import date

from matside.core.history.past import Past
from matside.core.history.weeks import Habit, habit
from matside.frozen import frozen
from matside.ui.start.rail.workout_entry import ListedFact
from matside.ui.words.start_words import fact_in_list


@frozen
class AthleteView:
    """The days on which workouts were done last, by the names that they are listed under.

    `due` is the workout that was done last of all, while the running week is due; else None.
    """

    today: date
    habit: Habit
    done: Mapping[str, date]
    due: str | None

    def days_since(self, name: str) -> int | None:
        """Return how many days ago the workout named `name` was done, None if it never was.

        A day that is still to come is today: somebody has set the clock.
        """
        done = self.done.get(name)
        return None if done is None else max(0, (self.today - done).days)

    def fact_of(self, name: str) -> ListedFact:
        """Return what the list of workouts says of the one named `name`."""
        is_due = name == self.due
        return ListedFact(fact_in_list(self.days_since(name), is_due=is_due), is_due)


class Athlete:
    """Views of the same athlete; what takes long is worked out once a day, and for each past."""

    def __init__(self) -> None:
        self._seen: tuple[Past, tuple[date, int, int]] | None = None
        self._view: AthleteView | None = None

    def view(self, past: Past, today: date, *, goal: int, first_day: int) -> AthleteView | None:
        """Return what is known by `past`, None where nothing was ever done."""
        asked = today, goal, first_day
        if self._seen is None or self._seen[0] is not past or self._seen[1] != asked:
            self._seen = past, asked
            self._view = _view_of(past, today, goal, first_day) if past.days else None
        return self._view


def _view_of(past: Past, today: date, goal: int, first_day: int) -> AthleteView:
    known = habit(past.days, today, goal, first_day)
    latest = max(past.done, key=lambda name: past.done[name], default=None)
    return AthleteView(
        today=today,
        habit=known,
        done={name: started.date() for name, started in past.done.items()},
        due=latest if known.week.is_due else None,
    )
