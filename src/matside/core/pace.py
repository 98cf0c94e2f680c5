"""Rep pace: how long each rep takes where counted sets run by the clock."""

from dataclasses import replace

from matside.core.duration import SECOND
from matside.core.settings import PACE, Settings
from matside.core.workout import Exercise

PACE_STEP = SECOND // 2
"""By how many ms a rep becomes longer or shorter at a time."""


def pace_of(exercise: Exercise, settings: Settings) -> int:
    """Return the ms that a rep of `exercise` takes: as remembered, else as written."""
    return settings.paces.get(_name_of(exercise), exercise.rep_seconds * SECOND)


def with_pace_changed(settings: Settings, exercise: Exercise, by: int) -> Settings:
    """Return `settings` with the pace of `exercise` longer by `by` ms a rep, within its range.

    A pace that is the written one again is not remembered.
    """
    pace = PACE.nearest(pace_of(exercise, settings) + by)
    paces = {**settings.paces, _name_of(exercise): pace}
    if pace == exercise.rep_seconds * SECOND:
        del paces[_name_of(exercise)]
    return replace(settings, paces=paces)


def _name_of(exercise: Exercise) -> str:
    """Return what a pace is remembered under: the id, else the name that is written out."""
    return exercise.id or exercise.name
