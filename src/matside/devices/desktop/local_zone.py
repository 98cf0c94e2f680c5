"""Knows which time people have here, also after summer time has begun or ended."""

from datetime import UTC, datetime, timedelta, tzinfo

from matside.override import override


class LocalZone(tzinfo):
    """The zone that the machine is set to, with all of its changes.

    An instant of the standard library's local time keeps the offset that holds now: an hour
    worked out from it is wrong where summer time begins or ends in between. Where the machine is
    set to a zone that Python does not know, a day or more from UTC, it is UTC.
    """

    @override
    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        """Return how far the time here is ahead of UTC at the local instant `dt`."""
        return None if dt is None else _local(dt).utcoffset()

    @override
    def tzname(self, dt: datetime | None) -> str | None:
        """Return what the time is called at the local instant `dt`."""
        return None if dt is None else _local(dt).tzname()

    @override
    def dst(self, dt: datetime | None) -> timedelta | None:
        """Return None: what part of the offset is summer time is not known."""
        del dt
        return None

    @override
    def fromutc(self, dt: datetime) -> datetime:
        """Return the local instant of `dt`, which is meant in UTC."""
        local = _here(dt.replace(tzinfo=UTC))
        here = local.replace(tzinfo=self)
        # Of the hour that there is twice the offset tells which one it is.
        return here if here.utcoffset() == local.utcoffset() else here.replace(fold=1)


def _local(instant: datetime) -> datetime:
    return _here(instant.replace(tzinfo=None))


def _here(instant: datetime) -> datetime:
    """Return `instant`, which is meant in UTC or without a zone here, with the offset of here."""
    try:
        return instant.astimezone()
    except (OSError, OverflowError, ValueError):
        return instant.replace(tzinfo=UTC)
