"""The layout of the stage: for a size and what is to be shown, what is painted where."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF

from matside.ui.countdown import Digits
from matside.ui.marks import Ground, Mark
from matside.ui.stage_block import block
from matside.ui.stage_caption import caption
from matside.ui.stage_choices import choices
from matside.ui.stage_frame import Frame, Inks, Showing, inks_of
from matside.ui.stage_header import header
from matside.ui.stage_strip import strip, timeline_rect
from matside.ui.theme import Theme

GLOW = 0.56
"""The radius of the glow behind the figure, as a share of the unit."""


@dataclass(frozen=True, slots=True)
class StageLayout:
    """What is painted where, in px of the window.

    `marks` are painted in order; the digits, the figure and the timeline lie upon them.
    `figure` is None where the choices of a pause stand in its place.
    """

    frame: Frame
    inks: Inks
    marks: tuple[Mark, ...]
    block: QRectF
    digits: Digits
    digits_rect: QRectF
    figure: QRectF | None
    timeline: QRectF

    @property
    def room(self) -> QRectF:
        """The room that the block has at most, down to the strip."""
        corner = QPointF(self.frame.width, self.frame.strip_top)
        return QRectF(self.block.topLeft(), corner)


def lay_out(showing: Showing, theme: Theme, size: QSizeF) -> StageLayout:
    """Return the layout of a stage of `size` that shows `showing`."""
    frame = Frame.of(size)
    inks = inks_of(showing, theme)
    head = header(showing, frame, inks)
    flood = block(showing, frame, theme, head.bottom)
    panel = frame.panel(flood.rect)
    below = caption(showing, frame, theme, inks, panel)
    figure = QRectF(panel.topLeft(), QPointF(panel.right(), below.top))
    beside = choices(showing, frame, theme, figure) if showing.paused else ()
    marks = (
        _ground(frame, inks, theme, showing, figure),
        *flood.marks,
        *head.marks,
        *below.marks,
        *beside,
        *strip(showing, frame, theme),
    )
    return StageLayout(
        frame,
        inks,
        marks,
        flood.rect,
        flood.digits,
        flood.digits_rect,
        None if showing.paused else figure,
        timeline_rect(frame),
    )


def _ground(frame: Frame, inks: Inks, theme: Theme, showing: Showing, figure: QRectF) -> Mark:
    glow = inks.ground if showing.all_flood else theme.tone(showing.reading.look).glow
    # On screens of broken scale factors the edges of a whole px are soft: all goes a px beyond.
    rect = QRectF(0, 0, frame.width + 1, frame.strip_top + 1)
    return Ground(rect, inks.ground, glow, figure.center(), GLOW * frame.unit)
