"""The marks that a painted screen is made of: each has its place and paints itself."""

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF

from matside.frozen import frozen
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import (
    ACCENT,
    DESCENT,
    MEDIUM,
    OVERHANG,
    font,
    paint_line,
    width_of,
)
from matside.ui.drawing.pixmap_cache import paint_cached

KEPT_FROM = 40.0
"""The height in px from which letters are cached as pictures: Qt fills large outlines anew."""

AIR = 2.0
"""The room around letters beyond the bounds that their font names, in px."""


class Mark(Protocol):
    """A piece of a screen; equal marks look the same."""

    @property
    def rect(self) -> QRectF:
        """The rectangle of the mark in px; it paints nothing outside."""

    def paint(self, painter: QPainter) -> None:
        """Paint the mark."""


@frozen
class Ground:
    """The ground behind everything, lighter around `centre` up to `radius` px from it."""

    rect: QRectF
    colour: QColor
    glow: QColor
    centre: QPointF
    radius: float

    def paint(self, painter: QPainter) -> None:
        """Paint the ground."""
        if self.glow == self.colour:
            painter.fillRect(self.rect, self.colour)
            return
        key = f"{self.centre} {self.radius} {self.colour.name()} {self.glow.name()}"
        paint_cached(painter, self.rect, f"ground {key}", self._glow, opaque=True)

    def _glow(self, painter: QPainter) -> None:
        painter.fillRect(self.rect, self.colour)
        from PySide6.QtGui import QRadialGradient  # noqa: PLC0415 - see `fill_shaded`

        gradient = QRadialGradient(self.centre, self.radius)
        gradient.setColorAt(0, self.glow)
        gradient.setColorAt(1, self.colour)
        reach = QRectF(0, 0, 2 * self.radius, 2 * self.radius)
        reach.moveCenter(self.centre)
        painter.fillRect(reach.intersected(self.rect), gradient)


@frozen
class Box:
    """A filled box with round corners."""

    rect: QRectF
    colour: QColor
    radius: float = 0

    def paint(self, painter: QPainter) -> None:
        """Paint the box."""
        if not self.radius:
            painter.fillRect(self.rect, self.colour)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.colour)
        painter.drawRoundedRect(self.rect, self.radius, self.radius)


@frozen
class Flood:
    """The block: it bleeds off the left edge and has round corners on the right."""

    rect: QRectF
    colour: QColor
    radius: float

    def paint(self, painter: QPainter) -> None:
        """Paint the block."""
        painter.fillPath(round_on_the_right(self.rect, self.radius), self.colour)


@frozen
class Band:
    """The progress band along the foot of a block of corners `radius`; `filled` is 0 to 1.

    `gaps` divide it into cells and have the colour `between`.
    """

    rect: QRectF
    radius: float
    filled: float
    track: QColor
    fill: QColor
    gaps: tuple[QRectF, ...] = ()
    between: QColor | None = None

    def paint(self, painter: QPainter) -> None:
        """Paint the track, the filled part at its left, and the gaps over both."""
        painter.save()
        above = self.rect.adjusted(0, -2 * self.radius, 0, 0)
        painter.setClipRect(self.rect, Qt.ClipOperation.IntersectClip)
        shape = round_on_the_right(above, self.radius)
        painter.fillPath(shape, self.track)
        painter.setClipRect(self._gone(), Qt.ClipOperation.IntersectClip)
        painter.fillPath(shape, self.fill)
        painter.restore()
        for gap in self.gaps:
            painter.fillRect(gap, self.between or self.track)

    def _gone(self) -> QRectF:
        width = round(self.rect.width() * self.filled)
        return QRectF(self.rect.topLeft(), self.rect.bottomLeft() + QPointF(width, 0))


@frozen
class Stroke:
    """A line of `width` px through `points`, with round corners and ends."""

    points: tuple[QPointF, ...]
    colour: QColor
    width: float

    @property
    def rect(self) -> QRectF:
        """The rectangle of the line, with its width."""
        half = self.width / 2 + 1
        return QPolygonF(self.points).boundingRect().adjusted(-half, -half, half, half)

    def paint(self, painter: QPainter) -> None:
        """Paint the line."""
        painter.setPen(
            QPen(
                self.colour,
                self.width,
                Qt.PenStyle.SolidLine,
                Qt.PenCapStyle.RoundCap,
                Qt.PenJoinStyle.RoundJoin,
            )
        )
        painter.drawPolyline(QPolygonF(self.points))


@frozen
class Text:
    """A line of plain text, `width` px wide, with capitals `cap` px high."""

    text: str
    x: float
    baseline: float
    width: float
    cap: float
    weight: QFont.Weight
    colour: QColor
    tabular: bool = False

    @property
    def rect(self) -> QRectF:
        """The rectangle of the letters, including accents and descenders.

        A font may be a px larger than requested, and antialiasing takes another.
        """
        capitals = QRectF(self.x, self.baseline - self.cap, self.width, self.cap)
        overhang = self.cap * OVERHANG + AIR
        return capitals.adjusted(
            -overhang, -self.cap * ACCENT - AIR, overhang, self.cap * DESCENT + AIR
        )

    def paint(self, painter: QPainter) -> None:
        """Paint the text."""
        if self.cap < KEPT_FROM:
            self._set(painter)
            return
        look = f"{self.cap:.3f} {self.weight} {self.colour.name()} {self.tabular} {self.text}"
        paint_cached(painter, self.rect, f"text {look}", self._set)

    def _set(self, painter: QPainter) -> None:
        set_in = font(self.cap, self.weight, tabular=self.tabular)
        paint_line(painter, self.text, QPointF(self.x, self.baseline), set_in, self.colour)


@frozen
class IconMark:
    """An icon in the middle of `rect`."""

    icon: Icon
    rect: QRectF
    colour: QColor

    def paint(self, painter: QPainter) -> None:
        """Paint the icon."""
        paint_icon(painter, self.icon, self.rect, self.colour)


def text_at(
    text: str,
    x: float,
    baseline: float,
    cap: float,
    colour: QColor,
    weight: QFont.Weight = MEDIUM,
    *,
    tabular: bool = False,
) -> Text:
    """Return `text` set from `x` on, measured."""
    width = width_of(text, cap, weight, tabular=tabular)
    return Text(text, x, baseline, width, cap, weight, colour, tabular)


def round_on_the_right(rect: QRectF, radius: float) -> QPainterPath:
    """Return `rect` with its corners on the right rounded by `radius` px."""
    path = QPainterPath(rect.topLeft())
    path.lineTo(rect.right() - radius, rect.top())
    path.quadTo(rect.topRight(), QPointF(rect.right(), rect.top() + radius))
    path.lineTo(rect.right(), rect.bottom() - radius)
    path.quadTo(rect.bottomRight(), QPointF(rect.right() - radius, rect.bottom()))
    path.lineTo(rect.bottomLeft())
    path.closeSubpath()
    return path
