"""Compares two successive readings as far as the stage shows them."""

from dataclasses import replace

from matside.core.durations import SECOND
from matside.core.session.looks import Look
from matside.core.session.reading import Reading
from matside.core.workout.steps import Work


def coloured(reading: Reading) -> tuple[object, ...]:
    """Return what determines the colours of the stage: the step and its look."""
    return reading.step.key, reading.look


def begins(before: Reading, now: Reading) -> bool:
    """Return whether something new begins: a step, or the set after its lead-in."""
    if Look.PAUSED in (before.look, now.look) or now.flooded:
        return False
    return before.step.key != now.step.key or isinstance(now.step, Work)


def share_of_rep(reading: Reading) -> float | None:
    """Return the finished share of the current rep in a running paced set, 0 to 1; else None."""
    if reading.rep is None or reading.shown.reps is None or reading.look is not Look.WORK:
        return None
    return reading.share * reading.shown.reps % 1


def steadied(reading: Reading, tick: int) -> Reading:
    """Return `reading` with its progress rounded to whole ticks of `tick` ms, and to seconds."""
    ticks = reading.whole / tick
    behind = reading.behind // SECOND * SECOND
    return replace(reading, share=int(reading.share * ticks) / ticks, behind=behind)


def means(reading: Reading) -> tuple[object, ...]:
    """Return the parts of `reading` that are put in words: they change with the step, not time."""
    return reading.step.key, reading.look, reading.press, reading.shown.pace
