"""The panel of the voice: whether it says what comes, how loud and how fast."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.controls import ActionRow
from matside.ui.icons import Icon
from matside.ui.setting_rows import RateRow, VolumeRow
from matside.ui.settings_layout import Measures, row_rects
from matside.ui.settings_panel import SettingsPanel, Tell
from matside.ui.theme import Theme


class VoicePanel(SettingsPanel):
    """The rows of the voice; `sample` asks for a word of it."""

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

    @property
    @override
    def heading(self) -> str:
        """What stands above the rows."""
        return QCoreApplication.translate("Settings", "Voice")

    @property
    @override
    def stops(self) -> Sequence[QWidget]:
        """Every row."""
        return self._says, self._volume.slide, self._rate.slide, self.sample

    @override
    def put(self, plate: QRectF, measures: Measures) -> None:
        """Place the rows on `plate`."""
        says, volume, rate, sample, *_ = row_rects(plate, measures)
        self._put_lines((self._says, self.sample), (says, sample), measures)
        self._volume.put(volume, measures.u, measures.row)
        self._rate.put(rate, measures.u, measures.row)

    def _make_volume(self) -> VolumeRow:
        name = QCoreApplication.translate("Settings", "Its volume")
        row = VolumeRow(self._sheet, self._theme, name)
        # Read aloud, away from its plate, "its" would say nothing.
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
            lambda settings: settings.voice_rate,
            lambda settings, value: replace(settings, voice_rate=value),
        )
        return row
