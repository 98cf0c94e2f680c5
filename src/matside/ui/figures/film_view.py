"""The view of an exercise: its film, or else the panel with its icon and cues."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF, Qt, QTimer
from PySide6.QtGui import QColor, QHideEvent, QPainter, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from matside.core.figures.film import Film
from matside.core.workout.model import Exercise, Side
from matside.core.workout.steps import Work
from matside.override import override
from matside.ui.drawing.painting import Painted
from matside.ui.figures.film_decoder import FilmDecoder, Priority
from matside.ui.figures.film_motion import Motion
from matside.ui.figures.frame_decoding import DecodedFrame, FilmFrame
from matside.ui.figures.icon_panel import FigureInks, Panel

FAINT = 0.45
"""The opacity of a paused film."""


class FilmView(Painted):
    """Shows the exercise of one set, on the ground of its parent.

    A film moves while it is visible. One place decides which picture is shown, when the film
    moves or a picture becomes ready; painting only repeats it.
    """

    def __init__(self, decoder: FilmDecoder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._decoder = decoder
        self._step: Work | None = None
        self._unit = 1.0
        self._inks = FigureInks(QColor(), QColor())
        self._covered = QRect()
        self._covered_inks: FigureInks | None = None
        self._motion: Motion | None = None
        self._place = 0
        self._share: float | None = None
        self._slow = False
        self._held = False
        self._shown: tuple[FilmFrame, DecodedFrame] | None = None
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._move)
        decoder.developed.connect(self._decide)

    def show_set(self, step: Work, room: QRect, unit: float, inks: FigureInks) -> None:
        """Show the set `step` in `room` of a window whose unit is `unit` px; repaint only changes.

        A film that is already shown keeps running.
        """
        motion = self._motion_of(step.exercise, step.side)
        told = (step, room, unit, inks, motion)
        if told == (self._step, self.geometry(), self._unit, self._inks, self._motion):
            return
        self._step, self._unit, self._inks = step, unit, inks
        self.show_covered(QRect(), None)
        self._take(motion)
        self.setGeometry(room)
        self._go_on()
        self.update()

    def show_exercise(self, exercise: Exercise, side: Side | None) -> None:
        """Show the film of `exercise` on `side`; without one, nothing."""
        self._step = None
        self._take(self._motion_of(exercise, side))
        self._go_on()
        self.update()

    def show_covered(self, covered: QRect, inks: FigureInks | None) -> None:
        """Use `inks` on the `covered` area, which the parent has coloured; the parent repaints."""
        self._covered, self._covered_inks = covered, inks

    def set_slow(self, *, slow: bool) -> None:
        """Show only the key poses in turn if `slow`, else the whole motion."""
        if slow != self._slow:
            self._slow = slow
            self._place = 0 if self._motion is None else self._motion.reel.film.first(slow=slow)
            self._go_on()

    def hold(self, *, held: bool) -> None:
        """Freeze the current picture and dim it if `held`, else continue."""
        if held != self._held:
            self._held = held
            self.update()
            self._go_on()

    def lead(self, share: float | None) -> None:
        """Show the film at `share` of a rep, 0 to 1; None lets it move at its own tempo.

        Key poses never follow reps: in a quick rep only one of them would be seen.
        """
        was_led, self._share = self.is_led, share
        if self._motion is not None and self.is_led and share is not None:
            self._go_to(self._motion.reel.film.place_in_rep(share))
        elif was_led:
            self._go_on()

    def first_frames(self, step: Work, room: QSize) -> list[FilmFrame]:
        """Return the first frames of the set `step` in `room`."""
        motion = self._motion_of(step.exercise, step.side)
        if motion is None:
            return []
        first = motion.reel.film.first(slow=self._slow)
        canvas = self._device(motion.canvas(QSizeF(room)).size())
        return motion.frames(motion.from_place(first, slow=self._slow), canvas)

    @property
    def is_led(self) -> bool:
        """Whether the film follows the reps of a set instead of its own tempo."""
        return self._share is not None and self._motion is not None and not self._slow

    @property
    def film(self) -> Film | None:
        """The film that is shown, None without one."""
        return None if self._motion is None else self._motion.reel.film

    @property
    def place(self) -> int:
        """The current place in the sequence of the film."""
        return self._place

    @property
    def shown(self) -> FilmFrame | None:
        """The frame that is painted; None until one is decoded."""
        return self._shown and self._shown[0]

    def _motion_of(self, exercise: Exercise | None, side: Side | None) -> Motion | None:
        reel = self._decoder.reel(exercise)
        if reel is None or exercise is None:
            return None
        return Motion.of(reel, exercise, side)

    def _take(self, motion: Motion | None) -> None:
        """Show `motion` from its beginning; one that is shown already runs on."""
        if motion != self._motion:
            self._motion, self._shown = motion, None
            self._place = 0 if motion is None else motion.reel.film.first(slow=self._slow)

    def _move(self) -> None:
        if self._motion is not None:
            self._go_to(self._motion.reel.film.after(self._place, slow=self._slow))

    def _go_to(self, place: int) -> None:
        if place != self._place or self._timer.isActive():
            self._place = place
            self._go_on()

    def _go_on(self) -> None:
        """Show what is due, and wait until the next picture is."""
        self._timer.stop()
        self._decide()
        if self._motion is None or not self.isVisible() or self._held or self.is_led:
            return
        film, seconds = self._motion.reel.film, self._motion.seconds
        stay = film.stay(self._place, seconds, slow=self._slow)
        if stay is not None:
            self._timer.start(stay)

    def _decide(self) -> None:
        """Decide which picture is shown, and repaint what it and the one before it touch.

        What is not decoded yet leaves the picture before, which is of the same motion.
        """
        before = self._shown
        if self._motion is not None:
            self._shown = self._ready(self._motion) or before
        if self._shown is not before:
            self.update(self._touched(before).united(self._touched(self._shown)))

    def _ready(self, motion: Motion) -> tuple[FilmFrame, DecodedFrame] | None:
        """Return the picture that is due, if it is decoded; while seen, wish for what follows."""
        canvas = self._device(motion.canvas(QSizeF(self.size())).size())
        if canvas.isEmpty():
            return None
        coming = motion.frames(motion.from_place(self._place, slow=self._slow), canvas)
        found = self._decoder.frame(coming[0])
        if self.isVisible():
            self._decoder.want(self, coming, Priority.SEEN)
        return None if found is None else (coming[0], found)

    def _device(self, size: QSizeF) -> QSize:
        return (size * self.devicePixelRatioF()).toSize()

    def _target(self, motion: Motion, shown: tuple[FilmFrame, DecodedFrame]) -> QRectF:
        """Return where in the view the picture lies, in device px.

        One that was decoded for another size is scaled until that of this size is there.
        """
        frame, developed = shown
        canvas = motion.canvas(QSizeF(self.size()))
        corner = (canvas.topLeft() * self.devicePixelRatioF()).toPoint()
        scale = self._device(canvas.size()).width() / frame.width
        at = QPointF(corner) + QPointF(developed.at) * scale
        return QRectF(at, QSizeF(developed.image.size()) * scale)

    def _touched(self, shown: tuple[FilmFrame, DecodedFrame] | None) -> QRect:
        if shown is None or self._motion is None:
            return QRect()
        target, ratio = self._target(self._motion, shown), self.devicePixelRatioF()
        on_view = QRectF(target.topLeft() / ratio, target.size() / ratio)
        return on_view.toAlignedRect().adjusted(-1, -1, 1, 1)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_on()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._timer.stop()
        self._decoder.want(self, (), Priority.SEEN)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._decide()

    @override
    def paint(self, painter: QPainter) -> None:
        if self._motion is not None and self._shown is not None:
            self._paint_film(painter, self._motion, self._shown)
        elif self._motion is None and self._step is not None:
            self._paint_panel(painter, self._step)

    def _paint_film(
        self, painter: QPainter, motion: Motion, shown: tuple[FilmFrame, DecodedFrame]
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setOpacity(FAINT if self._held else 1.0)
        painter.scale(1 / self.devicePixelRatioF(), 1 / self.devicePixelRatioF())
        painter.drawImage(self._target(motion, shown), shown[1].image)

    def _paint_panel(self, painter: QPainter, step: Work) -> None:
        if self._covered_inks is not None:
            painter.setClipRect(self._covered)
            self._paint(painter, step, self._covered_inks)
            painter.setClipRegion(QRegion(self.rect()) - QRegion(self._covered))
        self._paint(painter, step, self._inks)

    def _paint(self, painter: QPainter, step: Work, inks: FigureInks) -> None:
        Panel(step, QSizeF(self.size()), self._unit, inks).paint(painter)
