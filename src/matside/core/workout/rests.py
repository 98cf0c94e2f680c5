"""How long a rest is, by what lies before and after it."""

from enum import Enum
from typing import assert_never

from matside.core.durations import SECOND
from matside.core.settings import Settings
from matside.core.workout.model import Exercise, Reps, Rests

LEAST_CHANGE = 12 * SECOND
"""The least rest before a paced set that wants other weights or another position."""


class RestKind(Enum):
    """What a rest lies between: two sides, exercises, rounds or blocks."""

    SWITCH = "switch"
    EXERCISE = "exercise"
    ROUND = "round"
    BLOCK = "block"


def rest_between(
    kind: RestKind, written: Rests, before: Exercise, after: Exercise, settings: Settings
) -> int:
    """Return the ms of a rest in a block with `written` rests; 0 where there is none."""
    length = _seconds(kind, written, before, settings) * SECOND
    is_paced = settings.rep_pace and isinstance(after.dose, Reps)
    return max(length, LEAST_CHANGE) if length and is_paced and _differ(before, after) else length


def _seconds(kind: RestKind, written: Rests, before: Exercise, settings: Settings) -> int:
    match kind:
        case RestKind.SWITCH:
            return _switch_seconds(before, settings)
        case RestKind.EXERCISE:
            return _or(written.exercises, settings.between_exercises)
        case RestKind.ROUND:
            return _or(written.rounds, settings.between_rounds)
        case RestKind.BLOCK:
            return _or(written.after, settings.between_blocks)
        case _:
            assert_never(kind)


def _switch_seconds(exercise: Exercise, settings: Settings) -> int:
    if exercise.switch is not None:
        return exercise.switch
    if settings.switch_sides == 0:
        return 0
    return max(settings.switch_sides, exercise.least_switch or 0)


def _or(written: int | None, chosen: int) -> int:
    return chosen if written is None else written


def _differ(before: Exercise, after: Exercise) -> bool:
    """Return whether two exercises want other weights or another position."""
    return (before.weight, before.position) != (after.weight, after.position)
