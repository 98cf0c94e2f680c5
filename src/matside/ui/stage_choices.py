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
FIRST = 0.107
"""Where the first line stands below the top of the panel."""

GAP = 0.067
NARROW_GAP = 0.03
QUESTION = 0.062

SHRUNK = 0.75
"""How small the texts may be, in parts of their height, before they give up their column."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A keycap and what its key does; the main one is heavier."""

    key: Plate
    text: str
    main: bool = False


def choices(showing: Showing, frame: Frame, theme: Theme, panel: QRectF) -> tuple[Mark, ...]:
    """Return the choices of a pause, or the question and its answers, in `panel`."""
    area = panel.adjusted(0.012 * frame.unit, 0, 0, 0)
    if showing.signs.question:
        return tuple(_question(showing, frame, theme, area))
    return tuple(_lines(_of_pause(showing, frame, theme), frame, theme, area, place=0))


def _of_pause(showing: Showing, frame: Frame, theme: Theme) -> tuple[Choice, ...]:
    kind = showing.reading.step.kind
    return (
        Choice(
            press_key(showing, frame.unit, theme), words.press_words(showing.reading.press), True
        ),
        Choice(_key(Act.BACK, showing, frame, theme), words.back_words(kind)),
        Choice(_key(Act.SKIP, showing, frame, theme), words.skip_words(kind)),
        Choice(_key(Act.ESCAPE, showing, frame, theme), words.end_workout()),
    )


def _key(act: Act, showing: Showing, frame: Frame, theme: Theme) -> Plate:
    face = face_of(showing.signs.keymap, act)
    return cap_of(face, KEY * frame.unit, TEXT * frame.unit, theme.surface2, theme.text)


def _question(showing: Showing, frame: Frame, theme: Theme, area: QRectF) -> Iterator[Mark]:
    text = words.end_question()
    fitted = fitting_cap(text, area.width(), QUESTION * frame.unit, BOLD)
    yield from Words(text, fitted, theme.text, BOLD).at(area.left(), _baseline(area, frame, 0))
    answers = (
        Choice(_key(Act.END, showing, frame, theme), words.end_and_save()),
        Choice(press_key(showing, frame.unit, theme), words.not_yet(), True),
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
        fitting_cap(choice.text, area.width() - start, TEXT * frame.unit, _weight(choice))
        for choice, start in zip(offered, starts, strict=True)
    ]
    least = min(cap for cap, choice in zip(caps, offered, strict=True) if not choice.main)
    for line, choice in enumerate(offered):
        baseline = _baseline(area, frame, place + line)
        yield from choice.key.at(area.left(), baseline)
        cap = caps[line] if choice.main else least
        raised = (TEXT * frame.unit - cap) / 2
        said = Words(choice.text, cap, theme.text, _weight(choice))
        yield from said.at(area.left() + starts[line], baseline - raised)


def _starts(offered: Sequence[Choice], frame: Frame, area: QRectF) -> list[float]:
    """Return where each text begins, from the left of `area`."""
    cap = TEXT * frame.unit
    keys = max(choice.key.width for choice in offered)
    widest = max(width_of(choice.text, cap, _weight(choice)) for choice in offered)
    for gap, shrunk in ((GAP, 1.0), (NARROW_GAP, SHRUNK)):
        column = keys + gap * frame.unit
        if column + shrunk * widest <= area.width():
            return [column] * len(offered)
    return [choice.key.width + NARROW_GAP * frame.unit for choice in offered]


def _weight(choice: Choice) -> QFont.Weight:
    return BOLD if choice.main else MEDIUM


def _baseline(area: QRectF, frame: Frame, line: int) -> float:
    """Return the baseline of a line; the lines close up where the panel is low."""
    pitch = min(PITCH * frame.unit, area.height() / 4.6)
    return area.top() + min(FIRST * frame.unit, 0.9 * pitch) + line * pitch
