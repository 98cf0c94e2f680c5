"""Reads what was done before: for the next session, for its end, and for the start page."""

from PySide6.QtCore import QObject, Qt

from matside.app.disk import Disk
from matside.core.history.last_time import LastSessions, LastSets
from matside.core.history.past import Past
from matside.core.history.rounds import KnownRounds
from matside.core.session.values import Idle
from matside.files.history.store import SqliteHistory
from matside.files.history.sums.rounds import known_rounds
from matside.files.history.totals import last_sessions, last_sets, past_in
from matside.ui.session.known_past import KnownPast
from matside.ui.session.player import Player

_Found = tuple[LastSets, LastSessions, KnownRounds]


class Memory(QObject):
    """Tells the player of the last time, and `known` of that and of all before.

    It does so at once, after every session, once one is saved that was left before, and whenever
    it is asked, and reads in the disk thread; where the history cannot be read, nothing is told.
    During a session nothing is read: what it is compared with stays what was before it.
    """

    def __init__(
        self, player: Player, known: KnownPast, history: SqliteHistory, disk: Disk
    ) -> None:
        super().__init__(player)
        self._player = player
        self._known = known
        self._history = history
        self._disk = disk
        self._is_new = False
        self._before: LastSets = {}
        player.changed.connect(self._follow)
        player.recording.kept_changed.connect(
            self._look_between,
            Qt.ConnectionType.QueuedConnection,  # what is taken up is under way by then
        )
        known.asked.connect(self._look_between)
        self._look()

    def _follow(self) -> None:
        """Look again once a session is left: until then it may be taken up."""
        was_new, self._is_new = self._is_new, not isinstance(self._player.phase, Idle)
        if was_new and not self._is_new:
            self._look()

    def _look_between(self) -> None:
        """Look again, but in a session only once it is left."""
        if isinstance(self._player.phase, Idle):
            self._look()

    def _look(self) -> None:
        self._disk.ask(self._read, self._hear)
        self._disk.ask(self._read_past, self._hear_past)

    def _read(self) -> _Found:
        read = self._history.read
        return read(last_sets, {}), read(last_sessions, {}), read(known_rounds, {})

    def _read_past(self) -> Past:
        return self._history.read(past_in, Past())

    def _hear(self, found: _Found | Exception) -> None:
        if not isinstance(found, Exception):
            self._player.record.remember(*found)
            self._before = found[0]

    def _hear_past(self, found: Past | Exception) -> None:
        if not isinstance(found, Exception):
            self._known.learn(found, self._before)
