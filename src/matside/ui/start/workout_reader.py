"""Reads the workout files in short slices, so that the window stays responsive."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from matside.core.ports.devices import Listed, WorkoutFiles
from matside.ui.kit.turns import Turn
from matside.ui.start.program_maker import finish

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
        self._turn = Turn(self, self._go_on)

    def begin(self) -> Iterator[None]:
        """Read for the first time, a little at a time, and no longer than that may take."""
        until = self._ticks() + FIRST_WAIT * _NANOSECONDS
        self._read_for(WAIT)
        while self._reading is not None and self._ticks() < until:
            yield
            self._read_on()
        self._has_begun = True
        yield from self._have_one()

    def listing(self) -> tuple[Listed, ...]:
        """Return the current workouts if they can be read within a moment.

        Otherwise return the previous listing; `completed` follows when all have been read.
        """
        if self._is_news:
            self._is_news = False
            return self._listing
        self._read_for(WAIT if self._listing or self._has_begun else FIRST_WAIT)
        finish(self._have_one())
        return self._listing

    def _have_one(self) -> Iterator[None]:
        """Have at least one workout listed, a little at a time."""
        yield from self._have(self._last, lambda found: found.own or found.workout is not None)
        if not any(listed.workout for listed in self._read):
            yield from self._have(self._usual, lambda found: found.workout is not None)
        while self._has_none:
            if good := [listed for listed in self._read if listed.workout is not None]:
                self._listing = (good[0],)
                return
            yield
            self._read_on()

    def _have(self, word: str, suits: Callable[[Listed], bool]) -> Iterator[None]:
        """Have the workout that `word` names listed, if it `suits` and there is none yet."""
        if word and self._has_none:
            found = yield from self._files.finding(word)
            if suits(found) and self._has_none:
                self._listing = (found,)

    @property
    def _has_none(self) -> bool:
        """Whether nothing is listed, though there is more to read."""
        return self._reading is not None and not self._listing

    def _read_on(self) -> None:
        """Read a little more, unless the event loop has had the rest read meanwhile."""
        if self._reading is not None:
            self._read_for(WAIT)

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
