"""The panel of help: ways to the pages that tell more."""

from PySide6.QtWidgets import QWidget

from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.lines import ActionRow
from matside.ui.settings.settings_panel import SettingsPanel, Tell
from matside.ui.words.translation import translate


class HelpPanel(SettingsPanel):
    """`checkup` opens the page of what works."""

    icon = Icon.CHECK

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self.heading = translate("Settings", "Help")
        words = translate("Settings", "Check this machine")
        purpose = translate("Settings", "sound, voice, screen and files")
        self.checkup = ActionRow(sheet, theme, words, "F2", purpose)
        self.lines = (self.checkup,)
