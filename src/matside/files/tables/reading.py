"""Reads the sessions of a table, whichever of the known programs has written it."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from matside.core.history.imports import Imported, Origin
from matside.core.history.keeping import Portions
from matside.core.weights import Unit
from matside.files.tables import fitnotes, hevy, own_import, strong
from matside.files.tables.cells import tells_unit
from matside.files.tables.dates import is_month_first
from matside.files.tables.entries import Entry, Localise, sessions_of
from matside.files.tables.sheet import Sheet, StrangeTable, sheet_of, shown, text_of
from matside.frozen import frozen

AT_ONCE = 200
"""How many rows are read in one step."""


class _EntryOf(Protocol):
    """Reads the set in a row; raises ValueError with a reason if it cannot be read."""

    def __call__(
        self, row: Mapping[str, str], unit: Unit, *, month_first: bool
    ) -> Entry | None: ...


@frozen
class _Shape:
    """A table of another program: its headings, that of its dates, and how a row is read."""

    origin: Origin
    needed: frozenset[str]
    dates: str
    entry_of: _EntryOf


_SHAPES = (
    _Shape(Origin.STRONG, strong.NEEDED, "Date", strong.entry_of),
    _Shape(Origin.HEVY, hevy.NEEDED, "start_time", hevy.entry_of),
    _Shape(Origin.FITNOTES, fitnotes.NEEDED, "Date", fitnotes.entry_of),
)

_EXPECTED = (
    "expected is a table of Strong (Date, Workout Name, Exercise Name, ...), Hevy (title,"
    " start_time, ...), FitNotes (Date, Exercise, Category, ...), or what matside history --csv"
    " or --json prints"
)


class UnitWanted(Exception):
    """A table does not say whether its weights are kilograms or pounds."""


@frozen
class TableReading:
    """What a table holds: its sessions, and a line for each row that cannot be read.

    `left_out` is how many rows tell no set: rests, notes, sets of nothing, sessions without any.
    """

    origin: Origin
    sessions: tuple[Imported, ...]
    faults: tuple[str, ...] = ()
    left_out: int = 0


def reading_table(
    path: Path, localise: Localise, unit: Unit | None = None
) -> Portions[TableReading]:
    """Read the table at `path`; `unit` is that of weights which name none.

    Raises StrangeTable with what was expected, and UnitWanted.
    """
    content = text_of(path)
    yield 0.0
    if own_import.is_own_json(content):
        return (yield from _own(_json(content)))
    sheet = sheet_of(content)
    yield 0.1
    if set(sheet.headings) >= own_import.NEEDED:
        return (yield from _own(list(own_import.values_in_rows(row for _, row in sheet.rows))))
    for shape in _SHAPES:
        if shape.needed <= set(sheet.headings):
            return (yield from _foreign(sheet, shape, localise, unit))
    raise StrangeTable(f"{_EXPECTED}; the first line here is {shown(sheet.headings)}")


def _json(content: str) -> Sequence[own_import.Values]:
    try:
        return own_import.values_in_json(content.lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise StrangeTable(f"{_EXPECTED}; this is other JSON") from error


def _own(found: Sequence[own_import.Values]) -> Portions[TableReading]:
    sessions: list[Imported] = []
    faults: list[str] = []
    for place, values in enumerate(found, 1):
        read = own_import.imported(values)
        if isinstance(read, str):
            faults.append(read)
        elif read.session.sets:
            sessions.append(read)
        if place % 10 == 0:
            yield place / len(found)
    left_out = len(found) - len(sessions) - len(faults)
    return TableReading(Origin.MATSIDE, tuple(sessions), tuple(faults), left_out)


def _foreign(
    sheet: Sheet, shape: _Shape, localise: Localise, unit: Unit | None
) -> Portions[TableReading]:
    if unit is None and not tells_unit(sheet.headings):
        raise UnitWanted
    month_first = is_month_first(row[shape.dates] for _, row in sheet.rows)
    entries: list[Entry] = []
    faults: list[str] = []
    left_out = 0
    for place, (number, row) in enumerate(sheet.rows, 1):
        try:
            entry = shape.entry_of(row, unit or Unit.KILOGRAM, month_first=month_first)
        except ValueError as error:
            faults.append(f"row {number} is left out: {error}")
        else:
            if entry is None or entry.is_empty:
                left_out += 1
            else:
                entries.append(entry)
        if place % AT_ONCE == 0:
            yield 0.1 + 0.8 * place / len(sheet.rows)
    sessions = tuple(sessions_of(entries, shape.origin, localise))
    return TableReading(shape.origin, sessions, tuple(faults), left_out)
