"""What a page really paints, and where: every word, sign and plate of all its widgets.

Pages are painted on a device that draws nothing and remembers all. So a rule about words holds
for labels, buttons and what a widget paints by hand alike, and no page has to tell of its parts.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPixmap,
    QRegion,
    QResizeEvent,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import CAP, ELLIPSIS, font
from matside.ui.drawing.marks import Band, Box, Flood, IconMark, Mark, Text
from matside.ui.stage.layout.layout import StageLayout

AIR = 1.0
"""How far words stay apart at least, in px: less is seen as touching."""

EDGE = 1.5
"""How far a word may reach over an edge, in px: letters are a px larger than asked for."""

SIGN, SCROLLED = "(sign)", "(what scrolls)"

FILLED = (Box, Flood, Band)
"""What lies below words on the stage."""

ICON_GRID = QRectF(0, 0, 24, 24)
"""Icons are drawn on this grid, scaled to their place."""


@dataclass(frozen=True, slots=True)
class Word:
    """A line of text as it is painted, or a sign; `rect` is the ink of its letters, in px."""

    text: str
    rect: QRectF
    cap: float
    room: QRectF
    """The widget that paints it, outside of which nothing is seen."""


@dataclass(frozen=True, slots=True)
class Plate:
    """Something filled; whatever lies below it is not seen any more."""

    rect: QRectF


Painted = Word | Plate

Rect = QRectF | QRect


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is painted on a page, or on the content of a part that scrolls, in order.

    `seen` is how much of it is seen at once.
    """

    name: str
    rect: QRectF
    seen: QSize
    painted: tuple[Painted, ...]

    @property
    def words(self) -> tuple[Word, ...]:
        """All words and signs."""
        return tuple(each for each in self.painted if isinstance(each, Word))


