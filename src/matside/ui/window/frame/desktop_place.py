"""The window on the desktop: full screen or small, its size, on top, and coming to the front."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer

from matside.ui.session.preferences import Preferences
from matside.ui.window.frame.chosen_screen import ChosenScreen
from matside.ui.window.frame.mini_view import MiniView
from matside.ui.window.frame.shell import Shell

JUST_RAISED = 200
"""How long after the window came to the front a click only raised it, in ms."""


class DesktopPlace(QObject):
    """Where `shell` is on the desktop, as the settings say; its size and state are kept there."""

    def __init__(self, shell: Shell, preferences: Preferences) -> None:
        super().__init__(shell)
        self._shell = shell
        self._preferences = preferences
        self._just_raised = QTimer(self, interval=JUST_RAISED, singleShot=True)
        self._screen = ChosenScreen(shell, preferences)
        self._mini = MiniView(shell)
        self._wants_mini = False
        preferences.changed.connect(self._follow)

    @property
    def was_just_raised(self) -> bool:
        """Whether the window came to the front so recently that a click may have raised it."""
        return self._just_raised.isActive()

    @property
    def fills_screen(self) -> bool:
        """Whether the window is in full screen."""
        return self._shell.isFullScreen()

    @property
    def is_mini(self) -> bool:
        """Whether the window is small."""
        return self._mini.is_on

    def want_mini(self, *, wanted: bool) -> None:
        """Be small from now on where that is possible, or no longer."""
        self._wants_mini = wanted

    def fit(self, *, small: bool) -> bool:
        """Have the size that is wanted, or the usual one if what is shown has no `small` form.

        Return whether the window is small.
        """
        if (wanted := self._wants_mini and small) is not self._mini.is_on:
            if wanted:
                self._screen.hold()
                self._mini.shrink(self._preferences.settings)
            else:
                self._mini.grow()
                self._screen.release()
            self._follow()
        return wanted

    def note_raised(self) -> None:
        """Note that the window has come to the front."""
        self._just_raised.start()

    def come_forward(self) -> None:
        """Bring the window to the front, if the desktop allows it."""
        self._shell.setWindowState(self._shell.windowState() & ~Qt.WindowState.WindowMinimized)
        self._shell.show()
        self._shell.raise_()
        self._shell.activateWindow()

    def toggle_full_screen(self) -> None:
        """Toggle full screen for now; how the next start opens is a setting of its own."""
        self._shell.setWindowState(self._shell.windowState() ^ Qt.WindowState.WindowFullScreen)

    def remember_size(self) -> None:
        """Remember whether the window is maximised, and its size if it is not."""
        place, state = self._mini.usual
        is_maximised = bool(state & Qt.WindowState.WindowMaximized)
        settings = replace(self._preferences.settings, maximised=is_maximised)
        if not state:
            settings = replace(settings, window_width=place.width(), window_height=place.height())
        self._preferences.change(self._mini.remembered_in(settings))

    def _follow(self) -> None:
        settings = self._preferences.settings
        self._shell.keep_on_top(on=settings.always_on_top or self._mini.is_on)
