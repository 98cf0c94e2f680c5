"""Pictures that are painted once and kept in Qt's store, for what is dear to paint anew."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

LARGEST = 1920 * 1200
"""A picture of more device px than this is not kept: the store would not hold three."""

ROOM = 32 * 1024
"""The room of Qt's store in KiB: three grounds of 1920x1200 and some names of exercises."""


def paint_cached(
    painter: QPainter,
    rect: QRectF,
    key: str,
    paint: Callable[[QPainter], None],
    *,
    opaque: bool = False,
) -> None:
    """Paint with `painter` what `paint` paints within `rect`, if it can from a kept picture.

    `key` names all that the picture depends on, but for where in its pixels it lies. Where a px
    of the window is no whole number of the device's, a picture would be blurred: there, and
    where it would be too large, it is painted anew. `opaque` says that it fills `rect`.
    """
    ratio = painter.device().devicePixelRatioF()
    whole = rect.toAlignedRect()
    size = (QSizeF(whole.size()) * ratio).toSize()
    if not ratio.is_integer() or size.width() * size.height() > LARGEST:
        paint(painter)
        return
    inset = rect.topLeft() - QPointF(whole.topLeft())
    name = f"{key} {inset.x():.3f} {inset.y():.3f} {size.width()}x{size.height()} {ratio}"
    picture = QPixmap()
    if not QPixmapCache.find(name, picture):
        picture = QPixmap(size)
        picture.setDevicePixelRatio(ratio)
        if not opaque:
            picture.fill(Qt.GlobalColor.transparent)
        inner = QPainter(picture)
        inner.setRenderHint(QPainter.RenderHint.Antialiasing)
        inner.translate(-whole.topLeft())
        paint(inner)
        inner.end()
        QPixmapCache.setCacheLimit(max(ROOM, QPixmapCache.cacheLimit()))
        QPixmapCache.insert(name, picture)
    painter.drawPixmap(whole.topLeft(), picture)
