"""The panel of the voice: whether it says what comes, how loud and how fast."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from matside.core.ports.devices import NOBODY, Instead, Speaks, VoiceState
from matside.core.settings import VOICE_RATE, Settings
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.lines import ActionRow
from matside.ui.settings.rows.sound_rows import AS_RECORDED, RateRow, VolumeRow
from matside.ui.settings.settings_panel import SettingsPanel, Tell
from matside.ui.words.translation import translate


class VoicePanel(SettingsPanel):
    """The lines of `voice`, which is who speaks; `sample` asks to hear it."""

    icon = Icon.VOICE

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self._says = self._switch("voice", translate("Settings", "Say what comes"))
        self.volume = VolumeRow(sheet, theme, translate("Settings", "Volume"))
        # A screen reader does not see on which plate it is.
        self.volume.slide.setAccessibleName(translate("Settings", "Volume of the voice"))
        self._slider("voice_volume", self.volume)
        self.rate = RateRow(sheet, theme, translate("Settings", "Speed"))
        self.rate.slide.as_it_comes = AS_RECORDED
        self._shows.append(
            lambda settings: self.rate.show_value(settings.chosen_voice_rate or AS_RECORDED)
        )
        self.rate.changed.connect(lambda rate: tell(partial(_with_rate, rate)))
        self.sample = ActionRow(sheet, theme, translate("Settings", "Test the voice"), Icon.VOICE)
        self.lines = (self._says, self.volume, self.rate, self.sample)
        self.show_voice(NOBODY)

    def show_voice(self, voice: VoiceState) -> None:
        """Show who speaks in the heading, and in the first line why it is not the recording."""
        self.voice = voice
        self.heading = _heading(voice.speaks)
        self._says.show_purpose(_why(voice))


def _heading(speaks: Speaks | None) -> str:
    match speaks:
        case Speaks.RECORDED:
            return translate("Settings", "Voice: recorded")
        case Speaks.ENGINE:
            return translate("Settings", "Voice: this computer's")
        case None:
            return translate("Settings", "Voice")


def _why(voice: VoiceState) -> str:
    """Return why an engine speaks, or why something is not said; "" if all is recorded."""
    match voice.instead:
        case Instead.OTHER_WORDS:
            return translate("Settings", "not all words are recorded")
        case Instead.OTHER_SPEED:
            return translate("Settings", "the recording has one speed")
        case Instead.NO_RECORDING:
            return translate("Settings", "nothing is recorded")
    if voice.speaks is Speaks.RECORDED and voice.fault is not None:
        return translate("Settings", "says only what is recorded")
    return ""


def _with_rate(value: int, settings: Settings) -> Settings:
    if value < VOICE_RATE.low:
        return replace(settings, as_recorded=True)
    return replace(settings, as_recorded=False, voice_rate=value)
