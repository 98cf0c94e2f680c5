"""What the rep pace keys do while the stage is shown."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from matside.core.keymap import Act
from matside.core.workout.pace import PACE_STEP, pace_of, with_pace_changed
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.words.dose_words import pace_words, rep_pace_words

_CHANGES = {Act.FASTER: -PACE_STEP, Act.SLOWER: PACE_STEP}


class PaceKeys(QObject):
    """Switches rep pace on and off, and makes the reps of the current set faster or slower.

    Both settings are saved at once and the session follows them; `said` carries the change in
    words. If a key reveals that the laptop has slept, it changes nothing.
    """

    said = Signal(str)

    def __init__(
        self, player: Player, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._preferences = preferences

    def do(self, act: Act) -> bool:
        """Do `act`; return whether it is a rep pace act."""
        if act is not Act.PACE and act not in _CHANGES:
            return False
        if not self._player.finds_sleep():
            if act is Act.PACE:
                self._switch()
            else:
                self._change(_CHANGES[act])
        return True

    def _switch(self) -> None:
        settings = self._preferences.settings
        self._preferences.change(replace(settings, rep_pace=not settings.rep_pace))
        self.said.emit(rep_pace_words(on=not settings.rep_pace))

    def _change(self, by: int) -> None:
        """Add `by` ms to each rep of the current paced set; without one do nothing."""
        reading = self._player.reading()
        if reading is None or reading.rep is None or reading.pause is not None:
            return
        exercise = reading.shown.written
        self._preferences.change(with_pace_changed(self._preferences.settings, exercise, by))
        self.said.emit(pace_words(pace_of(exercise, self._preferences.settings)))
