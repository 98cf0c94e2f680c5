"""The title of the window, which the task bar shows too."""

from PySide6.QtCore import QCoreApplication

from matside.core.duration import clock
from matside.core.reading import Reading
from matside.core.workout import Reps
from matside.ui.words import dose_words, look_word


def plain_title() -> str:
    """Return the title out of a session."""
    return QCoreApplication.translate("Window", "Matside")


def finished_title(workout: str) -> str:
    """Return the title of the finish page of `workout`."""
    return QCoreApplication.translate("Window", "Done – {workout} – Matside").format(
        workout=workout
    )


def session_title(reading: Reading) -> str:
    """Return the title during a session: what is left, the exercise, and the step's word."""
    exercise = reading.shown.exercise
    assert exercise is not None
    pattern = QCoreApplication.translate("Window", "{left} {exercise} – {word} – Matside")
    return pattern.format(
        left=_left(reading),
        exercise=exercise.name,
        word=look_word(reading.look).capitalize(),
    )


def _left(reading: Reading) -> str:
    if reading.seconds is not None:
        return ("+" if reading.overtime else "") + clock(reading.seconds)
    assert reading.shown.exercise is not None
    assert isinstance(reading.shown.exercise.dose, Reps)
    return dose_words(reading.shown.exercise.dose)
