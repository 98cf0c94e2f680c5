"""The last beat knows by unscaled time whether the machine has slept since."""

import pytest

from matside.core.session.clock import Clock
from matside.ui.session.last_beat import SLEPT_AFTER, LastBeat
from tests.support.fakes import FakeTicks


def test_it_is_long_ago_after_more_than_five_seconds_without_another() -> None:
    """With five seconds it is not yet."""
    ticks = FakeTicks()
    beat = LastBeat(ticks.clock)
    ticks.go_on(SLEPT_AFTER)
    assert not beat.is_long_ago
    ticks.go_on(1)
    assert beat.is_long_ago
    beat.now()
    assert not beat.is_long_ago


@pytest.mark.parametrize("speed", [1.0, 10.0])
def test_after_sleep_the_session_is_where_it_was(speed: float) -> None:
    """However fast it goes; the next sleep is counted from the waking."""
    ticks = FakeTicks()
    clock = Clock(ticks.clock.ticks, speed)
    beat = LastBeat(clock)
    stood = clock.session()
    ticks.go_on(2 * SLEPT_AFTER)
    assert (stood, stood) == (beat.wake(), beat.at)
    assert not beat.is_long_ago
