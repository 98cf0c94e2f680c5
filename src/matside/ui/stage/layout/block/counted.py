"""The block of a counted set: its reps or the current rep, its time and its weights."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF

from matside.core.workout.model import MaxReps, Reps
from matside.ui.drawing.lettering import BOLD, fitting_cap
from matside.ui.kit.rows import Row, TextPiece, row
from matside.ui.stage.countdown import Digits
from matside.ui.stage.layout.block.number import beside_number, number_digits, widest_count
from matside.ui.stage.layout.block.room import Content, Room
from matside.ui.stage.layout.block.set_plate import (
    HELD,
    clock_line,
    filled_plate,
    last_time_line,
    weight_lines,
    weight_text,
    width_on_plate,
    wrapped_weight,
)
from matside.ui.stage.layout.block.sides import one_side
from matside.ui.stage.layout.block.timed import DIGITS, digits_baseline, row_baseline, top_row
from matside.ui.stage.layout.block.two_rows import LEAST_APART, PLATES, TOP
from matside.ui.stage.layout.block.weights import PAD
from matside.ui.stage.layout.block.wide import (
    LEAST_COUNT,
    LEAST_GAP,
    LEAST_WORD,
    TIME,
    time_taken,
    wide,
)
from matside.ui.stage.layout.frame import TEXT, Showing

LEAST_BESIDE = 0.24
"""The minimum height of a number beside what belongs to it."""

MOST_BESIDE = 2
"""The digits of a number that may shrink below that: others have all the width for themselves."""

WORD, WORD_ABOVE = 0.115, 0.228
"""The height of the word beside the number, and its place."""

GAP = 0.0355
"""The distance between the number and what is beside it."""

PLATE = 0.18
"""The height of the plate of weights, which stands on the baseline of the number."""

WEIGHTS = (0.08, 0.07, 0.06, TEXT)
"""The heights of weights that stand alone on the plate, the best first."""

USUAL_WEIGHTS = 0.33
"""The width that is kept for weights however many reps there are: that of `2 medium`."""

NO_BAND = 0.014
"""How much lower the number stands where there is no band below it."""


def counted(showing: Showing, dose: Reps | MaxReps, room: Room) -> Content:
    """Return the contents of the block of a counted set of `dose`.

    The time stands beside the word, or on the plate below the weights if it has no room there.
    """
    unit = room.unit
    digits = number_digits(
        showing,
        width=room.limit - GAP * unit - _least_beside(showing, room),
        cap=DIGITS * unit,
        least=LEAST_COUNT * unit,
    )
    baseline = digits_baseline(room) + (NO_BAND * unit if showing.reading.rep is None else 0)
    widest = widest_count(showing, dose)
    if len(widest) > MOST_BESIDE and digits.cap < LEAST_BESIDE * unit:
        if _breaks(showing, room, USUAL_WEIGHTS * unit):
            return _below_plate(showing, dose, room, baseline)
        content = wide(showing, room, baseline)
        return content or _below_plate(showing, dose, room, baseline)
    x = room.left + Digits(widest, digits.cap).width + GAP * unit
    width = room.left + room.limit - x
    if _breaks(showing, room, width - 2 * PAD * unit):
        return _below_plate(showing, dose, room, baseline)
    word, time = _word_and_time(showing, beside_number(showing), room, width)
    above = baseline - WORD_ABOVE * unit + 0.25 * room.squeeze
    marks = (
        *top_row(showing, room).at(room.left, row_baseline(room)),
        *word.at(x, above),
        *time.ending(x + width, above),
        *filled_plate(
            _on_plate(showing, room, width, WEIGHTS, timed=not time.pieces),
            width,
            PLATE * unit,
            room,
        ).at(x, baseline),
    )
    return Content(digits, QPointF(room.left, baseline), marks)


def _breaks(showing: Showing, room: Room, width: float) -> bool:
    """Return whether the name of the weights would break in `width` px, and need not.

    A side needs the row above the number.
    """
    said = TextPiece(weight_text(showing), TEXT * room.unit, room.theme.ink, BOLD)
    return one_side(showing.reading.shown) is None and said.width > width


def _below_plate(showing: Showing, dose: Reps | MaxReps, room: Room, baseline: float) -> Content:
    """Return the contents where the plate is as wide as the block, and the number below it.

    What is said on the plate goes before the posture.
    """
    unit = room.unit
    lines = _on_plate(showing, room, room.limit, HELD)
    width, height = width_on_plate(lines, room.limit, PAD, room), PLATES[len(lines) - 1] * unit
    foot = room.top + TOP * unit + height
    text = beside_number(showing, alone=True)
    word = TextPiece(text, LEAST_WORD * unit, room.theme.ink, BOLD)
    digits = number_digits(
        showing,
        width=room.limit - GAP * unit - word.width,
        cap=min(DIGITS * unit, baseline - foot - LEAST_APART * unit),
        least=LEAST_COUNT * unit,
    )
    x = room.left + Digits(widest_count(showing, dose), digits.cap).width + GAP * unit
    right = room.left + room.limit
    most = max(LEAST_WORD, WORD - room.squeeze / unit)  # its letters go lower than the number
    said, time = _word_and_time(showing, text, room, right - x, most)
    marks = (
        *filled_plate(lines, width, height, room).at(room.left, foot),
        *said.at(x, baseline),
        *time.ending(right, baseline),
    )
    return Content(digits, QPointF(room.left, baseline), marks)


def _least_beside(showing: Showing, room: Room) -> float:
    """Return the width that is needed beside the number, for its word and for the weights.

    Weights with a long name break.
    """
    unit, ink = room.unit, room.theme.ink
    word = TextPiece(beside_number(showing), WORD * unit, ink, BOLD)
    whole, *words = (
        TextPiece(text, TEXT * unit, ink, BOLD).width
        for text in (weight_text(showing), *weight_text(showing).split(" "))
    )
    weights = max(min(whole, USUAL_WEIGHTS * unit), *words)
    return max(word.width, weights + 2 * PAD * unit)


def _word_and_time(
    showing: Showing, text: str, room: Room, width: float, most: float = WORD
) -> tuple[Row, Row]:
    """Return the word `text`, and the time of the set if it fits into `width` too.

    The word is at most `most` high, a share of the unit.
    """
    unit = room.unit
    for share, signed in ((most, True), (most, False), (LEAST_WORD, False)):
        word = row(TextPiece(text, share * unit, room.theme.ink, BOLD))
        time = time_taken(showing, TIME * unit, room.theme.ink, signed=signed)
        if word.width + LEAST_GAP * unit + time.width <= width:
            return word, time
    cap = fitting_cap(text, width, most * unit, BOLD)
    return row(TextPiece(text, cap, room.theme.ink, BOLD)), row()


def _on_plate(
    showing: Showing, room: Room, width: float, caps: Sequence[float], *, timed: bool = False
) -> Sequence[Row]:
    """Return the lines of a plate of `width`: the weights, and the time if it is `timed`.

    Else what is left of a clock, or what was done the last time, stands below them. Where things
    have long names, their name counts more than that. Alone they have one of the heights `caps`.
    """
    unit, white = room.unit, room.theme.plate_text
    inner = width - 2 * PAD * unit
    time = time_taken(showing, TEXT * unit, white, signed=True) if timed else row()
    line = clock_line(showing, inner, room) or last_time_line(showing, inner, room)
    below = (time,) if time.pieces else () if line is None else (line,)
    for lines in weight_lines(showing, inner, room, HELD if below else caps):
        if len(lines) + len(below) <= 2 and all(line.width <= inner for line in lines):
            return (*lines, *below)
    return wrapped_weight(showing, inner, room)
