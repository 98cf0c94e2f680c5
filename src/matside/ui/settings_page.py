"""The settings page: rests and reps with what they make of the workout, sound, screen, keys."""

import math
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from matside.core.duration import clock
from matside.core.settings import Settings, ThemeChoice
from matside.override import override
from matside.ui.choice_row import ChoiceRow
from matside.ui.controls import ActionRow, Switch
from matside.ui.icons import Icon
from matside.ui.key_list import KeyList, KeyWords
from matside.ui.labels import Label
from matside.ui.lengths import lengths
from matside.ui.lettering import BOLD
from matside.ui.page import Page, columns
from matside.ui.page_button import PageButton
from matside.ui.painting import pixels
from matside.ui.plates import Plate, PlateSheet
from matside.ui.scrolling import Scroll
from matside.ui.setting_rows import LengthRow, RateRow, TimingRow, VolumeRow
from matside.ui.settings_layout import (
    HEAD,
    RESTS_HEAD,
    ROWS,
    WAIT,
    Measures,
    tall_plates,
    wide_plates,
)
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


FOOT = 2.0
"""The room below the plates, in units."""

MEDIA = 1.4
"""How high the row of the media keys is, in parts of another row."""

_THEMES = (ThemeChoice.SYSTEM, ThemeChoice.DARK, ThemeChoice.LIGHT)


