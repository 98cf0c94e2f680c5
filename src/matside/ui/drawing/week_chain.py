"""The last weeks as a chain of signs: those that counted, and the running one."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.history.weeks import Habit
from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.painting import Painted, fill_rounded, outline, pixels
from matside.ui.drawing.theme import BLACK, WORK

GAP = 0.22
"""The gap between a disc and the line to the next, in heights of a disc."""


@frozen
class ChainInks:
    """The colours of weeks that counted, of the checks on them, and of weeks that did not."""

    done: QColor
    check: QColor
    missed: QColor


class WeekChain(Painted):
    """One sign a week, the running one at the right in the colour of work.

    `round_` ones are discs that a line joins where week followed week; else they are squares.
    """

    def __init__(self, inks: ChainInks, parent: QWidget, *, round_: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inks, self._round = inks, round_
        self._weeks: tuple[bool, ...] = ()

    def set_inks(self, inks: ChainInks) -> None:
        """Paint in these colours from now on."""
        self._inks = inks
        self.update()

    def show_habit(self, habit: Habit, most: int, words: str) -> None:
        """Show the last weeks, `most` at the most, with the running one; `words` tell of them."""
        self._weeks = habit.chain[-most:]
        self.setAccessibleName(words)
        self.update()

    @property
    def weeks(self) -> int:
        """How many weeks are shown."""
        return len(self._weeks)

    def put(self, rect: QRectF) -> None:
        """Place the chain on `rect`; its signs are as high as that."""
        self.setGeometry(pixels(rect))
        self.update()

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the line, and the signs over it."""
        if not self._weeks:
            return
        signs = self._signs()
        if self._round:
            self._paint_links(painter, signs)
        for place, (sign, counts) in enumerate(zip(signs, self._weeks, strict=True)):
            self._paint_sign(painter, sign, counts=counts, runs=place == len(signs) - 1)

    def _signs(self) -> list[QRectF]:
        side, count = float(self.height()), len(self._weeks)
        step = (self.width() - side) / (count - 1) if count > 1 else 0.0
        return [QRectF(place * step, 0, side, side) for place in range(count)]

    def _paint_links(self, painter: QPainter, signs: list[QRectF]) -> None:
        side = float(self.height())
        for place in range(1, len(signs)):
            if self._weeks[place] and self._weeks[place - 1]:
                link = QRectF(signs[place - 1].right() + GAP * side, 0.45 * side, 0, 0.1 * side)
                link.setRight(signs[place].left() - GAP * side)
                if link.width() > 0:
                    fill_rounded(painter, link, link.height() / 2, self._inks.done)

    def _paint_sign(self, painter: QPainter, sign: QRectF, *, counts: bool, runs: bool) -> None:
        """Paint a week that counts filled, with a check; one that does not as an outline."""
        inks, width = self._inks, max(1.5, sign.height() / 9)
        colour = WORK if runs else inks.done if counts else inks.missed
        radius = sign.height() / 2 if self._round else sign.height() / 4.5
        if counts:
            fill_rounded(painter, sign, radius, colour)
            inset = 0.2 * sign.height()
            check = sign.adjusted(inset, inset, -inset, -inset)
            paint_icon(painter, Icon.CHECK, check, BLACK if runs else inks.check)
        else:
            outline(painter, sign, radius, colour, width)
