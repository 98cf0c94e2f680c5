"""The block of a rest: how long it lasts, and the side, dose or weights that come."""

from PySide6.QtCore import QPointF

from matside.ui import words
from matside.ui.countdown import Digits, time_digits
from matside.ui.lettering import BOLD
from matside.ui.rows import Row, Words, row
from matside.ui.stage_dose import (
    DOSE,
    SMALL_DOSE,
    changes_weights,
    dose_beside_weight,
    weight_plate,
)
from matside.ui.stage_frame import Showing
from matside.ui.stage_room import LEAST_DIGITS, ROW_PAD, Content, Room
from matside.ui.stage_sides import is_sided, side_row

DIGITS = 0.241
SIDED_DIGITS = 0.199
"""How high the digits are, and where the side that comes needs room below them."""

PAD = 0.085
"""The room to the right of the digits."""


def rest(showing: Showing, room: Room) -> Content:
    """Return what the block of a rest holds."""
    sided = is_sided(showing.reading.shown)
    cap = (SIDED_DIGITS if sided else DIGITS) * room.unit
    overtime = showing.reading.overtime
    digits = _rest_digits(showing.reading.seconds or 0, cap, room, overtime=overtime)
    rows = _sided_rest_rows(showing, room) if sided else _rest_rows(showing, room)
    widest = max(placed.width for placed, _ in rows)
    return Content(
        digits,
        QPointF(room.left, room.at(0.240 if sided else 0.294)),
        tuple(mark for placed, baseline in rows for mark in placed.at(room.left, baseline)),
        max(_padded(digits, room), usual_rest_width(room), widest + ROW_PAD * room.unit),
    )


def usual_rest_width(room: Room) -> float:
    """Return the width that the block of a rest has at least: that for 0:00."""
    return _padded(_rest_digits(0, DIGITS * room.unit, room), room)


def _padded(digits: Digits, room: Room) -> float:
    return digits.width + room.pad(PAD)


def _rest_digits(seconds: int, cap: float, room: Room, *, overtime: bool = False) -> Digits:
    return time_digits(
        seconds,
        width=room.slim if room.frame.narrow else room.limit,
        cap=cap,
        least=min(cap, LEAST_DIGITS * room.unit),
        overtime=overtime,
    )


def _sided_rest_rows(showing: Showing, room: Room) -> tuple[tuple[Row, float], ...]:
    """Return the side that comes, and the dose with its weights below."""
    step, exercise = showing.reading.shown, showing.exercise
    dose = Words(words.dose_words(exercise.dose), SMALL_DOSE * room.unit, room.theme.ink, BOLD)
    return (
        (side_row(step, room, room.slim, on_vermillion=False), room.at(0.388)),
        (dose_beside_weight(dose, exercise, room), room.at(0.526)),
    )


def _rest_rows(showing: Showing, room: Room) -> tuple[tuple[Row, float], ...]:
    """Return the weights to change to on their plate, else the dose with its weights."""
    exercise = showing.exercise
    if changes_weights(showing):
        assert exercise.weight is not None
        lines = words.weight_words(exercise.weight).rsplit(maxsplit=1)
        plate = weight_plate(exercise.weight, lines, 0.125 * room.unit, 0.0365 * room.unit, room)
        return ((row(plate), room.at(0.416)),)
    dose = Words(words.dose_words(exercise.dose), DOSE * room.unit, room.theme.ink, BOLD)
    return ((dose_beside_weight(dose, exercise, room), room.at(0.477)),)