class SettingsPage(Page):
    """Every setting; each change is signalled at once, with all settings.

    Tab, Up and Down go from row to row; Esc closes the page, F2 asks what works. Where it is
    too low it scrolls.
    """

    tall_span = 0.9

    changed = Signal(Settings)
    sound_pressed = Signal()
    voice_pressed = Signal()
    keys_pressed = Signal()
    checkup_pressed = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._settings = Settings()
        self._title = Label(self, theme.text, BOLD)
        self._title.setText(QCoreApplication.translate("Settings", "Settings"))
        self.setAccessibleName(self._title.text())
        self._sheet = PlateSheet(theme)
        self._scroll = Scroll(theme, self._sheet, self)
        self._make_rests(theme)
        self._make_sound(theme)
        self._make_voice(theme)
        self._make_screen(theme)
        self._make_keys(theme)
        self._checkup = PageButton(
            self, theme, "F2", QCoreApplication.translate("Settings", "What works")
        )
        self._back = PageButton(
            self, theme, escape_key(), QCoreApplication.translate("Settings", "Back")
        )
        self._connect()
        self.set_home(self._lengths[0][1].slide)
        self._set_tab_order()

    def _make_rests(self, theme: Theme) -> None:
        self._lengths = tuple(
            (length, LengthRow(self._sheet, theme, length.name, length.purpose))
            for length in lengths()
        )
        self._wait = self._switch(QCoreApplication.translate("Settings", "Rests wait for SPACE"))
        self._pace = self._switch(QCoreApplication.translate("Settings", "Reps run by the clock"))
        self._panel = TotalPanel(theme, self._sheet)

    def _make_sound(self, theme: Theme) -> None:
        sheet = self._sheet
        self._volume = VolumeRow(sheet, theme, QCoreApplication.translate("Settings", "Volume"))
        self._muted = self._switch(QCoreApplication.translate("Settings", "Mute"))
        self._test = ActionRow(
            sheet, theme, QCoreApplication.translate("Settings", "Hear the go sound"), Icon.SOUND
        )
        self._timing = TimingRow(sheet, theme, QCoreApplication.translate("Settings", "Timing"))
        self._wakes = self._switch(
            QCoreApplication.translate("Settings", "Wake Bluetooth speakers")
        )

    def _make_voice(self, theme: Theme) -> None:
        sheet = self._sheet
        self._voice = self._switch(QCoreApplication.translate("Settings", "Say what comes"))
        self._voice_volume = VolumeRow(
            sheet, theme, QCoreApplication.translate("Settings", "Its volume")
        )
        self._voice_volume.slide.setAccessibleName(
            QCoreApplication.translate("Settings", "Volume of the voice")
        )
        self._rate = RateRow(sheet, theme, QCoreApplication.translate("Settings", "Speed"))
        self._sample = ActionRow(
            sheet, theme, QCoreApplication.translate("Settings", "Hear the voice"), Icon.VOICE
        )

    def _make_screen(self, theme: Theme) -> None:
        self._theme = ChoiceRow(
            self._sheet, theme, QCoreApplication.translate("Settings", "Theme"), _theme_words()
        )
        self._flash = self._switch(QCoreApplication.translate("Settings", "Flash on change"))
        self._frame = self._switch(QCoreApplication.translate("Settings", "Flash with chimes"))
        self._still = self._switch(QCoreApplication.translate("Settings", "Reduce motion"))
        self._awake = self._switch(QCoreApplication.translate("Settings", "Keep screen awake"))

    def _make_keys(self, theme: Theme) -> None:
        self._media = Switch(
            self._sheet,
            theme,
            QCoreApplication.translate("Settings", "Media keys"),
            QCoreApplication.translate("Settings", "takes them from the music player"),
        )
        # Elsewhere they come as keys, while the window has the focus, and need no asking.
        self._media.setVisible(sys.platform.startswith("linux"))
        self._change_keys = ActionRow(
            self._sheet, theme, QCoreApplication.translate("Settings", "Change keys"), Icon.KEYS
        )
        self._hints = KeyList(theme, self._sheet, _hints())

    def _switch(self, words: str) -> Switch:
        return Switch(self._sheet, self.theme, words)

    def show_view(self, view: SettingsView) -> None:
        """Show `view`."""
        self._settings = settings = view.settings
        for length, row in self._lengths:
            row.show_value(length.of(settings))
        self._volume.show_value(settings.volume)
        self._wait.setChecked(settings.wait)
        self._pace.setChecked(settings.rep_pace)
        self._muted.setChecked(settings.muted)
        self._voice.setChecked(settings.voice)
        self._voice_volume.show_value(settings.voice_volume)
        self._rate.show_value(settings.voice_rate)
        self._theme.show_choice(_THEMES.index(settings.theme))
        self._flash.setChecked(settings.flash_on_change)
        self._still.setChecked(settings.reduce_motion)
        self._awake.setChecked(settings.keep_awake)
        self._timing.show_value(settings.sound_offset)
        self._wakes.setChecked(settings.wake_speaker)
        self._frame.setChecked(settings.flash_with_chimes)
        self._media.setChecked(settings.media_keys)
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
        self._voice_volume.changed.connect(
            lambda value: self._change(replace(self._settings, voice_volume=value))
        )
        self._rate.changed.connect(
            lambda value: self._change(replace(self._settings, voice_rate=value))
        )
        self._timing.changed.connect(
            lambda value: self._change(replace(self._settings, sound_offset=value))
        )
        self._connect_switches()
        self._theme.chosen.connect(
            lambda place: self._change(replace(self._settings, theme=_THEMES[place]))
        )
        self._test.clicked.connect(self.sound_pressed)
        self._sample.clicked.connect(self.voice_pressed)
        self._change_keys.clicked.connect(self.keys_pressed)
        self._checkup.clicked.connect(self.checkup_pressed)
        self._back.clicked.connect(self.closed)

    def _connect_switches(self) -> None:
        puts: dict[Switch, Callable[[bool], Settings]] = {
            self._wait: lambda on: replace(self._settings, wait=on),
            self._pace: lambda on: replace(self._settings, rep_pace=on),
            self._muted: lambda on: replace(self._settings, muted=on),
            self._voice: lambda on: replace(self._settings, voice=on),
            self._wakes: lambda on: replace(self._settings, wake_speaker=on),
            self._flash: lambda on: replace(self._settings, flash_on_change=on),
            self._frame: lambda on: replace(self._settings, flash_with_chimes=on),
            self._still: lambda on: replace(self._settings, reduce_motion=on),
            self._awake: lambda on: replace(self._settings, keep_awake=on),
            self._media: lambda on: replace(self._settings, media_keys=on),
        }
        for switch, put in puts.items():
            switch.clicked.connect(lambda on, put=put: self._change(put(on)))

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
            self._timing.slide,
            self._wakes,
            self._voice,
            self._voice_volume.slide,
            self._rate.slide,
            self._sample,
            *self._theme.words,
            self._flash,
            self._frame,
            self._still,
            self._awake,
            self._media,
            self._change_keys,
            self._checkup,
            self._back,
        ):
            QWidget.setTabOrder(before, control)
            before = control

    @override
    def arrange(self) -> None:
        """Place title and way back, then the rests beside the total, then the smaller plates.

        A tall page has the rests above all others.
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
        room.setTop(12.5 * u)
        self._scroll.setGeometry(pixels(room))
        room.setBottom(room.bottom() - FOOT * u)
        plates = self._cut(room)
        self._scroll.fit(math.floor(_foot_of(plates) + FOOT * u))
        self._place(plates)

    def _cut(self, room: QRectF) -> Sequence[QRectF]:
        """Return the plates in `room`; where they are higher, beside the scroll bar."""
        cut = tall_plates if self.tall else wide_plates
        measures = Measures(self.u, self.cap(1.75), self.cap(1.4), self.cap(1.6))
        plates = cut(room, measures)
        beside = self._scroll.width_for(_foot_of(plates) + FOOT * self.u - 1)
        return plates if beside >= int(room.width()) else cut(_as_wide(room, beside), measures)

    def _place(self, plates: Sequence[QRectF]) -> None:
        u = self.u
        rests, total, sound, voice, screen, keys = plates
        self._panel.put(total, u, (self.cap(1.95), self.cap(1.5)))
        self._place_rests(rests)
        self._place_sound(sound)
        self._place_voice(voice)
        self._place_screen(screen)
        self._place_keys(keys)
        named = (
            Plate(Icon.RESTS, QCoreApplication.translate("Settings", "Rests and reps"), rests),
            Plate(Icon.SOUND, QCoreApplication.translate("Settings", "Sound"), sound),
            Plate(Icon.VOICE, QCoreApplication.translate("Settings", "Voice"), voice),
            Plate(Icon.SCREEN, QCoreApplication.translate("Settings", "Screen"), screen),
            Plate(Icon.KEYS, QCoreApplication.translate("Settings", "Keys"), keys),
        )
        self._sheet.show_plates(named, u, self.cap(1.9))

    def _place_rests(self, plate: QRectF) -> None:
        u = self.u
        inner = plate.adjusted(1.5 * u, RESTS_HEAD * u, -1.5 * u, -1 * u)
        pitch = inner.height() / (len(self._lengths) + WAIT)
        for place, (_, row) in enumerate(self._lengths):
            rect = QRectF(inner.x(), inner.y() + place * pitch, inner.width(), pitch)
            row.put(rect, u, self.cap(1.75), self.cap(1.4))
        last = QRectF(inner.x(), inner.bottom() - WAIT * pitch, inner.width(), 0.9 * pitch)
        halves = columns(last, (0.5, 0.5), 0)
        for switch, half in zip((self._wait, self._pace), halves, strict=True):
            switch.cap = self.cap(1.75)
            switch.put(half, u)

    def _place_sound(self, plate: QRectF) -> None:
        volume, muted, test, timing, wakes = self._rows(plate)
        self._volume.put(volume, self.u, self.cap(1.6))
        self._timing.put(timing, self.u, self.cap(1.6))
        self._put((self._muted, self._test, self._wakes), (muted, test, wakes))

    def _place_voice(self, plate: QRectF) -> None:
        switch, volume, rate, sample, *_ = self._rows(plate)
        self._put((self._voice, self._sample), (switch, sample))
        self._voice_volume.put(volume, self.u, self.cap(1.6))
        self._rate.put(rate, self.u, self.cap(1.6))

    def _place_screen(self, plate: QRectF) -> None:
        theme, *rows = self._rows(plate)
        self._theme.put(theme, self.u, self.cap(1.6))
        self._put((self._flash, self._frame, self._still, self._awake), rows)

    def _place_keys(self, plate: QRectF) -> None:
        u, (first, second, *_) = self.u, self._rows(plate)
        media = QRectF(first)
        media.setHeight(MEDIA * first.height() if self._media.isVisibleTo(self) else 0)
        change = QRectF(second)
        change.moveTop(media.bottom())
        hints = QRectF(plate.adjusted(3.5 * u, 0, -3 * u, -1.5 * u))
        hints.setTop(change.bottom())
        self._put((self._media, self._change_keys), (media, change))
        self._hints.put(hints, self.cap(1.6))

    def _put(self, controls: Sequence[Switch | ActionRow], rows: Sequence[QRectF]) -> None:
        for control, row in zip(controls, rows, strict=True):
            control.cap = self.cap(1.6)
            control.put(row, self.u)

    def _rows(self, plate: QRectF) -> tuple[QRectF, ...]:
        inner = plate.adjusted(1.5 * self.u, HEAD * self.u, -1.5 * self.u, -1.5 * self.u)
        height = inner.height() / ROWS
        return tuple(
            QRectF(inner.x(), inner.y() + row * height, inner.width(), height)
            for row in range(ROWS)
        )

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


def _foot_of(plates: Sequence[QRectF]) -> float:
    return max(plate.bottom() for plate in plates)


def _as_wide(room: QRectF, width: float) -> QRectF:
    return QRectF(room.x(), room.y(), width, room.height())


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
