"""The block of a pause: what is left of the step, and how long the pause lasts."""

from collections.abc import Iterator

from PySide6.QtCore import QPointF

from matside.core.durations import clock
from matside.core.session.reading import PauseReading
from matside.core.workout.steps import Work
from matside.core.workout.weight_change import WeightChange
from matside.ui.drawing.lettering import BOLD, MEDIUM, SEMIBOLD, fitting_cap, is_cut, wrapped
from matside.ui.drawing.marks import Mark
from matside.ui.kit.rows import Row, TextPiece, around, first_fitting, row
from matside.ui.stage.layout.block.number import before_number, beside_number, number_digits
from matside.ui.stage.layout.block.rest import DIGITS, DIGITS_AT, dose_and_weights
from matside.ui.stage.layout.block.room import Content, Room
from matside.ui.stage.layout.block.sides import QUALIFIER, one_side, side_row
from matside.ui.stage.layout.block.timed import posture_row
from matside.ui.stage.layout.block.weights import dumbbells
from matside.ui.stage.layout.frame import TEXT, Showing
from matside.ui.words import dose_words, screen_words, weight_words

LINES = 3

LEAST_DIGITS = 0.09
"""The minimum height of the number: times of an hour are long but must fit the block."""

WORDS = 0.06
"""The height of what stands beside the number."""

GAP = 0.022
"""The gap between the number and its words."""

MIDDLE_AT, PAUSED_AT = 0.416, 0.537
"""The places of the line below the number, and of the length of the pause."""

SMALL, LEAST_SMALL = 0.0235, 10
SMALL_PITCH = 1.55
"""The height of what is read at arm's length and its minimum in px; its pitch in heights."""

APART = 0.034
"""The least gap between the length of the pause and what RESUME will do."""


def paused(showing: Showing, pause: PauseReading, room: Room) -> Content:
    """Return the contents of a paused block."""
    unit, ink = room.unit, room.theme.ink
    gap = GAP * unit
    before = TextPiece(before_number(showing), WORDS * unit, ink, SEMIBOLD)
    x = room.left + (before.width + 2 * gap if before.text else 0.0)
    free = room.left + room.limit - x - gap
    text = beside_number(showing, alone=True)
    digits = number_digits(
        showing,
        width=free - TextPiece(text, TEXT * unit, ink, SEMIBOLD).width,
        cap=DIGITS * unit,
        least=LEAST_DIGITS * unit,
    )
    cap = fitting_cap(text, free - digits.width, WORDS * unit, SEMIBOLD)
    baseline = room.line_at(DIGITS_AT, 0, LINES)
    marks = (
        *before.at(room.left, baseline),
        *TextPiece(text, cap, ink, SEMIBOLD).at(x + digits.width + gap, baseline),
        *_middle(showing, room).at(room.left, room.line_at(MIDDLE_AT, 1, LINES)),
        *_length(showing, pause, room),
    )
    return Content(digits, QPointF(x, baseline), marks)


def _middle(showing: Showing, room: Room) -> Row:
    """Return the side; else what is held or comes; else the posture of the set."""
    shown, weight = showing.reading.shown, showing.exercise.weight
    if (side := one_side(shown)) is not None:
        return side_row(side, shown.exercise.part, room, on_vermillion=False, low=True)
    if not isinstance(showing.reading.step, Work):
        return dose_and_weights(showing, room)
    if weight is None:
        return posture_row(shown, room)
    cap, ink = QUALIFIER * room.unit, room.theme.ink
    sign = dumbbells(weight, cap, ink)
    words = weight_words.hands_words(WeightChange.SAME, weight, shown.load)
    said = [TextPiece(text, cap, ink, SEMIBOLD) for text in words]
    return first_fitting(room.limit, [row(*sign, each) for each in said] + [row(said[-1])])


def _length(showing: Showing, pause: PauseReading, room: Room) -> Iterator[Mark]:
    """Give how long the pause lasts, and at its right what RESUME will do."""
    unit, ink, baseline = room.unit, room.theme.ink, room.line_at(PAUSED_AT, 2, LINES)
    time = TextPiece(clock(pause.seconds), TEXT * unit, ink, BOLD, tabular=True)
    paused_for = around(
        screen_words.paused_for(), "time", TextPiece("", TEXT * unit, ink, MEDIUM), time
    )
    yield from paused_for.at(room.left, baseline)
    if not showing.reading.resume:
        return
    cap = max(LEAST_SMALL, SMALL * unit)
    width = room.limit - paused_for.width - APART * unit
    resume = showing.reading.resume
    forms = [
        (text, wrapped(text, width, cap, SEMIBOLD, lines=most))
        for text in (screen_words.lead_in(resume), dose_words.to_get_set(resume))
        for most in (2, 3)
    ]
    whole = (lines for text, lines in forms if not is_cut(lines, text))
    for place, line in enumerate(reversed(next(whole, ()))):
        said = row(TextPiece(line, cap, ink, SEMIBOLD))
        yield from said.ending(room.left + room.limit, baseline - place * SMALL_PITCH * cap)
