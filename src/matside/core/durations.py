"""Lengths of time: how they are written, and when what takes one ends."""

import re
from datetime import UTC, datetime, timedelta

SECOND = 1000
"""Milliseconds in a second."""

MINUTE = 60 * SECOND
HOUR = 60 * MINUTE

_SECONDS = r"([0-9]{1,6})(?: s)?"
_MINUTES = r"([0-9]{1,6}) min"
_CLOCK = r"([0-9]{1,6}):([0-5][0-9])"


def parse_duration(text: str) -> int | None:
    """Return the whole seconds that `text` writes, or None where it writes none.

    The forms are `N`, `N s`, `N min` and `M:SS` with SS from 00 to 59, in ASCII digits.
    """
    if match := re.fullmatch(_SECONDS, text):
        return int(match[1])
    if match := re.fullmatch(_MINUTES, text):
        return int(match[1]) * 60
    if match := re.fullmatch(_CLOCK, text):
        return int(match[1]) * 60 + int(match[2])
    return None


def whole_seconds(ms: int) -> int:
    """Return the seconds that a countdown shows for `ms`: rounded up, never below 0."""
    return max(0, -(-ms // SECOND))


def rounded_seconds(ms: int) -> int:
    """Return `ms` in whole seconds, half up: the seconds that a record keeps."""
    return (ms + SECOND // 2) // SECOND


def clock(seconds: int) -> str:
    """Return whole `seconds` as `m:ss`, above one hour as `h:mm:ss`."""
    if seconds <= 3600:
        return f"{seconds // 60}:{seconds % 60:02}"
    return f"{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"


def ends(wall: datetime, left: int) -> datetime:
    """Return the instant `left` ms after `wall`, rounded up to the minute, in the same zone."""
    end = wall.astimezone(UTC) + timedelta(milliseconds=left)
    whole = end.replace(second=0, microsecond=0)
    return (whole if whole == end else whole + timedelta(minutes=1)).astimezone(wall.tzinfo)
