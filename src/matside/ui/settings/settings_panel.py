"""The base of the settings panels: rows on a plate, each tied to a setting."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QRectF, SignalInstance
from PySide6.QtWidgets import QWidget

from matside.core.settings import Settings
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import ActionRow, Switch
from matside.ui.kit.plates import Plate
from matside.ui.settings.settings_layout import Measures

Value = TypeVar("Value")

Change = Callable[[Settings], Settings]
"""A change by the athlete: takes settings, and returns them with one value changed."""

Tell = Callable[[Change], None]


class SettingsPanel:
    """The rows of one plate, on the sheet that all plates are painted on.

    It keeps no settings: it shows those it is given, and reports every change.
    """

    icon: Icon

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        self._sheet = sheet
        self._theme = theme
        self._tell = tell
        self._shows: list[Callable[[Settings], None]] = []

    @property
    def heading(self) -> str:
        """What stands above the rows."""
        raise NotImplementedError

    @property
    def stops(self) -> Sequence[QWidget]:
        """The stops of the Tab key, from the top down."""
        raise NotImplementedError

    def put(self, plate: QRectF, measures: Measures) -> None:
        """Place the rows on `plate`."""
        raise NotImplementedError

    def plate(self, rect: QRectF) -> Plate:
        """Return the plate that is painted below the rows, on `rect`."""
        return Plate(self.icon, self.heading, rect)

    def show_settings(self, settings: Settings) -> None:
        """Show `settings` without reporting a change."""
        for show in self._shows:
            show(settings)

    def _tie(
        self,
        show: Callable[[Value], None],
        changed: SignalInstance,
        of: Callable[[Settings], Value],
        put: Callable[[Settings, Value], Settings],
    ) -> None:
        """Tie a row to a setting: `show` shows a value, `changed` signals a new one.

        `of` reads the value from the settings, `put` returns them with another value.
        """
        self._shows.append(lambda settings: show(of(settings)))
        changed.connect(lambda value: self._tell(lambda settings: put(settings, value)))

    def _switch(
        self,
        words: str,
        of: Callable[[Settings], bool],
        put: Callable[[Settings, bool], Settings],
        purpose: str = "",
    ) -> Switch:
        switch = Switch(self._sheet, self._theme, words, purpose)
        self._tie(switch.setChecked, switch.clicked, of, put)
        return switch

    def _put_lines(
        self, lines: Sequence[Switch | ActionRow], rects: Sequence[QRectF], measures: Measures
    ) -> None:
        for line, rect in zip(lines, rects, strict=True):
            line.cap = measures.row
            line.put(rect, measures.u)
