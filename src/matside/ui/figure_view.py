"""The panel beside the block: the figure of the exercise, else its icon and first two cues."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

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
from matside.core.workout import BlockKind, Exercise, Hold, Side, text_for
from matside.figure.loop import Loop
from matside.figure.paint import Frame, Scene
from matside.override import override
from matside.ui.icons import Icon
from matside.ui.kept import paint_kept
from matside.ui.lettering import MEDIUM, is_cut, wrapped
from matside.ui.loops import Loops, tick_of
from matside.ui.marks import Box, Mark, Sign, text_at
from matside.ui.stage_frame import Inks

CUES = (0.031, 0.029, 0.027)
"""The heights of the cues' capitals from large to small, as shares of the unit."""

PITCH = 1.95
"""How far the lines of a cue are apart, in heights of capitals."""

BETWEEN_CUES = 0.9
"""How much further apart two cues are, in heights of capitals."""

MOST_LINES = 3
SHOWN_CUES = 2

LEAST_DISC = 0.12
LARGEST_DISC = 0.27
"""The diameter of the disc around the icon, as a share of the unit."""

LEAST_SEEN = 0.09
"""A disc that would be smaller than this is left out."""

BELOW_DISC = 0.034
BESIDE_DISC = 0.05

WIDE = 2.4
"""From this ratio of width to height on, the cues stand beside the icon."""

TINT = 0.16
"""How much of its colour the disc takes on."""


@dataclass(frozen=True, slots=True)
class FigureInks:
    """The colours of the panel: of the cues, and of the icon with its disc."""

    text: QColor
    accent: QColor


def figure_inks(inks: Inks) -> FigureInks:
    """Return the colours of the panel on a stage that has `inks`."""
    return FigureInks(inks.text, inks.accent)


def set_icon(step: Step) -> Icon:
    """Return the icon of the set `step`: a dumbbell, moving, or holding still."""
    assert step.exercise is not None
    assert step.block is not None
    if step.exercise.weight is not None:
        return Icon.WORK
    if step.block.kind in (BlockKind.WARMUP, BlockKind.COOLDOWN):
        return Icon.MOBILITY
    return Icon.HOLD if isinstance(step.exercise.dose, Hold) else Icon.MOBILITY


def figure_marks(step: Step, size: QSizeF, unit: float, inks: FigureInks) -> tuple[Mark, ...]:
    """Return what the panel of `size` shows of the set `step`; what finds no room is left out."""
    if size.width() > WIDE * size.height():
        return _beside(step, size, unit, inks)
    return _below(step, size, unit, inks)


def _below(step: Step, size: QSizeF, unit: float, inks: FigureInks) -> tuple[Mark, ...]:
    room = size.height() - (LEAST_DISC + BELOW_DISC) * unit
    cap, cues = _cues(step, size.width(), room, unit)
    text = _height(cues, cap)
    gap = BELOW_DISC * unit if cues else 0
    disc = min(LARGEST_DISC * unit, size.height() - text - gap, size.width())
    if disc < LEAST_SEEN * unit:
        return ()
    top = (size.height() - disc - gap - text) / 2
    return (
        *_disc(step, QRectF(size.width() / 2 - disc / 2, top, disc, disc), inks),
        *_lines(cues, size.width() / 2, top + disc + gap, cap, inks.text, centred=True),
    )


def _beside(step: Step, size: QSizeF, unit: float, inks: FigureInks) -> tuple[Mark, ...]:
    disc = min(LARGEST_DISC * unit, size.height())
    if disc < LEAST_SEEN * unit:
        return ()
    gap = BESIDE_DISC * unit
    cap, cues = _cues(step, size.width() - disc - gap, size.height(), unit)
    width = max((_width(line, cap) for cue in cues for line in cue), default=-gap)
    left = (size.width() - disc - gap - width) / 2
    top = (size.height() - _height(cues, cap)) / 2
    return (
        *_disc(step, QRectF(left, size.height() / 2 - disc / 2, disc, disc), inks),
        *_lines(cues, left + disc + gap, top, cap, inks.text, centred=False),
    )


