"""What a session announces through a screen reader: each change once, and no countdown."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from matside.core.keymap import USUAL_KEYS, Keymap
from matside.core.session.reading import Reading
from matside.core.session.record import SetRecord
from matside.ui.stage.stage_words import asked, told
from matside.ui.words.dose_words import spoken_to_get_set
from matside.ui.words.last_set_words import last_set_words


class ScreenReader(QObject):
    """Announces steps, pauses, corrections and the question to athletes who cannot see the stage.

    It speaks in the next pass of the event loop, so a key that pauses and asks is one change.
    `said` carries the announced text.
    """

    said = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._moment: tuple[object, ...] | None = None
        self._words = ""
        self._has_given = False
        self._correctable: SetRecord | None = None
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._say)

    def follow(self, reading: Reading, keymap: Keymap = USUAL_KEYS, *, asking: bool) -> None:
        """Announce `reading` if it is new; `asking` is true while the question is shown."""
        why = None if reading.pause is None else reading.pause.why
        moment = (reading.step.key, why, asking, reading.shown.pace)
        if moment != self._moment:
            self._moment = moment
            self._words = (
                asked(keymap, is_empty=reading.is_empty) if asking else told(reading, keymap)
            )
            self._soon.start()
        elif reading.given is not None and not self._has_given:
            self._words = spoken_to_get_set(reading.given)
            self._soon.start()
        elif reading.correctable is not None and reading.correctable != self._correctable:
            self._words = last_set_words(reading.correctable)
            self._soon.start()
        self._has_given = reading.given is not None
        self._correctable = reading.correctable

    def forget(self) -> None:
        """Stay silent until the next session, and carry nothing over to it."""
        self._moment = None
        self._soon.stop()

    def _say(self) -> None:
        event = QAccessibleAnnouncementEvent(self._window, self._words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
        self.said.emit(self._words)
