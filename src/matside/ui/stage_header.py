"""The head of the stage: look, block, round and the name of the exercise."""

from dataclasses import dataclass

from matside.core.plan import RestKind
from matside.core.reading import Look
from matside.ui import words
from matside.ui.figure_panel import set_icon
from matside.ui.icons import Icon
from matside.ui.lettering import BOLD, elided, fitting_cap, width_of, wrapped
from matside.ui.marks import Mark, text_at
from matside.ui.rows import Badge, Gap, Piece, Row, Words, row
from matside.ui.stage_frame import TEXT, Frame, Inks, Showing

STATUS_BASELINE = 0.086
TILE = 0.070
LEAST_CRUMB = 0.032

NAME = 0.096
NAME_BASELINE = 0.219
NAME_HANG = 0.045
"""How far names hang to the left of the margin, in heights of capitals."""

TWO_LINES = 0.0705
FIRST_BASELINE = 0.182
SECOND_BASELINE = 0.285

BLOCK_TOP = 0.260
BLOCK_TOP_BELOW_TWO_LINES = 0.318


@dataclass(frozen=True, slots=True)
class Header:
    """The marks of the head, and where the block begins below it."""

    marks: tuple[Mark, ...]
    bottom: float


def header(showing: Showing, frame: Frame, inks: Inks) -> Header:
    """Return the head of the stage."""
    status = _status(showing, frame, inks)
    name, bottom = _name(showing, frame, inks)
    return Header((*status, *name), bottom)


def _status(showing: Showing, frame: Frame, inks: Inks) -> tuple[Mark, ...]:
    unit = frame.unit
    baseline = STATUS_BASELINE * unit
    look = row(
        Badge(_icon(showing), TILE * unit, TEXT * unit, inks.tile_sign, inks.tile),
        Gap(0.025 * unit),
        Words(words.look_word(showing.reading.look), TEXT * unit, inks.text, BOLD),
        Gap((0.03 if frame.narrow else 0.043) * unit),
    )
    beside = frame.right - frame.margin - look.width - 0.03 * unit
    end = _end_of_status(showing, beside, unit, inks)
    room = max(0.0, beside - end.width)
    cap = max(LEAST_CRUMB * unit, fitting_cap(_crumb(showing), room, TEXT * unit))
    crumb = Words(elided(_crumb(showing), room, cap), cap, inks.crumb)
    return (
        *row(look, crumb).at(frame.margin, baseline),
        *end.ending(frame.right, baseline),
    )


def _end_of_status(showing: Showing, width: float, unit: float, inks: Inks) -> Row:
    """Return the round or the block that comes, cut to `width`, and the small signs before it.

    A set that shows its reps shows its pace, and needs no sign of it.
    """
    pieces: list[Piece] = []
    signs = (
        (showing.signs.muted, Icon.MUTED),
        (showing.signs.paced and showing.reading.rep is None, Icon.PACE),
        (showing.signs.awake, Icon.AWAKE),
    )
    for shown, icon in signs:
        if shown:
            pieces += [Badge(icon, 0.04 * unit, TEXT * unit, inks.mute), Gap(0.022 * unit)]
    if showing.reading.look is Look.REST:
        width -= width_of(words.next_up(), TEXT * unit)
    width -= Row(tuple(pieces)).width
    pieces.append(Words(elided(_place(showing), width, TEXT * unit), TEXT * unit, inks.mute))
    return Row(tuple(pieces))


def _icon(showing: Showing) -> Icon:
    match showing.reading.look:
        case Look.READY:
            return Icon.READY
        case Look.SWITCH:
            return Icon.SWITCH
        case Look.REST:
            return Icon.REST
        case Look.PAUSED:
            return Icon.PAUSE
        case Look.DONE:
            return Icon.CHECK
        case Look.WORK:
            return set_icon(showing.reading.shown)


def _crumb(showing: Showing) -> str:
    """Return what stands beside the look: the block, why it is paused, or that it comes next."""
    reading = showing.reading
    if showing.flooded:
        return ""
    if reading.look is Look.REST:
        return words.next_up()
    why = words.why_words(reading.pause.why) if reading.pause else ""
    if not why and reading.step.rest not in (None, RestKind.SWITCH):
        return words.next_up()
    assert reading.shown.block is not None
    return why or reading.shown.block.name


def _place(showing: Showing) -> str:
    """Return the round; between two blocks the block that comes."""
    shown = showing.reading.shown
    assert shown.block is not None
    if showing.reading.step.rest is RestKind.BLOCK:
        return shown.block.name
    return words.round_of(shown.key.round, shown.block.rounds)


def _name(showing: Showing, frame: Frame, inks: Inks) -> tuple[tuple[Mark, ...], float]:
    """Return the name in one line, or in two smaller ones, and where the block begins."""
    exercise = showing.reading.shown.exercise
    assert exercise is not None
    unit = frame.unit
    width = frame.right - frame.margin
    cap = fitting_cap(exercise.name, width, NAME * unit, BOLD)
    if cap >= TWO_LINES * unit:
        x = frame.margin - NAME_HANG * cap
        line = text_at(exercise.name, x, NAME_BASELINE * unit, cap, inks.text, BOLD)
        return (line,), BLOCK_TOP * unit
    cap = TWO_LINES * unit
    lines = wrapped(exercise.name, width, cap, BOLD, lines=2)
    marks = tuple(
        text_at(line, frame.margin, baseline * unit, cap, inks.text, BOLD)
        for line, baseline in zip(lines, (FIRST_BASELINE, SECOND_BASELINE), strict=False)
    )
    return marks, BLOCK_TOP_BELOW_TWO_LINES * unit
