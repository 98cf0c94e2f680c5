"""The panel of the keys: whether media keys are taken, a way to the keys, and a few hints."""

import sys
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.keyboard.key_list import KeyList, KeyWords
from matside.ui.kit.controls import ActionRow
from matside.ui.settings.settings_layout import Measures, row_rects
from matside.ui.settings.settings_panel import SettingsPanel, Tell

MEDIA = 1.4
"""The height of the row of the media keys, in heights of another row."""


class KeysPanel(SettingsPanel):
    """Two rows, and hints on the keys for the rows of all panels; `change` opens the keys page."""

    icon = Icon.KEYS

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self._media = self._switch(
            QCoreApplication.translate("Settings", "Media keys"),
            lambda settings: settings.media_keys,
            lambda settings, on: replace(settings, media_keys=on),
            QCoreApplication.translate("Settings", "takes them from the music player"),
        )
        # On other systems they arrive as ordinary keys while the window has the focus.
        self._media.setVisible(sys.platform.startswith("linux"))
        self.change = ActionRow(
            sheet, theme, QCoreApplication.translate("Settings", "Change keys"), Icon.KEYS
        )
        self._hints = KeyList(theme, sheet, _hints())

    @property
    @override
    def heading(self) -> str:
        """What stands above the rows."""
        return QCoreApplication.translate("Settings", "Keys")

    @property
    @override
    def stops(self) -> Sequence[QWidget]:
        """Both rows."""
        return self._media, self.change

    @override
    def put(self, plate: QRectF, measures: Measures) -> None:
        """Place the rows on `plate`, and the hints below them."""
        u, (first, second, *_) = measures.u, row_rects(plate, measures)
        media = QRectF(first)
        media.setHeight(0 if self._media.isHidden() else MEDIA * first.height())
        change = QRectF(second)
        change.moveTop(media.bottom())
        hints = plate.adjusted(3.5 * u, 0, -3 * u, -1.5 * u)
        hints.setTop(change.bottom())
        self._put_lines((self._media, self.change), (media, change), measures)
        self._hints.put(hints, measures.row)


def _hints() -> tuple[KeyWords, ...]:
    """Return the hints on keys."""
    arrows = (Icon.LEFT, Icon.RIGHT)
    shift = QCoreApplication.translate("Key", "Shift")
    return (
        KeyWords(arrows, QCoreApplication.translate("Settings", "By 1 second")),
        KeyWords((shift, *arrows), QCoreApplication.translate("Settings", "By 15 seconds")),
        KeyWords(("0-9",), QCoreApplication.translate("Settings", "Type a number")),
    )
