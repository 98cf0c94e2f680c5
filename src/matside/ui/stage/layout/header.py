"""The header of the stage: look, block, round and the name of the exercise."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import assert_never

from matside.core.figures.framing import TextBounds as Clear
from matside.core.session.looks import Look
from matside.core.workout.model import Every, Within
from matside.core.workout.rests import RestKind
from matside.core.workout.steps import Rest, Work, is_switch, minute_of
from matside.frozen import frozen
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD, elided, fitting_cap, is_cut, width_of, wrapped
from matside.ui.drawing.marks import Mark, Text, text_at
from matside.ui.drawing.theme import Theme
from matside.ui.figures.exercise_icon import exercise_icon
from matside.ui.keyboard.correction_faces import correction_faces
from matside.ui.kit.last_set import last_set_forms
from matside.ui.kit.rows import Badge, Dropped, Gap, Piece, Row, TextPiece, row
from matside.ui.stage.layout.choices import LEAST_TEXT
from matside.ui.stage.layout.frame import TEXT, Inks, Showing, StageFrame
from matside.ui.words import clock_words, last_set_words, screen_words

STATUS_BASELINE = 0.086
TILE = 0.070
LEAST_CRUMB = 0.032

LAST_SET, CARD_GAP = 0.0235, 0.028
"""The height of the card of the last set, read nearby, and its distance from the crumb."""

NAME = 0.096
NAME_BASELINE = 0.219
NAME_HANG = 0.045
"""How far names extend to the left of the margin, in heights of capitals."""

TWO_LINES = 0.0705
BASELINES = (0.181, 0.284)
LARGE_BASELINES = (0.219, 0.343)
"""The baselines of two-line names in smaller letters, and in letters of usual size."""

STACKED_NAME = 0.66
"""The maximum width of large lines, as a share of the window's."""

BLOCK_TOP = 0.260
BELOW_LINES = 0.026

BESIDE_NAME, BELOW_NAME = 0.018, 0.03
"""The gaps between name and film: beside it as a share of the width, below it of the unit."""


@frozen
class Header:
    """The marks of the header, the lines of the name, and where the block begins."""

    marks: tuple[Mark, ...]
    name: tuple[Text, ...]
    bottom: float

    def words(self, frame: StageFrame) -> tuple[Clear, ...]:
        """Return the areas beside the name that a film must not cover."""
        return tuple(clear_of(line.x + line.width, line.baseline, frame) for line in self.name)


def header(showing: Showing, frame: StageFrame, inks: Inks, theme: Theme) -> Header:
    """Return the header of the stage."""
    status = _status(showing, frame, inks, theme)
    name, bottom = _name(showing, frame, inks)
    return Header((*status, *name), name, bottom)


def clear_of(right: float, baseline: float, frame: StageFrame) -> Clear:
    """Return the area that a film must not cover: a line on `baseline` that ends at `right`."""
    return Clear(right + BESIDE_NAME * frame.width, baseline + BELOW_NAME * frame.unit)


def _status(showing: Showing, frame: StageFrame, inks: Inks, theme: Theme) -> tuple[Mark, ...]:
    unit = frame.unit
    baseline = STATUS_BASELINE * unit
    look = row(
        Badge(_icon(showing), TILE * unit, TEXT * unit, inks.tile_sign, inks.tile),
        Gap(0.025 * unit),
        TextPiece(screen_words.look_word(showing.reading.look), TEXT * unit, inks.text, BOLD),
        Gap((0.03 if frame.narrow else 0.043) * unit),
    )
    room = frame.right - frame.margin - look.width - 0.03 * unit
    beside, end = next(
        (tried for tried in _with_card(showing, room, unit, inks, theme) if _fits(tried, room)),
        _with_crumb(showing, room, unit, inks),
    )
    return (*row(look, beside).at(frame.margin, baseline), *end.ending(frame.right, baseline))


def _fits(parts: tuple[Row, Row], room: float) -> bool:
    return sum(part.width for part in parts) <= room


def _with_crumb(showing: Showing, room: float, unit: float, inks: Inks) -> tuple[Row, Row]:
    """Return the crumb, cut to what the end of the status row leaves of `room`, and that end."""
    end = _end_of_status(showing, room, unit, inks)
    left = max(0.0, room - end.width)
    cap = max(LEAST_CRUMB * unit, fitting_cap(_crumb(showing), left, TEXT * unit))
    return row(TextPiece(elided(_crumb(showing), left, cap), cap, inks.crumb)), end


