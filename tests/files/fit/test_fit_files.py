"""What a FIT file says of a session is what history says, to two readers that know no Matside."""

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import fitdecode
import fitparse
import pytest

from matside.core.history.course import course_of
from matside.core.session.record import SessionOutcome, SessionRecord, SetOutcome, SetRecord
from matside.core.weights import Load, Unit
from matside.files.fit.fit_files import fit_of, is_estimated, names_of
from tests.support.file_samples import catalogue
from tests.support.random_histories import random_session, without_hours

Told = tuple[str, Mapping[int, Any]]
"""A message as a reader tells it: its name, and the raw values of its fields by their numbers."""

EPOCH = datetime(1989, 12, 31, tzinfo=UTC)
CATALOGUE = catalogue()
UNKNOWN_CATEGORY = 65_534


def by_fitdecode(content: bytes) -> list[Told]:
    """Return the messages that fitdecode reads; it checks the sums too."""
    with fitdecode.FitReader(
        io.BytesIO(content),
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.RAISE,
    ) as reader:
        return [
            (frame.name, {field.def_num: field.raw_value for field in frame.fields})
            for frame in reader
            if frame.frame_type == fitdecode.FIT_FRAME_DATA
        ]


def by_fitparse(content: bytes) -> list[Told]:
    """Return the messages that fitparse reads."""
    with fitparse.FitFile(io.BytesIO(content), check_crc=True) as file:
        return [
            (message.name, {field.def_num: field.raw_value for field in message.fields})
            for message in file.get_messages()
        ]


READERS = [by_fitdecode, by_fitparse]


def told_of(session: SessionRecord, read: Callable[[bytes], list[Told]]) -> list[Told]:
    """Return what `read` finds in the file of `session`."""
    return read(fit_of(session, CATALOGUE.fit))


def named(told: list[Told], name: str) -> list[Mapping[int, Any]]:
    """Return the fields of all messages of that name."""
    return [fields for kind, fields in told if kind == name]


