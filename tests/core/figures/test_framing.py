"""A film is as large as its room allows, clear of the words beside it."""

import pytest

from matside.core.figures.film import ROW, Film, Picture
from matside.core.figures.framing import Place, TextBounds, Zone, place_of

ZONE = Zone(left=100, top=10, right=300, floor=210)


def film_of(width: int, height: int, left: tuple[int, ...] = ()) -> Film:
    """Return a film whose one picture fills its canvas, and stands on its lower edge."""
    whole = Picture(0, 1, 0, 0, width, height)
    return Film(width, height, (whole,), ((0, 1.0),), floor=height, left=left)


def test_a_tall_film_is_as_high_as_the_zone() -> None:
    """It stands on the floor in the middle of the zone."""
    assert Place(150, 10, 100, 200) == place_of(film_of(200, 400), ZONE, mirrored=False)


def test_a_wide_film_is_as_wide_as_the_zone() -> None:
    """It keeps its shape, and stands on the floor."""
    assert Place(100, 110, 200, 100) == place_of(film_of(400, 200), ZONE, mirrored=False)


def test_what_lies_below_the_floor_reaches_below_the_zone() -> None:
    """A shadow in front of the feet takes nothing from the film's height."""
    whole = Picture(0, 1, 0, 0, 100, 250)
    film = Film(100, 250, (whole,), ((0, 1.0),), floor=200)
    assert Place(150, 10, 100, 250) == place_of(film, ZONE, mirrored=False)


def test_a_film_slides_away_from_words() -> None:
    """As long as there is room on the right it keeps its size."""
    placed = place_of(film_of(200, 400), ZONE, [TextBounds(180, 60)], mirrored=False)
    assert Place(180, 10, 100, 200) == placed


def test_only_rows_beside_words_keep_clear_of_them() -> None:
    """An arm reaches up beside a name, while the mat below lies under it."""
    slim_above = tuple([150] * 10 + [0] * 40)
    placed = place_of(film_of(200, 400, slim_above), ZONE, [TextBounds(200, 45)], mirrored=False)
    assert Place(150, 10, 100, 200) == placed
    assert placed.x + 150 * placed.width / 200 >= 200


def test_a_film_shrinks_below_words_that_leave_it_no_room() -> None:
    """Where nothing fits beside a name, the film ends below it."""
    placed = place_of(film_of(200, 400), ZONE, [TextBounds(290, 60)], mirrored=False)
    assert (75, 150) == (placed.width, placed.height)
    assert 60 == pytest.approx(placed.y)
    assert 200 == pytest.approx(placed.x + placed.width / 2)


@pytest.mark.parametrize("right", range(100, 300, 10))
@pytest.mark.parametrize("bottom", range(20, 200, 20))
def test_no_row_ever_meets_the_words(right: int, bottom: int) -> None:
    """Whatever stands there, every row beside it begins to the right of it, inside the zone."""
    left = tuple(120 - 2 * row if row < 30 else 5 * (row % 7) for row in range(50))
    film = film_of(200, 400, left)
    placed = place_of(film, ZONE, [TextBounds(right, bottom)], mirrored=False)
    scale = placed.width / film.width
    beside = [
        placed.x + edge * scale
        for row, edge in enumerate(left)
        if placed.y + row * ROW * scale < bottom - 0.001
    ]
    assert [] == [x for x in beside if x < right - 0.001]
    assert placed.x + placed.width <= ZONE.right + 0.001
    assert placed.width > 0


def test_rows_in_which_nothing_stands_do_not_count() -> None:
    """Empty rows above a film, and those below its floor, limit nothing."""
    whole = Picture(0, 1, 0, 0, 200, 440)
    film = Film(200, 440, (whole,), ((0, 1.0),), floor=400, left=(200,) * 20 + (0,) * 35)
    assert 100 == place_of(film, ZONE, [TextBounds(250, 80)], mirrored=False).width


def test_the_mirror_keeps_clear_by_its_own_edge() -> None:
    """What is on the right of the pictures is on the left of their mirror."""
    whole = Picture(0, 1, 0, 0, 200, 400)
    film = Film(200, 400, (whole,), ((0, 1.0),), floor=400, left=(0,) * 50, right=(50,) * 50)
    place = place_of(film, ZONE, [TextBounds(220, 60)], mirrored=True)
    assert 100 == place.width
    assert 150 == place.x


def test_without_room_nothing_is_left() -> None:
    """A zone that is no room has a film of no size, not of less than none."""
    assert 0 == place_of(film_of(2, 2), Zone(10, 90, 20, 50), mirrored=False).width
