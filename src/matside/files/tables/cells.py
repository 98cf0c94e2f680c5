"""What stands in the cells of tables: texts, numbers, lengths of time and weights."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from matside.core.weights import Load, Unit, load_of
from matside.files.yaml.characters import FORBIDDEN, escaped

LONGEST = 10_000
"""The longest text of a cell, in characters."""

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet reads as a formula, or that looks like an escaped one."""

_REMEMBERED = 512
"""How many cells are remembered: tables say much the same again and again."""

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})")
_PARTS = re.compile(r"(\d{1,5})\s*(h|m|s)[a-z]*\s*")
_PART_SECONDS = {"h": 3600, "m": 60, "s": 1}

_UNITS = {"kg": Unit.KILOGRAM, "kgs": Unit.KILOGRAM, "lb": Unit.POUND, "lbs": Unit.POUND}


_WEIGHTS = {
    heading: unit
    for name, unit in _UNITS.items()
    for heading in (f"Weight ({name})", f"weight_{name}")
}
"""The headings of weights that name their unit, in all tables."""


def harmless(text: str) -> str:
    """Return `text` as a cell; an apostrophe keeps it from being read as a formula.

    Its lines stay lines; other control characters are written as Python's escapes.
    """
    lines = "\n".join(map(escaped, text.split("\n")))
    return ("'" if _FORMULA.match(text) else "") + lines


@lru_cache(_REMEMBERED)
def plain(cell: str) -> str:
    """Return the text of a cell, without the apostrophe of `harmless`.

    It is cut where it is too long; characters that no text may hold are left out.
    """
    cell = cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
    lines = cell.replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(FORBIDDEN, "", lines).strip()[:LONGEST]


@lru_cache(_REMEMBERED)
def number(cell: str) -> float | None:
    """Return the number in a cell, with a decimal point or comma, None if it is empty.

    Raises ValueError with a reason if there is something else.
    """
    text = plain(cell).replace("\N{NO-BREAK SPACE}", "").replace(" ", "")
    if not text:
        return None
    if "," in text and "." in text:
        thousands = "," if text.rindex(".") > text.rindex(",") else "."
        text = text.replace(thousands, "")
    try:
        found = float(text.replace(",", "."))
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1e9:
        raise ValueError(f'"{escaped(text[:40])}" is no number')
    return found


def whole(cell: str) -> int | None:
    """Return the number in a cell, rounded; None if it is empty or 0. Raises as `number`."""
    return round(number(cell) or 0) or None


def seconds(cell: str) -> int | None:
    """Return the whole seconds in a cell: `90`, `1:30`, `0:01:30`, `30m`, `1h 5m`; None if 0.

    Raises ValueError with a reason if there is something else.
    """
    text = plain(cell).lower()
    if match := _CLOCK.fullmatch(text):
        hours, minutes, rest = match.groups()
        return int(hours or 0) * 3600 + int(minutes) * 60 + int(rest) or None
    if _PARTS.match(text) and not _PARTS.sub("", text):
        return sum(int(part) * _PART_SECONDS[unit] for part, unit in _PARTS.findall(text)) or None
    return whole(cell)


def unit(cell: str) -> Unit | None:
    """Return the unit that a cell or a heading names, None if it is empty.

    Raises ValueError with a reason if there is something else.
    """
    text = plain(cell).lower()
    if text and text not in _UNITS:
        raise ValueError(f'"{escaped(text[:40])}" is no unit of weight')
    return _UNITS.get(text)


def load(cell: str, of: Unit) -> Load | None:
    """Return the load in a cell, None if it is empty or 0. Raises ValueError with a reason."""
    found = number(cell)
    if not found:
        return None
    heavy = load_of(found, of)
    if heavy is None:
        raise ValueError(f'"{escaped(plain(cell)[:40])}" is no weight that anybody lifts')
    return heavy


def tells_unit(headings: Iterable[str]) -> bool:
    """Return whether a table with `headings` says what its weights are in."""
    return not {"Weight Unit", *_WEIGHTS}.isdisjoint(headings)


def weight(row: Mapping[str, str], usual: Unit) -> Load | None:
    """Return the load in a row, in `usual` units where it names none. Raises as `load`."""
    for heading, known in _WEIGHTS.items():
        if heading in row:
            return load(row[heading], known)
    return load(row.get("Weight", ""), unit(row.get("Weight Unit", "")) or usual)
