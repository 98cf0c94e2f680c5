"""A session lies in time as it was done, and where nobody kept that, as it may have been."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from matside.core.history.course import Course, course_of
from matside.core.session.record import (
    Pause,
    Planned,
    SessionOutcome,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from matside.core.weights import Level, Load, Unit, Weight
from matside.core.workout.steps import StepKey, StepKind

STARTED = datetime.fromisoformat("2026-03-01T07:30:00+01:00")


def at(seconds: int) -> datetime:
    """Return the hour `seconds` after the start."""
    return STARTED + timedelta(seconds=seconds)


def done(place: int, seconds: int | None, ended: int | None) -> SetRecord:
    """Return a set that ran `seconds` and `ended` so many after the start."""
    hour = None if ended is None else at(ended)
    key = StepKey(0, 1, place, None, StepKind.WORK)
    return SetRecord(key, "Pair", None, "Chop", None, 8, seconds, SetOutcome.DONE, ended=hour)


def session(*sets: SetRecord, seconds: int | None = 100) -> SessionRecord:
    """Return a session that was running for `seconds`, with `sets`."""
    return SessionRecord(1, "chops", "Chops", STARTED, seconds, SessionOutcome.FINISHED, sets)


def seconds_of(course: Course) -> list[tuple[int | None, int]]:
    """Return begin and end of each set in seconds after the start."""
    return [
        (
            None if each.began is None else round((each.began - STARTED).total_seconds()),
            round((each.ended - STARTED).total_seconds()),
        )
        for each in course.sets
    ]


def test_a_set_began_as_long_before_its_end_as_it_ran() -> None:
    """And a set whose clock nobody kept has no beginning."""
    course = course_of(session(done(0, 20, 30), done(1, None, 60)))
    assert [(10, 30), (None, 60)] == seconds_of(course)
    assert not course.is_estimated
    assert at(100) == course.ended


def test_a_pause_in_a_set_puts_its_beginning_back() -> None:
    """Pauses before it, behind it, and the one that goes on do not."""
    pauses = (Pause(at(0), at(5)), Pause(at(20), at(50)), Pause(at(70), at(80)), Pause(at(90)))
    kept = replace(session(done(0, 20, 60)), pauses=pauses)
    course = course_of(kept)
    assert [(10, 60)] == seconds_of(course)
    assert [stop.began for stop in course.stops] == [pause.began for pause in pauses[:3]]
    assert (45, 100) == (course.paused.total_seconds(), course.running.total_seconds())
    assert at(145) == course.ended


def test_no_set_began_before_the_one_before_it_ended() -> None:
    """A clock may have run faster than the hours, and seconds are rounded."""
    assert [(0, 10), (10, 15)] == seconds_of(course_of(session(done(0, 20, 10), done(1, 9, 15))))


def test_sets_without_hours_are_spread_evenly() -> None:
    """Over the whole session, where no hour at all is known."""
    course = course_of(session(done(0, 20, None), done(1, 40, None)))
    assert [(None, 40), (None, 100)] == seconds_of(course)
    assert course.is_estimated


def test_sets_without_hours_lie_between_those_with() -> None:
    """As in a session that began before hours were kept, or was mended by hand."""
    sets = done(0, 10, None), done(1, 10, 50), done(2, None, None), done(3, 10, 90)
    assert [(None, 40), (40, 50), (None, 80), (80, 90)] == seconds_of(course_of(session(*sets)))


def test_more_work_than_time_ends_with_the_session() -> None:
    """No estimate lies outside of it."""
    assert [(None, 80), (None, 100)] == seconds_of(
        course_of(session(done(0, 80, None), done(1, 80, None)))
    )


@pytest.mark.parametrize(
    ("sets", "seconds"), [((done(0, 20, 30),), 30), ((done(0, 20, None),), 20), ((), 0)]
)
def test_a_length_that_is_not_known_is_estimated(
    sets: tuple[SetRecord, ...], seconds: int
) -> None:
    """By the last set that ended, else by the work alone."""
    course = course_of(session(*sets, seconds=None))
    assert seconds == course.running.total_seconds()
    assert course.is_estimated


def test_all_that_is_held_counts() -> None:
    """Two dumbbells are twice the weight of one; what nobody weighed is not known."""
    one = replace(done(0, 1, 1), load=Load(7_500, Unit.KILOGRAM))
    assert (None, 7_500) == (done(0, 1, 1).held, one.held)
    assert 7_500 == replace(one, planned=Planned("8 reps")).held
    assert 15_000 == replace(one, planned=Planned("8 reps", weight=Weight(Level.LIGHT, 2))).held
