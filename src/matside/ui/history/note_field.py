"""The note on a session: a few lines that can be written."""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.lettering import font
from matside.ui.drawing.painting import PlacedPart, fill_rounded, paint_ring, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.scrolling_text import ScrollingText
from matside.ui.words.translation import translate

SETTLES = 500
"""How long after the last key the note is kept, in ms."""

ROWS = 2
"""How many rows of it are seen at once."""

ROW = 1.9
"""The height of a row, in heights of capitals."""


class NoteField(PlacedPart):
    """A plate with a note; `changed` has what is written, soon after the last key."""

    changed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(theme, parent)
        self._kept = ""
        self.text = NoteText(theme, self)
        self._settling = QTimer(self, interval=SETTLES, singleShot=True)
        self._settling.timeout.connect(self.settle)
        self.text.textChanged.connect(self._settling.start)
        self.text.focus_changed.connect(self._follow_focus)
        self.text.left.connect(self.left)

    def show_note(self, note: str, *, anew: bool) -> None:
        """Show `note`; one that is being written stays, unless it is that of `anew` session."""
        if anew or (not self._settling.isActive() and note != self.text.toPlainText()):
            self.text.setPlainText(note)
            self._settling.stop()
            self._kept = note

    def settle(self) -> None:
        """Tell what was written, if it was not told yet."""
        self._settling.stop()
        written = self.text.toPlainText()
        if written != self._kept:
            self._kept = written
            self.changed.emit(written)

    def needed_height(self, cap: float) -> float:
        """Return the height in px with capitals `cap` px high."""
        return (ROWS * ROW + 1.6) * cap

    @override
    def put(self, rect: QRectF, cap: float, u: float = 8.0) -> None:
        super().put(rect, cap, u)
        inner = QRectF(self.rect()).adjusted(0.8 * cap, 0.8 * cap, -0.4 * cap, -0.4 * cap)
        self.text.setGeometry(pixels(inner))
        self.text.setFont(font(cap))

    def _follow_focus(self) -> None:
        if not self.text.hasFocus():
            self.settle()
        self.update()

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the plate, and the ring where the text has the focus."""
        rect = QRectF(self.rect())
        fill_rounded(painter, rect, 1.5 * self._u, self._theme.surface2)
        if self.text.hasFocus():
            paint_ring(painter, rect, self._theme.focus, self._u)


class NoteText(ScrollingText):
    """The text itself; `left` is emitted by Esc."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, theme.surface2, translate("History", "Note"), parent)
        self.setPlaceholderText(translate("History", "A note"))
        self.document().setDocumentMargin(0)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Write; Esc leaves the note."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
