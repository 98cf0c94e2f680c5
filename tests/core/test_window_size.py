"""A window is never larger than its screen, and the first one is large on a large one."""

import pytest

from matside.core.window_size import (
    FRAME,
    LEAST,
    LEAST_MINI,
    WindowSize,
    first_on,
    least_on,
    most_on,
)

NONE = WindowSize(0, 0)

SCREENS = (
    WindowSize(683, 384),
    WindowSize(768, 432),
    WindowSize(640, 480),
    WindowSize(1366, 728),
    WindowSize(1920, 1040),
    WindowSize(3840, 2120),
    WindowSize(1080, 1920),
)
"""Two that are scaled by 2 and by 2.5, small ones, large ones, and one turned upright."""


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("remembered", [NONE, WindowSize(1120, 630), WindowSize(5000, 5000)])
def test_no_size_exceeds_the_screen(screen: WindowSize, remembered: WindowSize) -> None:
    """Neither the first one nor the least, with the frame around it."""
    for size in (first_on(screen, remembered), least_on(screen), most_on(screen)):
        assert size.width + FRAME.width <= screen.width
        assert size.height + FRAME.height <= screen.height


def test_a_large_screen_has_a_large_first_window() -> None:
    """It has 85 % of each length: no stamp."""
    assert WindowSize(3264, 1802) == first_on(WindowSize(3840, 2120), NONE)


def test_a_laptop_has_a_first_window_in_which_the_workout_has_room() -> None:
    """Where 85 % is less than that, it is larger."""
    assert WindowSize(1161, 630) == first_on(WindowSize(1366, 728), NONE)


def test_a_frame_that_is_known_is_counted_as_it_is() -> None:
    """Whoever has no frame may have the whole screen."""
    screen = WindowSize(1366, 768)
    assert (screen, WindowSize(1364, 740)) == (
        most_on(screen, NONE),
        most_on(screen, WindowSize(2, 28)),
    )


def test_a_remembered_size_comes_back() -> None:
    """As long as the screen has room for it."""
    assert WindowSize(900, 700) == first_on(WindowSize(1920, 1040), WindowSize(900, 700))


@pytest.mark.parametrize("remembered", [WindowSize(900, 0), WindowSize(0, 700), NONE])
def test_a_size_without_area_is_none(remembered: WindowSize) -> None:
    """Whatever the file of the settings says."""
    assert first_on(WindowSize(1920, 1040), NONE) == first_on(WindowSize(1920, 1040), remembered)


def test_the_least_window_is_smaller_on_a_small_screen_only() -> None:
    """Elsewhere it keeps what its pages need."""
    assert (LEAST, WindowSize(667, 336)[1]) == (
        least_on(WindowSize(1920, 1040)),
        least_on(SCREENS[0])[1],
    )


def test_a_screen_without_room_still_has_a_window() -> None:
    """However odd the numbers are that a desktop tells."""
    assert WindowSize(1, 1) == most_on(NONE) == least_on(NONE) == first_on(NONE, NONE)


def test_a_mini_view_may_be_smaller() -> None:
    """It has one number to show."""
    assert LEAST_MINI == least_on(SCREENS[0], LEAST_MINI)
