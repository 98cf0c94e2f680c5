"""The clock reads steady time in two ways."""

from datetime import datetime

from matside.core.session.clock import Anchor, Clock


def test_both_times_are_whole_milliseconds() -> None:
    """Nanoseconds are cut down to whole milliseconds."""
    clock = Clock(lambda: 12_999_999)
    assert (12, 12) == (clock.real(), clock.session())


def test_speed_multiplies_session_time_only() -> None:
    """At twentyfold speed a real millisecond is twenty of the session."""
    clock = Clock(lambda: 3_000_000, speed=20.0)
    assert (3, 60) == (clock.real(), clock.session())


def test_waiting_is_rounded_up() -> None:
    """A timer armed by the clock never fires before the session's instant."""
    clock = Clock(lambda: 0, speed=60.0)
    assert (1, 17, 0) == (clock.wait_for(1), clock.wait_for(1_000), clock.wait_for(-5))


def test_an_instant_has_the_hour_that_the_wall_clock_would_have_said() -> None:
    """Before and after the anchor, in the zone that it has."""
    anchor = Anchor(5_000, datetime.fromisoformat("2026-03-01T23:59:59.500+01:00"))
    assert "2026-03-02T00:00:00.750000+01:00" == anchor.hour_of(6_250).isoformat()
    assert "2026-03-01T23:59:57.500000+01:00" == anchor.hour_of(3_000).isoformat()


def test_hours_are_those_of_unscaled_time() -> None:
    """At twentyfold speed a minute of the session is three seconds on the wall."""
    anchor = Anchor(0, datetime.fromisoformat("2026-03-01T07:30:00+00:00"), speed=20.0)
    assert "2026-03-01T07:30:03+00:00" == anchor.hour_of(60_000).isoformat()
