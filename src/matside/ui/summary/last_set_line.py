"""The last set on the finish page, between the keys that correct it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.core.session.record import SetRecord
from matside.override import override
from matside.ui.drawing.icons import Icon
from matside.ui.drawing.painting import Part, pixels
from matside.ui.drawing.theme import Theme
from matside.ui.kit.last_set import HEIGHT, CorrectionFaces, last_set_forms
from matside.ui.kit.page import LEAST_CAP
from matside.ui.kit.rows import Row, row
from matside.ui.words.last_set_words import last_set_words

USUAL_FACES = CorrectionFaces((",",), (".",), (Icon.SHIFT, "W"), ("W",))


class LastSetLine(Part):
    """The card of the last set, as the stage has it in a rest; hidden where there is none."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(theme, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.faces = USUAL_FACES
        self._record: SetRecord | None = None
        self._card = row()

    def show_record(self, record: SetRecord | None) -> None:
        """Show `record`; None hides the card."""
        self._record = record
        self.setAccessibleName("" if record is None else last_set_words(record))

    def forms(self, cap: float) -> list[Row]:
        """Return the forms of the card in capitals `cap` px high, the widest first."""
        if self._record is None:
            return []
        self._cap = max(cap, LEAST_CAP)
        return list(last_set_forms(self._record, self.faces, self._cap, self._theme))

    def put(self, card: Row | None, x: float, middle: float) -> None:
        """Place `card`, one of its forms, from `x` on around y = `middle`; None hides it."""
        self.setVisible(card is not None)
        if card is None:
            return
        self._card = card
        height = HEIGHT * self._cap
        self.setGeometry(pixels(QRectF(x, middle - height / 2, card.width + 1, height)))
        self.update()

    @override
    def paint(self, painter: QPainter) -> None:
        """Paint the card."""
        for mark in self._card.at(0, (self.height() + self._cap) / 2):
            mark.paint(painter)
