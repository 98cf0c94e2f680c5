"""The rows of the settings: a name with a slider, each one stop of the Tab key."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.settings import REST
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import Ink, Painted, fill_rounded, paint_ring, paint_word, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import IconButton
from matside.ui.settings.rows.setting_slides import LengthSlide, SettingSlide
from matside.ui.words.dose_words import seconds_words
from matside.ui.words.translation import translate

SETTLED_AFTER = 300
"""The time without a change after which a value is tried, in ms."""


class SettingRow(Painted):
    """A name, its purpose, a slider and its value; the whole row shows the focus.

    A click anywhere on it gives its slider the focus: that is where digits go.
    """

    changed = Signal(int)

    def __init__(
        self, parent: QWidget, theme: Theme, name: str, purpose: str, slide: SettingSlide
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.u = 8.0
        self.cap, self.small = 12.0, 11.0
        self.slide = slide
        self.lit = False
        self._name, self._purpose = name, purpose
        slide.setParent(self)
        slide.installEventFilter(self)
        slide.valueChanged.connect(self._tell)
        self._say_value()

    def show_value(self, value: int) -> None:
        """Show `value` without signalling a change."""
        blocked = self.slide.blockSignals(True)
        self.slide.setValue(value)
        self.slide.blockSignals(blocked)
        self._say_value()
        self.update()
        self.slide.update()

    @property
    def stops(self) -> Sequence[QWidget]:
        """The slider."""
        return (self.slide,)

    @property
    def value_words(self) -> str:
        """The value with its unit."""
        raise NotImplementedError

    @property
    def spoken_value(self) -> str:
        """The value with its unit spelled out, for screen readers."""
        return self.value_words

    def _say_value(self) -> None:
        """Set the slider's accessible description, since its bare value has no unit."""
        parts = (self.spoken_value, self._purpose)
        self.slide.setAccessibleDescription(", ".join(part for part in parts if part))

    def _tell(self, value: int) -> None:
        self.update()
        self._say_value()
        self.changed.emit(value)

    def _show_focus(self, *, focused: bool) -> None:  # noqa: ARG002 - rows with buttons need it
        self.update()

    def _take_focus(self) -> None:
        self.slide.setFocus(Qt.FocusReason.MouseFocusReason)

    def _value_rect(self) -> QRectF:
        raise NotImplementedError

    def _words_width(self) -> float:
        raise NotImplementedError

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give the slider the focus."""
        self._take_focus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Repaint the row when the slider gets or loses the focus."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._show_focus(focused=event.type() == QEvent.Type.FocusIn)
        return super().eventFilter(watched, event)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the words, the value and, with the focus, plate and ring."""
        rect = QRectF(self.rect())
        if self.slide.hasFocus() or self.lit:
            ground = self.theme.key if self.lit else self.theme.surface2
            fill_rounded(painter, rect, 1.5 * self.u, ground)
        if self.slide.hasFocus():
            paint_ring(painter, rect, self.theme.focus, self.u)
        self._paint_words(painter, rect)
        value = Ink(1.12 * self.cap, self._colour, BOLD)
        middle = Qt.AlignmentFlag.AlignHCenter
        paint_word(painter, self._value_rect(), self.value_words, value, middle, least=0)

    @property
    def _colour(self) -> QColor:
        return self.theme.key_text if self.lit else self.theme.text

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        words = QRectF(2 * self.u, 0, self._words_width() - 2.5 * self.u, rect.height())
        name = Ink(self.cap, self._colour)
        if not self._purpose:
            paint_word(painter, words, self._name, name)
            return
        middle = rect.center().y()
        gap = 0.34 * self.small
        words.setRect(words.x(), middle - gap - self.cap, words.width(), self.cap)
        paint_word(painter, words, self._name, name)
        words.setRect(words.x(), middle + gap + 0.1 * self.small, words.width(), self.small)
        paint_word(painter, words, self._purpose, Ink(self.small, self.theme.mute))


