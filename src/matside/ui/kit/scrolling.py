"""A part of a page that scrolls vertically if it has too little room."""

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QScrollArea,
    QScrollBar,
    QWidget,
)

from matside.override import override
from matside.ui.drawing.painting import fill_rounded, pixels
from matside.ui.drawing.theme import Theme

BAR = 10
"""The width of a scroll bar, in px."""

FADE = 32
"""The height of the foot on which what goes on below fades out, in px."""


_STEPS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class ThinBar(QScrollBar):
    """A scroll bar that is a plain rounded bar."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._theme = theme

    @override
    def sizeHint(self) -> QSize:
        """Return the size of a thin bar: the style's own is wider."""
        return QSize(BAR, 3 * BAR)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the bar for the part that is shown, nothing if all of it is."""
        if self.maximum() == self.minimum():
            return
        whole = self.maximum() - self.minimum() + self.pageStep()
        height = max(2.0 * BAR, self.height() * self.pageStep() / whole)
        way = self.maximum() - self.minimum()
        top = (self.height() - height) * (self.value() - self.minimum()) / way
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pill = QRectF(3, top, BAR - 4, height)
        fill_rounded(painter, pill, pill.width() / 2, self._theme.future)
        painter.end()


class Fade(QWidget):
    """Covers what lies below with more and more of `ground`, from the top down."""

    def __init__(self, ground: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the gradient."""
        from PySide6.QtGui import QLinearGradient  # noqa: PLC0415 - see `fill_shaded`

        clear = QColor(self._ground)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setStops([(0, clear), (1, self._ground)])
        painter = QPainter(self)
        painter.fillRect(self.rect(), gradient)
        painter.end()


class Scroll(QScrollArea):
    """A frameless scroll area; `content` has its width, and the height that it needs.

    With the `ground` around it, the foot fades into that until the end is reached: so a line
    that is cut there says that it goes on.
    """

    def __init__(
        self, theme: Theme, content: QWidget, parent: QWidget, ground: QColor | None = None
    ) -> None:
        super().__init__(parent)
        self.resize(0, 0)  # as for a label
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(ThinBar(theme, self))
        # One of our own is not filled, and PySide, to name Qt's, would load all kinds of widgets.
        self.setViewport(QWidget(self))
        self._content = content
        self.setWidget(content)
        content.setAutoFillBackground(False)
        self._fade = Fade(ground, self) if ground is not None else None
        self.verticalScrollBar().valueChanged.connect(self._show_whether_it_goes_on)
        self.verticalScrollBar().rangeChanged.connect(self._show_whether_it_goes_on)
        application = QApplication.instance()
        assert isinstance(application, QApplication)  # no widget is made without one
        application.focusChanged.connect(self._show_focused)

    def lay_out(self, rect: QRectF, set_in: Callable[[float], float]) -> None:
        """Take `rect`, and let `set_in` lay out the content: it returns its height for a width.

        The content is narrower where it has to scroll; all in px.
        """
        self.setGeometry(pixels(rect))
        height = set_in(self.width())
        self.fit(set_in(self.width_for(height)))

    def fit(self, height: float) -> None:
        """Make the content `height` px high, but at least as high as the visible area."""
        self._content.resize(self.width_for(height), max(self.height(), math.ceil(height)))

    def _show_focused(self, _: QWidget | None, focused: QWidget | None) -> None:
        """Scroll to the widget that Tab has reached, clear of the foot that fades.

        Qt does so only for keys pressed in here, and leaves what is visible where it fades.
        What the mouse presses stays below it.
        """
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            return
        if focused is not None and self._content.isAncestorOf(focused):
            middle = focused.mapTo(self._content, focused.rect().center())
            margin = focused.height() // 2 + 1 + (0 if self._fade is None else FADE)
            self.ensureVisible(middle.x(), middle.y(), 0, margin)

    def _show_whether_it_goes_on(self) -> None:
        bar = self.verticalScrollBar()
        if self._fade is not None:
            self._fade.setVisible(bar.value() < bar.maximum())

    def take_step(self, key: int) -> bool:
        """Scroll by `key`; return whether it is one that scrolls."""
        step = _STEPS.get(Qt.Key(key))
        if step is not None:
            self.verticalScrollBar().triggerAction(step)
        return step is not None

    def width_for(self, height: float) -> int:
        """Return the width of the content if it is `height` px high."""
        return self.width() - (BAR if math.ceil(height) > self.height() else 0)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the fading foot at the foot, beside the bar."""
        super().resizeEvent(event)
        if self._fade is not None:
            self._fade.setGeometry(0, self.height() - FADE, self.width() - BAR, FADE)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key to the page."""
        event.ignore()
