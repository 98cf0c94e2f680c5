"""The faults of a workout's file on a plate: they can be read, scrolled and copied."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.lettering import font
from matside.ui.drawing.painting import Part, fill_rounded, paint_ring, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.scrolling_text import ScrollingText
from matside.ui.words.translation import translate


class FaultPlate(Part):
    """A plate with the `list` of faults, which can have the focus."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.list = FaultList(theme, self)
        self.list.focus_changed.connect(self.update)

    @property
    def has_faults(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.list.toPlainText())

    def show_faults(self, faults: Sequence[str]) -> None:
        """Show `faults`, one a line."""
        self.list.setPlainText("\n".join(faults))

    def put(self, rect: QRectF, cap: float, u: float) -> None:
        """Place the plate on `rect`, with capitals `cap` px high, no higher than its faults."""
        self._u = u
        inset = 2 * u
        self.list.setFont(font(cap))
        self.list.resize(round(rect.width() - 2 * inset), round(rect.height()))
        height = min(rect.height(), self.list.height_needed + 2 * inset)
        self.setGeometry(pixels(QRectF(rect.x(), rect.y(), rect.width(), height)))
        inner = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        self.list.setGeometry(pixels(inner))
        self.update()

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the plate, and the ring where the list has the focus."""
        rect = QRectF(self.rect())
        fill_rounded(painter, rect, 2 * self._u, self._theme.surface)
        if self.list.hasFocus():
            paint_ring(painter, rect, self._theme.focus, self._u)


class FaultList(ScrollingText):
    """Read-only lines, which can be copied."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, theme.surface, translate("Start", "Faults of the file"), parent)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def height_needed(self) -> float:
        """The height in px of all lines, as they are broken at its present width."""
        lines, line = self.document().size().height(), QFontMetricsF(self.font()).lineSpacing()
        return lines * math.ceil(line) + 2 * self.document().documentMargin() + 2
