"""Keeps a session in history as it happens, and catches up where history fails for a while."""

from collections.abc import Sequence

from matside.core.ports import History, HistoryError
from matside.core.record import Change, Opening, OpenSession, Position


class Recorder:
    """Hands every change of one session to history, in order and none twice.

    What cannot be written is kept and handed over with the next write.
    `fault` is the reason why history failed the last time, None where all is saved.
    """

    def __init__(self, history: History, fault: str | None = None) -> None:
        """Begin with `fault` where history could not be read."""
        self._history = history
        self._session: int | None = None
        self._opening: Opening | None = None
        self._waiting: tuple[Change, ...] = ()
        self.fault = fault

    def open(self, opening: Opening) -> None:
        """Begin a new session in history."""
        self._session, self._opening, self._waiting = None, opening, ()
        self._try_to_write(opening.position)

    def take_up(self, session: OpenSession) -> None:
        """Go on with a session that history holds already."""
        self._session, self._opening, self._waiting = session.id, None, ()

    def write(self, changes: Sequence[Change], position: Position) -> None:
        """Write `changes` and `position`, and before them what is still waiting."""
        self._waiting = (*self._waiting, *changes)
        self._try_to_write(position)

    def _try_to_write(self, position: Position) -> None:
        try:
            if self._session is None and self._opening is not None:
                self._session = self._history.open(self._opening)
                self._opening = None
            if self._session is not None:
                self._history.write(self._session, self._waiting, position)
            self._waiting, self.fault = (), None
        except HistoryError as error:
            self.fault = str(error)
