"""The room that the block of the stage has before its width is known, and what is set in it."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF

from matside.ui.drawing.marks import Mark
from matside.ui.drawing.theme import Theme
from matside.ui.kit.countdown import Digits
from matside.ui.stage.layout.frame import StageFrame

HEIGHT = 0.584
"""The height of the block below a name of one line."""

LIFT = 0.45
"""How much of the spare room of a high block lies above its contents."""

LEAST_DIGITS = 0.181
"""How high digits are at least where nothing but the width shrinks them."""


@dataclass(frozen=True, slots=True)
class Room:
    """The room of a block before its width is known."""

    frame: StageFrame
    theme: Theme
    top: float
    foot: float

    @property
    def unit(self) -> float:
        """What all measures are shares of, in px."""
        return self.frame.unit

    @property
    def left(self) -> float:
        """Where the contents begin."""
        return self.frame.margin

    @property
    def limit(self) -> float:
        """How wide the contents may be."""
        return self.frame.block_limit

    @property
    def squeeze(self) -> float:
        """How much lower the block is than usual, in px."""
        return max(0.0, HEIGHT * self.unit - (self.foot - self.top))

    @property
    def spare(self) -> float:
        """How much higher the block is than usual, in px."""
        return max(0.0, (self.foot - self.top) - HEIGHT * self.unit)

    def at(self, share: float) -> float:
        """Return how far down `share` of a block of usual height is in this one.

        In a higher one all keeps together, in a lower one it closes up.
        """
        height = self.foot - self.top - self.spare
        return self.top + LIFT * self.spare + height * share / HEIGHT


@dataclass(frozen=True, slots=True)
class Content:
    """What a block holds."""

    digits: Digits
    digits_at: QPointF
    marks: tuple[Mark, ...]
