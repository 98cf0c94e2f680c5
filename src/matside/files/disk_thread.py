"""Runs everything that waits for the disk in one thread, in the order it was asked for."""

import gc
from collections import deque
from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any

from matside.core.ports.devices import Told

_Work = Callable[[], object]


class DiskThread:
    """A thread for slow work, which hands its results back to the window's thread.

    All methods are called in the window's thread, and none of them blocks it but `finish`. Call
    `hear` after `wake` has been called. An exception of a piece of work is its answer, and the
    thread goes on; if no thread can be started, that error is the answer.
    """

    def __init__(self, wake: Callable[[], None], thread: type[Thread] = Thread) -> None:
        """Call `wake`, in the worker thread, whenever there is an answer; `thread` makes it."""
        self._wake = wake
        self._kind = thread
        self._works: SimpleQueue[_Work] = SimpleQueue()
        self._found: SimpleQueue[object] = SimpleQueue()
        self._handing_over = Lock()
        # What belongs to Qt may end in the window's thread alone: the last references to works and
        # answers are kept here, and until all is answered no garbage is collected.
        self._asked: deque[tuple[_Work, Callable[[Any], None]]] = deque()
        self._collects = False
        self._thread: Thread | None = None

    def ask(self, work: Callable[[], Told], answer: Callable[[Told | Exception], None]) -> None:
        """Run `work` after everything asked before; `answer` gets its result or exception."""
        if not self._asked:
            self._collects = gc.isenabled()
            gc.disable()
        self._asked.append((work, answer))
        try:
            self._begin()
        except RuntimeError as error:  # the system has no thread left
            self._found.put(OSError(str(error)))
            self._wake()
        else:
            self._works.put(work)

    def hear(self) -> None:
        """Deliver the answers that are ready."""
        while not self._found.empty():
            self._give(self._found.get())

    def finish(self, seconds: float) -> bool:
        """Wait until all work is done and answered, also work that an answer asks for.

        Return False as soon as `seconds` pass without an answer, else True.
        """
        while self._asked:
            try:
                self._give(self._found.get(timeout=seconds))
            except Empty:
                return False
        return True

    def _begin(self) -> None:
        if self._thread is None:
            # A disk that never answers must not keep the process from its end.
            thread = self._kind(target=self._work, name="disk", daemon=True)
            thread.start()
            self._thread = thread

    def _work(self) -> None:
        while True:
            work = self._works.get()
            try:
                found = work()
            except Exception as error:  # noqa: BLE001 - it is the answer
                found = error
            del work
            with self._handing_over:
                self._found.put(found)
                del found
                self._wake()

    def _give(self, found: object) -> None:
        with self._handing_over:
            _, answer = self._asked.popleft()
        if not self._asked and self._collects:
            gc.enable()
        answer(found)
