"""The loops of figures that are shown or come next, painted ahead in small steps."""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QSize, QTimer, Signal

from matside.core.duration import SECOND
from matside.core.workout import Exercise, Side
from matside.figure.figure import Figure
from matside.figure.loop import SMOOTH, Loop
from matside.figure.paint import Brushes, Scene
from matside.figure.palette import DARK, LIGHT, Palette
from matside.ui.theme import Theme

Figures = Callable[[str], Figure | None]
"""Finds the figure of the exercise with an id, None where there is none."""

EVERY, HURRIED = 3, 1
"""A small step begins so many ms after the one before; sooner as long as a still is missing."""

AT_ONCE = 3
"""The stills of so many coming sets are painted before what is shown moves smoothly."""

GIVEN_WAY = 50
"""So many ms nothing is painted ahead where a change of the stage is painted."""

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


_Set = tuple[Exercise | None, Side | None]
"""An exercise, and the side on which it is done."""


@dataclass(frozen=True, slots=True)
class _Motion:
    """What an exercise shows on one side; `is_still` where that is its key poses."""

    identity: str
    side: Side | None
    seconds: float
    is_still: bool


@dataclass(frozen=True, slots=True)
class _Name:
    """A motion on pictures of some size in device px."""

    motion: _Motion
    width: int
    height: int