def seconds(hour: datetime) -> int:
    """Return the whole seconds of FIT until `hour`."""
    return int((hour - EPOCH) // timedelta(seconds=1))


def one(value: Any) -> Any:
    """Return the one value of a field that may hold several."""
    return value[0] if isinstance(value, tuple | list) else value


def sixteenths(record: SetRecord) -> int | None:
    """Return the kilograms of all that was held in a set, times 16."""
    if record.load is None:
        return None
    assert record.planned is not None
    assert record.planned.weight is not None
    return round(record.load.grams * record.planned.weight.count * 16 / 1000)


def expected_sets(session: SessionRecord) -> list[tuple[object, ...]]:
    """Return end, ms, reps, sixteenths of a kilogram and name of each set that was done."""
    return [
        (
            seconds(record.ended),
            None if record.seconds is None else record.seconds * 1000,
            record.reps,
            sixteenths(record),
            record.name,
        )
        for record in session.sets
        if record.outcome is SetOutcome.DONE and record.ended is not None
    ]


def sets_in(told: list[Told]) -> list[tuple[object, ...]]:
    """Return the same of each active set in the file; its name is that of its title."""
    titles = {(title[0], title[1]): title[2] for title in named(told, "exercise_title")}
    return [
        (
            each[254],
            each.get(0),
            each.get(3),
            each.get(4),
            titles[one(each[7]), one(each[8])],
        )
        for each in named(told, "set")
        if each[5] == 1
    ]


def assert_is_told(session: SessionRecord, told: list[Told]) -> None:
    """Check that every set, pause and total of `session` is in `told`, and its title."""
    assert expected_sets(session) == sets_in(told)
    assert_sets_have_their_place(session, [each for each in named(told, "set") if each[5] == 1])
    assert [session.title] == [each[3] for each in named(told, "sport")]
    assert [session.title] == [each[110] for each in named(told, "session")]
    assert session.pauses is not None
    assert session.seconds is not None
    events = [(event[253], event[1]) for event in named(told, "event")]
    stops = [seconds(pause.began) for pause in session.pauses]
    starts = [seconds(pause.ended) for pause in session.pauses if pause.ended is not None]
    assert [at for at, kind in events if kind == 4][:-1] == stops
    assert [at for at, kind in events if kind == 0] == [seconds(session.started), *starts]
    paused = sum(
        (pause.ended - pause.began for pause in session.pauses if pause.ended is not None),
        timedelta(),
    )
    for name in ("lap", "session"):
        (total,) = named(told, name)
        assert session.seconds * 1000 == total[8]
        assert session.seconds * 1000 + round(paused.total_seconds() * 1000) == total[7]
        assert seconds(session.started) == total[2]


def assert_sets_have_their_place(session: SessionRecord, found: list[Mapping[int, Any]]) -> None:
    """Check when each set that was done began, and the numbers of its exercise."""
    done = [each for each in course_of(session).sets if each.record.outcome is SetOutcome.DONE]
    for each, fields in zip(done, found, strict=True):
        assert each.began is not None
        assert seconds(each.began) == fields[6]
        identity = each.record.exercise
        numbers = None if identity is None else CATALOGUE.fit(identity)
        category, name = one(fields[7]), one(fields[8])
        if numbers is None:
            assert category == UNKNOWN_CATEGORY
        else:
            assert (numbers.category, numbers.name) == (category, name)


@pytest.mark.no_cover
def test_every_set_pause_and_total_is_that_of_history() -> None:
    """300 sessions are read back, with names of up to 60 letters of any script.

    Exercises are of the catalogue, of nobody or unknown, and of some sessions nothing was done.
    """
    for number in range(300):
        session = random_session(number, most_sets=15)
        content = fit_of(session, CATALOGUE.fit)
        for read in READERS:
            assert_is_told(session, read(content))


@pytest.mark.parametrize("read", READERS)
def test_five_hundred_sets_are_told(read: Callable[[bytes], list[Told]]) -> None:
    """And each has its place in the file."""
    session = replace(random_session(7, most_sets=1), sets=())
    template = next(
        record for number in range(50) for record in random_session(number).sets if record.reps
    )
    sets = tuple(
        replace(
            template,
            outcome=SetOutcome.DONE,
            seconds=3,
            ended=session.started + timedelta(seconds=5 * place + 5),
            name=f"Move {place % 40}",
            exercise=None,
        )
        for place in range(500)
    )
    session = replace(session, sets=sets, seconds=2500, pauses=())
    told = told_of(session, read)
    assert_is_told(session, told)
    assert list(range(999)) == [each[10] for each in named(told, "set")]


@pytest.mark.parametrize("read", READERS)
def test_messages_stand_in_the_order_of_time(read: Callable[[bytes], list[Told]]) -> None:
    """The file says first what it is, then what happened, then the totals."""
    for number in range(20):
        told = told_of(random_session(number), read)
        names = [name for name, _ in told]
        assert ["file_id", "file_creator", "device_info", "sport"] == names[:4]
        assert ["event", "lap", "session", "activity"] == names[-4:]
        hours = [
            fields[254 if name == "set" else 253]
            for name, fields in told
            if name in ("event", "record", "set")
        ]
        assert sorted(hours) == hours


@pytest.mark.parametrize("read", READERS)
def test_a_session_without_a_set_done_is_an_activity(
    read: Callable[[bytes], list[Told]],
) -> None:
    """It has its totals and no sets."""
    session = random_session(3)
    skipped = tuple(replace(record, outcome=SetOutcome.SKIPPED) for record in session.sets)
    session = replace(session, sets=skipped)
    told = told_of(session, read)
    assert [] == named(told, "exercise_title")
    assert_is_told(session, told)


def test_exercises_have_the_numbers_of_the_profile() -> None:
    """One of the catalogue has its own pair, any other one in the category of the unknown."""
    known = next(r for n in range(50) for r in random_session(n).sets if r.exercise == "chest-fly")
    done = replace(known, outcome=SetOutcome.DONE)
    others = [replace(done, exercise=each, name=str(each)) for each in (None, "of-my-own")]
    session = replace(random_session(1), sets=(done, *others), pauses=(), seconds=90)
    pairs = [(one(each[7]), one(each[8])) for each in named(told_of(session, by_fitdecode), "set")]
    assert (9, 2) in pairs
    assert {(65534, 1), (65534, 2)} <= set(pairs)


def test_the_wall_clock_is_told() -> None:
    """A morning session stays in the morning, wherever the file is read."""
    session = random_session(5)
    (activity,) = named(told_of(session, by_fitdecode), "activity")
    offset = session.started.utcoffset()
    assert offset is not None
    assert offset != timedelta()
    assert activity[253] + offset.total_seconds() == activity[5]


def test_a_session_is_the_same_file_at_every_export() -> None:
    """So a service that has it takes it for the same."""
    session = random_session(8)
    assert fit_of(session, CATALOGUE.fit) == fit_of(session, CATALOGUE.fit)
    first, other = (
        named(told_of(random_session(number), by_fitdecode), "file_id")[0][3] for number in (8, 9)
    )
    assert first != other
    assert 0 not in (first, other)


@pytest.mark.parametrize("read", READERS)
def test_what_nobody_kept_is_not_told(read: Callable[[bytes], list[Told]]) -> None:
    """A session from before: its sets in order, with estimated ends, no beginnings, no rests."""
    for number in range(20):
        kept = random_session(number)
        session = without_hours(kept)
        told = told_of(session, read)
        found = named(told, "set")
        assert [row[1:] for row in expected_sets(kept)] == [row[1:] for row in sets_in(told)]
        assert all(6 not in each and each[5] == 1 for each in found)
        (total,) = named(told, "session")
        assert total[2] <= min([each[254] for each in found], default=total[2])
        assert max([each[254] for each in found], default=0) <= total[253]


def test_a_set_whose_length_nobody_kept_has_none() -> None:
    """It has its end, and neither a beginning nor a rest before it."""
    kept = next(random_session(n) for n in range(50) if len(random_session(n).sets) > 3)
    sets = tuple(replace(r, seconds=None, outcome=SetOutcome.DONE) for r in kept.sets)
    found = named(told_of(replace(kept, sets=sets), by_fitdecode), "set")
    assert len(sets) == len(found)
    assert all(0 not in each and 6 not in each for each in found)


def test_hours_that_are_known_are_not_estimated() -> None:
    """Only sets without an hour make a file say less."""
    assert not is_estimated(random_session(4))
    assert is_estimated(without_hours(random_session(4)))
    assert is_estimated(replace(random_session(4), seconds=None))


def test_more_than_the_format_holds_is_its_most() -> None:
    """An imported weight or a clock that was wrong makes no file fail."""
    kept = next(r for n in range(50) for r in random_session(n).sets if r.load and r.reps)
    huge = replace(
        kept, load=Load(10**9, Unit.KILOGRAM), reps=10**9, seconds=10**9, outcome=SetOutcome.DONE
    )
    session = replace(
        random_session(1),
        started=datetime(1950, 1, 1, tzinfo=UTC),
        sets=(huge,),
        seconds=10**9,
        pauses=(),
        outcome=SessionOutcome.OPEN,
    )
    (found,) = named(told_of(session, by_fitdecode), "set")
    assert (65534, 65534) == (found[3], found[4])


def test_a_file_is_called_by_date_and_title() -> None:
    """Whatever the title holds, any system takes the name, and no two are the same."""
    base = replace(random_session(1), title="Legs/Arms: a\tb?. ", started=EPOCH)
    again = replace(base, id=2, title="legs arms a b", started=EPOCH + timedelta(hours=1))
    far = replace(base, id=3, title="ж" * 200)
    none = replace(base, id=4, title="...")
    assert {
        1: "1989-12-31 Legs Arms a b.fit",
        2: "1989-12-31 legs arms a b (2).fit",
        3: f"1989-12-31 {'ж' * 60}.fit",
        4: "1989-12-31.fit",
    } == names_of([again, base, far, none])


def test_the_course_of_a_session_is_the_one_that_it_took() -> None:
    """Each set begins as long before its end as it ran, pauses apart."""
    for number in range(50):
        session = random_session(number)
        course = course_of(session)
        assert [record.ended for record in session.sets] == [each.ended for each in course.sets]
        before = session.started
        for each in course.sets:
            assert each.began is not None
            assert before <= each.began <= each.ended
            before = each.ended
