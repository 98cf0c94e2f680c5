"""The tables of Strong: as that program writes them, and as Matside does for others to read."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping

from matside.core.session.record import SessionRecord, SetOutcome
from matside.core.weights import Unit
from matside.core.workout.model import Side
from matside.files.tables import cells
from matside.files.tables.dates import moment
from matside.files.tables.entries import LONGEST_NAME, LONGEST_TITLE, Entry, note_of

NEEDED = frozenset({"Date", "Workout Name", "Exercise Name", "Set Order", "Reps", "Seconds"})
"""The headings by which a table of Strong is known, whatever its form."""

HEADINGS = (
    "Date",
    "Workout Name",
    "Exercise Name",
    "Set Order",
    "Weight",
    "Weight Unit",
    "Reps",
    "RPE",
    "Distance",
    "Distance Unit",
    "Seconds",
    "Notes",
    "Workout Notes",
    "Workout Duration",
)
"""The form that Matside writes: an older one of Strong, which Hevy opens."""

NO_NOTE = "\N{EN DASH}"
"""What stands where there is no note: Hevy wants no empty cell."""

_SIDES = {side.value: side for side in Side}
_UNITS = {Unit.KILOGRAM: "kg", Unit.POUND: "lbs"}


def entry_of(row: Mapping[str, str], unit: Unit, *, month_first: bool) -> Entry | None:
    """Return the set in a row, None if it is a rest or a note; its weight may be in `unit`.

    Raises ValueError with a reason if a cell cannot be read.
    """
    order = cells.plain(row["Set Order"])
    if order.casefold() in ("rest timer", "note"):
        return None
    length = row.get("Workout Duration") or row.get("Duration") or row.get("Duration (sec)") or ""
    side, note = _side_and_note(cells.plain(row.get("Notes", "")))
    return Entry(
        start=moment(row["Date"], month_first=month_first),
        title=cells.plain(row["Workout Name"])[:LONGEST_TITLE],
        name=cells.plain(row["Exercise Name"])[:LONGEST_NAME],
        reps=cells.whole(row["Reps"]),
        seconds=cells.seconds(row["Seconds"]),
        load=cells.weight(row, unit),
        side=side,
        note=note_of(note, _distance(row), _effort(row)),
        warm_up=order.casefold() == "w",
        length=cells.seconds(length),
        session_note=_note(cells.plain(row.get("Workout Notes", ""))),
    )


def _distance(row: Mapping[str, str]) -> str | None:
    cell = row.get("Distance (meters)") or row.get("Distance") or ""
    of = "m" if "Distance (meters)" in row else cells.plain(row.get("Distance Unit", ""))
    found = cells.number(cell)
    return f"{found:g} {of}".strip() if found else None


def _effort(row: Mapping[str, str]) -> str | None:
    found = cells.number(row.get("RPE", ""))
    return f"RPE {found:g}" if found else None


def _note(text: str) -> str | None:
    return None if text in ("", NO_NOTE) else text


def _side_and_note(text: str) -> tuple[Side | None, str | None]:
    """Return the side with which a note begins, if Matside wrote it, and the rest of it."""
    first, _, rest = text.partition("; ")
    if first in _SIDES:
        return _SIDES[first], _note(rest)
    return None, _note(text)


def strong_table(sessions: Iterable[SessionRecord]) -> str:
    """Return a table of the sets that were done in `sessions`, as Strong writes it.

    Hevy opens it too. Sides stand in the notes; the effort of a session is nowhere, for it is none
    of a set.
    """
    table = io.StringIO()
    writer = csv.writer(table, delimiter=";", lineterminator="\n")
    writer.writerow(HEADINGS)
    for session in sessions:
        writer.writerows(_rows(session))
    return table.getvalue()


def _rows(session: SessionRecord) -> Iterator[tuple[str, ...]]:
    orders: dict[str, int] = {}
    for record in session.sets:
        if record.outcome is not SetOutcome.DONE:
            continue
        order = orders[record.name] = orders.get(record.name, 0) + 1
        load = record.load
        yield (
            f"{session.started:%Y-%m-%d %H:%M:%S}",
            cells.harmless(session.title),
            cells.harmless(record.name),
            str(order),
            "0" if load is None else f"{load.number:g}",
            _UNITS[Unit.KILOGRAM if load is None else load.unit],
            str(record.reps or 0),
            "",
            "0",
            "m",
            str(0 if record.is_counted else record.seconds or 0),
            cells.harmless(note_of(record.side and record.side.value, record.note) or NO_NOTE),
            cells.harmless(session.note or NO_NOTE),
            _duration(session.seconds),
        )


def _duration(length: int | None) -> str:
    """Return the length of a session in whole minutes, at least one."""
    hours, minutes = divmod(max(1, round((length or 0) / 60)), 60)
    return f"{hours}h {minutes}m" if hours else f"{minutes}m"
