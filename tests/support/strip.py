"""What the screen calls done: the filled bars of the timeline, as they are seen."""

from pathlib import Path

from PySide6.QtGui import QImage

from matside.ui.drawing.theme import DARK
from tests.support.desktop import Desktop

LEAST_BAR = 9
"""The minimum width in px of the bar of a set in these tests; the needle is narrower."""

BARS = 0.8856
"""Where bars are on a screen of 1366x768 that the window fills, above the lines of rests."""


def bars_filled(desktop: Desktop, picture: Path) -> int:
    """Return how many sets are shown as done; the stage fills the screen, which is kept."""
    desktop.screenshot(picture)
    image = QImage(str(picture))
    y = round(BARS * image.height())
    row = [image.pixelColor(x, y) == DARK.done for x in range(image.width())]
    runs = "".join("#" if filled else " " for filled in row).split()
    return sum(len(run) >= LEAST_BAR for run in runs)
