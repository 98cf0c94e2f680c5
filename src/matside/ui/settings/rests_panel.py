"""The panel of rests and reps: six lengths, and whether rests wait and reps run by the clock."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_list import KeyHints, KeyWords
from matside.ui.kit.page import columns
from matside.ui.settings.rows.setting_rows import LengthRow
from matside.ui.settings.settings_layout import HEADING, RESTS_HEAD, WAIT, Measures
from matside.ui.settings.settings_panel import SettingsPanel, Tell
from matside.ui.words.translation import translate

KEYS, HEAD_MIDDLE = 1.4, 4.0
"""Where the keys beside the heading begin below the top of the plate, and the middle of both, in
units."""


class RestsPanel(SettingsPanel):
    """The lengths below each other, below them two switches side by side, and the keys of all."""

    icon = Icon.RESTS

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self.heading = translate("Settings", "Rests and reps")
        self._lengths = tuple(self._length(*length) for length in _lengths())
        self._hints = KeyHints(theme, sheet, _hints())
        self._wait = self._switch("wait", translate("Settings", "Rests wait for SPACE"))
        self._pace = self._switch("rep_pace", translate("Settings", "Reps run by the clock"))

    @property
    @override
    def stops(self) -> Sequence[QWidget]:
        """The lengths, then the switches."""
        return (*(row.slide for row in self._lengths), self._wait, self._pace)

    @override
    def put(self, plate: QRectF, measures: Measures, pitch: float) -> None:
        """Place the rows on `plate`, and beside its heading the keys that change them."""
        u = measures.u
        above = QRectF(
            plate.x(), plate.y() + KEYS * u, plate.width() - 3 * u, 2 * (HEAD_MIDDLE - KEYS) * u
        )
        above.setLeft(plate.x() + HEADING * measures.length)
        self._hints.put(above, measures.purpose)
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

    def _length(self, setting: str, name: str, purpose: str) -> LengthRow:
        row = LengthRow(self._sheet, self._theme, name, purpose)
        self._slider(setting, row)
        return row


def _lengths() -> tuple[tuple[str, str, str], ...]:
    """Return the six lengths from the top down: the setting, its name and its purpose."""
    return (
        (
            "between_exercises",
            translate("Settings", "Between exercises"),
            translate("Settings", "time to change weights"),
        ),
        (
            "between_rounds",
            translate("Settings", "Between rounds"),
            translate("Settings", "the same superset again"),
        ),
        (
            "between_blocks",
            translate("Settings", "Between supersets"),
            translate("Settings", "SPACE always ends a rest early"),
        ),
        (
            "switch_sides",
            translate("Settings", "Switch sides"),
            translate("Settings", "8 s where the kneeling leg changes"),
        ),
        (
            "get_ready",
            translate("Settings", "Get ready"),
            translate("Settings", "before the first set"),
        ),
        (
            "resume",
            translate("Settings", "After a pause"),
            translate("Settings", "to get set again"),
        ),
    )


def _hints() -> tuple[KeyWords, ...]:
    """Return the keys that change the length that has the focus."""
    arrows = (Icon.LEFT, Icon.RIGHT)
    return (
        KeyWords(arrows, translate("Settings", "1 s")),
        KeyWords((translate("Key", "Shift"), *arrows), translate("Settings", "15 s")),
        KeyWords(("0-9",), translate("Settings", "any")),
        KeyWords((translate("Key", "Del"),), translate("Settings", "as it comes")),
    )
