"""The timeline: every step of a plan in proportion to its length, with a needle."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from matside.core.durations import SECOND
from matside.core.session.looks import Look
from matside.core.workout.model import Every, Within
from matside.core.workout.plan import Plan
from matside.core.workout.steps import Step, StepKey, Work, clock_of
from matside.override import override
from matside.ui.drawing.lettering import MEDIUM, SEMIBOLD, font, paint_line
from matside.ui.drawing.painting import Part, fill_rounded, outline
from matside.ui.drawing.theme import Theme
from matside.ui.kit.timeline_layout import (
    APART,
    BAR,
    BAR_GAP,
    BARE_HEIGHT,
    BLOCK_GAP,
    CORNER,
    FOOT,
    HOLLOW,
    LABEL,
    LABELLED_HEIGHT,
    LEAST_CORNER,
    LEAST_LABEL,
    NEEDLE,
    NEEDLE_CLEARANCE,
    REST_LINE,
    TICK,
    TimelineLayout,
    labels,
    with_minutes,
)


class Timeline(Part):
    """A painted strip of the whole session; it changes only through its methods."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._plan: Plan | None = None
        self._steps: tuple[Step, ...] = ()
        self._kept: TimelineLayout | None = None
        self._place: int | None = None
        self._behind = 0
        self._look = Look.WORK
        self._labelled = True
        self._unit = self._middle = 0.0
        self._all_done = False
        self._skipped: frozenset[int] = frozenset()
        self._unsaved: frozenset[int] = frozenset()
        self._rounds: tuple[int, ...] = ()
        self._picture: QPixmap | None = None
        self._spoilt: set[int] = set()

    @property
    def needle(self) -> float | None:
        """The position of the needle in px from the left, None if there is none."""
        if self._place is None or not self._steps:
            return None
        return self._drawing.x_of(self._place, self._behind)

    def set_labelled(self, labelled: bool) -> None:  # noqa: FBT001 - a setter of Qt's kind
        """Show or leave out the labels of the blocks."""
        if labelled != self._labelled:
            self._labelled = labelled
            self._measure()

    def show_plan(self, plan: Plan) -> None:
        """Show the steps of `plan`, all of them to come."""
        self._plan, self._steps = plan, plan.steps
        self._place = None
        self._all_done = False
        self._skipped = self._unsaved = frozenset()
        self._rounds = ()
        self._measure()

    def show_place(self, place: int, behind: int, look: Look) -> None:
        """Move the needle into the step at `place`, with `behind` ms of the plan behind it.

        It moves at most once a second; the step is drawn in the colour of `look`.
        """
        whole = behind // SECOND * SECOND
        if (place, look) != (self._place, self._look):
            self._spoil(place)
        elif whole == self._behind:
            return
        self._place, self._behind, self._look = place, whole, look
        self.update()

    def show_skipped(self, places: frozenset[int]) -> None:
        """Draw the sets at `places` hollow: they were skipped."""
        if places != self._skipped:
            self._spoil_bars(places ^ self._skipped)
            self._skipped = places
            self.update()

    def show_unsaved(self, places: frozenset[int]) -> None:
        """Draw the sets at `places` as not yet done, until they are saved."""
        if places != self._unsaved:
            self._spoil_bars(places ^ self._unsaved)
            self._unsaved = places
            self.update()

    def show_rounds(self, key: StepKey, ends: Sequence[int]) -> None:
        """Mark when each round was done the last time in the block for a time of the step `key`.

        `ends` are seconds of its clock.
        """
        assert self._plan is not None  # the step is one of it
        begins = self._plan.clock_begins(key) if ends else 0
        rounds = tuple(begins + end * SECOND for end in ends)
        if rounds != self._rounds:
            self._rounds = rounds
            self.update()

    def show_all_done(self) -> None:
        """Show every step as done, without a needle."""
        self._place = None
        self._all_done = True
        self._redraw()

    def _measure(self) -> None:
        """Measure the unit and the middle of the bars, in px; thousands of bars ask for them."""
        self._unit = self.height() / (LABELLED_HEIGHT if self._labelled else BARE_HEIGHT)
        self._middle = self.height() - (FOOT + BAR / 2) * self._unit
        self._kept = None
        self._redraw()

    @property
    def _drawing(self) -> TimelineLayout:
        """The layout, which is computed when it is first needed."""
        if self._kept is None:
            assert self._plan is not None  # without one nothing is drawn
            gap = BLOCK_GAP * self._unit
            self._kept = TimelineLayout(self._plan, float(self.width()), gap)
        return self._kept

    def _redraw(self) -> None:
        self._picture = None
        self.update()

    def _spoil_bars(self, places: Collection[int]) -> None:
        """Mark the bars at `places` for redrawing, or all bars if some are too close together."""
        near = {max(0, beside) for place in places for beside in (place - 1, place)}
        if all(self._gap(*self._drawing.span(place)) >= APART for place in near):
            self._spoilt.update(places)
        else:
            self._picture = None

    def _spoil(self, place: int) -> None:
        """Mark for redrawing what changes when the needle moves to the step at `place`.

        That is everything if the block changes, or if bars are too close together.
        """
        if self._place is None:
            self._picture = None
            return
        first, last = sorted((place, self._place))
        is_new_block = self._drawing.block_at(first) != self._drawing.block_at(last)
        is_in_minutes = self._labelled and isinstance(clock_of(self._steps[place]), Every)
        if first == 0 or is_new_block or is_in_minutes:
            self._picture = None
        else:
            self._spoil_bars(range(first, last + 1))

    def _up_to_date(self) -> QPixmap:
        """Return a picture of everything but the needle, redrawn only where it is marked."""
        if self._picture is None:
            self._picture = self._drawn()
        elif self._spoilt:
            self._mend(self._picture)
        self._spoilt.clear()
        return self._picture

    def _mend(self, picture: QPixmap) -> None:
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in sorted(self._spoilt):
            rect = self._bar(self._steps[place], *self._drawing.span(place)).toAlignedRect()
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.fillRect(rect, Qt.GlobalColor.transparent)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            self._paint_bar(painter, place, self._drawing.span(place))
        painter.end()

    def _drawn(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap((QSizeF(self.size()) * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_bars(painter)
        if self._labelled:
            self._paint_labels(painter)
        painter.end()
        return picture

    def _paint_bars(self, painter: QPainter) -> None:
        least, square = 1 / self.devicePixelRatioF(), 2 * LEAST_CORNER
        plain: dict[int, list[QRectF]] = {}
        for place, span in self._drawing.seen(least, self._place):
            if span[1] - span[0] < square and place not in self._skipped:
                bar = self._bar(self._steps[place], *span)
                plain.setdefault(self._colour(place).rgba(), []).append(bar)
            else:
                self._paint_bar(painter, place, span)
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, bars in plain.items():
            painter.setBrush(QColor.fromRgba(colour))
            painter.drawRects(bars)

    def _paint_bar(self, painter: QPainter, place: int, span: tuple[float, float]) -> None:
        rect, colour = self._bar(self._steps[place], *span), self._colour(place)
        corner = min(CORNER * self._unit, rect.width() / 2, rect.height() / 2)
        if place in self._skipped:
            outline(painter, rect, corner, colour, max(1.0, HOLLOW * self._unit))
        elif corner < LEAST_CORNER:
            painter.fillRect(rect, colour)
        else:
            fill_rounded(painter, rect, corner, colour)

    def _gap(self, start: float, end: float) -> float:
        return min(BAR_GAP * self._unit, (end - start) / 4)

    def _bar(self, step: Step, start: float, end: float) -> QRectF:
        gap = self._gap(start, end)
        height = (BAR if isinstance(step, Work) else REST_LINE) * self._unit
        return QRectF(start, self._middle - height / 2, end - start - gap, height)

    def _colour(self, place: int) -> QColor:
        if place in self._unsaved:
            return self._theme.future
        if self._all_done or (self._place is not None and place < self._place):
            return self._theme.done
        if place == self._place and not self._goes_on(place):
            return self._theme.tone(self._look).flood
        return self._theme.future

    def _paint_labels(self, painter: QPainter) -> None:
        assert self._plan is not None  # without one nothing is drawn
        cap, drawing = max(LEAST_LABEL, LABEL * self._unit), self._drawing
        blocks = tuple(with_minutes(drawing, self._plan, cap))
        starts = [drawing.span(block.places.start)[0] for block in blocks]
        named = labels(blocks, starts, self.width(), cap, BLOCK_GAP * self._unit)
        for block, label in zip(blocks, named, strict=True):
            weight, colour = MEDIUM, self._theme.mute
            if self._place in block.places:
                weight, colour = SEMIBOLD, self._theme.text
            paint_line(
                painter, label.text, QPointF(label.x, 1.05 * cap), font(cap, weight), colour
            )

    def _paint_gone(self, painter: QPainter, x: float) -> None:
        """Paint what has gone of a block that lasts for a time, whose steps have one bar."""
        if self._place is None or not self._goes_on(self._place):
            return
        bar = self._bar(self._steps[self._place], self._drawing.span(self._place)[0], x)
        if bar.width() > 0:
            corner = min(CORNER * self._unit, bar.width() / 2)
            fill_rounded(painter, bar, corner, self._theme.tone(self._look).flood)

    def _goes_on(self, place: int) -> bool:
        return isinstance(clock_of(self._steps[place]), Within)

    def _paint_rounds(self, painter: QPainter) -> None:
        """Paint where the rounds of the last time were done in the block that is under way."""
        place = self._place
        if place is None or not self._goes_on(place):
            return
        width, reach = max(1.0, TICK * self._unit), (BAR / 2 + FOOT / 2) * self._unit
        for at in self._rounds:
            x = self._drawing.x_of(place, at)
            tick = QRectF(x - width / 2, self._middle - reach, width, 2 * reach)
            painter.fillRect(tick.adjusted(-width / 2, 0, width / 2, 0), self._theme.strip)
            painter.fillRect(tick, self._theme.text)

    def _paint_needle(self, painter: QPainter, x: float) -> None:
        width, clearance = NEEDLE * self._unit, NEEDLE_CLEARANCE * self._unit
        left = min(max(0.0, x - width / 2), self.width() - width)
        reach = (BAR / 2 + FOOT) * self._unit
        rect = QRectF(left, self._middle - reach, width, 2 * reach)
        painter.fillRect(rect.adjusted(-clearance, 0, clearance, 0), self._theme.strip)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.text)
        painter.drawRoundedRect(rect, width / 2, width / 2)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def paint(self, painter: QPainter) -> None:
        if not self._steps:
            return
        picture = self._up_to_date()
        painter.drawPixmap(0, 0, picture)
        needle = self.needle
        if needle is not None:
            self._paint_gone(painter, needle)
            self._paint_rounds(painter)
            self._paint_needle(painter, needle)
