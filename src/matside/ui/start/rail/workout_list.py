"""The list of workouts, of which one is chosen."""

from collections.abc import Callable, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from matside.core.ports.devices import Listed
from matside.override import override
from matside.ui.drawing.painting import pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Control
from matside.ui.kit.scrolling import Scroll
from matside.ui.kit.turns import Turn
from matside.ui.start.rail.workout_entry import WorkoutEntry
from matside.ui.words.translation import translate
from matside.ui.words.workout_names import marks_of

if TYPE_CHECKING:
    from matside.ui.figures.thumbnails import Thumbnails
    from matside.ui.start.athlete.athlete_view import AthleteView

AT_ONCE = 24
"""The number of entries made in one pass of the event loop, which takes some 15 ms."""

GAP = 0.25
"""The gap between two entries, in units."""

LEAST_ENTRY = 34.0
"""The minimum width of an entry that has another beside it, in units."""


class WorkoutList(QWidget):
    """The workouts in order; they scroll if necessary.

    Very many are added in several passes; `grown` tells when all are shown.
    """

    selected = Signal(str)
    grown = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._u, self._cap, self._small = 8.0, 13.0, 11.0
        self._arranged: tuple[object, ...] = (QSize(),)
        self.setAccessibleName(translate("Start", "Workouts"))
        self._pictures: Thumbnails | None = None
        self._sheet = QWidget()
        self._scroll = Scroll(theme, self._sheet, self)
        self._entries: tuple[WorkoutEntry, ...] = ()
        self._wanted: tuple[tuple[Listed, str], ...] = ()
        self._tell: Callable[[WorkoutEntry], None] = WorkoutEntry.update
        self._turn = Turn(self, self._grow)

    def show_workouts(
        self,
        listing: Sequence[Listed],
        selected: str,
        lengths: Mapping[str, int],
        rounds: Mapping[str, int],
        athlete: "AthleteView | None" = None,
    ) -> None:
        """List `listing`, and mark the workout named `selected`.

        `lengths` are whole seconds and `rounds` the chosen rounds, by name, where known. Of an
        `athlete` who is known the list says when each workout was done, in place of its rounds.
        """

        def tell(entry: WorkoutEntry) -> None:
            entry.setChecked(entry.listed.name == selected)
            name, workout = entry.listed.name, entry.listed.workout
            written = None if workout is None else workout.rounds_as_written
            fact = None if athlete is None else athlete.fact_of(name)
            entry.show_length(lengths.get(name), rounds.get(name, written), fact)

        if tuple(listed for listed, _ in self._wanted) != tuple(listing):
            self._replace_entries(listing)
        self._tell = tell
        for entry in self._entries:
            tell(entry)
        self._arrange()
        self._show_selected()

    def show_pictures(self, pictures: "Thumbnails") -> None:
        """Show pictures of the workouts from now on; before there are only their places."""
        self._pictures = pictures
        for entry in self._entries:
            entry.show_pictures(pictures)
        pictures.grown.connect(self._sheet.update)
        self._sheet.update()

    def put(self, rect: QRectF, u: float, cap: float, small: float) -> None:
        """Place the list on `rect`; titles are written at `cap`, what is below at `small`."""
        self._u, self._cap, self._small = u, cap, small
        for entry in self._entries:
            entry.measure(u, cap, small)
        self.setGeometry(pixels(rect))
        self._scroll.setGeometry(self.rect())
        self._arrange()

    def focus_selected(self) -> None:
        """Give the focus to the marked workout, with its ring."""
        for entry in self._entries:
            if entry.isChecked():
                entry.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def counts(self) -> int:
        """How many workouts there are."""
        return len(self._wanted)

    @property
    def controls(self) -> tuple[Control, ...]:
        """The workouts from top to bottom."""
        return self._entries

    def _replace_entries(self, listing: Sequence[Listed]) -> None:
        """List `listing`; the entries from the first on that stay the same are kept."""
        marks = marks_of(listing)
        self._wanted = tuple((listed, marks.get(listed.name, "")) for listed in listing)
        pairs = zip(self._entries, self._wanted, strict=False)
        same = takewhile(lambda pair: (pair[0].listed, pair[0].mark) == pair[1], pairs)
        kept = tuple(entry for entry, _ in same)
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
        self._arrange()
        self._show_selected()
        if not self._turn.is_active:
            self.grown.emit()

    def _entry(self, listed: Listed, mark: str) -> WorkoutEntry:
        entry = WorkoutEntry(self._sheet, self._theme, listed, mark)
        entry.show_pictures(self._pictures)
        entry.measure(self._u, self._cap, self._small)
        entry.clicked.connect(lambda: self.selected.emit(listed.name))
        entry.show()
        return entry

    def _arrange(self) -> None:
        """Place the entries, unless they stand already where they should."""
        wanted = self._scroll.size(), self._u, self._cap, self._small, self._entries
        before, self._arranged = self._arranged, wanted
        if wanted == before:
            return
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
        if wanted[0] != before[0]:
            self._show_selected()

    def _columns(self, width: float) -> int:
        """Return how many entries stand side by side: one in a rail, several on a page."""
        return max(1, int(width / (LEAST_ENTRY * self._u)))

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
