"""Dates as programs write them, in some languages and orders."""

import re
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from unicodedata import combining, normalize

from matside.files.history.checked import YEARS
from matside.files.yaml.characters import escaped
from matside.frozen import frozen

_MONTHS = {
    "jan": 1, "ene": 1, "gen": 1,
    "feb": 2, "fev": 2,
    "mar": 3, "mrz": 3, "mrt": 3,
    "apr": 4, "avr": 4, "abr": 4,
    "may": 5, "mai": 5, "mag": 5, "mei": 5,
    "jun": 6, "giu": 6, "juin": 6,
    "jul": 7, "lug": 7, "juil": 7,
    "aug": 8, "ago": 8, "aou": 8,
    "sep": 9, "set": 9,
    "oct": 10, "okt": 10, "ott": 10, "out": 10,
    "nov": 11,
    "dec": 12, "dez": 12, "dic": 12,
}  # fmt: skip
"""Months by how their names begin, in English, German, French, Spanish, Italian, Portuguese and
Dutch."""

_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([ap])\.?\s*m\b)?")
_REST = r"[ ,.a-z]*"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})" + _REST)
_NUMBERS = re.compile(r"(\d{1,2})([./-])(\d{1,2})[./-](\d{4})" + _REST)
_DAY_FIRST = re.compile(r"(\d{1,2})\.?(?: de)? ([a-z]+)\.?(?: de)? (\d{4})" + _REST)
_MONTH_FIRST = re.compile(r"([a-z]+)\.? (\d{1,2}),? (\d{4})" + _REST)

_REMEMBERED = 64
"""How many dates are remembered: each comes with every set of its session."""

DAY, MINUTE, SECOND = 10, 16, 19
"""How many characters of ISO 8601 tell a start to the day, the minute and the second."""


@frozen
class Moment:
    """A date with its time on the clock of the wall, known to `precision` characters of ISO."""

    at: datetime
    precision: int


def is_month_first(cells: Iterable[str]) -> bool:
    """Return whether numbers stand for month, day and year in the dates of `cells`.

    A number above 12 settles it; else whoever writes am and pm writes the month first.
    """
    found = False
    for cell in dict.fromkeys(cells):
        text = _bare(cell)
        match = _NUMBERS.match(text)
        if match is None or match[2] == ".":
            continue
        if int(match[1]) > 12 or int(match[3]) > 12:
            return int(match[3]) > 12
        time = _TIME.search(text)
        found = found or (time is not None and time[4] is not None)
    return found


@lru_cache(_REMEMBERED)
def moment(cell: str, *, month_first: bool = False) -> Moment:
    """Return the moment that a cell tells, in no time zone.

    Raises ValueError with a reason if it tells none.
    """
    text = _bare(cell)
    time = _TIME.search(text)
    try:
        day = _day_in(text[: time.start()] if time else text, month_first=month_first)
        at = datetime(*day, *(_clock(time) if time else ()))  # noqa: DTZ001 - as on the wall
    except ValueError as error:
        raise _no_date(cell) from error
    if at.year not in YEARS:  # history could not read it again
        raise _no_date(cell)
    if time is None:
        return Moment(at, DAY)
    return Moment(at, MINUTE if time[3] is None else SECOND)


def _no_date(cell: str) -> ValueError:
    return ValueError(f'"{escaped(cell.strip()[:40])}" is no date that is known')


def _clock(time: re.Match[str]) -> tuple[int, int, int]:
    hour = int(time[1])
    if time[4] is not None:
        hour = hour % 12 + (12 if time[4] == "p" else 0)
    return hour, int(time[2]), int(time[3] or 0)


def _day_in(text: str, *, month_first: bool) -> tuple[int, int, int]:
    """Return year, month and day in `text`; raise ValueError if there are none."""
    if match := _ISO.fullmatch(text):
        return int(match[1]), int(match[2]), int(match[3])
    if match := _NUMBERS.fullmatch(text):
        first, second = int(match[1]), int(match[3])
        day, month = (second, first) if month_first and match[2] != "." else (first, second)
        return int(match[4]), month, day
    if match := _DAY_FIRST.fullmatch(text):
        return int(match[3]), _month(match[2]), int(match[1])
    if match := _MONTH_FIRST.fullmatch(text):
        return int(match[3]), _month(match[1]), int(match[2])
    raise ValueError("no day")


def _month(word: str) -> int:
    """Return the month that `word` names, or begins to; 0, which is none, for any other."""
    return _MONTHS.get(word[:4], _MONTHS.get(word[:3], 0))


def _bare(cell: str) -> str:
    """Return `cell` in small letters, without accents, and with plain blanks."""
    letters = "".join(sign for sign in normalize("NFKD", cell) if not combining(sign))
    return " ".join(letters.lower().split())
