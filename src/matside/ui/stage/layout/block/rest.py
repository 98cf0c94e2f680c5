"""The block of a rest: its time, and what comes: the side, the dose and the weights."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF

from matside.core.workout.model import Side
from matside.ui.drawing.lettering import BOLD, SEMIBOLD
from matside.ui.drawing.marks import Mark
from matside.ui.kit.rows import Dropped, Gap, Row, TextPiece, first_fitting, row
from matside.ui.stage.countdown import time_digits
from matside.ui.stage.layout.block.room import LEAST_DIGITS, Content, Room
from matside.ui.stage.layout.block.sides import QUALIFIER, one_side, side_row
from matside.ui.stage.layout.block.weights import weights_in_one_line, weights_in_two_lines
from matside.ui.stage.layout.frame import TEXT, Showing
from matside.ui.words import dose_words

LINES = 3

DIGITS, DIGITS_AT = 0.241, 0.272
SIDED_DIGITS, SIDED_DIGITS_AT = 0.199, 0.22
"""The height and the place of the digits; smaller and higher if a side needs room below them."""

LEAST_OVERTIME = 0.16
"""The minimum height of overtime digits: minutes of overtime are long but must fit the block."""

DOSE, DOSE_AT, WEIGHTS_AT = 0.095, 0.408, 0.522
"""The height of a dose, and the places of the dose and of the weights below it."""

SIDE_AT, SIDED_DOSE, SIDED_DOSE_AT = 0.347, 0.087, 0.506
"""The place of a side, and the height and the place of the dose beside its weights."""

APART, TIGHT_APART = 0.037, 0.025
"""The gap between a dose and what stands beside it, and its minimum."""


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
    at = room.line_at(SIDED_DIGITS_AT if side else DIGITS_AT, 0, LINES)
    marks = _sided(showing, side, room) if side else _unsided(showing, room)
    return Content(digits, QPointF(room.left, at), tuple(marks))


def _unsided(showing: Showing, room: Room) -> Iterator[Mark]:
    """Give the dose, and the weights below it."""
    weights = first_fitting(room.limit, list(weights_in_one_line(showing, room)))
    yield from _dose(showing, room).at(room.left, room.line_at(DOSE_AT, 1, LINES))
    yield from weights.at(room.left, room.line_at(WEIGHTS_AT, 2, LINES))


def _dose(showing: Showing, room: Room) -> Row:
    """Return the dose, and beside it how its reps are spread, in the widest form that fits."""
    unit, ink = room.unit, room.theme.ink
    dose = TextPiece(dose_words.dose_words(showing.exercise.dose), DOSE * unit, ink, BOLD)
    if showing.reading.shown.side is not Side.BOTH:
        return row(dose)
    forms = (
        (dose_words.in_turn(), QUALIFIER),
        (dose_words.in_turn(), TEXT),
        (dose_words.each_side(), QUALIFIER),
        (dose_words.each_side(), TEXT),
    )
    said = (TextPiece(text, cap * unit, ink, SEMIBOLD) for text, cap in forms)
    short = dose_words.set_dose_words(showing.reading.shown)
    alone = (TextPiece(short, cap * unit, ink, BOLD) for cap in (DOSE, QUALIFIER, TEXT))
    beside = (row(dose, Gap(APART * unit), each) for each in said)
    return first_fitting(room.limit, [*beside, *map(row, alone), row(dose)])


def _sided(showing: Showing, side: Side, room: Room) -> Iterator[Mark]:
    """Give the side, and below it the dose and the weights."""
    yield from side_row(side, showing.exercise.part, room, on_vermillion=False, low=True).at(
        room.left, room.line_at(SIDE_AT, 1, LINES)
    )
    yield from dose_and_weights(showing, room).at(room.left, room.line_at(SIDED_DOSE_AT, 2, LINES))


def dose_and_weights(showing: Showing, room: Room) -> Row:
    """Return the dose of the coming set with its weights, in the widest form that fits."""
    unit = room.unit
    said = dose_words.set_dose_words(showing.reading.shown)
    dose = TextPiece(said, SIDED_DOSE * unit, room.theme.ink, BOLD)
    lift = (TEXT - SIDED_DOSE) / 2 * unit
    beside = [
        row(dose, Gap(gap * unit), Dropped(weights, lift))
        for weights in weights_in_two_lines(showing, room)
        for gap in (APART, TIGHT_APART)
    ]
    return first_fitting(room.limit, [*beside, row(dose)])
