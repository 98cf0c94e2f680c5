"""The black plate of a set: what is held, and below that what was done, or what is left."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QColor

from matside.core.durations import clock
from matside.core.workout.weight_change import WeightChange
from matside.ui.drawing.lettering import BOLD, MEDIUM, fitting_cap
from matside.ui.kit.rows import Dropped, Gap, PlatePiece, Row, Stack, TextPiece, row
from matside.ui.stage.layout.block.room import Room
from matside.ui.stage.layout.block.weights import LEAST_TEXT, RADIUS, dumbbells
from matside.ui.stage.layout.frame import TEXT, Showing
from matside.ui.words import clock_words, dose_words, weight_words
from matside.ui.words.translation import translate

PITCH, RAISED = 0.0735, 0.0015
"""The distance between two lines, and how far they stand above the middle: some letters go low."""

NEARER = 0.3
"""How much nearer two lines are on a lower plate, of what it is lower: the rest is above them."""

LEAST_GAP = 0.024
"""The least gap between weights and what they weigh."""

HELD = (TEXT, LEAST_TEXT)
"""The heights of what is held where a line needs the room below it, the best first."""

CAP, LEAST_CAP = 0.05, 0.041
"""The height of a line below the weights, and its minimum where the plate is small."""

LEAST_APART = 0.025
"""The least gap between its words and its numbers."""


def weight_text(showing: Showing) -> str:
    """Return the weights in short; a load is not broken before its unit."""
    shown = showing.reading.shown
    return weight_words.hands_words(WeightChange.SAME, shown.exercise.weight, shown.load)[-1]


def weight_lines(
    showing: Showing, width: float, room: Room, caps: Sequence[float]
) -> Iterator[tuple[Row, ...]]:
    """Yield the weights in one line or two, their load at the end, the best form first.

    They are in letters of `caps`, shares of the unit, and at last without their load.
    """
    yield from _loaded_lines(showing, width, room, caps)
    said = [_said(weight_text(showing), cap, room) for cap in caps]
    weight, white = showing.exercise.weight, room.theme.plate_text
    yield from ((row(*dumbbells(weight, each.cap, white), each),) for each in said)
    yield from ((row(each),) for each in said)


def held_lines(showing: Showing, width: float, room: Room) -> Iterator[tuple[Row, ...]]:
    """Yield the weights likewise, but never without a load that is known; no line without any."""
    if showing.exercise.weight is None:
        yield ()
        return
    loaded = sorted(_loaded_lines(showing, width, room, HELD), key=len)
    yield from loaded or weight_lines(showing, width, room, HELD)


def held_in_one_line(showing: Showing, room: Room) -> Iterator[Row]:
    """Yield the weights with their load right behind them, the best form first."""
    shown, weight, white = showing.reading.shown, showing.exercise.weight, room.theme.plate_text
    for signed in (True, False):
        for cap in HELD:
            name = _said(weight_text(showing), cap, room)
            pieces = [*(dumbbells(weight, name.cap, white) if signed else ()), name]
            if weight is not None and weight.level is not None and shown.load is not None:
                load = weight_words.load_words(shown.load)
                pieces += [Gap(LEAST_GAP * room.unit), _said(load, cap, room)]
            yield row(*pieces)


def _loaded_lines(
    showing: Showing, width: float, room: Room, caps: Sequence[float]
) -> Iterator[tuple[Row, ...]]:
    """Yield the weights with the load that is known beside their level, if one is."""
    shown, weight, white = showing.reading.shown, showing.exercise.weight, room.theme.plate_text
    if weight is None or weight.level is None or shown.load is None:
        return
    text, known = weight_text(showing), weight_words.load_words(shown.load)
    for cap in caps:
        name, load = _said(text, cap, room), _said(known, cap, room)
        signed = row(*dumbbells(weight, name.cap, white), name)
        gap = max(width - signed.width - load.width, name.cap)
        yield (row(signed, Gap(gap), load),)
    name, load = _said(text, TEXT, room), _said(known, TEXT, room)
    sign = row(*dumbbells(weight, name.cap, white))
    yield row(sign, name), row(Gap(sign.width), load)
    for cap in HELD:
        name, load = _said(text, cap, room), _said(known, cap, room)
        apart = width - name.width - load.width
        if apart >= LEAST_GAP * room.unit:
            yield (row(name, Gap(apart), load),)
        yield row(name), row(load)


def last_time_line(showing: Showing, width: float, room: Room) -> Row | None:
    """Return what was done the last time in `width` px; None where it has no room.

    Nothing is known before the history is read, and at rep pace the rep has the eye.
    """
    reading = showing.reading
    if reading.rep is not None:
        return None
    if reading.last_time is not None and reading.last_time.reps is not None:
        done = dose_words.done_words(reading.last_time)
        return _spread(dose_words.last_time(), done, width, room)
    if not reading.is_first_time:
        return None
    return _spread((translate("LastTime", "First time"),), "", width, room)


def clock_line(showing: Showing, width: float, room: Room) -> Row | None:
    """Return what is left of the clock beside a set with a time of its own; None without one."""
    reading = showing.reading
    block_clock = reading.shown.block.clock
    if reading.clock is None or block_clock is None:
        return None
    words = clock_words.until_next(reading.clock.number, reading.clock.total, block_clock)
    return _spread(words, clock(reading.clock.seconds), width, room)


def clock_forms(showing: Showing, width: float, room: Room) -> Iterator[tuple[Row, ...]]:
    """Yield what is left of the clock in one line, and in two; a line of full height."""
    line = clock_line(showing, width, room)
    if line is None or line.cap < CAP * room.unit:
        reading, block_clock = showing.reading, showing.reading.shown.block.clock
        if reading.clock is not None and block_clock is not None:
            white, cap = room.theme.plate_text, CAP * room.unit
            words = clock_words.until_next(reading.clock.number, reading.clock.total, block_clock)
            time = TextPiece(clock(reading.clock.seconds), cap, white, BOLD, tabular=True)
            yield from ((row(TextPiece(said, cap, white, MEDIUM)), row(time)) for said in words)
        return
    yield (line,)


def wrapped_weight(showing: Showing, width: float, room: Room) -> tuple[Row, ...]:
    """Return the weights in two lines, so small that they fit into `width` px."""
    words = weight_text(showing).rsplit(" ", 1)
    cap = min(fitting_cap(word, width, TEXT * room.unit, BOLD) for word in words)
    return tuple(row(TextPiece(word, cap, room.theme.plate_text, BOLD)) for word in words)


def width_on_plate(lines: Sequence[Row], most: float, pad: float, room: Room) -> float:
    """Return the width of a plate around `lines`, at most `most` px; `pad` is a share of the unit.

    Lines whose numbers stand at their end fill it.
    """
    return min(most, max(line.width for line in lines) + 2 * pad * room.unit)


def filled_plate(
    lines: Sequence[Row], width: float, height: float, room: Room, *, lower: float = 0.0
) -> Row:
    """Return `lines` in the middle of a black plate of `width` px, `height` px above its foot.

    That is `lower` px lower than usual: the last line stays as far from the foot.
    """
    cap, pitch = lines[0].cap, PITCH * room.unit
    said = Stack(tuple(lines), pitch - NEARER * lower)
    lift = (height + lower - cap) / 2 + (len(lines) - 1) * (RAISED * room.unit - pitch / 2)
    return row(
        PlatePiece(
            Dropped(said, -lift),
            room.theme.plate,
            pad=(width - said.width) / 2,
            above=height,
            below=0.0,
            radius=RADIUS * room.unit,
        )
    )


def _said(text: str, cap: float, room: Room) -> TextPiece:
    return TextPiece(text, cap * room.unit, room.theme.plate_text, BOLD)


def _spread(words: Sequence[str], numbers: str, width: float, room: Room) -> Row | None:
    """Return the first of `words` that fits with `numbers`, those at the end of `width` px."""
    return next(_fitting(words, numbers, width, room.unit, room.theme.plate_text), None)


def _fitting(
    words: Sequence[str], numbers: str, width: float, unit: float, colour: QColor
) -> Iterator[Row]:
    for cap in (CAP * unit, LEAST_CAP * unit):
        for text in words:
            said = TextPiece(text, cap, colour, MEDIUM)
            done = TextPiece(numbers, cap, colour, BOLD, tabular=True)
            apart = width - said.width - done.width
            if not numbers and apart >= 0:
                yield row(said)
            elif apart >= LEAST_APART * unit:
                yield row(said, Gap(apart), done)
