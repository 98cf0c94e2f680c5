"""The line of the start page that tells an athlete how it goes, and opens the history."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Ink, fill_rounded, paint_word
from matside.ui.drawing.theme import WORK, Theme
from matside.ui.drawing.week_chain import ChainInks, WeekChain
from matside.ui.kit.controls import Control
from matside.ui.start.athlete.athlete_view import AthleteView
from matside.ui.words.start_words import last_done
from matside.ui.words.translation import translate
from matside.ui.words.week_words import done_words, due_words, weeks_words

SIGN = 1.25
"""The side of a sign of the chain and of the check, in heights of capitals."""

STEP = 1.75
"""From one sign to the next, likewise."""

NOTHING_MORE = (False, False, False)
"""The form in which the signs, the number of weeks and the due week are left out."""

APART = 2.2
"""The gap between two parts of the line, likewise."""


class HistoryLine(Control):
    """When the workout was done last, the last weeks, and whether this one is due.

    What has no room is left out: the signs of the weeks, then their number, then whether the
    week is due.
    """

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self._last = self._weeks = self._due = ""
        self._is_done = False
        self._cap = 12.0
        self._form = NOTHING_MORE
        self._chain = WeekChain(
            ChainInks(theme.key, theme.key_text, theme.future), self, round_=False
        )

    def show_athlete(self, athlete: AthleteView, selected: str) -> None:
        """Show what is known of `athlete`, and of the workout named `selected`."""
        days = athlete.days_since(selected)
        self._last, self._is_done = last_done(days), days is not None
        week = athlete.habit.week
        self._weeks = weeks_words(athlete.habit) or done_words(week)
        self._due = due_words(week)
        self._chain.show_habit(athlete.habit, len(athlete.habit.chain), "")
        said = (self._last, self._weeks, self._due, translate("Start", "Open the history"))
        self.setText(". ".join(filter(None, said)))
        self.setAccessibleName(self.text())
        self.update()

    def place(self, room: QRectF, cap: float, u: float) -> None:
        """Place the line at the left of `room`, in capitals of `cap` px."""
        self._cap = cap
        forms = ((True, True, True), (False, True, True), (False, False, True), NOTHING_MORE)
        fitting = (form for form in forms if self._width(form) <= room.width() - u)
        self._form = next(fitting, NOTHING_MORE)
        needed = min(room.width(), self._width(self._form) + u)
        self.put(QRectF(room.x() - u, room.y(), needed + u, room.height()), u)
        side = SIGN * cap
        width = STEP * cap * (self._chain.weeks - 1) + side
        top = (self.height() - side) / 2
        self._chain.setVisible(self._form[0])
        self._chain.put(QRectF(self._chain_begins(), top, width, side))

    def _width(self, form: tuple[bool, bool, bool]) -> float:
        """Return the width of the line in `form`, in px."""
        chain, weeks, due = form
        cap = self._cap
        width = self._words_begin - self.u + self._words.width(self._last)
        if chain:
            width += (APART + STEP * (self._chain.weeks - 1) + SIGN) * cap
        if weeks and self._weeks:
            width += (0.9 if chain else APART) * cap + self._strong.width(self._weeks)
        if due and self._due:
            width += APART * cap + self._pill_width
        return width + 2

    @property
    def _words(self) -> Ink:
        return Ink(self._cap, self.theme.text if self.lit else self.theme.mute)

    @property
    def _strong(self) -> Ink:
        return Ink(self._cap, self.theme.text)

    @property
    def _pill_width(self) -> float:
        words = Ink(self._cap, self.theme.text, SEMIBOLD)
        return words.width(self._due) + 3.6 * self._cap

    @property
    def _words_begin(self) -> float:
        """Where the words begin: behind the check, which only what was done has."""
        return self.u + ((SIGN + 0.7) * self._cap if self._is_done else 0.0)

    def _chain_begins(self) -> float:
        return self._words_begin + APART * self._cap + self._words.width(self._last)

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the words between the signs; the chain is a widget of its own."""
        cap, u = self._cap, self.u
        if self.lit:
            fill_rounded(painter, rect, 1.25 * u, self.theme.surface)
        chain, weeks, due = self._form
        side = SIGN * cap
        if self._is_done:
            check = QRectF(u, rect.center().y() - side / 2, side, side)
            paint_icon(painter, Icon.CHECK, check, self.theme.mute)
        x = self._write(painter, rect, self._words_begin, self._last, self._words)
        if chain:
            x = self._chain_begins() + STEP * cap * (self._chain.weeks - 1) + side
        if weeks and self._weeks:
            x += (0.9 if chain else APART) * cap
            x = self._write(painter, rect, x, self._weeks, self._strong)
        if due and self._due:
            self._paint_pill(painter, rect, x + APART * cap)

    def _write(self, painter: QPainter, rect: QRectF, x: float, words: str, ink: Ink) -> float:
        width = min(ink.width(words) + 1, rect.right() - x)
        paint_word(painter, QRectF(x, rect.y(), width, rect.height()), words, ink)
        return x + width - 1

    def _paint_pill(self, painter: QPainter, rect: QRectF, x: float) -> None:
        cap = self._cap
        pill = QRectF(x, rect.y(), self._pill_width, rect.height())
        fill_rounded(painter, pill, pill.height() / 2, self.theme.surface2)
        dot = QRectF(pill.x() + cap, pill.center().y() - 0.45 * cap, 0.9 * cap, 0.9 * cap)
        fill_rounded(painter, dot, dot.height() / 2, WORK)
        words = QRectF(dot.right() + 0.7 * cap, pill.y(), 0, pill.height())
        words.setRight(pill.right() - 0.8 * cap)
        paint_word(painter, words, self._due, Ink(cap, self.theme.text, SEMIBOLD))
