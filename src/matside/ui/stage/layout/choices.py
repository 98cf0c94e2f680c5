"""The choices during a pause, and the question before the workout ends."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from matside.core.keymap import Act, Keymap
from matside.frozen import frozen
from matside.ui.drawing.lettering import BOLD, CAP, MEDIUM, SEMIBOLD, fitting_cap, width_of
from matside.ui.drawing.marks import Mark
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_faces import Face, face_of, narrow_face
from matside.ui.kit.rows import (
    Gap,
    Piece,
    PlatePiece,
    Row,
    TextPiece,
    face_keycap,
    first_fitting,
    row,
)
from matside.ui.stage.layout.frame import TEXT, Showing, StageFrame
from matside.ui.words import screen_words
from matside.ui.words.translation import translate

SMALL_KEY, SMALL_TEXT = 0.049, 0.0235
"""The heights of a key and its words that are read at arm's length."""

LEAST_TEXT = 10
"""The minimum height of the words, in px."""

APART = (0.052, 0.026, 0.013)
"""The gaps between two choices in one line, the widest first."""

KEY = 0.064
MAIN_KEY = 0.068
PITCH = 0.125
CLOSEST = 0.085
"""The distance between two choices, and its minimum in a low panel."""

LINES = 3.9
"""The number of such lines that fit in a panel."""

FIRST = 0.107
"""The distance of the first line of the question from the top of its room."""

GAP = 0.067
NARROW_GAP = 0.03
QUESTION = 0.062

QUIT = 2.62
"""The line of the key that quits, closer to the one above it than that to the others."""

SHRUNK = 0.75
"""How far the texts may shrink before they give up their common column, as a share."""


@frozen
class Choice:
    """A keycap and what it does, in capitals of `cap` px; the main choice is heavier."""

    key: PlatePiece
    text: str
    cap: float
    main: bool = False


def choices(showing: Showing, frame: StageFrame, theme: Theme, width: float) -> tuple[Row, ...]:
    """Return the choices during a pause, in as few lines of `width` px as possible.

    They are read at arm's length, because the keys are there. Where it needs the room, an act
    has the arrow among its keys, and the words shrink to LEAST_TEXT.
    """
    usual = max(LEAST_TEXT, SMALL_TEXT * frame.unit)
    offered = _offered(face_of, usual, showing, theme)
    closest = APART[-1] * frame.unit
    if _abreast(offered, closest).width > width:
        offered = _offered(narrow_face, usual, showing, theme)
    if (needed := _abreast(offered, closest).width) > width:
        cap = max(LEAST_TEXT, usual * width / needed - CAP)
        offered = _offered(narrow_face, cap, showing, theme)
    for together in (len(offered), 2):
        for apart in APART:
            line = _abreast(offered[:together], apart * frame.unit)
            if line.width <= width:
                return (line, *offered[together:])
    return tuple(offered)


def _offered(
    face: Callable[[Keymap, Act], Face], cap: float, showing: Showing, theme: Theme
) -> list[Row]:
    """Return the choices with the keys that `face` gives them, in capitals of `cap` px."""
    return [
        row(*_choice(face(showing.signs.keymap, act), text, cap, theme))
        for act, text in _of_pause(showing)
    ]


def _of_pause(showing: Showing) -> tuple[tuple[Act, str], ...]:
    kind = showing.reading.step.key.kind
    return (
        (Act.BACK, screen_words.back_words(kind)),
        (Act.SKIP, screen_words.skip_words(kind)),
        (Act.ESCAPE, translate("Stage", "End")),
    )


def _choice(face: Face, text: str, cap: float, theme: Theme) -> tuple[Piece, ...]:
    height = cap * SMALL_KEY / SMALL_TEXT
    key = face_keycap(face, height, cap, theme.surface2, theme.text)
    return key, Gap(0.65 * cap), TextPiece(text, cap, theme.text, SEMIBOLD)


def _abreast(rows: Sequence[Row], apart: float) -> Row:
    """Return `rows` as one, `apart` px from each other."""
    first, *others = rows
    return Row(
        (*first.pieces, *(piece for each in others for piece in (Gap(apart), *each.pieces)))
    )


