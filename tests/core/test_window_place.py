"""The window is on the screens that are connected, as near as can be to where it was."""

import pytest

from matside.core.window_place import APART, USUAL_MINI, Place, middle_of, mini_on, seen_on
from matside.core.window_size import LEAST_MINI, WindowSize

LAPTOP = Place(0, 0, 1366, 728)
TELEVISION = Place(1366, -200, 3840, 2160)
LEFT_OF_IT = Place(-1920, 0, 1920, 1040)
NOWHERE = Place(0, 0, 0, 0)


def is_on(place: Place, screen: Place) -> bool:
    """Return whether all of `place` is on `screen`."""
    return place == place.within(screen)


def test_a_window_goes_to_the_middle_of_a_screen() -> None:
    """With as much room on both sides of it, wherever the screen is."""
    assert Place(1366 + 1420, -200 + 780, 1000, 600) == middle_of(
        TELEVISION, WindowSize(1000, 600)
    )


def test_a_window_that_is_too_large_for_a_screen_is_smaller_there() -> None:
    """With its frame around it."""
    assert Place(8, 24, 1350, 680) == middle_of(LAPTOP, WindowSize(5000, 5000))


@pytest.mark.parametrize("screen", [LAPTOP, TELEVISION, LEFT_OF_IT])
def test_the_first_mini_view_is_in_the_corner_of_its_screen(screen: Place) -> None:
    """Down at the right, where a film has nothing to show, and a little apart from the edges."""
    place = mini_on((screen, LAPTOP), NOWHERE)
    assert USUAL_MINI == place.size
    assert (screen.x + screen.width, screen.y + screen.height) == (
        place.x + place.width + APART,
        place.y + place.height + APART,
    )


def test_a_mini_view_comes_back_to_where_it_was() -> None:
    """On whichever screen that is, in its size."""
    for was in (Place(20, 40, 320, 180), Place(3000, 100, 640, 360), Place(-1900, 0, 500, 300)):
        assert was == mini_on((LAPTOP, TELEVISION, LEFT_OF_IT), was)


@pytest.mark.parametrize(
    "was", [Place(3000, 100, 640, 360), Place(-1900, 900, 500, 300), Place(1300, 700, 400, 225)]
)
def test_a_mini_view_whose_screen_is_gone_is_on_another(was: Place) -> None:
    """Whole, and as large as it was; the same where it has been moved half out of the screen."""
    place = mini_on((LAPTOP,), was)
    assert is_on(place, LAPTOP)
    assert was.size == place.size


def test_a_mini_view_between_two_screens_belongs_to_that_which_has_more_of_it() -> None:
    """It is whole there."""
    assert Place(1366, 0, 400, 225) == mini_on((LAPTOP, TELEVISION), Place(1266, 0, 400, 225))


def test_no_mini_view_is_smaller_than_the_least_nor_larger_than_its_screen() -> None:
    """Whatever the file of the settings says."""
    assert LEAST_MINI == mini_on((LAPTOP,), Place(0, 0, 1, 1)).size
    assert LAPTOP == mini_on((LAPTOP,), Place(0, 0, 9000, 9000))


@pytest.mark.parametrize("was", [Place(5, 5, 0, 300), Place(5, 5, 400, 0)])
def test_a_mini_view_without_area_is_none(was: Place) -> None:
    """It comes as the first one does."""
    assert mini_on((LAPTOP,), NOWHERE) == mini_on((LAPTOP,), was)


def test_places_side_by_side_share_nothing() -> None:
    """Nor do those that are far apart in both directions."""
    assert 0 == LAPTOP.shared_with(LEFT_OF_IT) == LAPTOP.shared_with(Place(5000, 5000, 10, 10))
    assert 10 * 20 == LAPTOP.shared_with(Place(-5, 0, 15, 20))


def test_a_window_of_which_no_screen_shows_anything_is_brought_onto_one() -> None:
    """Whole; where a screen shows a part of it, somebody has put it there."""
    for was in (Place(3000, 100, 800, 600), Place(-300, 0, 800, 600)):
        assert was == seen_on((LAPTOP, TELEVISION), was)
    brought = seen_on((LAPTOP,), Place(3000, 100, 800, 600))
    assert is_on(brought, LAPTOP)
    assert (800, 600) == brought.size
