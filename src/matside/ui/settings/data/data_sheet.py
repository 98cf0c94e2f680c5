"""What stands on the plate of a task: sentences, choices, names, a field and a bar."""

import math
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.painting import Part, fill_rounded
from matside.ui.drawing.theme import Theme
from matside.ui.kit.labels import PITCH, Label
from matside.ui.kit.lines import ActionRow, Line
from matside.ui.settings.data.data_view import DataView, NameChoice
from matside.ui.settings.data.word_field import WordField
from matside.ui.settings.rows.turn_row import TurnRow

MOST_LINES = 12
"""The maximum number of lines of a sentence."""

INSET, GAP, ROW, BAR = 2.0, 1.1, 4.2, 1.6
"""The margin of sentences, the gap below each, the height of a line and that of the bar.

The gap is in heights of capitals, all others are in units.
"""

LEAST_ROW, FIELD = 2.6, 16.0
"""The minimum height of a line, and the width of the field, in heights of capitals."""


MOST_LINE = 125.0
"""The maximum width of a line, in units: what stands at its ends belongs together."""


class _Choice(ActionRow):
    """One of several lines: it is always seen which of them Enter takes."""

    @property
    @override
    def is_ringed(self) -> bool:
        """Whether the ring is shown: also where no key brought the focus."""
        return self.hasFocus()


class DataSheet(Part):
    """The parts of a view below each other, as high as they need.

    `chosen` has the place of the choice that was pressed, `meant` that of a name and of what it
    means, `typed` what was typed.
    """

    chosen = Signal(int)
    meant = Signal(int, int)
    typed = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._view = DataView("")
        self._labels: list[Label] = []
        self._lines: list[Line] = []
        self._field = WordField(self, theme)
        self._field.textChanged.connect(self.typed)
        self._field.hide()
        self._bar = QRectF()

    @property
    def stops(self) -> Sequence[QWidget]:
        """The stops of the Tab key, from the top down."""
        lines = [stop for line in self._lines for stop in line.stops]
        return (*lines, self._field) if self._view.word else lines

    def show_view(self, view: DataView) -> bool:
        """Show `view`; return whether its parts are others than before."""
        before, self._view = self._view, view
        self.update()
        if _parts(before) == _parts(view):
            return False
        for part in (*self._labels, *(stop for line in self._lines for stop in line.stops)):
            part.hide()
            part.deleteLater()
        self._labels = [self._label(words) for words in view.says]
        self._lines = [self._choice(place, words) for place, words in enumerate(view.choices)]
        self._lines += [self._name(place, each) for place, each in enumerate(view.names)]
        self._field.clear()
        self._field.setVisible(bool(view.word))
        self._field.setAccessibleName(view.says[-1] if view.says else "")
        return True

    def set_in(self, width: float, u: float, cap: float) -> float:
        """Lay all out in `width` px with capitals of `cap` px; return the height in px."""
        self._u = u
        left, inner, y = INSET * u, width - 2 * INSET * u, 0.0
        for label in self._labels:
            label.put(left, y + PITCH * cap, inner, cap)
            y += (PITCH * len(label.lines_in(inner, cap)) + GAP) * cap
        height = max(ROW * u, LEAST_ROW * cap)
        for line in self._lines:
            line.cap = cap
            line.put(QRectF(0, y, min(width, MOST_LINE * u), height * line.pitches), u)
            y += height * line.pitches
        if self._view.word:
            self._field.put(QRectF(left, y, min(inner, FIELD * cap), height), u, cap)
            y += height + GAP * cap
        if self._view.part is not None:
            self._bar = QRectF(left, y + GAP * cap, inner, BAR * u)
            y = self._bar.bottom() + GAP * cap
        return math.ceil(y)

    def _label(self, words: str) -> Label:
        label = Label(self, self._theme.text, lines=MOST_LINES)
        label.setText(words)
        label.show()
        return label

    def _choice(self, place: int, words: str) -> ActionRow:
        row = _Choice(self, self._theme, words, Icon.RIGHT)
        row.clicked.connect(partial(self.chosen.emit, place))
        row.show()
        return row

    def _name(self, place: int, name: NameChoice) -> TurnRow:
        row = TurnRow(self, self._theme, name.name, name.purpose)
        row.show_words(name.words, name.place)
        row.turned.connect(partial(self.meant.emit, place))
        row.show()
        return row

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint how much is done."""
        if self._view.part is None:
            return
        radius = self._bar.height() / 2
        fill_rounded(painter, self._bar, radius, self._theme.line)
        done = QRectF(self._bar)
        done.setWidth(max(self._bar.height(), self._view.part * self._bar.width()))
        fill_rounded(painter, done, radius, self._theme.key)


def _parts(view: DataView) -> tuple[object, ...]:
    """Return what of `view` its parts are made of."""
    named = tuple((each.name, each.purpose, each.words) for each in view.names)
    return view.title, view.says, view.choices, named, view.word, view.part is None
