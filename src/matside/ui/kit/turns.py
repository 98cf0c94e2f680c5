"""Long work in short steps, one in each pass of the event loop, however much work there is."""

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from shiboken6 import isValid


class Turn:
    """Takes a step of some work, again and again while it is active, in turn with all others.

    Timers of 0 ms would all fire in the same pass of the event loop, and hold keys and pictures
    back for as long as all of their steps take together.
    """

    def __init__(
        self, owner: QObject, step: Callable[[], object], turns: "Turns | None" = None
    ) -> None:
        """Call `step`, a few ms of work of `owner`, until `stop` is called or `owner` is gone.

        It takes turns with those of `turns`, by default with all of the application.
        """
        self.owner = owner
        self.step = step
        self._turns = turns

    @property
    def is_active(self) -> bool:
        """Whether there is another step to take."""
        return self in self._all.active

    def start(self) -> None:
        """Take steps from the next pass of the event loop on."""
        if not self.is_active:
            self._all.active.append(self)
            self._all.start()

    def stop(self) -> None:
        """Take no more steps."""
        if self.is_active:
            self._all.active.remove(self)

    @property
    def _all(self) -> "Turns":
        return _of_application() if self._turns is None else self._turns


class Turns(QTimer):
    """All turns that are active, the next one first; fires once in each pass of the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, interval=0)
        self.active: deque[Turn] = deque()
        self.timeout.connect(self._take_step)

    def _take_step(self) -> None:
        while self.active and not isValid(self.active[0].owner):
            self.active.popleft()
        if self.active:
            turn = self.active[0]
            self.active.rotate(-1)
            turn.step()
        else:
            self.stop()


_known: list[Turns] = []
"""The turns of the application, once there are any."""


def _of_application() -> Turns:
    """Return the turns of the application.

    Looking for them among its children would have PySide name all, the style with its 570.
    """
    application = QCoreApplication.instance()
    assert application is not None  # where there is no event loop there are no turns
    if not (_known and isValid(_known[0])):
        _known[:] = (Turns(application),)
    return _known[0]
