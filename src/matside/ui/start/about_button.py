"""The small button on a card that opens the descriptions of its exercises."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from matside.override import override
from matside.ui.drawing.lettering import BOLD
from matside.ui.drawing.painting import Ink, fill_rounded, paint_word
from matside.ui.drawing.theme import Theme
from matside.ui.kit.controls import Control


class AboutButton(Control):
    """An i in a disc: opens the exercise page of one block."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent, theme)
        self.setText(QCoreApplication.translate("Start", "i"))

    def show_block(self, name: str) -> None:
        """Set the accessible name for the exercises of the block `name`."""
        words = QCoreApplication.translate("Start", "About the exercises of {block}")
        self.setAccessibleName(words.format(block=name))

    @override
    def paint(self, painter: QPainter, rect: QRectF) -> None:
        """Paint the disc with its sign."""
        ground = self.theme.key if self.lit else self.theme.ground
        ink = self.theme.key_text if self.lit else self.theme.text
        disc = rect.adjusted(1, 1, -1, -1)
        fill_rounded(painter, disc, disc.width() / 2, ground)
        sign = Ink(0.4 * disc.height(), ink, BOLD)
        paint_word(painter, disc, self.text(), sign, Qt.AlignmentFlag.AlignHCenter)
