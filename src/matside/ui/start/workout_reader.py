"""Reads the workouts a little at a time, so that the window never stands still for long."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from matside.core.ports.devices import Listed, WorkoutFiles

FIRST_WAIT = 300
"""The ms that the first listing may take, while there is nothing to be seen yet."""

WAIT = 5
"""The ms that a later listing may take, and a turn of the event loop while files are read."""

_NANOSECONDS = 1_000_000


class Reader(QObject):
    """A library that lists what it has read, so much of a file at a time as there is time for.

    Until all files have been read once it lists one workout: that of last time where it is
    there, else the first that can be done.
    """

    completed = Signal()
    """Files that took longer have been read: the listing may be another one."""

    def __init__(
        self,
        files: WorkoutFiles,
        last: str,
        ticks: Callable[[], int],
        parent: QObject | None = None,
        *,
        usual: str = "",
    ) -> None:
        """Read `files`, of which `last` names the workout of last time, or is empty.

        `usual` names one that can be done, for when none was found within a moment.
        `ticks` is a clock in nanoseconds.
        """
        super().__init__(parent)
        self._files = files
        self._last = last
        self._usual = usual
        self._ticks = ticks
        self._listing: tuple[Listed, ...] = ()
        self._is_news = False
        self._reading: Iterator[Listed | None] | None = None
        self._read: list[Listed] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    def listing(self) -> tuple[Listed, ...]:
        """Return the workouts as they are, where that takes no longer than a moment.

        Else they are as they were, and `completed` tells when all have been read.
        """
        if self._is_news:
            self._is_news = False
            return self._listing
        self._read_for(WAIT if self._listing else FIRST_WAIT)
        if not self._listing and self._reading is not None:
            self._listing = self._foretaste()
        return self._listing

    def _foretaste(self) -> tuple[Listed, ...]:
        if self._last:
            found = self._files.find(self._last)
            if found.own or found.workout is not None:
                return (found,)
        if self._usual and not any(listed.workout for listed in self._read):
            found = self._files.find(self._usual)
            if found.workout is not None:
                return (found,)
        while self._reading is not None:
            if good := [listed for listed in self._read if listed.workout is not None]:
                return (good[0],)
            self._read_for(WAIT)
        return self._listing

    def _go_on(self) -> None:
        self._read_for(WAIT)
        if self._reading is None:
            self._is_news = True
            self.completed.emit()

    def _read_for(self, ms: int) -> None:
        """Read for `ms`; the rest follows in turns of the event loop."""
        if self._reading is None:
            self._reading, self._read = self._files.reading(), []
        until = self._ticks() + ms * _NANOSECONDS
        for listed in self._reading:
            if listed is not None:
                self._read.append(listed)
            if self._ticks() >= until:
                self._turn.start()
                return
        self._turn.stop()
        self._reading = None
        self._listing = tuple(self._read)
