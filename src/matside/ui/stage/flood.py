"""The flood: a new step briefly covers the whole stage with its colour."""

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, QVariantAnimation, Signal

from matside.core.durations import SECOND
from matside.frozen import frozen
from matside.ui.stage.layout.layout import StageLayout

WHOLE = 350
"""How long the colour covers the whole stage after the change, in ms."""

SETTLING = 220
"""How long the colour then takes to shrink back to its block, in ms."""

APART = SECOND
"""The minimum time between two floods, in ms: more than one flash a second can be harmful."""


def spread(ms: int) -> float:
    """Return how far the colour extends beyond its block `ms` after the change, from 1 to 0."""
    gone = min(max(0, ms - WHOLE) / SETTLING, 1.0)
    return float((1 - gone) ** 3)


@frozen
class Wash:
    """The part that the flood still covers: `layout` painted on the `covered` area."""

    layout: StageLayout
    covered: QRectF


class Flooding(QVariantAnimation):
    """Animates one flood after a change of step and signals each frame; otherwise it is stopped.

    A late frame shows the state for its own time; a missed one is dropped.
    """

    moved = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setStartValue(0)
        self.setEndValue(WHOLE + SETTLING)
        self.setDuration(WHOLE + SETTLING)
        self._apart = QTimer(self, interval=APART, singleShot=True)
        self._apart.setTimerType(Qt.TimerType.PreciseTimer)
        self.valueChanged.connect(lambda _: self.moved.emit())
        self.finished.connect(self.moved)

    def begin(self) -> None:
        """Start a flood, unless something has just flashed; then the colour just changes."""
        self.stop()
        if not self._apart.isActive():
            self.note_flash()
            self.start()

    def note_flash(self) -> None:
        """Suppress floods for a second, because the whole stage has just changed its colour."""
        self._apart.start()

    @property
    def is_whole(self) -> bool:
        """Whether the colour covers the whole stage."""
        return self._runs and self.currentTime() < WHOLE

    @property
    def is_settling(self) -> bool:
        """Whether the colour is shrinking back to its block."""
        return self._runs and not self.is_whole

    @property
    def _runs(self) -> bool:
        return self.state() is not QVariantAnimation.State.Stopped

    def reach(self, block: QRectF, whole: QRectF) -> QRectF:
        """Return the area that the colour covers, between the `whole` stage and its `block`."""
        left = spread(self.currentTime())
        covered = QRectF(block)
        covered.setTop(block.top() + left * (whole.top() - block.top()))
        covered.setRight(block.right() + left * (whole.right() - block.right()))
        covered.setBottom(block.bottom() + left * (whole.bottom() - block.bottom()))
        return covered
