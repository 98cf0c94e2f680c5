"""The panel beside the block for an exercise without a film: its icon and first two cues."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from matside.core.workout.model import text_for
from matside.core.workout.steps import Work
from matside.frozen import frozen
from matside.ui.drawing.lettering import MEDIUM, is_cut, wrapped
from matside.ui.drawing.marks import Box, IconMark, Mark, text_at
from matside.ui.drawing.pixmap_cache import paint_cached
from matside.ui.figures.exercise_icon import exercise_icon

CUES = (0.031, 0.029, 0.027)
"""The heights of the cues' capitals from large to small, as shares of the unit."""

PITCH = 1.95
"""The line spacing of a cue, in heights of capitals."""

BETWEEN_CUES = 0.9
"""The additional gap between two cues, in heights of capitals."""

MOST_LINES = 3
SHOWN_CUES = 2

LEAST_DISC = 0.12
LARGEST_DISC = 0.27
"""The diameter of the disc around the icon, as a share of the unit."""

LEAST_SEEN = 0.09
"""The minimum diameter of the disc, as a share of the unit; a smaller one is left out."""

BELOW_DISC = 0.034
BESIDE_DISC = 0.05

WIDE = 2.4
"""The minimum ratio of width to height at which the cues are beside the icon."""

TINT = 0.16
"""How much of the icon's colour the disc takes on, as a share."""


@frozen
class FigureInks:
    """The colours of the panel: of the cues, and of the icon with its disc."""

    text: QColor
    accent: QColor


def figure_marks(step: Work, size: QSizeF, unit: float, inks: FigureInks) -> tuple[Mark, ...]:
    """Return the marks of the set `step` in a panel of `size`; what does not fit is left out."""
    if size.width() > WIDE * size.height():
        return _beside(step, size, unit, inks)
    return _below(step, size, unit, inks)


def _below(step: Work, size: QSizeF, unit: float, inks: FigureInks) -> tuple[Mark, ...]:
    room = size.height() - (LEAST_DISC + BELOW_DISC) * unit
    cap, cues = _cues(step, size.width(), room, unit)
    text = _height(cues, cap)
    gap = BELOW_DISC * unit if cues else 0
    disc = min(LARGEST_DISC * unit, size.height() - text - gap, size.width())
    if disc < LEAST_SEEN * unit:
        return ()
    top = (size.height() - disc - gap - text) / 2
    return (
        *_disc(step, QRectF(size.width() / 2 - disc / 2, top, disc, disc), inks),
        *_lines(cues, size.width() / 2, top + disc + gap, cap, inks.text, centred=True),
    )


def _beside(step: Work, size: QSizeF, unit: float, inks: FigureInks) -> tuple[Mark, ...]:
    disc = min(LARGEST_DISC * unit, size.height())
    if disc < LEAST_SEEN * unit:
        return ()
    gap = BESIDE_DISC * unit
    cap, cues = _cues(step, size.width() - disc - gap, size.height(), unit)
    width = max((_width(line, cap) for cue in cues for line in cue), default=-gap)
    left = (size.width() - disc - gap - width) / 2
    top = (size.height() - _height(cues, cap)) / 2
    return (
        *_disc(step, QRectF(left, size.height() / 2 - disc / 2, disc, disc), inks),
        *_lines(cues, left + disc + gap, top, cap, inks.text, centred=False),
    )


def _cues(
    step: Work, width: float, height: float, unit: float
) -> tuple[float, tuple[tuple[str, ...], ...]]:
    """Return the first cues in lines that `height` px hold, and how high their capitals are."""
    texts = _texts(step)
    for shown in range(len(texts), 0, -1):
        for cap in (share * unit for share in CUES):
            cues = tuple(wrapped(text, width, cap, lines=MOST_LINES) for text in texts[:shown])
            whole = not any(map(is_cut, cues, texts))
            if whole and _height(cues, cap) <= height:
                return cap, cues
    return CUES[-1] * unit, ()


def _texts(step: Work) -> list[str]:
    """Return the first cues but what the caption says, of the side that is worked."""
    return [text_for(cue, step.side) for cue in step.exercise.cues_beside_glance[:SHOWN_CUES]]


def _height(cues: Sequence[Sequence[str]], cap: float) -> float:
    lines = sum(len(cue) for cue in cues)
    if not lines:
        return 0
    return cap * (1.6 + PITCH * (lines - 1) + BETWEEN_CUES * (len(cues) - 1))


def _width(line: str, cap: float) -> float:
    return text_at(line, 0, 0, cap, QColor()).width


def _lines(
    cues: Sequence[Sequence[str]],
    x: float,
    top: float,
    cap: float,
    colour: QColor,
    *,
    centred: bool,
) -> tuple[Mark, ...]:
    marks: list[Mark] = []
    baseline = top + 1.3 * cap
    for cue in cues:
        for line in cue:
            left = x - _width(line, cap) / 2 if centred else x
            marks.append(text_at(line, left, baseline, cap, colour, MEDIUM))
            baseline += PITCH * cap
        baseline += BETWEEN_CUES * cap
    return tuple(marks)


def _disc(step: Work, rect: QRectF, inks: FigureInks) -> tuple[Mark, ...]:
    tint = QColor(inks.accent)
    tint.setAlphaF(TINT)
    inset = 0.09 * rect.width()
    return (
        Box(rect, tint, rect.width() / 2),
        IconMark(
            exercise_icon(step.exercise, step.block.kind),
            rect.adjusted(inset, inset, -inset, -inset),
            inks.accent,
        ),
    )


@frozen
class Panel:
    """The panel of the set `step`, `size` px large, in a window with a unit of `unit` px."""

    step: Work
    size: QSizeF
    unit: float
    inks: FigureInks

    def paint(self, painter: QPainter) -> None:
        """Paint the panel from the origin, from a cached picture if there is one."""
        rect = QRectF(QPointF(), self.size)
        paint_cached(painter, rect, self._key, self._paint)

    @property
    def _key(self) -> str:
        """Return all that the panel depends on but its size, which its picture has."""
        cues = _texts(self.step)
        inks = f"{self.inks.text.name()} {self.inks.accent.name()}"
        icon = exercise_icon(self.step.exercise, self.step.block.kind)
        return f"panel {icon} {cues} {self.unit} {inks}"

    def _paint(self, painter: QPainter) -> None:
        for mark in figure_marks(self.step, self.size, self.unit, self.inks):
            mark.paint(painter)
