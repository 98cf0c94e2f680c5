"""The session's clock: steady, in whole milliseconds, and as fast as it is asked to be."""

from collections.abc import Callable
from dataclasses import dataclass

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
