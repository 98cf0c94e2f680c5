"""The tables of FitNotes."""

from collections.abc import Mapping

from matside.core.weights import Unit
from matside.files.tables import cells
from matside.files.tables.dates import moment
from matside.files.tables.entries import LONGEST_NAME, Entry, note_of

NEEDED = frozenset({"Date", "Exercise", "Category", "Reps", "Time"})
"""The headings by which a table of FitNotes is known."""

TITLE = "FitNotes"
"""The title of all its sessions, which have none: it knows days only."""


def entry_of(row: Mapping[str, str], unit: Unit, *, month_first: bool) -> Entry:
    """Return the set in a row; its weight may be in `unit`.

    Raises ValueError with a reason if a cell cannot be read.
    """
    distance = cells.number(row.get("Distance", ""))
    of = cells.plain(row.get("Distance Unit", ""))
    told = f"{distance:g} {of}".strip() if distance else None
    return Entry(
        start=moment(row["Date"], month_first=month_first),
        title=TITLE,
        name=cells.plain(row["Exercise"])[:LONGEST_NAME],
        reps=cells.whole(row["Reps"]),
        seconds=cells.seconds(row["Time"]),
        load=cells.weight(row, unit),
        note=note_of(cells.plain(row.get("Comment", "")), told),
    )
