"""The settings page: six lengths and rep pace, what they make of the workout, sound, screen."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from matside.core.duration import clock
from matside.core.settings import Settings, ThemeChoice
from matside.override import override
from matside.ui.choice_row import ChoiceRow
from matside.ui.controls import ActionRow, Switch
from matside.ui.icons import Icon, paint_icon
from matside.ui.key_list import KeyList, KeyWords
from matside.ui.labels import Label
from matside.ui.lengths import lengths
from matside.ui.lettering import BOLD, SEMIBOLD
from matside.ui.page import Page, columns
from matside.ui.page_button import PageButton
from matside.ui.painting import Ink, fill_rounded, paint_word
from matside.ui.setting_rows import LengthRow, VolumeRow
from matside.ui.start_words import rounds_words
from matside.ui.theme import Theme
from matside.ui.total_panel import CELLS, TotalPanel
from matside.ui.words import escape_key


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What the settings page shows.

    `total` are the whole seconds that the chosen workout takes with these settings, None where
    none can be started; `totals` those with other rounds. `percent_of_rest` is of that total.
    `rounds` is None where the file's differ, or it has none to choose. `ends` is when it ends
    if it starts now, in a session when that ends.
    """

    settings: Settings
    total: int | None
    totals: Mapping[int, int]
    percent_of_rest: int
    rounds: int | None
    ends: datetime
    in_session: bool


HEAD, RESTS_HEAD = 6.0, 7.25
"""Where the rows begin below the top of a plate, in units: those with a ring leave it air."""

GAP = 0.018
"""The room between two plates, as a share of the width."""

SOUND_ROWS = 3
SCREEN_ROWS = 4

_THEMES = (ThemeChoice.SYSTEM, ThemeChoice.DARK, ThemeChoice.LIGHT)


@dataclass(frozen=True, slots=True)
class _Group:
    """A plate of the page with its heading."""

    icon: Icon
    words: str
    rect: QRectF


