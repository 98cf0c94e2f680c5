"""The settings page: its panels on a sheet that scrolls, and buttons to other pages."""

import math
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.ports.devices import NOBODY, VoiceState
from matside.core.settings import Settings
from matside.core.weights import Implement, Level
from matside.core.window_place import ALL_FREE, Freedom
from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.painting import pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.opened_page import OpenedPage
from matside.ui.settings.data_panel import DataPanel
from matside.ui.settings.help_panel import HelpPanel
from matside.ui.settings.keys_panel import KeysPanel
from matside.ui.settings.plates import PlateSheet
from matside.ui.settings.rests_panel import RestsPanel
from matside.ui.settings.screen_panel import ScreenPanel
from matside.ui.settings.settings_layout import Measures, Plates, plates_in
from matside.ui.settings.settings_panel import Change, SettingsPanel
from matside.ui.settings.sound_panel import SoundPanel
from matside.ui.settings.total_panel import CELLS, TotalPanel, TotalTag
from matside.ui.settings.voice_panel import VoicePanel
from matside.ui.settings.week_panel import WeekPanel
from matside.ui.settings.weights_panel import WeightsPanel
from matside.ui.words.start_words import rounds_words
from matside.ui.words.translation import translate


@frozen
class SettingsView:
    """What the settings page shows.

    `total` is the length of the chosen workout with these settings in whole seconds, None if
    none can be started; `totals` has the lengths with other rounds. `percent_of_rest` is the
    share of rests in the total. `rounds` is None if the rounds of the file differ, or there are
    none to choose. `ends` is when the workout ends if it starts now, or when the session ends.
    `is_idle` says that no session is under way, nor was just done.
    `freedom` is what the desktop lets the window do, `screens` has the names of those connected.
    `implements` are the kinds of things that the workouts ask for.
    """

    settings: Settings
    total: int | None
    totals: Mapping[int, int]
    percent_of_rest: int
    rounds: int | None
    ends: datetime
    in_session: bool
    voice: VoiceState = NOBODY
    freedom: Freedom = ALL_FREE
    screens: tuple[str, ...] = ()
    implements: tuple[Implement, ...] = ()
    is_idle: bool = True


FOOT = 2.0
"""The room below the plates, in units."""


