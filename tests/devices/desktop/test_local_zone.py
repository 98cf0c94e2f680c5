"""The local zone knows its summer time."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from matside.core.durations import ends
from matside.devices.desktop.local_zone import LocalZone

MINUTE = 60_000

AUTUMN = datetime(2026, 10, 25, 0, 50, tzinfo=UTC)
"""Ten minutes before the clocks in Berlin go back from 3:00 to 2:00."""

SPRING = datetime(2026, 3, 29, 0, 50, tzinfo=UTC)
"""Ten minutes before they go on from 2:00 to 3:00."""


@pytest.fixture(autouse=True)
def _berlin() -> Iterator[None]:
    """Set the machine to the time of Berlin, written so that it needs no list of zones."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
    time.tzset()
    yield
    if before is None:
        del os.environ["TZ"]
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.parametrize(
    ("instant", "expected"),
    [
        (SPRING, "2026-03-29T01:50:00+01:00 CET"),
        (SPRING + timedelta(minutes=20), "2026-03-29T03:10:00+02:00 CEST"),
        (AUTUMN, "2026-10-25T02:50:00+02:00 CEST"),
        (AUTUMN + timedelta(minutes=20), "2026-10-25T02:10:00+01:00 CET"),
    ],
)
def test_an_instant_has_the_hour_and_the_offset_of_its_place(
    instant: datetime, expected: str
) -> None:
    """Before and after a change, also in the hour that there is twice."""
    local = instant.astimezone(LocalZone())
    assert expected == f"{local.isoformat()} {local.tzname()}"
    assert instant == local.astimezone(UTC)


@pytest.mark.parametrize(("now", "expected"), [(SPRING, "03:14"), (AUTUMN, "02:14")])
def test_a_workout_over_the_change_ends_by_the_clock_on_the_wall(
    now: datetime, expected: str
) -> None:
    """What is told to end 24 minutes from now does, whatever happens to the clocks meanwhile."""
    end = ends(now.astimezone(LocalZone()), 24 * MINUTE)
    assert expected == f"{end:%H:%M}"


def test_a_zone_without_an_instant_has_no_offset() -> None:
    """As the standard library asks for it; nor is it told what part is summer time."""
    zone = LocalZone()
    assert [None] * 3 == [zone.utcoffset(None), zone.tzname(None), zone.dst(AUTUMN)]


@pytest.mark.parametrize("zone", ["ABC-25", "ABC+24", "ABC-167:59:59"])
def test_a_zone_a_day_or_more_away_is_taken_for_utc(zone: str) -> None:
    """Whatever the machine says, there is an hour to show and to keep."""
    os.environ["TZ"] = zone
    time.tzset()

    local = AUTUMN.astimezone(LocalZone())

    assert "2026-10-25T00:50:00+00:00 UTC" == f"{local.isoformat()} {local.tzname()}"
    assert "01:14" == f"{ends(local, 24 * MINUTE):%H:%M}"


def test_the_last_instants_of_all_have_an_offset() -> None:
    """Those that would lie beyond the last year here too."""
    assert timedelta() == datetime.max.replace(tzinfo=LocalZone()).utcoffset()
