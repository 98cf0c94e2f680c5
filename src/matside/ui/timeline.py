"""The timeline: every step of a plan as long as it lasts, with a needle where the session is."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from matside.core.duration import SECOND
from matside.core.plan import Plan, RestKind, Step
from matside.core.reading import Look
from matside.override import override
from matside.ui.lettering import MEDIUM, SEMIBOLD, elided, font, paint_line, width_of
from matside.ui.theme import Theme
from matside.ui.words import block_times_rounds

LABELLED_HEIGHT = 0.0586
"""The height of a timeline with labels, as a share of the unit of the window."""

BARE_HEIGHT = 0.042
"""The height of a timeline without labels, as a share of the unit of the window."""

LABEL = 0.0143
BAR = 0.0234
REST_LINE = 0.0052
NEEDLE = 0.0065
NEEDLE_CLEARANCE = 0.0033
BLOCK_GAP = 0.0182
BAR_GAP = 0.0026
CORNER = 0.0039
FOOT = 0.009
"""All measures are shares of the unit of the window."""

LEAST_LABEL = 10.0
"""The least height of capitals at arm's length, in px."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The steps of one block on the timeline, with the rest that leads to it.

    `first` is the place of the first step in the plan; `label` is what stands above.
    """

    label: str
    first: int
    steps: tuple[Step, ...]

    @property
    def estimate(self) -> int:
        """How long the stretch is thought to last, in ms."""
        return sum(step.estimate for step in self.steps)


def stretches(plan: Plan) -> tuple[Stretch, ...]:
    """Return the blocks of `plan` in order, none of them empty."""
    starts = [0]
    starts += [
        place
        for place, step in enumerate(plan.steps)
        if place and _begins_block(plan, place, step)
    ]
    return tuple(
        _stretch(first, plan.steps[first:end])
        for first, end in pairwise([*starts, len(plan.steps)])
        if end > first
    )


def _begins_block(plan: Plan, place: int, step: Step) -> bool:
    if step.rest is RestKind.BLOCK:
        return True
    before = plan.steps[place - 1]
    return step.is_set and before.rest is not RestKind.BLOCK and before.key.block != step.key.block


def _stretch(first: int, steps: tuple[Step, ...]) -> Stretch:
    block = next(step.block for step in steps if step.is_set)
    assert block is not None
    return Stretch(block_times_rounds(block.name, block.rounds), first, steps)


def spans(blocks: Sequence[Stretch], width: float, gap: float) -> tuple[tuple[float, float], ...]:
    """Return where each step begins and ends on `width` px, with `gap` px between blocks."""
    total = sum(block.estimate for block in blocks)
    room = max(0.0, width - gap * (len(blocks) - 1))
    found: list[tuple[float, float]] = []
    x = 0.0
    for block in blocks:
        for step in block.steps:
            end = x + room * step.estimate / total
            found.append((x, end))
            x = end
        x += gap
    return tuple(found)


class Timeline(QWidget):
    """A painted strip of the whole session; it moves when it is told to."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme = theme
        self._blocks: tuple[Stretch, ...] = ()
        self._spans: tuple[tuple[float, float], ...] = ()
        self._place: int | None = None
        self._second = 0
        self._share = 0.0
        self._look = Look.WORK
        self._labelled = True
        self._all_done = False

    @property
    def needle(self) -> float | None:
        """Where the needle stands, in px from the left; None where there is none."""
        if self._place is None or not self._spans:
            return None
        start, end = self._spans[self._place]
        return start + (end - start) * self._share

    def set_labelled(self, labelled: bool) -> None:  # noqa: FBT001 - a setter of Qt's kind
        """Show or leave out the labels of the blocks."""
        if labelled != self._labelled:
            self._labelled = labelled
            self.update()

    def show_plan(self, plan: Plan) -> None:
        """Show the steps of `plan`, all of them to come."""
        self._blocks = stretches(plan)
        self._place = None
        self._all_done = False
        self._measure()

    def show_place(self, place: int, share: float, look: Look) -> None:
        """Put the needle into the step at `place`, `share` of which has gone by.

        It moves once a second; the step is drawn in the colour of `look`.
        """
        second = int(share * self._step(place).estimate) // SECOND
        if (place, second, look) == (self._place, self._second, self._look):
            return
        self._place, self._second, self._look = place, second, look
        self._share = min(1.0, second * SECOND / max(1, self._step(place).estimate))
        self.update()

    def show_all_done(self) -> None:
        """Show every step as done, without a needle."""
        self._place = None
        self._all_done = True
        self.update()

    def _step(self, place: int) -> Step:
        block = next(block for block in reversed(self._blocks) if block.first <= place)
        return block.steps[place - block.first]

    @property
    def _unit(self) -> float:
        return self.height() / (LABELLED_HEIGHT if self._labelled else BARE_HEIGHT)

    def _measure(self) -> None:
        self._spans = spans(self._blocks, self.width(), BLOCK_GAP * self._unit)
        self.update()

    def _paint_bars(self, painter: QPainter) -> None:
        done = len(self._spans) if self._all_done else self._place or 0
        painter.fillPath(self._bars(0, done), self._theme.done)
        painter.fillPath(self._bars(done, len(self._spans)), self._theme.future)
        if self._place is not None:
            painter.fillPath(self._bars(done, done + 1), self._theme.tone(self._look).flood)

    def _bars(self, first: int, end: int) -> QPainterPath:
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        for block in self._blocks:
            for place, step in enumerate(block.steps, block.first):
                if first <= place < end:
                    self._add_bar(path, step, *self._spans[place])
        return path

    def _add_bar(self, path: QPainterPath, step: Step, start: float, end: float) -> None:
        gap = min(BAR_GAP * self._unit, (end - start) / 4)
        height = (BAR if step.is_set else REST_LINE) * self._unit
        rect = QRectF(start, self._middle - height / 2, end - start - gap, height)
        corner = min(CORNER * self._unit, rect.width() / 2, height / 2)
        path.addRoundedRect(rect, corner, corner)

    @property
    def _middle(self) -> float:
        return self.height() - (FOOT + BAR / 2) * self._unit

    def _paint_needle(self, painter: QPainter) -> None:
        x = self.needle
        if x is None:
            return
        width, clearance = NEEDLE * self._unit, NEEDLE_CLEARANCE * self._unit
        left = min(max(0.0, x - width / 2), self.width() - width)
        reach = (BAR / 2 + FOOT) * self._unit
        rect = QRectF(left, self._middle - reach, width, 2 * reach)
        painter.fillRect(rect.adjusted(-clearance, 0, clearance, 0), self._theme.strip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.text)
        painter.drawRoundedRect(rect, width / 2, width / 2)

    def _paint_labels(self, painter: QPainter) -> None:
        starts = [self._spans[block.first][0] for block in self._blocks]
        ends = [*(start - BLOCK_GAP * self._unit for start in starts[1:]), float(self.width())]
        for block, start, end in zip(self._blocks, starts, ends, strict=True):
            self._paint_label(painter, block, start, end)

    def _paint_label(self, painter: QPainter, block: Stretch, start: float, end: float) -> None:
        weight, colour = self._label_style(block)
        cap = max(LEAST_LABEL, LABEL * self._unit)
        needed = width_of(block.label, cap, weight)
        if block is self._blocks[-1]:
            start = min(start, end - needed)
        shown = elided(block.label, end - max(0.0, start), cap, weight)
        at = QPointF(max(0.0, start), cap * 1.05)
        paint_line(painter, shown, at, font(cap, weight), colour)

    def _label_style(self, block: Stretch) -> tuple[QFont.Weight, QColor]:
        if self._place is not None and 0 <= self._place - block.first < len(block.steps):
            return SEMIBOLD, self._theme.text
        return MEDIUM, self._theme.mute

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._spans:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bars(painter)
        self._paint_needle(painter)
        if self._labelled:
            self._paint_labels(painter)
