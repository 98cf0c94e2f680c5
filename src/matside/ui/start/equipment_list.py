"""The list of equipment for a session."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.core.weights import Weight
from matside.core.workout.overview import Equipment, Needed
from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.icons import Icon, paint_icon
from matside.ui.drawing.lettering import BOLD, SEMIBOLD
from matside.ui.drawing.painting import Ink, Part, fill_rounded, paint_word, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.figures.exercise_icon import implement_icon
from matside.ui.kit.controls import Control
from matside.ui.words.start_words import (
    equipment_word,
    nothing_needed,
    set_weight,
    weight_named,
    weight_needed,
)
from matside.ui.words.translation import translate
from matside.ui.words.weight_words import loads_words

PITCH, MOST_PITCH = 1.6, 2.6
"""The minimum and maximum line spacing, in heights of capitals."""

LEAST = 0.7
"""How far a line that is too long may shrink, as a share."""

SIGN = 2.2
"""The maximum size of a sign, in heights of capitals."""

APART, PAD = 0.8, 0.6
"""The gap before a load, and the room beside the words of a press, in heights of capitals."""


@frozen
class Line:
    """One line: its sign, its words, and a load, or the weight of which none is known."""

    sign: Icon | None
    words: str
    load: str = ""
    unknown: Weight | None = None


class SetWeight(Control):
    """The words beside a weight of which nobody has said what it weighs."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self.cap = 12.0
        self.weight: Weight | None = None
        self.setText(set_weight())

    def show_weight(self, weight: Weight) -> None:
        """Stand for `weight` from now on."""
        self.weight = weight
        named = translate("Start", "Set weight: {weight}")
        self.setAccessibleName(named.format(weight=weight_named(weight)))

    def width_needed(self, cap: float) -> float:
        """Return the width in px of its words in capitals of `cap` px, with their plate."""
        return Ink(cap, self.theme.text, SEMIBOLD).width(self.text()) + 2 * PAD * cap + 1

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the words on their plate."""
        ground = self.theme.line if self.lit or self.isDown() else self.theme.surface2
        fill_rounded(painter, rect, 0.4 * self.cap, ground)
        ink = Ink(self.cap, self.theme.text, SEMIBOLD)
        inner = rect.adjusted(0.2 * self.cap, 0, -0.2 * self.cap, 0)
        paint_word(painter, inner, self.text(), ink, Qt.AlignmentFlag.AlignHCenter, least=0)


class EquipmentList(Part):
    """The equipment: a sign, a word and what it weighs per line.

    `asked` has a weight of which the athlete wants to say what it weighs.
    """

    asked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self._lines: tuple[Line, ...] = ()
        self._presses: list[SetWeight] = []

    @property
    def controls(self) -> tuple[SetWeight, ...]:
        """What is pressed to say what a weight weighs, from the top down."""
        return tuple(self._presses)

    def show_equipment(self, equipment: Equipment) -> None:
        """Show `equipment`, weights first; if none is needed, say so."""
        weights = [_line_of(needed) for needed in equipment.weights]
        others = [
            Line(Icon.MAT if word == "mat" else None, equipment_word(word))
            for word in equipment.others
        ]
        self._lines = (*weights, *others) or (Line(None, nothing_needed()),)
        said = [*map(weight_needed, equipment.weights), *(line.words for line in others)]
        self.setAccessibleName(", ".join(said) or nothing_needed())
        self._show_presses()
        self.update()

    def put(self, rect: QRectF, cap: float) -> None:
        """Place the list on `rect`, written with capitals of `cap` px."""
        self._cap = cap
        self.setGeometry(pixels(rect))
        self._show_presses()
        self.update()

    def width_needed(self, height: float, cap: float) -> float:
        """Return the width in px at which all fits in `height` px, in capitals of `cap` px."""
        widths = [self._width_of(line, cap) for line in self._lines_in(height, cap)]
        return self._indent(cap) + max(widths, default=0) + 1

    def _width_of(self, line: Line, cap: float) -> float:
        words = Ink(cap, self._theme.text).width(line.words)
        beside = self._beside(line, cap)
        return words + (APART * cap + beside if beside else 0.0)

    def _beside(self, line: Line, cap: float) -> float:
        """Return the width of what stands behind the words of `line`, 0 if nothing does."""
        if line.unknown is not None and self._presses:
            return self._presses[0].width_needed(cap)
        return Ink(cap, self._theme.text, BOLD).width(line.load) if line.load else 0.0

    def _show_presses(self) -> None:
        """Place what is pressed behind the weights of which none is known."""
        unknown = [line for line in self._lines if line.unknown is not None]
        while len(self._presses) < len(unknown):
            press = SetWeight(self, self._theme)
            press.clicked.connect(lambda _, press=press: self.asked.emit(press.weight))
            self._presses.append(press)
        lines = self._lines_in(self.height(), self._cap)
        waiting = iter(self._presses)
        for line, row in zip(lines, self._rows(len(lines)), strict=True):
            if line.unknown is not None:
                self._place(next(waiting), line, row)
        for press in waiting:
            press.hide()

    def _place(self, press: SetWeight, line: Line, row: QRectF) -> None:
        assert line.unknown is not None  # or nothing would be asked
        cap = self._fitting_cap()
        height = min(row.height() - 2, 2.1 * cap)
        words = Ink(cap, self._theme.text).width(line.words)
        left = self._indent(self._cap) + words + APART * cap
        rect = QRectF(left, row.center().y() - height / 2, press.width_needed(cap), height)
        press.cap = cap
        press.show_weight(line.unknown)
        press.put(rect.intersected(QRectF(self.rect())), cap / 2)
        press.show()

    def _fitting_cap(self) -> float:
        """Return the height of the capitals of weights, smaller where one has too little room."""
        lines = (line for line in self._lines if line.load or line.unknown is not None)
        widest = max((self._width_of(line, self._cap) for line in lines), default=1.0)
        room = self.width() - self._indent(self._cap)
        return self._cap * min(1.0, max(LEAST, room / widest))

    def _rows(self, count: int) -> tuple[QRectF, ...]:
        """Return where `count` lines are."""
        pitch = min(MOST_PITCH * self._cap, self.height() / max(1, count))
        return tuple(QRectF(0, row * pitch, self.width(), pitch) for row in range(count))

    def _lines_in(self, height: float, cap: float) -> tuple[Line, ...]:
        """Return the lines that `height` px hold; the last of them says all that is left."""
        fitting = max(1, int(height / (PITCH * cap) + 0.01))
        if len(self._lines) <= fitting:
            return self._lines
        rest = (
            f"{line.words}, {line.load}" if line.load else line.words
            for line in self._lines[fitting - 1 :]
        )
        return (*self._lines[: fitting - 1], Line(None, ", ".join(rest)))

    def _indent(self, cap: float) -> float:
        """Return how far the words stand behind the signs, in px; 0 where there are none."""
        signed = any(line.sign is not None for line in self._lines)
        return (SIGN + 0.6) * cap if signed else 0.0

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the lines as far as they fit; the last that fits says that there are more."""
        lines = self._lines_in(self.height(), self._cap)
        for line, row in zip(lines, self._rows(len(lines)), strict=True):
            self._paint_line(painter, row, line)

    def _paint_line(self, painter: QPainter, row: QRectF, line: Line) -> None:
        side = min(SIGN * self._cap, row.height() - 2)
        if line.sign is not None:
            sign = QRectF(0, row.center().y() - side / 2, side, side)
            paint_icon(painter, line.sign, sign, self._theme.mute)
        row.setLeft(self._indent(self._cap))
        if line.load or line.unknown is not None:
            cap = self._fitting_cap()
            width = Ink(cap, self._theme.text).width(line.words) + 1
            load = row.adjusted(width - 1 + APART * cap, 0, 0, 0)
            row.setWidth(min(width, row.width()))
            paint_word(painter, load, line.load, Ink(cap, self._theme.text, BOLD), least=LEAST)
        else:
            cap = self._cap
        paint_word(painter, row, line.words, Ink(cap, self._theme.text), least=LEAST)


def _line_of(needed: Needed) -> Line:
    weight, load = needed.weight, needed.load
    sign = implement_icon(weight.of)
    if load is None:
        return Line(sign, weight_named(weight), unknown=weight)
    return Line(sign, weight_named(weight), loads_words(weight.count, load))
