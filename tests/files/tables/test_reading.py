"""Tables of other programs are read as their programs meant them, and others are refused."""

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from matside.core.history.imports import Imported, Origin
from matside.core.weights import Unit
from matside.files.slices import finished
from matside.files.tables.reading import TableReading, UnitWanted, reading_table
from matside.files.tables.sheet import MOST_ROWS, StrangeTable
from tests.support.file_samples import DATA

TABLES = DATA / "tables"
ZONE = timezone(timedelta(hours=1))


def localise(moment: datetime) -> datetime:
    """Return `moment` in the zone of the tests."""
    return moment.replace(tzinfo=ZONE)


def read(path: Path, unit: Unit | None = None) -> TableReading:
    """Return what the table at `path` holds."""
    return finished(reading_table(path, localise, unit))


def sets_of(found: Imported) -> list[tuple[object, ...]]:
    """Return name, side, reps, seconds, load and note of each set."""
    return [
        (
            record.name,
            record.side and record.side.value,
            record.reps,
            record.seconds,
            record.load and record.load.written,
            record.note,
        )
        for record in found.session.sets
    ]


def told(reading: TableReading) -> dict[tuple[str, str], list[tuple[object, ...]]]:
    """Return the sets of each session by its start, as exact as it is known, and its title."""
    return {(each.start, each.session.title): sets_of(each) for each in reading.sessions}


STRONG_COMMA = {
    ("2023-01-05T18:30:12", "Upper, heavy"): [
        ("Bench Press (Dumbbell)", None, 10, None, "10 kg", None),
        (
            "Bench Press (Dumbbell)",
            None,
            8,
            None,
            "22.5 kg",
            'He said "slow",\nand I was; RPE 8.5',
        ),
        ("Plank", None, None, 60, None, None),
    ],
    ("2023-01-07T07:00:00", "Run"): [("Running", None, None, 1800, None, "5")],
}
STRONG_SEMICOLON = {
    ("2024-05-01T06:15:00", "Morgens"): [
        ("Hammer Curl (Dumbbell)", None, 12, None, "25 lb", None),
        ("Hammer Curl (Dumbbell)", None, 10, None, "27.5 lb", "RPE 9"),
        ("Rudern", None, None, 120, None, "locker; 500.5 m"),
    ]
}
STRONG_OLDER = {
    ("2022-11-30T20:00:00", "Évening"): [
        ("=Odd", "left", 8, None, "12 lb", "quiet"),
        ("=Odd", "right", 8, None, "12 lb", None),
        ("Push Up", None, 20, None, None, None),
    ]
}
STRONG_NO_UNIT = {("2021-02-03T04:05:06", "A"): [("Curl", None, 5, None, "20 lb", None)]}
HEVY_ENGLISH = {
    ("2025-12-22T08:00", "Push"): [
        ("Chest Fly (Dumbbell)", None, 12, None, "6 kg", "keep elbows, soft"),
        ("Chest Fly (Dumbbell)", None, 10, None, "10 kg", "RPE 8"),
        ("Plank", None, None, 75, None, "failure"),
    ]
}
HEVY_AMERICAN = {
    ("2024-01-01T10:00", "Legs"): [("Squat (Dumbbell)", None, 10, None, "45 lb", None)],
    ("2024-01-03T00:30", "Legs"): [
        ("Squat (Dumbbell)", None, 8, None, "40 lb", "dropset"),
        ("Walk", None, None, 600, None, "1.5 miles"),
    ],
}
HEVY_GERMAN = {
    ("2026-06-05T07:30", "Rücken"): [("Rudern (Kurzhantel)", None, 9, None, "12.5 kg", None)],
    ("2026-03-07T07:30", "Rücken"): [("Rudern (Kurzhantel)", None, 9, None, "12.5 kg", None)],
    ("2025-12-22T19:05", "Dos"): [("Rowing", None, 8, None, "14 kg", None)],
}
FITNOTES_OLDER = {
    ("2023-03-01", "FitNotes"): [
        ("Dumbbell Curl", None, 8, None, "12.5 kg", 'easy, "really"'),
        ("Dumbbell Curl", None, 6, None, "30 lb", None),
        ("Plank", None, None, 90, None, None),
    ],
    ("2023-03-02", "FitNotes"): [("Running", None, None, 1800, None, "5.2 km")],
}
FITNOTES_POUNDS = {
    ("2024-07-14", "FitNotes"): [
        ("Hammer Curl", None, 10, None, "25 lb", None),
        ("Hammer Curl", None, 9, None, "25 lb", None),
    ]
}
FITNOTES_ACCENTS = {
    ("2024-08-01", "FitNotes"): [
        ("Élévation latérale", None, 12, None, "7.5 kg", "très léger"),
    ],
    ("2024-08-02", "FitNotes"): [("Élévation latérale", None, 12, None, "7.5 kg", None)],
}
OWN_FIRST = {
    ("2026-03-01T07:30:15", "Upper Body"): [
        ("Hammer Curl", None, 8, 22, "7.5 kg", None),
        ("=Row", "left", 8, 20, None, None),
    ]
}
OWN_WHOLE = {
    ("2026-04-05T19:00:00", 'Mine, "at home"'): [("Swing", "both", 12, 40, "12 lb", "deep")]
}
OWN_JSON = {
    ("2026-03-01T07:30:15", "Upper Body"): [
        ("Chop", "left", None, 45, None, None),
        ("Chop", "left", None, 44, None, None),
    ]
}


