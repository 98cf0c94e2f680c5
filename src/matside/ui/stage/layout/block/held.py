"""The block of a hold beside which a clock runs: its own time, and on a plate what is left."""

from matside.ui.kit.rows import Row, row
from matside.ui.stage.layout.block.room import Content, Room
from matside.ui.stage.layout.block.set_plate import (
    clock_forms,
    clock_line,
    held_lines,
    wrapped_weight,
)
from matside.ui.stage.layout.block.sides import one_side, side_plate, side_row
from matside.ui.stage.layout.block.timed import top_row
from matside.ui.stage.layout.block.two_rows import (
    PLATES,
    above_digits,
    above_in_one_row,
    beside,
    time_number,
)
from matside.ui.stage.layout.block.weights import PAD, TIGHT_PAD
from matside.ui.stage.layout.frame import Showing

GAP = 0.022
"""The distance between the side and the plate behind it."""


def held(showing: Showing, room: Room) -> Content:
    """Return the contents of the block of a hold in a minute, or in a block for a time.

    The side stands above the plate; what is held and the clock go before the posture.
    """
    inner = room.limit - 2 * PAD * room.unit
    line = clock_line(showing, inner, room)
    below = () if line is None else (line,)
    lines = next(
        (
            lines
            for lines in held_lines(showing, inner, room)
            if len(lines) + len(below) <= len(PLATES)
            and all(line.width <= inner for line in lines)
        ),
        None,
    )
    said = wrapped_weight(showing, inner, room) if lines is None else (*lines, *below)
    side = one_side(showing.reading.shown)
    number = time_number(showing.reading.seconds or 0, room)
    if side is None:
        return above_digits(row(), said, number, room)
    part = showing.exercise.part
    for head in (top_row(showing, room), row(side_plate(side, room.unit, room.theme))):
        free = room.limit - head.width - GAP * room.unit
        lines = _beside(showing, free - 2 * TIGHT_PAD * room.unit, room)
        if lines is not None:
            line = beside(head.pieces, GAP * room.unit, lines, free, TIGHT_PAD, room)
            return above_in_one_row(line, number, room)
    head = side_row(side, part, room, on_vermillion=True, low=True)
    return above_digits(head, said, number, room)


def _beside(showing: Showing, width: float, room: Room) -> tuple[Row, ...] | None:
    """Return what is held and the clock, in `width` px beside the side; None without room."""
    for held_line in held_lines(showing, width, room):
        for clock_lines in clock_forms(showing, width, room):
            lines = (*held_line, *clock_lines)
            if len(lines) <= len(PLATES) and all(line.width <= width for line in lines):
                return lines
    return None
