"""The icons: paths on a grid of 24, drawn with a round stroke of 2.4 or filled."""

import math
from collections.abc import Callable, Mapping
from dataclasses import field
from enum import Enum, auto
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from matside.frozen import frozen

GRID = 24.0
STROKE = 2.4


class Icon(Enum):
    """A symbol that is drawn, because fonts lack it."""

    WORK = auto()
    MOBILITY = auto()
    HOLD = auto()
    REST = auto()
    READY = auto()
    SWITCH = auto()
    PAUSE = auto()
    CHECK = auto()
    LEFT = auto()
    RIGHT = auto()
    UP = auto()
    DOWN = auto()
    DUMBBELL = auto()
    KETTLEBELL = auto()
    BARBELL = auto()
    PLATE = auto()
    BAND = auto()
    BALL = auto()
    MAT = auto()
    PLUS = auto()
    MINUS = auto()
    HISTORY = auto()
    SETTINGS = auto()
    KEYS = auto()
    SOUND = auto()
    MUTED = auto()
    VOICE = auto()
    SCREEN = auto()
    MINI = auto()
    RESTS = auto()
    STOPWATCH = auto()
    AWAKE = auto()
    WARNING = auto()
    PACE = auto()
    FOLD = auto()
    UNFOLD = auto()
    SHIFT = auto()
    FOLDER = auto()


@frozen
class IconPaths:
    """An icon's parts: `lines` are stroked, `solid` is filled."""

    lines: QPainterPath = field(default_factory=QPainterPath)
    solid: QPainterPath = field(default_factory=QPainterPath)


def paint_icon(painter: QPainter, icon: Icon, rect: QRectF, colour: QColor) -> None:
    """Paint `icon` in `colour`, as large as fits into the middle of `rect`."""
    side = min(rect.width(), rect.height())
    drawing = _drawing(icon)
    painter.save()
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / GRID, side / GRID)
    painter.fillPath(drawing.solid, colour)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.strokePath(drawing.lines, QPen(colour, STROKE, Qt.PenStyle.SolidLine, cap, join))
    painter.restore()


@cache
def _drawing(icon: Icon) -> IconPaths:
    """Return the parts of `icon`: most are never painted before the window is closed."""
    return _DRAWINGS[icon]()


def _strokes(written: str) -> QPainterPath:
    """Return strokes through points: a semicolon ends a stroke, a comma each `x y` of it."""
    path = QPainterPath()
    for stroke in written.split(";"):
        first, *others = (QPointF(*map(float, point.split())) for point in stroke.split(","))
        path.moveTo(first)
        for point in others:
            path.lineTo(point)
    return path


def _arc(x: float, y: float, radius: float, start: float, span: float) -> QPainterPath:
    """Return an arc around (x, y), in degrees counter-clockwise from three o'clock."""
    box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    path = QPainterPath()
    path.arcMoveTo(box, start)
    path.arcTo(box, start, span)
    return path


