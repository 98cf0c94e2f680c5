"""The panel of the keys: whether media keys are taken, and the way to their page."""

import sys

from PySide6.QtWidgets import QWidget

from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.lines import ActionRow, Switch
from matside.ui.settings.settings_panel import SettingsPanel, Tell
from matside.ui.words.translation import translate


class KeysPanel(SettingsPanel):
    """`change` opens the page where keys are chosen."""

    icon = Icon.KEYS

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self.heading = translate("Settings", "Keys")
        # On other systems media keys arrive as ordinary keys while the window has the focus.
        media = self._media() if sys.platform.startswith("linux") else ()
        self.change = ActionRow(sheet, theme, translate("Settings", "Change keys"), Icon.KEYS)
        self.lines = (*media, self.change)

    def _media(self) -> tuple[Switch]:
        words = translate("Settings", "Media keys")
        purpose = translate("Settings", "your music player loses them")
        return (self._switch("media_keys", words, purpose),)
