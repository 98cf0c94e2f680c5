"""The layout of the plates of the settings, as a pure function of the available room."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QRectF

from matside.frozen import frozen
from matside.ui.kit.page import columns

HEAD, RESTS_HEAD, FOOT = 6.0, 7.25, 1.5
"""Where lines begin below the top of a plate, and the room below the last one, in units.

Lines with a ring need more room above them."""

GAP, LINE_GAP = 0.018, 0.0225
"""The gaps between plates, as a share of the width, and between their lines, of the height."""

PITCH, MOST_PITCH = 3.7, 4.6
"""The pitch of lines on the smaller plates, in units, and its maximum where room is left."""

LEAST_PITCH = 2.3
"""The minimum of that pitch, in heights of capitals."""

LENGTH_PITCH = 2.0
"""The minimum pitch of the lengths, in heights of the capitals of both lines."""

LENGTHS, WAIT = 6, 0.95
"""The number of lengths, and the height of the row below them, in heights of a length."""

LEAST_SMALL, LEAST_LINE = 34.0, 25.4
"""The minimum width of a smaller plate, in units and in heights of its capitals."""

LEAST_RESTS = 48.0
"""The minimum width of the plate of the rests, in heights of its capitals."""

HEADING, HINTS = 15.0, 44.0
"""The width of its heading, and of the keys beside it in heights of the capitals of purposes."""

RESTS_WIDE, TOTAL_WIDE = 0.632, 0.35
"""The shares of the width for rests and total when they are side by side."""

RESTS_SHARE = 0.6475
"""The maximum share of the height of a wide page for the rests."""

TOTAL, TOTAL_LINES = 40.0, 17.0
"""The minimum height of the total on a tall page, in units and in heights of capitals."""


@frozen
class Measures:
    """The unit of a page, and its heights of capitals: of lengths, their purposes and lines."""

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
        """The minimum width of the rests: purposes fit beside sliders, and keys on the head."""
        head = HEADING * self.length + HINTS * self.purpose + 3 * self.u
        return max(LEAST_RESTS * self.length, head)

    @property
    def total(self) -> float:
        """The minimum height of the total below the rests."""
        return max(TOTAL * self.u, TOTAL_LINES * self.length)

    @property
    def small_width(self) -> float:
        """The minimum width of a smaller plate: its lines fit."""
        return max(LEAST_SMALL * self.u, LEAST_LINE * self.row)

    @property
    def around(self) -> float:
        """The height of a smaller plate without its lines."""
        return (HEAD + FOOT) * self.u

    @property
    def pitch(self) -> float:
        """The minimum pitch of lines on the smaller plates."""
        return max(PITCH * self.u, LEAST_PITCH * self.row)


@frozen
class Plates:
    """Where the plates are; the lines of the smaller ones are `pitch` px apart."""

    rests: QRectF
    total: QRectF
    smaller: tuple[QRectF, ...]
    pitch: float

    @property
    def stacked(self) -> bool:
        """Whether the total is below the rests."""
        return self.total.top() > self.rests.top()

    @property
    def foot(self) -> float:
        """Where the lowest of them ends."""
        return max(rect.bottom() for rect in (self.rests, self.total, *self.smaller))


@frozen
class _Part:
    """A plate in a column: so high, and as much higher as its lines take."""

    fixed: float
    lines: float = 0.0

    def height(self, pitch: float) -> float:
        return self.fixed + self.lines * pitch


def plates_in(room: QRectF, measures: Measures, lengths: Sequence[float], *, tall: bool) -> Plates:
    """Return the plates of the rests, the total, and smaller ones of these `lengths` in lines.

    They fill the height of `room`, or exceed it if they need more. On a `tall` page, or if the
    rests would be too narrow, rests and total are stacked.
    """
    width, gap = room.width(), GAP * room.width()
    parts = [_Part(measures.around, length) for length in lengths]
    if tall or RESTS_WIDE * width < measures.rests_width:
        rests = QRectF(0, 0, width, measures.rests)
        parts.insert(0, _Part(measures.total))
        (total, *smaller), pitch = _fill(_below(rests, room, gap), parts, 2, gap, measures)
        return Plates(rests, total, tuple(smaller), pitch)
    across = max(1, min(len(parts), int((width + gap) / (measures.small_width + gap))))
    apart = LINE_GAP * room.height()
    least = max(
        _heights(parts, _dealt(parts, across, apart, measures.pitch), apart, measures.pitch)
    )
    height = min(RESTS_SHARE * room.height(), room.height() - apart - least)
    upper = QRectF(0, 0, width, max(measures.rests, height))
    rects, pitch = _fill(_below(upper, room, apart), parts, across, apart, measures)
    rests, total = columns(upper, (RESTS_WIDE, TOTAL_WIDE), GAP)
    return Plates(rests, total, rects, pitch)


def line_rects(
    plate: QRectF, u: float, pitch: float, lengths: Sequence[float]
) -> tuple[QRectF, ...]:
    """Return lines of these `lengths` in `pitch` px on a smaller `plate`, from the top down."""
    inner = plate.adjusted(1.5 * u, HEAD * u, -1.5 * u, 0)
    tops = accumulate((length * pitch for length in lengths), initial=inner.top())
    return tuple(
        QRectF(inner.x(), top, inner.width(), length * pitch)
        for top, length in zip(tops, lengths, strict=False)
    )


def _below(upper: QRectF, room: QRectF, gap: float) -> QRectF:
    """Return what is left of `room` below the plate `upper`; its height may be below 0."""
    top = upper.bottom() + gap
    return QRectF(0, top, room.width(), room.height() - top)


def _fill(
    room: QRectF, parts: Sequence[_Part], across: int, apart: float, measures: Measures
) -> tuple[tuple[QRectF, ...], float]:
    """Return where `parts` are in columns that end alike, `apart` px apart, and their pitch."""
    dealt = _dealt(parts, across, apart, measures.pitch)
    pitch = _fair_pitch(room.height(), parts, dealt, apart, measures)
    foot = max(room.height(), *_heights(parts, dealt, apart, pitch))
    gap = GAP * room.width()
    width = (room.width() - (across - 1) * gap) / across
    found: dict[int, QRectF] = {}
    for column, places in enumerate(dealt):
        left, top = room.x() + column * (width + gap), room.y()
        for place in places:
            found[place] = QRectF(left, top, width, parts[place].height(pitch))
            top = found[place].bottom() + apart
        found[places[-1]].setBottom(room.y() + foot)
    return tuple(found[place] for place in range(len(parts))), pitch


def _dealt(
    parts: Sequence[_Part], across: int, apart: float, pitch: float
) -> tuple[Sequence[int], ...]:
    """Return the places of `parts` in columns, each part below the column that is lowest."""
    columns_of: list[list[int]] = [[] for _ in range(across)]
    heights = [0.0] * across
    for place, part in enumerate(parts):
        column = heights.index(min(heights))
        columns_of[column].append(place)
        heights[column] += part.height(pitch) + apart
    return tuple(columns_of)


def _heights(
    parts: Sequence[_Part], dealt: Sequence[Sequence[int]], apart: float, pitch: float
) -> list[float]:
    """Return how high each column of `dealt` is."""
    return [
        sum(parts[place].height(pitch) for place in places) + apart * (len(places) - 1)
        for places in dealt
    ]


def _fair_pitch(
    height: float,
    parts: Sequence[_Part],
    dealt: Sequence[Sequence[int]],
    apart: float,
    measures: Measures,
) -> float:
    """Return the largest pitch up to MOST_PITCH at which all columns fit into `height` px."""
    fixed = _heights(parts, dealt, apart, 0)
    lines = [sum(parts[place].lines for place in places) for places in dealt]
    fitting = [(height - most) / count for most, count in zip(fixed, lines, strict=True) if count]
    return max(measures.pitch, min(MOST_PITCH * measures.u, *fitting))
