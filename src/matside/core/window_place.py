"""Where the window is on the screens, and what the desktop lets it do."""

from collections.abc import Sequence
from typing import NamedTuple

from matside.core.window_size import LEAST_MINI, WindowSize, most_on

USUAL_MINI = WindowSize(480, 270)
"""The size of the first mini view."""

APART = 24
"""How far the first mini view is from the edges of its screen, in px."""


class Freedom(NamedTuple):
    """What the desktop lets a window do: stay above all others, and choose its place."""

    stays_on_top: bool = True
    is_placed: bool = True


ALL_FREE = Freedom()
"""The desktop lets a window do everything."""


class Place(NamedTuple):
    """Where a window or a screen is, in px, as a scaled desktop counts them."""

    x: int
    y: int
    width: int
    height: int

    @property
    def size(self) -> WindowSize:
        """Its width and height."""
        return WindowSize(self.width, self.height)

    def within(self, screen: "Place") -> "Place":
        """Return the place nearest to this one that is on `screen`, smaller if it must be."""
        width, height = self.size.within(screen.size)
        x = min(max(self.x, screen.x), screen.x + screen.width - width)
        y = min(max(self.y, screen.y), screen.y + screen.height - height)
        return Place(x, y, width, height)

    def shared_with(self, other: "Place") -> int:
        """Return the area that both have, in px."""
        across = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        down = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(0, across) * max(0, down)


def middle_of(screen: Place, window: WindowSize) -> Place:
    """Return the place in the middle of `screen` for a `window`, which is no larger than it."""
    width, height = window.within(most_on(screen.size))
    x = screen.x + (screen.width - width) // 2
    y = screen.y + (screen.height - height) // 2
    return Place(x, y, width, height)


def seen_on(screens: Sequence[Place], place: Place) -> Place:
    """Return `place`, brought onto the first of `screens` where none shows anything of it."""
    return place if any(map(place.shared_with, screens)) else place.within(screens[0])


def mini_on(screens: Sequence[Place], remembered: Place) -> Place:
    """Return the place of the mini view: as `remembered`, as far as one of `screens` shows it.

    Without area nothing is remembered: then it is at the lower right of the first screen.
    """
    if remembered.width <= 0 or remembered.height <= 0:
        first = screens[0]
        width, height = USUAL_MINI
        x, y = first.x + first.width - width - APART, first.y + first.height - height - APART
        return Place(x, y, width, height).within(first)
    width, height = map(max, remembered.size, LEAST_MINI)
    wanted = Place(remembered.x, remembered.y, width, height)
    return wanted.within(max(screens, key=wanted.shared_with))
