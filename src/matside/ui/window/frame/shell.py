"""The window itself: on the screen at once, and furnished when the rest is loaded."""

from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QColor,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QScreen,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from matside.core.window_place import Place, middle_of
from matside.core.window_size import LEAST, WindowSize, least_on, most_on
from matside.override import override

SETTLED = 200
"""How many ms after its state or its screen has changed a window has the size it was given."""

FILLING = Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMaximized
"""The states in which the desktop says how large a window is."""


_ON_TOP = Qt.WindowType.WindowStaysOnTopHint


def _measured(size: QSize) -> WindowSize:
    return WindowSize(size.width(), size.height())


def place_of(rect: QRect) -> Place:
    """Return `rect` as a place."""
    return Place(rect.x(), rect.y(), rect.width(), rect.height())


def screen_named(name: str) -> QScreen | None:
    """Return the screen that is connected as `name`, None if there is none."""
    return next((each for each in QGuiApplication.screens() if each.name() == name), None)


class Shell(QWidget):
    """An empty ground until it is filled; then its content alone decides.

    No size that it has or asks for exceeds its screen, so that what a page has at its foot is
    seen: the least size follows the screen, and so does the size after full screen.

    Loading takes the content twice as long as a window takes to open, so this one opens first.
    """

    painted = Signal()
    """The ground is on the screen for the first time."""

    def __init__(self, ground: QColor) -> None:
        super().__init__()
        # The title counts seconds, which a screen reader must not.
        self.setAccessibleName("Matside")
        self._ground = ground
        self._content: QWidget | None = None
        self._is_painted = False
        self._early_keys: list[QKeyEvent] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._settled = QTimer(self, interval=SETTLED, singleShot=True)
        self._settled.timeout.connect(self._fit)
        self._follows_screen = False
        self._least = LEAST
        self._limit(self.screen().availableSize())

    def fit_to(self, screen: QSize) -> None:
        """Be no larger than `screen`, in px, nor ask for more; a window that fills it stays."""
        self._limit(screen)
        frame = self.frameGeometry().size() - self.size()
        most = QSize(*most_on(_measured(screen), _measured(frame)))
        if not self.windowState() & FILLING and self.size() != self.size().boundedTo(most):
            self.resize(self.size().boundedTo(most))
            self.move(self.screen().availableGeometry().topLeft())

    def set_least(self, least: WindowSize) -> None:
        """Be no smaller than `least` from now on, as far as the screen has room for it."""
        self._least = least
        self._limit(self.screen().availableSize())

    def put_on(self, screen: QScreen) -> None:
        """Move to the middle of `screen`; a window that fills its screen fills that one."""
        filling = self.windowState() & FILLING
        size = self.normalGeometry().size() if filling and self.isVisible() else self.size()
        self.setWindowState(self.windowState() & ~FILLING)
        self._limit(screen.availableSize())
        self.setGeometry(QRect(*middle_of(place_of(screen.availableGeometry()), _measured(size))))
        self.setWindowState(self.windowState() | filling)

    def come_back(self) -> None:
        """Be whole on the screen."""
        frame = place_of(self.frameGeometry())
        whole = frame.within(place_of(self.screen().availableGeometry()))
        if frame != whole and not self.windowState() & FILLING:
            self.move(whole.x, whole.y)

    def keep_on_top(self, *, on: bool) -> None:
        """Stay above all other windows, or no longer; a window that is seen stays on the screen.

        Setting the flag of a widget would hide it and show it again.
        """
        flags = self.windowFlags()
        if bool(flags & _ON_TOP) is on:
            return
        if (handle := self.windowHandle()) is not None:
            handle.setFlag(_ON_TOP, on)
        self.overrideWindowFlags(flags | _ON_TOP if on else flags & ~_ON_TOP)

    def _fit(self) -> None:
        self.fit_to(self.screen().availableSize())

    def _follow_screen(self, screen: QScreen) -> None:
        screen.availableGeometryChanged.connect(self._settle)
        self._settle()

    def _settle(self) -> None:
        self._settled.start()

    def _limit(self, screen: QSize) -> None:
        self.setMinimumSize(QSize(*least_on(_measured(screen), self._least)))

    def preview(self, page: QWidget) -> None:
        """Show `page` until what fills the window takes it over; all keys are kept for that."""
        self._layout.addWidget(page)
        page.resize(self.size())
        page.show()

    def fill(self, content: QWidget) -> None:
        """Show `content` instead of the ground, and let it have the keys from now on."""
        self._content = content
        self.setWindowTitle(content.windowTitle())
        self._layout.addWidget(content)
        content.show()
        content.setFocus()

    def hand_over_keys(self) -> None:
        """Let the content have the keys that came before it was ready for them."""
        receiver = QApplication.focusWidget() or self._content or self
        for event in self._early_keys:
            QCoreApplication.postEvent(receiver, event)
        self._early_keys.clear()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground where nothing covers it."""
        painter = QPainter(self)
        # Of `fillRect` Qt's gradients would be loaded, which takes longer than to paint.
        painter.setBackground(self._ground)
        painter.eraseRect(event.rect())
        painter.end()
        if not self._is_painted:
            self._is_painted = True
            self.painted.emit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Follow the screen from now on."""
        super().showEvent(event)
        if not self._follows_screen:
            self._follows_screen = True
            self.windowHandle().screenChanged.connect(self._follow_screen)
            self.screen().availableGeometryChanged.connect(self._settle)

    @override
    def changeEvent(self, event: QEvent) -> None:
        """Fit the screen after full screen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange:
            self._settle()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep a key that is pressed too early for what will fill the window."""
        if self._content is None:
            self._early_keys.append(event.clone())
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        """Close if the content closes."""
        if self._content is not None and not self._content.close():
            event.ignore()
