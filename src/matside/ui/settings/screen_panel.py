"""The panel of the screen: theme, whose body is shown, flashes, motion, and staying awake."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF
from PySide6.QtWidgets import QWidget

from matside.core.settings import Body, ThemeChoice
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.theme import Theme
from matside.ui.kit.choice_row import ChoiceRow
from matside.ui.settings.settings_layout import Measures, row_rects
from matside.ui.settings.settings_panel import SettingsPanel, Tell

THEMES = (ThemeChoice.SYSTEM, ThemeChoice.DARK, ThemeChoice.LIGHT)
BODIES = (Body.WOMAN, Body.MAN)


class ScreenPanel(SettingsPanel):
    """The choices of the theme and of the body, and four switches."""

    icon = Icon.SCREEN

    def __init__(self, sheet: QWidget, theme: Theme, tell: Tell) -> None:
        super().__init__(sheet, theme, tell)
        self._choice = self._make_choice()
        self._body = self._make_body()
        self._flash = self._switch(
            QCoreApplication.translate("Settings", "Flash on change"),
            lambda settings: settings.flash_on_change,
            lambda settings, on: replace(settings, flash_on_change=on),
        )
        self._frame = self._switch(
            QCoreApplication.translate("Settings", "Flash with chimes"),
            lambda settings: settings.flash_with_chimes,
            lambda settings, on: replace(settings, flash_with_chimes=on),
        )
        self._still = self._switch(
            QCoreApplication.translate("Settings", "Reduce motion"),
            lambda settings: settings.reduce_motion,
            lambda settings, on: replace(settings, reduce_motion=on),
        )
        self._awake = self._switch(
            QCoreApplication.translate("Settings", "Keep screen awake"),
            lambda settings: settings.keep_awake,
            lambda settings, on: replace(settings, keep_awake=on),
        )

    @property
    @override
    def heading(self) -> str:
        """What stands above the rows."""
        return QCoreApplication.translate("Settings", "Screen")

    @property
    @override
    def stops(self) -> Sequence[QWidget]:
        """The words of the themes and of the bodies, then the switches."""
        switches = (self._flash, self._frame, self._still, self._awake)
        return (*self._choice.words, *self._body.words, *switches)

    @override
    def put(self, plate: QRectF, measures: Measures) -> None:
        """Place the rows on `plate`."""
        choice, body, *rows = row_rects(plate, measures)
        self._choice.put(choice, measures.u, measures.row)
        self._body.put(body, measures.u, measures.row)
        switches = (self._flash, self._frame, self._still, self._awake)
        self._put_lines(switches, rows, measures)

    def _make_choice(self) -> ChoiceRow:
        name = QCoreApplication.translate("Settings", "Theme")
        row = ChoiceRow(self._sheet, self._theme, name, _theme_words())
        self._tie(
            row.show_choice,
            row.chosen,
            lambda settings: THEMES.index(settings.theme),
            lambda settings, place: replace(settings, theme=THEMES[place]),
        )
        return row

    def _make_body(self) -> ChoiceRow:
        name = QCoreApplication.translate("Settings", "Films show")
        row = ChoiceRow(self._sheet, self._theme, name, _body_words())
        self._tie(
            row.show_choice,
            row.chosen,
            lambda settings: BODIES.index(settings.body),
            lambda settings, place: replace(settings, body=BODIES[place]),
        )
        return row


def _body_words() -> tuple[str, ...]:
    """Return the words of `BODIES`."""
    return (
        QCoreApplication.translate("Settings", "Woman"),
        QCoreApplication.translate("Settings", "Man"),
    )


def _theme_words() -> tuple[str, ...]:
    """Return the words of `THEMES`."""
    return (
        QCoreApplication.translate("Settings", "System"),
        QCoreApplication.translate("Settings", "Dark"),
        QCoreApplication.translate("Settings", "Light"),
    )