def _cues(
    step: Step, width: float, height: float, unit: float
) -> tuple[float, tuple[tuple[str, ...], ...]]:
    """Return the first cues in lines that `height` px hold, and how high their capitals are."""
    assert step.exercise is not None
    texts = [text_for(cue, step.side) for cue in step.exercise.cues[:SHOWN_CUES]]
    for shown in range(len(texts), 0, -1):
        for cap in (share * unit for share in CUES):
            cues = tuple(wrapped(text, width, cap, lines=MOST_LINES) for text in texts[:shown])
            whole = not any(map(is_cut, cues, texts))
            if whole and _height(cues, cap) <= height:
                return cap, cues
    return CUES[-1] * unit, ()


def _height(cues: Sequence[Sequence[str]], cap: float) -> float:
    lines = sum(len(cue) for cue in cues)
    if not lines:
        return 0
    return cap * (1.6 + PITCH * (lines - 1) + BETWEEN_CUES * (len(cues) - 1))


def _width(line: str, cap: float) -> float:
    return text_at(line, 0, 0, cap, QColor()).width


def _lines(
    cues: Sequence[Sequence[str]],
    x: float,
    top: float,
    cap: float,
    colour: QColor,
    *,
    centred: bool,
) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    baseline = top + 1.3 * cap
    for cue in cues:
        for line in cue:
            left = x - _width(line, cap) / 2 if centred else x
            marks.append(text_at(line, left, baseline, cap, colour, MEDIUM))
            baseline += PITCH * cap
        baseline += BETWEEN_CUES * cap
    return tuple(marks)


def _disc(step: Step, rect: QRectF, inks: FigureInks) -> tuple[Mark, ...]:
    tint = QColor(inks.accent)
    tint.setAlphaF(TINT)
    inset = 0.09 * rect.width()
    return (
        Box(rect, tint, rect.width() / 2),
        Sign(set_icon(step), rect.adjusted(inset, inset, -inset, -inset), inks.accent),
    )


@dataclass(frozen=True, slots=True)
class Panel:
    """The panel of the set `step` in `size` px of a window of `unit` px."""

    step: Step
    size: QSizeF
    unit: float
    inks: FigureInks

    def paint(self, painter: QPainter) -> None:
        """Paint the panel from the origin on, if it can from a kept picture."""
        rect = QRectF(QPointF(), self.size)
        paint_kept(painter, rect, self._key, self._paint)

    @property
    def _key(self) -> str:
        """Return all that the panel depends on but its size, which its picture has."""
        assert self.step.exercise is not None
        cues = [text_for(cue, self.step.side) for cue in self.step.exercise.cues[:SHOWN_CUES]]
        inks = f"{self.inks.text.name()} {self.inks.accent.name()}"
        return f"panel {set_icon(self.step)} {cues} {self.unit} {inks}"

    def _paint(self, painter: QPainter) -> None:
        for mark in figure_marks(self.step, self.size, self.unit, self.inks):
            mark.paint(painter)


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
        self._timer = QTimer(self, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._move)

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

    def begin_again(self) -> None:
        """Begin the loop again, as the set itself begins."""
        self._place = 0
        self.update()

    def _begin(self) -> None:
        """Take the loop of the set in the size of the moment, and move."""
        self._loop = self._loops.loop(*self._shown, self._device_size(self.size()))
        if self._loop is None or not self.isVisible():
            self._timer.stop()
            return
        self._loops.go_on()
        self._timer.start(tick_of(self._loops.rate))

    def _device_size(self, size: QSize) -> QSize:
        return (QSizeF(size) * self.devicePixelRatioF()).toSize()

    def _move(self) -> None:
        """Show the next frame, and repaint what differs from the one before."""
        if self._loop is None:
            return
        before = self._frame_rect(self._loop)
        self._place = (self._place + 1) % len(self._loop)
        after = self._frame_rect(self._loop)
        if before is not after:
            self.update(before.united(after))

    def _frame_rect(self, loop: Loop) -> QRect:
        ratio = self.devicePixelRatioF()
        rect = QRectF(loop.frame(self._place).rect)
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
