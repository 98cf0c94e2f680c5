"""The large digits of a time or a count, and the widget that shows them."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.lettering import BOLD, fitting_cap, font, paint_line, width_of

HANG = 0.055
"""How far large digits reach to the left of their margin, in heights of digits."""

OVERSHOOT = 0.03
"""How far round digits reach above and below, in heights of digits, with some air."""


@frozen
class Digits:
    """A number as it is shown: its text and the height of its digits in px."""

    text: str
    cap: float

    @property
    def width(self) -> float:
        """The width of the digits from their margin on, in px."""
        return width_of(self.text, self.cap, BOLD, tabular=True) - self.hang

    @property
    def hang(self) -> float:
        """How far the digits reach to the left of their margin, in px."""
        return HANG * self.cap

    def rect(self, x: float, baseline: float) -> QRectF:
        """Return the rectangle of the digits, with their margin at `x`."""
        air = OVERSHOOT * self.cap
        return QRectF(
            x - self.hang, baseline - self.cap - air, self.width + self.hang, self.cap + 2 * air
        )


def time_digits(
    seconds: int, *, width: float, cap: float, least: float, overtime: bool = False
) -> Digits:
    """Return `seconds` as digits `cap` px high that are at most `width` px wide.

    If `m:ss` is too wide, less than a minute becomes `:ss`; what is still too wide, and any
    overtime, shrinks, but not below `least`.
    """
    written = ("+" if overtime else "") + clock(seconds)
    if Digits(written, cap).width > width and seconds < 60 and not overtime:
        written = written.removeprefix("0")
    return _fitted(written, width, cap, least)


def count_digits(count: str, *, width: float, cap: float, least: float) -> Digits:
    """Return `count` as digits `cap` px high, or lower (from `least` on) to fit `width` px."""
    return _fitted(count, width, cap, least)


def _fitted(text: str, width: float, cap: float, least: float) -> Digits:
    if Digits(text, cap).width <= width:
        return Digits(text, cap)
    return Digits(text, max(least, fitting_cap(text, width, cap, BOLD, tabular=True)))


class Countdown(QWidget):
    """Shows one number in a given size, on an opaque ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._digits = Digits("", 1)
        self._ink = QColor(Qt.GlobalColor.black)
        self._ground = QColor(Qt.GlobalColor.white)

    def show_digits(self, digits: Digits, ink: QColor, ground: QColor) -> None:
        """Show `digits` in `ink` on `ground`; repaint only what has changed."""
        if (digits, ink, ground) == (self._digits, self._ink, self._ground):
            return
        self._digits, self._ink, self._ground = digits, ink, ground
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # A px more on every side: with fractional scale factors edges are antialiased.
        painter.fillRect(event.rect().adjusted(-1, -1, 1, 1), self._ground)
        cap = self._digits.cap
        at = QPointF(0, cap + OVERSHOOT * cap)
        set_in = font(cap, BOLD, tabular=True)
        paint_line(painter, self._digits.text, at, set_in, self._ink)
