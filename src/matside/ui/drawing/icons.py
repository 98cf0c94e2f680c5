"""The icons: shapes on a grid of 24, drawn with a round stroke of 2.4 or filled."""

from enum import Enum
from functools import cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

GRID = 24.0
STROKE = 2.4


class Icon(Enum):
    """A symbol that is drawn, because fonts lack it: `lines` are stroked, `solid` is filled.

    Both are shapes with semicolons between: a `line` through its points, a `bow` that bends
    towards every second one, a `disc` by its middle and radius, an `arc` by these, where it begins
    from three o'clock on, and how far it goes, in degrees counter-clockwise, and a `box` by its
    corner, width and height, and the radius of its corners.
    """

    def __init__(self, lines: str, solid: str = "") -> None:
        self.lines, self.solid = lines, solid

    WORK = (
        "",
        (
            "box 4.6 6.6 4 10.8 1.2; box 2.2 8.8 2.8 6.4 1.2; box 8.2 10.7 7.6 2.6 0.6;"
            " box 15.4 6.6 4 10.8 1.2; box 19 8.8 2.8 6.4 1.2"
        ),
    )
    MOBILITY = "arc 12 12 7.6 25 300; line 18.9 3.6, 18.9 8.8, 13.7 8.8"
    HOLD = "disc 12 12 8.4; line 8 12, 16 12"
    REST = "disc 12 12 7.6", "arc 12 12 4.8 90 -180"
    READY = "", "box 4.4 4.4 4 15.2 1.2; box 10 9.4 4 10.2 1.2; box 15.6 14.6 4 5 1.2"
    SWITCH = (
        "line 3.6 7.8, 19.6 7.8; line 15.8 4, 19.6 7.8, 15.8 11.6; line 20.4 16.2, 4.4 16.2;"
        " line 8.2 12.4, 4.4 16.2, 8.2 20"
    )
    PAUSE = "", "box 6 4 4.4 16 1.4; box 13.6 4 4.4 16 1.4"
    CHECK = "line 4.6 12.8, 9.8 18, 19.4 6.8"
    LEFT = "line 20 12, 4 12; line 10.4 5.6, 4 12, 10.4 18.4"
    RIGHT = "line 4 12, 20 12; line 13.6 5.6, 20 12, 13.6 18.4"
    UP = "line 12 20, 12 4; line 5.6 10.4, 12 4, 18.4 10.4"
    DOWN = "line 12 4, 12 20; line 5.6 13.6, 12 20, 18.4 13.6"
    DUMBBELL = (
        "",
        (
            "box 0 8.2 2.6 7.6 0.8; box 2.9 6.4 4 11.2 1; box 7.5 10.9 9 2.2 0.3;"
            " box 17.1 6.4 4 11.2 1; box 21.4 8.2 2.6 7.6 0.8"
        ),
    )
    KETTLEBELL = "arc 12 6.8 4.6 -35 250", "disc 12 15.6 7.2; box 6.6 19 10.8 4 1.2"
    BARBELL = (
        "",
        (
            "box 0 10.9 24 2.2 0.8; box 3.4 5 3 14 1; box 6.8 7.6 2.2 8.8 0.8;"
            " box 15 7.6 2.2 8.8 0.8; box 17.6 5 3 14 1"
        ),
    )
    PLATE = "disc 12 12 9.4; disc 12 12 5.2", "disc 12 12 1.8"
    BAND = "disc 6.6 12 5; disc 17.4 12 5"
    BALL = "disc 12 12 9.4; arc 2 12 8.4 -56 112; arc 22 12 8.4 124 112"
    MAT = "box 2 8.4 20 7.2 3.6"
    PLUS = "line 12 4.6, 12 19.4; line 4.6 12, 19.4 12"
    MINUS = "line 4.6 12, 19.4 12"
    HISTORY = "line 4 20, 20 20; line 7 15.4, 7 12; line 12 15.4, 12 4.6; line 17 15.4, 17 9"
    SETTINGS = (
        "disc 12 12 5.6; line 18.6 12, 21.2 12; line 16.6669 16.6669, 18.5054 18.5054;"
        " line 12 18.6, 12 21.2; line 7.3331 16.6669, 5.49462 18.5054; line 5.4 12, 2.8 12;"
        " line 7.3331 7.3331, 5.49462 5.49462; line 12 5.4, 12 2.8;"
        " line 16.6669 7.3331, 18.5054 5.49462"
    )
    KEYS = (
        "box 2.4 5.6 19.2 12.8 2.6; line 6.8 10, 6.8 10.1; line 12 10, 12 10.1;"
        " line 17.2 10, 17.2 10.1; line 8 14.4, 16 14.4"
    )
    SOUND = (
        "arc 11.4 12 4.6 -45 90; arc 11.4 12 8.6 -45 90",
        "line 3 9.2, 6.6 9.2, 11.4 5, 11.4 19, 6.6 14.8, 3 14.8",
    )
    MUTED = (
        "line 15 9.4, 20.2 14.6; line 20.2 9.4, 15 14.6",
        "line 3 9.2, 6.6 9.2, 11.4 5, 11.4 19, 6.6 14.8, 3 14.8",
    )
    VOICE = "box 8.8 2.8 6.4 11.4 3.2; arc 12 11.4 6.8 180 180; line 12 18.2, 12 21.2"
    SCREEN = "box 2.6 4.2 18.8 12.4 2; line 8.4 20.6, 15.6 20.6"
    MINI = "line 8.6 19, 2.6 19, 2.6 4.6, 21.4 4.6, 21.4 9", "box 12 12.4 10.6 7.8 1.6"
    RESTS = "disc 12 12 8.8; line 12 7, 12 12, 15.4 14.2"
    STOPWATCH = "disc 12 13.6 7.8; line 9.4 2.4, 14.6 2.4; line 12 9.6, 12 13.6"
    AWAKE = "bow 2.4 12, 12 1.2, 21.6 12, 12 22.8, 2.4 12", "disc 12 12 2.9"
    WARNING = "line 12 4, 21 19.6, 3 19.6, 12 4; line 12 10, 12 13.6; line 12 16.6, 12 16.7"
    PACE = (
        "line 8.8 3.2, 13.6 3.2, 18 20.8, 4.4 20.8, 8.8 3.2; line 6 15.4, 16.4 15.4;"
        " line 11.2 15.4, 20.4 5.6"
    )
    FOLD = "line 5.6 15.2, 12 8.8, 18.4 15.2"
    UNFOLD = "line 5.6 8.8, 12 15.2, 18.4 8.8"
    SHIFT = "line 12 3.4, 20.6 12.2, 15.8 12.2, 15.8 20.2, 8.2 20.2, 8.2 12.2, 3.4 12.2, 12 3.4"
    FOLDER = "line 2.6 19.4, 2.6 4.6, 9.2 4.6, 11.6 7.6, 21.4 7.6, 21.4 19.4, 2.6 19.4"


