"""The layout of the plates of the settings, as a pure function of the available room."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from matside.ui.kit.page import columns
from matside.ui.kit.plates import abreast, grid

HEAD, RESTS_HEAD = 6.0, 7.25
"""Where rows begin below the top of a plate, in units; rows with a ring need room for it."""

SMALL_PLATES = 4
"""The number of smaller plates: sound, voice, screen and keys."""

GAP, LINE_GAP = 0.018, 0.0225
"""The gaps between plates, as a share of the width, and between their lines, of the height."""

ROWS = 6
"""How many rows the smaller plates have room for."""

PITCH = 3.7
LEAST_PITCH = 2.3
"""The pitch of rows on the smaller plates, in units, and its minimum in heights of capitals."""

LENGTH_PITCH = 1.84
"""The minimum pitch of the lengths, in heights of the capitals of both lines."""

LENGTHS, WAIT = 6, 0.95
"""The number of lengths, and the height of the row below them, in heights of a length."""

LEAST_SMALL, LEAST_ROW = 34.0, 24.6
"""The minimum width of a smaller plate, in units and in heights of its capitals."""

LEAST_RESTS = 48.0
"""The minimum width of the plate of the rests, in heights of its capitals."""

RESTS_WIDE, TOTAL_WIDE = 0.632, 0.35
"""The shares of the width for rests and total when they are side by side."""

RESTS_SHARE = 0.6475
"""The maximum share of the height of a wide page for the rests."""

TOTAL, TOTAL_LINES = 40.0, 17.0
"""The minimum height of the total on a tall page, in units and in heights of capitals."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The unit of a page, and its heights of capitals: of lengths, their purposes and rows."""

    u: float
    length: float
    purpose: float
    row: float

    @property
    def rests(self) -> float:
        """The minimum height of the rests: every length has room for its two lines."""
        pitch = LENGTH_PITCH * (self.length + self.purpose)
        return (RESTS_HEAD + 1) * self.u + (LENGTHS + WAIT) * pitch

    @property
    def rests_width(self) -> float:
        """The minimum width of the rests: every purpose fits beside its slider."""
        return LEAST_RESTS * self.length

    @property
    def total(self) -> float:
        """The minimum height of the total below the rests."""
        return max(TOTAL * self.u, TOTAL_LINES * self.length)

    @property
    def small_width(self) -> float:
        """The minimum width of a smaller plate: its rows fit."""
        return max(LEAST_SMALL * self.u, LEAST_ROW * self.row)

    @property
    def small(self) -> float:
        """The minimum height of a smaller plate."""
        return (HEAD + 1.5) * self.u + ROWS * max(PITCH * self.u, LEAST_PITCH * self.row)


def plates_in(room: QRectF, measures: Measures, *, tall: bool) -> Sequence[QRectF]:
    """Return the plates of the rests, the total, sound, voice, screen and keys.

    On a `tall` page, or if the rests would be too narrow, rests and total are stacked.
    """
    stacked = tall or RESTS_WIDE * room.width() < measures.rests_width
    return tall_plates(room, measures) if stacked else wide_plates(room, measures)


def wide_plates(room: QRectF, measures: Measures) -> Sequence[QRectF]:
    """Return the plates of the rests, the total, sound, screen and keys, from the top left on.

    They fill the height of `room`, or exceed it if they need more.
    """
    gap, width = LINE_GAP * room.height(), room.width()
    across = abreast(SMALL_PLATES, width, measures.small_width, GAP * width)
    lines = -(-SMALL_PLATES // across)
    small = lines * measures.small + (lines - 1) * gap
    height = min(RESTS_SHARE * room.height(), room.height() - gap - small)
    upper = QRectF(0, 0, width, max(measures.rests, height))
    lower = QRectF(0, upper.bottom() + gap, width, 0)
    lower.setBottom(max(room.height(), lower.top() + small))
    return (
        *columns(upper, (RESTS_WIDE, TOTAL_WIDE), GAP),
        *grid(lower, SMALL_PLATES, across, GAP * width),
    )


def tall_plates(room: QRectF, measures: Measures) -> Sequence[QRectF]:
    """Return the same plates, with all but the rests in two columns below these."""
    gap, width = GAP * room.width(), room.width()
    lines, least = -(-(SMALL_PLATES + 1) // 2), max(measures.small, measures.total)
    spare = room.height() - measures.rests - lines * (least + gap)
    more = max(0.0, spare / 2)
    rests = QRectF(0, 0, width, measures.rests + more)
    small = lines * least + (lines - 1) * gap + more
    lower = QRectF(0, rests.bottom() + gap, width, small)
    return rests, *grid(lower, SMALL_PLATES + 1, 2, gap)


def row_rects(plate: QRectF, measures: Measures) -> tuple[QRectF, ...]:
    """Return the ROWS rows of a smaller `plate`, from the top down."""
    u = measures.u
    inner = plate.adjusted(1.5 * u, HEAD * u, -1.5 * u, -1.5 * u)
    height = inner.height() / ROWS
    return tuple(
        QRectF(inner.x(), inner.y() + row * height, inner.width(), height) for row in range(ROWS)
    )