class _Engine(QPaintEngine):
    """Remembers what is painted. Rectangles come as paths: Qt hands them on so."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.painted: list[Painted] = []
        self.room = QRectF()

    @override
    def begin(self, device: QPaintDevice) -> bool:
        return True

    @override
    def end(self) -> bool:
        return True

    @override
    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    @override
    def updateState(self, state: QPaintEngineState) -> None:
        pass

    @override
    def drawTextItem(self, at: QPointF, item: QTextItem) -> None:  # type: ignore[override] # Qt gives it so
        if item.text().strip():
            ink = _ink(item.text(), _Font(item.font()))
            where = self.painter().deviceTransform().mapRect(ink.translated(at))
            cap = item.font().pixelSize() * CAP
            self.painted.append(Word(item.text(), where, cap, self.room))

    @override
    def drawPath(self, path: QPainterPath) -> None:
        transform = self.painter().deviceTransform()
        if transform.m11() != 1:
            self._note_sign(transform)
        elif self.painter().brush().style() is not Qt.BrushStyle.NoBrush:
            self._cover(path.boundingRect())

    @override
    def drawEllipse(self, rect: Rect) -> None:
        if self.painter().deviceTransform().m11() == 1:
            self._cover(QRectF(rect))

    @override
    def drawPixmap(self, rect: Rect, picture: QPixmap | QImage, source: Rect) -> None:
        pass

    @override
    def drawImage(
        self,
        rect: Rect,
        picture: QImage,
        source: Rect,
        flags: Qt.ImageConversionFlag = Qt.ImageConversionFlag.AutoColor,
    ) -> None:
        pass

    def _note_sign(self, transform: QTransform) -> None:
        """Note an icon once, though it is drawn in several strokes."""
        where = transform.mapRect(ICON_GRID)
        sign = Word(SIGN, where, where.height(), self.room)
        if not self.painted or self.painted[-1] != sign:
            self.painted.append(sign)

    def _cover(self, rect: QRectF) -> None:
        painter = self.painter()
        seen = rect & painter.clipBoundingRect() if painter.hasClipping() else rect
        where = painter.deviceTransform().mapRect(seen) & self.room
        if not where.isEmpty():
            self.painted.append(Plate(where))


class _Device(QPaintDevice):
    """A device of a size, for the engine that remembers."""

    def __init__(self, size: QSize) -> None:
        super().__init__()
        self.engine = _Engine()
        self._size = size

    @override
    def paintEngine(self) -> QPaintEngine:
        return self.engine

    @override
    def metric(self, asked: QPaintDevice.PaintDeviceMetric) -> int:
        metrics = QPaintDevice.PaintDeviceMetric
        return {
            metrics.PdmWidth: self._size.width(),
            metrics.PdmHeight: self._size.height(),
            metrics.PdmDevicePixelRatio: 1,
            metrics.PdmDevicePixelRatioScaled: 0x10000,
            metrics.PdmDepth: 32,
        }.get(asked, 96)


class _Font(NamedTuple):
    """A font that can be looked up."""

    font: QFont

    @override
    def __hash__(self) -> int:
        return hash(self.font.key())


@lru_cache(maxsize=8192)
def _ink(text: str, font: _Font) -> QRectF:
    metrics, inked = QFontMetricsF(font.font), text.lstrip()
    before = metrics.horizontalAdvance(text[: len(text) - len(inked)])
    return metrics.tightBoundingRect(inked).translated(before, 0)


@lru_cache(maxsize=8192)
def _ink_of(text: str, cap: float, weight: QFont.Weight, tabular: bool) -> QRectF:  # noqa: FBT001 - a key
    return _ink(text, _Font(font(cap, weight, tabular=tabular)))


def painted(page: QWidget) -> tuple[Sheet, ...]:
    """Return what `page` paints in its present size, and what each part that scrolls holds."""
    if page.testAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent):
        # A picture of a hidden page would tell it of its new size twice.
        page.setAttribute(Qt.WidgetAttribute.WA_PendingResizeEvent, False)
        QCoreApplication.sendEvent(page, QResizeEvent(page.size(), page.size()))
    page.grab(QRect(0, 0, 1, 1))  # a page that was never shown is placed by this
    return tuple(_sheets(page, type(page).__name__, page.size()))


def _sheets(root: QWidget, name: str, seen: QSize) -> Iterator[Sheet]:
    device = _Device(root.size())
    painter = QPainter(device)
    scrolled: list[QAbstractScrollArea] = []
    for widget in _shown(root, scrolled):
        corner = widget.mapTo(root, QPoint())
        device.engine.room = _room(widget, root)
        widget.render(painter, corner, QRegion(), QWidget.RenderFlag(0))
        if isinstance(widget, QAbstractScrollArea) and widget in scrolled:
            room = device.engine.room
            device.engine.painted.append(Word(SCROLLED, room, room.height(), room))
    painter.end()
    yield Sheet(name, QRectF(root.rect()), seen, tuple(device.engine.painted))
    for area in scrolled:
        content = area.widget() if hasattr(area, "widget") else area.viewport()
        yield from _sheets(content, _name(area), area.viewport().size())


def _shown(root: QWidget, scrolled: list[QAbstractScrollArea]) -> Iterator[QWidget]:
    """Give `root` and all that is seen on it, from below upwards; collect what scrolls."""
    yield root
    for child in root.children():
        if not isinstance(child, QWidget) or child.isHidden() or child.isWindow():
            continue
        if isinstance(child, QAbstractScrollArea):
            if child.height() > 0:
                scrolled.append(child)
                yield child
        else:
            yield from _shown(child, scrolled)


def _room(widget: QWidget, root: QWidget) -> QRectF:
    """Return where on `root` what `widget` paints is seen: its parents cut it, too."""
    room = QRectF(widget.mapTo(root, QPoint()), widget.size())
    while widget is not root and (parent := widget.parentWidget()) is not None:
        widget = parent
        room &= QRectF(widget.mapTo(root, QPoint()), widget.size())
    return room


def _name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()}".strip()


def said(sheets: Sequence[Sheet]) -> Counter[str]:
    """Return how often each word is said on `sheets`, wherever its lines are broken."""
    words = (word.text for sheet in sheets for word in sheet.words)
    said_here = (text for text in words if text not in (SIGN, SCROLLED))
    return Counter(each for text in said_here for each in words_in(text))


def words_in(text: str) -> list[str]:
    """Return the words of `text` without the commas between them."""
    return [each.strip(",") for each in text.split()]


def staged(layout: StageLayout) -> Sheet:
    """Return what a stage of `layout` paints; large letters it paints as pictures."""
    whole = QRectF(0, 0, layout.frame.width, layout.frame.height)
    painted = [each for mark in layout.marks for each in _of_mark(mark, whole)]
    above = ((layout.digits.text, layout.digits_rect), (SCROLLED, layout.timeline))
    painted += [Word(text, rect, rect.height(), whole) for text, rect in above if rect is not None]
    return Sheet("Stage", whole, whole.size().toSize(), tuple(painted))


def _of_mark(mark: Mark, whole: QRectF) -> Iterator[Painted]:
    if isinstance(mark, Text) and mark.text.strip():
        ink = _ink_of(mark.text, mark.cap, mark.weight, mark.tabular)
        yield Word(mark.text, ink.translated(mark.x, mark.baseline), mark.cap, whole)
    elif isinstance(mark, IconMark):
        quarter = mark.rect.height() / 4 if mark.icon is Icon.DUMBBELL else 0
        rect = mark.rect.adjusted(0, quarter, 0, -quarter)
        yield Word(SIGN, rect, rect.height(), whole)
    elif isinstance(mark, FILLED):
        yield Plate(mark.rect)


def faults_of(sheet: Sheet, texts: Sequence[str] = ()) -> list[str]:
    """Return in words what is cut, covered, outside or on something else on `sheet`.

    What an author has written, `texts`, may end in an ellipsis; nothing else may.
    """
    return [
        *(f"{_where(word)} is cut" for word in sheet.words if not _within(word.room, word)),
        *(f"{_where(word)} is outside" for word in sheet.words if not _within(sheet.rect, word)),
        *(f"{word.text!r} is elided" for word in sheet.words if _elided(word, texts)),
        *_touching(sheet.words),
        *_covered(sheet.painted),
    ]


def _within(room: QRectF, word: Word) -> bool:
    return room.adjusted(-EDGE, -EDGE, EDGE, EDGE).contains(word.rect)


def _elided(word: Word, texts: Sequence[str]) -> bool:
    """Return whether `word` ends in an ellipsis that no author's text explains."""
    stem = word.text.removesuffix(ELLIPSIS)
    if stem in (word.text, "Looking at this machine "):
        return False
    last = re.split(", |  ·  ", stem)[-1].lower()  # of what is told in one line
    return not any(last in " ".join(text.split()).lower() for text in texts)


