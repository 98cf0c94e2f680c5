"""Where a film stands on a screen: as large as its room and the words beside it allow."""

from collections.abc import Iterator, Sequence

from matside.core.figures.film import ROW, Film
from matside.frozen import frozen


@frozen
class Zone:
    """The room of a film, in px of the window; its floor line lies on `floor`."""

    left: float
    top: float
    right: float
    floor: float


@frozen
class TextBounds:
    """Words that a film keeps clear of: they end at `right`, and reach down to `bottom`."""

    right: float
    bottom: float


@frozen
class Place:
    """Where the canvas of a film lies, in px of the window."""

    x: float
    y: float
    width: float
    height: float


def place_of(film: Film, zone: Zone, words: Sequence[TextBounds] = (), *, mirrored: bool) -> Place:
    """Return the place of `film` in `zone`, the largest at which no row of it meets `words`.

    From there it slides towards the middle of the zone as far as they allow. The scale is one
    for all poses, so a low one stays low.
    """
    edge = film.edge(mirrored=mirrored)
    scale = max(0.0, min(_limits(film, edge, zone, words)))
    top = zone.floor - film.floor * scale
    least = max([zone.left, *_least_lefts(edge, scale, top, words)])
    most = zone.right - film.width * scale
    x = min(most, max(least, (zone.left + most) / 2))
    return Place(x, top, film.width * scale, film.height * scale)


def _limits(
    film: Film, edge: Sequence[int], zone: Zone, words: Sequence[TextBounds]
) -> Iterator[float]:
    """Yield the maximum scale by the zone, and by each row beside one of `words`.

    A row clears words below them, or beside them with all that lies to the right of it.
    """
    yield (zone.right - zone.left) / film.width
    yield (zone.floor - zone.top) / film.floor
    for line in words:
        for row, left in enumerate(edge):
            above_floor = film.floor - row * ROW
            if above_floor <= 0 or left >= film.width:
                continue
            below = (zone.floor - line.bottom) / above_floor
            beside = (zone.right - line.right) / (film.width - left)
            yield max(below, beside)


def _least_lefts(
    edge: Sequence[int], scale: float, top: float, words: Sequence[TextBounds]
) -> Iterator[float]:
    """Yield how far to the left the canvas may lie for each row that is beside `words`."""
    for line in words:
        for row, left in enumerate(edge):
            # A row that just clears the words below must not count as beside them.
            if top + row * ROW * scale < line.bottom - 1e-6:
                yield line.right - left * scale
