"""A line of the settings with a load that is stepped or typed, or that is not set."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.weights import Load, Unit, parse_load
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD, MEDIUM
from matside.ui.drawing.painting import Ink, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import IconButton
from matside.ui.kit.lines import ControlLine
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import load_words

BUTTON = 3.2
"""The width of minus and of plus, in units."""

VALUE = 5.6
"""The width of the value between them, in heights of its capitals."""

MOST_TYPED = 6
"""The most characters of a number: `499.75`."""

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
}


class LoadRow(ControlLine):
    """A name at the left, and a load between minus and plus at the right.

    Left and Right, minus and plus ask for the next one; numbers can be typed, with a point or a
    comma, and Backspace takes back what was typed, or all; Delete takes back all.
    `stepped` has 1 or -1, `typed` the load, or None.
    """

    stepped = Signal(int)
    typed = Signal(object)

    def __init__(self, parent: QWidget, theme: Theme, name: str, purpose: str = "") -> None:
        super().__init__(parent, theme, name, purpose)
        self._load: Load | None = None
        self._unit = Unit.KILOGRAM
        self._is_usual = False
        self._number = ""
        self._less = self._button(Icon.MINUS, translate("Settings", "Less: {name}"), -1)
        self._more = self._button(Icon.PLUS, translate("Settings", "More: {name}"), 1)

    def show_load(self, load: Load | None, unit: Unit, *, is_usual: bool = False) -> None:
        """Show `load`, None if it is not set; what is typed is in `unit`.

        One that nobody has chosen `is_usual`, and less bright.
        """
        self._load, self._unit, self._is_usual = load, unit, is_usual
        self.setAccessibleName(f"{self.text()}: {self._words}")
        self.update()

    @property
    def _words(self) -> str:
        if self._number:
            return f"{self._number} {self._unit.value}"
        return translate("Settings", "not set") if self._load is None else load_words(self._load)

    def _button(self, icon: Icon, pattern: str, by: int) -> IconButton:
        button = IconButton(self, self.theme, icon, pattern.format(name=self.text()))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRepeat(True)
        button.clicked.connect(lambda: self._step(by))
        return button

    def _step(self, by: int) -> None:
        self._number = ""
        self.stepped.emit(by)

    def _type(self, number: str) -> None:
        """Take over `number` if a load begins like that, and tell the load that it is."""
        load = _load_of(number, self._unit)
        if load is None and number.strip("0."):
            return
        self._number = number
        self.typed.emit(load)
        self.update()

    @override
    def put(self, rect: QRectF, u: float) -> None:
        """Place the line, with its two buttons at its right end."""
        super().put(rect, u)
        height = min(4 * u, 0.86 * self.height())
        for button, right in ((self._more, self.width() - 1.5 * u), (self._less, self._value.x())):
            top = (self.height() - height) / 2
            button.put(QRectF(right - BUTTON * u, top, BUTTON * u, height), u)

    @property
    def _value(self) -> QRectF:
        """Where the value stands."""
        right = self.width() - (1.5 + BUTTON) * self.u
        return QRectF(right - VALUE * self.cap, 0, VALUE * self.cap, self.height())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Change the load by key; leave all other keys to the button and the page."""
        by, key = _STEPS.get(Qt.Key(event.key())), event.key()
        if event.text() and event.text() in "0123456789.,":
            self._type(self._number + event.text().replace(",", "."))
        elif key == Qt.Key.Key_Delete or (key == Qt.Key.Key_Backspace and not self._number):
            self._type("")
        elif key == Qt.Key.Key_Backspace:
            self._type(self._number[:-1])
        elif by is not None:
            self._step(by)
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let minus and plus stand out from the line."""
        super().focusInEvent(event)
        self._less.set_raised(True)
        self._more.set_raised(True)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what was typed."""
        super().focusOutEvent(event)
        self._number = ""
        self._less.set_raised(False)
        self._more.set_raised(False)

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the words, and the load."""
        is_dim = not self._number and (self._load is None or self._is_usual)
        colour, weight = (self.theme.mute, MEDIUM) if is_dim else (self.theme.text, BOLD)
        ink = Ink(self.cap if is_dim else 1.12 * self.cap, colour, weight)
        paint_word(painter, self._value, self._words, ink, Qt.AlignmentFlag.AlignHCenter, least=0)
        left = self._value.x() - (BUTTON + 1) * self.u
        self._paint_words(painter, QRectF(2 * self.u, 0, left - 2 * self.u, rect.height()))


def _load_of(number: str, unit: Unit) -> Load | None:
    """Return the load of a typed `number`, None where it is none yet, or none at all."""
    if len(number) > MOST_TYPED:
        return None
    digits = f"0{number}" if number.startswith(".") else number
    return parse_load(f"{digits.removesuffix('.')} {unit.value}")
