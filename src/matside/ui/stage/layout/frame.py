"""The frame of the stage: what it shows, its size, and its current inks."""

from datetime import datetime

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor

from matside.core.figures.film import Film
from matside.core.keymap import USUAL_KEYS, Keymap
from matside.core.session.looks import Look
from matside.core.session.reading import ClockReading, Layout, Reading
from matside.core.workout.model import Exercise
from matside.frozen import frozen
from matside.ui.drawing.theme import Theme
from matside.ui.figures.icon_panel import FigureInks
from matside.ui.kit.timeline_layout import LEAST_LABELLED

TEXT = 0.051
"""The height of capitals of the lines read from the mat: status, weight, cue, time left."""

STACKED = 0.95
"""Below this ratio of width to height the film stands above the block."""

NARROW = 1.5
"""A window narrower than this many units is narrow."""

BLOCK = 0.996
"""The width of the block: the digits 0:00 with a margin on both sides."""

NARROW_BLOCK = 0.6
"""The width of the block in a narrow window, as a share of the window's."""

BLOCK_HEIGHT, LEAST_BLOCK = 0.584, 0.534
"""The height of the block below a name of one line, and below one of two."""

STACKED_BLOCK = 0.35
"""The share of the window's height that the block below a film takes between the two."""

PANEL, NARROW_PANEL = (0.0213, 0.0178), (0.015, 0.0135)
"""The margins to the left and the right of the panel beside the block; in a narrow window."""

CORNER = 0.0365


@frozen
class Signs:
    """What the stage shows in addition to the session.

    `notice` is a one-line warning, `note` the last change by a key. `elsewhere` is true while
    another window has the keys, `question` while the stage asks whether to end the workout,
    `confirming` just after a press that counted. `keymap` holds the keys to show.
    """

    notice: str | None = None
    note: str | None = None
    elsewhere: bool = False
    question: bool = False
    awake: bool = False
    muted: bool = False
    paced: bool = False
    confirming: bool = False
    keymap: Keymap = USUAL_KEYS


@frozen
class Showing:
    """Everything the stage shows; `film` is None for an exercise without one.

    With `awash` the colour of the look covers everything above the strip; the layout does
    not change.
    """

    reading: Reading
    ends: datetime
    signs: Signs = Signs()
    awash: bool = False
    film: Film | None = None

    @property
    def mirrored(self) -> bool:
        """Whether the film is mirrored for the side that is shown."""
        return self.film is not None and self.film.is_mirrored_on(self.reading.shown.side)

    @property
    def exercise(self) -> Exercise:
        """The exercise of the set that is shown."""
        return self.reading.shown.exercise

    @property
    def paused(self) -> bool:
        """Whether the block is grey and the choices are shown."""
        return self.reading.look is Look.PAUSED

    @property
    def flooded(self) -> bool:
        """Whether the colour of the look covers the whole window."""
        return self.reading.flooded and not self.paused

    @property
    def all_flood(self) -> bool:
        """Whether the colour of the look covers everything above the strip."""
        return self.flooded or (self.awash and not self.paused)

    @property
    def shown_clock(self) -> ClockReading | None:
        """The clock that is the large number: that of a set which it ends; else None."""
        reading = self.reading
        ends = reading.look is Look.WORK and reading.step.length is None
        return reading.clock if ends else None

    @property
    def is_rest(self) -> bool:
        """Whether the digits are above what comes next."""
        changing_over = self.reading.layout is Layout.CHANGE_OVER
        return changing_over and self.reading.look is Look.REST and not self.flooded


