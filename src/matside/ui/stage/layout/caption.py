"""The captions beside the film: the cue, what comes next, the effect of a press, and warnings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from matside.core.durations import clock
from matside.core.figures.framing import TextBounds as Clear
from matside.core.keymap import Act
from matside.core.session.reading import Layout, Reading
from matside.core.session.record import SetOutcome
from matside.core.workout.model import Exercise, Side, text_for
from matside.core.workout.plan import Work
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD, CAP, SEMIBOLD, fitting_cap, is_cut, wrapped
from matside.ui.drawing.marks import Box, IconMark, Mark, text_at
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_faces import word_of
from matside.ui.kit.rows import Badge, Gap, Row, TextPiece, around, first_fitting, keycap, row
from matside.ui.stage.layout.choices import choices
from matside.ui.stage.layout.dose import shows_dose
from matside.ui.stage.layout.frame import TEXT, Inks, Showing, StageFrame
from matside.ui.stage.layout.header import Header, clear_of
from matside.ui.words import set_texts, texts

PITCH = 0.079
"""The distance between two lines."""

FOOT = 0.029
RESERVED, RESERVED_FOR_TWO = 0.092, 0.171
"""The room reserved for captions above the strip, so that the film never moves for them."""

ONE_LINE = 0.7
"""A panel narrower than this has room for two lines of a caption."""

LEAST_LINE = 0.046
LEAST_CUE = 0.035

ABOVE = 0.011
"""The empty room above the highest line."""

BESIDE, FIRST_BESIDE = 0.45, 0.127
"""The width of a caption below the name beside a film, and its distance from the name."""

NOTICE = 0.038
LEAST_NOTICE = 0.02
NOTICE_PAD = 0.019

ELSEWHERE = 0.044
LEAST_ELSEWHERE = 0.02

MOST_WARNING_LINES = 3
LEAST_SHRUNK = 0.78
"""How far the letters of a warning may shrink before it takes another line, as a share."""

LEAST_SIGNED = 0.5
"""The minimum width of a panel that shows a sign on its warning."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The marks of the caption, the end of the room above them, and what a film must not cover."""

    marks: tuple[Mark, ...]
    top: float
    words: tuple[Clear, ...] = ()


def caption(
    showing: Showing, frame: StageFrame, theme: Theme, inks: Inks, panel: QRectF, head: Header
) -> Caption:
    """Return the caption at the foot of `panel`, above a warning where there is one.

    If the film is above the block and the name beside it, the caption is below the name.
    """
    plate, foot = _warning(showing, frame, theme, panel)
    if showing.signs.question:
        return Caption(plate, foot)
    beside = frame.stacked and showing.film is not None
    width = BESIDE * frame.width if beside else panel.width()
    rows = _rows(showing, frame, theme, inks, width)
    if beside:
        return _beside_film(rows, plate, foot, frame, head)
    reserved = RESERVED if panel.width() >= ONE_LINE * frame.unit else RESERVED_FOR_TWO
    top = foot - max(reserved * frame.unit, _reach(rows, frame.unit))
    return Caption((*_set(rows, panel, foot, frame.unit), *plate), max(panel.top(), top))


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


def _set(rows: Sequence[Row], panel: QRectF, foot: float, unit: float) -> Iterator[Mark]:
    """Give the marks of `rows`; small ones stand where the middle of usual ones is."""
    for line, height in zip(rows, _heights(rows, unit), strict=True):
        raised = (TEXT * unit - line.cap) / 2 if line.cap < LEAST_CUE * unit else 0
        yield from line.centred(panel.center().x(), foot - height - raised)


def _heights(rows: Sequence[Row], unit: float) -> list[float]:
    """Return how far the baselines of `rows` stand above the foot of the caption."""
    return [(FOOT + PITCH * place) * unit for place in reversed(range(len(rows)))]


def _reach(rows: Sequence[Row], unit: float) -> float:
    """Return how high the caption reaches."""
    if not rows:
        return 0.0
    return _heights(rows, unit)[0] + rows[0].cap + ABOVE * unit


def _rows(
    showing: Showing, frame: StageFrame, theme: Theme, inks: Inks, width: float
) -> tuple[Row, ...]:
    if showing.signs.note is not None:
        return _lines(showing.signs.note, width, frame.unit, inks, least=LEAST_CUE)
    if showing.reading.given is not None:
        return _lines(set_texts.to_get_set(showing.reading.given), width, frame.unit, inks)
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
    """Return `Set done` and how to undo it, in one line, as large as it fits."""
    text = texts.outcome_words(outcome)
    key = word_of(showing.signs.keymap, Act.BACK)

    def line(cap: float) -> Row:
        said = TextPiece(text, cap, inks.text, BOLD)
        return row(said, Gap(cap), _undo(key, cap, theme, inks))

    usual = line(TEXT * frame.unit)
    if usual.width <= width:
        return (usual,)
    return (line(TEXT * frame.unit * width / usual.width - CAP),)


def _undo(face: str, cap: float, theme: Theme, inks: Inks) -> Row:
    """Return how a press is undone by the key with `face`, in letters of `cap`."""
    key = keycap(face, 1.3 * cap, cap, theme.surface2, theme.text)
    return around(texts.undo(), "key", TextPiece("", cap, inks.text), key)


