"""What many measurements of one thing say."""

from collections.abc import Sequence
from math import ceil
from statistics import median

EDGE = 5
"""So many measurements at either end tell how far a run has drifted."""


def percentile(sample: Sequence[float], percent: float) -> float:
    """Return the least value of `sample` that `percent` of its values do not exceed."""
    rank = ceil(len(sample) * percent / 100)
    return sorted(sample)[max(rank, 1) - 1]


def drift(sample: Sequence[float]) -> float:
    """Return by how much the last values of `sample` exceed the first, by their medians."""
    edge = min(EDGE, len(sample))
    return median(sample[-edge:]) - median(sample[:edge])
