"""The weeks of an athlete: which were trained, how many in a row, and whether one is due.

A week begins on `first_day`, 0 for Monday to 6 for Sunday; it counts where at least `goal`
sessions were done in it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from matside.frozen import frozen

CHAINED = 7
"""How many weeks a chain of weeks has at most, the running one among them."""

LEAST_ROW = 2
"""The minimum number of weeks that are called a row."""

_WEEK = timedelta(days=7)


@frozen
class TrainedDay:
    """A day on which something was done: how many sessions, and how long they ran, in seconds."""

    day: date
    sessions: int
    seconds: int


@frozen
class WeekLength:
    """A week by its first day, with its sessions and the seconds that they ran."""

    begins: date
    sessions: int
    seconds: int


@frozen
class Streak:
    """How many weeks in a row counted: up to `now`, and at `best`."""

    now: int
    best: int


@frozen
class ThisWeek:
    """The running week: how many sessions were done of how many."""

    done: int
    goal: int

    @property
    def is_due(self) -> bool:
        """Whether there is still something to do."""
        return self.done < self.goal


@frozen
class Habit:
    """The running week, the weeks in a row, and which of the last weeks counted.

    `chain` begins with the first week in which anything was done, and ends with the running one.
    """

    week: ThisWeek
    streak: Streak
    chain: tuple[bool, ...]


def week_of(day: date, first_day: int) -> date:
    """Return the first day of the week of `day`."""
    return day - timedelta(days=(day.weekday() - first_day) % 7)


def this_week(days: Iterable[TrainedDay], today: date, goal: int, first_day: int) -> ThisWeek:
    """Return what was done in the week of `today`."""
    begins = week_of(today, first_day)
    done = sum(each.sessions for each in days if begins <= each.day < begins + _WEEK)
    return ThisWeek(done, goal)


def streak(days: Iterable[TrainedDay], today: date, goal: int, first_day: int) -> Streak:
    """Return the weeks in a row until now and at best.

    The week of `today` counts where it is done already, and never breaks what came before it.
    """
    counts: Counter[int] = Counter()
    for each in days:
        counts[_number_of_week(each.day, first_day)] += each.sessions
    counted = {week for week, sessions in counts.items() if sessions >= goal}
    lasts = (week for week in counted if week + 1 not in counted)
    best = max((_run_to(week, counted) for week in lasts), default=0)
    running = _number_of_week(today, first_day)
    last = running if running in counted else running - 1
    return Streak(_run_to(last, counted), best)


def habit(days: Sequence[TrainedDay], today: date, goal: int, first_day: int) -> Habit:
    """Return how regularly was trained until `today`; of the `days` the first comes first."""
    running = week_of(today, first_day)
    first = running - (CHAINED - 1) * _WEEK
    if days:
        first = max(first, min(running, week_of(days[0].day, first_day)))
    recent = [each for each in days if each.day >= first]
    weeks = weeks_between(recent, first if days else running, running, first_day)
    return Habit(
        week=this_week(recent, today, goal, first_day),
        streak=streak(days, today, goal, first_day),
        chain=tuple(week.sessions >= goal for week in weeks),
    )


def weeks_between(
    days: Iterable[TrainedDay], first: date, last: date, first_day: int
) -> tuple[WeekLength, ...]:
    """Return every week from that of `first` to that of `last`, also those of nothing."""
    sessions: Counter[date] = Counter()
    seconds: Counter[date] = Counter()
    begins, end = week_of(first, first_day), week_of(last, first_day)
    for each in days:
        if begins <= each.day < end + _WEEK:
            week = week_of(each.day, first_day)
            sessions[week] += each.sessions
            seconds[week] += each.seconds
    weeks = (begins + place * _WEEK for place in range((end - begins).days // 7 + 1))
    return tuple(WeekLength(week, sessions[week], seconds[week]) for week in weeks)


def _number_of_week(day: date, first_day: int) -> int:
    """Return a number of the week of `day`: thousands of days are counted faster than by dates."""
    return (day.toordinal() - 1 - first_day) // 7


def _run_to(last: int, counted: set[int]) -> int:
    """Return how many weeks in a row were `counted`, of which `last` is the last one."""
    number = 0
    while last in counted:
        number += 1
        last -= 1
    return number
