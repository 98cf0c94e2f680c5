"""The sliders of the settings: with the arrow keys, by digits, in fair steps."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from matside.core.settings import LONGEST_REST
from matside.override import override
from matside.ui.drawing.theme import REST as BLUE
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Slide

FAR = 15
"""The step of Shift with an arrow, in seconds."""


GRAINS = ((30, 1), (120, 5), (LONGEST_REST + 1, 15))
"""The step of the pointer below each length: pairs of a limit and a step, in seconds."""


MOST_DIGITS = 3


class SettingSlide(Slide):
    """A slider of the settings.

    Left, Right, minus and plus move it by one step, Shift with an arrow by a page. Numbers can be
    typed. Delete chooses the value that it has `as_it_comes`, and there the one before it again.
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
            self._left = self.value()
            self.setValue(chosen)

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