def paint_icon(painter: QPainter, icon: Icon, rect: QRectF, colour: QColor) -> None:
    """Paint `icon` in `colour`, as large as fits into the middle of `rect`."""
    side = min(rect.width(), rect.height())
    painter.save()
    painter.translate(rect.center().x() - side / 2, rect.center().y() - side / 2)
    painter.scale(side / GRID, side / GRID)
    painter.fillPath(_path(icon.solid), colour)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    pen = QPen(colour, STROKE, Qt.PenStyle.SolidLine, cap, join)
    painter.strokePath(_path(icon.lines), pen)
    painter.restore()


@cache
def _path(shapes: str) -> QPainterPath:
    """Return the path of `shapes`; most are never painted before the window is closed."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for shape in filter(None, shapes.split("; ")):
        kind, written = shape.split(" ", 1)
        points = [tuple(map(float, point.split())) for point in written.split(", ")]
        _add(path, kind, points)
    return path


def _add(path: QPainterPath, kind: str, points: list[tuple[float, ...]]) -> None:
    (x, y, *sizes), *others = points
    match kind, sizes:
        case "line", _:
            path.moveTo(x, y)
            for other in others:
                path.lineTo(*other)
        case "bow", _:
            path.moveTo(x, y)
            for bend, end in zip(others[::2], others[1::2], strict=True):
                path.quadTo(*bend, *end)
        case "box", (width, height, radius):
            path.addRoundedRect(QRectF(x, y, width, height), radius, radius)
        case "disc", (radius,):
            path.addEllipse(QPointF(x, y), radius, radius)
        case _, (radius, start, span):
            box = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
            path.arcMoveTo(box, start)
            path.arcTo(box, start, span)
