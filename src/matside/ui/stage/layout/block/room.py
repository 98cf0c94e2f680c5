"""The room of the block before its width is known, and its contents."""

from PySide6.QtCore import QPointF

from matside.frozen import frozen
from matside.ui.drawing.marks import Mark
from matside.ui.drawing.theme import Theme
from matside.ui.stage.countdown import Digits
from matside.ui.stage.layout.frame import BLOCK_HEIGHT, StageFrame

LIFT = 0.45
"""The share of a high block's spare room that is above its contents."""

LEAST_DIGITS = 0.181
"""The minimum height of digits that only the width shrinks."""


@frozen
class Room:
    """The room of a block before its width is known."""

    frame: StageFrame
    theme: Theme
    top: float
    foot: float

    @property
    def unit(self) -> float:
        """The unit of all measures, in px."""
        return self.frame.unit

    @property
    def left(self) -> float:
        """The left edge of the contents, in px."""
        return self.frame.margin

    @property
    def limit(self) -> float:
        """The maximum width of the contents, in px."""
        return self.frame.block_limit

    @property
    def squeeze(self) -> float:
        """How much lower than usual the block is, in px."""
        return max(0.0, BLOCK_HEIGHT * self.unit - (self.foot - self.top))

    @property
    def spare(self) -> float:
        """How much higher than usual the block is, in px."""
        return max(0.0, (self.foot - self.top) - BLOCK_HEIGHT * self.unit)

    def line_at(self, share: float, place: int, lines: int) -> float:
        """Return the baseline of the line `place` of `lines`, usually `share` below the top.

        In a higher block the lines stay together, in a lower one all gaps shrink alike.
        """
        moved_up = self.squeeze * (place + 1) / (lines + 1)
        return self.top + LIFT * self.spare + share * self.unit - moved_up

    def at(self, share: float) -> float:
        """Return the distance from the top, in px, for `share` of a block of usual height.

        In a higher block the contents stay together, in a lower one they move closer.
        """
        height = self.foot - self.top - self.spare
        return self.top + LIFT * self.spare + height * share / BLOCK_HEIGHT


@frozen
class Content:
    """The contents of a block."""

    digits: Digits
    digits_at: QPointF
    marks: tuple[Mark, ...]
