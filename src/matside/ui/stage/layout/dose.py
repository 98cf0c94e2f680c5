"""The dose and the weights of a set in the block."""

from collections.abc import Sequence

from matside.core.workout.model import Exercise, Hold, Weight
from matside.core.workout.plan import Rest, Work, is_switch
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD, SEMIBOLD
from matside.ui.kit.rows import (
    Badge,
    Dropped,
    Gap,
    PlatePiece,
    Row,
    Stack,
    TextPiece,
    first_fitting,
    row,
)
from matside.ui.stage.layout.frame import TEXT, Showing
from matside.ui.stage.layout.room import Room
from matside.ui.stage.layout.sides import QUALIFIER, one_side
from matside.ui.words import set_texts

DOSE = 0.116
SMALL_DOSE = 0.087
"""The heights of capitals of a dose: on its own, and in a row with more."""

PITCH = 0.0742
"""The distance between the lines on the plate of the weights."""


def weight_to_fetch(showing: Showing) -> Weight | None:
    """Return the weights needed after this rest, None if the set before it had the same."""
    step, coming = showing.reading.step, showing.exercise.weight
    if not showing.is_rest or not isinstance(step, Rest) or is_switch(step):
        return None
    return None if coming == step.block.exercises[step.key.place].weight else coming


def shows_dose(showing: Showing) -> bool:
    """Return whether the block shows the dose of the next set."""
    return showing.is_rest or one_side(showing.reading.shown) is None


def dose_row(step: Work, room: Room) -> Row:
    """Return the dose and the weights in one line above large digits."""
    exercise = step.exercise
    unit, ink = room.unit, room.theme.ink
    dose = TextPiece(set_texts.dose_words(exercise.dose), 0.1 * unit, ink, BOLD)
    smaller = TextPiece(set_texts.dose_words(exercise.dose), SMALL_DOSE * unit, ink, BOLD)
    if _goes_without_saying(exercise):
        return first_fitting(room.limit, (row(dose), row(smaller)))
    weight = _short_weight(exercise.weight, QUALIFIER, room)
    gap = Gap(0.047 * unit)
    return first_fitting(
        room.limit, (row(dose, gap, weight), row(smaller, gap, weight), row(smaller))
    )


def dose_beside_weight(dose: TextPiece, exercise: Exercise, room: Room) -> Row:
    """Return the dose and the abbreviated weights, in the widest form that fits."""
    unit, ink, weight = room.unit, room.theme.ink, exercise.weight
    if _goes_without_saying(exercise):
        return row(dose)
    gap = Gap(0.05 * unit)
    long = row(dose, gap, _short_weight(weight, TEXT, room))
    if weight is None:
        lines = set_texts.weight_words(None).split(maxsplit=1)
        said = Stack(
            tuple(TextPiece(line, TEXT * unit, ink, SEMIBOLD) for line in lines), 0.07 * unit
        )
        return first_fitting(room.limit, (long, row(dose, gap, said), row(dose)))
    said_only = TextPiece(set_texts.short_weight(weight), TEXT * unit, ink, SEMIBOLD)
    return first_fitting(room.limit, (long, row(dose, gap, said_only), row(dose)))


def weight_plate(
    weight: Weight, lines: Sequence[str], sign: float, pad: float, room: Room
) -> PlatePiece:
    """Return the weights, white on a black plate, the first line on the baseline.

    Each dumbbell sign before them is `sign` px wide; with 0 there are none.
    """
    unit, white = room.unit, room.theme.plate_text
    signs = min(weight.count, len(lines))
    drop = PITCH * unit * (len(lines) - 1)
    lift = (len(lines) - signs) * PITCH * unit / 2
    said = Stack(tuple(TextPiece(line, TEXT * unit, white, BOLD) for line in lines), PITCH * unit)
    bells = Stack((Badge(Icon.DUMBBELL, sign, TEXT * unit, white),) * signs, PITCH * unit)
    beside = (Dropped(bells, drop - lift), Gap(0.027 * unit)) if sign else ()
    return PlatePiece(
        row(*beside, Dropped(said, drop)),
        room.theme.plate,
        pad=pad,
        above=0.0766 * unit,
        below=drop + 0.0256 * unit,
        radius=0.021 * unit,
    )


def _goes_without_saying(exercise: Exercise) -> bool:
    """Return whether `exercise` obviously needs no weights."""
    return exercise.weight is None and isinstance(exercise.dose, Hold)


def _short_weight(weight: Weight | None, cap: float, room: Room) -> Row:
    """Return the weights in short, in black: their sign, number and level."""
    unit, ink = room.unit, room.theme.ink
    said = TextPiece(set_texts.short_weight(weight), cap * unit, ink, SEMIBOLD)
    if weight is None:
        return row(said)
    sign = Badge(Icon.DUMBBELL, 0.11 * unit, cap * unit, ink)
    return row(sign, Gap(0.022 * unit), said)
