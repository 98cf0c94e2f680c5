"""The messages of a session in a FIT file: a strength activity.

The numbers of messages, fields and values are those of the profile of FIT.
"""

import re
import zlib
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta

from matside import __version__
from matside.core.durations import SECOND
from matside.core.history.course import Course, TimedSet, course_of
from matside.core.session.record import SessionRecord, SetOutcome
from matside.files.fit.encoding import Field, Kind, Message
from matside.files.workouts.fit_numbers import FitNumbers
from matside.frozen import frozen

Naming = Callable[[str], FitNumbers | None]
"""Gives the numbers of an exercise by its id, None if it has none."""

_EPOCH = 631_065_600
"""The Unix time at which the hours of FIT begin."""

_UNKNOWN_CATEGORY = 65_534
_TRAINING, _STRENGTH = 10, 20
_DEVELOPMENT, _PRODUCT = 255, 1
_SIXTEENTHS = 16
_KILOGRAM = 1
_TIMER, _START, _STOP_ALL = 0, 0, 4
_REST, _ACTIVE = 0, 1

_TIMESTAMP = 253
_INDEX = 254


def activity_of(session: SessionRecord, naming: Naming) -> Iterator[Message]:
    """Yield the messages of `session`, in the order in which they stand in a file.

    Sets that were skipped are left out. Where the hours of sets are not known, each has an
    estimated end and no beginning, and no rests are told.
    """
    course = course_of(session)
    titles = _Titles(session, naming)
    yield from _about(session, course)
    yield from titles.messages()
    yield from _in_time(course, titles)
    yield from _summary(session, course)


def _about(session: SessionRecord, course: Course) -> Iterator[Message]:
    # The same at every export of the session, and never 0.
    serial = zlib.crc32(f"{session.started.isoformat()} {session.title}".encode()) or 1
    began = _hour(0, course.began)
    yield Message(
        0,
        (
            Field(0, Kind.ENUM, 4),
            Field(1, Kind.UINT16, _DEVELOPMENT),
            Field(2, Kind.UINT16, _PRODUCT),
            Field(3, Kind.UINT32Z, serial),
            Field(4, Kind.UINT32, began.value),
            Field(8, Kind.TEXT, "Matside"),
        ),
    )
    version = Field(0, Kind.UINT16, _version())
    yield Message(49, (version,))
    yield Message(
        23,
        (
            _hour(_TIMESTAMP, course.began),
            Field(0, Kind.UINT8, 0),
            Field(2, Kind.UINT16, _DEVELOPMENT),
            Field(3, Kind.UINT32Z, serial),
            Field(4, Kind.UINT16, _PRODUCT),
            Field(5, Kind.UINT16, _version()),
        ),
    )
    sport = (Field(0, Kind.ENUM, _TRAINING), Field(1, Kind.ENUM, _STRENGTH))
    yield Message(12, (*sport, Field(3, Kind.TEXT, session.title)))


class _Titles:
    """The exercises of a session, each with its pair of numbers and its names.

    One without numbers of its own gets a free one in the category of those that are not known.
    """

    def __init__(self, session: SessionRecord, naming: Naming) -> None:
        self._pairs: dict[tuple[str | None, str], FitNumbers] = {}
        self._names: dict[FitNumbers, list[str]] = {}
        for record in session.sets:
            move = record.exercise, record.name
            if record.outcome is SetOutcome.DONE and move not in self._pairs:
                found = None if record.exercise is None else naming(record.exercise)
                pair = found or FitNumbers(_UNKNOWN_CATEGORY, len(self._pairs))
                self._pairs[move] = pair
                self._names.setdefault(pair, []).append(record.name)

    def pair_of(self, each: TimedSet) -> FitNumbers:
        """Return the numbers of the exercise of a set."""
        return self._pairs[each.record.exercise, each.record.name]

    def messages(self) -> Iterator[Message]:
        """Yield a title for each pair."""
        for place, (pair, names) in enumerate(self._names.items()):
            yield Message(
                264,
                (
                    Field(_INDEX, Kind.UINT16, place),
                    Field(0, Kind.UINT16, pair.category),
                    Field(1, Kind.UINT16, pair.name),
                    Field(2, Kind.TEXT, " / ".join(names)),
                ),
            )


@frozen
class _Bout:
    """What a `set` message tells: a set, or the rest before one, which has none."""

    began: datetime | None
    ended: datetime
    seconds: float | None
    done: TimedSet | None = None


def _in_time(course: Course, titles: _Titles) -> Iterator[Message]:
    """Yield the timer's starts and stops, the sets and the rests, by their hours."""
    found: list[tuple[datetime, Message]] = [(course.began, _timer(course.began, _START))]
    for stop in course.stops:
        found.append((stop.began, _timer(stop.began, _STOP_ALL)))
        found.append((stop.ended, _timer(stop.ended, _START)))
    for place, bout in enumerate(_bouts(course)):
        found.append((bout.ended, Message(20, (_hour(_TIMESTAMP, bout.ended),))))
        found.append((bout.ended, _set(place, bout, titles)))
    found.sort(key=lambda entry: entry[0])
    yield Message(20, (_hour(_TIMESTAMP, course.began),))
    yield from (message for _, message in found)
    yield Message(20, (_hour(_TIMESTAMP, course.ended),))
    yield _timer(course.ended, _STOP_ALL)


