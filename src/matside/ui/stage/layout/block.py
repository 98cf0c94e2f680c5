"""The block of the stage: the one big number, what belongs to it, and its ground."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from matside.core.workout.model import Reps
from matside.core.workout.plan import Work
from matside.ui.drawing.marks import Band, Flood, Mark
from matside.ui.drawing.theme import Theme
from matside.ui.kit.countdown import Digits
from matside.ui.stage.layout.counted import counted
from matside.ui.stage.layout.frame import Showing, StageFrame
from matside.ui.stage.layout.pause import paused
from matside.ui.stage.layout.rest import rest
from matside.ui.stage.layout.room import Content, Room
from matside.ui.stage.layout.timed import timed

BAND = 0.0234
CELL_GAP = 0.0078
LEAST_CELL = 0.0156
"""The gap between two cells of the band, and the minimum width of a cell."""


@dataclass(frozen=True, slots=True)
class BlockLayout:
    """The block as painted: its place, the place of its digits, and its marks."""

    rect: QRectF
    digits: Digits
    digits_rect: QRectF
    marks: tuple[Mark, ...]


def block(showing: Showing, frame: StageFrame, theme: Theme, top: float) -> BlockLayout:
    """Return the block whose top is at `top`."""
    rect = frame.block(top)
    room = Room(frame, theme, rect.top(), rect.bottom())
    content = _content(showing, room)
    at = content.digits_at
    return BlockLayout(
        rect,
        content.digits,
        content.digits.rect(at.x(), at.y()),
        (*_ground(showing, frame, theme, rect), *content.marks),
    )


def _content(showing: Showing, room: Room) -> Content:
    pause, dose = showing.reading.pause, showing.exercise.dose
    if pause is not None:
        return paused(showing, pause, room)
    if showing.is_rest:
        return rest(showing, room)
    if isinstance(dose, Reps) and _shows_reps(showing):
        return counted(showing, dose, room)
    return timed(showing, room)


def _shows_reps(showing: Showing) -> bool:
    """Return whether reps are the one big number: not while a lead-in counts down."""
    reading = showing.reading
    return reading.seconds is None or (reading.rep is not None and reading.held_back is None)


def _ground(showing: Showing, frame: StageFrame, theme: Theme, rect: QRectF) -> Iterator[Mark]:
    """Give the flood, unless the whole window is flooded, and the progress band at its foot.

    A counted set has no length to be half-way through, and so no band; at rep pace its band
    has a cell for each rep.
    """
    tone = theme.tone(showing.reading.look)
    corner = 0.0 if showing.flooded else frame.corner
    if not showing.flooded:
        yield Flood(rect, tone.flood, corner)
    if showing.paused or showing.reading.seconds is None:
        return
    height = round(BAND * frame.unit)
    foot = QRectF(0, rect.bottom() - height, rect.width(), height)
    gaps = _gaps(showing, foot, frame.unit)
    yield Band(foot, corner, _filled(showing), tone.track, theme.fill, gaps, tone.flood)


def _filled(showing: Showing) -> float:
    """Return the filled part of the band: of a set what is gone, else what is left."""
    share = showing.reading.share
    return share if isinstance(showing.reading.step, Work) else 1 - share


def _gaps(showing: Showing, band: QRectF, unit: float) -> tuple[QRectF, ...]:
    """Return the gaps between the reps of a paced set; none where they are too many."""
    reps = showing.reading.shown.reps
    if showing.reading.rep is None or reps is None:
        return ()
    gap, cell = max(1, round(CELL_GAP * unit)), band.width() / reps
    if cell < gap + LEAST_CELL * unit:
        return ()
    return tuple(
        QRectF(round(band.left() + place * cell - gap / 2), band.top(), gap, band.height())
        for place in range(1, reps)
    )
