"""What was done before a session, what it comes to beside that, and what is worth saying of it."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import datetime
from enum import Enum

from matside.core.history.ending import Ending
from matside.core.history.totals import SessionTotals, done_of
from matside.core.history.weeks import LEAST_ROW, Habit, TrainedDay, habit
from matside.core.session.record import SetRecord
from matside.frozen import frozen

_SAME_HELD, _SAME_MOVED = 5, 500
"""The grams that count as none, of a set and of a session: kilograms and pounds meet nowhere."""


@frozen
class Past:
    """All sessions that are over, as far as later ones are compared with them.

    `days` are in order. By the name that a workout is listed under `done` has when it was done
    last, and `last` its last session that went to its end: more than one that was stopped is
    nothing to be praised. `heaviest` has the most grams that were ever held, by the id of the
    exercise, or its name without one.
    """

    days: tuple[TrainedDay, ...] = ()
    done: Mapping[str, datetime] = field(default_factory=dict)
    last: Mapping[str, SessionTotals] = field(default_factory=dict)
    heaviest: Mapping[str, int] = field(default_factory=dict)


@frozen
class TopSet:
    """The set of a session with which something is to be said of weights.

    `before` are the most grams held in that exercise until then, None where it was never held.
    """

    record: SetRecord
    before: int | None

    @property
    def gain(self) -> int | None:
        """How many grams more were held than ever before, None where it was never held."""
        return None if self.before is None else (self.record.held or 0) - self.before


@frozen
class Comparison:
    """A session beside the `past`: the `last` one of its workout, its week, its top set.

    `is_first` says that no session was before it, `is_new` that none of its workout was.
    """

    session: SessionTotals
    last: SessionTotals | None
    habit: Habit
    top: TopSet | None
    is_first: bool
    is_new: bool


def compare(
    session: SessionTotals, sets: Iterable[SetRecord], past: Past, *, goal: int, first_day: int
) -> Comparison:
    """Return what `session`, of which the `sets` were left, comes to beside the `past`.

    The week begins on `first_day`, 0 for Monday, and counts with `goal` sessions.
    """
    day = session.started.date()
    days = _with(session, past.days)
    return Comparison(
        session=session,
        last=past.last.get(session.workout),
        habit=habit(days, day, goal, first_day),
        top=_top_set(sets, past.heaviest),
        is_first=not past.days,
        is_new=session.workout not in past.done,
    )


def _with(session: SessionTotals, days: tuple[TrainedDay, ...]) -> tuple[TrainedDay, ...]:
    """Return `days` with that of `session`, which counts if anything was done in it."""
    if not session.done:
        return days
    return (*days, TrainedDay(session.started.date(), 1, session.seconds or 0))


def _top_set(sets: Iterable[SetRecord], heaviest: Mapping[str, int]) -> TopSet | None:
    """Return the set with the greatest gain; where there is none, the one with most weight."""
    found = [
        TopSet(record, heaviest.get(record.exercise or record.name))
        for record in done_of(sets)
        if record.held
    ]
    return max(found, key=lambda top: (max(0, top.gain or 0), top.record.held or 0), default=None)


class Feat(Enum):
    """What a session is praised for, the most worth saying first."""

    HEAVIEST = "more was held than ever before"
    MORE_MOVED = "more was moved than the last time"
    MORE_SETS = "more sets were done than the last time"
    FIRST = "it was the first session of all"
    NOTHING_SKIPPED = "all that was planned was done"
    WEEKS_IN_A_ROW = "week follows week"
    DONE = "it is done"


@frozen
class Praise:
    """What a session is praised for.

    `number` are grams more than the last time, sets more, or weeks in a row; `record` is the set
    in which more was held than ever before.
    """

    feat: Feat
    number: int = 0
    record: SetRecord | None = None


def praise(comparison: Comparison, ending: Ending, *, has_all: bool) -> Praise | None:
    """Return what is most worth saying; None where nothing is, as of a session that was stopped.

    `has_all` says that every set of the plan was done. What is not known of the last time, such
    as what it moved, is not outdone.
    """
    if ending is Ending.STOPPED or not comparison.session.done:
        return None
    outdone = _outdone(comparison)
    if outdone is not None:
        return outdone
    if comparison.is_first:
        return Praise(Feat.FIRST)
    if ending is not Ending.DONE:
        return None
    if has_all:
        return Praise(Feat.NOTHING_SKIPPED)
    if comparison.habit.streak.now >= LEAST_ROW:
        return Praise(Feat.WEEKS_IN_A_ROW, comparison.habit.streak.now)
    return Praise(Feat.DONE)


def _outdone(comparison: Comparison) -> Praise | None:
    """Return what was more than ever, or than the last time; None where nothing was."""
    top, session, last = comparison.top, comparison.session, comparison.last
    if top is not None and (top.gain or 0) > _SAME_HELD:
        return Praise(Feat.HEAVIEST, record=top.record)
    if last is None:
        return None
    if session.grams and last.grams:
        more = session.grams - last.grams
        return Praise(Feat.MORE_MOVED, more) if more > _SAME_MOVED else None
    if not session.grams and not last.grams and session.done > last.done:
        return Praise(Feat.MORE_SETS, session.done - last.done)
    return None
