"""The weeks that a page shows at once: a year of them, with the days on which one trained."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from matside.core.durations import MINUTE, SECOND
from matside.core.history.weeks import (
    Streak,
    TrainedDay,
    WeekLength,
    streak,
    this_week,
    week_of,
    weeks_between,
)
from matside.frozen import frozen

WEEKS = 53
"""The weeks of a year, of which the first and the last may be parts."""

DARKEST, BRIGHTEST = 1, 4
"""How bright a day is on which one trained, at least and at most."""

_WEEK = timedelta(days=7)
_BRIGHTER_FROM = tuple(minutes * MINUTE // SECOND for minutes in (10, 20, 30))


@frozen
class Year:
    """The weeks of a year, the last of which has `today` where it is the newest year.

    `days` has the seconds of each day in it on which something was done. `in_a_row` are the
    first days of the weeks that are in a row until now. `is_oldest` says that nothing was done
    before it.
    """

    today: date
    weeks: tuple[WeekLength, ...]
    days: Mapping[date, int]
    streak: Streak
    in_a_row: frozenset[date]
    is_oldest: bool

    @property
    def first(self) -> date:
        """The first day of the first week."""
        return self.weeks[0].begins

    @property
    def last(self) -> date:
        """The last day of the last week."""
        return self.weeks[-1].begins + _WEEK - timedelta(days=1)

    @property
    def sessions(self) -> int:
        """How many sessions there were."""
        return sum(week.sessions for week in self.weeks)

    @property
    def seconds(self) -> int:
        """How long they ran."""
        return sum(week.seconds for week in self.weeks)

    def place_of(self, day: date) -> int | None:
        """Return the place of the week of `day`, None if it is not among them."""
        place = (day - self.first).days // 7
        return place if 0 <= place < len(self.weeks) else None


def year_of(
    days: Sequence[TrainedDay], today: date, goal: int, first_day: int, back: int = 0
) -> Year:
    """Return the year with the week of `today`, or the one `back` years before it.

    `days` are in order; weeks begin on `first_day` and count with `goal` sessions, as in `weeks`.
    """
    now = week_of(today, first_day)
    last = now - back * WEEKS * _WEEK
    first = last - (WEEKS - 1) * _WEEK
    found = streak(days, today, goal, first_day)
    is_done = not this_week(days, today, goal, first_day).is_due
    ends = now if is_done else now - _WEEK
    return Year(
        today=today,
        weeks=weeks_between(days, first, last, first_day),
        days={each.day: each.seconds for each in days if first <= each.day < last + _WEEK},
        streak=found,
        in_a_row=frozenset(ends - place * _WEEK for place in range(found.now)),
        is_oldest=not days or days[0].day >= first,
    )


def brightness(seconds: int) -> int:
    """Return how bright a day is on which one trained for `seconds`."""
    return DARKEST + sum(seconds >= least for least in _BRIGHTER_FROM)
