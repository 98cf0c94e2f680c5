"""Still pictures of exercises, for the cards of their blocks."""

from PySide6.QtCore import QObject, QPointF, QSizeF, Signal
from PySide6.QtGui import QPainter

from matside.core.workout.model import Exercise
from matside.ui.figures.film_decoder import FilmDecoder, Priority
from matside.ui.figures.film_motion import Motion
from matside.ui.figures.frame_decoding import FilmFrame


class Thumbnails(QObject):
    """Paints the still pictures of exercises, and signals when a missing one becomes ready."""

    grown = Signal()

    def __init__(self, decoder: FilmDecoder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoder = decoder
        self._wanted: dict[FilmFrame, None] = {}
        decoder.developed.connect(self._look)
        decoder.changed.connect(self.grown)

    @property
    def is_ready(self) -> bool:
        """Whether all requested pictures are ready."""
        return not self._wanted

    def rest(self) -> None:
        """Stop looking up missing pictures until they are requested again."""
        self._wish(())

    def has(self, exercise: Exercise) -> bool:
        """Return whether there is a picture of `exercise`."""
        return self._decoder.reel(exercise) is not None

    def paint(
        self,
        painter: QPainter,
        exercise: Exercise,
        size: QSizeF,
        ratio: float,
        *,
        stands: bool = False,
    ) -> None:
        """Paint the picture of `exercise` in `size` px at the origin, if it is ready.

        It is trimmed to the athlete, who is as large as that allows, in the middle, or `stands`
        at the lower edge. `ratio` is the number of screen px per px of `painter`.
        """
        reel = self._decoder.reel(exercise)
        if reel is None or size.isEmpty():
            return
        motion = Motion.of(reel, exercise, exercise.order_of_sides[0])
        canvas = motion.portrait(size * ratio, stands=stands)
        (frame,) = motion.frames([reel.film.hero], canvas.size().toSize())
        developed = self._decoder.frame(frame)
        if developed is None:
            self._wish((*self._wanted, frame))
            return
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.drawImage(QPointF(canvas.topLeft().toPoint() + developed.at), developed.image)
        painter.restore()

    def _look(self) -> None:
        missing = [frame for frame in self._wanted if self._decoder.frame(frame) is None]
        if len(missing) < len(self._wanted):
            self._wish(missing)
            self.grown.emit()

    def _wish(self, frames: "tuple[FilmFrame, ...] | list[FilmFrame]") -> None:
        self._wanted = dict.fromkeys(frames)
        self._decoder.want(self, tuple(self._wanted), Priority.STILL)
