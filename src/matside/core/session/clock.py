"""The session's clock: steady, in whole milliseconds, and as fast as it is asked to be."""

from collections.abc import Callable
from datetime import datetime, timedelta

from matside.frozen import frozen

_NANOSECONDS = 1_000_000
"""Nanoseconds in a millisecond."""


@frozen
class Clock:
    """A steady clock that goes on while the machine sleeps, read in two ways.

    `ticks` returns nanoseconds since some fixed instant. `speed` multiplies session time only.
    """

    ticks: Callable[[], int]
    speed: float = 1.0

    def real(self) -> int:
        """Return the ms of unscaled time."""
        return self.ticks() // _NANOSECONDS

    def session(self) -> int:
        """Return the ms of session time."""
        if self.speed == 1.0:
            return self.real()
        return int(self.ticks() * self.speed) // _NANOSECONDS

    def wait_for(self, session_ms: int) -> int:
        """Return the unscaled time that `session_ms` take, in whole ms, rounded up."""
        return max(0, -int(-session_ms // self.speed))


@frozen
class Anchor:
    """What the wall clock said at one instant of session time, by which all others are dated.

    `at` is in ms of session time, which runs `speed` times as fast as the wall clock, also while
    the session is paused and while the machine sleeps. A wall clock that is set in between
    changes nothing: order and distances stay true.
    """

    at: int
    wall: datetime
    speed: float = 1.0

    def hour_of(self, at: int) -> datetime:
        """Return the wall-clock time of the instant `at`, with the UTC offset of `wall`."""
        return self.wall + timedelta(milliseconds=(at - self.at) / self.speed)