class SettingsPage(OpenedPage):
    """Every setting; each change is signalled at once, with all settings.

    What a slider does is seen, or asked to be heard. Tab, Up and Down go from row to row; Esc
    closes the page, F2 opens the check of the machine. It scrolls if the window is too low.
    """

    arrows_go = True

    changed = Signal(Settings)
    sound_pressed = Signal()
    voice_pressed = Signal()
    keys_pressed = Signal()
    checkup_pressed = Signal()
    implement_turned = Signal(object)
    folder_pressed = Signal()
    task_pressed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, translate("Settings", "Settings"), translate("Settings", "Back"))
        self._settings = Settings()
        self._sheet = PlateSheet(theme)
        self._scroll = self._scrolling(self._sheet, theme.ground)
        self._rests = RestsPanel(self._sheet, theme, self._change)
        self._total = TotalPanel(theme, self._sheet)
        self._tag = TotalTag(self)
        self._sound = SoundPanel(self._sheet, theme, self._change)
        self._voice = VoicePanel(self._sheet, theme, self._change)
        self._screen = ScreenPanel(self._sheet, theme, self._change)
        self._weights = WeightsPanel(self._sheet, theme, self._change)
        self._week = WeekPanel(self._sheet, theme, self._change)
        self._keys = KeysPanel(self._sheet, theme, self._change)
        self._data = DataPanel(self._sheet, theme, self._change)
        self._help = HelpPanel(self._sheet, theme, self._change)
        self._connect()
        self.set_home(self._rests.stops[0])
        self._set_tab_order()

    @property
    def _panels(self) -> tuple[SettingsPanel, ...]:
        """The panels in the order of their plates."""
        upper = self._rests, self._sound, self._voice, self._screen
        return *upper, self._weights, self._week, self._keys, self._data, self._help

    def show_view(self, view: SettingsView) -> None:
        """Show `view`."""
        self._settings = view.settings
        lengths, heading = self._lengths, self._data.heading
        self._screen.show_desktop(view.freedom, view.screens)
        self._weights.offer_first(view.implements)
        self._data.show_idle(idle=view.is_idle)
        for panel in self._panels:
            panel.show_settings(view.settings)
        is_new_voice = view.voice != self._voice.voice
        if is_new_voice:
            self._voice.show_voice(view.voice)
        if is_new_voice or lengths != self._lengths or heading != self._data.heading:
            self.arrange()
        self._total.show_total(
            view.total, view.rounds, view.ends, _cells(view), in_session=view.in_session
        )
        self._tag.show_total(view.total)
        self.update()

    def show_implement(self, of: Implement) -> None:
        """Show what the weights `of` this kind weigh."""
        self._weights.show_implement(of)

    def ask_for_load(self, of: Implement, level: Level) -> None:
        """Let what `level` weighs `of` this kind be typed as soon as the page gets the focus.

        So it is until the page is left. A page that is not seen yet cannot scroll to its focus.
        """
        self._weights.show_implement(of)
        self._tell_implement()
        self.set_home(self._weights.line_of(level))

    def _connect(self) -> None:
        self._sound.sample.clicked.connect(self.sound_pressed)
        self._voice.sample.clicked.connect(self.voice_pressed)
        self._weights.things.turned.connect(self._tell_implement)
        for tried in (self._sound.volume.settled, self._sound.timing.heard):
            tried.connect(self._try_sound)
        for tried in (self._voice.volume.settled, self._voice.rate.settled):
            tried.connect(self._try_voice)
        self._keys.change.clicked.connect(self.keys_pressed)
        self._help.checkup.clicked.connect(self.checkup_pressed)
        self._data.folder.clicked.connect(self.folder_pressed)
        for kind, line in self._data.tasks.items():
            line.clicked.connect(partial(self.task_pressed.emit, kind))

    def _change(self, change: Change) -> None:
        self._settings = change(self._settings)
        self.changed.emit(self._settings)

    def _tell_implement(self) -> None:
        self.implement_turned.emit(self._weights.implement)

    def _try_sound(self) -> None:
        """Let a chime be heard that shows what was chosen, unless all is mute."""
        if not self._settings.muted:
            self.sound_pressed.emit()

    def _try_voice(self) -> None:
        if not self._settings.muted:
            self.voice_pressed.emit()

    def _set_tab_order(self) -> None:
        """Let Tab go down the panels, then to the way back."""
        stops = [stop for panel in self._panels for stop in panel.stops]
        for before, after in pairwise((*stops, self._back)):
            QWidget.setTabOrder(before, after)
        self._back.raise_()  # a screen reader finds it last too

    @override
    def arrange(self) -> None:
        """Place title and way back, then the rests beside the total, then the smaller plates.

        Where the total is below the rests, its tag in the header is seen beside each of them.
        """
        u = self.u
        room = QRectF(self.margin, 0, self.width() - 2 * self.margin, self.height())
        self._title.put(room.x() - 0.2 * u, 10 * u, room.width() / 2, self.cap(4.4))
        self._tag.put(self._put_back() - 2 * u, 8.4 * u, self.cap(2.2))
        room.setTop(12.5 * u)
        self._scroll.setGeometry(pixels(room))
        room.setBottom(room.bottom() - FOOT * u)
        plates = self._cut(room)
        self._scroll.fit(math.floor(plates.foot + FOOT * u))
        self._place(plates)

    def _cut(self, room: QRectF) -> Plates:
        """Return the plates in `room`, narrowed for the scroll bar if they do not fit."""
        lengths = self._lengths
        plates = plates_in(room, self._measures, lengths, tall=self.tall)
        beside = self._scroll.width_for(plates.foot + FOOT * self.u - 1)
        if beside >= int(room.width()):
            return plates
        room.setWidth(beside)
        return plates_in(room, self._measures, lengths, tall=self.tall)

    def _place(self, plates: Plates) -> None:
        self._tag.setVisible(plates.stacked)
        self._total.put(plates.total, self.u, (self.cap(1.95), self.cap(1.5)))
        placed = tuple(zip(self._panels, (plates.rests, *plates.smaller), strict=True))
        for panel, rect in placed:
            panel.put(rect, self._measures, plates.pitch)
        named = [panel.plate(rect) for panel, rect in placed]
        self._sheet.show_plates(named, self.u, self.cap(1.9))

    @property
    def _lengths(self) -> list[float]:
        """How high the lines of the smaller plates are, in pitches."""
        return [panel.length for panel in self._panels[1:]]

    @property
    def _measures(self) -> Measures:
        return Measures(self.u, self.cap(1.75), self.cap(1.4), self.cap(1.6))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Begin with the rests again when the page comes back; Qt would go where one was."""
        super().hideEvent(event)
        focused = self.focusWidget()
        if event.spontaneous() or focused is None:
            return
        focused.clearFocus()
        self.set_home(self._rests.stops[0])
        self._scroll.verticalScrollBar().setValue(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what works by F2."""
        if event.key() == Qt.Key.Key_F2:
            self._help.checkup.click()
        else:
            super().keyPressEvent(event)


def _cells(view: SettingsView) -> tuple[tuple[str, str], ...]:
    """Return the totals with other rounds, and the share of rests in this one."""
    if view.total is None:
        return ()
    percent = translate("Settings", "{percent} %")
    others = [(rounds_words(n), clock(view.totals[n])) for n in sorted(view.totals)]
    if view.in_session:
        others = []
    rest = translate("Settings", "Rest share")
    cells = [cell for cell in others if cell[0] != rounds_words(view.rounds or 0)]
    return (*cells[: CELLS - 1], (rest, percent.format(percent=view.percent_of_rest)))
