"""Shows situations one after the other in a window, and tells how they are painted.

`python stage_repainter.py WIDTH HEIGHT EVERY` shows each EVERYth situation, and prints

- `ratio`: how many px of the screen a px of the stage is,
- `stale`: the situations whose pictures differ from those that are painted as a whole,
- `coarse`: what of the stage is a smaller picture, enlarged; only where `ratio` is 2,
- `places`: where the parts of the stage lie in the last situation.

It is a program because a scale factor holds for a whole process.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from matside.files.resources import resources
from matside.ui.drawing.lettering import load_fonts
from matside.ui.drawing.theme import DARK
from matside.ui.stage.stage import Stage
from tests.support.situations import Situation, runners_workout, situations

SOFT = 60
"""How much a soft edge may differ, of 255: Qt blends letters otherwise where it clips them.

At the largest digits that is up to 56; what is left over from before differs by more than 100.
"""

LARGEST_FACTOR = 2


class Window:
    """A window that has a stage in its upper left corner.

    It is so much larger because Qt's offscreen platform hands out as many px of a window as it
    would have without a scale factor.
    """

    def __init__(self, width: int, height: int) -> None:
        self._window = QWidget()
        self.stage = Stage(DARK, self._window)
        self.stage.resize(width, height)
        self._window.resize(LARGEST_FACTOR * width, LARGEST_FACTOR * height)

    def show(self) -> None:
        """Show the window."""
        self._window.show()
        QApplication.processEvents()

    @property
    def ratio(self) -> float:
        """How many px of the screen a px of the stage is."""
        return self.stage.devicePixelRatioF()

    @property
    def parts(self) -> dict[str, QRect]:
        """Where the parts of the stage lie that are widgets of their own."""
        children = self.stage.findChildren(QWidget)
        return {type(child).__name__: child.geometry() for child in children}

    def painted(self) -> QImage:
        """Return what the stage has painted by now, on its screen."""
        QApplication.processEvents()
        screen = QGuiApplication.primaryScreen()
        image = screen.grabWindow(self._window.winId()).toImage()
        width, height = int(self.stage.width() * self.ratio), int(self.stage.height() * self.ratio)
        return image.copy(0, 0, width, height).convertToFormat(QImage.Format.Format_RGB32)

    def painted_as_a_whole(self) -> QImage:
        """Return the same, after the whole stage was painted once more."""
        self.stage.update()
        for child in self.stage.findChildren(QWidget):
            child.update()
        return self.painted()

    def coarse(self) -> list[str]:
        """Return what looks like a picture of half the size, each px of it doubled."""
        image = self.painted()
        parts = {"header": QRect(0, 0, self.stage.width(), self.stage.height() // 4), **self.parts}
        doubled = image.scaled(image.size() / 2).scaled(image.size())
        return [
            name
            for name, rect in parts.items()
            if not difference(image.copy(_twice(rect)), doubled.copy(_twice(rect)))
        ]


def _twice(rect: QRect) -> QRect:
    return QRect(2 * rect.topLeft(), 2 * rect.size())


def difference(one: QImage, other: QImage) -> int:
    """Return by how much the two pictures differ at most, of 255."""
    assert one.size() == other.size()
    painter = QPainter(one)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, other)
    painter.end()
    left = bytes(one.constBits())
    return max(max(left[colour::4]) for colour in range(3))


def shown(every: int) -> Iterator[tuple[str, Situation]]:
    """Give each `every`th situation, and where it counts the same with another second."""
    for name, situation in list(situations(runners_workout()).items())[::every]:
        yield name, situation
        reading = situation.reading
        if reading.seconds is not None:
            other = replace(reading, seconds=reading.seconds + 1, left=reading.left - 1)
            yield f"{name}, another second", replace(situation, reading=other)


def main() -> None:
    """Print how the situations were painted."""
    app = QApplication(sys.argv[:1])
    load_fonts(resources() / "fonts")
    width, height, every = map(int, sys.argv[1:])
    window = Window(width, height)
    window.show()
    stale = []
    for name, situation in shown(every):
        situation.tell(window.stage)
        if difference(window.painted(), window.painted_as_a_whole()) > SOFT:
            stale.append(name)
    told = {
        "ratio": window.ratio,
        "stale": stale,
        "coarse": window.coarse() if window.ratio == LARGEST_FACTOR else [],
        "places": {name: rect.getRect() for name, rect in window.parts.items()},
    }
    print(json.dumps(told))
    app.quit()


if __name__ == "__main__":
    main()
