"""The machine's time zone, also correct across the beginning and end of summer time."""

from datetime import UTC, datetime, timedelta, tzinfo

from matside.override import override


class LocalZone(tzinfo):
    """The machine's time zone, with the offset that holds at each instant.

    The standard library's local time keeps today's offset for every instant, so times computed
    from it are wrong if summer time begins or ends in between. If the zone is a day or more
    from UTC, which Python does not support, UTC is used.
    """

    @override
    def utcoffset(self, dt: datetime | None) -> timedelta | None:
        """Return how far local time is ahead of UTC at the local instant `dt`."""
        return None if dt is None else _local(dt).utcoffset()

    @override
    def tzname(self, dt: datetime | None) -> str | None:
        """Return the name of the zone at the local instant `dt`."""
        return None if dt is None else _local(dt).tzname()

    @override
    def dst(self, dt: datetime | None) -> timedelta | None:
        """Return None: how much of the offset is summer time is unknown."""
        del dt
        return None

    @override
    def fromutc(self, dt: datetime) -> datetime:
        """Return the local instant of `dt`, which is in UTC."""
        local = _here(dt.replace(tzinfo=UTC))
        here = local.replace(tzinfo=self)
        # In the hour that occurs twice, the offset tells which one it is.
        return here if here.utcoffset() == local.utcoffset() else here.replace(fold=1)


def _local(instant: datetime) -> datetime:
    return _here(instant.replace(tzinfo=None))


def _here(instant: datetime) -> datetime:
    """Return `instant`, in UTC or local time without a zone, with the local offset."""
    try:
        return instant.astimezone()
    except (OSError, OverflowError, ValueError):
        return instant.replace(tzinfo=UTC)
