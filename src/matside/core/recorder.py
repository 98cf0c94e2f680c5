"""Keeps sessions in history as they happen, and catches up where history fails for a while."""

from collections.abc import Sequence

from matside.core.ports import History, HistoryError
from matside.core.record import Change, Opening, OpenSession, Position


class Recorder:
    """Hands every change of every session to history, in order and none twice.

    What cannot be written is kept, also when the next session begins, and handed over with the
    next write. `fault` is the reason why history failed the last time, None where all is well.
    """

    def __init__(self, history: History, fault: str | None = None) -> None:
        """Begin with `fault` where history could not be read."""
        self._history = history
        self._accounts: list[_Account] = []
        self.fault = fault

    @property
    def is_behind(self) -> bool:
        """Whether something that happened is not in history yet."""
        return any(account.owes for account in self._accounts)

    def open(self, opening: Opening) -> None:
        """Begin a new session in history."""
        self._accounts.append(_Account(None, opening, opening.position))
        self.retry()

    def take_up(self, session: OpenSession) -> None:
        """Go on with a session that history holds already."""
        self._accounts.append(_Account(session.id, None, session.position))

    def write(self, changes: Sequence[Change], position: Position) -> None:
        """Write `changes` and `position` of the last session, and what is still owed before."""
        if self._accounts:
            self._accounts[-1].add(changes, position)
            self.retry()

    def retry(self) -> None:
        """Write all that is owed, the oldest first."""
        if not self._accounts:
            return
        try:
            for account in self._accounts:
                account.settle(self._history)
            self.fault = None
        except HistoryError as error:
            self.fault = str(error)
        self._accounts = [
            account for account in self._accounts[:-1] if account.owes
        ] + self._accounts[-1:]


class _Account:
    """What one session has still to hand to history."""

    def __init__(self, session: int | None, opening: Opening | None, position: Position) -> None:
        self._session = session
        self._opening = opening
        self._position = position
        self._changes: tuple[Change, ...] = ()

    @property
    def owes(self) -> bool:
        """Whether more than the position is still to be written."""
        return self._opening is not None or bool(self._changes)

    def add(self, changes: Sequence[Change], position: Position) -> None:
        """Owe `changes` and `position` too."""
        self._changes = (*self._changes, *changes)
        self._position = position

    def settle(self, history: History) -> None:
        """Write everything; HistoryError leaves owed what was not written."""
        if self._opening is not None:
            self._session = history.open(self._opening)
            self._opening = None
        assert self._session is not None
        history.write(self._session, self._changes, self._position)
        self._changes = ()
