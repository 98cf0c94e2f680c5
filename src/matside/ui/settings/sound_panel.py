"""The panel of sound: how loud the chimes are, and when they are heard."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import ActionRow
from matside.ui.kit.setting_rows import TimingRow, VolumeRow
from matside.ui.settings.settings_layout import Measures, row_rects
from matside.ui.settings.settings_panel import SettingsPanel, Tell


class SoundPanel(SettingsPanel):
    """The rows of the chimes; `sample` asks for one of them."""

    icon = Icon.SOUND

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self._volume = self._make_volume()
        self._muted = self._switch(
            QCoreApplication.translate("Settings", "Mute"),
            lambda settings: settings.muted,
            lambda settings, on: replace(settings, muted=on),
        )
        self.sample = ActionRow(
            sheet, theme, QCoreApplication.translate("Settings", "Hear the go sound"), Icon.SOUND
        )
        self._timing = self._make_timing()
        self._wakes = self._switch(
            QCoreApplication.translate("Settings", "Wake Bluetooth speakers"),
            lambda settings: settings.wake_speaker,
            lambda settings, on: replace(settings, wake_speaker=on),
        )

    @property
    @override
    def heading(self) -> str:
        """What stands above the rows."""
        return QCoreApplication.translate("Settings", "Sound")

    @property
    @override
    def stops(self) -> Sequence[QWidget]:
        """Every row."""
        return self._volume.slide, self._muted, self.sample, self._timing.slide, self._wakes

    @override
    def put(self, plate: QRectF, measures: Measures) -> None:
        """Place the rows on `plate`."""
        volume, muted, sample, timing, wakes, *_ = row_rects(plate, measures)
        self._volume.put(volume, measures.u, measures.row)
        self._timing.put(timing, measures.u, measures.row)
        lines = (self._muted, self.sample, self._wakes)
        self._put_lines(lines, (muted, sample, wakes), measures)

    def _make_volume(self) -> VolumeRow:
        name = QCoreApplication.translate("Settings", "Volume")
        row = VolumeRow(self._sheet, self._theme, name)
        self._tie(
            row.show_value,
            row.changed,
            lambda settings: settings.volume,
            lambda settings, value: replace(settings, volume=value),
        )
        return row

    def _make_timing(self) -> TimingRow:
        name = QCoreApplication.translate("Settings", "Timing")
        row = TimingRow(self._sheet, self._theme, name)
        self._tie(
            row.show_value,
            row.changed,
            lambda settings: settings.sound_offset,
            lambda settings, value: replace(settings, sound_offset=value),
        )
        return row
