"""The clock reads steady time in two ways."""

from matside.core.clock import Clock


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
