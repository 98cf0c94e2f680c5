"""Decodes the pictures of a film, at the size and on the side on which they are shown."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter, QTransform

from matside.core.figures.film import Film, Picture, Reel
from matside.frozen import frozen


@frozen
class FilmFrame:
    """One pose of a reel on a canvas of `width` and `height` device px, `mirrored` or not."""

    reel: Reel
    pose: int
    width: int
    height: int
    mirrored: bool


@dataclass(frozen=True, slots=True, eq=False)
class DecodedFrame:
    """The pixels of a frame, and the position of their upper left corner on the canvas."""

    at: QPoint
    image: QImage


class FrameDecoder:
    """Decodes one frame after another; call it from one thread only.

    It keeps the last animation open, because each of its frames builds on the previous ones.
    """

    def __init__(self) -> None:
        self._running: Reel | None = None
        self._next = 0
        self._source = _Source(b"", "")

    def develop(self, frame: FilmFrame) -> DecodedFrame | None:
        """Return `frame` decoded, None if its picture cannot be read."""
        try:
            decoded = self._decoded(frame.reel, frame.pose, 2 * max(frame.width, frame.height))
        except OSError:
            return None
        return None if decoded.isNull() else _fitted(decoded, frame)

    def _decoded(self, reel: Reel, pose: int, most: int) -> QImage:
        picture = reel.film.pictures[pose]
        if not reel.animated:
            return _Source(reel.read(picture), reel.format, most).next()
        if reel is not self._running or pose < self._next:
            self._running, self._next = reel, 0
            self._source = _Source(reel.read(picture), reel.format)
        image = QImage()
        while self._next <= pose:
            image = self._source.next()
            self._next += 1
        return image


class _Source:
    """Bytes that are decoded in one given format.

    A large photograph is scaled down while it is read, to `most` px on its longer side.
    """

    def __init__(self, content: bytes, kind: str, most: int | None = None) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._reader = QImageReader(self._buffer, QByteArray(kind.encode()))
        self._reader.setAutoDetectImageFormat(False)
        self._reader.setAutoTransform(True)
        size = self._reader.size()
        if most is not None and max(size.width(), size.height()) > most:
            box = QSize(most, most)
            self._reader.setScaledSize(size.scaled(box, Qt.AspectRatioMode.KeepAspectRatio))

    def next(self) -> QImage:
        """Return the next picture; a null image at the end or if it is broken."""
        return self._reader.read()


def box_of(film: Film, picture: Picture, size: QSize, *, mirrored: bool) -> QRectF:
    """Return the area of `picture` on a canvas of `size` device px."""
    across, down = size.width() / film.width, size.height() / film.height
    left = film.width - picture.right if mirrored else picture.x
    return QRectF(left * across, picture.y * down, picture.width * across, picture.height * down)


def _fitted(decoded: QImage, frame: FilmFrame) -> DecodedFrame:
    """Return `decoded` as it lies on the canvas; what stands still keeps its place to the px."""
    film, size = frame.reel.film, QSize(frame.width, frame.height)
    box = box_of(film, film.pictures[frame.pose], size, mirrored=frame.mirrored)
    aligned = box.toAlignedRect()
    picture = QImage(aligned.size(), QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.translate(-aligned.x(), -aligned.y())
    # A mirroring painter would be off by one px.
    turned = decoded.transformed(QTransform.fromScale(-1, 1)) if frame.mirrored else decoded
    painter.drawImage(box, _halved(turned, box))
    painter.end()
    return DecodedFrame(aligned.topLeft(), picture)


def _halved(decoded: QImage, box: QRectF) -> QImage:
    """Return `decoded` at most twice as large as `box`: what shrinks more loses its lines."""
    twice = (box.size() * 2).toSize()
    if decoded.width() <= twice.width():
        return decoded
    return decoded.scaled(twice, mode=Qt.TransformationMode.SmoothTransformation)
