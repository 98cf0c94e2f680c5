"""Runs work that comes in portions beside the window, and can be told to stop."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from threading import Event
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from matside.core.history.keeping import Portions
from matside.core.ports.devices import Ask

TELL_AFTER = 0.05
"""The time in seconds after which it is told again how much is done."""

_Value = TypeVar("_Value")


class Cancelled(Exception):
    """The work was stopped: nothing is left of what was done in part."""


class PortionRunner(QObject):
    """One work at a time, in the disk thread; `advanced` tells how much is done, from 0 to 1."""

    advanced = Signal(float)

    def __init__(self, ask: Ask, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ask = ask
        self._stops = Event()
        self._running = 0

    @property
    def is_running(self) -> bool:
        """Whether a work has not been answered yet."""
        return self._running > 0

    def run(
        self, begin: Callable[[], Portions[_Value]], answer: Callable[[_Value | Exception], None]
    ) -> None:
        """Do what `begin` returns; `answer` gets its value, what it raised, or Cancelled."""
        self._running += 1
        self._stops.clear()

        def hear(found: _Value | Exception) -> None:
            self._running -= 1
            answer(found)

        self._ask(partial(self._work, begin), hear)

    def cancel(self) -> None:
        """Stop before the next portion."""
        self._stops.set()

    def _work(self, begin: Callable[[], Portions[_Value]]) -> _Value:
        portions, told = begin(), 0.0
        try:
            while True:
                if self._stops.is_set():
                    raise Cancelled
                part = next(portions)
                if monotonic() - told > TELL_AFTER:
                    told = monotonic()
                    # The window may have been closed meanwhile, and this object with it.
                    with suppress(RuntimeError):
                        self.advanced.emit(part)
        except StopIteration as end:
            value: _Value = end.value
            return value
        finally:
            portions.close()
