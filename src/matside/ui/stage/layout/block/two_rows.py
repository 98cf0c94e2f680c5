"""A block whose digits leave room for two rows above them: what it asks for, and a plate."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF

from matside.ui.drawing.marks import Mark
from matside.ui.kit.rows import Dropped, Gap, Piece, Row, row
from matside.ui.stage.countdown import Digits, time_digits
from matside.ui.stage.layout.block.room import LEAST_DIGITS, Content, Room
from matside.ui.stage.layout.block.set_plate import filled_plate, width_on_plate
from matside.ui.stage.layout.block.sides import SIDE
from matside.ui.stage.layout.block.timed import DIGITS, digits_baseline, row_baseline
from matside.ui.stage.layout.block.weights import PAD

RAISED, LEAST_TOP = 0.012, 0.116
"""How much higher the first row stands than alone, and its least distance from the top."""

BELOW_ROW = 0.0315
"""The distance of the plate from the baseline of the row."""

BELOW_SQUEEZE, APART_SQUEEZE = 0.08, 0.24
"""How much nearer the plate is to the row and to the digits below a long name."""

TOP = 0.0275
"""The distance of a plate from the top of the block where no row stands above it."""

PLATES = (0.092, 0.15)
"""The heights of a plate of one line and of two."""

LOWER, LIFTED = 0.1, 0.065
"""How much lower and higher up a plate of two lines in a row is, of what a long name takes."""

LEAST_APART = 0.026
"""The least distance between the plate and the digits."""

Number = Callable[[float], Digits]
"""Returns the number of the block in digits at most so many px high."""

LEAST_WORK = 0.3205
"""The height of digits for which a row with a plate of two lines leaves room."""


def above_digits(head: Row, lines: Sequence[Row], number: Number, room: Room) -> Content:
    """Return `number` below the row `head`, which may be empty, and a plate."""
    unit, top = room.unit, room.top + TOP * room.unit
    marks: list[Mark] = []
    if head.pieces:
        baseline = max(row_baseline(room) - RAISED * unit, room.top + LEAST_TOP * unit)
        marks += head.at(room.left, baseline)
        top = baseline + BELOW_ROW * unit - BELOW_SQUEEZE * room.squeeze
    width = width_on_plate(lines, room.limit, PAD, room)
    height = PLATES[len(lines) - 1] * unit
    marks += filled_plate(lines, width, height, room).at(room.left, top + height)
    return below(top + height, marks, number, room)


def beside(
    head: Sequence[Piece], gap: float, lines: Sequence[Row], free: float, pad: float, room: Room
) -> Row:
    """Return `head` with a plate of `lines` behind it that has at most `free` px.

    The plate has the same middle as capitals of a side.
    """
    height = height_beside(len(lines), room)
    width = width_on_plate(lines, free, pad, room)
    lower = PLATES[len(lines) - 1] * room.unit - height
    plate = filled_plate(lines, width, height, room, lower=lower)
    return row(*head, Gap(gap), Dropped(plate, (height - SIDE * room.unit) / 2))


def height_beside(lines: int, room: Room) -> float:
    """Return how high a plate of so many lines is in a row: less below a long name."""
    return PLATES[lines - 1] * room.unit - (LOWER * room.squeeze if lines > 1 else 0.0)


def above_in_one_row(line: Row, number: Number, room: Room) -> Content:
    """Return `number` below `line`.

    With a plate of two lines it is half-way between the digits and the top, below a long name
    slightly higher.
    """
    unit, height = room.unit, height_beside(2, room)
    deep = (height - SIDE * unit) / 2
    if all(piece.by < deep for piece in line.pieces if isinstance(piece, Dropped)):
        return below(row_baseline(room), line.at(room.left, row_baseline(room)), number, room)
    apart = (digits_baseline(room) - LEAST_WORK * unit - room.top - height) / 2
    lifted = LIFTED * room.squeeze
    foot = room.top + apart - lifted + height
    digits = min(DIGITS * unit, digits_baseline(room) - foot - apart - lifted)
    return _with_digits(digits, line.at(room.left, foot - deep), number, room)


def below(foot: float, marks: Sequence[Mark], number: Number, room: Room) -> Content:
    """Return `marks` with `number` in the largest digits that fit below y = `foot`."""
    unit, baseline = room.unit, digits_baseline(room)
    apart = LEAST_APART * unit - APART_SQUEEZE * room.squeeze
    return _with_digits(min(DIGITS * unit, baseline - foot - apart), marks, number, room)


def _with_digits(cap: float, marks: Sequence[Mark], number: Number, room: Room) -> Content:
    return Content(number(cap), QPointF(room.left, digits_baseline(room)), tuple(marks))


def time_number(seconds: int, room: Room) -> Number:
    """Return the number that shows `seconds`."""

    def number(cap: float) -> Digits:
        least = min(cap, LEAST_DIGITS * room.unit)
        return time_digits(seconds, width=room.limit, cap=cap, least=least)

    return number
