"""The sunrise of a session: one ray a set, with the athlete before it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSizeF, Qt, QVariantAnimation
from PySide6.QtGui import QPainter, QPainterPath, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from matside.core.session.looks import Look
from matside.core.workout.model import BlockKind, Exercise
from matside.core.workout.overview import Tally
from matside.override import override
from matside.ui.drawing.painting import Part, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.summary.summary_words import done_of
from matside.ui.summary.sunrise_rays import Ray, RayShape, shapes_of

if TYPE_CHECKING:
    from matside.ui.figures.film_decoder import FilmDecoder

RISES_FOR = 1_200
"""How long the rays take to rise, in ms, as long as the sound of the end."""

FIGURE = (1.0, 1.05)
"""The most that the athlete is wide and high, as shares of the radius of all."""

MOST_EDGED = 100
"""The maximum number of rays that have edges."""

HALF = 127
"""From this lightness on a ground is light."""

BELOW = 0.03
"""How far the athlete stands below the middle of the sun, as a share of the radius."""

_LOOKS = {BlockKind.WARMUP: Look.READY, BlockKind.COOLDOWN: Look.REST}


def _extent_of(shapes: Sequence[RayShape]) -> tuple[float, float]:
    """Return how far `shapes` and the athlete reach aside and up, as shares of the radius."""
    corners = [corner for shape in shapes for corner in shape.corners]
    return (
        max([FIGURE[0] / 2, *(abs(x) for x, _ in corners)]),
        max([FIGURE[1] - BELOW, *(-y for _, y in corners)]),
    )


class Sunrise(Part):
    """The rays of a session, and the athlete who did it, from what `decoder` returns."""

    def __init__(
        self, theme: Theme, parent: QWidget, decoder: "Callable[[], FilmDecoder] | None" = None
    ) -> None:
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rays: tuple[Ray, ...] = ()
        self._extent = _extent_of(())
        self._exercise: Exercise | None = None
        self._grown = 1.0
        self._rises = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=RISES_FOR)
        self._rises.setEasingCurve(QEasingCurve.Type.OutQuad)
        self._rises.valueChanged.connect(self._grow)
        self._waits = False
        self._pictures = None
        if decoder is not None:
            from matside.ui.figures.thumbnails import Thumbnails  # noqa: PLC0415

            self._pictures = Thumbnails(decoder(), self)
            self._pictures.grown.connect(self.update)

    def show_rays(self, rays: Sequence[Ray], tallies: Sequence[Tally]) -> None:
        """Show `rays`; a screen reader finds the `tallies` of the blocks in words."""
        self._rays = tuple(rays)
        self._extent = _extent_of(shapes_of(self._rays))
        self.setAccessibleName(
            "; ".join(
                f"{tally.block.name} {done_of(tally.done, tally.planned)}" for tally in tallies
            )
        )
        self.update()

    def show_exercise(self, exercise: Exercise | None) -> None:
        """Show how `exercise` is done before the rays; None for nobody."""
        self._exercise = exercise
        self.update()

    def rise_once(self) -> None:
        """Let the rays rise one after the other, as soon as they are seen."""
        self._grow(0.0)
        if self.isVisible():
            self._rises.start()
        else:
            self._waits = True

    def put(self, rect: QRectF) -> None:
        """Place the sunrise on `rect`."""
        self.setGeometry(pixels(rect))

    @property
    def shapes(self) -> tuple[RayShape, ...]:
        """The shapes of the rays as they are painted."""
        return shapes_of(self._rays, self._grown)

    @property
    def radius(self) -> float:
        """The radius of the longest ray in px: as large as all, and the athlete, have room."""
        width, height = self._extent
        return max(0.0, min(self.width() / 2 / width, self.height() / (height + BELOW)) - 1)

    @property
    def middle(self) -> QPointF:
        """The middle of the sun, in px: all that is painted lies in the middle of the height."""
        height = self._extent[1]
        return QPointF(self.width() / 2, (self.height() + self.radius * (height - BELOW)) / 2)

    def _grow(self, share: float) -> None:
        self._grown = float(share)
        self.update()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Let the rays rise that were told to before anybody saw them."""
        super().showEvent(event)
        if self._waits:
            self._waits = False
            self._rises.start()

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the rays, and the athlete before them."""
        painter.translate(self.middle)
        self._paint_rays(painter)
        self._paint_athlete(painter)

    def _paint_rays(self, painter: QPainter) -> None:
        """Paint the rays; of very many none has an edge, which would take its time."""
        radius, shapes = self.radius, self.shapes
        for shape in shapes:
            tone = self._theme.tone(_LOOKS.get(shape.ray.kind, Look.WORK))
            if shape.ray.hollow or len(shapes) <= MOST_EDGED:
                # On a light ground edges are dark, so that yellow is seen too.
                edge = tone.track if self._theme.ground.lightness() > HALF else tone.flood
                painter.setPen(QPen(edge, max(1.0, radius / 160), j=Qt.PenJoinStyle.RoundJoin))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(Qt.BrushStyle.NoBrush if shape.ray.hollow else tone.flood)
            path = QPainterPath()
            path.addPolygon([QPointF(x * radius, y * radius) for x, y in shape.corners])
            path.closeSubpath()
            painter.drawPath(path)

    def _paint_athlete(self, painter: QPainter) -> None:
        """Paint the athlete standing in the middle, if there is a film of the exercise."""
        pictures, exercise = self._pictures, self._exercise
        if pictures is None or exercise is None or not pictures.has(exercise):
            return
        size = QSizeF(FIGURE[0] * self.radius, FIGURE[1] * self.radius)
        foot = BELOW * self.radius
        painter.translate(QPointF(-size.width() / 2, foot - size.height()))
        pictures.paint(painter, exercise, size, self.devicePixelRatioF(), stands=True)
