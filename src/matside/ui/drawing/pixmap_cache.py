"""Caches pictures of what is expensive to paint in Qt's pixmap cache."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

LARGEST = 1920 * 1200
"""The maximum size of a cached picture in device px: the cache should hold three."""

ROOM = 32 * 1024
"""The size of Qt's cache in KiB: three grounds of 1920x1200 and some names of exercises."""


def paint_cached(
    painter: QPainter,
    rect: QRectF,
    key: str,
    paint: Callable[[QPainter], None],
    *,
    opaque: bool = False,
) -> None:
    """Paint what `paint` paints within `rect` on `painter`, from the cache if possible.

    `key` names everything that the picture depends on, except its offset within a pixel. With a
    fractional scale factor a picture would be blurred: then, and if it is too large, it is
    painted directly. `opaque` says that it fills `rect`.
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