@frozen
class StageFrame:
    """The size of a stage in px; measures are shares of its `unit`."""

    width: float
    height: float

    @staticmethod
    def of(size: QSizeF) -> "StageFrame":
        """Return the frame of a stage of `size`."""
        return StageFrame(size.width(), size.height())

    @property
    def unit(self) -> float:
        """The smaller of the height and three quarters of the width, in px."""
        return min(self.height, 0.75 * self.width)

    @property
    def narrow(self) -> bool:
        """Whether margins and padding are small and the timeline has no labels."""
        return self.width < NARROW * self.unit

    @property
    def stacked(self) -> bool:
        """Whether the film is above the block instead of beside it."""
        return self.width < STACKED * self.height

    @property
    def corner(self) -> float:
        """The radius of the block's right corners, in px; 0 if it reaches the edge."""
        return 0.0 if self.stacked else CORNER * self.unit

    @property
    def margin(self) -> float:
        """The left and right margin, in px."""
        return self.unit * (0.04 if self.narrow else 0.052)

    @property
    def right(self) -> float:
        """The x position at which the right margin begins, in px."""
        return self.width - self.margin

    @property
    def labelled(self) -> bool:
        """Whether the timeline has labels."""
        return not self.narrow and self.unit >= LEAST_LABELLED

    @property
    def strip_top(self) -> float:
        """The y position of the strip's top, in whole px so that its edge is sharp."""
        return round(self.height - self.unit * (0.173 if self.narrow else 0.156))

    @property
    def block_limit(self) -> float:
        """The maximum width of the block's contents, in px."""
        if self.stacked:
            return self.right - self.margin
        return self._block_width - self.margin - 0.033 * self.unit

    @property
    def _block_width(self) -> float:
        if self.stacked:
            return self.width
        return round(NARROW_BLOCK * self.width if self.narrow else BLOCK * self.unit)

    def block(self, top: float) -> QRectF:
        """Return the block below a header that ends at `top`.

        Its width is fixed, and its sides are whole px so that its edges are sharp. A stacked block
        ends at the strip.
        """
        top = round(top)
        if self.stacked:
            most = min(BLOCK_HEIGHT * self.unit, STACKED_BLOCK * self.height)
            top = max(top, round(self.strip_top - max(LEAST_BLOCK * self.unit, most)))
        return QRectF(0, top, self._block_width, self.strip_top - top)

    def panel(self, head: float, block: QRectF) -> QRectF:
        """Return the room beside `block` for an icon and its caption, below y = `head`, in px."""
        if self.stacked:
            return QRectF(self.margin, head, self.right - self.margin, block.top() - head)
        left, right = (side * self.unit for side in (NARROW_PANEL if self.narrow else PANEL))
        return QRectF(
            block.right() + left,
            block.top(),
            self.width - right - block.right() - left,
            self.strip_top - block.top(),
        )


@frozen
class Inks:
    """The current colours of the header, the figure and the caption."""

    ground: QColor
    text: QColor
    mute: QColor
    crumb: QColor
    tile: QColor
    tile_sign: QColor
    accent: QColor

    @property
    def of_panel(self) -> FigureInks:
        """The colours of the panel for an exercise without a film."""
        return FigureInks(self.text, self.accent)


def inks_of(showing: Showing, theme: Theme) -> Inks:
    """Return the inks: black on a flooded window, else those of `theme`."""
    if showing.all_flood:
        return flood_inks(showing, theme)
    tone = theme.tone(showing.reading.look)
    crumb = theme.rest_text if showing.reading.look is Look.REST else theme.mute
    return Inks(
        tone.ground, theme.text, theme.mute, crumb, tone.flood, theme.ink, _accent(theme, showing)
    )


def flood_inks(showing: Showing, theme: Theme) -> Inks:
    """Return the inks on the colour of the look: black."""
    flood, ink = theme.tone(showing.reading.look).flood, theme.ink
    return Inks(flood, ink, ink, ink, theme.plate, flood, ink)


def _accent(theme: Theme, showing: Showing) -> QColor:
    """Return the colour of icons on the ground: the flood's, where it can be seen on it."""
    flood = theme.tone(showing.reading.look).flood
    return flood if theme.ground.lightness() < 128 else theme.mute