@pytest.mark.parametrize(
    ("name", "origin", "sets"),
    [
        ("strong-comma.csv", Origin.STRONG, STRONG_COMMA),
        ("strong-semicolon.csv", Origin.STRONG, STRONG_SEMICOLON),
        ("strong-older.csv", Origin.STRONG, STRONG_OLDER),
        ("hevy-english.csv", Origin.HEVY, HEVY_ENGLISH),
        ("hevy-american.csv", Origin.HEVY, HEVY_AMERICAN),
        ("hevy-german.csv", Origin.HEVY, HEVY_GERMAN),
        ("fitnotes-older.csv", Origin.FITNOTES, FITNOTES_OLDER),
        ("fitnotes-pounds.csv", Origin.FITNOTES, FITNOTES_POUNDS),
        ("fitnotes-accents.csv", Origin.FITNOTES, FITNOTES_ACCENTS),
        ("matside-first.csv", Origin.MATSIDE, OWN_FIRST),
        ("matside-whole.csv", Origin.MATSIDE, OWN_WHOLE),
        ("matside.json", Origin.MATSIDE, OWN_JSON),
    ],
)
def test_a_table_is_read(
    name: str, origin: Origin, sets: dict[tuple[str, str], list[tuple[object, ...]]]
) -> None:
    """Its sessions and sets are those that its program meant, whatever it writes them like."""
    reading = read(TABLES / name, Unit.KILOGRAM)
    assert (origin, sets) == (reading.origin, told(reading))


def test_what_is_told_of_a_session_is_kept() -> None:
    """Its length and its note, and warm-up sets apart."""
    (session,) = (each.session for each in read(TABLES / "hevy-english.csv").sessions)
    assert (2700, 'felt "great"\nall day') == (session.seconds, session.note)
    assert ["Warm-up", "Sets", "Sets"] == [record.block for record in session.sets]
    assert "2025-12-22T08:00:00+01:00" == session.started.isoformat()
    lengths = [
        each.session.seconds
        for name in ("strong-comma.csv", "strong-semicolon.csv", "strong-older.csv")
        for each in read(TABLES / name, Unit.KILOGRAM).sessions
    ]
    assert [3900, 1800, 1800, 2700] == lengths


def test_an_own_table_brings_all_that_it_tells() -> None:
    """Pauses, effort, what was planned, when a set ended; an open session has stopped."""
    (session,) = (each.session for each in read(TABLES / "matside-whole.csv").sessions)
    (record,) = session.sets
    assert ("stopped", 4, "hot", 600) == (
        session.outcome.value,
        session.effort,
        session.note,
        session.seconds,
    )
    assert session.pauses is not None
    ends = [pause.ended and pause.ended.isoformat() for pause in session.pauses]
    assert ["2026-04-05T19:02:00-05:00", None] == ends
    assert record.planned is not None
    assert record.planned.weight is not None
    assert ("12 reps", 12, 1, "kettlebell") == (
        record.planned.dose,
        record.planned.reps,
        record.planned.weight.count,
        record.planned.weight.of.value,
    )
    assert record.ended is not None


def test_every_set_has_a_key_of_its_own() -> None:
    """Whatever the table says twice, history keeps each set of a session."""
    for path in TABLES.iterdir():
        for each in read(path, Unit.KILOGRAM).sessions:
            keys = [record.key for record in each.session.sets]
            assert len(set(keys)) == len(keys)