def _rounded(written: str) -> QPainterPath:
    """Return boxes, each by its x, y, width and height and the radius of its corners."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for box in written.split(";"):
        *rect, radius = map(float, box.split())
        path.addRoundedRect(QRectF(*rect), radius, radius)
    return path


def _disc(x: float, y: float, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _joined(*paths: QPainterPath) -> QPainterPath:
    joined = QPainterPath()
    joined.setFillRule(Qt.FillRule.WindingFill)
    for path in paths:
        joined.addPath(path)
    return joined


def _half_disc() -> QPainterPath:
    path = QPainterPath(QPointF(12, 7.2))
    path.arcTo(QRectF(7.2, 7.2, 9.6, 9.6), 90, -180)
    path.closeSubpath()
    return path


def _gear() -> QPainterPath:
    path = _disc(12, 12, 5.6)
    for tooth in range(8):
        turn = math.radians(45 * tooth)
        for step, radius in ((path.moveTo, 6.6), (path.lineTo, 9.2)):
            step(12 + radius * math.cos(turn), 12 + radius * math.sin(turn))
    return path


def _speaker() -> QPainterPath:
    path = _strokes("3 9.2, 6.6 9.2, 11.4 5, 11.4 19, 6.6 14.8, 3 14.8")
    path.closeSubpath()
    return path


def _eye() -> QPainterPath:
    lids = QPainterPath(QPointF(2.4, 12))
    lids.quadTo(12, 1.2, 21.6, 12)
    lids.quadTo(12, 22.8, 2.4, 12)
    lids.closeSubpath()
    return lids


_DRAWINGS: Mapping[Icon, Callable[[], IconPaths]] = {
    Icon.WORK: lambda: IconPaths(
        solid=_rounded(
            "4.6 6.6 4 10.8 1.2; 2.2 8.8 2.8 6.4 1.2; 8.2 10.7 7.6 2.6 0.6;"
            " 15.4 6.6 4 10.8 1.2; 19 8.8 2.8 6.4 1.2"
        )
    ),
    Icon.MOBILITY: lambda: IconPaths(
        lines=_joined(_arc(12, 12, 7.6, 25, 300), _strokes("18.9 3.6, 18.9 8.8, 13.7 8.8"))
    ),
    Icon.HOLD: lambda: IconPaths(lines=_joined(_disc(12, 12, 8.4), _strokes("8 12, 16 12"))),
    Icon.REST: lambda: IconPaths(lines=_disc(12, 12, 7.6), solid=_half_disc()),
    Icon.READY: lambda: IconPaths(
        solid=_rounded("4.4 4.4 4 15.2 1.2; 10 9.4 4 10.2 1.2; 15.6 14.6 4 5 1.2")
    ),
    Icon.SWITCH: lambda: IconPaths(
        lines=_strokes(
            "3.6 7.8, 19.6 7.8; 15.8 4, 19.6 7.8, 15.8 11.6;"
            " 20.4 16.2, 4.4 16.2; 8.2 12.4, 4.4 16.2, 8.2 20"
        )
    ),
    Icon.PAUSE: lambda: IconPaths(solid=_rounded("6 4 4.4 16 1.4; 13.6 4 4.4 16 1.4")),
    Icon.CHECK: lambda: IconPaths(lines=_strokes("4.6 12.8, 9.8 18, 19.4 6.8")),
    Icon.LEFT: lambda: IconPaths(lines=_strokes("20 12, 4 12; 10.4 5.6, 4 12, 10.4 18.4")),
    Icon.RIGHT: lambda: IconPaths(lines=_strokes("4 12, 20 12; 13.6 5.6, 20 12, 13.6 18.4")),
    Icon.UP: lambda: IconPaths(lines=_strokes("12 20, 12 4; 5.6 10.4, 12 4, 18.4 10.4")),
    Icon.DOWN: lambda: IconPaths(lines=_strokes("12 4, 12 20; 5.6 13.6, 12 20, 18.4 13.6")),
    Icon.DUMBBELL: lambda: IconPaths(
        solid=_rounded(
            "0 8.2 2.6 7.6 0.8; 2.9 6.4 4 11.2 1; 7.5 10.9 9 2.2 0.3;"
            " 17.1 6.4 4 11.2 1; 21.4 8.2 2.6 7.6 0.8"
        )
    ),
    Icon.KETTLEBELL: lambda: IconPaths(
        solid=_joined(_disc(12, 15.6, 7.2), _rounded("6.6 19 10.8 4 1.2")),
        lines=_arc(12, 6.8, 4.6, -35, 250),
    ),
    Icon.BARBELL: lambda: IconPaths(
        solid=_rounded(
            "0 10.9 24 2.2 0.8; 3.4 5 3 14 1; 6.8 7.6 2.2 8.8 0.8;"
            " 15 7.6 2.2 8.8 0.8; 17.6 5 3 14 1"
        )
    ),
    Icon.PLATE: lambda: IconPaths(
        lines=_joined(_disc(12, 12, 9.4), _disc(12, 12, 5.2)), solid=_disc(12, 12, 1.8)
    ),
    Icon.BAND: lambda: IconPaths(lines=_joined(_disc(6.6, 12, 5), _disc(17.4, 12, 5))),
    Icon.BALL: lambda: IconPaths(
        lines=_joined(_disc(12, 12, 9.4), _arc(2, 12, 8.4, -56, 112), _arc(22, 12, 8.4, 124, 112))
    ),
    Icon.FOLDER: lambda: IconPaths(
        lines=_strokes("2.6 19.4, 2.6 4.6, 9.2 4.6, 11.6 7.6, 21.4 7.6, 21.4 19.4, 2.6 19.4")
    ),
    Icon.MAT: lambda: IconPaths(lines=_rounded("2 8.4 20 7.2 3.6")),
    Icon.PLUS: lambda: IconPaths(lines=_strokes("12 4.6, 12 19.4; 4.6 12, 19.4 12")),
    Icon.MINUS: lambda: IconPaths(lines=_strokes("4.6 12, 19.4 12")),
    Icon.HISTORY: lambda: IconPaths(
        lines=_strokes("4 20, 20 20; 7 15.4, 7 12; 12 15.4, 12 4.6; 17 15.4, 17 9")
    ),
    Icon.SETTINGS: lambda: IconPaths(lines=_gear()),
    Icon.KEYS: lambda: IconPaths(
        lines=_joined(
            _rounded("2.4 5.6 19.2 12.8 2.6"),
            _strokes("6.8 10, 6.8 10.1; 12 10, 12 10.1; 17.2 10, 17.2 10.1; 8 14.4, 16 14.4"),
        )
    ),
    Icon.SOUND: lambda: IconPaths(
        solid=_speaker(), lines=_joined(_arc(11.4, 12, 4.6, -45, 90), _arc(11.4, 12, 8.6, -45, 90))
    ),
    Icon.MUTED: lambda: IconPaths(
        solid=_speaker(), lines=_strokes("15 9.4, 20.2 14.6; 20.2 9.4, 15 14.6")
    ),
    Icon.VOICE: lambda: IconPaths(
        lines=_joined(
            _rounded("8.8 2.8 6.4 11.4 3.2"),
            _arc(12, 11.4, 6.8, 180, 180),
            _strokes("12 18.2, 12 21.2"),
        )
    ),
    Icon.MINI: lambda: IconPaths(
        lines=_strokes("8.6 19, 2.6 19, 2.6 4.6, 21.4 4.6, 21.4 9"),
        solid=_rounded("12 12.4 10.6 7.8 1.6"),
    ),
    Icon.SCREEN: lambda: IconPaths(
        lines=_joined(_rounded("2.6 4.2 18.8 12.4 2"), _strokes("8.4 20.6, 15.6 20.6"))
    ),
    Icon.RESTS: lambda: IconPaths(
        lines=_joined(_disc(12, 12, 8.8), _strokes("12 7, 12 12, 15.4 14.2"))
    ),
    Icon.STOPWATCH: lambda: IconPaths(
        lines=_joined(_disc(12, 13.6, 7.8), _strokes("9.4 2.4, 14.6 2.4; 12 9.6, 12 13.6"))
    ),
    Icon.AWAKE: lambda: IconPaths(lines=_eye(), solid=_disc(12, 12, 2.9)),
    Icon.WARNING: lambda: IconPaths(
        lines=_strokes("12 4, 21 19.6, 3 19.6, 12 4; 12 10, 12 13.6; 12 16.6, 12 16.7")
    ),
    Icon.FOLD: lambda: IconPaths(lines=_strokes("5.6 15.2, 12 8.8, 18.4 15.2")),
    Icon.UNFOLD: lambda: IconPaths(lines=_strokes("5.6 8.8, 12 15.2, 18.4 8.8")),
    Icon.PACE: lambda: IconPaths(
        lines=_strokes(
            "8.8 3.2, 13.6 3.2, 18 20.8, 4.4 20.8, 8.8 3.2; 6 15.4, 16.4 15.4; 11.2 15.4, 20.4 5.6"
        )
    ),
    Icon.SHIFT: lambda: IconPaths(
        lines=_strokes(
            "12 3.4, 20.6 12.2, 15.8 12.2, 15.8 20.2, 8.2 20.2, 8.2 12.2, 3.4 12.2, 12 3.4"
        )
    ),
}
