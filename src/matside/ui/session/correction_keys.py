"""What the keys do that correct the last set, in the rest behind it and on the finish page."""

from PySide6.QtCore import QObject, Signal

from matside.core.history.corrections import with_load, with_reps
from matside.core.keymap import Act
from matside.core.session.record import SetRecord
from matside.core.workout.steps import StepKey
from matside.ui.session.player import Player
from matside.ui.session.preferences import Preferences
from matside.ui.words.last_set_words import last_set_words

_REPS = {Act.FASTER: -1, Act.SLOWER: 1}
_LOADS = {Act.LIGHTER: -1, Act.HEAVIER: 1}


class CorrectionKeys(QObject):
    """Changes the reps and the weight of the last set as it is recorded.

    The keys of the pace mean reps where no set is under way; where nobody knew them, the opposite
    key undoes the first press too. `said` carries the set in words after each change.
    If a key reveals that the laptop has slept, it changes nothing.
    """

    said = Signal(str)

    def __init__(
        self, player: Player, preferences: Preferences, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._preferences = preferences
        self._entered: tuple[StepKey, int] | None = None

    def do(self, act: Act) -> bool:
        """Do `act` if there is a set that it corrects; return whether there is."""
        record = self._player.correctable
        if record is None or act not in {*_REPS, *_LOADS}:
            return False
        if not self._player.finds_sleep():
            corrected = self._corrected(record, act)
            if corrected != record and self._player.correct(corrected):
                self.said.emit(last_set_words(corrected))
        return True

    def _corrected(self, record: SetRecord, act: Act) -> SetRecord:
        if act in _LOADS:
            return with_load(record, _LOADS[act], self._preferences.settings)
        by, first = _REPS[act], self._player.record.first_reps(record)
        if record.reps is None:
            self._entered = record.key, by
        key, entered_by = self._entered or (None, None)
        return with_reps(record, by, first, entered_by if key == record.key else None)
