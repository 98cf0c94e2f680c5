"""A loop of poses: keys at shares of the loop, and smooth ways between them."""

import math
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from tools.films.pose import Pose, numbers_of, with_numbers


@dataclass(frozen=True, slots=True)
class Key:
    """The pose at one share of the loop, from 0 to below 1."""

    share: float
    pose: Pose


class Motion:
    """A loop through the poses of `keys`, whose shares rise.

    Every number of a pose runs through the keys by a periodic monotone cubic (Fritsch and
    Carlson, SIAM Journal on Numerical Analysis 17, 1980): it stands still at extremes and in
    holds, never overshoots, and the loop closes.
    """

    def __init__(self, keys: Sequence[Key]) -> None:
        self.keys = tuple(keys)
        self._shares = [key.share for key in keys]
        columns = zip(*(numbers_of(key.pose) for key in keys), strict=True)
        self._curves = [_Curve.through(self._shares, column) for column in columns]

    def pose(self, share: float) -> Pose:
        """Return the pose at `share` of the loop; whole numbers are its beginning."""
        share %= 1.0
        place = bisect_right(self._shares, share) - 1
        start = self._shares[place] - (place < 0)
        step = _step(self._shares, place)
        within = (share - start) / step
        numbers = (curve.value(place, within, step) for curve in self._curves)
        return with_numbers(self.keys[0].pose, iter(tuple(numbers)))

    def mirrored(self) -> "Motion":
        """Return the loop with left and right exchanged."""
        return Motion([Key(key.share, key.pose.mirrored()) for key in self.keys])


def _step(shares: Sequence[float], place: int) -> float:
    """Return the share from the key at `place` to the next one, around the end of the loop."""
    following = (place + 1) % len(shares)
    return (shares[following] - shares[place]) % 1.0 or 1.0


@dataclass(frozen=True, slots=True)
class _Curve:
    values: tuple[float, ...]
    slopes: tuple[float, ...]

    @staticmethod
    def through(shares: Sequence[float], values: Sequence[float]) -> "_Curve":
        count = len(values)
        steps = [_step(shares, place) for place in range(count)]
        rises = [(values[(i + 1) % count] - values[i]) / steps[i] for i in range(count)]
        slopes = [_slope(rises[i - 1], rises[i], steps[i - 1], steps[i]) for i in range(count)]
        return _Curve(tuple(values), tuple(slopes))

    def value(self, place: int, within: float, step: float) -> float:
        following = (place + 1) % len(self.values)
        before, after = self.values[place], self.values[following]
        if before == after and not (self.slopes[place] or self.slopes[following]):
            return before
        t2, t3 = within * within, within * within * within
        rest = 2 * t3 - 3 * t2
        return (
            before * (rest + 1)
            - after * rest
            + step * self.slopes[place] * (t3 - 2 * t2 + within)
            + step * self.slopes[following] * (t3 - t2)
        )


def _slope(before: float, after: float, step_before: float, step_after: float) -> float:
    """Return the slope at a key: none at an extreme, else the harmonic mean of its sides'."""
    if before * after <= 0 or not math.isfinite(before * after):
        return 0.0
    first, second = 2 * step_after + step_before, step_after + 2 * step_before
    return (first + second) / (first / before + second / after)
