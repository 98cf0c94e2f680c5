"""Reads the workout files in short slices, so that the window stays responsive."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from matside.core.ports.devices import Listed, WorkoutFiles

FIRST_WAIT = 300
"""The maximum duration of the first listing, in ms, before the window is visible."""

WAIT = 5
"""The maximum duration of a later listing, and of one reading slice, in ms."""

_NANOSECONDS = 1_000_000


class Reader(QObject):
    """A library that lists what it has read so far, reading the files in time slices.

    Until all files have been read once it lists one workout: the one chosen last time if it
    exists, else the first valid one.
    """

    completed = Signal()
    """All files have been read after a delay; the listing may have changed."""

    def __init__(
        self,
        files: WorkoutFiles,
        last: str,
        ticks: Callable[[], int],
        parent: QObject | None = None,
        *,
        usual: str = "",
    ) -> None:
        """Read `files`; `last` names the workout chosen last time, or is empty.

        `usual` names a valid workout to use if none is found in time.
        `ticks` is a clock in nanoseconds.
        """
        super().__init__(parent)
        self._files = files
        self._last = last
        self._usual = usual
        self._ticks = ticks
        self._listing: tuple[Listed, ...] = ()
        self._is_news = False
        self._has_begun = False
        self._reading: Iterator[Listed | None] | None = None
        self._read: list[Listed] = []
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._go_on)

    def begin(self) -> Iterator[None]:
        """Read for the first time, a little at a time, and no longer than that may take."""
        until = self._ticks() + FIRST_WAIT * _NANOSECONDS
        self._read_for(WAIT)
        while self._reading is not None and self._ticks() < until:
            yield
            self._read_for(WAIT)
        self._has_begun = True

    def listing(self) -> tuple[Listed, ...]:
        """Return the current workouts if they can be read within a moment.

        Otherwise return the previous listing; `completed` follows when all have been read.
        """
        if self._is_news:
            self._is_news = False
            return self._listing
        self._read_for(WAIT if self._listing or self._has_begun else FIRST_WAIT)
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
        """Read for `ms`; continue in later passes of the event loop."""
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
