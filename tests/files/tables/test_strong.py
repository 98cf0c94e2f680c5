"""What is exported as a table of Strong comes back as the same sets."""

import csv
import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from matside.core.history.imports import Known, meanings, named, names_in
from matside.core.session.record import Planned, SessionRecord, SetOutcome, SetRecord
from matside.files.slices import finished
from matside.files.tables.reading import reading_table
from matside.files.tables.strong import HEADINGS, strong_table
from tests.support.random_histories import random_session


def back(path: Path, sessions: Iterable[SessionRecord]) -> list[SessionRecord]:
    """Return `sessions` as they come back from a table at `path`."""
    path.write_text(strong_table(sessions), encoding="utf-8")
    reading = finished(reading_table(path, lambda moment: moment.astimezone()))
    assert () == reading.faults
    return [each.session for each in reading.sessions]


def told(records: Iterable[SetRecord]) -> list[tuple[object, ...]]:
    """Return what the table tells of the sets that were done, of something, at some length."""
    return [
        (record.name, record.side, record.reps, record.load, record.note)
        + (() if record.is_counted else (record.seconds,))
        for record in records
        if record.outcome is SetOutcome.DONE
        and (record.reps or (record.seconds and not record.is_counted))
    ]


def test_the_same_sets_come_back(tmp_path: Path) -> None:
    """Of 100 sessions: exercise, side, reps or seconds, weight and note."""
    sessions = [random_session(number) for number in range(100)]
    sessions = [
        replace(session, title=" ".join(session.title.split()) + f" {session.id}")
        for session in sessions
        if told(session.sets)
    ]
    found = back(tmp_path / "strong.csv", sessions)
    assert len(sessions) == len(found)
    for session, other in zip(sessions, found, strict=True):
        assert session.title == other.title
        assert f"{session.started:%Y-%m-%d %H:%M:%S}" == f"{other.started:%Y-%m-%d %H:%M:%S}"
        expected = [(" ".join(str(row[0]).split()), *row[1:]) for row in told(session.sets)]
        assert expected == [(" ".join(str(row[0]).split()), *row[1:]) for row in told(other.sets)]


def test_a_set_of_reps_is_no_hold_where_nobody_knows_how_many() -> None:
    """Other programs would take its seconds for those of a hold."""
    session = random_session(5)
    max_reps = replace(session.sets[0], reps=None, seconds=35, planned=Planned("max reps"))
    sets = (
        replace(each, outcome=SetOutcome.DONE)
        for each in (max_reps, replace(max_reps, planned=None))
    )
    headings, *rows = csv.reader(
        io.StringIO(strong_table([replace(session, sets=tuple(sets))])), delimiter=";"
    )
    assert ["0", "35"] == [row[headings.index("Seconds")] for row in rows]


def test_exercises_are_known_by_their_names(tmp_path: Path) -> None:
    """So a set comes back as one of the catalogue."""
    done = next(r for n in range(50) for r in random_session(n).sets if r.reps)
    done = replace(done, name="Hammer Curl", exercise="hammer-curl", outcome=SetOutcome.DONE)
    path = tmp_path / "strong.csv"
    path.write_text(strong_table([replace(random_session(1), sets=(done,))]), encoding="utf-8")
    reading = finished(reading_table(path, lambda moment: moment.astimezone()))
    meaning = meanings(names_in(reading.sessions), {"hammer-curl": "Hammer curl"}, Known())
    from_table = named(reading.sessions, meaning)
    assert ["hammer-curl"] == [r.exercise for each in from_table for r in each.session.sets]


def test_the_table_is_what_other_programs_read() -> None:
    """No note is empty, every session has a length, and effort is none of a set."""
    session = replace(random_session(5), effort=5, note=None, title="=1+1", seconds=20)
    rows = list(csv.reader(io.StringIO(strong_table([session])), delimiter=";"))
    assert list(HEADINGS) == rows[0]
    table = [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]
    assert sum(record.outcome is SetOutcome.DONE for record in session.sets) == len(table)
    for row in table:
        assert ("'=1+1", "", "1m") == (row["Workout Name"], row["RPE"], row["Workout Duration"])
        assert row["Notes"]
        assert row["Workout Notes"]
        assert "0" in (row["Reps"], row["Seconds"])


def test_long_sessions_have_hours() -> None:
    """As Strong writes them."""
    session = replace(random_session(5), seconds=3_930, note=None)
    assert strong_table([session]).rstrip().endswith(";1h 6m")