class Loops(QObject):
    """Finds the loops of exercises, and paints its frames while nobody waits for them.

    It paints only after `begin` or `go_on`, until `stop`.
    """

    grown = Signal()

    def __init__(self, figures: Figures, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        self._palette = palette
        self._brushes = Brushes(palette)
        self._kept: OrderedDict[_Name, Loop] = OrderedDict()
        self._shown: _Name | None = None
        self._still = False
        self._only_stills = False
        self._painted: Loop | None = None
        self._at_once = 0
        self._later: list[tuple[_Set, QSize]] = []
        self._for_later: set[_Name] = set()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._take_step)

    @property
    def rate(self) -> float:
        """How many frames of a loop are shown a second."""
        return SLOW if self._still else SMOOTH

    @property
    def is_ready(self) -> bool:
        """Whether all frames of all loops that were asked for are painted."""
        return all(
            loop.is_ready for name, loop in self._kept.items() if name not in self._for_later
        )

    @property
    def has_stills(self) -> bool:
        """Whether a still of each set that was asked for is painted."""
        return not self._later and all(loop.has_begun for loop in self._kept.values())

    @property
    def size_in_bytes(self) -> int:
        """How much memory the frames of all loops take."""
        return sum(loop.size_in_bytes for loop in self._kept.values())

    def set_still(self, *, still: bool) -> None:
        """Show two key poses in turn, or the whole motion."""
        self._still = still

    @property
    def is_still(self) -> bool:
        """Whether two key poses are shown in turn."""
        return self._still

    def has(self, exercise: Exercise | None) -> bool:
        """Return whether there is a figure of `exercise`."""
        return self._figure(exercise) is not None

    def loop(self, exercise: Exercise | None, side: Side | None, size: QSize) -> Loop | None:
        """Return the loop of `exercise` on `side`, on pictures of `size` device px, if any.

        It is painted before all others.
        """
        loop = self.foresee(exercise, side, size)
        if loop is not None:
            self._shown = next(reversed(self._kept))
        return loop

    def foresee(self, exercise: Exercise | None, side: Side | None, size: QSize) -> Loop | None:
        """Return the loop as `loop` does; it is painted after what is shown."""
        name = self._name(exercise, side, size)
        if name is None:
            return None
        if name not in self._kept:
            self._make_room()
            self._kept[name] = self._begun(name, size)
        self._kept.move_to_end(name)
        self._for_later.discard(name)
        return self._kept[name]

    def prepare(self, sets: Iterable[_Set], size: QSize) -> None:
        """Paint a still of each of `sets` too: the first ones at once, the others in time.

        Whichever of them is shown next, in about `size`, then takes its first frame from that.
        """
        self._later = [(each, size) for each in dict.fromkeys(sets)]
        self._at_once = AT_ONCE

    def begin(self) -> None:
        """Paint a still of each loop that has none, and no more for now."""
        self._only_stills = True
        self._timer.start()

    def go_on(self) -> None:
        """Go on painting what is not ready."""
        self._only_stills = False
        if not self._timer.isActive():
            self._timer.start()

    def give_way(self) -> None:
        """Paint nothing for a moment, in which something else is to be seen."""
        if self._timer.isActive():
            self._timer.start(GIVEN_WAY)

    def stop(self) -> None:
        """Paint nothing for now."""
        self._timer.stop()

    def _figure(self, exercise: Exercise | None) -> Figure | None:
        if exercise is None or exercise.id is None:
            return None
        return self._figures(exercise.id)

    def _name(self, exercise: Exercise | None, side: Side | None, size: QSize) -> _Name | None:
        figure = self._figure(exercise)
        if figure is None or exercise is None or size.isEmpty():
            return None
        assert exercise.id is not None
        seconds = figure.seconds or exercise.rep_seconds
        motion = _Motion(exercise.id, side, seconds, self._still)
        return _Name(motion, size.width(), size.height())

    def _make_room(self) -> None:
        """Let go what was asked for longest ago, but for what is shown."""
        while len(self._kept) >= LEAST and self.size_in_bytes > ROOM:
            self._kept.pop(next(name for name in self._kept if name != self._shown))

    def _begun(self, name: _Name, size: QSize) -> Loop:
        figure = self._figures(name.motion.identity)
        assert figure is not None
        scene = Scene(figure.on(name.motion.side), size, self._palette, self._brushes)
        if self._still:
            return Loop(scene, (figure.sheet[0], figure.hero))
        count = round(name.motion.seconds * SMOOTH)
        source = max(self._alike(name), key=lambda loop: loop.scene.scale, default=None)
        if source is not None and LARGER * source.scene.scale < scene.scale:
            source = None
        return Loop(scene, [place / count for place in range(count)], source)

    def _take_step(self) -> None:
        loop = self._most_wanted()
        if self._painted is not None and loop is not self._painted:
            self._painted.give_up()
        self._painted = loop
        if loop is None:
            self._timer.stop()
        elif loop.advance():
            self.grown.emit()

    def _most_wanted(self) -> Loop | None:
        """Return the loop to paint, if any: one without a frame, else what is shown."""
        names = list(reversed(self._kept))
        names.sort(key=lambda name: name != self._shown)
        bare = next((name for name in names if not self._kept[name].has_begun), None)
        self._hurry(hurried=bare is not None)
        if bare is not None or self._only_stills:
            return None if bare is None else self._kept[bare]
        wanted = (self._kept[name] for name in names if name not in self._for_later)
        first = next((loop for loop in wanted if not loop.is_ready), None)
        if first is not None and not first.moves and not self._at_once:
            return first
        return self._begun_ahead() or first

    def _hurry(self, *, hurried: bool) -> None:
        interval = HURRIED if hurried else EVERY
        if self._timer.interval() != interval:
            self._timer.setInterval(interval)

    def _begun_ahead(self) -> Loop | None:
        """Return the loop of the next set to be prepared that has none in any size, if any."""
        while self._later:
            (exercise, side), size = self._later.pop(0)
            self._at_once = max(0, self._at_once - 1)
            name = self._name(exercise, side, size)
            if name is not None and not self._alike(name):
                loop = self.foresee(exercise, side, size)
                self._for_later.add(name)
                return loop
        self._at_once = 0
        return None

    def _alike(self, name: _Name) -> list[Loop]:
        """Return the loops of the same motion as that of `name`, in whatever size."""
        return [loop for other, loop in self._kept.items() if other.motion == name.motion]


def tick_of(rate: float) -> int:
    """Return the ms from one frame to the next at `rate` frames a second."""
    return round(SECOND / rate)
