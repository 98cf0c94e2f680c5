"""The tables that Matside writes itself, in CSV and in JSON, read back."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from matside.core.history.imports import Imported, Origin
from matside.core.session.record import (
    Pause,
    Planned,
    SessionOutcome,
    SessionRecord,
    SetOutcome,
    SetRecord,
)
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import Side
from matside.core.workout.steps import StepKey, StepKind
from matside.files.history.checked import (
    hour,
    hour_or_none,
    items,
    text,
    text_or_none,
    truth,
    whole,
    whole_or_none,
)
from matside.files.history.records import clock_in
from matside.files.tables import cells
from matside.files.tables.dates import SECOND

NEEDED = frozenset({"id", "workout", "title", "started", "outcome", "set_name"})
"""The headings by which a table of Matside is known."""

_BAD = (ValueError, TypeError, LookupError, AttributeError)
"""What values raise that are not those of a session."""

_NUMBERS = frozenset(
    {
        *("id", "seconds", "effort", "set_round", "set_reps", "set_seconds", "set_count"),
        *("set_every", "set_for"),
    }
)
_KILOGRAMS = frozenset({"set_weight", "set_planned_weight"})
_TRUTHS = {"true": True, "false": False}
_DOSE = re.compile(r"(?:(?P<reps>\d{1,4})(?:-(?P<reps_to>\d{1,4}))? reps|(?P<seconds>\d{1,4}) s)")

MOST_SESSIONS = 50_000
"""The most sessions that are read."""

MOST_KILOGRAMS = 1_000
"""The heaviest load that is believed, in kilograms of each piece."""

Values = Mapping[str, Any]


def values_in_json(content: str) -> Sequence[Any]:
    """Return the sessions in what `matside history --json` printed; raise ValueError if none."""
    found = json.loads(content)
    return items(found, 0, MOST_SESSIONS)


def values_in_rows(rows: Iterable[Mapping[str, str]]) -> Iterator[Values]:
    """Yield the sessions in the rows of what `matside history --csv` printed."""
    session: dict[str, Any] = {}
    for row in rows:
        values = {heading: _value(heading, cell) for heading, cell in row.items()}
        about = {name: value for name, value in values.items() if not name.startswith("set_")}
        if session.get("id") != about.get("id") or not session:
            if session:
                yield session
            session = {**about, "pauses": _pauses_in(row.get("pauses", "")), "sets": []}
        if values.get("set_name") is not None:
            done = {
                name.removeprefix("set_"): value
                for name, value in values.items()
                if name.startswith("set_")
            }
            session["sets"].append(done)
    if session:
        yield session


def imported(values: Values) -> Imported | str:
    """Return the session that `values` tell, or in one line what is wrong with them."""
    try:
        return Imported(_session(values), Origin.MATSIDE, SECOND)
    except _BAD as error:
        number = values.get("id") if isinstance(values, dict) else None
        return f"session {number} is left out: {error}"


def _value(heading: str, cell: str) -> object:
    if cell == "":
        return None
    if heading == "set_cut":
        return _TRUTHS.get(cell.lower(), cell)
    try:
        if heading in _NUMBERS:
            return int(cell)
        return float(cell) if heading in _KILOGRAMS else cells.plain(cell)
    except ValueError:
        return cell


def _pauses_in(cell: str) -> list[Values]:
    pairs = (part.partition("/") for part in cell.split())
    return [
        {"began": began, "ended": None if ended == ".." else ended} for began, _, ended in pairs
    ]


def _session(values: Values) -> SessionRecord:
    outcome = SessionOutcome(values["outcome"])
    pauses = values.get("pauses")
    return SessionRecord(
        id=0,
        workout=text(values["workout"]),
        title=text(values["title"]),
        started=hour(values["started"]),
        seconds=whole_or_none(values["seconds"]),
        # Nobody can take it up here.
        outcome=SessionOutcome.STOPPED if outcome is SessionOutcome.OPEN else outcome,
        sets=tuple(_sets(items(values["sets"], 0, 20_000))),
        pauses=None if pauses is None else tuple(map(_pause, items(pauses, 0, 20_000))),
        effort=whole_or_none(values.get("effort"), 1, 5),
        note=text_or_none(values.get("note")),
    )


def _pause(values: Any) -> Pause:
    return Pause(hour(values["began"]), hour_or_none(values["ended"]))


def _sets(found: Iterable[Any]) -> Iterator[SetRecord]:
    """Yield the sets, each with a place of its own in its block and round."""
    blocks: dict[str, int] = {}
    places: dict[tuple[int, str], int] = {}
    taken: set[StepKey] = set()
    for values in found:
        block = text(values["block"])
        number = blocks.setdefault(block, len(blocks))
        name = text(values["name"])
        place = places.setdefault((number, name), len(places))
        side = None if values["side"] is None else Side(values["side"])
        key = StepKey(number, whole(values["round"]), place, side, StepKind.WORK)
        while key in taken:
            key = key._replace(place=key.place + 1000)
        taken.add(key)
        yield _set(key, values)


def _set(key: StepKey, values: Values) -> SetRecord:
    outcome, cut = SetOutcome(values["outcome"]), values.get("cut")
    return SetRecord(
        key=key,
        block=text(values["block"]),
        exercise=text_or_none(values["exercise"]),
        name=text(values["name"]),
        side=key.side,
        reps=whole_or_none(values["reps"]),
        seconds=whole_or_none(values["seconds"]),
        outcome=outcome,
        load=_load(values["weight"], values.get("unit")),
        planned=_planned(values),
        ended=hour_or_none(values.get("ended")),
        note=text_or_none(values.get("note")),
        is_cut=cut is not None and truth(cut) and outcome is SetOutcome.SKIPPED,
    )


def _load(kilograms: object, unit: str | None) -> Load | None:
    if kilograms is None:
        return None
    if not isinstance(kilograms, int | float) or not 0 <= kilograms <= MOST_KILOGRAMS:
        raise ValueError(f"{kilograms!r} is no weight from 0 to {MOST_KILOGRAMS} kg")
    return Load(round(kilograms * 1000), Unit(unit or "kg"))


def _planned(values: Values) -> Planned | None:
    dose = text_or_none(values.get("planned"))
    if dose is None:
        return None
    match = _DOSE.fullmatch(dose)
    found = match.groupdict() if match else {}
    numbers = {name: int(number) for name, number in found.items() if number is not None}
    return Planned(
        dose,
        weight=_weight(values),
        clock=clock_in(values.get("every"), values.get("for")),
        reps=numbers.get("reps"),
        reps_to=numbers.get("reps_to"),
        seconds=numbers.get("seconds"),
    )


def _weight(values: Values) -> Weight | None:
    level = values.get("level")
    heaviness = Level(level) if level else _load(values.get("planned_weight"), None)
    if heaviness is None or values.get("count") is None:
        return None
    return Weight(
        heaviness, whole(values["count"], 1, 2), Implement(values.get("of") or "dumbbell")
    )


def is_own_json(content: str) -> bool:
    """Return whether `content` may be what `matside history --json` printed."""
    return content.lstrip("\ufeff \t\r\n").startswith("[")
