"""The window while it is small: beside other work, and above all other windows."""

from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from matside.core.settings import Settings
from matside.core.window_place import Place, mini_on, seen_on
from matside.core.window_size import LEAST, LEAST_MINI
from matside.ui.window.frame.shell import FILLING, SETTLED, Shell, place_of


class Usual(NamedTuple):
    """Where the window is when it is not small: its place without a frame, and its state."""

    place: QRect
    state: Qt.WindowState


class MiniView:
    """Makes `shell` small and large again, each time as it was then.

    It is the same window all along, so it keeps the keys and everything in it.
    """

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self._usual: Usual | None = None
        self._place: Place | None = None
        self._wanted = QRect()
        self._unfilled = QTimer(shell, interval=SETTLED, singleShot=True)
        self._unfilled.timeout.connect(self._insist)

    @property
    def is_on(self) -> bool:
        """Whether the window is small."""
        return self._usual is not None

    @property
    def usual(self) -> Usual:
        """Where the window is, or will be as soon as it is no longer small."""
        return self._usual or self._present()

    def shrink(self, settings: Settings) -> None:
        """Be small, at the place where it was last, else at that of the `settings`."""
        shell, self._usual = self._shell, self._present()
        shell.setWindowState(shell.windowState() & ~FILLING)
        shell.set_least(LEAST_MINI)
        remembered = self._place or Place(
            settings.mini_x, settings.mini_y, settings.mini_width, settings.mini_height
        )
        self._wanted = QRect(*mini_on(self._screens(), remembered))
        shell.setGeometry(self._wanted)
        if self._usual.state:
            self._unfilled.start()

    def grow(self) -> None:
        """Be as large as before, where the window was if a screen is there, and in its state."""
        shell, usual = self._shell, self.usual
        self._note_place()
        self._usual = None
        shell.setWindowState(shell.windowState() & ~FILLING)
        shell.set_least(LEAST)
        shell.setGeometry(QRect(*seen_on(self._screens(), place_of(usual.place))))
        shell.setWindowState(shell.windowState() | usual.state)

    def remembered_in(self, settings: Settings) -> Settings:
        """Return `settings` with the place of the mini view, if there was one."""
        self._note_place()
        if self._place is None:
            return settings
        x, y, width, height = self._place
        return replace(settings, mini_x=x, mini_y=y, mini_width=width, mini_height=height)

    def _insist(self) -> None:
        """Be small once more: Wayland gives a window that filled its screen its old size back."""
        if self.is_on:
            self._shell.setGeometry(self._wanted)

    def _note_place(self) -> None:
        if self.is_on and not self._shell.windowState() & FILLING:
            self._place = place_of(self._shell.geometry())

    def _present(self) -> Usual:
        state = self._shell.windowState() & FILLING
        return Usual(self._shell.normalGeometry() if state else self._shell.geometry(), state)

    def _screens(self) -> tuple[Place, ...]:
        """Return the room on all screens, first of that on which the window is."""
        first = self._shell.screen()
        others = (screen for screen in QGuiApplication.screens() if screen is not first)
        return tuple(place_of(screen.availableGeometry()) for screen in (first, *others))
