"""Which part of the stage is repainted, and which marks are there."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import (
    QPainter,
    QRegion,
)

from matside.ui.drawing.marks import Mark
from matside.ui.stage.flood import Wash
from matside.ui.stage.layout.layout import StageLayout


def changed(before: Sequence[Mark], after: Sequence[Mark], whole: QRect) -> QRegion:
    """Return where two paintings of `whole` differ."""
    if len(before) != len(after):
        return QRegion(whole)
    region = QRegion()
    for old, new in zip(before, after, strict=True):
        if old != new:
            region += touched(old.rect)
            region += touched(new.rect)
    return region


def paint_marks(painter: QPainter, layout: StageLayout, region: QRegion) -> None:
    """Paint those marks of `layout` that touch `region`."""
    for mark in layout.marks:
        if region.intersects(touched(mark.rect)):
            mark.paint(painter)


def inside(wash: Wash) -> QRegion:
    """Return what `wash` covers, but for the corners and what else is not whole pixels."""
    corner = math.ceil(wash.layout.frame.corner)
    return QRegion(whole_pixels(wash.covered).adjusted(0, 1, -corner - 1, -1))


def touched(rect: QRectF) -> QRect:
    """Return what `rect` may touch; with broken scale factors that is a px around it too."""
    return whole_pixels(rect).adjusted(-1, -1, 1, 1)


def whole_pixels(rect: QRectF) -> QRect:
    """Return the least rectangle of whole px around `rect`."""
    return rect.toAlignedRect()
