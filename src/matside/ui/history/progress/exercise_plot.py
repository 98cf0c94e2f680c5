"""The widget that shows an exercise over time."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.core.history.trend import Trend
from matside.core.weights import Unit
from matside.override import override
from matside.ui.drawing.marks import Mark
from matside.ui.drawing.painting import Part, pixels
from matside.ui.drawing.pixmap_cache import paint_cached
from matside.ui.drawing.theme import Theme
from matside.ui.history.progress.exercise_words import plot_sentences
from matside.ui.history.progress.plot_layout import PlotLayout, PlotLook, lay_out_plot
from matside.ui.words.translation import translate


class ExercisePlot(Part):
    """Volume and weight over time, painted once and kept as a picture, with words over it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._trend: Trend | None = None
        self._unit = Unit.KILOGRAM
        self._layout: PlotLayout | None = None
        self.setAccessibleName(translate("Progress", "Over time"))

    def show_trend(self, trend: Trend | None, unit: Unit) -> None:
        """Show `trend`, with loads in `unit`; None shows nothing."""
        if (trend, unit) == (self._trend, self._unit):
            return
        self._trend, self._unit = trend, unit
        self._layout = None
        self.setAccessibleDescription("" if trend is None else plot_sentences(trend, unit))
        self.update()

    def put(self, rect: QRectF, u: float, cap: float) -> None:
        """Place the plot on `rect`, in capitals of `cap` px; `u` is the unit in px."""
        self._u, self._cap = u, cap
        self._layout = None
        self.setGeometry(pixels(rect))
        self.update()

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the picture and the words."""
        if self._trend is None:
            return
        if self._layout is None:
            look = PlotLook(self._cap, self._u, self._theme, QLocale())
            self._layout = lay_out_plot(self._trend, self._unit, QRectF(self.rect()), look)
        picture = self._layout.picture
        key = f"plot {hash(self._trend)} {self._unit} {self._cap} {self._theme.surface.name()}"
        paint_cached(painter, QRectF(self.rect()), key, lambda inner: _paint(inner, picture))
        for word in self._layout.words:
            word.paint(painter)


def _paint(painter: QPainter, marks: Sequence[Mark]) -> None:
    for mark in marks:
        mark.paint(painter)
