"""The painter of figures: facets, shadow and mat, on pictures of any size."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
    QRadialGradient,
    QTransform,
)

from matside.figure.facets import Facet
from matside.figure.figure import Figure
from matside.figure.palette import GLOWS, HAZES, TONES, Palette
from matside.figure.scene import Band, framing_of, moment_of
from matside.figure.tubes import Material

FINE, FINEST = 2, 4
"""A picture is drawn so many times as large, then made smaller: its edges are smooth."""

SMALL = 1.5
"""Below so many px a cm a picture is a small one, and drawn most finely."""

STEP = 40
"""So many facets are painted in one go."""

OUTLINE = (0.6, 0.5, 1.5)
"""The least width of outlines in px, their width in cm, and the most in px; half is seen."""

SOFT = 2.2
"""The shadow is drawn in px of so many cm, then made larger: its edges are soft."""

SHADED = 75.0
FAINT = 0.02
"""What is so many cm above the floor throws no shadow; a fainter one is not painted."""

DISC = 62.0
"""The radius of the floor under a figure without a mat, in cm."""

THICK = 1.6
"""The thickness of the mat in cm."""

_SMOOTHLY = (
    Qt.AspectRatioMode.IgnoreAspectRatio,
    Qt.TransformationMode.SmoothTransformation,
)

LEAST_STEP = 0.11
"""Stops of a gradient that are nearer to each other than this share count as one."""


class Brushes:
    """The brushes of facets; every colour is mixed once for all scenes that share them."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._known: dict[tuple[Material, int, int, int], QColor] = {}

    def brush(self, facet: Facet, haze: int) -> QBrush:
        """Return the brush of `facet`, which lies behind so many steps of haze."""
        gradient = QLinearGradient(*facet.start, *facet.end)
        last = -1.0
        for share, light, glow in facet.stops:
            if share - last > LEAST_STEP:
                colour = self._colour(facet.material, int(light * TONES), int(glow * GLOWS), haze)
                gradient.setColorAt(share, colour)
                last = share
        return QBrush(gradient)

    def _colour(self, *key: *tuple[Material, int, int, int]) -> QColor:
        colour = self._known.get(key)
        if colour is None:
            colour = self._known[key] = QColor(*self._palette.colour(*key))
        return colour


@dataclass(frozen=True, slots=True)
class Frame:
    """The part of a picture that the figure covers, and where that is."""

    rect: QRect
    image: QImage

    def paint(self, painter: QPainter) -> None:
        """Paint the frame where it belongs on the picture."""
        painter.drawImage(self.rect.topLeft(), self.image)