def _bouts(course: Course) -> Iterator[_Bout]:
    """Yield each set that was done, and before it its rest, if both ends of that are known."""
    before: TimedSet | None = None
    for each in course.sets:
        if before is not None and each.began is not None and not before.is_estimated:
            seconds = _run_between(course, before.ended, each.began)
            if seconds >= 1:
                yield _Bout(before.ended, each.began, seconds)
        if each.record.outcome is SetOutcome.DONE:
            yield _Bout(each.began, each.ended, each.record.seconds, each)
        before = each


def _run_between(course: Course, one: datetime, other: datetime) -> float:
    """Return the seconds between two hours at which the session did not stand still."""
    nothing = timedelta()
    stood = (max(nothing, min(stop.ended, other) - max(stop.began, one)) for stop in course.stops)
    return (other - one - sum(stood, nothing)).total_seconds()


def _set(place: int, bout: _Bout, titles: _Titles) -> Message:
    fields = [_hour(_INDEX, bout.ended)]
    if bout.seconds is not None:
        fields.append(Field(0, Kind.UINT32, _ms(bout.seconds)))
    fields.append(Field(5, Kind.UINT8, _REST if bout.done is None else _ACTIVE))
    if bout.began is not None:
        fields.append(_hour(6, bout.began))
    if bout.done is not None:
        fields += _work(bout.done, titles.pair_of(bout.done))
    return Message(225, (*fields, Field(10, Kind.UINT16, place)))


def _work(each: TimedSet, pair: FitNumbers) -> Iterator[Field]:
    """Yield what was done in a set: FIT is told the weight of all that is held together."""
    record = each.record
    if record.reps is not None:
        yield Field(3, Kind.UINT16, min(record.reps, Kind.UINT16.most))
    if record.held is not None:
        sixteenths = round(record.held * _SIXTEENTHS / 1000)
        yield Field(4, Kind.UINT16, min(sixteenths, Kind.UINT16.most))
        yield Field(9, Kind.UINT16, _KILOGRAM)
    yield Field(7, Kind.UINT16, pair.category)
    yield Field(8, Kind.UINT16, pair.name)


def _summary(session: SessionRecord, course: Course) -> Iterator[Message]:
    ended, began = _hour(_TIMESTAMP, course.ended), _hour(2, course.began)
    timer = _ms(course.running.total_seconds())
    totals = (
        Field(7, Kind.UINT32, min(timer + _ms(course.paused.total_seconds()), Kind.UINT32.most)),
        Field(8, Kind.UINT32, timer),
    )
    first, stop = Field(_INDEX, Kind.UINT16, 0), Field(1, Kind.ENUM, 1)
    sports = Field(25, Kind.ENUM, _TRAINING), Field(39, Kind.ENUM, _STRENGTH)
    lap = Field(0, Kind.ENUM, 9), stop, began, *totals, Field(24, Kind.ENUM, 7), *sports
    yield Message(19, (ended, first, *lap))
    sports = Field(5, Kind.ENUM, _TRAINING), Field(6, Kind.ENUM, _STRENGTH)
    laps = Field(25, Kind.UINT16, 0), Field(26, Kind.UINT16, 1), Field(28, Kind.ENUM, 0)
    title = Field(110, Kind.TEXT, session.title)
    about = Field(0, Kind.ENUM, 8), stop, began, *sports, *totals, *laps, title
    yield Message(18, (ended, first, *about))
    activity = Field(0, Kind.UINT32, timer), Field(1, Kind.UINT16, 1), Field(2, Kind.ENUM, 0)
    closing = Field(3, Kind.ENUM, 26), Field(4, Kind.ENUM, 1), _wall_clock(course.ended)
    yield Message(34, (ended, *activity, *closing))


def _timer(hour: datetime, event: int) -> Message:
    fields = Field(0, Kind.ENUM, _TIMER), Field(1, Kind.ENUM, event)
    return Message(21, (_hour(_TIMESTAMP, hour), *fields))


def _hour(field: int, hour: datetime) -> Field:
    return Field(field, Kind.UINT32, _seconds_of(hour))


def _wall_clock(hour: datetime) -> Field:
    """Return what the clock on the wall showed: without it some services shift the day."""
    offset = hour.utcoffset() or timedelta()
    return Field(5, Kind.UINT32, _seconds_of(hour + offset))


def _seconds_of(hour: datetime) -> int:
    """Return the whole seconds of FIT until `hour`, within what the format can hold."""
    return min(max(int(hour.timestamp() // 1) - _EPOCH, 0), Kind.UINT32.most)


def _ms(seconds: float) -> int:
    return min(max(0, round(seconds * SECOND)), Kind.UINT32.most)


def _version() -> int:
    """Return the version of Matside as FIT writes it: times 100."""
    major, minor = re.findall(r"\d+", f"{__version__}.0")[:2]
    return 100 * int(major) + int(minor)
