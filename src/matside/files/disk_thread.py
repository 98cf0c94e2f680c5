"""Does what waits for the disk in a thread of its own, one thing after the other."""

from collections.abc import Callable
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread

from matside.core.ports.devices import Told, ask_at_once

_Deed = Callable[[], None]


class DiskThread:
    """A thread for what may take long, and the answers for those who asked.

    Who asks belongs to one thread, that of the window, and nothing here holds that up: it calls
    `hear` when `wake` has been called. Whatever a work raises is its answer, so the thread goes
    on; where none can be begun, that is the answer.
    """

    def __init__(self, wake: Callable[[], None], thread: type[Thread] = Thread) -> None:
        """Call `wake`, in the `thread` of the scribe, whenever there is an answer."""
        self._wake = wake
        self._kind = thread
        self._works: SimpleQueue[_Deed] = SimpleQueue()
        self._answers: SimpleQueue[_Deed] = SimpleQueue()
        self._unanswered = 0
        self._thread: Thread | None = None

    def ask(self, work: Callable[[], Told], answer: Callable[[Told | Exception], None]) -> None:
        """Have `work` done after all that was asked before; `answer` gets what it gives."""
        self._unanswered += 1
        try:
            self._begin()
        except RuntimeError as error:  # the system has no thread left
            self._answers.put(partial(answer, OSError(str(error))))
            self._wake()
        else:
            self._works.put(partial(ask_at_once, work, partial(self._keep_answer, answer)))

    def hear(self) -> None:
        """Give the answers that are there to those who asked."""
        while not self._answers.empty():
            self._give(self._answers.get())

    def finish(self, seconds: float) -> bool:
        """Wait for the answers to all that was asked, and is asked by those who hear them.

        Return whether they came; False as soon as none comes for so many seconds.
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
            thread = self._kind(target=self._work, name="scribe", daemon=True)
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
