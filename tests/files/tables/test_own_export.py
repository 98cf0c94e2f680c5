"""Sessions are written so that other programs can read all of them, and none is harmed."""

import csv
import io
import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from matside.core.session.record import (
    Pause,
    Planned,
    SessionOutcome,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from matside.core.weights import Level, Load, Unit, Weight
from matside.core.workout.model import Side, Within
from matside.core.workout.steps import StepKey, StepKind
from matside.files.tables.own_export import session_row, table_of

STARTED = datetime.fromisoformat("2026-03-01T07:30:15.250000+01:00")
LATER = STARTED + timedelta(seconds=90)
KEY = StepKey(0, 2, 1, Side.LEFT, StepKind.WORK)
POUNDS = Load(5_443, Unit.POUND)
PLANNED = Planned("8 reps", reps=8, weight=Weight(Level.LIGHT, 1))
DONE = SetRecord(
    KEY, "Pair", "chop", "Chop", Side.LEFT, 7, 22, SetOutcome.DONE, POUNDS, PLANNED, LATER
)
SESSION = SessionRecord(
    4,
    "runners",
    "Upper Body",
    STARTED,
    90,
    SessionOutcome.FINISHED,
    (DONE,),
    (Pause(STARTED, LATER), Pause(LATER)),
    effort=3,
    note="hot",
)
UNKNOWN = replace(SESSION, seconds=None, pauses=None, effort=None, note=None, sets=())


def rows_of(*sessions: SessionRecord) -> list[dict[str, str]]:
    """Return the rows of the table of `sessions` as a spreadsheet reads them."""
    return list(csv.DictReader(io.StringIO(table_of(sessions))))


def test_a_session_is_told_with_all_that_is_kept() -> None:
    """Hours have their offset, weights are kilograms, and what is not known is null."""
    expected = {
        "id": 4,
        "workout": "runners",
        "title": "Upper Body",
        "started": "2026-03-01T07:30:15.250000+01:00",
        "seconds": 90,
        "outcome": "finished",
        "sets": [
            {
                "block": "Pair",
                "round": 2,
                "exercise": "chop",
                "name": "Chop",
                "side": "left",
                "reps": 7,
                "seconds": 22,
                "weight": 5.443,
                "outcome": "done",
                "planned": "8 reps",
                "level": "light",
                "count": 1,
                "ended": "2026-03-01T07:31:45.250000+01:00",
                "of": "dumbbell",
                "planned_weight": None,
                "unit": "lb",
                "note": None,
                "every": None,
                "for": None,
                "cut": False,
            }
        ],
        "pauses": [
            {"began": STARTED.isoformat(), "ended": LATER.isoformat()},
            {"began": LATER.isoformat(), "ended": None},
        ],
        "effort": 3,
        "note": "hot",
        "origin": None,
    }
    assert expected == json.loads(json.dumps(session_row(SESSION)))


def test_a_set_that_its_clock_has_cut_is_told_as_skipped() -> None:
    """With the clock that has cut it, in whole seconds."""
    planned = replace(PLANNED, clock=Within(600))
    cut = replace(DONE, outcome=SetOutcome.SKIPPED, planned=planned, is_cut=True)
    (row,) = rows_of(replace(SESSION, sets=(cut,)))
    told = (row[f"set_{key}"] for key in ("outcome", "every", "for", "cut"))
    assert ("skipped", "", "600", "true") == tuple(told)


def test_the_table_says_the_same() -> None:
    """Pauses are intervals; the columns of old stand where they always did."""
    (row,) = rows_of(SESSION)
    first, second = f"{STARTED.isoformat()}/{LATER.isoformat()}", f"{LATER.isoformat()}/.."
    assert f"{first} {second}" == row.pop("pauses")
    about = session_row(SESSION)
    for key in ("sets", "pauses"):
        about.pop(key)
    done = session_row(replace(SESSION, pauses=()))["sets"]
    assert isinstance(done, list)
    expected = {**about, **{f"set_{key}": value for key, value in done[0].items()}}
    cells = {key: "" if value is None else str(value) for key, value in expected.items()}
    assert {**cells, "set_cut": "false"} == row
    assert ["id", "workout", "title", "started", "seconds", "outcome", "set_block"] == list(row)[
        :7
    ]


def test_what_is_not_known_is_an_empty_cell() -> None:
    """And a session without sets has one row."""
    (row,) = rows_of(UNKNOWN)
    assert {"4", "runners", "Upper Body", STARTED.isoformat(), "finished", ""} == set(row.values())
    assert [""] == [row["pauses"]]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "'="])
def test_no_cell_is_a_formula(sign: str) -> None:
    """Whatever a name begins with, a spreadsheet shows it as it is."""
    (row,) = rows_of(replace(SESSION, title=f"{sign}1+1", note=f"1{sign}"))
    assert row["title"].startswith("'")
    assert not row["note"].startswith("'")


def test_a_text_that_only_has_an_apostrophe_keeps_it_alone() -> None:
    """So one apostrophe, taken off before a formula, gives every text back."""
    (row,) = rows_of(replace(SESSION, title="'tis", note="'=1"))
    assert ("'tis", "''=1") == (row["title"], row["note"])
