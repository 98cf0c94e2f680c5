"""The plot of an exercise over time: bars, and below or beside them a line of steps."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLocale, QPointF, QRectF, QSizeF

from matside.core.history.trend import Measure, Span, Trend
from matside.core.weights import Unit
from matside.frozen import frozen
from matside.ui.drawing.lettering import SEMIBOLD, width_of
from matside.ui.drawing.marks import Box, Mark, Stroke, Text, text_at
from matside.ui.drawing.theme import WORK, Theme
from matside.ui.history.progress.axes import clock_lines, date_labels, number_lines
from matside.ui.history.progress.exercise_words import (
    line_words,
    most_heading,
    most_words,
    total_heading,
    total_words,
)

LEAST_PITCH = 4.0
"""How far bars are apart at least, in px."""

LOW, HIGH = 15.6, 22.8
"""How high a plot is at least, in heights of capitals: with both graphs side by side, and with
one below the other."""

WIDE = 36.0
"""How wide a plot with graphs side by side is at least, likewise."""

HEADING = 1.15
"""The capitals of headings, in those of all other words."""

_ABOVE, _BELOW, _BETWEEN = 4.1, 2.4, 1.6
"""The room for a heading, for the dates and between the graphs, in heights of capitals."""

_BARS = 0.58
"""The share of the height, or of the width, of both graphs that the bars have."""

_BAR = 0.8
"""The width of a bar, as a share of the pitch."""

_ROOMY = 8.0
"""The height from which a graph may have three steps, in heights of capitals."""

_BRIDGED = {Span.WEEK: 5, Span.MONTH: 2, Span.QUARTER: 1, Span.YEAR: 1}
"""How many periods apart two may be that one line goes through."""


@frozen
class PlotLook:
    """How a plot is drawn: its capitals and the unit in px, the colours, and whose dates."""

    cap: float
    u: float
    theme: Theme
    locale: QLocale


@frozen
class PlotLayout:
    """What is painted: the `picture`, which can be kept, and the `words` over it."""

    picture: tuple[Mark, ...]
    words: tuple[Text, ...]


@frozen
class _Graph:
    """The values of the periods, those of the lines, and the room for bars or steps, in px.

    Above it is the heading, from `left` on; `said` is what stands at the left of the lines, and
    below it are dates where it `is_dated`.
    """

    heading: str
    values: tuple[float, ...]
    lines: tuple[float, ...]
    said: tuple[str, ...]
    room: QRectF
    left: float
    is_dated: bool

    @property
    def pitch(self) -> float:
        """How far periods are apart, in px."""
        return self.room.width() / len(self.values)

    def x_of(self, place: float) -> float:
        """Return where the period at `place` begins, in px."""
        return self.room.left() + place * self.pitch

    def y_of(self, value: float) -> float:
        """Return how far down `value` lies, in px."""
        return self.room.bottom() - value / self.lines[-1] * self.room.height()

    def place_at(self, x: float) -> int:
        """Return the place of the period that lies at `x` px."""
        return max(0, int((x - self.room.left()) / self.pitch))


def most_periods(width: float, height: float, cap: float) -> int:
    """Return how many periods have room in a plot of `width` and `height` px."""
    bars, _ = _rooms(QRectF(0, 0, width, height), cap)
    return max(1, int((bars.width() - _gutter("0,000", cap)) / LEAST_PITCH))


def lay_out_plot(trend: Trend, unit: Unit, room: QRectF, look: PlotLook) -> PlotLayout:
    """Return the plot of `trend` in `room`, with loads in `unit`."""
    graphs = _graphs(trend, unit, room, look.cap)
    bars, steps = graphs
    ends = tuple(_end_labels(trend, unit, graphs, look))
    return PlotLayout(
        (
            *_grid(graphs, look),
            *_bars(bars, look),
            *_steps(steps, trend.span, look),
            *(Box(_behind(label), look.theme.surface) for label in ends),
            *_dot(steps, look),
        ),
        (*_axis_words(graphs, look), *_dates(trend, graphs, look), *ends),
    )


def _gutter(text: str, cap: float) -> float:
    """Return the room for `text` beside a line, in px."""
    return width_of(text, cap, tabular=True) + 1.2 * cap


def _rooms(room: QRectF, cap: float) -> tuple[QRectF, QRectF]:
    """Divide `room` into that of the bars and that of the steps, without headings and dates."""
    inner = room.adjusted(0, _ABOVE * cap, 0, -_BELOW * cap)
    if _is_low(room, cap):
        gap = 2.4 * cap
        bars = QRectF(inner.topLeft(), QSizeF(_BARS * (inner.width() - gap), inner.height()))
        return bars, inner.adjusted(bars.width() + gap, 0, 0, 0)
    gap = (_BETWEEN + _ABOVE) * cap
    bars = QRectF(inner.topLeft(), QSizeF(inner.width(), _BARS * (inner.height() - gap)))
    return bars, inner.adjusted(0, bars.height() + gap, 0, 0)


def _is_low(room: QRectF, cap: float) -> bool:
    """Return whether the graphs are side by side: they have too little room one below the other.

    Rounding may take a px.
    """
    return room.height() < HIGH * cap - 2 and room.width() >= WIDE * cap


def _graphs(trend: Trend, unit: Unit, room: QRectF, cap: float) -> tuple[_Graph, _Graph]:
    """Return the bars and the steps; one below the other they have one axis of dates."""
    scale = unit.grams if trend.measure is Measure.VOLUME else 1.0
    values = (
        tuple(each.total / scale for each in trend.periods),
        tuple((each.most or 0) / scale for each in trend.periods),
    )
    rooms = _rooms(room, cap)
    lines = [_lines(trend, *each, cap) for each in zip(values, rooms, strict=True)]
    said = [tuple(line_words(trend.measure, line) for line in each) for each in lines]
    gutters = [max(_gutter(text, cap) for text in each) for each in said]
    is_low = _is_low(room, cap)
    if not is_low:
        gutters = [max(gutters)] * 2
    bars, steps = (
        _Graph(
            heading,
            values[place],
            lines[place],
            said[place],
            rooms[place].adjusted(gutters[place], 0, 0, 0),
            rooms[place].left(),
            is_low or place == 1,
        )
        for place, heading in enumerate((total_heading(trend, unit), most_heading(trend, unit)))
    )
    return bars, steps


def _lines(trend: Trend, values: Sequence[float], room: QRectF, cap: float) -> tuple[float, ...]:
    rows = (2, 3) if room.height() >= _ROOMY * cap else (2,)
    if trend.measure is Measure.HELD:
        return clock_lines(max(values), rows)
    return number_lines(max(values), rows, whole=trend.measure is Measure.REPS)


def _grid(graphs: Sequence[_Graph], look: PlotLook) -> Iterator[Mark]:
    """Yield a line of a px for each of the values beside it."""
    for graph in graphs:
        for line in graph.lines:
            at = QPointF(graph.room.x(), round(graph.y_of(line)))
            yield Box(QRectF(at, QSizeF(graph.room.width(), 1)), look.theme.line)


def _bars(graph: _Graph, look: PlotLook) -> Iterator[Mark]:
    """Yield a bar for each period in which something was done, that of today in its colour."""
    width = _BAR * graph.pitch
    last = len(graph.values) - 1
    for place, value in enumerate(graph.values):
        if value:
            top = min(graph.y_of(value), graph.room.bottom() - 2)
            left = graph.x_of(place) + (graph.pitch - width) / 2
            rect = QRectF(left, top, width, graph.room.bottom() - top)
            colour = WORK if place == last else look.theme.bars
            yield Box(rect, colour, min(0.3 * look.u, width / 3))


def _steps(graph: _Graph, span: Span, look: PlotLook) -> Iterator[Mark]:
    """Yield a line of steps for each time in which there was no long gap."""
    known = [place for place, value in enumerate(graph.values) if value]
    runs = _runs(known, _BRIDGED[span])
    for run in runs:
        points = [
            QPointF(graph.x_of(x), graph.y_of(graph.values[place]))
            for place, end in zip(run, [*run[1:], run[-1] + 1], strict=True)
            for x in (place, end)
        ]
        yield Stroke(tuple(points), look.theme.text, max(2.0, 0.3 * look.u))


def _runs(places: Sequence[int], apart: int) -> list[list[int]]:
    """Return `places` in runs whose neighbours are at most so far `apart`."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] <= apart:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def _dot(graph: _Graph, look: PlotLook) -> Iterator[Mark]:
    """Yield a dot where the line ends."""
    place = _last(graph.values)
    if place is not None:
        radius = 0.6 * look.u
        rect = QRectF(0, 0, 2 * radius, 2 * radius)
        rect.moveCenter(QPointF(graph.x_of(place + 1) - radius, graph.y_of(graph.values[place])))
        yield Box(rect, look.theme.text, radius)


