"""Chooses one of the exercises that were done."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from matside.core.history.totals import ExerciseDone
from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import BOLD, SEMIBOLD, font
from matside.ui.drawing.painting import Ink, fill_rounded, paint_ring, paint_word, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import BY_KEY
from matside.ui.words.translation import translate

_BY = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_OPENING = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})

_PAD = 1.6
"""The margins at both ends, in units."""

SIGN = 1.9
"""The room for the sign of a list, in heights of capitals."""

MOST_SEEN = 12
"""How many exercises the open list shows at once."""


class ExerciseChooser(QComboBox):
    """The name of an exercise, and behind it the list of all.

    Left and Right choose the one beside; Space, Enter and a click open the list, in which letters
    lead to names. All other keys are left to the page.
    """

    chosen = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u, self._cap = 8.0, 13.0
        self._ringed = False
        # Where Qt takes the value for the name, the description says what it is of.
        self.setAccessibleName(translate("Progress", "Exercise"))
        self.setAccessibleDescription(translate("Progress", "Exercise"))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMaxVisibleItems(MOST_SEEN)
        self.activated.connect(self._tell)

    def show_exercises(self, exercises: Sequence[ExerciseDone], move: str | None) -> None:
        """Offer `exercises`, of which the one that is found by `move` is chosen."""
        self.clear()
        for each in exercises:
            self.addItem(each.name, each.move)
        self.setCurrentIndex(max(0, self.findData(move)))

    def put(self, rect: QRectF, u: float, cap: float) -> None:
        """Place it on `rect`, its name in capitals of `cap` px; `u` is the unit in px."""
        self._u, self._cap = u, cap
        self.setGeometry(pixels(rect))
        self.update()

    def width_needed(self, u: float, cap: float) -> float:
        """Return the width in px that the longest name needs in capitals of `cap` px."""
        ink = Ink(cap, self._theme.text, BOLD)
        names = (self.itemText(place) for place in range(self.count()))
        return (
            max((ink.width(name) for name in names), default=0.0) + 2 * _PAD * u + SIGN * cap + 1
        )

    def _tell(self, place: int) -> None:
        self.chosen.emit(self.itemData(place))

    @override
    def sizeHint(self) -> QSize:
        """Return the current size: the panel places it."""
        return self.size()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the current size, likewise."""
        return self.size()

    @override
    def showPopup(self) -> None:
        """Open the list in the letters and colours of the page."""
        theme, palette = self._theme, QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, theme.surface2)
        palette.setColor(QPalette.ColorRole.Window, theme.surface2)
        palette.setColor(QPalette.ColorRole.Text, theme.text)
        palette.setColor(QPalette.ColorRole.Highlight, theme.key)
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.key_text)
        self.view().setPalette(palette)
        self.view().setFont(font(self._cap, SEMIBOLD))
        super().showPopup()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the focus came by a key."""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._ringed = event.reason() in BY_KEY
        super().focusInEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the exercise beside, or open the list."""
        key = Qt.Key(event.key())
        if key in _OPENING and not event.isAutoRepeat():
            self.showPopup()
        elif key in _BY:
            place = self.currentIndex() + _BY[key]
            if 0 <= place < self.count():
                self.setCurrentIndex(place)
                self._tell(place)
        else:
            event.ignore()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling never changes a value."""
        event.ignore()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name and the sign of a list, on a plate."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, theme, u = QRectF(self.rect()), self._theme, self._u
        fill_rounded(painter, rect, 1.2 * u, theme.line if self.underMouse() else theme.surface2)
        words = rect.adjusted(_PAD * u, 0, -_PAD * u - SIGN * self._cap, 0)
        paint_word(painter, words, self.currentText(), Ink(self._cap, theme.text, BOLD), least=0.7)
        side = 1.15 * self._cap
        sign = QRectF(rect.right() - _PAD * u - side, rect.center().y() - side / 2, side, side)
        paint_icon(painter, Icon.UNFOLD, sign, theme.mute)
        if self.hasFocus() and self._ringed:
            paint_ring(painter, rect, theme.focus, u)
        painter.end()
