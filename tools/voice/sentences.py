"""Lists every sentence that can be said for the bundled catalogue and workouts.

`python -m tools.voice.sentences` prints them, one a line.
They are made by the program's own planner and words, so that none can be missing: each exercise
of the catalogue is put into small workouts of every side, weight, pace and rest, and one of them
is done for 1 to 30 reps.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from matside.core.settings import Settings
from matside.core.speech.sentences import sentences
from matside.core.workout.model import (
    Block,
    BlockKind,
    Exercise,
    Level,
    Reps,
    Sides,
    Weight,
    Workout,
)
from matside.core.workout.plan import compile_plan
from matside.files.resources import bundled_exercises
from matside.files.workouts.catalogue import Catalogue
from matside.ui.words.voice_words import sample, spoken

MOST_REPS = 30
"""The maximum number of reps that are recorded; an engine says more."""

WEIGHTS = (None, *(Weight(level, count) for level in Level for count in (1, 2)))

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
            for weight in WEIGHTS:
                yield from _said(replace(exercise, sides=sides, weight=weight))
    for sides in (Sides.NONE, Sides.ALTERNATING):
        for count in range(1, MOST_REPS + 1):
            yield from _said(replace(exercise, dose=Reps(count), sides=sides))


def _said(exercise: Exercise) -> Iterator[str]:
    """Yield what is said if `exercise` follows itself, with rests and without."""
    block = Block("Pair", BlockKind.SUPERSET, (exercise, exercise), rounds=2)
    for settings in _SETTINGS:
        plan = compile_plan(Workout("Two sets", (block,)), settings)
        yield from map(spoken, sentences(plan))


if __name__ == "__main__":
    print("\n".join(bundled_sentences()))
