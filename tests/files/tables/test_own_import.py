"""What Matside tells of its sessions comes back whole from its own tables."""

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from matside.core.session.record import Planned, SessionRecord, SetOutcome, SetRecord
from matside.files.slices import finished
from matside.files.tables.own_export import session_row, table_of
from matside.files.tables.reading import reading_table
from tests.support.random_histories import random_session


def as_json(sessions: Iterable[SessionRecord]) -> str:
    """Return what `history --json` prints."""
    return json.dumps([session_row(session) for session in sessions])


def told(record: SetRecord) -> SetRecord:
    """Return a set without what no table tells: where in its block it stood."""
    return replace(record, key=record.key._replace(block=0, place=0))


@pytest.mark.parametrize("write", [as_json, table_of])
def test_all_comes_back(write: Callable[[Iterable[SessionRecord]], str], tmp_path: Path) -> None:
    """Of 60 sessions every value but the id: CSV has no place to say that pauses are unknown."""
    sessions = [random_session(number, most_sets=12) for number in range(60)]
    sessions = [
        replace(
            session,
            sets=tuple(replace(r, name=" ".join(r.name.split())) for r in session.sets),
            title=" ".join(session.title.split()),
        )
        for session in sessions
        if session.sets
    ]
    path = tmp_path / "own"
    path.write_text(write(sessions), encoding="utf-8")
    reading = finished(reading_table(path, lambda moment: moment))
    assert () == reading.faults
    assert len(sessions) == len(reading.sessions)
    for session, other in zip(sessions, reading.sessions, strict=True):
        found = replace(other.session, id=session.id, sets=(), note=session.note)
        assert replace(session, sets=()) == found
        assert list(map(told, session.sets)) == list(map(told, other.session.sets))


@pytest.mark.parametrize(
    ("dose", "numbers"),
    [
        ("8 reps", (8, None, None)),
        ("8-12 reps", (8, 12, None)),
        ("45 s", (None, None, 45)),
        ("max reps", (None, None, None)),
        ("max hold", (None, None, None)),
    ],
)
def test_the_numbers_of_a_dose_are_those_that_it_writes(
    tmp_path: Path, dose: str, numbers: tuple[int | None, ...]
) -> None:
    """A set to failure has none; and there need be no weight."""
    session = next(each for each in map(random_session, range(50)) if each.sets)
    record = replace(session.sets[0], planned=Planned(dose), load=None)
    path = tmp_path / "own"
    path.write_text(table_of([replace(session, sets=(record,))]), encoding="utf-8")
    (found,) = finished(reading_table(path, lambda moment: moment)).sessions
    planned = found.session.sets[0].planned
    assert planned is not None
    assert (dose, None) == (planned.dose, planned.weight)
    assert numbers == (planned.reps, planned.reps_to, planned.seconds)


def with_cut(cell: str) -> str:
    """Return a table of one session, whose only set was cut as `cell` says."""
    session = next(each for each in map(random_session, range(50)) if each.sets)
    record = replace(session.sets[0], outcome=SetOutcome.SKIPPED, is_cut=True)
    headings, row = table_of([replace(session, sets=(record,), note=None)]).splitlines()
    return f"{headings}\n{row.removesuffix('true')}{cell}\n"


@pytest.mark.parametrize("cell", ["true", "TRUE", "FALSE", ""])
def test_truth_is_read_as_spreadsheets_write_it(tmp_path: Path, cell: str) -> None:
    """In capitals too; who wrote nothing knew of no clock."""
    path = tmp_path / "own"
    path.write_text(with_cut(cell), encoding="utf-8")
    (found,) = finished(reading_table(path, lambda moment: moment)).sessions
    assert [cell.lower() == "true"] == [record.is_cut for record in found.session.sets]


def test_what_is_neither_true_nor_false_leaves_its_session_out(tmp_path: Path) -> None:
    """It is named, as what is wrong in other columns is."""
    path = tmp_path / "own"
    path.write_text(with_cut("perhaps"), encoding="utf-8")
    reading = finished(reading_table(path, lambda moment: moment))
    assert () == reading.sessions
    (fault,) = reading.faults
    assert fault.endswith('left out: "perhaps" is neither true nor false')


def test_a_set_that_was_done_was_not_cut(tmp_path: Path) -> None:
    """Whatever its table says."""
    path = tmp_path / "own"
    path.write_text(with_cut("true").replace(",skipped,", ",done,"), encoding="utf-8")
    (found,) = finished(reading_table(path, lambda moment: moment)).sessions
    (record,) = found.session.sets
    assert (SetOutcome.DONE, False) == (record.outcome, record.is_cut)


def test_a_number_that_is_none_leaves_its_session_out(tmp_path: Path) -> None:
    """And a table of headings alone is a table of nothing."""
    session = next(each for each in map(random_session, range(50)) if each.sets)
    path = tmp_path / "own"
    path.write_text(table_of([session]).replace(f"\n{session.id},", "\nnumber,"))
    (found,) = finished(reading_table(path, lambda moment: moment)).sessions
    assert len(session.sets) == len(found.session.sets)
    path.write_text(table_of([session]).replace(f",{session.seconds},", ",long,"))
    reading = finished(reading_table(path, lambda moment: moment))
    assert ((), 1) == (reading.sessions, len(reading.faults))
    path.write_text(table_of([]))
    assert () == finished(reading_table(path, lambda moment: moment)).sessions


@pytest.mark.parametrize("weight", ["Infinity", "NaN", "1e300", "-1", '"4"'])
def test_a_weight_that_none_can_have_leaves_its_session_out(tmp_path: Path, weight: str) -> None:
    """JSON may hold any number, and more than one; all other sessions are there."""
    record = '{"block": "a", "round": 1, "exercise": null, "name": "Curl", "side": null,'
    record += ' "reps": 8, "seconds": 30, "outcome": "done", "weight": %s}'
    session = '{"id": %d, "workout": "x", "title": "x", "started": "2026-03-0%dT07:30:15+01:00",'
    session += ' "seconds": 90, "outcome": "finished", "sets": [%s]}'
    path = tmp_path / "own.json"
    rows = [session % (1, 1, record % weight), session % (2, 2, record % "4")]
    path.write_text(f"[{','.join(rows)}]")
    reading = finished(reading_table(path, lambda moment: moment))
    assert 1 == len(reading.sessions)
    assert 1 == len(reading.faults)
    assert "session 1 is left out" in reading.faults[0]
    assert "is no weight" in reading.faults[0]