def _last(values: Sequence[float]) -> int | None:
    return next((place for place in range(len(values) - 1, -1, -1) if values[place]), None)


def _end_labels(
    trend: Trend, unit: Unit, graphs: Sequence[_Graph], look: PlotLook
) -> Iterator[Text]:
    """Yield how much the last bar and the end of the line are, above them."""
    for graph, of_sets, lift in zip(graphs, (False, True), (0.5, 0.95), strict=True):
        place = _last(graph.values)
        if place is None:
            continue
        text = _end_words(trend, place, unit, of_sets=of_sets)
        width = width_of(text, look.cap, SEMIBOLD, tabular=True)
        right = min(graph.room.right(), max(graph.room.left() + width, graph.x_of(place + 1)))
        below = graph.values[graph.place_at(right - width) : graph.place_at(right) + 1]
        y = graph.y_of(max(below)) - lift * look.cap
        yield text_at(text, right - width, y, look.cap, look.theme.text, SEMIBOLD, tabular=True)


def _end_words(trend: Trend, place: int, unit: Unit, *, of_sets: bool) -> str:
    period = trend.periods[place]
    if of_sets:
        return most_words(trend.measure, period.most or 0, unit)
    return total_words(trend.measure, period.total, unit)


def _behind(label: Text) -> QRectF:
    """Return what lies clear behind `label`."""
    air = 0.2 * label.cap
    top = label.baseline - label.cap
    return QRectF(label.x, top, label.width, label.cap).adjusted(-air, -air, air, air)


def _axis_words(graphs: Sequence[_Graph], look: PlotLook) -> Iterator[Text]:
    """Yield the headings, and the value of each line at its left."""
    cap, theme, large = look.cap, look.theme, HEADING * look.cap
    for graph in graphs:
        top = graph.room.y() - _ABOVE * cap
        yield text_at(graph.heading, graph.left, top + 1.1 * large, large, theme.text, SEMIBOLD)
        for line, said in zip(graph.lines, graph.said, strict=True):
            x = graph.room.x() - 0.8 * cap - width_of(said, cap, tabular=True)
            yield text_at(said, x, graph.y_of(line) + cap / 2, cap, theme.mute, tabular=True)


def _dates(trend: Trend, graphs: Sequence[_Graph], look: PlotLook) -> Iterator[Text]:
    """Yield the months or years below the graphs."""
    begins = [each.begins for each in trend.periods]
    for graph in graphs:
        if graph.is_dated:
            y = graph.room.bottom() + (_BELOW - 0.4) * look.cap
            for label in date_labels(begins, graph.pitch, look.cap, look.locale):
                yield text_at(label.text, graph.x_of(label.place), y, look.cap, look.theme.mute)
