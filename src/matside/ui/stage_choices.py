"""What can be done while paused, and the question before the workout ends."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from matside.core.keys import Act
from matside.ui import words
from matside.ui.key_faces import cap_of, face_of
from matside.ui.lettering import BOLD, MEDIUM, fitting_cap, width_of
from matside.ui.marks import Mark
from matside.ui.rows import Plate, Words
from matside.ui.stage_frame import TEXT, Frame, Showing
from matside.ui.theme import Theme

KEY = 0.064
MAIN_KEY = 0.068
PITCH = 0.125
CLOSEST = 0.085
"""How far a choice is below another, and how far at least where the panel is low."""

LINES = 4.6
"""How many such lines a panel has room for."""

FIRST = 0.107
"""Where the first line stands below the top of the panel."""

GAP = 0.067
NARROW_GAP = 0.03
QUESTION = 0.062

SHRUNK = 0.75
"""How small the texts may be, in parts of their height, before they give up their column."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A keycap and what its key does, in capitals of `cap` px; the main one is heavier."""

    key: Plate
    text: str
    cap: float
    main: bool = False


def choices(showing: Showing, frame: Frame, theme: Theme, panel: QRectF) -> tuple[Mark, ...]:
    """Return the choices of a pause, or the question and its answers, in `panel`.

    Where they stand closely because the panel is low, all but the main one are smaller.
    """
    area = panel.adjusted(0.012 * frame.unit, 0, 0, 0)
    small = min(frame.unit, area.height() / LINES / CLOSEST)
    if showing.signs.question:
        return tuple(_question(showing, frame, theme, area, small))
    return tuple(_lines(_of_pause(showing, frame, theme, small), frame, theme, area, place=0))


def _of_pause(showing: Showing, frame: Frame, theme: Theme, small: float) -> tuple[Choice, ...]:
    kind = showing.reading.step.kind
    return (
        _main(showing, frame, theme, words.press_words(showing.reading.press)),
        _other(Act.BACK, showing, theme, words.back_words(kind), small),
        _other(Act.SKIP, showing, theme, words.skip_words(kind), small),
        _other(Act.ESCAPE, showing, theme, words.end_workout(), small),
    )


def _main(showing: Showing, frame: Frame, theme: Theme, text: str) -> Choice:
    key = press_key(showing, frame.unit, theme)
    return Choice(key, text, TEXT * frame.unit, main=True)


def _other(act: Act, showing: Showing, theme: Theme, text: str, unit: float) -> Choice:
    face = face_of(showing.signs.keymap, act)
    key = cap_of(face, KEY * unit, TEXT * unit, theme.surface2, theme.text)
    return Choice(key, text, TEXT * unit)


def _question(
    showing: Showing, frame: Frame, theme: Theme, area: QRectF, small: float
) -> Iterator[Mark]:
    text = words.end_question()
    fitted = fitting_cap(text, area.width(), QUESTION * frame.unit, BOLD)
    yield from Words(text, fitted, theme.text, BOLD).at(area.left(), _baseline(area, frame, 0))
    answers = (
        _other(Act.END, showing, theme, words.end_and_save(), small),
        _main(showing, frame, theme, words.not_yet()),
    )
    yield from _lines(answers, frame, theme, area, place=1)


def press_key(showing: Showing, unit: float, theme: Theme) -> Plate:
    """Return the keycap of a press, its colours exchanged while one is confirmed."""
    colours = (theme.key, theme.key_text)
    colour, ink = reversed(colours) if showing.signs.confirming else colours
    face = face_of(showing.signs.keymap, Act.PRESS)
    return cap_of(face, MAIN_KEY * unit, TEXT * unit, colour, ink)


def _lines(
    offered: Sequence[Choice], frame: Frame, theme: Theme, area: QRectF, *, place: int
) -> Iterator[Mark]:
    """Give the choices; their texts in one column where all fit, else each beside its key.

    Those at arm's length may shrink to fit, all of them alike.
    """
    starts = _starts(offered, frame, area)
    caps = [
        fitting_cap(choice.text, area.width() - start, choice.cap, _weight(choice))
        for choice, start in zip(offered, starts, strict=True)
    ]
    least = min(cap for cap, choice in zip(caps, offered, strict=True) if not choice.main)
    for line, choice in enumerate(offered):
        baseline = _baseline(area, frame, place + line)
        yield from choice.key.at(area.left(), baseline)
        cap = caps[line] if choice.main else least
        said = Words(choice.text, cap, theme.text, _weight(choice))
        yield from said.at(area.left() + starts[line], baseline - (choice.cap - cap) / 2)


def _starts(offered: Sequence[Choice], frame: Frame, area: QRectF) -> list[float]:
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


def _baseline(area: QRectF, frame: Frame, line: int) -> float:
    """Return the baseline of a line; the lines close up where the panel is low."""
    pitch = min(PITCH * frame.unit, area.height() / LINES)
    return area.top() + min(FIRST * frame.unit, 0.9 * pitch) + line * pitch
