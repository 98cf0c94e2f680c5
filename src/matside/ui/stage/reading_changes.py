"""What one reading has new against the one before, as far as the stage shows it."""

from dataclasses import replace

from matside.core.session.reading import Look, Reading
from matside.core.workout.plan import Work


def coloured(reading: Reading) -> tuple[object, ...]:
    """Return what gives the stage its colour: the step and its look."""
    return reading.step.key, reading.look


def begins(before: Reading, now: Reading) -> bool:
    """Return whether something new begins, a step or the set itself after its lead-in."""
    if Look.PAUSED in (before.look, now.look) or now.flooded:
        return False
    return before.step.key != now.step.key or isinstance(now.step, Work)


def share_of_rep(reading: Reading) -> float | None:
    """Return how much of its rep a paced set that runs has done, 0 to 1; None for all else."""
    if reading.rep is None or reading.shown.reps is None or reading.look is not Look.WORK:
        return None
    return reading.share * reading.shown.reps % 1


def steadied(reading: Reading, tick: int) -> Reading:
    """Return `reading` with the share of its step in whole ticks of `tick` ms."""
    ticks = reading.step.estimate / tick
    return replace(reading, share=int(reading.share * ticks) / ticks)


def means(reading: Reading) -> tuple[object, ...]:
    """Return what of `reading` is told in words; it changes with the step, not with the time."""
    return reading.step.key, reading.look, reading.press, reading.shown.pace