class SettingsPage(Page):
    """Every setting; each change is signalled at once, with all settings.

    Tab, Up and Down go from row to row; Esc closes the page, F2 asks what works.
    """

    tall_span = 0.9

    changed = Signal(Settings)
    sound_pressed = Signal()
    checkup_pressed = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._settings = Settings()
        self._groups: tuple[_Group, ...] = ()
        self._title = Label(self, theme.text, BOLD)
        self._title.setText(QCoreApplication.translate("Settings", "Settings"))
        self.setAccessibleName(self._title.text())
        self._lengths = tuple(
            (length, LengthRow(self, theme, length.name, length.purpose)) for length in lengths()
        )
        self._wait = Switch(
            self, theme, QCoreApplication.translate("Settings", "Rests wait for SPACE")
        )
        self._pace = Switch(
            self, theme, QCoreApplication.translate("Settings", "Reps run by the clock")
        )
        self._volume = VolumeRow(self, theme, QCoreApplication.translate("Settings", "Volume"))
        self._muted = Switch(self, theme, QCoreApplication.translate("Settings", "Mute"))
        self._test = ActionRow(
            self, theme, QCoreApplication.translate("Settings", "Hear the go sound"), Icon.SOUND
        )
        self._theme = ChoiceRow(
            self, theme, QCoreApplication.translate("Settings", "Theme"), _theme_words()
        )
        self._flash = Switch(
            self, theme, QCoreApplication.translate("Settings", "Flash on change")
        )
        self._still = Switch(self, theme, QCoreApplication.translate("Settings", "Reduce motion"))
        self._awake = Switch(
            self, theme, QCoreApplication.translate("Settings", "Keep screen awake")
        )
        self._hints = KeyList(theme, self, _hints())
        self._panel = TotalPanel(theme, self)
        self._checkup = PageButton(
            self, theme, "F2", QCoreApplication.translate("Settings", "What works")
        )
        self._back = PageButton(
            self, theme, escape_key(), QCoreApplication.translate("Settings", "Back")
        )
        self._connect()
        self.set_home(self._lengths[0][1].slide)
        self._set_tab_order()

    def show_view(self, view: SettingsView) -> None:
        """Show `view`."""
        self._settings = settings = view.settings
        for length, row in self._lengths:
            row.show_value(length.of(settings))
        self._volume.show_value(settings.volume)
        self._wait.setChecked(settings.wait)
        self._pace.setChecked(settings.rep_pace)
        self._muted.setChecked(settings.muted)
        self._theme.show_choice(_THEMES.index(settings.theme))
        self._flash.setChecked(settings.flash_on_change)
        self._still.setChecked(settings.reduce_motion)
        self._awake.setChecked(settings.keep_awake)
        self._panel.show_total(
            view.total, view.rounds, view.ends, _cells(view), in_session=view.in_session
        )
        self.update()

    def _connect(self) -> None:
        for length, row in self._lengths:
            row.changed.connect(
                lambda value, length=length: self._change(length.put(self._settings, value))
            )
        self._volume.changed.connect(
            lambda value: self._change(replace(self._settings, volume=value))
        )
        self._wait.clicked.connect(
            lambda checked: self._change(replace(self._settings, wait=checked))
        )
        self._pace.clicked.connect(
            lambda checked: self._change(replace(self._settings, rep_pace=checked))
        )
        self._muted.clicked.connect(
            lambda checked: self._change(replace(self._settings, muted=checked))
        )
        self._theme.chosen.connect(
            lambda place: self._change(replace(self._settings, theme=_THEMES[place]))
        )
        self._flash.clicked.connect(
            lambda checked: self._change(replace(self._settings, flash_on_change=checked))
        )
        self._still.clicked.connect(
            lambda checked: self._change(replace(self._settings, reduce_motion=checked))
        )
        self._awake.clicked.connect(
            lambda checked: self._change(replace(self._settings, keep_awake=checked))
        )
        self._test.clicked.connect(self.sound_pressed)
        self._checkup.clicked.connect(self.checkup_pressed)
        self._back.clicked.connect(self.closed)

    def _change(self, settings: Settings) -> None:
        self._settings = settings
        self.changed.emit(settings)

    def _set_tab_order(self) -> None:
        """Tab goes down the rests, then sound and screen, then back to the page before."""
        rows = [row.slide for _, row in self._lengths]
        before: QWidget = rows[0]
        for control in (
            *rows[1:],
            self._wait,
            self._pace,
            self._volume.slide,
            self._muted,
            self._test,
            *self._theme.words,
            self._flash,
            self._still,
            self._awake,
            self._checkup,
            self._back,
        ):
            QWidget.setTabOrder(before, control)
            before = control

    @override
    def arrange(self) -> None:
        """Place title and way back, then the rests beside the total, then the other groups.

        A tall page has the rests above the total, and the other groups below.
        """
        u = self.u
        room = QRectF(self.margin, 0, self.width() - 2 * self.margin, self.height())
        self._title.put(room.x() - 0.2 * u, 10 * u, room.width() / 2, self.cap(4.4))
        right = room.right() + u
        for button in (self._back, self._checkup):
            button.cap, button.u = self.cap(1.9), u
            width = button.width_needed
            button.put(QRectF(right - width, 5.6 * u, width, 5.6 * u), u)
            right -= width + 1.5 * u
        room.setTop(13.5 * u)
        room.setBottom(self.height() - 3.75 * u)
        rests, total, sound, screen, keys = _tall_plates(room) if self.tall else _plates(room)
        self._panel.put(total, u, (self.cap(1.95), self.cap(1.5)))
        self._place_rests(rests)
        self._place_sound(sound)
        self._place_screen(screen)
        self._hints.put(keys.adjusted(3.5 * u, HEAD * u, -3 * u, -1.5 * u), self.cap(1.6))
        self._groups = (
            _Group(Icon.RESTS, QCoreApplication.translate("Settings", "Rests and reps"), rests),
            _Group(Icon.SOUND, QCoreApplication.translate("Settings", "Sound"), sound),
            _Group(Icon.SCREEN, QCoreApplication.translate("Settings", "Screen"), screen),
            _Group(Icon.KEYS, QCoreApplication.translate("Settings", "Keys"), keys),
        )

    def _place_rests(self, plate: QRectF) -> None:
        u = self.u
        inner = plate.adjusted(1.5 * u, RESTS_HEAD * u, -1.5 * u, -1 * u)
        pitch = inner.height() / (len(self._lengths) + 0.95)
        for place, (_, row) in enumerate(self._lengths):
            rect = QRectF(inner.x(), inner.y() + place * pitch, inner.width(), pitch)
            row.put(rect, u, self.cap(1.75), self.cap(1.4))
        last = QRectF(inner.x(), inner.bottom() - 0.95 * pitch, inner.width(), 0.9 * pitch)
        for switch, half in zip(
            (self._wait, self._pace), columns(last, (0.5, 0.5), 0), strict=True
        ):
            switch.cap = self.cap(1.75)
            switch.put(half, u)

    def _place_sound(self, plate: QRectF) -> None:
        rows = self._rows(plate, SOUND_ROWS)
        self._volume.put(rows[0], self.u, self.cap(1.6))
        self._muted.cap = self._test.cap = self.cap(1.6)
        self._muted.put(rows[1], self.u)
        self._test.put(rows[2], self.u)

    def _place_screen(self, plate: QRectF) -> None:
        theme, *rows = self._rows(plate, SCREEN_ROWS)
        self._theme.put(theme, self.u, self.cap(1.6))
        for switch, row in zip((self._flash, self._still, self._awake), rows, strict=True):
            switch.cap = self.cap(1.6)
            switch.put(row, self.u)

    def _rows(self, plate: QRectF, count: int) -> tuple[QRectF, ...]:
        inner = plate.adjusted(1.5 * self.u, HEAD * self.u, -1.5 * self.u, -1.5 * self.u)
        height = inner.height() / count
        return tuple(
            QRectF(inner.x(), inner.y() + row * height, inner.width(), height)
            for row in range(count)
        )

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the plates with their headings."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for group in self._groups:
            self._paint_group(painter, group)
        painter.end()

    def _paint_group(self, painter: QPainter, group: _Group) -> None:
        u = self.u
        fill_rounded(painter, group.rect, 2 * u, self.theme.surface)
        side = 2.8 * u
        icon = QRectF(group.rect.x() + 3.2 * u, group.rect.y() + 2.6 * u, side, side)
        paint_icon(painter, group.icon, icon, self.theme.mute)
        words = QRectF(icon.right() + 1.2 * u, icon.y(), 0, side)
        words.setRight(group.rect.right() - 2 * u)
        paint_word(painter, words, group.words, Ink(self.cap(1.9), self.theme.text, SEMIBOLD))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc, go from row to row by Up and Down, ask what works by F2."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() == Qt.Key.Key_F2:
            self._checkup.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            event.ignore()


