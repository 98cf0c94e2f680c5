"""Keeps sessions in history as they happen, and catches up where history fails for a while.

Writes run in the background, because a disk may take seconds. One batch is written at a time,
and all that happens meanwhile goes into the next: so changes arrive in order, and a slow disk
gets fewer and larger batches instead of a growing queue.
"""

from collections.abc import Callable, Sequence
from functools import partial

from matside.core.history import ledger
from matside.core.history.ledger import Sets
from matside.core.ports.devices import Ask, ask_at_once
from matside.core.ports.history import History, SessionGone
from matside.core.session.record import (
    Change,
    Opening,
    OpenSession,
    PauseBegan,
    PauseEnded,
    Position,
    SetKept,
)
from matside.frozen import frozen


class Recorder:
    """Hands every change of every session to history, in order, so that each is there once.

    What cannot be written is kept, also when the next session begins, and goes with the next
    write. If history has been replaced, because its folder was removed or its file set aside,
    the running session is written whole into the new one.
    `fault` is why the last write failed, None if it did not; `is_writing` says that history has
    not answered yet.
    """

    def __init__(self, history: History, fault: str | None = None, ask: Ask = ask_at_once) -> None:
        """Run what waits for `history` by `ask`; `fault` is why it could not be read."""
        self._history = history
        self._ask = ask
        self._accounts: list[_Account] = []
        self._has_more = False
        self._insists = False
        self._holds = False
        self.is_writing = False
        self._told: Callable[[], None] = _nobody
        self.fault = fault

    @property
    def is_behind(self) -> bool:
        """Whether something that happened is not in history yet."""
        return any(account.owes for account in self._accounts)

    @property
    def lacks_sets(self) -> bool:
        """Whether history lacks anything of a session in which a set was done or skipped."""
        return any(account.owes and account.has_sets for account in self._accounts)

    @property
    def is_written(self) -> bool:
        """Whether all that happened in the last session is in history."""
        return not self._accounts or not self._accounts[-1].owes

    @property
    def kept(self) -> Sets:
        """The sets of the last session that history holds."""
        return self._accounts[-1].kept if self._accounts else {}

    @property
    def session(self) -> int | None:
        """The id of the last session in history, None before it is there."""
        return self._accounts[-1].session if self._accounts else None

    def tell(self, told: Callable[[], None]) -> None:
        """Call `told` whenever history has answered."""
        self._told = told

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
        if self.is_writing or self._holds:
            self._has_more = True
        elif (account := self._first_to_write()) is not None:
            entry = account.entry()
            self.is_writing, self._has_more, self._insists = True, False, False
            try:
                self._ask(
                    partial(write_batch, self._history, entry), partial(self._hear, account, entry)
                )
            except BaseException:
                self.is_writing = False  # nobody will answer
                raise

    def rescue(self) -> None:
        """Write what is owed into a history that is made for it where it is gone for good."""
        for account in self._accounts:
            if account.owes:
                account.forget()
        self._insists = self.is_writing
        self.retry()

    def hold(self, *, on: bool) -> None:
        """Begin no write while `on`; after that write what came up meanwhile."""
        self._holds = on
        if self._has_more and not on:
            self.retry()

    def forget(self) -> None:
        """Know of no session any more: nothing that has happened so far is written again."""
        self._accounts, self._has_more, self.fault = [], False, None

    def let_go(self, session: int) -> None:
        """Know no more of `session`, which somebody deletes: it is not written again.

        Where nothing else is owed, nothing fails any more.
        """
        before = self._accounts
        self._accounts = [account for account in before if account.session != session]
        if self._accounts != before and not self.is_behind:
            self._has_more, self.fault = False, None

    def _first_to_write(self) -> "_Account | None":
        """Return the oldest account that owes, else that of the last session."""
        owing = (account for account in self._accounts if account.owes)
        return next(owing, self._accounts[-1] if self._accounts else None)

    def _hear(self, account: "_Account", entry: "Batch", answer: int | Exception) -> None:
        """Go on with what came up meanwhile, unless history fails: then the next beat does."""
        self.is_writing = False
        if isinstance(answer, Exception):
            self.fault = str(answer) or type(answer).__name__
            goes_on = self._insists
        else:
            self.fault = None
            account.settle(entry, answer)
            goes_on = self._has_more or self.is_behind
        self._accounts = [
            account for account in self._accounts[:-1] if account.owes
        ] + self._accounts[-1:]
        if goes_on:
            self.retry()
        self._told()


@frozen
class Batch:
    """What one write brings to history: all of a session, of which history has a part.

    `session` is its id, None where it is to be opened; the first `written` of the `changes` are
    in history.
    """

    opening: Opening
    session: int | None
    changes: tuple[Change, ...]
    written: int
    position: Position


def write_batch(history: History, entry: Batch) -> int:
    """Write `entry` and return the id of its session; HistoryError where that fails."""
    try:
        if entry.session is not None:
            history.write(entry.session, entry.changes[entry.written :], entry.position)
            return entry.session
    except SessionGone:
        pass
    session = history.open(entry.opening)
    history.write(session, entry.changes, entry.position)
    return session


class _Account:
    """All that happened in one session, of which history may lack the end."""

    def __init__(self, opening: Opening) -> None:
        """Begin with a session of which history knows nothing."""
        self._opening = opening
        self._session: int | None = None
        self._position = opening.position
        self._changes: list[Change] = []
        self._written = 0
        self.kept: Sets = {}

    @classmethod
    def of(cls, session: OpenSession) -> "_Account":
        """Return the account of a session that history holds."""
        account = cls(
            Opening(session.name, session.workout, session.plan, session.started, session.position)
        )
        account.add([SetKept(record) for record in session.sets], session.position)
        for pause in session.pauses:
            ended = [] if pause.ended is None else [PauseEnded(pause.ended)]
            account.add([PauseBegan(pause.began), *ended], session.position)
        account.settle(account.entry(), session.id)
        return account

    @property
    def session(self) -> int | None:
        """The id of the session, None where history does not know it."""
        return self._session

    @property
    def owes(self) -> bool:
        """Whether more than the position is still to be written."""
        return self._session is None or self._written < len(self._changes)

    @property
    def has_sets(self) -> bool:
        """Whether any set was done or skipped, so that the session is one to keep."""
        return any(isinstance(change, SetKept) for change in self._changes)

    def add(self, changes: Sequence[Change], position: Position) -> None:
        """Owe `changes` and `position` too."""
        self._changes += changes
        self._position = position

    def forget(self) -> None:
        """Assume that history knows nothing of the session."""
        self._session, self._written, self.kept = None, 0, {}

    def entry(self) -> Batch:
        """Return what is to be written."""
        changes = tuple(self._changes)
        return Batch(self._opening, self._session, changes, self._written, self._position)

    def settle(self, entry: Batch, session: int) -> None:
        """Note that `entry` is in history, as `session`."""
        if new := entry.changes[self._written :]:
            self.kept = ledger.applied(self.kept, new)
        self._session, self._written = session, len(entry.changes)


def _nobody() -> None:
    """Ignore an answer."""
