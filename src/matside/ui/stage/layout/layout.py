"""The layout of the stage: what is painted where, for a given size and content."""

from PySide6.QtCore import QPointF, QRectF, QSizeF

from matside.core.figures.framing import Zone, place_of
from matside.frozen import frozen
from matside.ui.drawing.marks import Ground, Mark
from matside.ui.drawing.theme import Theme
from matside.ui.stage.countdown import Digits
from matside.ui.stage.layout.block.block import block
from matside.ui.stage.layout.caption import Caption, caption, within
from matside.ui.stage.layout.choices import question
from matside.ui.stage.layout.frame import Inks, Showing, StageFrame, inks_of
from matside.ui.stage.layout.header import header
from matside.ui.stage.layout.strip import strip, timeline_rect

GLOW = 0.56
"""The radius of the glow behind the film, as a share of the unit."""

ZONE_TOP, STACKED_TOP = 0.105, 0.117
"""The top of the zone of a film, and its top below the status row when stacked."""

ZONE_LEFT, ZONE_RIGHT = 0.0249, 0.0213
"""The distances of the zone from the block and from the right edge of the window."""

ABOVE_BLOCK = 0.012
"""The distance of a stacked film's floor above the block."""


@frozen
class StageLayout:
    """What is painted where, in px of the window.

    `marks` are painted in order; digits, figure and timeline are painted over them. `figure`
    is the canvas of the film, or the icon of an exercise without one; None while the question
    takes its place. `room` is the area of the block and of what is beside it. The mini view has
    neither figure nor timeline.
    """

    frame: StageFrame
    inks: Inks
    marks: tuple[Mark, ...]
    block: QRectF
    room: QRectF
    digits: Digits
    digits_rect: QRectF
    figure: QRectF | None
    timeline: QRectF | None


def lay_out(showing: Showing, theme: Theme, size: QSizeF) -> StageLayout:
    """Return the layout of a stage of `size` that shows `showing`."""
    frame = StageFrame.of(size)
    inks = inks_of(showing, theme)
    head = header(showing, frame, inks, theme)
    flood = block(showing, frame, theme, head.bottom)
    panel = frame.panel(head.bottom, flood.rect)
    below = caption(showing, frame, theme, inks, panel, head)
    room = QRectF(panel.topLeft(), QPointF(panel.right(), below.top))
    figure = room
    if showing.film is not None:
        zone = _zone(frame, flood.rect, below)
        words = (*head.words(frame), *below.words)
        place = place_of(showing.film, zone, words, mirrored=showing.mirrored)
        figure = QRectF(place.x, place.y, place.width, place.height)
    asked = showing.signs.question
    marks = (
        _ground(frame, inks, theme, showing, panel),
        *flood.marks,
        *head.marks,
        *below.marks,
        *(question(showing, frame, theme, within(room, frame)) if asked else ()),
        *strip(showing, frame, theme),
    )
    return StageLayout(
        frame,
        inks,
        marks,
        flood.rect,
        flood.rect.united(panel),
        flood.digits,
        flood.digits_rect,
        None if asked else figure,
        timeline_rect(frame),
    )


def _zone(frame: StageFrame, block: QRectF, below: Caption) -> Zone:
    """Return the room of a film, which extends into the header; its caption is on the floor."""
    if frame.stacked:
        floor = min(below.top, block.top() - ABOVE_BLOCK * frame.unit)
        return Zone(frame.margin, STACKED_TOP * frame.unit, frame.right, floor)
    left = block.right() + ZONE_LEFT * frame.unit
    right = frame.width - ZONE_RIGHT * frame.unit
    return Zone(left, ZONE_TOP * frame.unit, right, below.top)


def _ground(frame: StageFrame, inks: Inks, theme: Theme, showing: Showing, panel: QRectF) -> Mark:
    glow = inks.ground if showing.all_flood else theme.tone(showing.reading.look).glow
    # With fractional scale factors the edges of a px are soft, so everything extends 1 px further.
    rect = QRectF(0, 0, frame.width + 1, frame.strip_top + 1)
    return Ground(rect, inks.ground, glow, panel.center(), GLOW * frame.unit)
