"""What is known of all sessions before, once the history has been read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from matside.core.history.last_time import LastSets
    from matside.core.history.past import Past


class KnownPast(QObject):
    """The past as it was read last, None before that; and what was done `before` of each exercise.

    Signals: `changed` when another past is known; `asked` when somebody has changed the history,
    so that it is to be read again.
    """

    changed = Signal()
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.past: Past | None = None
        self.before: LastSets = {}

    def learn(self, past: "Past", before: "LastSets") -> None:
        """Know `past`, and what was done `before` of each exercise, from now on."""
        if (past, before) != (self.past, self.before):
            self.past, self.before = past, before
            self.changed.emit()

    def look_again(self) -> None:
        """Have the history read again, which takes a moment."""
        self.asked.emit()