def test_a_unit_that_nobody_named_is_wanted() -> None:
    """It is asked for rather than guessed, and then it is that of all weights."""
    for name in ("strong-comma.csv", "strong-no-unit.csv"):
        with pytest.raises(UnitWanted):
            read(TABLES / name)
    assert STRONG_NO_UNIT == told(read(TABLES / "strong-no-unit.csv", Unit.POUND))


def test_rows_that_cannot_be_read_are_named() -> None:
    """The rest of the table is there."""
    reading = read(TABLES / "hevy-german.csv")
    assert ('row 5 is left out: "1.012,5" is no weight that anybody lifts',) == reading.faults
    first, second = read(TABLES / "matside.json").faults
    assert 'session 5 is left out: "yesterday" is no hour with an offset' == first
    assert second.startswith("session None is left out: ")


def test_rows_without_a_set_are_counted() -> None:
    """Rests, and sessions without any."""
    assert 1 == read(TABLES / "strong-comma.csv", Unit.KILOGRAM).left_out
    assert 1 == read(TABLES / "matside-first.csv").left_out


HEVY = "title,start_time,exercise_title,set_index,reps,weight_kg\n"


def written(path: Path, content: str | bytes) -> Path:
    """Write `content` to a table at `path`."""
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        (["05/06/2026, 07:30"], ["2026-06-05"]),
        (["05/06/2026, 07:30 AM"], ["2026-05-06"]),
        (["05/06/2026, 07:30", "05/16/2026, 07:30"], ["2026-05-06", "2026-05-16"]),
        (["05/06/2026, 07:30", "16/05/2026, 07:30 pm"], ["2026-06-05", "2026-05-16"]),
    ],
)
def test_the_order_of_day_and_month_is_that_of_the_whole_table(
    tmp_path: Path, dates: list[str], days: list[str]
) -> None:
    """A number above 12 settles it for all rows."""
    rows = "".join(f'A,"{date}",Curl,0,8,\n' for date in dates)
    reading = read(written(tmp_path / "t.csv", HEVY + rows))
    assert days == [each.start[:10] for each in reading.sessions]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04" + bytes(range(256)),
        b"\xff\xfe\x00",
        b"name,age\nA,1\n",
        b"{}",
        b"[1",
        b'{"a": 1}',
        b"Date,Workout Name,Exercise Name,Reps\n2024-01-01,A,B,8\n",
        b'"never closed',
        b"title: Legs\nblocks: []\n",
    ],
)
def test_any_other_shape_is_refused(tmp_path: Path, content: bytes) -> None:
    """And what was expected is said."""
    with pytest.raises(StrangeTable, match=r"expected is a table of Strong|this is no text"):
        read(written(tmp_path / "t.csv", content))


def test_too_much_is_refused(tmp_path: Path) -> None:
    """One row more than are read, a file larger than is read, a cell larger than there are."""
    row = "A,2024-01-01,Curl,0,8,\n"
    with pytest.raises(StrangeTable, match="more than 50000 rows"):
        read(written(tmp_path / "rows.csv", HEVY + row * (MOST_ROWS + 1)))
    with pytest.raises(StrangeTable, match="too large"):
        read(written(tmp_path / "size.csv", b"x" * ((5 << 20) + 1)))
    with pytest.raises(StrangeTable, match="this is no table"):
        read(written(tmp_path / "cell.csv", HEVY + f'A,"{"x" * 200_000}",Curl,0,8,\n'))
    with pytest.raises(StrangeTable, match="there is no such file"):
        read(tmp_path / "none.csv")


def test_rows_may_be_short_long_or_empty(tmp_path: Path) -> None:
    """As people leave them in a spreadsheet."""
    rows = "A,2024-01-01,Curl,0,8\n\n,,,,\nA,2024-01-01,Curl,1,7,6,more,and more\n"
    reading = read(written(tmp_path / "t.csv", HEVY + rows))
    assert [8, 7] == [record.reps for each in reading.sessions for record in each.session.sets]
    assert () == reading.faults


def test_reading_says_how_far_it_is(tmp_path: Path) -> None:
    """In steps that only go forwards."""
    rows = "".join(f"A,2024-01-01,Curl,{number},8,\n" for number in range(1_000))
    portions = reading_table(written(tmp_path / "t.csv", HEVY + rows), localise)
    parts = list(_parts(portions))
    assert sorted(parts) == parts
    assert len(parts) >= 5
    assert all(0 <= part <= 1 for part in parts)


def _parts(portions: Iterable[float]) -> Iterable[float]:
    yield from portions