def question(showing: Showing, frame: StageFrame, theme: Theme, panel: QRectF) -> Iterator[Mark]:
    """Yield the question before a workout ends, its answers, and what quits, in `panel`.

    That is read at arm's length: whoever quits is there. The same key asks the question, and
    only a second press does what is said here.
    """
    area = panel.adjusted(0.012 * frame.unit, 0, 0, 0)
    text = screen_words.end_question()
    fitted = fitting_cap(text, area.width(), QUESTION * frame.unit, BOLD)
    yield from TextPiece(text, fitted, theme.text, BOLD).at(area.left(), _baseline(area, frame, 0))
    small = min(frame.unit, area.height() / LINES / CLOSEST)
    face = face_of(showing.signs.keymap, Act.END)
    key = face_keycap(face, KEY * small, TEXT * small, theme.surface2, theme.text)
    main = press_key(showing, frame.unit, theme)
    ends = screen_words.end_answer(is_empty=showing.reading.is_empty)
    answers = (
        Choice(key, ends, TEXT * small),
        Choice(main, screen_words.not_yet(), TEXT * frame.unit, main=True),
    )
    yield from _lines(answers, frame, theme, area)
    yield from _quit(showing, frame, theme, area, max(LEAST_TEXT, SMALL_TEXT * small))


def _quit(
    showing: Showing, frame: StageFrame, theme: Theme, area: QRectF, cap: float
) -> Iterator[Mark]:
    """Yield what quits in words that fit, smaller if they must be; nothing where none do."""
    face = face_of(showing.signs.keymap, Act.QUIT)
    said = (screen_words.quit_answer(), screen_words.quit_briefly())
    forms = [
        row(*_choice(face, words, size, theme)) for words in said for size in (cap, LEAST_TEXT)
    ]
    line = first_fitting(area.width(), (*forms, row()))
    yield from line.at(area.left(), _baseline(area, frame, QUIT))


def press_key(showing: Showing, unit: float, theme: Theme) -> PlatePiece:
    """Return the keycap of a press, with inverted colours while a press is confirmed."""
    colours = (theme.key, theme.key_text)
    colour, ink = reversed(colours) if showing.signs.confirming else colours
    face = face_of(showing.signs.keymap, Act.PRESS)
    return face_keycap(face, MAIN_KEY * unit, TEXT * unit, colour, ink)


def _lines(
    offered: Sequence[Choice], frame: StageFrame, theme: Theme, area: QRectF
) -> Iterator[Mark]:
    """Give the answers; their texts in one column where all fit, else each beside its key."""
    starts = _starts(offered, frame, area)
    for line, (choice, start) in enumerate(zip(offered, starts, strict=True), start=1):
        baseline = _baseline(area, frame, line)
        yield from choice.key.at(area.left(), baseline)
        cap = fitting_cap(choice.text, area.width() - start, choice.cap, _weight(choice))
        said = TextPiece(choice.text, cap, theme.text, _weight(choice))
        yield from said.at(area.left() + start, baseline - (choice.cap - cap) / 2)


def _starts(offered: Sequence[Choice], frame: StageFrame, area: QRectF) -> list[float]:
    """Return where each text begins, from the left of `area`."""
    keys = max(choice.key.width for choice in offered)
    widest = max(width_of(choice.text, choice.cap, _weight(choice)) for choice in offered)
    for gap, shrunk in ((GAP, 1.0), (NARROW_GAP, SHRUNK)):
        column = keys + gap * frame.unit
        if column + shrunk * widest <= area.width():
            return [column] * len(offered)
    return [choice.key.width + NARROW_GAP * frame.unit for choice in offered]


def _weight(choice: Choice) -> QFont.Weight:
    return BOLD if choice.main else MEDIUM


def _baseline(area: QRectF, frame: StageFrame, line: float) -> float:
    """Return the baseline of a line; the lines close up where the panel is low."""
    pitch = min(PITCH * frame.unit, area.height() / LINES)
    return area.top() + min(FIRST * frame.unit, 0.9 * pitch) + line * pitch
