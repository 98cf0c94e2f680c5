"""Checks values read from our own files, which anybody may have changed.

Each function returns the value if it is of the right kind, else raises ValueError with a reason.
"""

from datetime import date, datetime

from matside.files.yaml.characters import forbidden_in, quoted

MOST = 10**12
"""The largest number that is expected anywhere: as ms some 30 years."""

LONGEST = 1 << 20
"""The longest text, in characters: that of a whole file."""

YEARS = range(1900, 9999)
"""The years for which `datetime` can compute with any UTC offset."""


def whole(value: object, least: int = 0, most: int = MOST) -> int:
    """Return `value`, a whole number from `least` to `most`."""
    if type(value) is not int or not least <= value <= most:
        raise _wrong(value, f"no whole number from {least} to {most}")
    return value


def whole_or_none(value: object, least: int = 0, most: int = MOST) -> int | None:
    """Return `value`, a whole number from `least` to `most` or None."""
    return None if value is None else whole(value, least, most)


def truth(value: object) -> bool:
    """Return `value`, which is true or false."""
    if not isinstance(value, bool):
        raise _wrong(value, "neither true nor false")
    return value


def text(value: object, most: int = LONGEST) -> str:
    """Return `value`, a text of at most `most` characters, all of which a file may hold."""
    if not isinstance(value, str) or len(value) > most or forbidden_in(value):
        raise _wrong(value, f"no text of at most {most} characters")
    return value


def text_or_none(value: object, most: int = LONGEST) -> str | None:
    """Return `value`, a text as of `text` or None."""
    return None if value is None else text(value, most)


def any_text(value: object) -> str:
    """Return `value`, a text that may hold anything, as the name of a file does."""
    if not isinstance(value, str):
        raise _wrong(value, "no text")
    return value


def any_text_or_none(value: object) -> str | None:
    """Return `value`, a text that may hold anything or None."""
    return None if value is None else any_text(value)


def items(value: object, least: int, most: int) -> list[object]:
    """Return `value`, a list of `least` to `most` entries."""
    if not isinstance(value, list) or not least <= len(value) <= most:
        raise _wrong(value, f"no list of {least} to {most} entries")
    return value


def hour(value: object) -> datetime:
    """Return the hour that `value` writes in ISO 8601, with its offset."""
    try:
        found = datetime.fromisoformat(any_text(value))
    except ValueError:
        found = None
    if found is None or found.tzinfo is None or found.year not in YEARS:
        raise _wrong(value, "no hour with an offset")
    return found


def day(value: object) -> date:
    """Return the day that `value` writes in ISO 8601, of a year as of `hour`."""
    try:
        found = date.fromisoformat(any_text(value))
    except ValueError:
        found = None
    if found is None or found.year not in YEARS:
        raise _wrong(value, "no day")
    return found


def hour_or_none(value: object) -> datetime | None:
    """Return the hour that `value` writes, None where it is None."""
    return None if value is None else hour(value)


def _wrong(value: object, what: str) -> ValueError:
    shown = quoted(value) if isinstance(value, str) else repr(value)[:40]
    return ValueError(f"{shown} is {what}")
