"""A row of the settings with one of a few words chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.lettering import SEMIBOLD
from matside.ui.drawing.painting import Ink, Painted, fill_rounded, paint_ring, paint_word, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Option

PAD = 1.6
"""The room on both sides of a word on its plate, in units."""

LEAST_PAD = 0.7


class Word(Option):
    """One of the words that can be chosen; its row shows the focus."""

    ring_here = False

    def __init__(self, parent: QWidget, theme: Theme, name: str, word: str) -> None:
        super().__init__(parent, theme)
        self._row = parent
        self.setText(word)
        self.setAccessibleName(f"{name}: {word}")
        self.cap = 12.0

    @property
    def ink(self) -> Ink:
        """The ink of the word."""
        colour = self.theme.key_text if self.isChecked() else self.theme.text
        return Ink(self.cap, colour, SEMIBOLD)

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the word, on a plate if it is chosen."""
        if self.isChecked():
            fill_rounded(painter, rect, self.u, self.theme.key)
        elif self.lit:
            fill_rounded(painter, rect, self.u, self.theme.line)
        paint_word(painter, rect, self.text(), self.ink, Qt.AlignmentFlag.AlignHCenter)

    @override
    def event(self, event: QEvent) -> bool:
        """Repaint the row when the focus comes or goes."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._row.update()
        return super().event(event)


class ChoiceRow(Painted):
    """A name at the left and the words at the right, of which one is chosen.

    The whole row is one stop of the Tab key, and takes the focus by a click too: Left and Right
    choose the word beside.
    """

    chosen = Signal(int)

    def __init__(
        self, parent: QWidget | None, theme: Theme, name: str, words: Sequence[str]
    ) -> None:
        super().__init__(parent)
        self.theme = theme
        self.u = 8.0
        self.cap = 12.0
        self._name = name
        self.words = tuple(Word(self, theme, name, word) for word in words)
        for place, word in enumerate(self.words):
            word.clicked.connect(lambda _, place=place: self._choose(place))
        self.show_choice(0)

    def show_choice(self, place: int) -> None:
        """Show the word at `place` as chosen, without telling of a change."""
        for number, word in enumerate(self.words):
            word.setChecked(number == place)
            by = Qt.FocusPolicy.StrongFocus if number == place else Qt.FocusPolicy.ClickFocus
            word.setFocusPolicy(by)
            word.update()

    @property
    def pitches(self) -> float:
        """How high it is, in pitches of the lines of a plate."""
        return 1.0

    @property
    def stops(self) -> Sequence[QWidget]:
        """The words, of which the chosen one gets the focus."""
        return self.words

    def put(self, rect: QRectF, u: float) -> None:
        """Place the row on `rect`."""
        self.u = u
        self.setGeometry(pixels(rect))
        for word in self.words:
            word.cap = self.cap
        height = min(4 * u, 0.86 * self.height())
        right = self.width() - 1.5 * u
        pad = self._pad(right)
        for word in reversed(self.words):
            width = word.ink.width(word.text()) + 2 * pad
            top = (self.height() - height) / 2
            word.put(QRectF(right - width, top, width, height), u)
            right -= width
        self.update()

    def _pad(self, room: float) -> float:
        """Return the padding of each word, smaller if the name needs the room."""
        words = sum(word.ink.width(word.text()) for word in self.words)
        name = Ink(self.cap, self.theme.text).width(self._name) + 3.5 * self.u
        spare = (room - name - words) / (2 * len(self.words))
        return min(PAD * self.u, max(LEAST_PAD * self.u, spare))

    def _choose(self, place: int) -> None:
        if not self.words[place].isChecked():
            self.show_choice(place)
            self.chosen.emit(place)

    @property
    def _place(self) -> int:
        """The place of the chosen word."""
        return next(place for place, word in enumerate(self.words) if word.isChecked())

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give the chosen word the focus."""
        self.words[self._place].setFocus(Qt.FocusReason.MouseFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the next word by Left and Right, and leave all other keys to the page."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None:
            event.ignore()
            return
        place = self._place + by
        if 0 <= place < len(self.words):
            self.words[place].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.words[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._choose(place)

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the name, one plate below all words, and the ring around all."""
        plate = QRectF(self.words[0].geometry().united(self.words[-1].geometry()))
        fill_rounded(painter, plate, self.u, self.theme.surface2)
        name = QRectF(2 * self.u, 0, plate.left() - 2.5 * self.u, self.height())
        paint_word(painter, name, self._name, Ink(self.cap, self.theme.text))
        if any(word.hasFocus() for word in self.words):
            paint_ring(painter, QRectF(self.rect()), self.theme.focus, self.u)
