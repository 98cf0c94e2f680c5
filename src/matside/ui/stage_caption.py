"""What stands below the figure: the cue, what comes then, what a press did, and warnings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from matside.core.duration import clock
from matside.core.keys import Act
from matside.core.plan import Step
from matside.core.reading import Layout, Reading
from matside.core.workout import Exercise, Side, text_for
from matside.ui import words
from matside.ui.icons import Icon
from matside.ui.key_faces import word_of
from matside.ui.lettering import BOLD, CAP, SEMIBOLD, fitting_cap, is_cut, wrapped
from matside.ui.marks import Box, Mark, Sign, text_at
from matside.ui.rows import Gap, Row, Words, around, keycap, row
from matside.ui.stage_block import BAND
from matside.ui.stage_dose import SMALL_DOSE, shows_dose
from matside.ui.stage_frame import TEXT, Frame, Inks, Showing
from matside.ui.theme import Theme

PITCH = 0.079
LARGE_PITCH = 0.092
"""How far a line is below another, and below one as large as a dose."""

FOOT = 0.052
FOOT_OF_TWO = 0.036
RESERVED = 0.184
"""The room that captions have above the strip, so that the figure never moves for them."""

LEAST_LINE = 0.0501
LEAST_CUE = 0.035

ABOVE = 0.037
"""The empty room above the highest line."""

NOTICE = 0.038
LEAST_NOTICE = 0.02
NOTICE_PAD = 0.019

ELSEWHERE = 0.044
LEAST_ELSEWHERE = 0.02

MOST_WARNING_LINES = 3
LEAST_SHRUNK = 0.78
"""How far the letters of a warning shrink before it takes another line."""

LEAST_SIGNED = 0.5
"""How wide a panel must be for the sign on its warning."""


@dataclass(frozen=True, slots=True)
class Caption:
    """The marks below the figure, and where they begin."""

    marks: tuple[Mark, ...]
    top: float


def caption(showing: Showing, frame: Frame, theme: Theme, inks: Inks, panel: QRectF) -> Caption:
    """Return the caption at the foot of `panel`, above a warning where there is one."""
    plate, foot = _warning(showing, frame, theme, panel)
    if showing.flooded:
        foot = min(foot, frame.strip_top - BAND * frame.unit)
    if showing.paused:
        return Caption(plate, foot)
    rows = _rows(showing, frame, theme, inks, panel.width())
    usual = _usual_rows(showing, frame, inks, panel.width())
    top = foot - max(RESERVED * frame.unit, _reach(usual, frame.unit))
    return Caption((*_set(rows, panel, foot, frame.unit), *plate), max(panel.top(), top))


def _set(rows: Sequence[Row], panel: QRectF, foot: float, unit: float) -> Iterator[Mark]:
    for line, height in zip(rows, _heights(rows, unit), strict=True):
        yield from line.centred(panel.center().x(), foot - height)


def _heights(rows: Sequence[Row], unit: float) -> list[float]:
    """Return how far the baselines of `rows` stand above the foot of the caption."""
    heights = [(FOOT if len(rows) == 1 else FOOT_OF_TWO) * unit]
    for line in reversed(rows[:-1]):
        large = line.cap > (TEXT + SMALL_DOSE) / 2 * unit
        heights.append(heights[-1] + (LARGE_PITCH if large else PITCH) * unit)
    return heights[::-1]


def _reach(usual: Sequence[Row], unit: float) -> float:
    """Return how high the `usual` caption reaches, whatever stands in its place for a moment."""
    if not usual:
        return 0.0
    return _heights(usual, unit)[0] + usual[0].cap + ABOVE * unit


def _rows(
    showing: Showing, frame: Frame, theme: Theme, inks: Inks, width: float
) -> tuple[Row, ...]:
    if showing.signs.note is not None:
        return _lines(showing.signs.note, width, frame.unit, inks)
    if showing.reading.given is not None:
        return _lines(words.to_get_set(showing.reading.given), width, frame.unit, inks)
    if showing.reading.confirmed is not None:
        return _confirmation(showing, frame, theme, inks, width)
    return _usual_rows(showing, frame, inks, width)


def _confirmation(
    showing: Showing, frame: Frame, theme: Theme, inks: Inks, width: float
) -> tuple[Row, ...]:
    """Return `Set done` and how to undo it, in one line or in two."""
    unit = frame.unit
    assert showing.reading.confirmed is not None
    text = words.outcome_words(showing.reading.confirmed)
    said = Words(text, fitting_cap(text, width, TEXT * unit, BOLD), inks.text, BOLD)
    key = word_of(showing.signs.keymap, Act.BACK)
    undo = _undo(key, TEXT * unit, theme, inks)
    together = row(said, Gap(0.05 * unit), undo)
    if together.width <= width:
        return (together,)
    scale = min(1.0, width / undo.width)
    return row(said), _undo(key, scale * TEXT * unit, theme, inks)


def _undo(face: str, cap: float, theme: Theme, inks: Inks) -> Row:
    """Return how a press is undone by the key with `face`, in letters of `cap`."""
    key = keycap(face, 1.3 * cap, cap, theme.surface2, theme.text)
    return around(words.undo(), "key", Words("", cap, inks.text), key)


def _usual_rows(showing: Showing, frame: Frame, inks: Inks, width: float) -> tuple[Row, ...]:
    reading, unit = showing.reading, frame.unit
    exercise = _exercise(reading.shown)
    if reading.held_back is not None and reading.rep is not None and reading.shown.pace:
        rep = _large(words.rep_of(reading.rep, reading.shown.reps or 0), width, unit, inks)
        return rep, *_lines(words.pace_words(reading.shown.pace), width, unit, inks)
    if reading.held_back is not None:
        time = _large(clock(reading.held_back), width, unit, inks)
        return time, *_lines(words.left_of_set(), width, unit, inks)
    if reading.layout is Layout.CHANGE_OVER:
        return _what_comes(showing, exercise, width, unit, inks)
    if reading.step.is_set and (side := _other_side_next(reading)):
        return _lines(words.then_side(side, exercise.part), width, unit, inks)
    return _glance(reading.shown, width, unit, inks)


def _what_comes(
    showing: Showing, exercise: Exercise, width: float, unit: float, inks: Inks
) -> tuple[Row, ...]:
    """Return the dose where the block has no room for it, else the glance cue."""
    in_turn = showing.reading.shown.side is Side.BOTH
    if shows_dose(showing):
        if in_turn:
            return _lines(words.in_turn(), width, unit, inks)
        return _glance(showing.reading.shown, width, unit, inks)
    dose = _large(words.dose_words(exercise.dose), width, unit, inks)
    if in_turn:
        return dose, *_lines(words.in_turn(), width, unit, inks)
    return (dose,)


def _large(text: str, width: float, unit: float, inks: Inks) -> Row:
    """Return a dose or a time, as large as a dose beside the block is."""
    cap = fitting_cap(text, width, SMALL_DOSE * unit, BOLD, tabular=True)
    return row(Words(text, cap, inks.text, BOLD, tabular=True))


def _glance(shown: Step, width: float, unit: float, inks: Inks) -> tuple[Row, ...]:
    return _lines(text_for(_exercise(shown).glance, shown.side), width, unit, inks)


def _lines(text: str, width: float, unit: float, inks: Inks) -> tuple[Row, ...]:
    """Return `text` in one line, in two, in three, in three smaller ones; at last cut."""
    slightly_less = fitting_cap(text, width, TEXT * unit, SEMIBOLD)
    if slightly_less >= LEAST_LINE * unit:
        return (row(Words(text, slightly_less, inks.text, SEMIBOLD)),)
    tries = ((TEXT, 2), (TEXT, 3), ((TEXT + LEAST_CUE) / 2, 3), (LEAST_CUE, 3))
    for share, lines in tries:
        cap = share * unit
        broken = wrapped(text, width, cap, SEMIBOLD, lines=lines)
        if not is_cut(broken, text):
            break
    return tuple(row(Words(line, cap, inks.text, SEMIBOLD)) for line in broken)


def _other_side_next(reading: Reading) -> Side | None:
    """Return the side that follows in this exercise, None where another exercise does."""
    following = reading.following
    if following is None or following.side is Side.BOTH:
        return None
    same = following.key[:3] == reading.shown.key[:3]
    return following.side if same else None


def _warning(
    showing: Showing, frame: Frame, theme: Theme, panel: QRectF
) -> tuple[tuple[Mark, ...], float]:
    """Return the yellow plate at the foot of `panel` and where it begins; none, its foot."""
    if showing.signs.elsewhere:
        return _plate(words.elsewhere(), ELSEWHERE, LEAST_ELSEWHERE, frame, theme, panel)
    if showing.signs.notice is not None:
        return _plate(showing.signs.notice, NOTICE, LEAST_NOTICE, frame, theme, panel)
    return (), panel.bottom()


def _plate(
    text: str, share: float, least: float, frame: Frame, theme: Theme, panel: QRectF
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
    signed = (Sign(Icon.WARNING, middle, theme.warning_text),) if sign else ()
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


def _exercise(step: Step) -> Exercise:
    assert step.exercise is not None
    return step.exercise
