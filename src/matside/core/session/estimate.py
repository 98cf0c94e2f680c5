"""When a workout ends."""

from datetime import UTC, datetime, timedelta


def ends(wall: datetime, left: int) -> datetime:
    """Return the instant `left` ms after `wall`, rounded up to the minute, in the same zone."""
    end = wall.astimezone(UTC) + timedelta(milliseconds=left)
    whole = end.replace(second=0, microsecond=0)
    return (whole if whole == end else whole + timedelta(minutes=1)).astimezone(wall.tzinfo)
