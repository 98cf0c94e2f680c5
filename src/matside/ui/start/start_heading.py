"""The head of the start page: title, warning, how it goes, what it is about and who says it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Control
from matside.ui.kit.labels import PITCH, Label
from matside.ui.kit.page import Page
from matside.ui.kit.page_button import PageButton
from matside.ui.kit.warning_plate import WarningPlate
from matside.ui.start.title_button import TitleButton
from matside.ui.words.translation import translate

if TYPE_CHECKING:
    from matside.ui.start.athlete.history_line import HistoryLine
    from matside.ui.start.start_view import StartView

ABOUT_LINES = 2

LINE = 1.6
LINE_HEIGHT = 2.3
"""The height of capitals in the line that opens the history, in percent of the span, and its own
in heights of these."""

APART = 0.9
"""The gap between what it is about and the lines above and below it, in units."""

AIR = 2.6
"""The gap between the words and what is below them, in units."""


class StartHeading:
    """The head of `page`, which owns the widgets."""

    def __init__(self, theme: Theme, page: Page, history_pressed: Callable[[], object]) -> None:
        """Call `history_pressed` where the line that opens the history is pressed."""
        self._theme, self._page = theme, page
        self._history_pressed = history_pressed
        self._line: HistoryLine | None = None
        self._awaits = False
        self.title = TitleButton(theme, page)
        self.exercises = PageButton(page, theme, "I", translate("Start", "Exercises"))
        self.about = Label(page, theme.mute, lines=ABOUT_LINES)
        self.voice = Label(page, theme.mute2, lines=1, least=0.8)
        self.warning = WarningPlate(theme, page)

    def show_words(self, title: str, about: str, voice: str) -> None:
        """Show the `title` of a workout, what it is `about`, and who says it."""
        self.title.show_title(title)
        self.about.setText(about)
        self.voice.setText(voice)

    @property
    def controls(self) -> tuple[Control, ...]:
        """What can be pressed below the title."""
        return () if self._line is None else (self._line,)

    def show_athlete(self, view: "StartView") -> bool:
        """Show the line of the athlete that `view` knows; return whether it was made for that.

        A file that cannot be started has none.
        """
        is_startable = view.plan is not None
        self._awaits = view.awaits_athlete and is_startable
        is_new = self._line is None and view.athlete is not None
        if is_new:
            # The page is painted before anything of the history is loaded.
            from matside.ui.start.athlete.history_line import HistoryLine  # noqa: PLC0415

            self._line = HistoryLine(self._page, self._theme)
            self._line.clicked.connect(self._history_pressed)
        if self._line is not None:
            self._line.setVisible(view.athlete is not None and is_startable)
            if view.athlete is not None:
                self._line.show_athlete(view.athlete, view.selected)
        return is_new

    def place(self, room: QRectF, *, slim: bool, least: float) -> float:
        """Place everything at the top of `room`; return where the cards may begin, in px.

        What the workout is about is left out where less than `least` px would be left below.
        """
        u, page = self._page.u, self._page
        baseline = room.y() + (8.4 if slim else 9.6) * u
        right = room.right() - self._place_exercises(room, baseline, slim=slim)
        size = page.cap(3.8)
        self.title.place(room.x(), baseline, right - room.x(), size, u)
        y = self._place_warning(room, baseline + max(1.2 * u, 0.45 * size))
        y = self._place_line(room, y, page.cap(LINE))
        cap, small = page.cap(1.5), page.cap(1.35)
        apart, air = (APART * u, (AIR - APART) * u) if self._has_line else (0.0, AIR * u)
        about = self._height(self.about, room, cap)
        said = self._height(self.voice, room, small)
        said += APART * u if said else 0.0
        told = about > 0 and room.bottom() - y - apart - about - said - air >= least
        self.about.setVisible(told)
        if told:
            y = self._place_small(self.about, room, y + apart, cap)
        if said:
            y = self._place_small(self.voice, room, y + APART * u, small)
        return y + (air if told or said or self._has_line else 1.2 * u)

    @property
    def _has_line(self) -> bool:
        """Whether the line of the athlete has its place, even before it is there."""
        return self._awaits or (self._line is not None and not self._line.isHidden())

    def _place_line(self, room: QRectF, y: float, cap: float) -> float:
        """Place the line of the athlete; return the y below it, in px."""
        if not self._has_line:
            return y
        top = y + 0.8 * self._page.u
        if self._line is not None:
            line = QRectF(room.x(), top, room.width(), LINE_HEIGHT * cap)
            self._line.place(line, cap, self._page.u)
        return top + LINE_HEIGHT * cap

    def _place_exercises(self, room: QRectF, baseline: float, *, slim: bool) -> float:
        """Place the button that opens the exercises; return the width that it takes, in px."""
        button, u = self.exercises, self._page.u
        button.setVisible(button.isEnabled() and not slim)
        if button.isHidden():
            return 0.0
        button.cap, button.u = self._page.cap(1.6), u
        width = button.width_needed
        button.put(QRectF(room.right() - width + u, baseline - 4.4 * u, width, 5 * u), u)
        return width + 2 * u

    def _place_warning(self, room: QRectF, y: float) -> float:
        if self.warning.isHidden():
            return y
        cap, u = self._page.cap(1.6), self._page.u
        height = self.warning.needed_height(room.width(), cap, u)
        self.warning.put(QRectF(room.x(), y + 0.6 * u, room.width(), height), cap, u)
        return y + 0.6 * u + height

    def _place_small(self, label: Label, room: QRectF, y: float, cap: float) -> float:
        """Place `label` below `y`, in capitals of `cap` px; return where it ends."""
        label.put(room.x(), y + self._first(cap), room.width(), cap)
        return y + self._height(label, room, cap)

    def _height(self, label: Label, room: QRectF, cap: float) -> float:
        """Return how far `label` reaches below the line above it, in px; 0 without words."""
        lines = len(label.lines_in(room.width(), cap)) if label.text() else 0
        return self._first(cap) + PITCH * cap * (lines - 1) if lines else 0.0

    def _first(self, cap: float) -> float:
        """Return how far the first baseline is below the line above it, in px."""
        return max(1.8 * cap, 2.1 * self._page.u)
