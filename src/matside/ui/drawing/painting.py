"""What controls are painted with: rounded plates, rings, keycaps and words on one line."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.lettering import (
    BOLD,
    MEDIUM,
    elided,
    fitting_cap,
    font,
    paint_line,
    width_of,
)
from matside.ui.drawing.theme import Theme

RING = 2.5
"""The minimum width of the focus ring in px, and its width for a unit of 8 px."""

LEAST_SHRINKING = 0.85
"""How far a word shrinks to fit before it is cut."""


class Painted(QWidget):
    """A widget that paints itself, with smooth edges."""

    def paint(self, painter: QPainter) -> None:
        """Paint the widget."""
        raise NotImplementedError

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint(painter)
        painter.end()


class Part(Painted):
    """A painted part of a page: `_u` is its unit, and `_cap` the height of its capitals, in px."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u, self._cap = 8.0, 12.0


class PlacedPart(Part):
    """A part that is painted by nothing but its place and its sizes."""

    def put(self, rect: QRectF, cap: float, u: float = 8.0) -> None:
        """Place it on `rect`, with capitals of `cap` px; `u` is the unit in px."""
        self._cap, self._u = cap, u
        self.setGeometry(pixels(rect))
        self.update()


@frozen
class Ink:
    """How a word is written: the height of its capitals in px, its colour and weight."""

    cap: float
    colour: QColor
    weight: QFont.Weight = MEDIUM

    def width(self, text: str) -> float:
        """Return how wide `text` is, in px."""
        return width_of(text, self.cap, self.weight)


def pixels(rect: QRectF) -> QRect:
    """Return `rect` with every edge at the nearest pixel, so that neighbours never overlap."""
    left, top = round(rect.left()), round(rect.top())
    return QRect(left, top, round(rect.right()) - left, round(rect.bottom()) - top)


def fill_rounded(painter: QPainter, rect: QRectF, radius: float, colour: QColor) -> None:
    """Fill `rect`, its corners rounded by `radius` px."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRoundedRect(rect, radius, radius)


def fill_shaded(
    painter: QPainter, rect: QRectF, radius: float, top: QColor, bottom: QColor
) -> None:
    """Fill `rect` from `top` to `bottom`, its corners rounded by `radius` px."""
    # Gradients have names for 169 presets, which nothing else on a first page asks for.
    from PySide6.QtGui import QLinearGradient  # noqa: PLC0415

    shade = QLinearGradient(rect.topLeft(), rect.bottomLeft())
    shade.setColorAt(0, top)
    shade.setColorAt(1, bottom)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRoundedRect(rect, radius, radius)


def outline(
    painter: QPainter, rect: QRectF, radius: float, colour: QColor, width: float = 1.0
) -> None:
    """Draw a line of `width` px just inside `rect`, its corners rounded by `radius` px."""
    half = width / 2
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def paint_ring(painter: QPainter, rect: QRectF, colour: QColor, u: float) -> None:
    """Paint the focus ring just inside `rect`; `u` is the unit in px."""
    outline(painter, rect, 1.5 * u, colour, max(RING, RING * u / 8))


def paint_word(
    painter: QPainter,
    rect: QRectF,
    text: str,
    ink: Ink,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    *,
    least: float = LEAST_SHRINKING,
) -> None:
    """Write one line of plain `text`, with its capitals vertically centred in `rect`.

    If it is too wide it shrinks, to `least` of its size at most, then ends in an ellipsis.
    """
    fitting = fitting_cap(text, rect.width(), ink.cap, ink.weight) if text else ink.cap
    cap = max(fitting, least * ink.cap)
    line = elided(text, rect.width(), cap, ink.weight)
    spare = rect.width() - width_of(line, cap, ink.weight)
    left = {Qt.AlignmentFlag.AlignRight: spare, Qt.AlignmentFlag.AlignHCenter: spare / 2}
    at = QPointF(rect.x() + left.get(align, 0.0), rect.center().y() + cap / 2)
    paint_line(painter, line, at, font(cap, ink.weight), ink.colour)


def keycap_width(text: str, cap: float, height: float) -> float:
    """Return the width of the keycap of `text`, which is at least its height."""
    return max(height, width_of(text, cap, BOLD) + 0.8 * height)


def paint_keycap(painter: QPainter, rect: QRectF, text: str, ink: Ink, ground: QColor) -> None:
    """Paint a keycap with `text` on it, never cut; its corners are a fifth of its height."""
    fill_rounded(painter, rect, rect.height() / 5, ground)
    inner = rect.adjusted(rect.height() / 8, 0, -rect.height() / 8, 0)
    paint_word(painter, inner, text, ink, Qt.AlignmentFlag.AlignHCenter, least=0)
