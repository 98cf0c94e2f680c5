"""Writes sessions for other programs: as rows for JSON, and as one table of all sets."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from matside.core.session.record import Pause, SessionRecord, SetRecord
from matside.core.workout.model import written_clock
from matside.files.tables.cells import harmless


def _of_set(*columns: str) -> Iterator[str]:
    return (f"set_{column}" for column in columns)


# Columns are only ever added, and behind all others: somebody may count them.
_HEADINGS = (
    *("id", "workout", "title", "started", "seconds", "outcome"),
    *_of_set("block", "round", "exercise", "name", "side", "reps", "seconds", "weight", "outcome"),
    *("pauses", "effort", "note"),
    *_of_set("planned", "level", "count", "ended", "of", "planned_weight", "unit", "note"),
    "origin",
    *_of_set("every", "for", "cut"),
)

Row = dict[str, object]


def session_row(session: SessionRecord) -> Row:
    """Return `session` and its sets as JSON values; unknown ones are None."""
    pauses = session.pauses
    return {
        "id": session.id,
        "workout": session.workout,
        "title": session.title,
        "started": session.started.isoformat(),
        "seconds": session.seconds,
        "outcome": session.outcome.value,
        "sets": [_set_row(record) for record in session.sets],
        "pauses": None
        if pauses is None
        else [{"began": pause.began.isoformat(), "ended": _hour(pause.ended)} for pause in pauses],
        "effort": session.effort,
        "note": session.note,
        "origin": session.origin,
    }


def _hour(hour: datetime | None) -> str | None:
    return None if hour is None else hour.isoformat()


def _set_row(record: SetRecord) -> Row:
    planned = record.planned
    weight = planned and planned.weight
    every, within = written_clock(None if planned is None else planned.clock)
    return {
        "block": record.block,
        "round": record.round,
        "exercise": record.exercise,
        "name": record.name,
        "side": record.side and record.side.value,
        "reps": record.reps,
        "seconds": record.seconds,
        "weight": record.load and record.load.kilograms,
        "outcome": record.outcome.value,
        "planned": planned and planned.dose,
        "level": weight and weight.level and weight.level.value,
        "count": weight and weight.count,
        "ended": _hour(record.ended),
        "of": weight and weight.of.value,
        "planned_weight": weight and weight.load and weight.load.kilograms,
        "unit": record.load and record.load.unit.value,
        "note": record.note,
        "every": every,
        "for": within,
        "cut": record.is_cut,
    }


def table_of(sessions: Iterable[SessionRecord]) -> str:
    """Return a CSV table: a row for each set, and one for each session without sets."""
    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(_HEADINGS)
    for session in sessions:
        about = {**session_row(session), "pauses": _pauses_cell(session.pauses)}
        for done in [_set_row(record) for record in session.sets] or [{}]:
            cells = {**about, **{f"set_{name}": value for name, value in done.items()}}
            writer.writerow([_cell(cells.get(name)) for name in _HEADINGS])
    return table.getvalue()


def _pauses_cell(pauses: Sequence[Pause] | None) -> str | None:
    """Return `pauses` as intervals of ISO 8601; `..` stands where one has not ended."""
    if pauses is None:
        return None
    return " ".join(f"{pause.began.isoformat()}/{_hour(pause.ended) or '..'}" for pause in pauses)


def _cell(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return "" if value is None else str(value)
    return harmless(value)
