"""The block of a counted set: its reps or the current rep, and the weights beside them."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QPointF

from matside.core.workout.model import Exercise, Reps, Weight
from matside.ui.drawing.lettering import BOLD, fitting_cap
from matside.ui.kit.countdown import Digits, count_digits
from matside.ui.kit.rows import Row, TextPiece, first_fitting, row
from matside.ui.stage.layout.dose import DOSE, weight_plate
from matside.ui.stage.layout.frame import Showing
from matside.ui.stage.layout.room import Content, Room
from matside.ui.stage.layout.timed import DIGITS, digits_baseline, row_baseline, top_row
from matside.ui.words import set_texts
from matside.ui.words.set_texts import of_reps, reps_word

LEAST_COUNT = 0.12
"""The minimum height of three-digit reps, beside what belongs to them."""


def counted(showing: Showing, dose: Reps, room: Room) -> Content:
    """Return the contents of the block of a set of `dose`."""
    exercise = showing.exercise
    unit, ink = room.unit, room.theme.ink
    said = _beside_count(showing, dose)
    unit_words = TextPiece(said, DOSE * unit, ink, BOLD)
    gap = 0.05 * unit
    all_reps = count_digits(
        dose.count,
        width=room.limit - gap - max(unit_words.width, _least_plate(exercise, room)),
        cap=DIGITS * unit,
        least=LEAST_COUNT * unit,
    )
    beside = room.limit - all_reps.width - gap
    unit_words = replace(unit_words, cap=fitting_cap(said, beside, DOSE * unit, BOLD))
    digits = Digits(str(showing.reading.rep or dose.count), all_reps.cap)
    x, baseline = room.left + all_reps.width + gap, digits_baseline(room)
    plate = _weight_beside_reps(exercise, beside, room)
    above = top_row(showing, room)
    marks = (
        *above.at(room.left, row_baseline(room)),
        *unit_words.at(x, baseline),
        *plate.at(x, baseline - (DIGITS - 0.0766) * unit),
    )
    return Content(digits, QPointF(room.left, baseline), marks)


def _beside_count(showing: Showing, dose: Reps) -> str:
    """Return what stands beside the number: reps, or how many of them there are."""
    return reps_word(dose.count) if showing.reading.rep is None else of_reps(dose.count)


def _weight_beside_reps(exercise: Exercise, width: float, room: Room) -> Row:
    """Return the plate of weights whose top is level with the digits; nothing without weights.

    Its baseline is that of its first line.
    """
    if exercise.weight is None:
        return row()
    return first_fitting(width, _weight_plates(exercise.weight, room))


def _least_plate(exercise: Exercise, room: Room) -> float:
    """Return the width that the plate of weights needs at least; 0 without weights."""
    if exercise.weight is None:
        return 0.0
    return min(plate.width for plate in _weight_plates(exercise.weight, room))


def _weight_plates(weight: Weight, room: Room) -> list[Row]:
    """Return the plates of `weight` that may stand beside the reps, the best first.

    Where the panel would be thin they have no dumbbells: the words say all.
    """
    thin, pad = room.frame.narrow and not room.frame.stacked, 0.03 * room.unit
    sign = 0.0 if thin else 0.105 * room.unit
    forms = _weight_lines(weight, in_one=weight.count == 1 and not thin)
    return [row(weight_plate(weight, lines, sign, pad, room)) for lines in forms]


def _weight_lines(weight: Weight, *, in_one: bool) -> Iterator[tuple[str, ...]]:
    """Give the words of `weight` in one line if they may be, in two, and in short."""
    full = set_texts.weight_words(weight)
    if in_one:
        yield (full,)
    yield tuple(full.rsplit(maxsplit=1))
    yield (set_texts.short_weight(weight),)
