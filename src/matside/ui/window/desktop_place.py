"""How the window stands on the desktop: full screen, its size, before the other windows."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from matside.ui.session.preferences import Preferences

JUST_RAISED = 200
"""How long after the window came to the front a click only raised it, in ms."""


class DesktopPlace:
    """The window around `content`, as the desktop shows it; what is to stay is preferred."""

    def __init__(self, content: QWidget, preferences: Preferences) -> None:
        self._content = content
        self._preferences = preferences
        self._just_raised = QTimer(content, interval=JUST_RAISED, singleShot=True)

    @property
    def was_just_raised(self) -> bool:
        """Whether the window came forward so shortly ago that a click may have raised it."""
        return self._just_raised.isActive()

    def note_raised(self) -> None:
        """Note that the window has come forward."""
        self._just_raised.start()

    def come_forward(self) -> None:
        """Bring the window before all others, where the desktop allows it."""
        window = self._content.window()
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()

    def toggle_full_screen(self) -> None:
        """Fill the screen or no more, and remember which."""
        window = self._content.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        settings = self._preferences.settings
        self._preferences.change(replace(settings, fullscreen=window.isFullScreen()))

    def remember_size(self) -> None:
        """Remember whether the window is maximised, and its size where the desktop set none."""
        content, window = self._content, self._content.window()
        settings = replace(self._preferences.settings, maximised=window.isMaximized())
        if not (window.isFullScreen() or window.isMaximized()):
            width, height = content.width(), content.height()
            settings = replace(settings, window_width=width, window_height=height)
        self._preferences.change(settings)
