"""The loops of figures that are shown or come next, painted ahead in slices."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from matside.core.duration import SECOND
from matside.core.workout import Exercise, Side
from matside.figure.figure import Figure
from matside.figure.loop import SMOOTH, Loop
from matside.figure.paint import Scene
from matside.figure.palette import DARK, LIGHT, Palette
from matside.ui.theme import Theme

Figures = Callable[[str], Figure | None]
"""Finds the figure of the exercise with an id, None where there is none."""

STEPS = 3
"""So many small steps make a slice, which takes a few ms."""

EVERY = 8
"""A slice begins so many ms after the one before."""

LEAST, ROOM = 4, 24 * 1024 * 1024
"""So many loops are kept at least, and more as long as they take no more bytes than this.

A superset comes back to its exercises: then their loops are there."""

LARGER = 1.2
"""Frames are taken from a loop of another size, made larger by so much at most."""

SLOW = 1 / 2
"""So many key poses are shown a second where motion is reduced."""


def no_figure(identity: str) -> Figure | None:
    """Return None, as if no exercise had a figure."""
    del identity
    return None


def palette_of(theme: Theme) -> Palette:
    """Return the colours of figures on the grounds of `theme`."""
    return DARK if theme.ground.lightness() < 128 else LIGHT


_Name = tuple[str, Side | None, float, int, int, bool]


class Loops(QObject):
    """Finds the loops of exercises, and paints its frames while nobody waits for them.

    It paints only after `begin` or `go_on`, until `stop`.
    """

    grown = Signal()

    def __init__(self, figures: Figures, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        self._palette = palette
        self._kept: OrderedDict[_Name, Loop] = OrderedDict()
        self._shown: _Name | None = None
        self._still = False
        self._only_stills = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._paint_slice)

    @property
    def rate(self) -> float:
        """How many frames of a loop are shown a second."""
        return SLOW if self._still else SMOOTH

    @property
    def is_ready(self) -> bool:
        """Whether all frames of all loops that were asked for are painted."""
        return all(loop.is_ready for loop in self._kept.values())

    @property
    def has_stills(self) -> bool:
        """Whether a still of each loop that was asked for is painted."""
        return all(loop.has_begun for loop in self._kept.values())

    @property
    def size_in_bytes(self) -> int:
        """How much memory the frames of all loops take."""
        return sum(loop.size_in_bytes for loop in self._kept.values())

    def set_still(self, *, still: bool) -> None:
        """Show two key poses in turn, or the whole motion."""
        self._still = still

    def has(self, exercise: Exercise | None) -> bool:
        """Return whether there is a figure of `exercise`."""
        return self._figure(exercise) is not None

    def loop(self, exercise: Exercise | None, side: Side | None, size: QSize) -> Loop | None:
        """Return the loop of `exercise` on `side`, on pictures of `size` device px, if any.

        It is painted before all others.
        """
        name = self._name(exercise, side, size)
        if name is None:
            return None
        self._shown = name
        return self._kept[name]

    def foresee(self, exercise: Exercise | None, side: Side | None, size: QSize) -> Loop | None:
        """Return the loop as `loop` does; it is painted after what is shown."""
        name = self._name(exercise, side, size)
        return None if name is None else self._kept[name]

    def begin(self) -> None:
        """Paint a still of each loop that has none, and no more for now."""
        self._only_stills = True
        self._timer.start()

    def go_on(self) -> None:
        """Go on painting what is not ready."""
        self._only_stills = False
        if not self.is_ready and not self._timer.isActive():
            self._timer.start()

    def stop(self) -> None:
        """Paint nothing for now."""
        self._timer.stop()

    def _figure(self, exercise: Exercise | None) -> Figure | None:
        if exercise is None or exercise.id is None:
            return None
        return self._figures(exercise.id)

    def _name(self, exercise: Exercise | None, side: Side | None, size: QSize) -> _Name | None:
        """Return the name of a loop, and see that it is kept."""
        figure = self._figure(exercise)
        if figure is None or exercise is None or size.isEmpty():
            return None
        seconds = figure.seconds or exercise.rep_seconds
        name = (exercise.id or "", side, seconds, size.width(), size.height(), self._still)
        if name not in self._kept:
            self._make_room()
            self._kept[name] = self._begun(name, figure.on(side), size)
        self._kept.move_to_end(name)
        return name

    def _make_room(self) -> None:
        """Let go what was asked for longest ago, but for what is shown."""
        while len(self._kept) >= LEAST and self.size_in_bytes > ROOM:
            self._kept.pop(next(name for name in self._kept if name != self._shown))

    def _begun(self, name: _Name, figure: Figure, size: QSize) -> Loop:
        scene = Scene(figure, size, self._palette)
        if self._still:
            return Loop(scene, (figure.sheet[0], figure.hero))
        count = round(name[2] * SMOOTH)
        alike = (loop for other, loop in self._kept.items() if other[:3] == name[:3])
        source = max(alike, key=lambda loop: loop.scene.scale, default=None)
        if source is not None and LARGER * source.scene.scale < scene.scale:
            source = None
        return Loop(scene, [place / count for place in range(count)], source)

    def _paint_slice(self) -> None:
        for _ in range(STEPS):
            loop = self._most_wanted()
            if loop is None:
                self._timer.stop()
                break
            if loop.advance():
                self.grown.emit()
                break

    def _most_wanted(self) -> Loop | None:
        """Return the loop to paint, if any: one without a frame, else what is shown."""
        newest_first = list(reversed(self._kept.values()))
        shown = self._kept.get(self._shown) if self._shown else None
        if shown is not None:
            newest_first.insert(0, shown)
        unready = [loop for loop in newest_first if not loop.is_ready]
        bare = (loop for loop in unready if not loop.has_begun)
        others = [] if self._only_stills else unready
        return next(bare, others[0] if others else None)


def tick_of(rate: float) -> int:
    """Return the ms from one frame to the next at `rate` frames a second."""
    return round(SECOND / rate)
