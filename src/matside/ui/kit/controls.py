"""Controls in the style of the screens: buttons and switches with one focus ring."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.painting import fill_rounded, paint_ring, pixels
from matside.ui.drawing.theme import Theme

BY_KEY = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)
"""The focus reasons for which a control shows its ring."""

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class Control(QAbstractButton):
    """A button that paints itself.

    A click never takes the focus; Space and Enter press it if it has the focus by Tab.
    Arrows are left to the page. With `ring_apart` the control is painted inside its ring, so
    that the ring is on the ground: for plates with a colour close to that of the ring. Without
    `ring_here` the row around the control paints it.
    """

    ring_apart = False
    ring_here = True

    def __init__(self, parent: QWidget | None, theme: Theme) -> None:
        super().__init__(parent)
        self.theme = theme
        self.u = 8.0
        self._ringed = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def put(self, rect: QRectF, u: float) -> None:
        """Place the control at `rect`; `u` is the unit in px."""
        self.u = u
        self.setGeometry(pixels(rect))
        self.update()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the control on `rect`, its whole area."""
        raise NotImplementedError

    @property
    def focus_reason(self) -> Qt.FocusReason:
        """The focus reason with which the ring would be shown as it is now."""
        shown = Qt.FocusReason.TabFocusReason
        return shown if self._ringed else Qt.FocusReason.OtherFocusReason

    @property
    def is_ringed(self) -> bool:
        """Whether the ring is shown, here or around its row."""
        return self.hasFocus() and self._ringed

    @property
    def lit(self) -> bool:
        """Whether the pointer is over the control and a click would press it."""
        return self.underMouse() and self.isEnabled()

    @override
    def sizeHint(self) -> QSize:
        """Return the current size: pages place their controls themselves."""
        return self.size()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring if the focus came by a key."""
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._ringed = event.reason() in BY_KEY
        super().focusInEvent(event)

    @override
    def focusNextPrevChild(self, forward: bool) -> bool:
        """Move the focus by Tab; if this is the only control of its page, show its ring."""
        moved = super().focusNextPrevChild(forward)
        if self.hasFocus():
            self._ringed = True
            self.update()
        return moved

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press like Space, and leave arrows to the page."""
        if event.key() in _ENTER and not event.isAutoRepeat():
            self.click()
        elif event.key() in _ARROWS | _ENTER:
            event.ignore()
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the control and its ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect, ringed = QRectF(self.rect()), self.is_ringed and self.ring_here
        inset = 0.75 * self.u if ringed and self.ring_apart else 0
        self.paint(painter, rect.adjusted(inset, inset, -inset, -inset))
        if ringed:
            paint_ring(painter, rect, self.theme.focus, self.u)
        painter.end()


class Option(Control):
    """One of several exclusive options; a screen reader calls it a radio button.

    A click is only a request: the page marks the option that is chosen.
    """

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        # With auto-exclusive buttons Qt would let Tab reach only the marked one.
        alone = QButtonGroup(self)
        alone.setExclusive(False)
        alone.addButton(self)

    @override
    def nextCheckState(self) -> None:
        """Leave the mark as it is."""


class IconButton(Control):
    """A small square plate with an icon and a name that is only spoken."""

    def __init__(self, parent: QWidget, theme: Theme, icon: Icon, name: str) -> None:
        super().__init__(parent, theme)
        self._icon = icon
        self._raised = False
        self.setAccessibleName(name)

    def set_raised(self, raised: bool) -> None:  # noqa: FBT001 - a setter of Qt's kind
        """Stand out from a row that has the focus."""
        self._raised = raised
        self.update()

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the plate, and the icon on it."""
        bright = self._raised or self.lit or self.isDown()
        ground = self.theme.line if bright else self.theme.surface2
        fill_rounded(painter, rect, 1.2 * self.u, ground)
        colour = self.theme.text if self.isEnabled() else self.theme.future
        side = 0.46 * rect.height()
        icon = QRectF(0, 0, side, side)
        icon.moveCenter(rect.center())
        paint_icon(painter, self._icon, icon, colour)
