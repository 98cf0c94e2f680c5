"""Lines of a plate: words at the left, and at the right a switch, or what a press opens."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Ink, fill_rounded, paint_keycap, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Control
from matside.ui.kit.page import LEAST_CAP

EXPLAINED = 1.65
"""The height of a line with a purpose below its words, in heights of another one."""


class Line(Protocol):
    """Anything that stands on a plate from side to side; `cap` px are its capitals."""

    cap: float

    @property
    def pitches(self) -> float:
        """How high it is, in pitches of the lines of a plate."""

    @property
    def stops(self) -> Sequence[QWidget]:
        """Its stops of the Tab key."""

    def put(self, rect: QRectF, u: float) -> None:
        """Place it on `rect`; `u` is the unit in px."""


class ControlLine(Control):
    """A line that is pressed; its purpose, if given, is written below its words.

    It takes the focus by a click too, and shows its ring whenever it has it: keys go there.
    """

    def __init__(self, parent: QWidget, theme: Theme, words: str, purpose: str = "") -> None:
        super().__init__(parent, theme)
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.cap = 12.0
        self._purpose = ""
        self.show_purpose(purpose)

    def show_purpose(self, purpose: str) -> None:
        """Write `purpose` below the words from now on."""
        self._purpose = purpose
        self.setAccessibleDescription(purpose)
        self.update()

    @property
    def pitches(self) -> float:
        """How high it is, in pitches of the lines of a plate."""
        return EXPLAINED if self._purpose else 1.0

    @property
    def stops(self) -> Sequence[QWidget]:
        """Itself."""
        return (self,)

    @property
    def colour(self) -> QColor:
        """The colour of the words."""
        return self.theme.text if self.isEnabled() else self.theme.future

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self._ringed = True

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        name = Ink(self.cap, self.colour)
        if not self._purpose:
            paint_word(painter, rect, self.text(), name, least=0)
            return
        small = max(LEAST_CAP, 0.86 * self.cap)
        upper, lower = QRectF(rect), QRectF(rect)
        upper.setBottom(rect.center().y() - 0.3 * small)
        upper.setTop(upper.bottom() - self.cap)
        lower.setTop(rect.center().y() + 0.5 * small)
        lower.setBottom(lower.top() + small)
        paint_word(painter, upper, self.text(), name)
        paint_word(painter, lower, self._purpose, Ink(small, self.theme.mute))


class Switch(ControlLine):
    """A line with a switch at the right, on or off."""

    def __init__(self, parent: QWidget, theme: Theme, words: str, purpose: str = "") -> None:
        super().__init__(parent, theme, words, purpose)
        self.setCheckable(True)

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the words and the switch, with its knob at the right if it is on."""
        inner = rect.adjusted(2 * self.u, 0, -1.5 * self.u, 0)
        pill = QRectF(0, 0, 5.8 * self.u, 3.25 * self.u)
        pill.moveCenter(QPointF(inner.right() - pill.width() / 2, inner.center().y()))
        inner.setRight(pill.left() - self.u)
        self._paint_words(painter, inner)
        self._paint_pill(painter, pill)

    def _paint_pill(self, painter: QPainter, pill: QRectF) -> None:
        on = self.isChecked()
        radius = pill.height() / 2
        fill_rounded(painter, pill, radius, self.theme.text if on else self.theme.line)
        painter.setBrush(self.theme.ground if on else self.theme.text)
        x = pill.right() - radius if on else pill.left() + radius
        painter.drawEllipse(
            QPointF(x, pill.center().y()), radius - 0.4 * self.u, radius - 0.4 * self.u
        )


class ActionRow(ControlLine):
    """A line with an icon, or the name of its key, on a plate at the right."""

    def __init__(
        self, parent: QWidget, theme: Theme, words: str, face: Icon | str, purpose: str = ""
    ) -> None:
        super().__init__(parent, theme, words, purpose)
        self._face = face

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the words, and the icon or the key on its plate."""
        inner = rect.adjusted(2 * self.u, 0, -1.5 * self.u, 0)
        plate = QRectF(0, 0, 5.8 * self.u, min(4 * self.u, 0.9 * rect.height()))
        plate.moveCenter(QPointF(inner.right() - plate.width() / 2, inner.center().y()))
        ground = self.theme.line if self.lit or self.isDown() else self.theme.surface2
        if isinstance(self._face, str):
            ink = Ink(0.9 * self.cap, self.theme.text, SEMIBOLD)
            paint_keycap(painter, plate, self._face, ink, ground)
        else:
            fill_rounded(painter, plate, self.u, ground)
            icon = plate.adjusted(0, 0.2 * self.u, 0, -0.2 * self.u)
            paint_icon(painter, self._face, icon, self.colour)
        inner.setRight(plate.left() - self.u)
        self._paint_words(painter, inner)
