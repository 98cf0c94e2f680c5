"""The session's clock: steady, in whole milliseconds, and as fast as it is asked to be."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

_NANOSECONDS = 1_000_000
"""Nanoseconds in a millisecond."""


@dataclass(frozen=True, slots=True)
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
        """Return the whole unscaled ms, rounded up, in which `session_ms` go by."""
        return max(0, -int(-session_ms // self.speed))


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the wall clock said at one instant of session time; every other has its hour by that.

    `at` is in ms of session time, of which `speed` go by in each unscaled one. That time goes on
    while the session is paused and while the machine sleeps, so hours need neither be counted.
    Whoever sets the wall clock in between moves nothing: order and distances stay true.
    """

    at: int
    wall: datetime
    speed: float = 1.0

    def hour_of(self, at: int) -> datetime:
        """Return the hour of the session's instant `at`, with the offset that `wall` has."""
        return self.wall + timedelta(milliseconds=(at - self.at) / self.speed)
