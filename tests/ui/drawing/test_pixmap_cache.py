"""Pictures are kept and shown again where they are as sharp as what is painted anew."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPixmapCache
from pytestqt.qtbot import QtBot

from matside.ui.drawing.pixmap_cache import LARGEST, paint_cached

STEP = 1
"""What rounding makes of an edge that is blended twice, of 255."""

RECT = QRectF(3.5, 2.25, 40, 30)


class Ellipse:
    """Something to paint that knows how often it was painted."""

    def __init__(self, rect: QRectF = RECT) -> None:
        self.rect = rect
        self.times = 0

    def __call__(self, painter: QPainter) -> None:
        """Paint it."""
        self.times += 1
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.GlobalColor.red)
        painter.drawEllipse(self.rect)


@pytest.fixture(autouse=True)
def _empty_store(qtbot: QtBot) -> None:
    del qtbot
    QPixmapCache.clear()


def image(ratio: float) -> QImage:
    """Return an empty image of a screen with the scale factor `ratio`."""
    made = QImage(round(50 * ratio), round(40 * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.white)
    return made


def painted(ellipse: Ellipse, ratio: float) -> QImage:
    """Return a screen of scale `ratio` with `ellipse`, kept if it can be."""
    screen = image(ratio)
    painter = QPainter(screen)
    paint_cached(painter, ellipse.rect, "ellipse", ellipse)
    painter.end()
    return screen


def furthest(one: QImage, other: QImage) -> int:
    """Return by how much of 255 two images of one size differ where they differ most."""
    whole = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(here - there) for here, there in whole)


@pytest.mark.parametrize(("ratio", "times"), [(1, 1), (2, 1), (3, 1), (1.25, 2), (1.5, 2)])
def test_a_picture_is_kept_at_whole_scales_only(ratio: float, times: int) -> None:
    """At others it would be blurred, and is painted anew each time."""
    ellipse = Ellipse()
    first, second = painted(ellipse, ratio), painted(ellipse, ratio)

    assert (times, True) == (ellipse.times, first == second)


@pytest.mark.parametrize("ratio", [1, 1.25, 1.5, 2])
def test_a_kept_picture_looks_like_what_is_painted(ratio: float) -> None:
    """Whatever the scale of the screen, and wherever in its px it lies."""
    plain = image(ratio)
    painter = QPainter(plain)
    Ellipse()(painter)
    painter.end()

    for _ in range(2):
        assert STEP >= furthest(plain, painted(Ellipse(), ratio))


def test_a_picture_is_kept_for_its_place_within_a_px() -> None:
    """A quarter of a px further right it is another, and one px further right the same."""
    shifted = [Ellipse(RECT.translated(x, 0)) for x in (0, 0.25, 1)]
    for ellipse in shifted:
        painted(ellipse, 1)

    assert [1, 1, 0] == [ellipse.times for ellipse in shifted]


def test_what_is_too_large_is_not_kept() -> None:
    """The store would not hold three of them."""
    ellipse = Ellipse(QRectF(0, 0, LARGEST // 100 + 1, 100))
    for _ in range(2):
        painted(ellipse, 1)

    assert 2 == ellipse.times
