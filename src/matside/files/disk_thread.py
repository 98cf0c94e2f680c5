"""Runs everything that waits for the disk in one thread, in the order it was asked for."""

from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread

from matside.core.ports.devices import Told, ask_at_once

_Deed = Callable[[], None]


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
        self._works: SimpleQueue[_Deed] = SimpleQueue()
        self._answers: SimpleQueue[_Deed] = SimpleQueue()
        self._unanswered = 0
        self._thread: Thread | None = None

    def ask(self, work: Callable[[], Told], answer: Callable[[Told | Exception], None]) -> None:
        """Run `work` after everything asked before; `answer` gets its result or exception."""
        self._unanswered += 1
        try:
            self._begin()
        except RuntimeError as error:  # the system has no thread left
            self._answers.put(partial(answer, OSError(str(error))))
            self._wake()
        else:
            self._works.put(partial(ask_at_once, work, partial(self._keep_answer, answer)))

    def hear(self) -> None:
        """Deliver the answers that are ready."""
        while not self._answers.empty():
            self._give(self._answers.get())

    def finish(self, seconds: float) -> bool:
        """Wait until all work is done and answered, also work that an answer asks for.

        Return False as soon as `seconds` pass without an answer, else True.
        """
        while self._unanswered:
            try:
                self._give(self._answers.get(timeout=seconds))
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
            self._works.get()()

    def _keep_answer(
        self, answer: Callable[[Told | Exception], None], found: Told | Exception
    ) -> None:
        self._answers.put(partial(answer, found))
        self._wake()

    def _give(self, answer: _Deed) -> None:
        self._unanswered -= 1
        answer()