class LengthRow(SettingRow):
    """One of the six lengths, 0 to 600 seconds, with minus and plus at its right."""

    def __init__(self, parent: QWidget, theme: Theme, name: str, purpose: str) -> None:
        super().__init__(parent, theme, name, purpose, LengthSlide(parent, theme, name))
        less = translate("Settings", "Less: {name}").format(name=name)
        more = translate("Settings", "More: {name}").format(name=name)
        self._less = self._button(Icon.MINUS, less, -1)
        self._more = self._button(Icon.PLUS, more, 1)

    @property
    @override
    def value_words(self) -> str:
        """The seconds."""
        pattern = translate("Settings", "{seconds} s")
        return pattern.format(seconds=self.slide.value())

    @property
    @override
    def spoken_value(self) -> str:
        """The seconds, in words."""
        return seconds_words(self.slide.value())

    def put(self, rect: QRectF, u: float, cap: float, small: float) -> None:
        """Place the row on `rect`: capitals of `cap` px for its name, `small` for its purpose."""
        self.u, self.cap, self.small = u, cap, small
        self.setGeometry(pixels(rect))
        side = min(5 * u, 0.86 * self.height())
        top = (self.height() - side) / 2
        self._more.put(QRectF(self.width() - 1.5 * u - side, top, side, side), u)
        self._less.put(QRectF(self._value_rect().left() - side, top, side, side), u)
        left = self._words_width()
        right = self._value_rect().left() - side - 2.6 * u
        self.slide.put(QRectF(left, 0.2 * self.height(), right - left, 0.6 * self.height()), u)

    def _button(self, icon: Icon, name: str, by: int) -> IconButton:
        button = IconButton(self, self.theme, icon, name)
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setAutoRepeat(True)
        button.pressed.connect(self._take_focus)
        button.clicked.connect(lambda: self.slide.setValue(REST.nearest(self.slide.value() + by)))
        return button

    @override
    def _show_focus(self, *, focused: bool) -> None:
        self._less.set_raised(focused)
        self._more.set_raised(focused)
        self.update()

    @override
    def _words_width(self) -> float:
        return 0.47 * self.width()

    @override
    def _value_rect(self) -> QRectF:
        right = self.width() - 1.5 * self.u - min(5 * self.u, 0.86 * self.height())
        width = max(8 * self.u, 4.6 * self.cap)
        return QRectF(right - width, 0, width, self.height())


class PlainRow(SettingRow):
    """A name, a slider as long as possible, and its value, `value_caps` capitals wide.

    `settled` is emitted when the athlete has changed it and let it be: then it is tried.
    """

    settled = Signal()

    value_caps = 5.2

    def __init__(self, parent: QWidget, theme: Theme, name: str, slide: SettingSlide) -> None:
        super().__init__(parent, theme, name, "", slide)
        self._unchanged = QTimer(self, interval=SETTLED_AFTER, singleShot=True)
        self._unchanged.timeout.connect(self._settle)
        # Not connected directly: start would take the value for an interval.
        slide.valueChanged.connect(lambda _: self._unchanged.start())
        slide.sliderReleased.connect(self._settle)

    @property
    def pitches(self) -> float:
        """How high it is, in pitches of the lines of a plate."""
        return 1.0

    def _settle(self) -> None:
        if self.slide.isSliderDown():
            return
        self._unchanged.stop()
        self.settled.emit()

    def put(self, rect: QRectF, u: float) -> None:
        """Place the row on `rect`."""
        self.u = u
        self.setGeometry(pixels(rect))
        left, right = self._words_width(), self._value_rect().left() - u
        self.slide.put(QRectF(left, 0, right - left, self.height()), u)

    @override
    def _words_width(self) -> float:
        return Ink(self.cap, self.theme.text).width(self._name) + 4.5 * self.u

    @override
    def _value_rect(self) -> QRectF:
        width = self.value_caps * self.cap
        return QRectF(self.width() - width - 0.5 * self.u, 0, width, self.height())
