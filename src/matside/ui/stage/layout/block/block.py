"""The block of the stage: the one big number, what belongs to it, and its ground."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from matside.core.session.looks import Look
from matside.core.workout.steps import Work
from matside.frozen import frozen
from matside.ui.drawing.marks import Band, Flood, Mark
from matside.ui.drawing.theme import Theme
from matside.ui.stage.countdown import Digits
from matside.ui.stage.layout.block.clocked import clocked
from matside.ui.stage.layout.block.counted import counted
from matside.ui.stage.layout.block.held import held
from matside.ui.stage.layout.block.number import counted_dose
from matside.ui.stage.layout.block.pause import paused
from matside.ui.stage.layout.block.rest import rest
from matside.ui.stage.layout.block.room import Content, Room
from matside.ui.stage.layout.block.timed import timed
from matside.ui.stage.layout.frame import Showing, StageFrame

BAND = 0.0234
CELL_GAP = 0.0078
LEAST_CELL = 0.0156
"""The gap between two cells of the band, and the minimum width of a cell."""


@frozen
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
    pause = showing.reading.pause
    if pause is not None:
        return paused(showing, pause, room)
    if showing.is_rest:
        return rest(showing, room)
    if (clock := showing.shown_clock) is not None:
        return clocked(showing, clock, room)
    if (dose := counted_dose(showing)) is not None:
        return counted(showing, dose, room)
    if showing.reading.look is Look.WORK and showing.reading.clock is not None:
        return held(showing, room)
    return timed(showing, room)


def _ground(showing: Showing, frame: StageFrame, theme: Theme, rect: QRectF) -> Iterator[Mark]:
    """Give the flood, unless the whole window is flooded, and the progress band at its foot."""
    corner = 0.0 if showing.flooded else frame.corner
    if not showing.flooded:
        yield Flood(rect, theme.tone(showing.reading.look).flood, corner)
    height = round(BAND * frame.unit)
    foot = QRectF(0, rect.bottom() - height, rect.width(), height)
    yield from progress_band(showing, foot, corner, frame.unit, theme)


def progress_band(
    showing: Showing, rect: QRectF, corner: float, unit: float, theme: Theme
) -> Iterator[Mark]:
    """Give the band in `rect`, the foot of a block whose right corners have the radius `corner`.

    A counted set has no length to be half-way through, nor has one to failure, and so no band;
    at rep pace its band has a cell for each rep.
    """
    reading = showing.reading
    has_no_end = isinstance(reading.step, Work) and reading.step.is_to_failure
    if showing.paused or reading.seconds is None or has_no_end:
        return
    tone, gaps = theme.tone(showing.reading.look), _gaps(showing, rect, unit)
    yield Band(rect, corner, _filled(showing), tone.track, theme.fill, gaps, tone.flood)


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
