"""The block of a counted set whose number is so wide that all else stands in rows above it."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from matside.core.durations import clock
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD, SEMIBOLD
from matside.ui.kit.rows import Badge, Dropped, Gap, Row, Stack, TextPiece, first_fitting, row
from matside.ui.stage.countdown import Digits
from matside.ui.stage.layout.block.number import beside_number, number_digits
from matside.ui.stage.layout.block.room import Content, Room
from matside.ui.stage.layout.block.set_plate import (
    HELD,
    clock_line,
    held_lines,
    last_time_line,
    weight_lines,
    weight_text,
    wrapped_weight,
)
from matside.ui.stage.layout.block.sides import QUALIFIER, SIDE, one_side, side_plate
from matside.ui.stage.layout.block.timed import DIGITS, row_baseline
from matside.ui.stage.layout.block.two_rows import (
    PLATES,
    above_digits,
    above_in_one_row,
    beside,
    height_beside,
)
from matside.ui.stage.layout.block.weights import PAD, TIGHT_PAD, dumbbells, plate
from matside.ui.stage.layout.frame import TEXT, Showing

LEAST_COUNT = 0.12
"""The minimum height of a number that stands alone."""

LEAST_WORD = 0.085
"""The height of its word in the row above it."""

TIME, STOPWATCH = 0.0655, 0.052
"""The height of the time that the set has taken, and the size of the sign before it."""

LEAST_GAP, TIGHT_GAP = 0.024, 0.012
"""The least distance to the time, and that of plates where they have no room."""

PITCH = 0.0905
"""The distance between the word and the time below it."""

MOST_SQUEEZE = 0.03
"""How much lower the block may be for words alone to have a line below the weights."""


def wide(showing: Showing, room: Room, baseline: float) -> Content | None:
    """Return the contents with everything but the number in one row, or two.

    None where the plate must be as wide as the block and nothing else needs a row.
    """
    if not _is_more_known(showing, room):
        return _bare(showing, room, baseline)

    def number(cap: float) -> Digits:
        least = LEAST_COUNT * room.unit
        return number_digits(showing, width=room.limit, cap=cap, least=least)

    gap = LEAST_GAP * room.unit
    for head in _heads(showing, room):
        free = room.limit - head.width - gap
        for pad in (PAD, TIGHT_PAD):
            lines = _lines(showing, free - 2 * pad * room.unit, room)
            if lines is not None:
                line = beside(head.pieces, gap, lines, free, pad, room)
                return above_in_one_row(line, number, room)
    side = one_side(showing.reading.shown)
    if side is None:
        return None
    inner = room.limit - 2 * PAD * room.unit
    lines = _lines(showing, inner, room) or _held(showing, inner, room, ())
    said = wrapped_weight(showing, inner, room) if lines is None else lines
    head = row(side_plate(side, room.unit, room.theme, low=True))
    return above_digits(head, said, number, room)


def _is_more_known(showing: Showing, room: Room) -> bool:
    """Return whether the plate says more than the name of the weights."""
    weight = showing.exercise.weight
    is_loaded = weight is not None and weight.level is not None
    known = is_loaded and showing.reading.shown.load is not None
    return known or bool(_below(showing, room.limit, room))


def _below(showing: Showing, width: float, room: Room) -> tuple[Row, ...]:
    """Return the line below the weights in `width` px; none where there is nothing to say.

    That it is the first time has no room on the lower plate below a long name.
    """
    has_room = room.squeeze < MOST_SQUEEZE * room.unit
    line = clock_line(showing, width, room)
    if line is None and (showing.reading.last_time is not None or has_room):
        line = last_time_line(showing, width, room)
    return () if line is None else (line,)


def _heads(showing: Showing, room: Room) -> Iterator[Row]:
    """Yield what stands beside the plate: the side, else the word above the time, or alone.

    The time stands on the foot of the plate.
    """
    unit, side, ink = room.unit, one_side(showing.reading.shown), room.theme.ink
    if side is not None:
        yield row(side_plate(side, unit, room.theme))
        return
    text = beside_number(showing, alone=True)
    word, high = row(TextPiece(text, QUALIFIER * unit, ink, BOLD)), height_beside(2, room)
    for signed in (True, False):
        time = time_taken(showing, TIME * unit, ink, signed=signed)
        if time.pieces:
            both = Stack((word, time), PITCH * unit)
            yield row(Dropped(both, (high - SIDE * unit) / 2))
    yield row(TextPiece(text, LEAST_WORD * unit, ink, BOLD))


def _lines(showing: Showing, width: float, room: Room) -> tuple[Row, ...] | None:
    """Return the lines of a plate with `width` px inside; None where they have no room."""
    below = _below(showing, width, room)
    if not below and _below(showing, room.limit, room):
        return None
    return _held(showing, width, room, below)


def _held(
    showing: Showing, width: float, room: Room, below: tuple[Row, ...]
) -> tuple[Row, ...] | None:
    """Return what is held, with a load that is known, above `below`; None likewise."""
    bare = showing.exercise.weight is None
    forms = weight_lines(showing, width, room, HELD) if bare else held_lines(showing, width, room)
    for lines in forms:
        said = (*lines, *below)
        if len(said) <= len(PLATES) and all(line.width <= width for line in said):
            return said
    return None


def _bare(showing: Showing, room: Room, baseline: float) -> Content:
    """Return the contents where the number is so wide that all else stands in the row above it.

    A time that has no room there stands beside the number, if it has room there.
    """
    unit, ink = room.unit, room.theme.ink
    digits = number_digits(showing, width=room.limit, cap=DIGITS * unit, least=LEAST_COUNT * unit)
    gap = Gap(LEAST_GAP * unit)
    time = time_taken(showing, TIME * unit, ink, signed=True)
    forms = list(_rows_above(showing, room))
    above = first_fitting(room.limit, [*(row(form, gap, time) for form in forms[:2]), *forms])
    beside = first_fitting(
        room.limit - digits.width - gap.width,
        [time, time_taken(showing, TIME * unit, ink, signed=False), row()],
    )
    marks = (
        *above.at(room.left, row_baseline(room)),
        *(() if time in above.pieces else beside.ending(room.left + room.limit, baseline)),
    )
    return Content(digits, QPointF(room.left, baseline), marks)


def _rows_above(showing: Showing, room: Room) -> Iterator[Row]:
    """Yield the side, the word and the weights in one row, then as much of them as may fit."""
    unit, theme, weight = room.unit, room.theme, showing.exercise.weight
    gap, side = Gap(LEAST_GAP * unit), one_side(showing.reading.shown)
    word = TextPiece(beside_number(showing, alone=True), LEAST_WORD * unit, theme.ink, BOLD)
    said = TextPiece(weight_text(showing), TEXT * unit, theme.plate_text, BOLD)
    sign = dumbbells(weight, said.cap, theme.plate_text)
    signed, bare = (plate(line, 0.0, room, PAD) for line in (row(*sign, said), row(said)))
    tight = plate(row(said), 0.0, room, TIGHT_PAD)
    first = row() if side is None else row(side_plate(side, unit, theme), gap)
    yield row(first, word, gap, signed)
    yield row(first, word, gap, bare)
    yield row(first, signed)
    yield row(first, bare)
    yield row(*first.pieces[:1], Gap(TIGHT_GAP * unit), tight)
    yield row(first, word)
    yield first


def time_taken(showing: Showing, cap: float, colour: QColor, *, signed: bool) -> Row:
    """Return how long the set has taken; nothing at rep pace, which has its own clock."""
    taken = showing.reading.taken
    if taken is None:
        return row()
    said = TextPiece(clock(taken), cap, colour, SEMIBOLD, tabular=True)
    sign = Badge(Icon.STOPWATCH, cap * STOPWATCH / TIME, cap, colour)
    return row(sign, Gap(0.28 * cap), said) if signed else row(said)
