"""The block of a timed step: large digits, and a row above them that says what they count.

It serves holds and everything that leads into a set: get ready, the change of sides, a
lead-in and the last seconds of a rest.
"""

from PySide6.QtCore import QPointF

from matside.core.session.looks import Look
from matside.core.workout.model import Side
from matside.core.workout.steps import Work
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.kit.rows import Row, TextPiece, first_fitting, row
from matside.ui.stage.countdown import time_digits
from matside.ui.stage.layout.block.room import LEAST_DIGITS, LIFT, Content, Room
from matside.ui.stage.layout.block.sides import QUALIFIER, one_side, side_row
from matside.ui.stage.layout.frame import Showing
from matside.ui.words import dose_words

DIGITS = 0.323
DIGITS_ABOVE_FOOT = 0.061
ROW_BELOW_TOP = 0.138
"""The height of large digits, and the positions of digits and row."""


def timed(showing: Showing, room: Room) -> Content:
    """Return the contents of a timed block."""
    seconds = showing.reading.seconds or 0
    least = LEAST_DIGITS * room.unit
    digits = time_digits(seconds, width=room.limit, cap=DIGITS * room.unit, least=least)
    above = top_row(showing, room)
    return Content(
        digits, QPointF(room.left, digits_baseline(room)), above.at(room.left, row_baseline(room))
    )


def digits_baseline(room: Room) -> float:
    """Return the baseline of large digits, slightly lower if a long name takes room."""
    usual = room.foot - DIGITS_ABOVE_FOOT * room.unit
    return usual + 0.4 * room.squeeze - (1 - LIFT) * room.spare


def row_baseline(room: Room) -> float:
    """Return the baseline of the row above, slightly higher if a long name takes room."""
    usual = room.top + ROW_BELOW_TOP * room.unit
    return usual - 0.3 * room.squeeze + LIFT * room.spare


def top_row(showing: Showing, room: Room) -> Row:
    """Return the row above the digits: the side, else the posture."""
    step = showing.reading.shown
    if (side := one_side(step)) is not None:
        vermillion = showing.reading.look is Look.WORK
        return side_row(side, step.exercise.part, room, on_vermillion=vermillion)
    return posture_row(step, room)


def posture_row(step: Work, room: Room) -> Row:
    """Return how the reps are spread, else the posture, where it fits."""
    both = step.side is Side.BOTH
    forms = (dose_words.in_turn(), dose_words.each_side()) if both else (step.exercise.position,)
    said = (TextPiece(form, QUALIFIER * room.unit, room.theme.ink, SEMIBOLD) for form in forms)
    return first_fitting(room.limit, (*map(row, said), row()))
