"""Measures what should not grow with much work."""

from collections.abc import Iterator, Mapping

from tools.measures.bench import Bench
from tools.measures.table import Figure, Part, Target

GROWING = (
    ("memory", "memory, resident", "MiB", 2),
    ("objects", "objects of Python", "", 100),
    ("qt_objects", "objects of Qt", "", 0),
    ("handles", "handles", "", 0),
    ("threads", "threads", "", 0),
)
"""What should not grow, and by how much it may.

A hundred objects of Python are noise: one a start, or one a set, would be more.
"""


def endurance(bench: Bench) -> Iterator[Part]:
    """Measure growth over three hours of training, and over many starts."""
    cycles, haste = bench.pains.cycles, bench.pains.haste
    trained = bench.found_by("endurance", bench.data("training"), "workout", haste)
    yield Part(
        "Three hours of training, growth since the end of the first minute", grown(*trained)
    )
    started = bench.found_by("endurance", bench.data("starting"), "cycles", cycles)
    yield Part(f"{cycles} starts and stops, growth since the first 200", grown(*started))


def grown(before: Mapping[str, float], after: Mapping[str, float]) -> tuple[Figure, ...]:
    """Return how much each field of `Stock` has grown from `before` to `after`."""
    return tuple(
        Figure(words, after[name] - before[name], unit, target=Target(most))
        for name, words, unit, most in GROWING
    )