def _with_card(
    showing: Showing, room: float, unit: float, inks: Inks, theme: Theme
) -> Iterator[tuple[Row, Row]]:
    """Yield how the card of the last set may stand in the status row, the widest form first.

    It goes before the sign that the screen stays awake, before the crumb, and at last before the
    round, but not before what a pause says: there it may be a text without keys, beside which
    that shrinks.
    """
    record = showing.reading.correctable
    if record is None or showing.flooded or showing.signs.question:
        return
    asleep = replace(showing, signs=replace(showing.signs, awake=False))
    end, short = (_end_of_status(each, room, unit, inks) for each in (showing, asleep))
    crumb = TextPiece(_crumb(showing), TEXT * unit, inks.crumb)
    faces, cap = correction_faces(showing.signs.keymap), LAST_SET * unit
    caps = [max(LEAST_TEXT, share * cap) for share in (1.0, 0.86, 0.72)]
    by_size = [[*last_set_forms(record, faces, each, theme)] for each in caps]
    cards = [
        row(Dropped(form, (form_cap - TEXT * unit) / 2))
        for alike in zip(*by_size, strict=True)
        for form, form_cap in zip(alike, caps, strict=True)
    ]
    beside = row(crumb, Gap(CARD_GAP * unit), cards[0])
    yield from ((beside, end), (beside, short))
    if showing.reading.pause is not None:
        for each in (end, short, row()):
            for form in last_set_words.last_set_forms(record):
                said = row(Gap(CARD_GAP * unit), TextPiece(form, max(LEAST_TEXT, cap), inks.mute))
                free = room - each.width - said.width
                fitted = fitting_cap(crumb.text, free, crumb.cap)
                yield row(replace(crumb, cap=max(LEAST_CRUMB * unit, fitted)), said), each
    else:
        yield from ((card, each) for card in cards for each in (end, short))
        yield from ((card, row()) for card in cards)


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
        width -= width_of(screen_words.next_up(), TEXT * unit)
    width -= Row(tuple(pieces)).width
    place = _rounds_before(showing, width, unit) or _place(showing)
    pieces.append(TextPiece(elided(place, width, TEXT * unit), TEXT * unit, inks.mute))
    return Row(tuple(pieces))


def _rounds_before(showing: Showing, width: float, unit: float) -> str:
    """Return how many rounds were done the last time, in a set of a block for a time.

    Without room beside the whole crumb it is "".
    """
    before = showing.reading.rounds_before
    if before is None or not isinstance(showing.reading.step, Work) or showing.paused:
        return ""
    said = clock_words.rounds_before(before.last)
    needed = width_of(said, TEXT * unit) + width_of(_crumb(showing), TEXT * unit)
    return said if needed <= width else ""


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
            shown = showing.reading.shown
            return exercise_icon(shown.exercise, shown.block.kind)


def _crumb(showing: Showing) -> str:
    """Return what stands beside the look: the block, why it is paused, or that it comes next.

    Where a question stands in the place of the caption, what a key has changed is told here.
    """
    reading = showing.reading
    if showing.flooded:
        return ""
    if showing.signs.question and showing.signs.note is not None:
        return showing.signs.note
    if reading.look is Look.REST:
        return screen_words.next_up()
    why = screen_words.why_words(reading.pause.why) if reading.pause else ""
    if not why and isinstance(reading.step, Rest) and not is_switch(reading.step):
        return screen_words.next_up()
    clock = reading.shown.block.clock
    return why or (reading.shown.block.name if clock is None else clock_words.clock_words(clock))


def _place(showing: Showing) -> str:
    """Return the round, or the minute; between two blocks the block that comes."""
    step, shown = showing.reading.step, showing.reading.shown
    if isinstance(step, Rest) and step.kind is RestKind.BLOCK:
        return shown.block.name
    match shown.block.clock:
        case Every() as every:
            return clock_words.minute_of(*minute_of(shown), every)
        case Within():
            return clock_words.open_round(shown.key.round)
        case None:
            pass
        case _:
            assert_never(shown.block.clock)
    return screen_words.round_of(shown.key.round, shown.block.rounds)


def _name(showing: Showing, frame: StageFrame, inks: Inks) -> tuple[tuple[Text, ...], float]:
    """Return the name in one line, or in two smaller ones, and where the block begins.

    Beside a film that stands above the block it is two large lines, if it has that many words.
    """
    exercise = showing.exercise
    unit = frame.unit
    width = frame.right - frame.margin
    if frame.stacked and showing.film is not None:
        lines = wrapped(exercise.name, STACKED_NAME * frame.width, NAME * unit, BOLD, lines=2)
        if not is_cut(lines, exercise.name):
            return _lines_of_name(lines, LARGE_BASELINES, NAME * unit, frame, inks)
    cap = fitting_cap(exercise.name, width, NAME * unit, BOLD)
    if cap >= TWO_LINES * unit:
        x = frame.margin - NAME_HANG * cap
        line = text_at(exercise.name, x, NAME_BASELINE * unit, cap, inks.text, BOLD)
        return (line,), BLOCK_TOP * unit
    cap = TWO_LINES * unit
    lines = wrapped(exercise.name, width, cap, BOLD, lines=2)
    return _lines_of_name(lines, BASELINES, cap, frame, inks)


def _lines_of_name(
    lines: Sequence[str], baselines: Sequence[float], cap: float, frame: StageFrame, inks: Inks
) -> tuple[tuple[Text, ...], float]:
    marks = tuple(
        text_at(line, frame.margin, baseline * frame.unit, cap, inks.text, BOLD)
        for line, baseline in zip(lines, baselines, strict=False)
    )
    return marks, marks[-1].baseline + BELOW_LINES * frame.unit
