"""The button for the mouse that makes the window small, and large again."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QHoverEvent
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import IconButton
from matside.ui.words.translation import translate

SEEN_FOR = 2_500
"""How long the button is seen after the mouse has moved, in ms."""

SHARE, LEAST, MOST = 0.08, 30.0, 80.0
"""The side of the button as a share of the window, and its minimum and maximum in px."""

TOP, APART = 0.25, 0.3
"""Where it begins as a share of the height, below all words, and its margin in its own sides."""


class MiniButton(IconButton):
    """Seen at the right of `window` for a moment whenever the mouse moves over it.

    It never takes the focus, so no key is lost to it.
    """

    def __init__(self, window: QWidget, theme: Theme) -> None:
        name = translate("Window", "Mini view")
        super().__init__(window, theme, Icon.MINI, name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._is_offered = False
        self._pointer: QPointF | None = None
        self._window = window
        self._seen = QTimer(self, interval=SEEN_FOR, singleShot=True)
        self._seen.timeout.connect(self.hide)
        window.setAttribute(Qt.WidgetAttribute.WA_Hover)
        window.installEventFilter(self)

    def offer(self, offered: bool) -> None:  # noqa: FBT001 - a setter of Qt's kind
        """Show the button when the mouse moves from now on, or do not."""
        self._is_offered = offered
        if not offered:
            self.hide()

    def dress(self, theme: Theme) -> None:
        """Be in the colours of `theme`."""
        self.theme = theme
        self.update()

    def _show_for_a_moment(self) -> None:
        size = self._window.size()
        side = min(max(SHARE * min(size.width(), size.height()), LEAST), MOST)
        x = size.width() - (1 + APART) * side
        self.put(QRectF(x, TOP * size.height(), side, side), side / 7)
        self.show()
        self.raise_()
        self._seen.start()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Appear when the mouse moves over the window, and vanish when it leaves."""
        if isinstance(event, QHoverEvent) and event.type() == QEvent.Type.HoverMove:
            before, self._pointer = self._pointer, event.globalPosition()
            # Qt also tells of a mouse that rests, when something moves below it.
            if self._is_offered and before not in (None, self._pointer):
                self._show_for_a_moment()
        elif event.type() in (QEvent.Type.HoverLeave, QEvent.Type.Resize):
            self.hide()
        return super().eventFilter(watched, event)
