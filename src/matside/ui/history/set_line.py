"""The sets of an exercise on one line, in which each one's reps and weight can be changed."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.core.history.corrections import REPS, with_load, with_reps
from matside.core.keymap import Act
from matside.core.session.record import SetOutcome, SetRecord
from matside.core.settings import Settings
from matside.core.weights import Unit, parse_load
from matside.core.workout.steps import StepKey
from matside.frozen import frozen
from matside.override import override
from matside.ui.drawing.lettering import MEDIUM, SEMIBOLD
from matside.ui.drawing.painting import Ink, fill_rounded, paint_word
from matside.ui.drawing.theme import WORK, Theme
from matside.ui.history.set_groups import (
    Cell,
    Part,
    SetGroup,
    cells_of,
    first_changeable,
    may_change,
    usual_reps,
    weighted_sets,
)
from matside.ui.history.set_words import done_words, group_words, number_of, set_words, side_name
from matside.ui.keyboard.key_events import act_of
from matside.ui.kit.controls import Control
from matside.ui.words.last_set_words import differs_in_reps
from matside.ui.words.local_words import localised

PITCH = 2.4
"""The height of a row, in heights of capitals."""

PAD = 0.9
"""The margin at the left and the right, likewise."""

CELL, APART = 1.6, 0.4
"""The minimum width of a number, and the gap to the next one, likewise."""

NEAR = 0.9
"""The minimum gap between what was done and what was held, likewise."""

MOST_TYPED = 6
"""The most characters of a number: `499.75`."""

_STEPS = {Act.MORE: 1, Act.LESS: -1}
_REPS = {Act.SLOWER: 1, Act.FASTER: -1}
_LOADS = {Act.HEAVIER: 1, Act.LIGHTER: -1}
_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_OUT = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2})


@frozen
class Piece:
    """A word on the line; `cell` is None where it is no number."""

    text: str
    width: float
    cell: Cell | None = None


class SetLine(Control):
    """An exercise with what was done in each round, and what was held.

    With the focus Left and Right choose a number, digits type another one, and the keys that
    correct the last set change it; Backspace takes it away. `changed` has the changed set;
    `moved` asks for the next line, or the one before, and `left` for the way out.
    """

    changed = Signal(object)
    moved = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget, theme: Theme, group: SetGroup, settings: Settings) -> None:
        super().__init__(parent, theme)
        self.cap = 11.0
        self.names = 0.0
        self._at = 0
        self._typed = ""
        self._weighted: frozenset[StepKey] = frozenset()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.show_group(group, settings)

    def show_group(self, group: SetGroup, settings: Settings) -> None:
        """Show the sets of `group`, to be changed by the steps and the unit of `settings`."""
        self.shown, self._settings = group, settings
        # A weight that is taken away can be typed anew as long as the line is there.
        self._weighted |= weighted_sets(group)
        self._cells = list(cells_of(group, self._weighted))
        self._at = min(self._at, len(self._cells) - 1)
        self._tell()

    @property
    def name_width(self) -> float:
        """How wide the name and the side are, in px."""
        side = side_name(self.shown)
        beside = self._mute.width(side) + self.cap if side else 0.0
        return self._name.width(self.shown.first.name) + beside

    def measure(self, cap: float, names: float) -> None:
        """Write at `cap`, with `names` px for names; 0 puts the numbers below them."""
        self.cap, self.names = cap, names

    def needed_height(self, width: float) -> float:
        """Return the height in px that the line needs at `width` px."""
        rows = 1 + max((row for _, row, _ in self._placed(width)), default=0)
        return (rows + (0 if self.names else 1)) * PITCH * self.cap

    def place_of(self, number: int) -> QRectF:
        """Return where the number at that place lies, in px."""
        cell = self._cells[number]
        placed = self._placed(self.width())
        return next(
            self._rect_of(row, x, each.width) for each, row, x in placed if each.cell == cell
        )

    def choose_first(self) -> None:
        """Choose the first number that can be changed, else the first."""
        self._go_to(first_changeable(self.shown, self._cells) or 0)

    @property
    def changeable(self) -> frozenset[Part]:
        """Of what of the sets any number can be changed."""
        return frozenset(cell.part for cell in self._cells if may_change(self.shown, cell))

    @property
    def _cell(self) -> Cell:
        return self._cells[self._at]

    @property
    def _unit(self) -> Unit:
        """What loads are told in, and typed in."""
        return self.shown.unit or self._settings.unit

    def _text_of(self, cell: Cell) -> str:
        if self._typed and cell == self._cell:
            return localised(self._typed)
        record = self.shown.records[cell.place]
        return done_words(record) if cell.part is Part.DONE else number_of(record)

    def _pieces(self) -> tuple[list[Piece], list[Piece]]:
        """Return the pieces of what was done, and those of what was held."""
        least, more = CELL * self.cap, 0.5 * self.cap
        cells = [
            Piece(text := self._text_of(cell), max(least, self._name.width(text) + more), cell)
            for cell in self._cells
        ]
        done = [piece for piece in cells if piece.cell and piece.cell.part is Part.DONE]
        held = [piece for piece in cells if piece.cell and piece.cell.part is Part.LOAD]
        if held:
            if self.shown.pieces > 1:
                held.insert(0, self._word(f"{self.shown.pieces} ×"))
            held.append(self._word(self._unit.value))
        return done, held

    def _word(self, text: str) -> Piece:
        return Piece(text, self._mute.width(text))

    def _width_of(self, pieces: list[Piece]) -> float:
        return sum(each.width for each in pieces) + APART * self.cap * (len(pieces) - 1)

    @property
    def _name(self) -> Ink:
        return Ink(self.cap, self.theme.text, SEMIBOLD)

    @property
    def _mute(self) -> Ink:
        return Ink(self.cap, self.theme.mute, MEDIUM)

    def _placed(self, width: float) -> Iterator[tuple[Piece, int, float]]:
        """Yield each piece with its row and its left edge on a line of `width` px.

        What was held ends at the right, below what was done where both have no room side by
        side; what is longer than a row flows.
        """
        pad = PAD * self.cap
        done, held = self._pieces()
        left, right = pad + self.names, width - pad
        row = 0
        for piece, row, x in self._flowing(done, 0, left, right):
            yield piece, row, x
        widths = [self._width_of(pieces) for pieces in (done, held) if pieces]
        if left + sum(widths) + NEAR * self.cap * (len(widths) - 1) > right:
            row += 1
        start = max(left, right - self._width_of(held)) if held else left
        yield from self._flowing(held, row, start, right)

    def _flowing(
        self, pieces: list[Piece], row: int, left: float, right: float
    ) -> Iterator[tuple[Piece, int, float]]:
        """Yield `pieces` side by side from `left` on, in the next row where one has no room."""
        x = left
        for piece in pieces:
            if x + piece.width > right + 1 and x > left:
                row, x = row + 1, left
            yield piece, row, x
            x += piece.width + APART * self.cap

    def _rect_of(self, row: int, x: float, width: float) -> QRectF:
        pitch = PITCH * self.cap
        return QRectF(x, (row + (0 if self.names else 1)) * pitch, width, pitch)

    def _go_to(self, at: int) -> None:
        self._typed = ""
        self._at = max(0, min(at, len(self._cells) - 1))
        self._tell()

    def _tell(self) -> None:
        """Name the set that is chosen, and all of them in the description."""
        cell, record = self._cell, self.shown.records[self._cell.place]
        is_load, is_of_all = cell.part is Part.LOAD, cell.is_of_all
        name = set_words(self.shown, record, is_load=is_load, is_of_all=is_of_all)
        self.setAccessibleName(name)
        self.setAccessibleDescription(group_words(self.shown))
        self.update()

    def _type(self, number: str) -> bool:
        """Take over `number` if it may begin one; return whether it is of a kind to be typed."""
        cell, record = self._cell, self.shown.records[self._cell.place]
        if not may_change(self.shown, cell) or len(number) > MOST_TYPED:
            return True
        if cell.part is Part.DONE:
            if not REPS.holds(int(number or 1)):
                return True
            self._change(cell, replace(record, reps=int(number) if number else None))
        else:
            load = parse_load(f"{number.removesuffix('.')} {self._unit.value}")
            if load is None and number.strip("0."):
                return True
            self._change(cell, replace(record, load=load))
        self._typed = number
        self._tell()
        return True

    def _step(self, part: Part, by: int) -> None:
        """Change the reps or the load of the chosen set by one step."""
        self._typed = ""
        cell, record = self._cell, self.shown.records[self._cell.place]
        if not may_change(self.shown, Cell(part, cell.place)):
            return
        if part is Part.LOAD:
            is_of_all = cell.is_of_all and cell.part is Part.LOAD
            self._change(Cell(part, cell.place, is_of_all), with_load(record, by, self._settings))
        else:
            self._change(cell, with_reps(record, by, usual_reps(record)))

    def _change(self, cell: Cell, record: SetRecord) -> None:
        """Ask for `record`, and for the load of all sets where there is one number for them."""
        self.changed.emit(record)
        if cell.is_of_all:
            for other in self.shown.records:
                if other.key != record.key and other.key in self._weighted:
                    self.changed.emit(replace(other, load=record.load))

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose and change numbers; leave all other keys to the page."""
        key = Qt.Key(event.key())
        if key in _WAYS:
            self._go_to(self._at + _WAYS[key])
        elif key in _LINES:
            self.moved.emit(_LINES[key])
        elif key in _OUT:
            self.left.emit()
        elif not (self._takes_number(event) or self._takes_step(event)):
            super().keyPressEvent(event)

    def _takes_number(self, event: QKeyEvent) -> bool:
        text, is_load = event.text(), self._cell.part is Part.LOAD
        if event.key() == Qt.Key.Key_Backspace:
            return self._type(self._typed[:-1])
        if event.key() == Qt.Key.Key_Delete:
            return self._type("")
        if text and (text in "0123456789" or (is_load and text in ".,")):
            return self._type(self._typed + text.replace(",", "."))
        return False

    def _takes_step(self, event: QKeyEvent) -> bool:
        act = act_of(event, self._settings.keymap)
        for part, steps in ((self._cell.part, _STEPS), (Part.DONE, _REPS), (Part.LOAD, _LOADS)):
            if act in steps:
                self._step(part, steps[act])
                return True
        return False

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the number that is clicked."""
        for piece, row, x in self._placed(self.width()):
            reach = self._rect_of(row, x, piece.width).adjusted(-2, 0, 2, 0)
            if piece.cell is not None and reach.contains(event.position()):
                self._go_to(self._cells.index(piece.cell))
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring, for digits go here."""
        super().focusInEvent(event)
        self._ringed = True
        self.update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Forget what was typed."""
        super().focusOutEvent(event)
        self._typed = ""
        self.update()

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the name and the side, and the numbers; the chosen one is on a plate."""
        pad, pitch = PAD * self.cap, PITCH * self.cap
        if self.lit and not self.hasFocus():
            fill_rounded(painter, rect, 1.5 * self.u, self.theme.surface2)
        room = (self.names or rect.width() - 2 * pad) - 0.6 * self.cap
        side, name = side_name(self.shown), self.shown.first.name
        beside = self.name_width - self._name.width(name)
        wide = min(room - beside, self._name.width(name) + 1)
        paint_word(painter, QRectF(pad, 0, wide, pitch), name, self._name)
        if side:
            where = QRectF(pad + wide + self.cap, 0, beside - self.cap + 1, pitch)
            paint_word(painter, where, side, self._mute)
        for piece, row, x in self._placed(rect.width()):
            self._paint_piece(painter, self._rect_of(row, x, piece.width), piece)

    def _paint_piece(self, painter: QPainter, rect: QRectF, piece: Piece) -> None:
        if piece.cell is None:
            paint_word(painter, rect, piece.text, self._mute, least=0)
            return
        record = self.shown.records[piece.cell.place]
        ink = self._mute if record.outcome is SetOutcome.SKIPPED else self._name
        if self.hasFocus() and piece.cell == self._cell:
            plate = rect.adjusted(0, 0.3 * self.cap, 0, -0.3 * self.cap)
            fill_rounded(painter, plate, 0.4 * self.cap, self.theme.key)
            ink = Ink(self.cap, self.theme.key_text, SEMIBOLD)
        centred = Qt.AlignmentFlag.AlignHCenter
        paint_word(painter, rect, piece.text, ink, centred, least=0)
        if piece.cell.part is Part.DONE and differs_in_reps(record):
            line = QRectF(0, 0, max(self.cap, ink.width(piece.text)), 0.18 * self.cap)
            line.moveCenter(rect.center())
            line.moveTop(rect.center().y() + 0.78 * self.cap)
            painter.fillRect(line, WORK)
