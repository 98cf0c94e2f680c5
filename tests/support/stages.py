"""The situations of the stage for its tests, and names, sizes and facts to try them with."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from PySide6.QtCore import QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QImage

from matside.core.workout.model import Hold, Reps
from matside.core.workout.weight_change import WeightChange
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.marks import IconMark, Mark, Text
from matside.ui.drawing.theme import DARK, Theme
from matside.ui.stage.layout.frame import Showing
from matside.ui.stage.layout.layout import StageLayout, lay_out
from matside.ui.stage.layout.mini import mini
from tests.support.situations import Situation, runners_workout, situations

SIZES = (
    (683, 768),
    (800, 600),
    (800, 1000),
    (960, 1080),
    (1000, 1000),
    (1024, 768),
    (1280, 1024),
    (1366, 768),
    (1920, 1080),
    (2560, 1080),
    (3840, 2160),
)
"""From 4:5 to 21:9, and from 800x600 to 4K; two are half a screen."""

FROM_4_TO_3 = tuple(size for size in SIZES if 3 * size[0] >= 4 * size[1])
"""The shapes for which the heights of letters are promised."""

LONG_NAME = "Half-Kneeling Single-Arm Landmine Press with a Slow Lowering"
"""A name of 60 letters, the longest that a workout may have."""


@cache
def all_situations() -> Mapping[str, Situation]:
    """Return every situation of the runner's workout, by name."""
    return situations(runners_workout())


NAMES = tuple(all_situations())

EXERCISES = (
    *sorted({move.name for block in runners_workout().blocks for move in block.exercises}),
    LONG_NAME,
)
"""The names of all exercises of the runner's workout, and a long one."""


def altered(situation: Situation, **changes: Any) -> Situation:
    """Return `situation` with another exercise shown, changed as `replace` does."""
    step = situation.reading.shown
    shown = replace(step, exercise=replace(step.exercise, **changes))
    return replace(situation, reading=replace(situation.reading, shown=shown))


def asking(situation: Situation, weights: WeightChange) -> Situation:
    """Return `situation` in which hands do with `weights` what it says."""
    return replace(situation, reading=replace(situation.reading, weights=weights))


def lasting(situation: Situation, seconds: int) -> Situation:
    """Return `situation` with `seconds` on its digits, which must be a time, and as its dose."""
    assert situation.reading.seconds is not None
    held = altered(situation, dose=Hold(seconds))
    return replace(held, reading=replace(held.reading, seconds=seconds))


def longest(situation: Situation) -> Situation:
    """Return `situation` with the largest numbers and the longest texts that a file may have."""
    exercise, block = situation.reading.shown.exercise, situation.reading.shown.block
    counted = isinstance(exercise.dose, Reps)
    full = altered(
        situation,
        name="W" * 60,
        dose=Reps(999) if counted else Hold(3600),
        part="left hand and right foot together, " * 3,
        position="on the floor " * 9,
        glance="W" * 26,
        cues=("C" * 80, "word " * 16),
    )
    reading = full.reading
    named = replace(reading.shown, block=replace(block, name="B" * 40, rounds=99))
    seconds = None if reading.seconds is None else 3599
    return replace(full, reading=replace(reading, shown=named, seconds=seconds, left=35_999))


def shortest(situation: Situation) -> Situation:
    """Return `situation` with no text but a name of one letter."""
    bare = {"part": "", "position": "", "glance": "", "cues": (), "weight": None}
    return altered(situation, name="W", **bare)


def layout_of(situation: Situation, size: tuple[int, int]) -> StageLayout:
    """Return the layout of `situation` in a window of `size`."""
    showing = Showing(situation.reading, situation.ends, situation.signs)
    return lay_out(showing, DARK, QSizeF(*size))


def at_all_sizes(
    situation: Situation, *more: tuple[int, int]
) -> Iterator[tuple[tuple[int, int], StageLayout]]:
    """Give every size, and `more`, with the layout of `situation` in such a window."""
    for size in (*SIZES, *more):
        yield size, layout_of(situation, size)


def mini_of(
    situation: Situation, size: tuple[int, int] = (320, 180), theme: Theme = DARK
) -> StageLayout:
    """Return the mini view of `situation` in a window of `size`."""
    showing = Showing(situation.reading, situation.ends, situation.signs)
    return mini(showing, theme, QSizeF(*size))


def letters(layout: StageLayout) -> tuple[Text, ...]:
    """Return all words that `layout` shows beside the digits."""
    return tuple(mark for mark in layout.marks if isinstance(mark, Text) and mark.text.strip())


def signs(layout: StageLayout) -> tuple[Mark, ...]:
    """Return all words and icons that `layout` shows beside the digits."""
    return tuple(mark for mark in layout.marks if isinstance(mark, Text | IconMark))


def ink(mark: Mark) -> QRectF:
    """Return where `mark` lies from the top of its capitals to its baseline.

    A dumbbell is half as high as it is wide.
    """
    if isinstance(mark, Text):
        return QRectF(mark.x, mark.baseline - mark.cap, mark.width, mark.cap)
    if isinstance(mark, IconMark) and mark.icon is Icon.DUMBBELL:
        quarter = mark.rect.height() / 4
        return mark.rect.adjusted(0, quarter, 0, -quarter)
    return mark.rect


def alike(one: QImage, other: QImage) -> bool:
    """Return whether two pictures look the same; the edges of letters may differ a little."""
    small = [
        image.convertToFormat(QImage.Format.Format_RGB32).scaled(
            QSize(171, 96), mode=Qt.TransformationMode.SmoothTransformation
        )
        for image in (one, other)
    ]
    return one.size() == other.size() and all(
        abs(small[0].pixelColor(x, y).lightness() - small[1].pixelColor(x, y).lightness()) < 12
        for x in range(171)
        for y in range(96)
    )


def cap_of(layout: StageLayout, text: str) -> float:
    """Return the height of the capitals of `text` as a share of the unit; it must be shown."""
    return max(mark.cap for mark in letters(layout) if mark.text == text) / layout.frame.unit
