"""Keeps the screen from going dark."""

import logging
from contextlib import ExitStack, suppress
from queue import SimpleQueue
from threading import Thread

_logger = logging.getLogger(__name__)


class WakepyAwake:
    """Keeps the screen awake by wakepy.

    A desktop that does not answer blocks wakepy for 2 s or more, and its import takes 0.1 s, so
    both happen in a thread, which handles one request after the other; `held` becomes true a
    moment after `hold`. If the program dies, a Linux desktop releases the lock by itself.
    """

    def __init__(self) -> None:
        self._wanted = False
        self._active = False
        self._wishes: SimpleQueue[bool] = SimpleQueue()
        self._worker: Thread | None = None

    @property
    def held(self) -> bool:
        """Whether the desktop has agreed to keep the screen awake, and still should."""
        return self._wanted and self._active

    def make_ready(self) -> None:
        """Have wakepy loaded before the first hold, beside which there is enough to do."""
        self._wish(awake=False)

    def hold(self) -> None:
        """Ask the desktop to keep the screen awake; ask again if that was refused before."""
        self._wanted = True
        self._wish(awake=True)

    def release(self) -> None:
        """Let the screen sleep again; without a hold this does nothing."""
        if self._wanted:
            self._wanted = False
            self._wish(awake=False)

    def _wish(self, *, awake: bool) -> None:
        self._wishes.put(awake)
        if self._worker is None:
            self._worker = Thread(target=self._serve, name="awake", daemon=True)
            self._worker.start()

    def _serve(self) -> None:
        with suppress(Exception):
            import wakepy  # noqa: F401 - each hold says what is wrong with it
        lock = ExitStack()
        while True:
            awake = self._wishes.get()
            if awake == self._active:
                continue
            try:
                lock.close()
                self._active = awake and _take(lock)
            except Exception:
                # Whatever wakepy raises, the workout goes on.
                _logger.exception("The awake lock failed")
                self._active = False


def _take(lock: ExitStack) -> bool:
    from wakepy import keep

    return lock.enter_context(keep.presenting(on_fail="pass")).active
