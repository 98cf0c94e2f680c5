"""Statistics of many measurements of one thing."""

from collections.abc import Sequence
from math import ceil
from statistics import median

EDGE = 5
"""The number of measurements at each end that are compared for the drift of a run."""


def percentile(sample: Sequence[float], percent: float) -> float:
    """Return the smallest value of `sample` that `percent` of its values do not exceed."""
    rank = ceil(len(sample) * percent / 100)
    return sorted(sample)[max(rank, 1) - 1]


def drift(sample: Sequence[float]) -> float:
    """Return the difference of the medians of the last and the first values of `sample`."""
    edge = min(EDGE, len(sample))
    return median(sample[-edge:]) - median(sample[:edge])
