"""The tables of Hevy."""

from collections.abc import Iterable, Mapping

from matside.core.weights import Unit
from matside.files.tables import cells
from matside.files.tables.dates import moment
from matside.files.tables.entries import LONGEST_NAME, LONGEST_TITLE, Entry, note_of

NEEDED = frozenset({"title", "start_time", "exercise_title", "set_index", "reps"})
"""The headings by which a table of Hevy is known."""


def entry_of(row: Mapping[str, str], unit: Unit, *, month_first: bool) -> Entry:
    """Return the set in a row; its weight may be in `unit`.

    Raises ValueError with a reason if a cell cannot be read.
    """
    start = moment(row["start_time"], month_first=month_first)
    kind = cells.plain(row.get("set_type", "")).casefold()
    special = kind if kind not in ("", "normal", "warmup") else None
    return Entry(
        start=start,
        title=cells.plain(row["title"])[:LONGEST_TITLE],
        name=cells.plain(row["exercise_title"])[:LONGEST_NAME],
        reps=cells.whole(row["reps"]),
        seconds=cells.seconds(row.get("duration_seconds", "")),
        load=cells.weight(row, unit),
        note=note_of(cells.plain(row.get("exercise_notes", "")), special, *_more(row)),
        warm_up=kind == "warmup",
        length=_length(row, month_first=month_first),
        session_note=cells.plain(row.get("description", "")) or None,
    )


def _length(row: Mapping[str, str], *, month_first: bool) -> int | None:
    """Return the seconds between start and end, None if the end is not told."""
    if not cells.plain(row.get("end_time", "")):
        return None
    start = moment(row["start_time"], month_first=month_first)
    end = moment(row["end_time"], month_first=month_first)
    return max(0, round((end.at - start.at).total_seconds())) or None


def _more(row: Mapping[str, str]) -> Iterable[str]:
    """Yield what else is told of a set."""
    for heading, of in (("distance_km", "km"), ("distance_miles", "miles")):
        if found := cells.number(row.get(heading, "")):
            yield f"{found:g} {of}"
    if found := cells.number(row.get("rpe", "")):
        yield f"RPE {found:g}"
