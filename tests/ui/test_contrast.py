"""Everything that the stage writes and draws stands out from what it lies on."""

import math
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from matside.core.session.looks import Look
from matside.ui.drawing.marks import Band, Box, Flood, Ground, IconMark, Mark, Text
from matside.ui.drawing.theme import DARK, LIGHT, Theme
from matside.ui.figures.icon_panel import FigureInks, figure_marks
from matside.ui.stage.layout.frame import Showing
from matside.ui.stage.layout.layout import StageLayout, lay_out
from tests.support.colours import contrast, mixed
from tests.support.situations import Situation
from tests.support.stages import all_situations, mini_of

THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])

DISTANT = 7.0
"""The contrast of what is read from the mat."""

LARGE = 4.5
"""The contrast of very large type, and of what is read at arm's length."""

GRAPHIC = 3.0

VERY_LARGE = 0.065
"""From this height of capitals on type is very large, as a share of the unit."""

ARMS_LENGTH = 0.045
"""Below this height of capitals letters are for arm's length."""


def needed(mark: Mark, layout: StageLayout) -> float:
    """Return the contrast that `mark` must have."""
    if isinstance(mark, IconMark):
        return GRAPHIC
    assert isinstance(mark, Text)
    share = mark.cap / layout.frame.unit
    # A little air: heights are rounded to whole pixels by those who fit them.
    return DISTANT if ARMS_LENGTH <= share < VERY_LARGE - 0.001 else LARGE


def grounds(mark: Mark, below: Sequence[Mark]) -> tuple[QColor, ...]:
    """Return the colours that `mark` may lie on, all of them opaque."""
    middle = mark.rect.center()
    for place in range(len(below) - 1, -1, -1):
        lower = below[place]
        if not lower.rect.contains(middle):
            continue
        if isinstance(lower, Ground):
            return shine(lower, mark.rect)
        if isinstance(lower, Box | Flood):
            if lower.colour.alpha() == 255:
                return (lower.colour,)
            under = grounds(mark, below[:place])
            return tuple(mixed(lower.colour, colour) for colour in under)
        if isinstance(lower, Band):
            return lower.track, lower.fill
    raise AssertionError(f"{mark} lies on nothing")


def shine(ground: Ground, rect: QRectF) -> tuple[QColor, ...]:
    """Return the colours of `ground` where `rect` is farthest from its glow and nearest to it."""
    centre = ground.centre
    x = min(max(centre.x(), rect.left()), rect.right())
    y = min(max(centre.y(), rect.top()), rect.bottom())
    away = math.hypot(x - centre.x(), y - centre.y()) / ground.radius
    glow = QColor(ground.glow)
    glow.setAlphaF(max(0.0, 1 - away))
    return ground.colour, mixed(glow, ground.colour)


def figure(layout: StageLayout, situation: Situation) -> Iterator[Mark]:
    """Give what the panel beside the block shows, where it lies on the stage."""
    if layout.figure is None:
        return
    inks = FigureInks(layout.inks.text, layout.inks.accent)
    shown = situation.reading.shown
    at = layout.figure.topLeft()
    for mark in figure_marks(shown, layout.figure.size(), layout.frame.unit, inks):
        yield moved(mark, at.x(), at.y())


def moved(mark: Mark, x: float, y: float) -> Mark:
    """Return `mark` so far to the right and down."""
    if isinstance(mark, Text):
        return Text(
            mark.text,
            mark.x + x,
            mark.baseline + y,
            mark.width,
            mark.cap,
            mark.weight,
            mark.colour,
        )
    assert isinstance(mark, Box | IconMark)
    rect = mark.rect.translated(x, y)
    if isinstance(mark, Box):
        return Box(rect, mark.colour, mark.radius)
    return IconMark(mark.icon, rect, mark.colour)


def poor(layout: StageLayout, marks: Sequence[Mark], least: float | None = None) -> list[str]:
    """Return which words and icons of `marks` stand out too little, and how much they do."""
    found = []
    for place, mark in enumerate(marks):
        if not isinstance(mark, Text | IconMark) or (
            isinstance(mark, Text) and not mark.text.strip()
        ):
            continue
        seen = min(contrast(mark.colour, ground) for ground in grounds(mark, marks[:place]))
        if seen < (needed(mark, layout) if least is None else min(least, needed(mark, layout))):
            what = mark.text if isinstance(mark, Text) else mark.icon.name
            found.append(f"{what}: {seen:.2f}")
    return found


def laid_out(situation: Situation, theme: Theme, *, awash: bool) -> StageLayout:
    """Return the layout of `situation` in a window of 1366x768."""
    showing = Showing(situation.reading, situation.ends, situation.signs, awash)
    return lay_out(showing, theme, QSizeF(1366, 768))


@pytest.mark.no_cover
@THEMES
def test_everything_on_the_stage_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    """7:1 from the mat, 4.5:1 where type is very large or read at arm's length, icons 3:1."""
    del qtbot  # it makes the application
    for name, situation in all_situations().items():
        layout = laid_out(situation, theme, awash=False)
        assert [] == poor(layout, (*layout.marks, *figure(layout, situation))), name


@pytest.mark.no_cover
@THEMES
def test_everything_can_be_read_in_a_flood(qtbot: QtBot, theme: Theme) -> None:
    """For the moment of a flood 4.5:1 is enough."""
    del qtbot
    for name, situation in all_situations().items():
        layout = laid_out(situation, theme, awash=True)
        assert [] == poor(layout, (*layout.marks, *figure(layout, situation)), LARGE), name


@pytest.mark.no_cover
@THEMES
def test_everything_on_the_mini_view_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    """Its letters are very large for their window, and lie on the colour of the look."""
    del qtbot
    for name, situation in all_situations().items():
        layout = mini_of(situation, theme=theme)
        assert [] == poor(layout, layout.marks), name


@THEMES
def test_digits_can_be_read(qtbot: QtBot, theme: Theme) -> None:
    """They are black on the flood: 7:1 but on vermillion, where they are very large."""
    del qtbot
    for look in {situation.reading.look for situation in all_situations().values()}:
        least = LARGE if look is Look.WORK else DISTANT
        assert contrast(theme.ink, theme.tone(look).flood) >= least, look
