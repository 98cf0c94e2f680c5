"""How long a rest is, by what lies before and after it."""

from enum import Enum

from matside.core.durations import SECOND
from matside.core.settings import Settings
from matside.core.workout.model import Exercise, Reps, Rests

LEAST_CHANGE = 12 * SECOND
"""The least rest before a paced set that wants other weights or another position."""


class RestKind(Enum):
    """What a rest lies between: two sides, exercises, rounds or blocks.

    MINUTE is what is left of a minute behind its set.
    """

    SWITCH = "switch"
    EXERCISE = "exercise"
    ROUND = "round"
    BLOCK = "block"
    MINUTE = "minute"


def rest_between(
    kind: RestKind, written: Rests, before: Exercise, after: Exercise, settings: Settings
) -> int:
    """Return the ms of a rest in a block with `written` rests; 0 where there is none.

    It lies between two sides, exercises, rounds or blocks; MINUTE has no length of its own.
    What the exercise `before` writes holds before its block, and that before the settings.
    """
    length = _seconds(kind, written, before, settings) * SECOND
    is_paced = settings.rep_pace and isinstance(after.dose, Reps)
    changes = (before.weight, before.position) != (after.weight, after.position)
    return max(length, LEAST_CHANGE) if length and is_paced and changes else length


def rest_within(kind: RestKind, before: Exercise) -> int:
    """Return the ms of a rest in a block that lasts for a time: only what `before` writes counts.

    `kind` is what lies between two of its sets.
    """
    return ((before.switch if kind is RestKind.SWITCH else before.rest) or 0) * SECOND


def _seconds(kind: RestKind, written: Rests, before: Exercise, settings: Settings) -> int:
    if kind is RestKind.SWITCH:
        return _switch_seconds(before, settings)
    if before.rest is not None:
        return before.rest
    of_block, of_settings = {
        RestKind.EXERCISE: (written.exercises, settings.between_exercises),
        RestKind.ROUND: (written.rounds, settings.between_rounds),
        RestKind.BLOCK: (written.after, settings.between_blocks),
    }[kind]
    return of_settings if of_block is None else of_block


def _switch_seconds(exercise: Exercise, settings: Settings) -> int:
    if exercise.switch is not None:
        return exercise.switch
    if settings.switch_sides == 0:
        return 0
    return max(settings.switch_sides, exercise.least_switch or 0)
