"""Every icon can be drawn, and none is another."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from matside.ui.drawing.icons import Icon, paint_icon


def picture(icon: Icon, rect: QRectF) -> QImage:
    """Return `icon` in white on black, painted into `rect` of 96 px square."""
    image = QImage(96, 96, QImage.Format.Format_RGB32)
    image.fill(QColor("black"))
    painter = QPainter(image)
    paint_icon(painter, icon, rect, QColor("white"))
    painter.end()
    return image


def inked(image: QImage) -> set[tuple[int, int]]:
    """Return the pixels of `image` that are not black."""
    return {
        (x, y) for x in range(96) for y in range(96) if image.pixelColor(x, y).lightness() > 127
    }


@pytest.mark.parametrize("icon", list(Icon), ids=str)
def test_icon_fills_its_place_and_leaves_it_nowhere(icon: Icon) -> None:
    """An icon is seen, and stays inside of its rect."""
    pixels = inked(picture(icon, QRectF(24, 24, 48, 48)))
    assert len(pixels) > 100
    assert [] == [at for at in pixels if not (23 <= at[0] <= 72 and 23 <= at[1] <= 72)]


def test_no_icon_is_another() -> None:
    """Icons that are told apart look apart."""
    pictures = {frozenset(inked(picture(icon, QRectF(0, 0, 96, 96)))) for icon in Icon}
    assert len(Icon) == len(pictures)
