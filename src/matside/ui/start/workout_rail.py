"""The rail at the left of the start page: the workouts, and buttons for the other pages."""

import math
from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from matside.core.ports.devices import Listed
from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import BOLD, SEMIBOLD, width_of
from matside.ui.drawing.painting import (
    Ink,
    fill_rounded,
    paint_keycap,
    paint_word,
    pixels,
)
from matside.ui.drawing.theme import WORK, Theme
from matside.ui.kit.controls import Control
from matside.ui.kit.labels import Label
from matside.ui.kit.scrolling import Scroll
from matside.ui.start.workout_entry import WorkoutEntry
from matside.ui.words.workout_names import marks_of

AT_ONCE = 24
"""The number of entries made in one pass of the event loop, which takes some 15 ms."""

GAP = 0.75
"""The gap between two entries, in units."""

INSET = 0.05
"""The margin beside entries and buttons of a vertical rail, as a share of its width."""

LEAST_ENTRY = 26.0
"""The minimum width of an entry in a horizontal rail, in units."""


def _is_of(entry: WorkoutEntry, listed: Listed, mark: str) -> bool:
    return (entry.listed, entry.mark) == (listed, mark)


class RailButton(Control):
    """A button that opens another page: an icon, its words and its key."""

    def __init__(self, parent: QWidget, theme: Theme, icon: Icon, words: str, key: str) -> None:
        super().__init__(parent, theme)
        self.setText(words)
        self.setAccessibleName(words)
        self._icon = icon
        self.setAccessibleDescription(key)
        self._key = key
        self._state = ""
        self.cap = 13.0
        self.small = 11.0

    @property
    def width_needed(self) -> float:
        """The width in px that icon, words, state and keycap need."""
        words = width_of(self.text(), self.cap) + 1
        state = width_of(self._state, self.small) + self.u if self._state else 0
        key = self._key_width + self.u if self._key else 0
        return 8.2 * self.u + words + state + key

    @property
    def _key_width(self) -> float:
        return max(2.1 * self.small, width_of(self._key, self.small, SEMIBOLD) + 1.2 * self.small)

    def show_state(self, icon: Icon, words: str, state: str) -> None:
        """Show `icon` and `words`, and `state` at the right."""
        self._icon, self._state = icon, state
        self.setText(words)
        self.setAccessibleName(f"{words} {state}".rstrip())
        self.update()

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the icon, the words and the keycap."""
        if self.lit:
            fill_rounded(painter, rect, 1.5 * self.u, self.theme.surface2)
        side = 2.8 * self.u
        icon = QRectF(rect.x() + 2 * self.u, rect.center().y() - side / 2, side, side)
        paint_icon(painter, self._icon, icon, self.theme.mute)
        words = QRectF(icon.right() + 1.4 * self.u, rect.y(), 0, rect.height())
        words.setRight(rect.right() - 2 * self.u)
        if self._state:
            state = Ink(self.small, self.theme.mute)
            paint_word(painter, words, self._state, state, Qt.AlignmentFlag.AlignRight)
            words.setRight(words.right() - state.width(self._state) - self.u)
        if self._key:
            words.setRight(self._paint_key(painter, rect) - self.u)
        paint_word(painter, words, self.text(), Ink(self.cap, self.theme.text))

    def _paint_key(self, painter: QPainter, rect: QRectF) -> float:
        height, width = 2.1 * self.small, self._key_width
        cap = QRectF(rect.right() - 2 * self.u - width, 0, width, height)
        cap.moveTop(rect.center().y() - height / 2)
        ink = Ink(self.small, self.theme.text, SEMIBOLD)
        paint_keycap(painter, cap, self._key, ink, self.theme.surface2)
        return cap.left()


class WorkoutRail(QWidget):
    """The Matside logo, the workouts and the buttons for other pages.

    It is vertical at the left of its page, or horizontal at the top of a tall page. Very many
    workouts are added in several passes; `grown` tells when all are shown.
    """

    selected = Signal(str)
    sound_pressed = Signal()
    settings_pressed = Signal()
    keys_pressed = Signal()
    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u, self._cap, self._small = 8.0, 13.0, 11.0
        self._mark = QRectF()
        self._lying = False
        self._arranged = QSize()
        self._name = Label(self, theme.text, BOLD)
        self._name.setText("Matside")
        self._heading = Label(self, theme.mute)
        self._heading.setText(QCoreApplication.translate("Start", "Workouts"))
        self.setAccessibleName(self._heading.text())
        self._sheet = QWidget()
        self._scroll = Scroll(theme, self._sheet, self)
        self._entries: tuple[WorkoutEntry, ...] = ()
        self._wanted: tuple[tuple[Listed, str], ...] = ()
        self._tell: Callable[[WorkoutEntry], None] = WorkoutEntry.update
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._grow)
        self._make_buttons()

    def _make_buttons(self) -> None:
        self._sound = RailButton(self, self._theme, Icon.SOUND, "", "")
        self._settings = RailButton(
            self,
            self._theme,
            Icon.SETTINGS,
            QCoreApplication.translate("Start", "Settings"),
            QCoreApplication.translate("Start", "Ctrl ,"),
        )
        self._keys = RailButton(
            self, self._theme, Icon.KEYS, QCoreApplication.translate("Start", "Keys"), "?"
        )
        self._sound.clicked.connect(self.sound_pressed)
        self._settings.clicked.connect(self.settings_pressed)
        self._keys.clicked.connect(self.keys_pressed)

    def show_workouts(
        self,
        listing: Sequence[Listed],
        selected: str,
        lengths: Mapping[str, int],
        rounds: Mapping[str, int],
    ) -> None:
        """List `listing`, and mark the workout named `selected`.

        `lengths` are whole seconds and `rounds` the chosen rounds, by name, where known.
        """

        def tell(entry: WorkoutEntry) -> None:
            entry.setChecked(entry.listed.name == selected)
            name, workout = entry.listed.name, entry.listed.workout
            written = None if workout is None else workout.rounds_as_written
            entry.show_length(lengths.get(name), rounds.get(name, written))

        if tuple(listed for listed, _ in self._wanted) != tuple(listing):
            self._replace_entries(listing)
        self._tell = tell
        for entry in self._entries:
            tell(entry)
        self._arrange_entries()
        self._show_selected()

    def show_volume(self, volume: int, *, muted: bool) -> None:
        """Show the `volume` of the go sound, in percent, or that it is `muted`."""
        if muted:
            words = QCoreApplication.translate("Start", "Sound is off")
            self._sound.show_state(Icon.MUTED, words, "")
        else:
            words = QCoreApplication.translate("Start", "Test sound")
            percent = QCoreApplication.translate("Start", "{volume} %").format(volume=volume)
            self._sound.show_state(Icon.SOUND, words, percent)

    def width_needed(self, u: float, cap: float, small: float) -> float:
        """Return the width in px at which a vertical rail shows its buttons in full."""
        self._measure(u, cap, small)
        return max(button.width_needed for button in self._buttons) / (1 - 2 * INSET)

    def put(self, rect: QRectF, u: float, cap: float, small: float) -> None:
        """Place the rail on `rect`; entries are written at `cap`, what is below at `small`."""
        self._measure(u, cap, small)
        self._lying = False
        self.setGeometry(pixels(rect))
        side = 4 * u
        self._mark = QRectF(rect.width() * 0.1, 4.5 * u, 0.95 * side, 0.95 * side)
        self._name.put(
            rect.width() * 0.1 + side + 1.25 * u, 7.5 * u, rect.width() * 0.85 - side, 2.2 * u
        )
        self._heading.put(rect.width() * 0.1, 14 * u, rect.width() * 0.8, small)
        self._heading.show()
        self._place_buttons()
        top, bottom = 16.2 * u, rect.height() - 3 * 5.75 * u - 4 * u
        inset = rect.width() * INSET
        self._scroll.setGeometry(
            pixels(QRectF(inset, top, rect.width() - 2 * inset, bottom - top))
        )
        self._arrange_entries()

    def lay(self, width: float, most: float, u: float, cap: float, small: float) -> float:
        """Lay the rail along the top of a page of `width` px; return its height in px.

        It is as high as its workouts need, up to `most` px; then they scroll.
        """
        self._measure(u, cap, small)
        self._lying = True
        self._heading.hide()
        inset, top = 3 * u, 8 * u
        heights = self._row_heights(width - 2 * inset)
        needed = sum(heights) + GAP * u * (len(heights) - 1)
        height = math.ceil(max(heights[0], min(needed, most - top - 1.5 * u))) if heights else 0
        self.setGeometry(pixels(QRectF(0, 0, width, top + height + 1.5 * u)))
        self._mark = QRectF(inset, 2.5 * u, 3.8 * u, 3.8 * u)
        left = self._lay_buttons(width - inset + 2 * u, 1.5 * u)
        begin = self._mark.right() + 1.25 * u
        self._name.put(begin, 5.5 * u, left - begin, 2.2 * u)
        left, right = round(inset), round(width - inset)
        self._scroll.setGeometry(left, round(top), right - left, height)
        self._arrange_entries()
        return float(self.height())

    def _measure(self, u: float, cap: float, small: float) -> None:
        self._u, self._cap, self._small = u, cap, small
        for entry in self._entries:
            entry.cap, entry.small, entry.u = cap, small, u
        for button in self._buttons:
            button.cap, button.small, button.u = cap, small, u

    @property
    def controls(self) -> tuple[Control, ...]:
        """Everything that can be pressed, from top to bottom."""
        return (*self._entries, self._sound, self._settings, self._keys)

    @property
    def _buttons(self) -> tuple[RailButton, ...]:
        return (self._sound, self._settings, self._keys)

    def _place_buttons(self) -> None:
        inset, pitch = self.width() * INSET, 5.75 * self._u
        top = self.height() - 3 * pitch - 2.5 * self._u
        for place, button in enumerate(self._buttons):
            rect = QRectF(inset, top + place * pitch, self.width() - 2 * inset, pitch)
            button.put(rect, self._u)

    def _lay_buttons(self, right: float, top: float) -> float:
        """Place the buttons side by side, the last to end at `right`; return where they begin."""
        for button in reversed(self._buttons):
            width = button.width_needed
            button.put(QRectF(right - width, top, width, 5.75 * self._u), self._u)
            right -= width
        return right

    def _replace_entries(self, listing: Sequence[Listed]) -> None:
        """List `listing`; the entries from the first on that stay the same are kept."""
        marks = marks_of(listing)
        self._wanted = tuple((listed, marks.get(listed.name, "")) for listed in listing)
        pairs = zip(self._entries, self._wanted, strict=False)
        kept = tuple(
            entry for entry, _ in takewhile(lambda pair: _is_of(pair[0], *pair[1]), pairs)
        )
        for entry in self._entries[len(kept) :]:
            entry.deleteLater()
        self._entries = kept
        self._make_some()

    def _make_some(self) -> None:
        begin = len(self._entries)
        made = (self._entry(*wanted) for wanted in self._wanted[begin : begin + AT_ONCE])
        self._entries = (*self._entries, *made)
        if len(self._entries) < len(self._wanted):
            self._turn.start()
        else:
            self._turn.stop()

    def _grow(self) -> None:
        begin = len(self._entries)
        self._make_some()
        for entry in self._entries[begin:]:
            self._tell(entry)
        self._arrange_entries()
        self._show_selected()
        if not self._turn.isActive():
            self.grown.emit()

    def _entry(self, listed: Listed, mark: str) -> WorkoutEntry:
        entry = WorkoutEntry(self._sheet, self._theme, listed, mark)
        entry.cap, entry.small = self._cap, self._small
        entry.clicked.connect(lambda: self.selected.emit(listed.name))
        entry.show()
        return entry

    def _arrange_entries(self) -> None:
        gap = GAP * self._u
        heights = self._row_heights(self._scroll.width())
        width = self._scroll.width_for(sum(heights) + gap * (len(heights) - 1))
        heights = self._row_heights(width)
        self._scroll.fit(sum(heights) + gap * (len(heights) - 1))
        columns, each, y = self._columns(width), self._entry_width(width), 0.0
        for row, height in enumerate(heights):
            for column, entry in enumerate(self._entries[row * columns : (row + 1) * columns]):
                entry.put(QRectF(column * (each + gap), y, each, height), self._u)
            y += height + gap
        if self._scroll.size() != self._arranged:
            self._arranged = self._scroll.size()
            self._show_selected()

    def _columns(self, width: float) -> int:
        """Return how many entries stand side by side: one, but several where the rail lies."""
        return max(1, int(width / (LEAST_ENTRY * self._u))) if self._lying else 1

    def _entry_width(self, width: float) -> float:
        columns = self._columns(width)
        return (width - (columns - 1) * GAP * self._u) / columns

    def _row_heights(self, width: float) -> list[float]:
        columns, each = self._columns(width), self._entry_width(width)
        heights = [entry.needed_height(each) for entry in self._entries]
        return [max(heights[at : at + columns]) for at in range(0, len(heights), columns)]

    def _show_selected(self) -> None:
        for entry in self._entries:
            if entry.isChecked():
                self._scroll.ensureWidgetVisible(entry, 0, 0)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        """Bring the marked workout into sight: before, nothing can be scrolled."""
        super().showEvent(event)
        self._show_selected()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip behind the rail and the mark of Matside."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._theme.strip)
        mark, side = self._mark, self._mark.width()
        fill_rounded(painter, mark, side / 4, WORK)
        for x, y, width in ((0.22, 0.27, 0.28), (0.22, 0.55, 0.56)):
            bar = QRectF(mark.x() + x * side, mark.y() + y * side, width * side, 0.17 * side)
            fill_rounded(painter, bar, bar.height() / 2, self._theme.ink)
        painter.end()
