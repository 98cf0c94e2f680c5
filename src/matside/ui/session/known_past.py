"""What is known of all sessions before, once the history has been read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from matside.core.history.past import Past


class KnownPast(QObject):
    """The past as it was read last, None before that.

    Signals: `changed` when another past is known; `asked` when somebody has changed the history,
    so that it is to be read again.
    """

    changed = Signal()
    asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.past: Past | None = None

    def learn(self, past: "Past") -> None:
        """Know `past` from now on."""
        if past != self.past:
            self.past = past
            self.changed.emit()

    def look_again(self) -> None:
        """Have the history read again, which takes a moment."""
        self.asked.emit()
