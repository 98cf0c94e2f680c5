"""The view beside the block: the figure of the exercise, else the panel of its icon and cues."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QHideEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from matside.core.plan import Step
from matside.core.workout import Exercise, Side
from matside.figure.loop import Loop
from matside.figure.paint import Frame, Scene
from matside.override import override
from matside.ui.figure_panel import FigureInks, Panel
from matside.ui.kept import paint_kept
from matside.ui.loops import Loops, tick_of

UNPACKED_AFTER = 20
"""So many ms after one frame the next is unpacked; it is shown 50 ms after that one."""


class FigureView(QWidget):
    """Shows the exercise of one set; it lies on the ground of its parent.

    A figure moves as long as it is seen; without one the panel of icon and cues is shown.
    """

    def __init__(self, loops: Loops, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._loops = loops
        self._step: Step | None = None
        self._unit = 1.0
        self._inks = FigureInks(QColor(), QColor())
        self._covered = QRect()
        self._covered_inks: FigureInks | None = None
        self._loop: Loop | None = None
        self._shown: tuple[Exercise | None, Side | None] = (None, None)
        self._place = 0
        self._share: float | None = None
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._move)
        self._ahead = QTimer(self, interval=UNPACKED_AFTER, singleShot=True)
        self._ahead.timeout.connect(self._unpack_next)

    def show_set(self, step: Step, room: QRect, unit: float, inks: FigureInks) -> None:
        """Show the set `step` in `room` of a window of `unit` px; repaint only what is new."""
        if (step, room, unit, inks) == (self._step, self.geometry(), self._unit, self._inks):
            return
        if step != self._step:
            self._place = 0
        self._step, self._unit, self._inks = step, unit, inks
        self._shown = (step.exercise, step.side)
        self.show_covered(QRect(), None)
        is_begun = self.isVisible() and room.size() != self.size()
        self.setGeometry(room)  # a new size begins the loop
        if not is_begun:
            self._begin()
        self.update()

    def show_exercise(self, exercise: Exercise, side: Side | None) -> None:
        """Show the figure of `exercise` on `side` from its beginning; without one, nothing."""
        self._step = None
        self._shown, self._place = (exercise, side), 0
        self._begin()
        self.update()

    def rehearse(
        self, step: Step, size: QSize, unit: float, inks: FigureInks, painter: QPainter
    ) -> None:
        """Make ready what a panel of `size` px would show of the set `step`; `painter` is let be.

        The loop of a figure is begun, and painted when the loops go on.
        """
        loop = self._loops.foresee(step.exercise, step.side, self._device_size(size))
        if loop is None:
            Panel(step, QSizeF(size), unit, inks).paint(painter)
        else:
            self._paint_ground(painter, QRect(QPoint(), size), loop.scene)

    def prepare(self, steps: Iterable[Step]) -> None:
        """Make stills of the sets `steps` ready, in the size of the moment."""
        sets = ((step.exercise, step.side) for step in steps)
        self._loops.prepare(sets, self._device_size(self.size()))

    def show_covered(self, covered: QRect, inks: FigureInks | None) -> None:
        """Use `inks` on the part that a colour of the parent has `covered`; it repaints that."""
        self._covered, self._covered_inks = covered, inks

    @property
    def place(self) -> int:
        """Which frame of its loop is shown."""
        return self._place

    @property
    def frame(self) -> Frame | None:
        """The frame that is shown, None without a figure."""
        return None if self._loop is None else self._loop.frame(self._place)

    @property
    def is_led(self) -> bool:
        """Whether the figure follows the reps of a set, and does not move by itself."""
        return self._share is not None and self._loop is not None and not self._loops.is_still

    def begin_again(self) -> None:
        """Begin the loop again, as the set itself begins."""
        self._place = 0
        self.update()

    def lead(self, share: float | None) -> None:
        """Show the loop at `share` of it; None lets it move by itself, at its own tempo.

        Key poses are never led: with so few of them a quick rep would show one alone.
        """
        was_led, self._share = self.is_led, share
        if self.is_led != was_led:
            self._move_or_rest()
        if self._loop is not None and self.is_led and share is not None:
            self._go_to(int(share * len(self._loop) + 0.5))

    def _begin(self) -> None:
        """Take the loop of the set in the size of the moment, and move."""
        self._loop = self._loops.loop(*self._shown, self._device_size(self.size()))
        if self._loop is not None and self.isVisible():
            self._loops.go_on()
        self._move_or_rest()

    def _move_or_rest(self) -> None:
        """Move by itself where there is something to move, and nobody leads it."""
        if self._loop is None or not self.isVisible() or self.is_led:
            self._timer.stop()
        else:
            self._timer.start(tick_of(self._loops.rate))

    def _device_size(self, size: QSize) -> QSize:
        return (QSizeF(size) * self.devicePixelRatioF()).toSize()

    def _move(self) -> None:
        """Show the next frame."""
        self._go_to(self._place + 1)

    def _go_to(self, place: int) -> None:
        """Show the frame at `place`, and repaint what differs from the one before."""
        if self._loop is None:
            return
        before = self._loop.frame(self._place)
        self._place = place % len(self._loop)
        after = self._loop.frame(self._place)
        if before is not after:
            self.update(self._touched(before).united(self._touched(after)))
        self._ahead.start()

    def _unpack_next(self) -> None:
        """Have the next frame at hand, apart from the painting of this one."""
        if self._loop is not None:
            self._loop.frame((self._place + 1) % len(self._loop))

    def _touched(self, frame: Frame) -> QRect:
        ratio = self.devicePixelRatioF()
        rect = QRectF(frame.rect)
        corner = QPointF(rect.x() / ratio, rect.y() / ratio)
        return QRectF(corner, rect.size() / ratio).toAlignedRect()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._ahead.stop()
        self._loops.stop()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._begin()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._loop is not None:
            self._paint_figure(painter, self._loop)
            return
        if self._step is None:
            return
        if self._covered_inks is not None:
            painter.setClipRect(self._covered)
            self._paint(painter, self._step, self._covered_inks)
            painter.setClipRegion(QRegion(self.rect()) - QRegion(self._covered))
        self._paint(painter, self._step, self._inks)

    def _paint_figure(self, painter: QPainter, loop: Loop) -> None:
        """Paint the frame of the moment upon its ground."""
        self._paint_ground(painter, self.rect(), loop.scene)
        frame = loop.frame(self._place)
        painter.scale(1 / self.devicePixelRatioF(), 1 / self.devicePixelRatioF())
        frame.paint(painter)

    def _paint_ground(self, painter: QPainter, rect: QRect, scene: Scene) -> None:
        """Paint the mat, kept as a picture."""

        def ground(inner: QPainter) -> None:
            ratio = self.devicePixelRatioF()
            inner.scale(1 / ratio, 1 / ratio)
            scene.paint_ground(inner)

        paint_kept(painter, QRectF(rect), f"ground {scene.name}", ground)

    def _paint(self, painter: QPainter, step: Step, inks: FigureInks) -> None:
        Panel(step, QSizeF(self.size()), self._unit, inks).paint(painter)
