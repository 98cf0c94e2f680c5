"""The title of the window, which the task bar shows too."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.history.ending import Ending
from matside.core.session.reading import Reading
from matside.ui.session.player import Player
from matside.ui.summary.summary_words import saving_word
from matside.ui.words.dose_words import set_dose_words
from matside.ui.words.outcome_words import ending_word
from matside.ui.words.screen_words import look_word
from matside.ui.words.translation import translate


def plain_title() -> str:
    """Return the title out of a session."""
    return translate("Window", "Matside")


def over_title(workout: str, ending: Ending, *, saved: bool = True, failing: bool = False) -> str:
    """Return the title of the finish page of `workout`; before all is `saved` nothing is done.

    `failing` says that it cannot be saved at present.
    """
    pattern = translate("Window", "{word} – {workout} – Matside")
    word = ending_word(ending) if saved else saving_word(failing=failing)
    return pattern.format(word=word.capitalize(), workout=workout)


def title_out_of_session(player: Player) -> str:
    """Return the title while no session of `player` runs: the finish page has one of its own."""
    program, ending = player.program, player.ending
    if ending is None or program is None:
        return plain_title()
    saved, failing = (
        player.recording.recorder.is_written,
        player.recording.recorder.fault is not None,
    )
    return over_title(program.workout.title, ending, saved=saved, failing=failing)


def session_title(reading: Reading) -> str:
    """Return the title during a session: what is left, the exercise, and the step's word."""
    pattern = translate("Window", "{left} {exercise} – {word} – Matside")
    return pattern.format(
        left=_left(reading),
        exercise=reading.shown.exercise.name,
        word=look_word(reading.look).capitalize(),
    )


def _left(reading: Reading) -> str:
    if reading.seconds is not None:
        return ("+" if reading.overtime else "") + clock(reading.seconds)
    return set_dose_words(reading.shown)


class TitleBar:
    """The title of the window around a widget; setting it takes a third of a paint."""

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._title = ""
        self._once_painted = QTimer(window, interval=0, singleShot=True)
        self._once_painted.timeout.connect(self._set)

    def show(self, title: str) -> None:
        """Set `title` when what is to be painted has been painted."""
        self._title = title
        if title != self._window.window().windowTitle():
            self._once_painted.start()

    def _set(self) -> None:
        self._window.window().setWindowTitle(self._title)
