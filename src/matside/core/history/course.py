"""How a session lay in time: when each set began and ended, and when it stood still."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from matside.core.session.record import Pause, SessionRecord, SetRecord
from matside.frozen import frozen

_NOTHING = timedelta()


@frozen
class TimedSet:
    """A set with the hours between which it was done.

    `began` is None where that is not known; where `is_estimated`, `ended` is not known either.
    """

    record: SetRecord
    began: datetime | None
    ended: datetime
    is_estimated: bool = False


@frozen
class Stop:
    """A time in which a session stood still."""

    began: datetime
    ended: datetime

    @property
    def length(self) -> timedelta:
        """How long that was; hours may have been changed by hand."""
        return max(_NOTHING, self.ended - self.began)


@frozen
class Course:
    """A session in time: its sets in order, the `stops` that are known, and its two totals.

    `is_estimated` says that the end of the session, or of one of its sets, is not known.
    """

    began: datetime
    ended: datetime
    running: timedelta
    paused: timedelta
    sets: tuple[TimedSet, ...]
    stops: tuple[Stop, ...]
    is_estimated: bool


def course_of(session: SessionRecord) -> Course:
    """Return how `session` lay in time.

    Sets whose ends nobody kept are spread evenly over the time that is left for them.
    """
    stops = tuple(_stops(session.pauses or ()))
    paused = sum((stop.length for stop in stops), _NOTHING)
    known = [record.ended for record in session.sets if record.ended is not None]
    running = _running(session, max(known, default=None), paused)
    ends = (stop.ended for stop in stops)
    end = max((session.started + running + paused, *known, *ends))
    sets = tuple(_timed(session, stops, end))
    return Course(
        began=session.started,
        ended=end,
        running=running,
        paused=paused,
        sets=sets,
        stops=stops,
        is_estimated=session.seconds is None or any(each.is_estimated for each in sets),
    )


def _stops(pauses: Iterable[Pause]) -> Iterator[Stop]:
    """Yield those of `pauses` that have ended."""
    return (Stop(pause.began, pause.ended) for pause in pauses if pause.ended is not None)


def _running(session: SessionRecord, last: datetime | None, paused: timedelta) -> timedelta:
    """Return how long `session` was running; if nobody knows, until the `last` set ended."""
    if session.seconds is not None:
        return timedelta(seconds=session.seconds)
    if last is not None:
        return max(_NOTHING, last - session.started - paused)
    return _worked(session.sets)


def _worked(records: Sequence[SetRecord]) -> timedelta:
    return timedelta(seconds=sum(record.seconds or 0 for record in records))


def _timed(session: SessionRecord, stops: Sequence[Stop], end: datetime) -> Iterator[TimedSet]:
    """Yield the sets of `session` with their hours, runs without any between those with."""
    after = session.started
    unknown: list[SetRecord] = []
    for record in session.sets:
        if record.ended is None:
            unknown.append(record)
            continue
        began = _began(record, record.ended, after, stops)
        yield from _spread(unknown, after, began or record.ended)
        unknown = []
        yield TimedSet(record, began, record.ended)
        after = record.ended
    yield from _spread(unknown, after, end)


def _began(
    record: SetRecord, ended: datetime, after: datetime, stops: Sequence[Stop]
) -> datetime | None:
    """Return when the set began that `ended`: as long before as it ran, without its pauses."""
    if record.seconds is None:
        return None
    left = timedelta(seconds=record.seconds)
    began = ended
    for stop in reversed(stops):
        if stop.ended > began:
            continue
        if began - stop.ended >= left:
            break
        left -= began - stop.ended
        began = stop.began
    return min(ended, max(after, began - left))


def _spread(records: Sequence[SetRecord], after: datetime, before: datetime) -> Iterator[TimedSet]:
    """Yield `records` between two hours, with equal gaps before each; the last ends at the end."""
    spare = max(_NOTHING, before - after - _worked(records))
    for record in records:
        after += spare / len(records) + timedelta(seconds=record.seconds or 0)
        yield TimedSet(record, None, min(after, before), is_estimated=True)
