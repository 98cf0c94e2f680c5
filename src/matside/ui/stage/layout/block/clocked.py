"""The block of a counted set that a clock ends: what is left of it, and the dose above."""

from collections.abc import Iterator, Sequence

from matside.core.session.reading import ClockReading
from matside.core.workout.model import Side
from matside.ui.drawing.lettering import BOLD, SEMIBOLD
from matside.ui.kit.rows import Gap, Piece, PlatePiece, Row, TextPiece, row
from matside.ui.stage.layout.block.room import Content, Room
from matside.ui.stage.layout.block.set_plate import (
    held_in_one_line,
    held_lines,
    last_time_line,
    wrapped_weight,
)
from matside.ui.stage.layout.block.sides import QUALIFIER, one_side, side_plate
from matside.ui.stage.layout.block.two_rows import (
    PLATES,
    above_digits,
    above_in_one_row,
    beside,
    time_number,
)
from matside.ui.stage.layout.block.weights import PAD, TIGHT_PAD
from matside.ui.stage.layout.frame import TEXT, Showing
from matside.ui.words import clock_words, dose_words

DOSE, LESS_DOSE = 0.0865, QUALIFIER
"""The height of the dose, and that beside something long."""

GAP, TIGHT_GAP = 0.037, 0.022
"""The distance between the dose and what stands beside it, and the least one."""

SIZES = ((DOSE, GAP), (DOSE, TIGHT_GAP), (LESS_DOSE, TIGHT_GAP))
"""How high the dose is, and how far from what is before it, the best first."""

APART = 0.05
"""The least distance between what is held and what was done the last time, in one line."""

SCORE_HIGH, SCORE_LOW = 0.104, 0.0195
"""How far the plate of the score reaches above and below its baseline."""


def clocked(showing: Showing, clock: ClockReading, room: Room) -> Content:
    """Return the contents of the block of a counted set that ends with its `clock`.

    In a block that lasts for a time the rounds that are done stand on a plate. Neither the dose
    nor what is held is ever left out: what has no room in the row above the digits stands in a
    second one, and the digits are smaller.
    """
    line = next(
        (line for line in _one_row(showing, clock, room) if line.width <= room.limit), None
    )
    number = time_number(clock.seconds, room)
    if line is None:
        return above_digits(*_two_rows(showing, clock, room), number, room)
    return above_in_one_row(line, number, room)


def _heads(
    showing: Showing, clock: ClockReading, room: Room, *, low: bool = False
) -> Iterator[Row]:
    """Yield the side or the score with the dose behind it, the best form first."""
    unit, side = room.unit, one_side(showing.reading.shown)
    doses = [(_dose(showing, cap, room), gap) for cap, gap in SIZES]
    if side is not None:
        before: list[Piece] = [side_plate(side, unit, room.theme, low=low)]
    else:
        before = list(_scores(clock.number, room)) if clock.total is None else []
    for piece in before:
        yield from (row(piece, Gap(gap * unit), dose) for dose, gap in doses)
    if side is None:
        alternates = showing.reading.shown.side is Side.BOTH
        yield from (row(dose) for dose, gap in doses if alternates or gap == GAP)


def _one_row(showing: Showing, clock: ClockReading, room: Room) -> Iterator[Row]:
    """Yield how everything may stand in one row, the best form first."""
    shown, heads = showing.reading.shown, list(_heads(showing, clock, room))
    if shown.exercise.weight is None and not _is_known(showing):
        yield from (_apart(head, room) for head in heads)
        return
    for head in heads:
        free = room.limit - head.width - TIGHT_GAP * room.unit
        for pad in (PAD, TIGHT_PAD):
            inner = free - 2 * pad * room.unit
            lines = next(_said(showing, inner, room, _last_time(showing, inner, room)), None)
            if lines is not None:
                yield beside(head.pieces, TIGHT_GAP * room.unit, lines, free, pad, room)


