"""Measures what grows with much work, and should not."""

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
"""What should not grow, and by how much it may at most.

A hundred objects of Python are noise: one a start, or one a set, would be more.
"""


def endurance(bench: Bench) -> Iterator[Part]:
    """Measure what grows in three hours of training, and in many starts."""
    cycles, haste = bench.pains.cycles, bench.pains.haste
    trained = bench.found_by("endurance", bench.data("training"), "workout", haste)
    yield Part(
        "Three hours of training, growth since the end of the first minute", grown(*trained)
    )
    started = bench.found_by("endurance", bench.data("starting"), "cycles", cycles)
    yield Part(f"{cycles} starts and stops, growth since the first 200", grown(*started))


def grown(before: Mapping[str, float], after: Mapping[str, float]) -> tuple[Figure, ...]:
    """Return how much more there is `after`, by the names that `Stock` has."""
    return tuple(
        Figure(words, after[name] - before[name], unit, target=Target(most))
        for name, words, unit, most in GROWING
    )
