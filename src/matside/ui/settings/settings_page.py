"""The settings page: its panels on a sheet that scrolls, and buttons to other pages."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.ports.devices import NOBODY, VoiceState
from matside.core.settings import Settings
from matside.override import override
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import Label
from matside.ui.kit.page import Page
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.plates import PlateSheet
from matside.ui.kit.scrolling import Scroll
from matside.ui.settings.keys_panel import KeysPanel
from matside.ui.settings.rests_panel import RestsPanel
from matside.ui.settings.screen_panel import ScreenPanel
from matside.ui.settings.settings_layout import Measures, plates_in
from matside.ui.settings.settings_panel import Change, SettingsPanel
from matside.ui.settings.sound_panel import SoundPanel
from matside.ui.settings.total_panel import CELLS, TotalPanel
from matside.ui.settings.voice_panel import VoicePanel
from matside.ui.words.start_words import rounds_words
from matside.ui.words.texts import escape_key


@dataclass(frozen=True, slots=True)
class SettingsView:
    """What the settings page shows.

    `total` is the length of the chosen workout with these settings in whole seconds, None if
    none can be started; `totals` has the lengths with other rounds. `percent_of_rest` is the
    share of rests in the total. `rounds` is None if the rounds of the file differ, or there are
    none to choose. `ends` is when the workout ends if it starts now, or when the session ends.
    """

    settings: Settings
    total: int | None
    totals: Mapping[int, int]
    percent_of_rest: int
    rounds: int | None
    ends: datetime
    in_session: bool
    voice: VoiceState = NOBODY


FOOT = 2.0
"""The room below the plates, in units."""


class SettingsPage(Page):
    """Every setting; each change is signalled at once, with all settings.

    Tab, Up and Down go from row to row; Esc closes the page, F2 opens what works. It scrolls if
    the window is too low.
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
        self._rests = RestsPanel(self._sheet, theme, self._change)
        self._total = TotalPanel(theme, self._sheet)
        self._sound = SoundPanel(self._sheet, theme, self._change)
        self._voice = VoicePanel(self._sheet, theme, self._change)
        self._screen = ScreenPanel(self._sheet, theme, self._change)
        self._keys = KeysPanel(self._sheet, theme, self._change)
        self._checkup = PageButton(
            self, theme, "F2", QCoreApplication.translate("Settings", "What works")
        )
        self._back = PageButton(
            self, theme, escape_key(), QCoreApplication.translate("Settings", "Back")
        )
        self._connect()
        self.set_home(self._rests.stops[0])
        self._set_tab_order()

    @property
    def _panels(self) -> tuple[SettingsPanel, ...]:
        """The panels in the order of their plates."""
        return self._rests, self._sound, self._voice, self._screen, self._keys

    def show_view(self, view: SettingsView) -> None:
        """Show `view`."""
        self._settings = view.settings
        for panel in self._panels:
            panel.show_settings(view.settings)
        if view.voice != self._voice.voice:
            self._voice.show_voice(view.voice)
            self.arrange()
        self._total.show_total(
            view.total, view.rounds, view.ends, _cells(view), in_session=view.in_session
        )
        self.update()

    def _connect(self) -> None:
        self._sound.sample.clicked.connect(self.sound_pressed)
        self._voice.sample.clicked.connect(self.voice_pressed)
        self._keys.change.clicked.connect(self.keys_pressed)
        self._checkup.clicked.connect(self.checkup_pressed)
        self._back.clicked.connect(self.closed)

    def _change(self, change: Change) -> None:
        self._settings = change(self._settings)
        self.changed.emit(self._settings)

    def _set_tab_order(self) -> None:
        """Let Tab go down the panels, then to the buttons in the header."""
        stops = [stop for panel in self._panels for stop in panel.stops]
        for before, after in pairwise((*stops, self._checkup, self._back)):
            QWidget.setTabOrder(before, after)

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
        """Return the plates in `room`, narrowed for the scroll bar if they do not fit."""
        plates = plates_in(room, self._measures, tall=self.tall)
        beside = self._scroll.width_for(_foot_of(plates) + FOOT * self.u - 1)
        if beside >= int(room.width()):
            return plates
        return plates_in(_as_wide(room, beside), self._measures, tall=self.tall)

    def _place(self, plates: Sequence[QRectF]) -> None:
        rests, total, *others = plates
        self._total.put(total, self.u, (self.cap(1.95), self.cap(1.5)))
        placed = tuple(zip(self._panels, (rests, *others), strict=True))
        for panel, rect in placed:
            panel.put(rect, self._measures)
        named = [panel.plate(rect) for panel, rect in placed]
        self._sheet.show_plates(named, self.u, self.cap(1.9))

    @property
    def _measures(self) -> Measures:
        return Measures(self.u, self.cap(1.75), self.cap(1.4), self.cap(1.6))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close by Esc, go from row to row by Up and Down, open what works by F2."""
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
    """Return the totals with other rounds, and the share of rests in this one."""
    if view.total is None:
        return ()
    percent = QCoreApplication.translate("Settings", "{percent} %")
    others = [(rounds_words(n), clock(view.totals[n])) for n in sorted(view.totals)]
    if view.in_session:
        others = []
    rest = QCoreApplication.translate("Settings", "Of it rest")
    cells = [cell for cell in others if cell[0] != rounds_words(view.rounds or 0)]
    return (*cells[: CELLS - 1], (rest, percent.format(percent=view.percent_of_rest)))
