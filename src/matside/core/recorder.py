"""Keeps sessions in history as they happen, and catches up where history fails for a while."""

from collections.abc import Sequence

from matside.core.ports import History, HistoryError, SessionGone
from matside.core.record import Change, Opening, OpenSession, Position, SetKept


class Recorder:
    """Hands every change of every session to history, in order, so that each is there once.

    What cannot be written is kept, also when the next session begins, and handed over with the
    next write. Where history is another one all of a sudden, because its folder was taken away
    or its file set aside, the session that runs is written whole into the new one.
    `fault` is the reason why history failed the last time, None where all is well.
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
        self._accounts.append(_Account(opening))
        self.rescue()

    def take_up(self, session: OpenSession) -> None:
        """Go on with a session that history holds already."""
        self._accounts.append(_Account.of(session))

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

    def rescue(self) -> None:
        """Write what is owed into a history that is made for it where it is gone for good."""
        for account in self._accounts:
            if account.owes:
                account.forget()
        self.retry()


class _Account:
    """All that happened in one session, of which history may lack the end."""

    def __init__(self, opening: Opening) -> None:
        """Begin with a session of which history knows nothing."""
        self._opening = opening
        self._session: int | None = None
        self._position = opening.position
        self._changes: list[Change] = []
        self._written = 0

    @classmethod
    def of(cls, session: OpenSession) -> "_Account":
        """Return the account of a session that history holds."""
        account = cls(
            Opening(session.name, session.workout, session.plan, session.started, session.position)
        )
        account.add([SetKept(record) for record in session.sets], session.position)
        account._session, account._written = session.id, len(account._changes)
        return account

    @property
    def owes(self) -> bool:
        """Whether more than the position is still to be written."""
        return self._session is None or self._written < len(self._changes)

    def add(self, changes: Sequence[Change], position: Position) -> None:
        """Owe `changes` and `position` too."""
        self._changes += changes
        self._position = position

    def forget(self) -> None:
        """Take it that history knows nothing of the session."""
        self._session, self._written = None, 0

    def settle(self, history: History) -> None:
        """Write everything; HistoryError leaves owed what was not written."""
        try:
            self._write(history)
        except SessionGone:
            self.forget()
            self._write(history)

    def _write(self, history: History) -> None:
        if self._session is None:
            self._session = history.open(self._opening)
        history.write(self._session, self._changes[self._written :], self._position)
        self._written = len(self._changes)