class Scene:
    """One figure on pictures of `size` px in the colours of `palette`, and of its `brushes`."""

    def __init__(
        self, figure: Figure, size: QSize, palette: Palette, brushes: Brushes | None = None
    ) -> None:
        self.figure = figure
        self.size = size
        self._palette = palette
        self._brushes = brushes or Brushes(palette)
        self._framing = framing_of(figure, size.width(), size.height())
        self._times = FINEST if self._framing.scale < SMALL else FINE

    @property
    def name(self) -> str:
        """A name that pictures share whose grounds look the same."""
        return f"{self.figure.mat} {self.figure.camera} {self._framing} {self._palette.mat}"

    @property
    def scale(self) -> float:
        """How many px a cm has."""
        return self._framing.scale

    def moved(self, rect: QRect, other: "Scene") -> QRectF:
        """Return where `other`, of the same figure, shows what this picture has in `rect`."""
        here, there = self._framing, other._framing  # noqa: SLF001 - another of its kind
        times = there.scale / here.scale
        return QRectF(
            there.left + (rect.x() - here.left) * times,
            there.top + (rect.y() - here.top) * times,
            rect.width() * times,
            rect.height() * times,
        )

    def still(self, share: float) -> QImage:
        """Return the whole picture at `share` of the loop, its ground included."""
        return self.picture(self.frame(share))

    def picture(self, frame: Frame) -> QImage:
        """Return the whole picture that has `frame` upon its ground."""
        image = _empty(self.size)
        painter = QPainter(image)
        self.paint_ground(painter)
        frame.paint(painter)
        painter.end()
        return image

    def paint_ground(self, painter: QPainter) -> None:
        """Paint the mat, or a faint disc of floor."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        mat = self.figure.mat
        if mat is None:
            self._paint_disc(painter)
        else:
            self._paint_mat(
                painter, QRectF(QPointF(mat.back, mat.right), QPointF(mat.front, mat.left))
            )
        painter.restore()

    def frame(self, share: float) -> Frame:
        """Return the frame at `share` of the loop."""
        *_, frame = self.steps(share)
        assert frame is not None
        return frame

    def steps(self, share: float) -> Iterator[Frame | None]:
        """Yield None after each small step of the painting, and at last the frame."""
        moment = moment_of(self.figure, share)
        yield None
        facets: list[Facet] = []
        for shape in moment.shapes:
            for facet in moment.facets(shape):
                facets.append(facet)
                if len(facets) % STEP == 0:
                    yield None
            yield None
        facets.sort(key=lambda facet: facet.near)
        yield None
        bands = [band for band in moment.shadows() if self._depth(band) > FAINT]
        yield None
        rect = self._rect(facets, bands)
        yield None
        image = self._shadow(rect, bands)
        yield None
        fine = _empty(rect.size() * self._times)
        for start in range(0, len(facets), STEP):
            self._paint_facets(fine, rect, facets, start)
            yield None
        smooth = fine.scaled(rect.size(), *_SMOOTHLY)
        yield None
        painter = QPainter(image)
        painter.drawImage(0, 0, smooth)
        painter.end()
        yield Frame(rect, image)

    def _paint_facets(
        self, fine: QImage, rect: QRect, facets: Sequence[Facet], start: int
    ) -> None:
        """Paint STEP of `facets` from `start` on, from far to near, on the picture of `rect`."""
        painter = QPainter(fine)
        painter.scale(self._times, self._times)
        painter.translate(-rect.topLeft())
        painter.setTransform(self._transform, combine=True)
        least, wide, most = OUTLINE
        scale = self._framing.scale
        pen = QPen(QColor(*self._palette.outline), min(max(least / scale, wide), most / scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(Qt.PenStyle.NoPen)
        far, near = facets[0].near, facets[-1].near
        for facet in facets[start : start + STEP]:
            if facet.edges:
                painter.setPen(pen)
                painter.drawLines([QLineF(*first, *last) for first, last in facet.edges])
                painter.setPen(Qt.PenStyle.NoPen)
            haze = int(HAZES * (near - facet.near) / (near - far + 1e-6))
            painter.setBrush(self._brushes.brush(facet, haze))
            painter.drawPolygon([QPointF(x, y) for x, y in facet.points])
        painter.end()

    def _rect(self, facets: Sequence[Facet], bands: Sequence[Band]) -> QRect:
        """Return the px that the figure and its shadow may touch, within the picture."""
        left, top, right, bottom = self._framing.box(facets)
        box = QRectF(left, top, right - left, bottom - top)
        for _, width, start, end in bands:
            for x, y in (start, end):
                across, up, _ = self.figure.camera.seen((x, y, 0.0))
                place = self._transform.map(QPointF(across, up))
                reach = self._framing.scale * (width / 2 + SOFT)
                low = reach * self.figure.camera.axes[2][2] + self._framing.scale * SOFT
                box |= QRectF(place.x() - reach, place.y() - low, 2 * reach, 2 * low)
        return box.toAlignedRect() & QRect(QPoint(), self.size)

    def _shadow(self, rect: QRect, bands: Sequence[Band]) -> QImage:
        """Return the shadow on the floor: deep under what is near to it, faint under the rest."""
        coarse = max(1.0, SOFT * self._framing.scale)
        small = _empty(QSize(int(rect.width() / coarse) + 2, int(rect.height() / coarse) + 2))
        painter = QPainter(small)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.scale(1 / coarse, 1 / coarse)
        painter.translate(-rect.topLeft())
        painter.setTransform(self._floor, combine=True)
        for band in bands:
            _, width, start, end = band
            pen = QPen(QColor.fromRgbF(0, 0, 0, self._depth(band)), width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(*start), QPointF(*end))
        painter.end()
        return _enlarged(small, coarse, rect.size())

    def _depth(self, band: Band) -> float:
        """Return how deep the shadow of a band is, from 0 to 1: high ones throw little."""
        lit = max(0.0, 1 - band[0] / SHADED)
        return self._palette.shadow * math.pow(lit, 2.2)

    def _paint_disc(self, painter: QPainter) -> None:
        floor = QColor(*self._palette.floor)
        disc = QRadialGradient(QPointF(0, 0), DISC)
        for share, alpha in ((0.0, 150), (0.72, 150), (1.0, 0)):
            floor.setAlpha(alpha)
            disc.setColorAt(share, floor)
        painter.setBrush(disc)
        painter.setTransform(self._floor, combine=True)
        painter.drawEllipse(QPointF(0, 0), DISC, DISC)

    def _paint_mat(self, painter: QPainter, sheet: QRectF) -> None:
        """Paint the mat twice: its lower face first, further down on the screen."""
        thick = self._framing.scale * THICK * self.figure.camera.axes[1][2]
        outer = painter.transform()
        for down, colour in ((thick, self._palette.mat_edge), (0.0, self._palette.mat)):
            painter.setTransform(self._floor * QTransform.fromTranslate(0, down) * outer)
            painter.setBrush(QColor(*colour))
            painter.drawRoundedRect(sheet, 5, 5)

    @property
    def _transform(self) -> QTransform:
        """The way from cm to the right and up to px of the picture."""
        framing = self._framing
        return QTransform(framing.scale, 0, 0, -framing.scale, framing.left, framing.top)

    @property
    def _floor(self) -> QTransform:
        """The way from cm on the floor, to the front and the left, to px of the picture."""
        right, up, _ = self.figure.camera.axes
        return QTransform(right[0], up[0], right[1], up[1], 0, 0) * self._transform


def _enlarged(small: QImage, times: float, size: QSize) -> QImage:
    """Return `small` so many times as large, without sharp edges, on a picture of `size`."""
    half = (small.size() / 2).expandedTo(QSize(1, 1))
    soft = small.scaled(half, *_SMOOTHLY).scaled(small.size(), *_SMOOTHLY)
    image = _empty(size)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QRectF(0, 0, small.width() * times, small.height() * times), soft)
    painter.end()
    return image


def _empty(size: QSize) -> QImage:
    image = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    return image
