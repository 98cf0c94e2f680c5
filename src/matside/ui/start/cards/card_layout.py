"""Where a card has its exercises: below its head with large pictures, or as rows."""

import math
from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF

from matside.frozen import frozen
from matside.ui.start.cards.exercise_tile import LEAST_STILL, ExerciseTile

INSET = 1.0
"""The margin around the exercises, in units."""

GAP = 0.75
"""The gap between two exercises, in units."""

MOST_ROWS = 4
"""The most pictures one below the other; more exercises are rows with a small one."""

LEAST_PICTURE = 15.0
"""The least width of a picture that has another beside it, in units."""

SHAPE = 1.5
"""How much wider than high a picture is at best."""

MOST_BESIDE = 3
"""The most exercises with a small picture that stand side by side."""

PAD, LEAST_LYING, MOST_LYING = 0.75, 9.9, 22.0
"""The margin above and below the rows of a lying card, and its least and most height, in units."""


@frozen
class Lead:
    """How a card lies: the width of its head in px, and how exercises stand beside that.

    At most `columns` of them stand side by side, each picture `still` units high.
    """

    width: float
    columns: int
    still: float


@frozen
class CardLayout:
    """A card `height` px high with the places of its `tiles`, in px.

    Their pictures are `still` units high beside their words, or above them where it is None.
    Where they are not `whole` some words are cut.
    """

    height: float
    tiles: tuple[QRectF, ...]
    still: float | None
    whole: bool = True


def upright(
    tiles: Sequence[ExerciseTile], width: float, height: float, u: float, head: float
) -> CardLayout:
    """Return the layout of a card whose head, `head` px high, is above its exercises.

    With pictures that are as large as they can be, if there is room for any.
    """
    room = QRectF(INSET * u, head, width - 2 * INSET * u, height - head - INSET * u)
    found = max(_pictured(tiles, room, u), default=None, key=lambda each: each[0])
    if found is not None:
        return CardLayout(height, found[1], None)
    columns = columns_beside(tiles, room.width(), u, LEAST_STILL)
    heights = _row_heights(tiles, room.width(), u, columns, LEAST_STILL)
    needed = head + sum(heights) + GAP * u * (len(heights) - 1) + INSET * u
    spare = max(0.0, height - needed) / max(1, len(heights))
    more = min(spare, 2 * u)
    placed = _placed(room, [each + more for each in heights], columns, len(tiles), u)
    whole = all(tile.fits(placed[0].width(), u, LEAST_STILL) for tile in tiles)
    return CardLayout(max(height, needed), placed, LEAST_STILL, whole=whole)


def least_pictured(tiles: Sequence[ExerciseTile], width: float, u: float, head: float) -> float:
    """Return the least height of an upright card with large pictures, one below the other."""
    count, inner = len(tiles), width - 2 * INSET * u
    if count > MOST_ROWS:
        return math.inf
    words = max(tile.words_height(inner - 1, u, None) for tile in tiles)
    return head + count * (words + LEAST_STILL * u) + (GAP * (count - 1) + INSET) * u


def lying(
    tiles: Sequence[ExerciseTile], width: float, height: float, u: float, lead: Lead
) -> CardLayout:
    """Return the layout of a card whose head is beside its exercises."""
    room, columns = QRectF(lead.width, PAD * u, width - lead.width - INSET * u, 0), lead.columns
    heights = _row_heights(tiles, room.width(), u, columns, lead.still)
    needed = sum(heights) + GAP * u * (len(heights) - 1) + 2 * PAD * u
    least = max(LEAST_LYING * u, needed)
    whole = max(least, min(height, max(MOST_LYING * u, needed)))
    more = (whole - needed) / max(1, len(heights))
    placed = _placed(room, [each + more for each in heights], columns, len(tiles), u)
    return CardLayout(whole, placed, lead.still)


def _pictured(
    tiles: Sequence[ExerciseTile], room: QRectF, u: float
) -> Iterator[tuple[float, tuple[QRectF, ...]]]:
    """Yield how large pictures are in each number of columns, with the places of the tiles."""
    count = len(tiles)
    for columns in range(1, count + 1):
        width = (room.width() - GAP * u * (columns - 1)) / columns
        rows = math.ceil(count / columns)
        if rows > MOST_ROWS or (columns > 1 and width < LEAST_PICTURE * u):
            continue
        words = max(tile.words_height(width - 1, u, None) for tile in tiles)
        high = (room.height() - GAP * u * (rows - 1)) / rows
        if high - words >= LEAST_STILL * u:
            placed = _placed(room, [high] * rows, columns, count, u)
            yield min(width / SHAPE, high - words), placed


def columns_beside(tiles: Sequence[ExerciseTile], width: float, u: float, still: float) -> int:
    """Return how many tiles stand side by side in `width` px with all their words."""
    for columns in range(min(MOST_BESIDE, len(tiles)), 1, -1):
        each = (width - GAP * u * (columns - 1)) / columns
        if all(tile.fits(each, u, still) for tile in tiles):
            return columns
    return 1


def _row_heights(
    tiles: Sequence[ExerciseTile], width: float, u: float, columns: int, still: float
) -> list[float]:
    each = (width - GAP * u * (columns - 1)) / columns
    heights = [max(still * u, tile.words_height(each - 1, u, still)) for tile in tiles]
    return [max(heights[at : at + columns]) for at in range(0, len(heights), columns)]


def _placed(
    room: QRectF, heights: Sequence[float], columns: int, count: int, u: float
) -> tuple[QRectF, ...]:
    width = (room.width() - GAP * u * (columns - 1)) / columns
    places, y = [], room.y()
    for row, height in enumerate(heights):
        for column in range(min(columns, count - row * columns)):
            x = room.x() + column * (width + GAP * u)
            places.append(QRectF(x, y, width, height))
        y += height + GAP * u
    return tuple(places)