def _touching(words: Sequence[Word]) -> Iterator[str]:
    """Give the words that touch another, looked for from left to right."""
    places = sorted(((_edges(word.rect), word.text) for word in words), key=itemgetter(0))
    for number, (one, text) in enumerate(places):
        left, top, right, bottom = one[0] - AIR, one[1] - AIR, one[2] + AIR, one[3] + AIR
        for other, beside in places[number + 1 :]:
            if other[0] >= right:
                break
            if other[2] > left and other[1] < bottom and other[3] > top:
                yield f"{text!r} touches {beside!r}"


def _covered(painted: Sequence[Painted]) -> Iterator[str]:
    """Give the words that something is painted on, or that stand on the edge of a plate."""
    plates = [
        (place, _edges(each.rect), each)
        for place, each in enumerate(painted)
        if isinstance(each, Plate)
    ]
    for place, word in enumerate(painted):
        if not isinstance(word, Word):
            continue
        left, top, right, bottom = _edges(
            word.rect.adjusted(EDGE, EDGE, -EDGE, -EDGE).normalized()
        )
        for height, edges, plate in plates:
            if not (edges[0] < right and edges[2] > left and edges[1] < bottom and edges[3] > top):
                continue
            if height > place:
                yield f"{_where(word)} is covered by {_short(plate.rect)}"
            elif not _within(plate.rect, word):
                yield f"{_where(word)} is on the edge of {_short(plate.rect)}"


def _edges(rect: QRectF) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of `rect`: numbers are compared faster."""
    return rect.getCoords()


def _where(word: Word) -> str:
    return f"{word.text!r} at {_short(word.rect)}"


def _short(rect: QRectF) -> str:
    x, y, width, height = (
        round(each) for each in (rect.x(), rect.y(), rect.width(), rect.height())
    )
    return f"{width}x{height}+{x}+{y}"
