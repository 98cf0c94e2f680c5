"""The sliders of the settings: with the arrow keys, by digits, in fair steps."""

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSlider, QWidget

from matside.core.settings import LONGEST_REST
from matside.override import override
from matside.ui.drawing.painting import fill_rounded, pixels
from matside.ui.drawing.theme import REST as BLUE
from matside.ui.drawing.theme import Theme

FAR = 15
"""The step of Shift with an arrow, in seconds."""


GRAINS = ((30, 1), (120, 5), (LONGEST_REST + 1, 15))
"""The step of the pointer below each length: pairs of a limit and a step, in seconds."""


MOST_DIGITS = 3


class Slide(QSlider):
    """A slider that ignores the wheel; a press on its track moves the knob there.

    With `curve` it is not linear: the value at the share s of its length is
    least + range x s ** curve, so that small values have more room.
    """

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        colour: QColor,
        *,
        most: int,
        least: int = 0,
        curve: float = 1.0,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.theme = theme
        self.u = 8.0
        self.setRange(least, most)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._colour = colour
        self._curve = curve

    def put(self, rect: QRectF, u: float) -> None:
        """Place the slider at `rect`; `u` is the unit in px."""
        self.u = u
        self.setGeometry(pixels(rect))
        self.update()

    def value_at(self, x: float) -> int:
        """Return the value at `x` px from the slider's left."""
        share = min(max((x - self._knob) / max(1.0, self.width() - 2 * self._knob), 0.0), 1.0)
        return self.minimum() + round(self._range * math.pow(share, self._curve))

    def x_of(self, value: int) -> float:
        """Return the position of the knob at `value`, in px from the slider's left."""
        share = math.pow((value - self.minimum()) / self._range, 1 / self._curve)
        return self._knob + share * (self.width() - 2 * self._knob)

    @property
    def _range(self) -> int:
        return self.maximum() - self.minimum()

    @property
    def _knob(self) -> float:
        return 1.25 * self.u

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Move the knob to the pointer."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self.value_at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the knob with the pointer."""
        if self.isSliderDown():
            self.setValue(self.value_at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Release the knob."""
        self.setSliderDown(False)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling never changes a value."""
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the track, its part up to the knob, and the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, knob = self.height() / 2, self.x_of(self.value())
        track = QRectF(0, middle - 0.375 * self.u, self.width(), 0.75 * self.u)
        fill_rounded(painter, track, track.height() / 2, self.theme.line)
        track.setRight(knob)
        fill_rounded(painter, track, track.height() / 2, self._colour)
        painter.setBrush(self.theme.text)
        painter.drawEllipse(QPointF(knob, middle), self._knob, self._knob)
        painter.end()


class SettingSlide(Slide):
    """A slider of the settings.

    Left, Right, minus and plus move it by one step, Shift with an arrow by a page. Numbers can be
    typed. Delete chooses the value that it has `as_it_comes`; the same once more takes that back.
    The keys that go through a page are left to it.
    """

    def __init__(
        self,
        parent: QWidget,
        theme: Theme,
        colour: QColor,
        name: str,
        *,
        most: int,
        least: int = 0,
        curve: float = 1.0,
    ) -> None:
        super().__init__(parent, theme, colour, most=most, least=least, curve=curve)
        self.setAccessibleName(name)
        self.as_it_comes: int | None = None
        self._left: int | None = None
        self._digits = ""

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the value by key."""
        digit = event.text() if event.text() in tuple("0123456789") else ""
        steps = self._steps(event)
        if digit:
            self._type((self._digits + digit)[-MOST_DIGITS:])
        elif event.key() == Qt.Key.Key_Backspace and self._digits:
            self._type(self._digits[:-1])
        elif event.key() == Qt.Key.Key_Delete:
            self._change_over()
        elif steps:
            self._digits = ""
            self.setValue(self.value() + steps)
        else:
            event.ignore()

    @override
    def sliderChange(self, change: QSlider.SliderChange) -> None:
        """Forget what was left for the value as it comes once there is another one."""
        if change is QSlider.SliderChange.SliderValueChange:
            self._left = None
        super().sliderChange(change)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget the typed digits."""
        self._digits = ""
        super().focusOutEvent(event)

    def _type(self, digits: str) -> None:
        self._digits = digits
        self.setValue(int(digits or "0"))

    def _change_over(self) -> None:
        """Choose the value as it comes, and from there the one that was left for it."""
        self._digits = ""
        is_as_it_comes = self.value() == self.as_it_comes
        chosen = self._left if is_as_it_comes else self.as_it_comes
        if chosen is not None:
            left = self.value()
            self.setValue(chosen)
            self._left = left

    def _steps(self, event: QKeyEvent) -> int:
        near = self.singleStep()
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            near = self.pageStep()
        return {
            Qt.Key.Key_Left: -near,
            Qt.Key.Key_Right: near,
            Qt.Key.Key_Minus: -self.singleStep(),
            Qt.Key.Key_Plus: self.singleStep(),
            Qt.Key.Key_Equal: self.singleStep(),
        }.get(Qt.Key(event.key()), 0)


class LengthSlide(SettingSlide):
    """A slider of 0 to 600 seconds; the pointer snaps to round numbers, finer for small values."""

    def __init__(self, parent: QWidget, theme: Theme, name: str) -> None:
        super().__init__(parent, theme, BLUE, name, most=LONGEST_REST, curve=2.0)
        self.setPageStep(FAR)

    @override
    def value_at(self, x: float) -> int:
        """Return the round number of seconds at `x` px from the slider's left."""
        seconds = super().value_at(x)
        grain = next(grain for below, grain in GRAINS if seconds < below)
        return round(seconds / grain) * grain
