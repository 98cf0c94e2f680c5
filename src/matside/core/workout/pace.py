"""Rep pace: how long each rep takes where counted sets run by the clock."""

from dataclasses import replace

from matside.core.durations import SECOND
from matside.core.settings import PACE, Settings
from matside.core.workout.model import Exercise

PACE_STEP = SECOND // 2
"""By how much one press makes a rep longer or shorter, in ms."""


def pace_of(exercise: Exercise, settings: Settings) -> int:
    """Return the ms that a rep of `exercise` takes: as remembered, else as written."""
    paces = settings.paces
    return paces.get(_name_of(exercise)) or paces.get(_move_of(exercise)) or exercise.rep_length


def with_pace_changed(settings: Settings, exercise: Exercise, by: int) -> Settings:
    """Return `settings` with the pace of `exercise` longer by `by` ms a rep, within its range.

    A pace that is the written one again is not remembered.
    """
    pace = PACE.nearest(pace_of(exercise, settings) + by)
    paces = {**settings.paces, _name_of(exercise): pace}
    if pace == exercise.rep_length and _move_of(exercise) not in paces:
        del paces[_name_of(exercise)]
    return replace(settings, paces=paces)


def _name_of(exercise: Exercise) -> str:
    """Return what a pace is remembered under.

    That is the move with what is written for it: two squats of one name may be meant to go at
    3 and at 6 s.
    """
    return f"{_move_of(exercise)} at {exercise.rep_length / SECOND:g} s"


def _move_of(exercise: Exercise) -> str:
    """Return the id, else the name that is written out; paces were once kept by it alone."""
    return exercise.id or exercise.name
