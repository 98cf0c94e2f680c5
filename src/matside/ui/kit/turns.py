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

    def __init__(self, owner: QObject, step: Callable[[], object]) -> None:
        """Call `step`, a few ms of work of `owner`, until `stop` is called or `owner` is gone."""
        self.owner = owner
        self.step = step

    @property
    def is_active(self) -> bool:
        """Whether there is another step to take."""
        return self in _active

    def start(self) -> None:
        """Take steps from the next pass of the event loop on."""
        if self not in _active:
            _active.append(self)
            _passes().start()

    def stop(self) -> None:
        """Take no more steps."""
        if self in _active:
            _active.remove(self)


_active: deque[Turn] = deque()
"""All turns that are active, the next one first."""


class _Passes(QTimer):
    """Fires once in each pass of the event loop while any turn is active."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent, interval=0)
        self.timeout.connect(self._take_step)

    def _take_step(self) -> None:
        while _active and not isValid(_active[0].owner):
            _active.popleft()
        if _active:
            turn = _active[0]
            _active.rotate(-1)
            turn.step()
        else:
            self.stop()


_known: list[_Passes] = []
"""The timer of the application, once there is one."""


def _passes() -> _Passes:
    """Return the timer of the application, which is made when it is first needed.

    Looking for it among the children would have PySide name them all, the style with its 570.
    """
    application = QCoreApplication.instance()
    assert application is not None  # where there is no event loop there are no turns
    if not (_known and isValid(_known[0])):
        _known[:] = (_Passes(application),)
    return _known[0]
