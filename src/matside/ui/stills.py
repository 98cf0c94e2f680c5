"""Still pictures of exercises, painted in small steps while nobody waits for them."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QPixmap

from matside.core.workout import Exercise
from matside.figure.paint import Brushes, Frame, Scene
from matside.figure.palette import Palette
from matside.ui.loops import EVERY, Figures

MOST = 60
"""So many pictures are kept."""

_Name = tuple[str, int, int]


class Stills(QObject):
    """Finds the picture of an exercise, and tells when one that was asked for got ready.

    Before `wake` nothing is looked up, so that the window is seen first.
    """

    grown = Signal()

    def __init__(self, figures: Figures, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._figures = figures
        self._palette = palette
        self._brushes = Brushes(palette)
        self._pictures: dict[_Name, QPixmap] = {}
        self._wanted: dict[_Name, Exercise] = {}
        self._steps: Iterator[Frame | None] = iter(())
        self._scene: Scene | None = None
        self.is_awake = False
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._take_step)

    @property
    def is_ready(self) -> bool:
        """Whether all pictures that were asked for are painted."""
        return not self._wanted

    def wake(self) -> None:
        """Look for pictures from now on."""
        self.is_awake = True
        self.grown.emit()

    def has(self, exercise: Exercise) -> bool:
        """Return whether there is a figure of `exercise`."""
        return exercise.id is not None and self._figures(exercise.id) is not None

    def picture(self, exercise: Exercise, size: QSize) -> QPixmap | None:
        """Return the picture of `exercise` in `size` device px; None while there is none yet."""
        if exercise.id is None:
            return None
        name = (exercise.id, size.width(), size.height())
        if name not in self._pictures and self.has(exercise):
            self._wanted[name] = exercise
            self._timer.start()
        return self._pictures.get(name)

    def _take_step(self) -> None:
        if self._scene is None:
            self._scene = self._begun()
        if self._scene is None:
            self._timer.stop()
            return
        frame = next(self._steps)
        if frame is not None:
            self._finish(self._scene, frame)

    def _begun(self) -> Scene | None:
        """Begin the next picture, and return its scene; None where there is nothing to do."""
        if not self._wanted:
            return None
        (identity, width, height), exercise = next(iter(self._wanted.items()))
        figure = self._figures(identity)
        assert figure is not None
        shown = figure.on(exercise.order_of_sides[0])
        scene = Scene(shown, QSize(width, height), self._palette, self._brushes)
        self._steps = scene.steps(figure.hero)
        return scene

    def _finish(self, scene: Scene, frame: Frame) -> None:
        """Keep the picture that `frame` completes, with its ground."""
        name = next(iter(self._wanted))
        self._wanted.pop(name)
        if len(self._pictures) >= MOST:
            self._pictures.clear()
        self._pictures[name] = QPixmap.fromImage(scene.picture(frame))
        self._scene = None
        self.grown.emit()
