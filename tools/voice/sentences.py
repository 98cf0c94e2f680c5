"""Lists every sentence that can be said for the bundled catalogue and workouts.

`python -m tools.voice.sentences` prints them, one a line.
They are made by the program's own planner and words, so that none can be missing: each exercise
of the catalogue is put into small workouts of every side, pace and rest, and one of them is done
with every weight, dose and clock.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from matside.core.settings import Settings
from matside.core.speech.sentences import sentences
from matside.core.weights import Implement, Level, Load, Unit, Weight
from matside.core.workout.model import (
    Block,
    BlockClock,
    BlockKind,
    Dose,
    Every,
    Exercise,
    MaxHold,
    MaxReps,
    Reps,
    Sides,
    Within,
    Workout,
)
from matside.core.workout.plan import compile_plan
from matside.files.resources import bundled_exercises
from matside.files.workouts.catalogue import Catalogue
from matside.ui.words.voice_words import sample, spoken

MOST_REPS = 30
"""The maximum number of reps that are recorded; an engine says more."""

RANGES = tuple(
    Reps(count, most)
    for count, all_most in {
        1: (3,),
        3: (5,),
        4: (6, 8),
        5: (8, 10),
        6: (8, 10, 12),
        8: (10, 12, 15),
        10: (12, 15, 20),
        12: (15, 20),
        15: (20, 25),
        20: (25, 30),
    }.items()
    for most in all_most
)
"""The ranges of reps that are recorded, those that people write; an engine says others."""

WEIGHTS = tuple(
    Weight(heaviness, count, of)
    for of in Implement
    for heaviness in (*Level, Load(10_000, Unit.KILOGRAM))
    for count in (1, 2)
)
"""Everything that can be held; all loads are said alike."""

_DOSES: tuple[Dose, ...] = (
    *(Reps(count) for count in range(1, MOST_REPS + 1)),
    *RANGES,
    MaxReps(),
    MaxHold(),
)
_CLOCKS: tuple[BlockClock, ...] = (Every(60), Within(60))
_NO_RESTS = dict.fromkeys(
    ("get_ready", "switch_sides", "between_exercises", "between_rounds", "between_blocks"), 0
)
_SETTINGS = tuple(
    Settings(rep_pace=paced, **rests) for paced in (False, True) for rests in ({}, _NO_RESTS)
)


def bundled_sentences() -> tuple[str, ...]:
    """Return the sentences, each once, grouped by exercise."""
    catalogue = Catalogue([bundled_exercises()])
    exercises = [catalogue.exercise(identity) for identity in catalogue.ids()]
    assert all(isinstance(exercise, Exercise) for exercise in exercises)
    texts = dict.fromkeys([sample(), *_of_all(exercises)])
    return tuple(text for text in texts if "{" not in text)


def _of_all(exercises: Iterable[Exercise]) -> Iterator[str]:
    for exercise in exercises:
        for sides in Sides:
            yield from _said(replace(exercise, sides=sides))
    for weight in WEIGHTS:
        yield from _said(replace(exercise, weight=weight))
    for sides in (Sides.NONE, Sides.ALTERNATING):
        for dose in _DOSES:
            yield from _said(replace(exercise, dose=dose, sides=sides))
    for clock in _CLOCKS:
        yield from _said(exercise, clock)


def _said(exercise: Exercise, clock: BlockClock | None = None) -> Iterator[str]:
    """Yield what is said if `exercise` follows itself, with rests and without."""
    rounds = 2 if clock is None else 1
    block = Block("Pair", BlockKind.SUPERSET, (exercise, exercise), rounds, clock=clock)
    for settings in _SETTINGS:
        plan = compile_plan(Workout("Two sets", (block,)), settings)
        yield from map(spoken, sentences(plan))


if __name__ == "__main__":
    print("\n".join(bundled_sentences()))