def _two_rows(showing: Showing, clock: ClockReading, room: Room) -> tuple[Row, Sequence[Row]]:
    """Return the first row, and the lines of the plate below it.

    A dose without room beside its side is the first of these lines. What is held and what was done
    the last time share a line where they have room, so that the digits are larger; and that of the
    last time goes before what is held does.
    """
    inner, side = room.limit - 2 * PAD * room.unit, one_side(showing.reading.shown)
    heads = _heads(showing, clock, room, low=True)
    head = next((_apart(head, room) for head in heads if head.width <= room.limit), None)
    asked: tuple[Row, ...] = ()
    if head is None:
        said = dose_words.set_dose_words(showing.reading.shown)
        white = room.theme.plate_text
        asked = (row(TextPiece(said, TEXT * room.unit, white, BOLD)),)
        head = row() if side is None else row(side_plate(side, room.unit, room.theme, low=True))
    if (shared := _on_one_line(showing, inner, room)) is not None:
        return head, (*asked, shared)
    for told in (_last_time(showing, inner, room), ()):
        for lines in _said(showing, inner, room, told):
            if len(asked) + len(lines) <= len(PLATES):
                return head, (*asked, *lines)
    return head, (*asked, *wrapped_weight(showing, inner, room))[: len(PLATES)]


def _on_one_line(showing: Showing, width: float, room: Room) -> Row | None:
    """Return what is held, and at the end of `width` px what was done then; None without room."""
    if showing.exercise.weight is None or not _is_known(showing):
        return None
    tried = (
        (held, last_time_line(showing, width - held.width - APART * room.unit, room))
        for held in held_in_one_line(showing, room)
    )
    found = [(held, line) for held, line in tried if line is not None]
    if not found:
        return None
    held, line = max(found, key=lambda both: both[1].cap)
    return row(*held.pieces, Gap(width - held.width - line.width), *line.pieces)


def _apart(head: Row, room: Room) -> Row:
    """Return a row of a score and a dose as wide as the block, or `head` as it is."""
    first, *others = head.pieces
    if len(others) != 2 or not isinstance(first, Row):
        return head
    return row(
        first, Gap(max(others[0].width, room.limit - first.width - others[1].width)), others[1]
    )


def _is_known(showing: Showing) -> bool:
    """Return whether it is known how many reps were done the last time."""
    last = showing.reading.last_time
    return last is not None and last.reps is not None


def _last_time(showing: Showing, width: float, room: Room) -> tuple[Row, ...] | None:
    """Return the line of the last time, nothing before it is known; None without room."""
    if not _is_known(showing):
        return ()
    line = last_time_line(showing, width, room)
    return None if line is None else (line,)


def _said(
    showing: Showing, width: float, room: Room, below: tuple[Row, ...] | None
) -> Iterator[tuple[Row, ...]]:
    """Yield what is held above what stands `below`, in `width` px and at most two lines."""
    if below is None:
        return
    for lines in held_lines(showing, width, room):
        if len(lines) + len(below) <= len(PLATES) and all(line.width <= width for line in lines):
            yield (*lines, *below)


def _dose(showing: Showing, cap: float, room: Room) -> TextPiece:
    said = dose_words.set_dose_words(showing.reading.shown)
    return TextPiece(said, cap * room.unit, room.theme.ink, BOLD)


def _scores(done: int, room: Room) -> Iterator[Row]:
    """Yield how many rounds are `done`, white on a black plate, the widest form first."""
    unit, white = room.unit, room.theme.plate_text
    for number, word in ((DOSE, QUALIFIER), (LESS_DOSE, TEXT), (DOSE, None), (LESS_DOSE, None)):
        said: list[Piece] = [TextPiece(str(done), number * unit, white, BOLD, tabular=True)]
        if word is not None:
            text = clock_words.rounds_word(done)
            said += [Gap(0.02 * unit), TextPiece(text, word * unit, white, SEMIBOLD)]
        yield row(
            PlatePiece(
                row(*said),
                room.theme.plate,
                pad=(0.0365 if number == DOSE else 0.0195) * unit,
                above=SCORE_HIGH * unit,
                below=SCORE_LOW * unit,
                radius=0.021 * unit,
            )
        )
