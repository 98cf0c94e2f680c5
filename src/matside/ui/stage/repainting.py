"""Finds the part of the stage to repaint, and the marks in it."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QPainter, QRegion

from matside.ui.drawing.marks import Mark, round_on_the_right
from matside.ui.stage.flood import Wash
from matside.ui.stage.layout.layout import StageLayout


def changed(before: Sequence[Mark], after: Sequence[Mark], whole: QRect) -> QRegion:
    """Return the region of `whole` in which two layouts differ."""
    if len(before) != len(after):
        return QRegion(whole)
    region = QRegion()
    for old, new in zip(before, after, strict=True):
        if old != new:
            region += touched(old.rect)
            region += touched(new.rect)
    return region


def differing(
    before: StageLayout | None, after: StageLayout, whole: QRect, *washes: Wash | None
) -> QRegion:
    """Return the region of `whole` in which two layouts differ, or that a wash covers."""
    if before is None:
        return QRegion(whole)
    region = changed(before.marks, after.marks, whole)
    for wash in washes:
        if wash is not None:
            region += whole_pixels(wash.covered)
    return region


def paint_layout(
    painter: QPainter, layout: StageLayout, wash: Wash | None, region: QRegion
) -> None:
    """Paint the marks of `layout` that touch `region`, and over them those of `wash`."""
    _paint_marks(painter, layout, region)
    if wash is not None:
        painter.setClipPath(round_on_the_right(wash.covered, layout.frame.corner))
        _paint_marks(painter, wash.layout, region & whole_pixels(wash.covered))


def _paint_marks(painter: QPainter, layout: StageLayout, region: QRegion) -> None:
    for mark in layout.marks:
        if region.intersects(touched(mark.rect)):
            mark.paint(painter)


def inside(wash: Wash) -> QRegion:
    """Return the whole pixels that `wash` covers, without its rounded corners."""
    corner = math.ceil(wash.layout.frame.corner)
    return QRegion(whole_pixels(wash.covered).adjusted(0, 1, -corner - 1, -1))


def touched(rect: QRectF) -> QRect:
    """Return the pixels `rect` may touch: 1 px more each side, for fractional scale factors."""
    return whole_pixels(rect).adjusted(-1, -1, 1, 1)


def whole_pixels(rect: QRectF) -> QRect:
    """Return the smallest rectangle of whole px around `rect`."""
    return rect.toAlignedRect()