def _usual_rows(showing: Showing, frame: StageFrame, inks: Inks, width: float) -> tuple[Row, ...]:
    reading, unit = showing.reading, frame.unit
    exercise = showing.exercise
    if reading.held_back is not None and reading.rep is not None and reading.shown.pace:
        rep = set_texts.rep_of(reading.rep, reading.shown.reps or 0)
        return (_pair(rep, set_texts.pace_words(reading.shown.pace), width, unit, inks),)
    if reading.held_back is not None:
        time = clock(reading.held_back)
        return (_pair(time, texts.left_of_set(), width, unit, inks),)
    if reading.layout is Layout.CHANGE_OVER:
        return _what_comes(showing, exercise, width, unit, inks)
    if isinstance(reading.step, Work) and (side := _other_side_next(reading)):
        return _lines(set_texts.then_side(side, exercise.part), width, unit, inks)
    return _glance(reading.shown, width, unit, inks)


def _what_comes(
    showing: Showing, exercise: Exercise, width: float, unit: float, inks: Inks
) -> tuple[Row, ...]:
    """Return the dose and the weights where the block has no room for them, else the cue."""
    if not shows_dose(showing):
        dose, weight = set_texts.dose_words(exercise.dose), set_texts.short_weight(exercise.weight)
        held = exercise.weight is not None
        return (_pair(dose, weight, width, unit, inks, sign=Icon.DUMBBELL if held else None),)
    if showing.reading.shown.side is Side.BOTH:
        return _lines(set_texts.in_turn(), width, unit, inks)
    return _glance(showing.reading.shown, width, unit, inks)


def _pair(
    first: str, second: str, width: float, unit: float, inks: Inks, sign: Icon | None = None
) -> Row:
    """Return what counts and what belongs to it in one line, or the first alone.

    Where there is room a `sign` stands before the second.
    """
    cap = fitting_cap(first, width, TEXT * unit, BOLD, tabular=True)
    main = TextPiece(first, cap, inks.text, BOLD, tabular=True)
    beside = row(main, Gap(0.7 * cap), TextPiece(second, cap, inks.text, SEMIBOLD))
    if sign is None:
        return first_fitting(width, (beside, row(main)))
    badge = Badge(sign, 1.6 * cap, cap, inks.text)
    signed = row(main, Gap(0.7 * cap), badge, Gap(0.4 * cap), *beside.pieces[2:])
    return first_fitting(width, (signed, beside, row(main)))


def _glance(shown: Work, width: float, unit: float, inks: Inks) -> tuple[Row, ...]:
    return _lines(text_for(shown.exercise.glance, shown.side), width, unit, inks)


def _lines(
    text: str, width: float, unit: float, inks: Inks, least: float = LEAST_LINE
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


def _warning(
    showing: Showing, frame: StageFrame, theme: Theme, panel: QRectF
) -> tuple[tuple[Mark, ...], float]:
    """Return the yellow plate at the foot of `panel` and where it begins; none, its foot."""
    if showing.signs.elsewhere:
        return _plate(texts.elsewhere(), ELSEWHERE, LEAST_ELSEWHERE, frame, theme, panel)
    if showing.signs.notice is not None:
        return _plate(showing.signs.notice, NOTICE, LEAST_NOTICE, frame, theme, panel)
    return (), panel.bottom()


def _plate(
    text: str, share: float, least: float, frame: StageFrame, theme: Theme, panel: QRectF
) -> tuple[tuple[Mark, ...], float]:
    """Return `text` on a warning plate, in one line of letters of `share` if they fit."""
    unit = frame.unit
    pad = NOTICE_PAD * unit
    sign = 1.6 * share * unit if panel.width() > LEAST_SIGNED * unit else 0
    room = panel.width() - 2.6 * pad
    lines, cap = _fitted_lines(text, room - sign, share * unit, least * unit)
    if sign and is_cut(lines, text):
        sign = 0
        lines, cap = _fitted_lines(text, room, share * unit, least * unit)
    height = cap * (1 + 1.7 * (len(lines) - 1)) + 1.8 * pad
    rect = QRectF(panel.left(), panel.bottom() - height - 0.014 * unit, panel.width(), height)
    middle = QRectF(rect.left() + pad, rect.center().y() - sign / 2, sign, sign)
    first = rect.top() + 0.9 * pad + cap
    x, ink = middle.right() + 0.6 * pad, theme.warning_text
    said = (
        text_at(line, x, first + place * 1.7 * cap, cap, ink, SEMIBOLD)
        for place, line in enumerate(lines)
    )
    signed = (IconMark(Icon.WARNING, middle, theme.warning_text),) if sign else ()
    return (Box(rect, theme.warning, 0.018 * unit), *signed, *said), rect.top()


def _fitted_lines(
    text: str, width: float, cap: float, least: float
) -> tuple[tuple[str, ...], float]:
    """Return `text` in up to three lines, in letters as high as fit; at last cut."""
    for lines in range(1, MOST_WARNING_LINES):
        broken, fitted = _shrunk(text, width, cap, LEAST_SHRUNK * cap, lines)
        if not is_cut(broken, text):
            return broken, fitted
    return _shrunk(text, width, cap, least, MOST_WARNING_LINES)


def _shrunk(
    text: str, width: float, cap: float, least: float, lines: int
) -> tuple[tuple[str, ...], float]:
    """Return `text` in at most `lines` lines, in letters as high as fit; at `least` cut."""
    broken = wrapped(text, width, cap, SEMIBOLD, lines=lines)
    while is_cut(broken, text) and cap > least:
        cap = max(least, cap - CAP)
        broken = wrapped(text, width, cap, SEMIBOLD, lines=lines)
    return broken, cap
