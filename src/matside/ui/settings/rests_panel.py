"""The panel of rests and reps: six lengths, and whether rests wait and reps run by the clock."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.page import columns
from matside.ui.kit.setting_rows import LengthRow
from matside.ui.settings.settings_layout import RESTS_HEAD, WAIT, Measures
from matside.ui.settings.settings_panel import SettingsPanel, Tell
from matside.ui.words.rest_names import Length, lengths


class RestsPanel(SettingsPanel):
    """The lengths below each other, and below them two switches side by side."""

    icon = Icon.RESTS

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self._lengths = tuple(self._length(length) for length in lengths())
        self._wait = self._switch(
            QCoreApplication.translate("Settings", "Rests wait for SPACE"),
            lambda settings: settings.wait,
            lambda settings, on: replace(settings, wait=on),
        )
        self._pace = self._switch(
            QCoreApplication.translate("Settings", "Reps run by the clock"),
            lambda settings: settings.rep_pace,
            lambda settings, on: replace(settings, rep_pace=on),
        )

    @property
    @override
    def heading(self) -> str:
        """What stands above the rows."""
        return QCoreApplication.translate("Settings", "Rests and reps")

    @property
    @override
    def stops(self) -> Sequence[QWidget]:
        """The lengths, then the switches."""
        return (*(row.slide for row in self._lengths), self._wait, self._pace)

    @override
    def put(self, plate: QRectF, measures: Measures) -> None:
        """Place the rows on `plate`."""
        u = measures.u
        inner = plate.adjusted(1.5 * u, RESTS_HEAD * u, -1.5 * u, -1 * u)
        pitch = inner.height() / (len(self._lengths) + WAIT)
        for place, row in enumerate(self._lengths):
            rect = QRectF(inner.x(), inner.y() + place * pitch, inner.width(), pitch)
            row.put(rect, u, measures.length, measures.purpose)
        last = QRectF(inner.x(), inner.bottom() - WAIT * pitch, inner.width(), 0.9 * pitch)
        halves = columns(last, (0.5, 0.5), 0)
        for switch, half in zip((self._wait, self._pace), halves, strict=True):
            switch.cap = measures.length
            switch.put(half, u)

    def _length(self, length: Length) -> LengthRow:
        row = LengthRow(self._sheet, self._theme, length.name, length.purpose)
        self._tie(row.show_value, row.changed, length.of, length.put)
        return row
