"""When the core was last told what time it is, by which sleep is noticed."""

from matside.core.durations import SECOND
from matside.core.session.clock import Clock

SLEPT_AFTER = 5 * SECOND
"""The gap between two beats above which the machine has slept, in unscaled ms."""


class LastBeat:
    """The last instant that was passed to the core, on both readings of `clock`."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._real = clock.real()
        self.at = clock.session()

    def now(self) -> int:
        """Return the session's instant, which is the last beat from now on."""
        self._real, self.at = self._clock.real(), self._clock.session()
        return self.at

    @property
    def is_long_ago(self) -> bool:
        """Whether nothing but sleep can have kept the next beat away."""
        return self._clock.real() - self._real > SLEPT_AFTER

    def wake(self) -> int:
        """Return the session's instant of the last beat; count sleep anew from here on."""
        self._real = self._clock.real()
        return self.at
