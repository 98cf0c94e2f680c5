"""One workout of the list: a picture, its title, its time and rounds, or its first fault."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.core.durations import clock
from matside.core.ports.devices import Listed
from matside.core.workout.overview import face_of
from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import SEMIBOLD, width_of, wrapped
from matside.ui.drawing.painting import LEAST_SHRINKING, Ink, fill_rounded, fill_shaded, paint_word
from matside.ui.drawing.theme import WORK, Theme
from matside.ui.figures.exercise_icon import exercise_icon
from matside.ui.kit.controls import Option
from matside.ui.words.start_words import rounds_words
from matside.ui.words.workout_names import first_fault, title_of

if TYPE_CHECKING:
    from matside.ui.figures.thumbnails import Thumbnails

PITCH = 1.75
"""The line spacing of an entry, in heights of capitals."""

STILL = (7.25, 5.75)
"""Width and height of the picture, in units."""

LEFT, GAP = 1.75, 1.5
"""The margin beside the picture, and the gap between it and the words, in units."""

PAD = 0.9
"""The margin above and below picture and words, in units."""

DOT = 0.85
"""The size of the dot before what is due, in heights of capitals."""


@frozen
class ListedFact:
    """What is said of a listed workout beside its length; a dot marks what `is_due`."""

    words: str
    is_due: bool = False


class WorkoutEntry(Option):
    """One workout of the list: a picture, its title, its time and a fact, or its first fault.

    The fact is when it was done, where the athlete is known, else its rounds. `mark`
    distinguishes it from others with the same title, and is empty if there are none.
    """

    def __init__(self, parent: QWidget, theme: Theme, listed: Listed, mark: str) -> None:
        super().__init__(parent, theme)
        self.listed = listed
        self.mark = mark
        self._pictures: Thumbnails | None = None
        self._face = None if listed.workout is None else face_of(listed.workout)
        self._cap = 13.0
        self._small = 11.0
        self._seconds: int | None = None
        self._rounds: int | None = None
        self._fact: ListedFact | None = None
        self.setAccessibleName(f"{title_of(listed)}, {mark}" if mark else title_of(listed))
        self.setAccessibleDescription(self.subtitle)

    def show_length(
        self, seconds: int | None, rounds: int | None, fact: ListedFact | None = None
    ) -> None:
        """Show the length in whole `seconds` and a `fact`, or the number of `rounds`, if known."""
        if (seconds, rounds, fact) == (self._seconds, self._rounds, self._fact):
            return
        self._seconds, self._rounds, self._fact = seconds, rounds, fact
        self.setAccessibleDescription(self.subtitle)
        self.update()

    def show_pictures(self, pictures: "Thumbnails | None") -> None:
        """Show a picture of the workout from now on; before there is only its place."""
        self._pictures = pictures

    def measure(self, u: float, cap: float, small: float) -> None:
        """Measure in units of `u` px; write the title at `cap` and what is below at `small`."""
        self.u, self._cap, self._small = u, cap, small

    @property
    def subtitle(self) -> str:
        """The text below the title."""
        if self.listed.workout is None:
            return first_fault(self.listed)
        return "   ".join(filter(None, (self._length, self._said)))

    @property
    def _length(self) -> str:
        return "" if self._seconds is None else clock(self._seconds)

    @property
    def _said(self) -> str:
        """What stands behind the length."""
        if self._fact is not None:
            return self._fact.words
        return "" if self._rounds is None else rounds_words(self._rounds)

    def needed_height(self, width: float) -> float:
        """Return the height in px that the entry needs at `width` px."""
        return max(STILL[1] * self.u, self._words_height(width)) + 2 * PAD * self.u

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the entry, on a plate with a tab where it is chosen."""
        if self.isChecked() or self.lit:
            fill_rounded(painter, rect, 1.75 * self.u, self.theme.surface2)
        if self.isChecked():
            tab = QRectF(rect.x(), 0, 0.65 * self.u, 0.5 * rect.height())
            tab.moveTop(rect.center().y() - tab.height() / 2)
            fill_rounded(painter, tab, tab.width() / 2, WORK)
        still = QRectF(rect.x() + LEFT * self.u, 0, STILL[0] * self.u, STILL[1] * self.u)
        still.moveTop(rect.center().y() - still.height() / 2)
        self._paint_still(painter, still)
        words = QRectF(still.right() + GAP * self.u, 0, 0, self._words_height(rect.width()))
        words.setRight(rect.right() - self.u)
        words.moveTop(rect.center().y() - words.height() / 2)
        self._paint_words(painter, words)

    def _paint_still(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the picture of an exercise; a file with faults has a sign in its place."""
        if self._pictures is None and self._face is not None:
            fill_rounded(painter, rect, self.u, self.theme.surface)
            return
        lit = self.isChecked() or self.lit
        top = self.theme.line if lit else self.theme.surface2
        fill_shaded(painter, rect, self.u, top, self.theme.surface)
        if self._face is not None and self._pictures and self._pictures.has(self._face[0]):
            inner = QRectF(rect.adjusted(0.4 * self.u, 0.4 * self.u, -0.4 * self.u, -0.4 * self.u))
            inner = QRectF(inner.toAlignedRect())
            painter.save()
            painter.translate(inner.topLeft())
            ratio = self.devicePixelRatioF()
            self._pictures.paint(painter, self._face[0], inner.size(), ratio)
            painter.restore()
            return
        sign = QRectF(0, 0, 3 * self.u, 3 * self.u)
        sign.moveCenter(rect.center())
        icon = Icon.WARNING if self._face is None else exercise_icon(*self._face)
        paint_icon(painter, icon, sign, self.theme.text if self._face is None else self.theme.mute)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        y, least = rect.y(), LEAST_SHRINKING if self.listed.workout is None else 0.0
        for line in self._titles(rect.width()):
            row = QRectF(rect.x(), y, rect.width(), PITCH * self._cap)
            paint_word(painter, row, line, Ink(self._cap, self.theme.text, SEMIBOLD))
            y += row.height()
        for line in filter(None, (self.mark, self.subtitle)):
            row = QRectF(rect.x(), y, rect.width(), PITCH * self._small)
            if line == self.subtitle and self._fact is not None and self._fact.is_due:
                self._paint_due(painter, row)
            else:
                paint_word(painter, row, line, Ink(self._small, self.theme.mute), least=least)
            y += row.height()

    def _paint_due(self, painter: QPainter, row: QRectF) -> None:
        """Paint the length, and behind a dot that the workout is due."""
        length, strong = Ink(self._small, self.theme.mute), Ink(self._small, self.theme.text)
        width = length.width(self._length) + 1
        paint_word(painter, QRectF(row.x(), row.y(), width, row.height()), self._length, length)
        side, x = DOT * self._small, row.x() + (width + self._small if self._length else 0)
        dot = QRectF(x, row.center().y() - side / 2, side, side)
        fill_rounded(painter, dot, side / 2, WORK)
        said = QRectF(row)
        said.setLeft(dot.right() + 0.6 * self._small)
        paint_word(painter, said, self._said, strong, least=0)

    def _words_height(self, width: float) -> float:
        below = 2 if self.mark else 1
        room = width - (LEFT + STILL[0] + GAP + 1) * self.u
        return PITCH * (self._cap * len(self._titles(room)) + self._small * below)

    def _titles(self, width: float) -> tuple[str, ...]:
        """Return the title in one line where it fits, a little smaller if need be, else in two."""
        title = title_of(self.listed)
        if width_of(title, LEAST_SHRINKING * self._cap, SEMIBOLD) <= width:
            return (title,)
        return wrapped(title, width, self._cap, SEMIBOLD, lines=2)
