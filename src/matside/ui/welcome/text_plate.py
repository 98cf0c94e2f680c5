"""A plate of the welcome: an icon, a heading, and sentences below each other."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Part, fill_rounded, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import PITCH, Label

MOST_LINES = 8
"""The maximum number of lines of a sentence."""

INSET, HEAD, FOOT = 2.5, 3.2, 2.8
"""The margin at the sides, the room above the heading and below the last sentence, in units."""

HEADING, GAP = 1.25, 1.15
"""The capitals of the heading, and the gap between sentences, in heights of capitals."""


class TextPlate(Part):
    """Sentences under a heading, as high as they need."""

    def __init__(
        self, parent: QWidget, theme: Theme, icon: Icon, heading: str, said: Sequence[str]
    ) -> None:
        super().__init__(theme, parent)
        self._icon = icon
        self._icon_rect = QRectF()
        self._heading = Label(self, theme.text, SEMIBOLD)
        self._heading.setText(heading)
        self._sentences = tuple(Label(self, theme.mute, lines=MOST_LINES) for _ in said)
        for label, words in zip(self._sentences, said, strict=True):
            label.setText(words)

    def put(self, rect: QRectF, u: float, cap: float) -> None:
        """Place the plate on `rect`, its sentences in capitals of `cap` px."""
        self._u = u
        self.setGeometry(pixels(rect))
        left, width, large = INSET * u, self.width() - 2 * INSET * u, HEADING * cap
        baseline = HEAD * u + large
        self._icon_rect = QRectF(left, baseline - 1.3 * large, 1.6 * large, 1.6 * large)
        beside = self._icon_rect.right() + 0.9 * large
        self._heading.put(beside, baseline, self.width() - beside - INSET * u, large)
        baseline += GAP * cap
        for label in self._sentences:
            label.put(left, baseline + PITCH * cap, width, cap)
            baseline += (PITCH * len(label.lines_in(width, cap)) + GAP) * cap
        self.update()

    def height_needed(self, width: float, u: float, cap: float) -> float:
        """Return the height in px that all words need on `width` px."""
        inner = width - 1 - 2 * INSET * u  # a plate ends on a whole pixel
        lines = sum(len(label.lines_in(inner, cap)) for label in self._sentences)
        gaps = GAP * len(self._sentences)
        return (HEAD + FOOT) * u + (HEADING + PITCH * lines + gaps) * cap

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the plate and its icon."""
        fill_rounded(painter, QRectF(self.rect()), 2 * self._u, self._theme.surface)
        paint_icon(painter, self._icon, self._icon_rect, self._theme.mute)
