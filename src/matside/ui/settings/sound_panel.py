"""The panel of sound: how loud the chimes are, and when they are heard."""

from PySide6.QtWidgets import QWidget

from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.lines import ActionRow
from matside.ui.settings.rows.sound_rows import TimingRow, VolumeRow
from matside.ui.settings.settings_panel import SettingsPanel, Tell
from matside.ui.words.translation import translate


class SoundPanel(SettingsPanel):
    """The lines of the chimes; `sample` asks for one of them, and so do the sliders."""

    icon = Icon.SOUND

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self.heading = translate("Settings", "Sound")
        self.volume = VolumeRow(sheet, theme, translate("Settings", "Volume"))
        self._slider("volume", self.volume)
        muted = self._switch("muted", translate("Settings", "Mute"))
        self.sample = ActionRow(sheet, theme, translate("Settings", "Test the sound"), Icon.SOUND)
        self.timing = TimingRow(sheet, theme, translate("Settings", "Chimes come"))
        self._slider("sound_offset", self.timing)
        wakes = self._switch(
            "wake_speaker",
            translate("Settings", "Wake Bluetooth speakers"),
            translate("Settings", "else they swallow the first chime"),
        )
        self.lines = (self.volume, muted, self.sample, self.timing, wakes)
