"""The block of a rest: its time, and the next side, dose or weights."""

from PySide6.QtCore import QPointF

from matside.core.workout.model import Side, Weight
from matside.ui.drawing.lettering import BOLD
from matside.ui.kit.countdown import time_digits
from matside.ui.kit.rows import Row, TextPiece, first_fitting, row
from matside.ui.stage.layout.dose import (
    DOSE,
    SMALL_DOSE,
    dose_beside_weight,
    weight_plate,
    weight_to_fetch,
)
from matside.ui.stage.layout.frame import Showing
from matside.ui.stage.layout.room import LEAST_DIGITS, Content, Room
from matside.ui.stage.layout.sides import one_side, side_row
from matside.ui.words import set_texts
from matside.ui.words.set_texts import dose_words

DIGITS = 0.241
SIDED_DIGITS = 0.199
"""The height of the digits, and their height when the next side needs room below them."""

CHANGE_DOSE = 0.095
"""The height of the dose above the plate of weights to fetch."""


LEAST_OVERTIME = 0.16
"""The minimum height of overtime digits: minutes of overtime are long but must fit the block."""


def rest(showing: Showing, room: Room) -> Content:
    """Return the contents of the block of a rest."""
    side = one_side(showing.reading.shown)
    cap = (SIDED_DIGITS if side else DIGITS) * room.unit
    overtime = showing.reading.overtime
    digits = time_digits(
        showing.reading.seconds or 0,
        width=room.limit,
        cap=cap,
        least=min(cap, (LEAST_OVERTIME if overtime else LEAST_DIGITS) * room.unit),
        overtime=overtime,
    )
    rows = _sided_rest_rows(showing, side, room) if side else _rest_rows(showing, room)
    return Content(
        digits,
        QPointF(room.left, room.at(_digits_at(showing))),
        tuple(mark for placed, baseline in rows for mark in placed.at(room.left, baseline)),
    )


def _digits_at(showing: Showing) -> float:
    """Return where the digits stand, higher above a plate of weights, and above a side."""
    if one_side(showing.reading.shown):
        return 0.240
    return 0.279 if weight_to_fetch(showing) else 0.294


def _sided_rest_rows(showing: Showing, side: Side, room: Room) -> tuple[tuple[Row, float], ...]:
    """Return the side that comes, and the dose with its weights below."""
    exercise = showing.exercise
    dose = TextPiece(dose_words(exercise.dose), SMALL_DOSE * room.unit, room.theme.ink, BOLD)
    return (
        (side_row(side, exercise.part, room, on_vermillion=False), room.at(0.388)),
        (dose_beside_weight(dose, exercise, room), room.at(0.526)),
    )


def _rest_rows(showing: Showing, room: Room) -> tuple[tuple[Row, float], ...]:
    """Return the dose, and below it the weights to change to; else the dose beside its weights."""
    exercise, unit = showing.exercise, room.unit
    if (weight := weight_to_fetch(showing)) is not None:
        dose = TextPiece(dose_words(exercise.dose), CHANGE_DOSE * unit, room.theme.ink, BOLD)
        return ((row(dose), room.at(0.404)), (_fetched(weight, room), room.at(0.518)))
    dose = TextPiece(dose_words(exercise.dose), DOSE * room.unit, room.theme.ink, BOLD)
    return ((dose_beside_weight(dose, exercise, room), room.at(0.477)),)


def _fetched(weight: Weight, room: Room) -> Row:
    """Return the plate of the weights to change to, in one line."""
    sign, pad = 0.1 * room.unit, 0.0365 * room.unit
    said = (set_texts.weight_words(weight), set_texts.short_weight(weight))
    return first_fitting(
        room.limit, [row(weight_plate(weight, (line,), sign, pad, room)) for line in said]
    )
