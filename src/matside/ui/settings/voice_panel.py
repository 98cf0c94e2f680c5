"""The panel of the voice: whether it says what comes, how loud and how fast."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtWidgets import QWidget

from matside.core.ports.devices import NOBODY, Instead, Speaks, VoiceState
from matside.core.settings import VOICE_RATE, Settings
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import ActionRow
from matside.ui.kit.labels import Label
from matside.ui.kit.setting_rows import AS_RECORDED, RateRow, VolumeRow
from matside.ui.settings.settings_layout import Measures, row_rects
from matside.ui.settings.settings_panel import SettingsPanel, Tell


class VoicePanel(SettingsPanel):
    """The rows of the voice; `sample` asks to hear it."""

    icon = Icon.VOICE

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self._says = self._switch(
            QCoreApplication.translate("Settings", "Say what comes"),
            lambda settings: settings.voice,
            lambda settings, on: replace(settings, voice=on),
        )
        self._volume = self._make_volume()
        self._rate = self._make_rate()
        self.sample = ActionRow(
            sheet, theme, QCoreApplication.translate("Settings", "Hear the voice"), Icon.VOICE
        )
        self._why = Label(sheet, theme.mute, lines=1, least=0.8)
        self._voice = NOBODY

    @property
    def voice(self) -> VoiceState:
        """Who speaks."""
        return self._voice

    def show_voice(self, voice: VoiceState) -> None:
        """Show who speaks in the heading, and below the rows why it is not the recorded voice."""
        self._voice = voice
        self._why.setText(_why(voice))
        self._says.setAccessibleDescription(_why(voice))

    @property
    @override
    def heading(self) -> str:
        """What stands above the rows."""
        match self._voice.speaks:
            case Speaks.RECORDED:
                return QCoreApplication.translate("Settings", "Voice: recorded")
            case Speaks.ENGINE:
                return QCoreApplication.translate("Settings", "Voice: the system's")
            case None:
                return QCoreApplication.translate("Settings", "Voice")

    @property
    @override
    def stops(self) -> Sequence[QWidget]:
        """Every row."""
        return self._says, self._volume.slide, self._rate.slide, self.sample

    @override
    def put(self, plate: QRectF, measures: Measures) -> None:
        """Place the rows on `plate`, and below them why it is another voice."""
        says, volume, rate, sample, why, *_ = row_rects(plate, measures)
        self._put_lines((self._says, self.sample), (says, sample), measures)
        self._volume.put(volume, measures.u, measures.row)
        self._rate.put(rate, measures.u, measures.row)
        left, cap = why.x() + 2 * measures.u, 0.86 * measures.row
        self._why.put(left, why.center().y() + cap / 2, why.right() - left, cap)

    def _make_volume(self) -> VolumeRow:
        name = QCoreApplication.translate("Settings", "Its volume")
        row = VolumeRow(self._sheet, self._theme, name)
        # For a screen reader "its" would have nothing to refer to.
        spoken = QCoreApplication.translate("Settings", "Volume of the voice")
        row.slide.setAccessibleName(spoken)
        self._tie(
            row.show_value,
            row.changed,
            lambda settings: settings.voice_volume,
            lambda settings, value: replace(settings, voice_volume=value),
        )
        return row

    def _make_rate(self) -> RateRow:
        name = QCoreApplication.translate("Settings", "Speed")
        row = RateRow(self._sheet, self._theme, name)
        self._tie(
            row.show_value,
            row.changed,
            lambda settings: settings.chosen_voice_rate or AS_RECORDED,
            _with_rate,
        )
        return row


def _why(voice: VoiceState) -> str:
    """Return why an engine speaks, or why something is not said; "" if all is recorded."""
    match voice.instead:
        case Instead.OTHER_WORDS:
            return QCoreApplication.translate("Settings", "not all words are recorded")
        case Instead.OTHER_SPEED:
            return QCoreApplication.translate("Settings", "recordings have one speed")
        case Instead.NO_RECORDING:
            return QCoreApplication.translate("Settings", "there are no recordings")
    if voice.speaks is Speaks.RECORDED and voice.fault is not None:
        return QCoreApplication.translate("Settings", "only what is recorded")
    return ""


def _with_rate(settings: Settings, value: int) -> Settings:
    if value < VOICE_RATE.low:
        return replace(settings, as_recorded=True)
    return replace(settings, as_recorded=False, voice_rate=value)
