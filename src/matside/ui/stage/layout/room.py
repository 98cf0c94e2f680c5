"""The room of the block before its width is known, and its contents."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from matside.ui.drawing.marks import Mark
from matside.ui.drawing.theme import Theme
from matside.ui.kit.countdown import Digits
from matside.ui.stage.layout.frame import StageFrame

HEIGHT = 0.584
"""The height of the block below a one-line name."""

LIFT = 0.45
"""The share of a high block's spare room that is above its contents."""

LEAST_DIGITS = 0.181
"""The minimum height of digits that only the width shrinks."""


@dataclass(frozen=True, slots=True)
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
        return max(0.0, HEIGHT * self.unit - (self.foot - self.top))

    @property
    def spare(self) -> float:
        """How much higher than usual the block is, in px."""
        return max(0.0, (self.foot - self.top) - HEIGHT * self.unit)

    def at(self, share: float) -> float:
        """Return the distance from the top, in px, for `share` of a block of usual height.

        In a higher block the contents stay together, in a lower one they move closer.
        """
        height = self.foot - self.top - self.spare
        return self.top + LIFT * self.spare + height * share / HEIGHT


@dataclass(frozen=True, slots=True)
class Content:
    """The contents of a block."""

    digits: Digits
    digits_at: QPointF
    marks: tuple[Mark, ...]
