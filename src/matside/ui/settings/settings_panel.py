"""The base of the settings panels: lines on a plate, each tied to a setting."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QRectF, SignalInstance
from PySide6.QtWidgets import QWidget

from matside.core.settings import Settings
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.lines import Line, Switch
from matside.ui.settings.plates import Plate
from matside.ui.settings.rows.choice_row import ChoiceRow
from matside.ui.settings.rows.setting_rows import SettingRow
from matside.ui.settings.rows.turn_row import TurnRow
from matside.ui.settings.settings_layout import Measures, line_rects

Change = Callable[[Settings], Settings]
"""A change by the athlete: takes settings, and returns them with one value changed."""

Tell = Callable[[Change], None]

Value = TypeVar("Value")


class SettingsPanel:
    """The `lines` of one plate, as many as it likes, on the sheet that all plates are painted on.

    `icon` and `heading` stand above them. It keeps no settings: it shows those it is given, and
    reports every change.
    """

    icon: Icon
    heading: str
    lines: Sequence[Line] = ()

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        self._sheet = sheet
        self._theme = theme
        self._tell = tell
        self._shows: list[Callable[[Settings], None]] = []

    @property
    def stops(self) -> Sequence[QWidget]:
        """The stops of the Tab key, from the top down."""
        return tuple(stop for line in self.lines for stop in line.stops)

    @property
    def length(self) -> float:
        """How high all lines are, in their pitches."""
        return sum(line.pitches for line in self.lines)

    def put(self, plate: QRectF, measures: Measures, pitch: float) -> None:
        """Place the lines on `plate`, `pitch` px apart."""
        rects = line_rects(plate, measures.u, pitch, [line.pitches for line in self.lines])
        for line, rect in zip(self.lines, rects, strict=True):
            line.cap = measures.row
            line.put(rect, measures.u)

    def plate(self, rect: QRectF) -> Plate:
        """Return the plate that is painted below the lines, on `rect`."""
        return Plate(self.icon, self.heading, rect)

    def show_settings(self, settings: Settings) -> None:
        """Show `settings` without reporting a change."""
        for show in self._shows:
            show(settings)

    def _tie(
        self, setting: str, kind: type[Value], show: Callable[[Value], None]
    ) -> Callable[[Value], None]:
        """Tie a line to the field `setting`, of `kind`: `show` shows a value of it.

        Return what reports a new one. Raise TypeError if there is no such field.
        """
        if type(getattr(Settings(), setting, None)) is not kind:
            raise TypeError(f"no setting {setting} is of {kind.__name__}")

        def tell(value: Value) -> None:
            new: dict[str, Any] = {setting: value}
            self._tell(lambda settings: replace(settings, **new))

        self._shows.append(lambda settings: show(getattr(settings, setting)))
        return tell

    def _tie_places(
        self,
        setting: str,
        show: Callable[[int], None],
        changed: SignalInstance,
        values: Sequence[object],
    ) -> None:
        """Tie a line that shows and signals the place of one of a few `values`."""
        tell = self._tie(setting, type(values[0]), lambda value: show(values.index(value)))
        changed.connect(lambda place: tell(values[place]))

    def _slider(self, setting: str, row: SettingRow) -> None:
        """Tie `row` to a number; Delete chooses the one that the settings have as they come."""
        row.changed.connect(self._tie(setting, int, row.show_value))
        row.slide.as_it_comes = getattr(Settings(), setting)

    def _switch(self, setting: str, words: str, purpose: str = "") -> Switch:
        switch = Switch(self._sheet, self._theme, words, purpose)
        switch.clicked.connect(self._tie(setting, bool, switch.setChecked))
        return switch

    def _choice(self, setting: str, name: str, choices: Sequence[tuple[object, str]]) -> ChoiceRow:
        """Make a line of a few `choices`, each with its word."""
        row = ChoiceRow(self._sheet, self._theme, name, [word for _, word in choices])
        self._tie_places(setting, row.show_choice, row.chosen, [value for value, _ in choices])
        return row

    def _turn(
        self, setting: str, name: str, choices: Sequence[tuple[object, str]], purpose: str
    ) -> TurnRow:
        """Make a line of `choices`, each with its word, of which one is seen."""
        words = [word for _, word in choices]
        row = TurnRow(self._sheet, self._theme, name, purpose)
        show = partial(row.show_words, words)
        self._tie_places(setting, show, row.turned, [value for value, _ in choices])
        return row
