"""The side of a set in the block: LEFT or RIGHT on a plate, and the part of the body."""

from matside.core.workout.model import Side
from matside.core.workout.steps import Work
from matside.ui.drawing.lettering import BOLD, SEMIBOLD
from matside.ui.drawing.theme import Theme
from matside.ui.kit.rows import Gap, Piece, PlatePiece, Row, TextPiece, first_fitting, row
from matside.ui.stage.layout.block.room import Room
from matside.ui.stage.layout.frame import TEXT
from matside.ui.words import dose_words

SIDE = 0.0915
QUALIFIER = 0.066
"""The heights of capitals of a side, and of the qualifier beside it."""

ONE_SIDE = (Side.LEFT, Side.RIGHT)
"""The sides that a set may work alone."""

HIGH, LOW = (0.1105, 0.0195), (0.104, 0.012)
"""How far a plate reaches above and below its baseline, and a low one."""


def one_side(step: Work) -> Side | None:
    """Return left or right if the set works only that side, else None."""
    return None if step.side is Side.BOTH else step.side


def side_row(side: Side, part: str, room: Room, *, on_vermillion: bool, low: bool = False) -> Row:
    """Return the side on its plate and the `part` of the body it refers to, smaller if need be.

    A `low` plate has less air, for a block that says much.
    Small black letters have too little contrast on vermillion: there the part is on the plate.
    """
    unit, ink = room.unit, room.theme.ink
    plate, gap = side_plate(side, unit, room.theme, low=low), Gap(0.031 * unit)
    sizes = (QUALIFIER,) if on_vermillion else (QUALIFIER, (QUALIFIER + TEXT) / 2, TEXT)
    words = dose_words.part_words(part)
    rows = [
        row(plate, gap, TextPiece(word, cap * unit, ink, SEMIBOLD))
        for word in words
        for cap in sizes
    ]
    if on_vermillion:
        rows += [row(side_plate(side, unit, room.theme, part=word)) for word in words]
    return first_fitting(room.limit, [*rows, row(plate)])


def side_plate(
    side: Side, unit: float, theme: Theme, part: str = "", *, low: bool = False
) -> PlatePiece:
    """Return LEFT or RIGHT, white on a black plate, with `part` in smaller letters beside it.

    The plates of both sides are equally wide, so that what has room beside one has it beside the
    other.
    """
    above, below = LOW if low else HIGH
    white = theme.plate_text
    sides = [TextPiece(dose_words.side_word(each), SIDE * unit, white, BOLD) for each in ONE_SIDE]
    word = sides[ONE_SIDE.index(side)]
    air = (max(each.width for each in sides) - word.width) / 2
    said: list[Piece] = [word]
    if part:
        said += [Gap(0.031 * unit), TextPiece(part, TEXT * unit, white, SEMIBOLD)]
    return PlatePiece(
        Row(tuple(said)),
        theme.plate,
        pad=0.0365 * unit + air,
        above=above * unit,
        below=below * unit,
        radius=0.021 * unit,
    )
