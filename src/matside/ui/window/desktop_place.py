"""The window on the desktop: full screen, its size, and bringing it to the front."""

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from matside.ui.session.preferences import Preferences

JUST_RAISED = 200
"""How long after the window came to the front a click only raised it, in ms."""


class DesktopPlace:
    """The window around `content` on the desktop; its size and state are kept in the settings."""

    def __init__(self, content: QWidget, preferences: Preferences) -> None:
        self._content = content
        self._preferences = preferences
        self._just_raised = QTimer(content, interval=JUST_RAISED, singleShot=True)

    @property
    def was_just_raised(self) -> bool:
        """Whether the window came to the front so recently that a click may have raised it."""
        return self._just_raised.isActive()

    def note_raised(self) -> None:
        """Note that the window has come to the front."""
        self._just_raised.start()

    def come_forward(self) -> None:
        """Bring the window to the front, if the desktop allows it."""
        window = self._content.window()
        if window.isMinimized():
            window.showNormal()
        window.show()
        window.raise_()
        window.activateWindow()

    def toggle_full_screen(self) -> None:
        """Toggle full screen, and remember it."""
        window = self._content.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)
        settings = self._preferences.settings
        self._preferences.change(replace(settings, fullscreen=window.isFullScreen()))

    def remember_size(self) -> None:
        """Remember whether the window is maximised, and its size if it is not."""
        content, window = self._content, self._content.window()
        settings = replace(self._preferences.settings, maximised=window.isMaximized())
        if not (window.isFullScreen() or window.isMaximized()):
            width, height = content.width(), content.height()
            settings = replace(settings, window_width=width, window_height=height)
        self._preferences.change(settings)
