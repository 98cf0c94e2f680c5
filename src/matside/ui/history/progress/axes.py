"""Where the lines of a plot lie, and which months or years stand below it."""

import math
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import pairwise

from PySide6.QtCore import QLocale

from matside.frozen import frozen
from matside.ui.drawing.lettering import width_of

_EASY = (1.0, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
"""Steps that are easy to count in, times powers of ten."""

_SECONDS = (5, 10, 15, 20, 30, 60, 120, 180, 300, 600, 900, 1200, 1800)
"""Steps of a clock below an hour, in seconds."""

_HOUR = 3600
_YEAR = 12

_MONTHS = (1, 3, 6, _YEAR, 2 * _YEAR, 5 * _YEAR, 10 * _YEAR, 20 * _YEAR, 50 * _YEAR)
"""How many months may lie between two labels."""

_MORE = 1.08
"""How much lower the highest line must be for one step more."""

_APART = 1.2
"""How far labels are apart at least, in heights of their capitals."""


def number_lines(most: float, rows: Sequence[int], *, whole: bool = False) -> tuple[float, ...]:
    """Return the values of the lines from 0 to one at or above `most`, in easy steps.

    There are as many steps as one of `rows` says: the one with which the highest line is lowest.
    With `whole` the steps are whole numbers.
    """
    steps = _easy_steps(most)
    return _lines(most, [step for step in steps if not whole or step.is_integer()], rows)


def clock_lines(most: float, rows: Sequence[int]) -> tuple[float, ...]:
    """Return the same for lengths in seconds, in the steps of a clock."""
    hours = (_HOUR * step for step in _easy_steps(most / _HOUR) if step.is_integer())
    return _lines(most, [*map(float, _SECONDS), *hours], rows)


def _easy_steps(most: float) -> list[float]:
    power = math.floor(math.log10(max(most, 1.0))) - 1
    return [easy * 10.0**each for each in (power, power + 1) for easy in _EASY]


def _lines(most: float, steps: Iterable[float], rows: Sequence[int]) -> tuple[float, ...]:
    high_enough = ((step, row) for step in steps for row in rows if step * row >= most)
    step, row = min(high_enough, key=lambda each: (each[0] * each[1] * _MORE ** each[1], each[1]))
    return tuple(place * step for place in range(row + 1))


@frozen
class DateLabel:
    """What stands below the period at `place`, from its left edge on."""

    place: int
    text: str


def date_labels(
    begins: Sequence[date], pitch: float, cap: float, locale: QLocale
) -> tuple[DateLabel, ...]:
    """Return the labels of periods that are `pitch` px apart, in capitals of `cap` px.

    There are as many as have room: months, with the year in place of its first one, or years.
    """
    found: list[DateLabel] = []
    for months in _MONTHS:
        found = _labels(begins, months, locale)
        if len(found) > 1 and not _apart(found[:2], pitch, cap):
            del found[0]  # its month or year had begun already
        if _apart(found, pitch, cap):
            break
    width = len(begins) * pitch
    return tuple(each for each in found if each.place * pitch + width_of(each.text, cap) <= width)


def _labels(begins: Sequence[date], months: int, locale: QLocale) -> list[DateLabel]:
    """Return a label for every period with which another group of `months` begins."""
    parts = [(_YEAR * day.year + day.month - 1) // months for day in begins]
    return [
        DateLabel(place, _words(day, months, locale))
        for place, day in enumerate(begins)
        if place == 0 or parts[place] != parts[place - 1]
    ]


def _words(day: date, months: int, locale: QLocale) -> str:
    if months >= _YEAR or day.month == 1:
        return str(day.year)
    return locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)


def _apart(labels: Sequence[DateLabel], pitch: float, cap: float) -> bool:
    """Return whether none of `labels` comes too near to the next one."""
    return all(
        one.place * pitch + width_of(one.text, cap) + _APART * cap <= other.place * pitch
        for one, other in pairwise(labels)
    )
