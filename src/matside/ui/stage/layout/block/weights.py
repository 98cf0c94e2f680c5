"""The weights of a set in the block: on a black plate where the hands must do something."""

from collections.abc import Iterator, Sequence

from PySide6.QtGui import QColor

from matside.core.weights import Implement, Weight
from matside.core.workout.weight_change import WeightChange
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD, SEMIBOLD
from matside.ui.kit.rows import Badge, Dropped, Gap, Piece, PlatePiece, Row, Stack, TextPiece, row
from matside.ui.stage.layout.block.room import Room
from matside.ui.stage.layout.frame import TEXT, Showing
from matside.ui.words import weight_words

LEAST_TEXT = 0.05
"""The least height of weights that are read from the mat."""

PITCH = 0.0755
"""The distance between two lines."""

SIGN, SIGN_OF_TWO, APART = 1.33, 1.12, 0.68
"""The width of one dumbbell, of each of two, and their distance, in heights of capitals."""

SPREAD = 0.5
"""The least gap between what is fetched and what it weighs, in heights of capitals."""

GAP = 0.45
"""The distance between dumbbells and words, in heights of capitals."""

PAD, TIGHT_PAD, AIR, RADIUS = 0.027, 0.018, 0.0205, 0.021
"""The room on a plate beside the words, and above and below them; the radius of its corners."""


def weights_in_one_line(showing: Showing, room: Room) -> Iterator[Row]:
    """Yield how the weights of the coming set may be said in one line, the widest form first."""
    yield from _spread(showing, room)
    for text in _words(showing):
        yield from _forms((text,), showing, room, PAD)


def weights_in_two_lines(showing: Showing, room: Room) -> Iterator[Row]:
    """Yield how they may be said in one line or two; the second begins with the last word."""
    for text in _words(showing):
        signed, bare = _forms((text,), showing, room, PAD)
        signed_two, bare_two = _forms(text.rsplit(" ", 1), showing, room, PAD)
        _, tight = _forms(text.rsplit(" ", 1), showing, room, TIGHT_PAD)
        yield from (signed, signed_two, bare, bare_two, tight)


def _spread(showing: Showing, room: Room) -> Iterator[Row]:
    """Yield what is fetched on a plate as wide as the block, with what it weighs at its end."""
    coming = showing.reading.shown
    weight, load = coming.exercise.weight, coming.load
    if showing.reading.weights is not WeightChange.FETCH or weight is None or load is None:
        return
    if weight.level is None:
        return
    white = room.theme.plate_text
    sizes, forms = ((TEXT, PAD), (LEAST_TEXT, TIGHT_PAD)), weight_words.fetch_forms(weight)
    signed = [(text, *size, True) for text in forms for size in sizes]
    for text, share, pad, is_signed in (*signed, (forms[0], TEXT, PAD, False)):
        cap = share * room.unit
        said = TextPiece(text, cap, white, BOLD)
        known = TextPiece(weight_words.load_words(load), cap, white, BOLD)
        first = row(*(dumbbells(weight, cap, white) if is_signed else ()), said)
        apart = room.limit - 2 * pad * room.unit - first.width - known.width
        if apart >= SPREAD * cap:
            yield plate(
                Dropped(row(first, Gap(apart), known), (share - TEXT) / 2 * room.unit),
                0.0,
                room,
                pad,
            )


def _words(showing: Showing) -> tuple[str, ...]:
    coming = showing.reading.shown
    return weight_words.hands_words(showing.reading.weights, coming.exercise.weight, coming.load)


def _forms(lines: Sequence[str], showing: Showing, room: Room, pad: float) -> tuple[Row, Row]:
    """Return the weights in `lines`, with their sign and without it.

    They are on a plate where the hands must do something, and centred on capitals TEXT high.
    """
    plated = showing.reading.weights in (WeightChange.FETCH, WeightChange.PUT_DOWN)
    colour = room.theme.plate_text if plated else room.theme.ink
    weight, cap, pitch = BOLD if plated else SEMIBOLD, TEXT * room.unit, PITCH * room.unit
    down = (len(lines) - 1) / 2 * pitch
    said = Stack(tuple(TextPiece(line, cap, colour, weight) for line in lines), pitch)
    sign = dumbbells(showing.exercise.weight, cap, colour)
    signed, bare = row(*sign, Dropped(said, down)), row(Dropped(said, down))
    return (
        (plate(signed, down, room, pad), plate(bare, down, room, pad))
        if plated
        else (signed, bare)
    )


def dumbbells(weight: Weight | None, cap: float, colour: QColor) -> tuple[Piece, ...]:
    """Return the sign of `weight` beside capitals `cap` px high, and the gap after it.

    Only dumbbells have one; other things are named.
    """
    if weight is None or weight.of is not Implement.DUMBBELL:
        return ()
    one = Badge(Icon.DUMBBELL, SIGN * cap, cap, colour)
    if weight.count == 1:
        return one, Gap(GAP * cap)
    each = Badge(Icon.DUMBBELL, SIGN_OF_TWO * cap, cap, colour)
    return Dropped(Stack((each, each), APART * cap), APART * cap / 2), Gap(GAP * cap)


def plate(line: Piece, down: float, room: Room, pad: float) -> Row:
    """Return `line`, which reaches `down` px lower and higher than one line, on a black plate."""
    air = AIR * room.unit + down
    return row(
        PlatePiece(
            line,
            room.theme.plate,
            pad=pad * room.unit,
            above=TEXT * room.unit + air,
            below=air,
            radius=RADIUS * room.unit,
        )
    )
