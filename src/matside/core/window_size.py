"""How large the window is: never larger than the screen that it is on."""

from typing import NamedTuple


class WindowSize(NamedTuple):
    """A width and a height in px, as a scaled desktop counts them."""

    width: int
    height: int

    def within(self, other: "WindowSize") -> "WindowSize":
        """Return this size, each of its lengths at most that of `other`."""
        return WindowSize(min(self.width, other.width), min(self.height, other.height))


LEAST = WindowSize(600, 450)
"""The smallest window where the screen is larger: below it most of each page would scroll."""

LEAST_MINI = WindowSize(320, 180)
"""The smallest mini view, whose digits are then 72 px high."""

FRAME = WindowSize(16, 48)
"""The room that a desktop may take for the frame of a window and its title, until it is seen."""

LEAST_FIRST = WindowSize(1120, 630)
"""The size of the very first window at least, where the screen has room for it."""

SHARE = 85
"""The share of the screen, in percent, that the very first window takes if that is more."""


def most_on(screen: WindowSize, frame: WindowSize = FRAME) -> WindowSize:
    """Return how large a window may be that is to be on `screen` with its `frame`."""
    return WindowSize(max(1, screen.width - frame.width), max(1, screen.height - frame.height))


def least_on(screen: WindowSize, least: WindowSize = LEAST) -> WindowSize:
    """Return how large a window is at least on `screen`: as `least`, if there is room for it."""
    return least.within(most_on(screen))


def first_on(screen: WindowSize, remembered: WindowSize) -> WindowSize:
    """Return how large a window opens on `screen`: as `remembered`, unless that has no area."""
    if remembered.width > 0 and remembered.height > 0:
        return remembered.within(most_on(screen))
    share = WindowSize(screen.width * SHARE // 100, screen.height * SHARE // 100)
    larger = WindowSize(*map(max, share, LEAST_FIRST))
    return larger.within(most_on(screen))
