"""The flood: for a moment a step that begins covers the whole stage with its colour."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, QVariantAnimation, Signal

from matside.core.durations import SECOND
from matside.ui.stage.layout.layout import StageLayout

WHOLE = 350
"""How long the whole stage keeps the colour after the change, in ms."""

SETTLING = 220
"""How long the colour then takes to draw back to its block, in ms."""

APART = SECOND
"""The minimum time between two floods in ms: more than one flash a second can harm."""


def spread(ms: int) -> float:
    """Return how far the colour reaches beyond its block `ms` after the change, from 1 to 0."""
    gone = min(max(0, ms - WHOLE) / SETTLING, 1.0)
    return float((1 - gone) ** 3)


@dataclass(frozen=True, slots=True)
class Wash:
    """What is still shown where the flood has not drawn back: `layout` on what it `covered`."""

    layout: StageLayout
    covered: QRectF


class Flooding(QVariantAnimation):
    """Runs once at a change of step, and tells of every frame; without it nothing runs.

    A frame that comes late, or not at all, is of its own time: nothing waits for it.
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
        """Flood the stage, unless something has just flashed; then the change is a plain cut."""
        self.stop()
        if not self._apart.isActive():
            self.note_flash()
            self.start()

    def note_flash(self) -> None:
        """Flood nothing for a second: the whole stage has changed its colour."""
        self._apart.start()

    @property
    def is_whole(self) -> bool:
        """Whether the whole stage has the colour."""
        return self._runs and self.currentTime() < WHOLE

    @property
    def is_settling(self) -> bool:
        """Whether the colour draws back to its block."""
        return self._runs and not self.is_whole

    @property
    def _runs(self) -> bool:
        return self.state() is not QVariantAnimation.State.Stopped

    def reach(self, block: QRectF, whole: QRectF) -> QRectF:
        """Return what the colour covers between the `whole` room and its `block`."""
        left = spread(self.currentTime())
        covered = QRectF(block)
        covered.setTop(block.top() + left * (whole.top() - block.top()))
        covered.setRight(block.right() + left * (whole.right() - block.right()))
        covered.setBottom(block.bottom() + left * (whole.bottom() - block.bottom()))
        return covered
