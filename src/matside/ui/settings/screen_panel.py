"""The panel of the screen: theme, body, flashes, motion, and where the window is."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from matside.core.settings import Body, Settings, ThemeChoice
from matside.core.window_place import ALL_FREE, Freedom
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.settings.rows.turn_row import TurnRow
from matside.ui.settings.settings_panel import SettingsPanel, Tell
from matside.ui.words.translation import translate

ANY = ""
"""The name of no screen: the window opens on any."""


class ScreenPanel(SettingsPanel):
    """The choices of the theme, of the body and of the screen, and switches."""

    icon = Icon.SCREEN

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self.heading = translate("Settings", "Screen")
        self._freedom = ALL_FREE
        self._screens: Sequence[str] = ()
        self._names: Sequence[str] = (ANY,)
        lines = (
            self._choice(
                "theme",
                translate("Settings", "Theme"),
                (
                    (ThemeChoice.SYSTEM, translate("Settings", "As desktop")),
                    (ThemeChoice.DARK, translate("Settings", "Dark")),
                    (ThemeChoice.LIGHT, translate("Settings", "Light")),
                ),
            ),
            self._choice(
                "body",
                translate("Settings", "Films show"),
                (
                    (Body.WOMAN, translate("Settings", "Woman")),
                    (Body.MAN, translate("Settings", "Man")),
                ),
            ),
            self._switch(
                "flash_on_change",
                translate("Settings", "Flash at every change"),
                translate("Settings", "a set or a rest fills the screen"),
            ),
            self._switch(
                "flash_with_chimes",
                translate("Settings", "Flash with every chime"),
                translate("Settings", "the edge of the screen lights up"),
            ),
            self._switch(
                "reduce_motion",
                translate("Settings", "Reduce motion"),
                translate("Settings", "no flash, and films show key poses"),
            ),
            self._switch(
                "keep_awake",
                translate("Settings", "Keep screen awake"),
                translate("Settings", "for as long as a workout runs"),
            ),
            self._switch(
                "fullscreen",
                translate("Settings", "Full screen when I start"),
                translate("Settings", "F fills it for now"),
            ),
        )
        self._on_top = self._switch("always_on_top", translate("Settings", "Always on top"))
        self._screen = TurnRow(sheet, theme, translate("Settings", "Show on"))
        self._screen.turned.connect(self._choose_screen)
        self._shows.append(self._show_screen)
        self.lines = (*lines, self._on_top, self._screen)

    def show_desktop(self, freedom: Freedom, screens: Sequence[str]) -> None:
        """Show which `screens` are connected, and what the desktop forbids.

        What is new of the screens is seen once settings are shown.
        """
        self._freedom, self._screens = freedom, screens
        on_top = translate("Settings", "above all other windows")
        forbidden = translate("Settings", "not on this desktop")
        self._on_top.show_purpose(on_top if freedom.stays_on_top else forbidden)

    def _show_screen(self, settings: Settings) -> None:
        """Show the chosen screen among those connected; it may be missing."""
        chosen = settings.screen
        missing = chosen not in (ANY, *self._screens)
        self._names = (ANY, *self._screens, *((chosen,) if missing else ()))
        self._screen.show_words(
            [_word_of(name) for name in self._names], self._names.index(chosen)
        )
        self._screen.show_purpose(_of_screen(missing=missing, allowed=self._freedom.is_placed))

    def _choose_screen(self, place: int) -> None:
        name = self._names[place]
        self._tell(lambda settings: replace(settings, screen=name))


def _word_of(screen: str) -> str:
    """Return the word for a screen, on Windows without the backslashes before its name."""
    if screen == ANY:
        return translate("Settings", "Any screen")
    return screen.rpartition("\\")[2]


def _of_screen(*, missing: bool, allowed: bool) -> str:
    if not allowed:
        return translate("Settings", "the desktop decides")
    if missing:
        return translate("Settings", "not connected now")
    return translate("Settings", "where it opens")
