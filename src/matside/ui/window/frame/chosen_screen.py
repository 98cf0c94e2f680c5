"""The screen that the athlete has chosen for the window."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen

from matside.ui.session.preferences import Preferences
from matside.ui.window.frame.shell import SETTLED, Shell, screen_named


class ChosenScreen(QObject):
    """Puts the window on the screen of the settings when it is chosen, or connected again.

    A window that somebody moves to another screen stays there until then. When a screen is
    unplugged, the window comes whole onto the one that the desktop leaves it.
    """

    def __init__(self, shell: Shell, preferences: Preferences) -> None:
        super().__init__(shell)
        self._shell = shell
        self._preferences = preferences
        self._name = preferences.settings.screen
        self._is_held = self._has_missed = False
        preferences.changed.connect(self._follow_preferences)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)  # there is a window
        application.screenAdded.connect(self._follow_screen)
        self._unplugged = QTimer(self, interval=SETTLED, singleShot=True)
        self._unplugged.timeout.connect(shell.come_back)
        application.screenRemoved.connect(lambda _: self._unplugged.start())
        self._go()  # it may have been connected since the window was opened

    def hold(self) -> None:
        """Leave the window where it is until it is released."""
        self._is_held = True

    def release(self) -> None:
        """Do now what has been left undone."""
        self._is_held = False
        if self._has_missed:
            self._go()

    def _follow_preferences(self) -> None:
        if self._preferences.settings.screen != self._name:
            self._name = self._preferences.settings.screen
            self._go()

    def _follow_screen(self, added: QScreen) -> None:
        if added.name() == self._name:
            self._go()

    def _go(self) -> None:
        self._has_missed = self._is_held
        if self._is_held:
            return
        screen = screen_named(self._name)
        if screen is not None and screen is not self._shell.screen():
            self._shell.put_on(screen)
