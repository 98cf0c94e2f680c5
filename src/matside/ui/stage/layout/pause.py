"""The block of a pause: its time, what is paused, and what RESUME will do."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from matside.core.durations import clock
from matside.core.session.reading import Look, PauseReading
from matside.core.workout.model import Side
from matside.core.workout.plan import Work
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD, SEMIBOLD, fitting_cap
from matside.ui.drawing.marks import Box, IconMark, Mark
from matside.ui.kit.countdown import time_digits
from matside.ui.kit.rows import TextPiece, row
from matside.ui.stage.layout.frame import Showing
from matside.ui.stage.layout.room import Content, Room
from matside.ui.stage.layout.sides import one_side, side_plate
from matside.ui.words import set_texts, texts

DIGITS = 0.147
LEAST_DIGITS = 0.09
"""The usual and the minimum height of the digits.

Pauses of an hour or more may shrink to the minimum if the choices need the room.
"""

DISC = 0.25
NARROW_DISC = 0.21
SMALL_DISC = 0.16
"""The maximum size of the disc with the bars, its size in a narrow window and in a long pause."""

LONG = 600
"""The seconds after which the digits of the pause need some or all of the room of the disc."""


@dataclass(frozen=True, slots=True)
class _PauseLines:
    """The baselines of the lines in a paused block, measured from its top.

    `disc` is the size of the disc, `middle` its centre, `cap` the height of what is paused.
    With a side no words say that this is a pause: the disc does.
    """

    disc: float
    middle: float
    said: float | None
    digits: float
    waits: float
    cap: float
    resume: float


USUAL = _PauseLines(DISC, 0.18, 0.102, 0.305, 0.462, 0.094, 0.536)
SIDED = _PauseLines(SMALL_DISC, 0.1215, None, 0.195, 0.475, 0.08, 0.543)

SIDE_BELOW_TOP = 0.345
"""The baseline of the side of a paused set, measured from the top of the block."""


def paused(showing: Showing, pause: PauseReading, room: Room) -> Content:
    """Return the contents of a paused block."""
    unit, side = room.unit, _side(showing)
    lines = USUAL if side is None else SIDED
    disc = _disc_of_pause(pause.seconds, room, lines)
    x = disc.right() + (0.035 if room.frame.narrow else 0.05) * unit if disc else room.left
    digits = time_digits(
        pause.seconds,
        width=room.limit - (x - room.left),
        cap=DIGITS * unit,
        least=LEAST_DIGITS * unit,
    )
    said = TextPiece(texts.paused_for(), 0.058 * unit, room.theme.ink, SEMIBOLD)
    named = row() if lines.said is None else row(said)
    marks = (
        *(_pause_disc(disc, room) if disc else ()),
        *named.at(x, room.at(lines.said or 0.0)),
        *_waiting(showing, room, lines, side),
    )
    return Content(digits, QPointF(x, room.at(lines.digits)), marks)


def _side(showing: Showing) -> Side | None:
    """Return the side of the set that is paused, None where it has none."""
    step = showing.reading.step
    return one_side(step) if isinstance(step, Work) else None


def _disc_of_pause(seconds: int, room: Room, lines: _PauseLines) -> QRectF | None:
    """Return the place of the disc with the bars; a long pause takes its room, or a part."""
    long, narrow = seconds >= LONG, room.frame.narrow
    if long and narrow:
        return None
    share = min(lines.disc, NARROW_DISC if narrow else DISC, SMALL_DISC if long else DISC)
    size = share * room.unit
    return QRectF(room.left, room.at(lines.middle) - size / 2, size, size)


def _pause_disc(disc: QRectF, room: Room) -> tuple[Mark, ...]:
    inset = 0.14 * disc.width()
    bars = disc.adjusted(inset, inset, -inset, -inset)
    grey = room.theme.tone(Look.PAUSED).flood
    return Box(disc, room.theme.ink, disc.width() / 2), IconMark(Icon.PAUSE, bars, grey)


def _waiting(
    showing: Showing, room: Room, lines: _PauseLines, side: Side | None
) -> Iterator[Mark]:
    """Give the side of a set, what waits behind the pause, and what RESUME will do."""
    unit, width, ink = room.unit, room.limit, room.theme.ink
    if side is not None:
        yield from side_plate(side, unit, room.theme).at(room.left, room.at(SIDE_BELOW_TOP))
    text = _what_waits(showing)
    cap = fitting_cap(text, width, lines.cap * unit, BOLD)
    yield from TextPiece(text, cap, ink, BOLD).at(room.left, room.at(lines.waits))
    if showing.reading.resume:
        text = texts.lead_in(showing.reading.resume)
        cap = fitting_cap(text, width, 0.0295 * unit)
        yield from TextPiece(text, cap, ink).at(room.left, room.at(lines.resume))


def _what_waits(showing: Showing) -> str:
    """Return what remains of the paused step, or its reps, or which of them waits."""
    reading = showing.reading
    if reading.seconds is None:
        return set_texts.dose_words(showing.exercise.dose)
    if reading.rep is not None:
        return set_texts.rep_of(reading.rep, reading.shown.reps or 0)
    waits = texts.waits_in(reading.step.key.kind, overtime=reading.overtime)
    return waits.format(time=clock(reading.seconds))