def _plates(room: QRectF) -> tuple[QRectF, ...]:
    """Return the plates of the rests, the total, sound, screen and keys in `room`."""
    gap = 0.0225 * room.height()
    upper = QRectF(room.x(), room.y(), room.width(), 0.6475 * room.height())
    lower = QRectF(room.x(), upper.bottom() + gap, room.width(), 0)
    lower.setBottom(room.bottom())
    return (*columns(upper, (0.632, 0.35), GAP), *columns(lower, (1 / 3 - 0.012,) * 3, GAP))


def _tall_plates(room: QRectF) -> tuple[QRectF, ...]:
    """Return the same plates one below the other, the small ones in two columns."""
    gap = GAP * room.width()
    rests, upper, lower = (
        QRectF(
            room.x(), room.y() + top * room.height(), room.width(), height * room.height() - gap
        )
        for top, height in ((0, 0.475), (0.475, 0.29), (0.765, 0.235))
    )
    half = (1 - GAP) / 2
    total, screen = columns(upper, (half, half), GAP)
    sound, keys = columns(lower, (half, half), GAP)
    return rests, total, sound, screen, keys


def _cells(view: SettingsView) -> tuple[tuple[str, str], ...]:
    """Return the totals with other rounds, and how much of this one is rest."""
    if view.total is None:
        return ()
    percent = QCoreApplication.translate("Settings", "{percent} %")
    others = [(rounds_words(n), clock(view.totals[n])) for n in sorted(view.totals)]
    if view.in_session:
        others = []
    rest = QCoreApplication.translate("Settings", "Of it rest")
    cells = [cell for cell in others if cell[0] != rounds_words(view.rounds or 0)]
    return (*cells[: CELLS - 1], (rest, percent.format(percent=view.percent_of_rest)))


def _theme_words() -> tuple[str, ...]:
    """Return the words of the themes, in their order on the page."""
    return (
        QCoreApplication.translate("Settings", "System"),
        QCoreApplication.translate("Settings", "Dark"),
        QCoreApplication.translate("Settings", "Light"),
    )


def _hints() -> tuple[KeyWords, ...]:
    """Return the keys that are worth knowing here."""
    arrows = (Icon.LEFT, Icon.RIGHT)
    shift = QCoreApplication.translate("Key", "Shift")
    return (
        KeyWords(arrows, QCoreApplication.translate("Settings", "By 1 second")),
        KeyWords((shift, *arrows), QCoreApplication.translate("Settings", "By 15 seconds")),
        KeyWords(("0-9",), QCoreApplication.translate("Settings", "Type a number")),
    )
