"""What the program needs of history: that it keeps sessions, and says when it cannot."""

from collections.abc import Sequence
from typing import Protocol

from matside.core.session.record import Change, Opening, OpenSession, Position


class HistoryError(Exception):
    """History could not be read or written; the message says why in one sentence."""


class SessionGone(HistoryError):
    """History does not know the session, or not any more: it may be another history by now.

    Nothing was written. The session is to be opened, and all of its changes written again.
    """


class History(Protocol):
    """Keeps sessions; every method writes in one transaction with full sync.

    Each waits for the disk, and for another writer at most 250 ms, and raises HistoryError where
    it fails. All are called in one thread.
    """

    def open(self, opening: Opening) -> int:
        """Begin a session with its plan, workout and position; return its id.

        Where it has begun already, with the same name at the same instant, that is its id.
        """

    def write(self, session: int, changes: Sequence[Change], position: Position) -> None:
        """Apply `changes` in order and store `position`.

        Raises SessionGone where the session is to be opened first. Changes that are applied
        once more, from the first on, lead to the same record.
        A session whose outcome becomes FINISHED or STOPPED with no set kept is deleted.
        OPEN after that takes it up again, under the same id where it was not deleted.
        """

    def unfinished(self) -> OpenSession | None:
        """Return the newest open session, None where there is none."""
