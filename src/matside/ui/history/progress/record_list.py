"""The records of an exercise, each with its day."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.lettering import BOLD, SEMIBOLD
from matside.ui.drawing.painting import Painted, fill_rounded, pixels
from matside.ui.drawing.theme import WORK, Theme
from matside.ui.history.progress.exercise_words import RecordView
from matside.ui.kit.labels import Label
from matside.ui.words.translation import translate

MOST = 4

LINES, GAP = 6.9, 1.6
"""The height of a record and the gap below it, in heights of its small capitals."""

LEAST = 11.5
"""The width of a record at least, likewise."""

INDENT = 1.4
"""The room for the mark of a new one at its left, in units."""

LARGE = 1.7
"""The capitals of what was reached, in those of the other words."""


class RecordCell(Painted):
    """One record: what it is of, how much, and when; a mark says that it is new."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = Label(self, theme.mute, least=0.7)
        self._value = Label(self, theme.text, BOLD, tabular=True, least=0)
        self._day = Label(self, theme.mute, least=0.6)
        self._new = Label(self, theme.text, SEMIBOLD)
        self._new.setText(translate("Progress", "new"))
        self._u = 8.0

    def show_record(self, record: RecordView | None) -> None:
        """Show `record`; None hides the cell."""
        self.setVisible(record is not None)
        if record is None:
            return
        self._name.setText(record.name)
        self._value.setText(record.value)
        self._day.setText(record.day)
        self._new.setVisible(record.is_new)
        self.update()

    def put(self, rect: QRectF, u: float, cap: float) -> None:
        """Place the cell on `rect`, its small words in capitals of `cap` px."""
        self._u = u
        self.setGeometry(pixels(rect))
        left, width = INDENT * u, self.width() - INDENT * u
        self._name.put(left, 1.4 * cap, width, cap)
        self._value.put(left, 4.3 * cap, width, LARGE * cap)
        new = 0.0 if self._new.isHidden() else self._new.width_at(cap) + 1
        day = min(self._day.width_at(cap) + 1, width - new - cap)
        self._day.put(left, 6.5 * cap, day, cap)
        self._new.put(left + day + 0.8 * cap, 6.5 * cap, new, cap)
        self.update()

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the mark of what is new."""
        if self._new.isHidden():
            return
        width = 0.6 * self._u
        fill_rounded(painter, QRectF(0, 0, width, self.height()), width / 2, WORK)


class RecordList(QWidget):
    """The records side by side, in as many rows as they need."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells = tuple(RecordCell(theme, self) for _ in range(MOST))

    def show_records(self, records: Sequence[RecordView]) -> None:
        """Show `records`."""
        for cell, record in zip_longest(self._cells, records):
            cell.show_record(record)

    def put(self, rect: QRectF, u: float, cap: float) -> None:
        """Place the records on `rect`, in capitals of `cap` px; `u` is the unit in px."""
        self.setGeometry(pixels(rect))
        columns = columns_in(rect.width(), cap)
        for place, cell in enumerate(self._cells):
            row, column = divmod(place, columns)
            width, height = rect.width() / columns, (LINES + GAP) * cap
            x, y = column * width, row * height
            cell.put(QRectF(x, y, width - u, LINES * cap), u, cap)


def columns_in(width: float, cap: float) -> int:
    """Return how many records have room side by side in `width` px."""
    return max(1, min(MOST, int(width / (LEAST * cap))))


def height_in(width: float, cap: float) -> float:
    """Return how high all records are at most in `width` px, in capitals of `cap` px."""
    rows = -(-MOST // columns_in(width, cap))
    return (rows * (LINES + GAP) - GAP) * cap
