"""The captions beside the film: the cue, what comes next, and the effect of a press."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRectF

from matside.core.durations import clock
from matside.core.figures.framing import TextBounds as Clear
from matside.core.keymap import Act
from matside.core.session.looks import Look
from matside.core.session.reading import Reading
from matside.core.session.record import SetOutcome
from matside.core.weights import Implement
from matside.core.workout.model import MaxHold, MaxReps, Side, text_for
from matside.core.workout.steps import Prepare, Work
from matside.core.workout.weight_change import WeightChange
from matside.frozen import frozen
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import (
    BOLD,
    CAP,
    SEMIBOLD,
    fitting_cap,
    is_cut,
    width_of,
    wrapped,
)
from matside.ui.drawing.marks import Mark
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_faces import word_of
from matside.ui.kit.rows import Badge, Gap, Row, TextPiece, around, first_fitting, keycap, row
from matside.ui.stage.layout.block.sides import ONE_SIDE
from matside.ui.stage.layout.choices import choices
from matside.ui.stage.layout.frame import TEXT, Inks, Showing, StageFrame
from matside.ui.stage.layout.header import Header, clear_of
from matside.ui.stage.layout.warning import warning
from matside.ui.stage.stage_words import next_by_clock
from matside.ui.words import dose_words, screen_words, weight_words
from matside.ui.words.outcome_words import outcome_words
from matside.ui.words.translation import translate

PITCH = 0.074
"""The distance between two lines."""

FOOT, RESERVED = 0.029, 0.092
SLIM_FOOT, SLIM_RESERVED = 0.0175, 0.085
"""How far a caption stands above the strip, and the least room reserved for it; beside a block
that leaves a slim panel."""

SLIM = 0.7
"""A panel narrower than this is slim."""

LEAST_LINE, LEAST_WHOLE = 0.046, 0.0445
"""How far a line of two parts shrinks before it loses one, and a sentence before it breaks."""

LEAST_CUE = 0.035

ABOVE = 0.011
"""The empty room above the highest line."""

BESIDE, FIRST_BESIDE = 0.45, 0.127
"""The width of a caption below the name beside a film, and its distance from the name."""


@frozen
class Pair:
    """What counts before a set, and the forms of what belongs to it, the longest first.

    Where there is room `sign` stands before the second.
    """

    first: str
    forms: Sequence[str]
    sign: Icon | None = None


@frozen
class Caption:
    """The marks of the caption, the end of the room above them, and what a film must not cover."""

    marks: tuple[Mark, ...]
    top: float
    words: tuple[Clear, ...] = ()


def caption(
    showing: Showing, frame: StageFrame, theme: Theme, inks: Inks, panel: QRectF, head: Header
) -> Caption:
    """Return the caption at the foot of `panel`, above a warning where there is one.

    If the film is above the block and the name beside it, the caption is below the name. No line
    of it goes beyond the margin of the window, which is wider than that of the panel.
    """
    panel, middle = within(panel, frame), panel.center().x()
    plate, foot = warning(showing, frame, theme, panel)
    if showing.signs.question:
        return Caption(plate, foot)
    beside = frame.stacked and showing.film is not None
    width = BESIDE * frame.width if beside else panel.width()
    if beside:
        rows = _rows(showing, frame, theme, inks, width)
        return _beside_film(rows, plate, foot, frame, head)
    slim = panel.width() < SLIM * frame.unit
    above, reserved = (SLIM_FOOT, SLIM_RESERVED) if slim else (FOOT, RESERVED)
    rows = _rows(showing, frame, theme, inks, width)
    standing_on = foot - above * frame.unit
    # The cue always has its room, so that the film does not move when the caption changes.
    cue = () if plate else _lines(_cue(showing), width, frame.unit, inks)
    reach = max(_reach(each, frame.unit) for each in (rows, cue))
    top = min(foot - reserved * frame.unit, standing_on - reach)
    standing_on -= (reach - _reach(rows, frame.unit)) / 2
    set_rows = _set(rows, middle, panel.right(), standing_on, frame.unit)
    return Caption((*set_rows, *plate), max(panel.top(), top))


def within(panel: QRectF, frame: StageFrame) -> QRectF:
    """Return `panel` as far as the margin of the window."""
    return QRectF(panel.topLeft(), QPointF(min(panel.right(), frame.right), panel.bottom()))


def _beside_film(
    rows: Sequence[Row], plate: tuple[Mark, ...], foot: float, frame: StageFrame, head: Header
) -> Caption:
    first = head.name[-1].baseline + FIRST_BESIDE * frame.unit
    placed = [(line, first + PITCH * frame.unit * place) for place, line in enumerate(rows)]
    marks = [mark for line, baseline in placed for mark in line.at(frame.margin, baseline)]
    # A film leaves room for two lines, so that it does not move when the caption changes.
    last = first + PITCH * frame.unit * max(1, len(rows) - 1)
    words = (clear_of(frame.margin + BESIDE * frame.width, last, frame),)
    return Caption((*marks, *plate), foot, words)


def _set(
    rows: Sequence[Row], middle: float, right: float, foot: float, unit: float
) -> Iterator[Mark]:
    """Give the marks of `rows` around x = `middle`, or ending at `right` where they are wide.

    Small ones stand where the middle of usual ones is.
    """
    for line, height in zip(rows, _heights(rows, unit), strict=True):
        x = min(middle, right - line.width / 2)
        yield from line.centred(x, foot - height - _raised(line, unit))


def _raised(line: Row, unit: float) -> float:
    """Return how far a line of small letters is raised to the middle of usual ones."""
    return (TEXT * unit - line.cap) / 2 if line.cap < LEAST_CUE * unit else 0.0


def _heights(rows: Sequence[Row], unit: float) -> list[float]:
    """Return how far the baselines of `rows` stand above the last one."""
    return [PITCH * place * unit for place in reversed(range(len(rows)))]


def _reach(rows: Sequence[Row], unit: float) -> float:
    """Return how high the caption reaches."""
    if not rows:
        return 0.0
    return _heights(rows, unit)[0] + rows[0].cap + _raised(rows[0], unit) + ABOVE * unit


def _rows(
    showing: Showing, frame: StageFrame, theme: Theme, inks: Inks, width: float
) -> tuple[Row, ...]:
    if showing.signs.note is not None:
        return _lines(showing.signs.note, width, frame.unit, inks, LEAST_CUE)
    if showing.reading.given is not None:
        return _lines(dose_words.to_get_set(showing.reading.given), width, frame.unit, inks)
    if showing.paused:
        return choices(showing, frame, theme, width)
    if (outcome := showing.reading.confirmed) is not None:
        return _confirmation(outcome, showing, frame, theme, inks, width)
    return _usual_rows(showing, frame, inks, width)


def _confirmation(
    outcome: SetOutcome,
    showing: Showing,
    frame: StageFrame,
    theme: Theme,
    inks: Inks,
    width: float,
) -> tuple[Row, ...]:
    """Return `Set done` and how to undo it in one line, else in two, else in smaller letters."""
    text = outcome_words(outcome)
    key = word_of(showing.signs.keymap, Act.BACK)

    def line(cap: float) -> Row:
        said = TextPiece(text, cap, inks.text, BOLD)
        return row(said, Gap(cap), _undo(key, cap, theme, inks))

    usual = line(TEXT * frame.unit)
    if usual.width <= width:
        return (usual,)
    if _has_two_lines(showing, frame, inks, width):
        said = row(TextPiece(text, TEXT * frame.unit, inks.text, BOLD))
        return said, _undo(key, TEXT * frame.unit, theme, inks)
    return (line(TEXT * frame.unit * width / usual.width - CAP),)


def _undo(face: str, cap: float, theme: Theme, inks: Inks) -> Row:
    """Return how a press is undone by the key with `face`, in letters of `cap`."""
    key = keycap(face, 1.3 * cap, cap, theme.surface2, theme.text)
    return around(screen_words.undo(), "key", TextPiece("", cap, inks.text), key)


def _usual_rows(showing: Showing, frame: StageFrame, inks: Inks, width: float) -> tuple[Row, ...]:
    reading, unit = showing.reading, frame.unit
    most = 2 if _has_two_lines(showing, frame, inks, width) else 1
    if reading.held_back is not None or reading.look in (Look.READY, Look.SWITCH):
        return _pair(_what_comes(showing), width, unit, inks, most)
    dose = showing.exercise.dose
    if isinstance(reading.step, Work) and isinstance(dose, MaxHold | MaxReps):
        return _lines(dose_words.to_failure_words(dose), width, unit, inks)
    if isinstance(reading.step, Work) and (side := _other_side_next(reading)):
        return _then(side, showing.exercise.part, width, unit, inks, most)
    if following := next_by_clock(reading):
        lines = _lines(following, width, unit, inks)
        if len(lines) <= most:
            return lines
    return _lines(_cue(showing), width, unit, inks)


def _cue(showing: Showing) -> str:
    return text_for(showing.exercise.glance, showing.reading.shown.side)


def _then(
    side: Side, part: str, width: float, unit: float, inks: Inks, lines: int
) -> tuple[Row, ...]:
    """Return which side follows, in the form that has room for either side.

    It has two lines where there is room for them; else the words shorten before the letters do.
    """
    cap, parts = TEXT * unit, dose_words.part_words(part)

    def said(each: str, of: Side) -> str:
        return dose_words.then_side(of, each)

    def is_wide(each: str) -> bool:
        return any(width_of(said(each, of), cap, SEMIBOLD) > width for of in ONE_SIDE)

    fitting = [each for each in parts if not is_wide(each)]
    if not fitting and lines > 1:
        return _lines(said(part, side), width, unit, inks)
    text = said((fitting or parts[-1:])[0], side)
    return (row(TextPiece(text, fitting_cap(text, width, cap, SEMIBOLD), inks.text, SEMIBOLD)),)


def _has_two_lines(showing: Showing, frame: StageFrame, inks: Inks, width: float) -> bool:
    """Return whether two lines have room below the film; more would move it."""
    beside = frame.stacked and showing.film is not None
    return beside or len(_lines(_cue(showing), width, frame.unit, inks)) > 1


def _what_comes(showing: Showing) -> Pair:
    """Return the rep or the time with which a set goes on; else its dose and weights.

    These stay until the set begins. Before the first one nobody has the weights yet.
    """
    reading, exercise = showing.reading, showing.exercise
    if reading.held_back is not None:
        if reading.rep is not None and reading.shown.pace:
            rep = dose_words.rep_of(reading.rep, reading.shown.reps or 0)
            return Pair(rep, (dose_words.pace_words(reading.shown.pace),))
        return Pair(clock(reading.held_back), (translate("Stage", "left of this set"),))
    change = reading.weights if isinstance(reading.step, Prepare) else WeightChange.SAME
    is_dumbbell = exercise.weight is not None and exercise.weight.of is Implement.DUMBBELL
    return Pair(
        dose_words.set_dose_words(reading.shown),
        weight_words.hands_words(change, exercise.weight, reading.shown.load),
        Icon.DUMBBELL if is_dumbbell else None,
    )


def _pair(pair: Pair, width: float, unit: float, inks: Inks, lines: int) -> tuple[Row, ...]:
    """Return `pair` in one line, slightly smaller if need be; else in two where `lines` has room.

    The first form that fits is taken; where none does, what counts stands alone.
    """

    def main(cap: float) -> TextPiece:
        return TextPiece(pair.first, cap, inks.text, BOLD, tabular=True)

    def beside(cap: float, second: str, sign: Icon | None = None) -> Row:
        badge = (Badge(sign, 1.6 * cap, cap, inks.text), Gap(0.4 * cap)) if sign else ()
        return row(*badge, TextPiece(second, cap, inks.text, SEMIBOLD))

    signs = tuple(dict.fromkeys((pair.sign, None)))
    for second in pair.forms:
        below = [beside(TEXT * unit, second, sign) for sign in signs]
        usual = [row(main(TEXT * unit), Gap(0.7 * TEXT * unit), *each.pieces) for each in below]
        cap = max(LEAST_LINE * unit, TEXT * unit * width / usual[-1].width - CAP)
        small = row(main(cap), Gap(0.5 * cap), *beside(cap, second).pieces)
        if (one := first_fitting(width, (*usual, small))).width <= width:
            return (one,)
        if lines > 1 and (last := first_fitting(width, below)).width <= width:
            return row(main(TEXT * unit)), last
    return (row(main(fitting_cap(pair.first, width, TEXT * unit, BOLD, tabular=True))),)


def _lines(
    text: str, width: float, unit: float, inks: Inks, least: float = LEAST_WHOLE
) -> tuple[Row, ...]:
    """Return `text` in one line, in two, in three, in three smaller ones; at last cut."""
    slightly_less = fitting_cap(text, width, TEXT * unit, SEMIBOLD)
    if slightly_less >= least * unit:
        return (row(TextPiece(text, slightly_less, inks.text, SEMIBOLD)),)
    tries = ((TEXT, 2), (TEXT, 3), ((TEXT + LEAST_CUE) / 2, 3), (LEAST_CUE, 3))
    for share, lines in tries:
        cap = share * unit
        broken = wrapped(text, width, cap, SEMIBOLD, lines=lines)
        if not is_cut(broken, text):
            break
    return tuple(row(TextPiece(line, cap, inks.text, SEMIBOLD)) for line in broken)


def _other_side_next(reading: Reading) -> Side | None:
    """Return the side that follows in this exercise, None where another exercise does."""
    following = reading.following
    if following is None or following.side is Side.BOTH:
        return None
    same = following.key[:3] == reading.shown.key[:3]
    return following.side if same else None
